//! What an amendment may change, and until when.

use super::*;
use crate::feedback::sample::{self, RECEIVED, key, level};

fn rating() -> Submission {
    let answers = vec![level("hai-long", 2)];
    Submission { answers, marks: vec![Mark::Personal], ..sample::rating(key(1)) }
}

fn amendment(how: How, answers: Vec<(Slug, AnswerValue)>, after: i64) -> Amendment {
    let rating = rating();
    Amendment {
        agency: rating.agency,
        key: rating.key,
        survey: rating.survey,
        version: 1,
        how,
        answers,
        marks: vec![Mark::NoStamp],
        at: RECEIVED + after,
    }
}

#[test]
fn a_slip_is_replaced_within_two_minutes() {
    let mut kept = rating();
    let second = amendment(How::Replace, vec![level("hai-long", 4)], REPLACE_WINDOW);
    assert_eq!(second.apply(&mut kept), Ok(true));
    assert_eq!(kept.answers, [level("hai-long", 4)]);
    assert_eq!(kept.marks, [Mark::NoStamp, Mark::Personal]);
    let third = amendment(How::Replace, vec![level("hai-long", 5)], REPLACE_WINDOW + 1);
    assert_eq!(third.apply(&mut kept), Err(NotAmended::TooLate));
    assert_eq!(kept.answers, [level("hai-long", 4)]);
}

#[test]
fn answers_are_added_once_and_never_over_others() {
    let mut kept = rating();
    let more = vec![level("hai-long", 5), level("thai-do", 3)];
    assert_eq!(amendment(How::Add, more, ADD_WINDOW).apply(&mut kept), Ok(true));
    assert_eq!(kept.answers, [level("hai-long", 2), level("thai-do", 3)]);
    let other = amendment(How::Add, vec![level("thai-do", 1)], 5);
    assert_eq!(other.apply(&mut kept), Ok(false));
    assert_eq!(kept.answers[1], level("thai-do", 3));
}

#[test]
fn sent_again_it_is_well_however_late() {
    let mut kept = rating();
    let mut more = amendment(How::Add, vec![level("thai-do", 3)], 10);
    assert_eq!(more.apply(&mut kept), Ok(true));
    more.at += 10 * ADD_WINDOW;
    assert_eq!(more.apply(&mut kept), Ok(false));
    more.answers.push(level("phi", 3));
    assert_eq!(more.apply(&mut kept), Err(NotAmended::TooLate));
}

#[test]
fn another_survey_and_a_clock_set_back() {
    let mut kept = rating();
    let mut early = amendment(How::Replace, vec![level("hai-long", 4)], -10_000_000);
    early.version = 2;
    assert_eq!(early.apply(&mut kept), Err(NotAmended::OtherSurvey));
    early.version = 1;
    assert_eq!(early.apply(&mut kept), Ok(true));
}
