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
        ticket: None,
        code: rating.code,
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

#[test]
fn a_one_time_code_verifies_for_as_long_as_more_may_be_added() {
    let ticket = |byte| Some(Ticket { id: [byte; 16] });
    let proof = |byte, after| Amendment {
        ticket: ticket(byte),
        ..amendment(How::Replace, vec![level("hai-long", 2)], after)
    };
    let mut kept = Submission { marks: vec![Mark::NoStamp], ..rating() };
    assert_eq!(proof(7, ADD_WINDOW + 1).apply(&mut kept), Err(NotAmended::TooLate));
    let elsewhere = Amendment { code: PrintedCode::mint(|| 9), ..proof(7, 5) };
    assert_eq!(elsewhere.apply(&mut kept), Err(NotAmended::OtherCounter));
    assert!(!kept.verified());
    // Nothing is replaced, so the short window does not count.
    assert_eq!(proof(7, ADD_WINDOW).apply(&mut kept), Ok(true));
    assert_eq!(kept.ticket, ticket(7));
    assert_eq!(proof(8, 5).apply(&mut kept), Ok(false));
    assert_eq!(proof(7, 10 * ADD_WINDOW).apply(&mut kept), Ok(false));
    assert_eq!(kept.ticket, ticket(7));
    // With an answer that comes too late neither is taken.
    let mut other = rating();
    let mut late = proof(7, REPLACE_WINDOW + 1);
    late.answers = vec![level("hai-long", 5)];
    assert_eq!(late.apply(&mut other), Err(NotAmended::TooLate));
    assert!(!other.verified());
}
