//! `surveys/<id>.yaml`, `measures: extra_trips`: which question asks for extra trips, and which answers mean at most
//! one. No id tells it, so the survey says it.

use std::collections::BTreeSet;

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{KindWord, MeasuresWord, OptionShape, QuestionShape};
use crate::diagnostic::{Kind, Problem, Shape};
use crate::feedback::satisfaction::ExtraTrips;

/// The most trips that a number may be; beyond it is a slip of the pen.
const MOST: u32 = 99;

/// What the questions say. A question that cannot tell trips, and a second one, are told and passed over.
pub(super) fn read(
    file: &str,
    questions: &[QuestionShape],
    findings: &mut Findings,
) -> Option<ExtraTrips> {
    let root = At::ROOT;
    let at = root.key("questions");
    let mut found: Option<ExtraTrips> = None;
    for (index, question) in questions.iter().enumerate() {
        let at = at.item(index);
        let measures =
            question.measures.as_ref().is_some_and(|one| one.0 == MeasuresWord::ExtraTrips);
        if !measures {
            continue;
        }
        if let Some(first) = &found {
            let id = first.question.to_string();
            let problem = Problem::DuplicateId { kind: Kind::Question, id };
            findings.error(file, at.key("measures"), problem);
            continue;
        }
        let answers = match question.kind.0 {
            KindWord::Choice => by_options(&question.options),
            KindWord::Number => by_number(question),
            _ => None,
        };
        let Some((at_most_one, more)) = answers else {
            let (wanted, found) = (Shape::Number, "extra_trips".to_owned());
            let reason = "choice: trips; number: 0 ≤ min, max ≤ 99".to_owned();
            findings.error(file, at.key("measures"), Problem::BadValue { wanted, found, reason });
            continue;
        };
        found = Some(ExtraTrips { question: question.id.0.clone(), at_most_one, more });
    }
    found
}

type Answers = Option<(BTreeSet<String>, BTreeSet<String>)>;

/// Options that say how many trips they mean; the others ("không nhớ") leave the denominator. Both sides must be there.
fn by_options(options: &[OptionShape]) -> Answers {
    let of = |wanted: fn(u16) -> bool| -> BTreeSet<String> {
        let told = options.iter().filter(|option| option.trips.is_some_and(wanted));
        told.map(|option| option.id.0.to_string()).collect()
    };
    let (at_most_one, more) = (of(|trips| trips <= 1), of(|trips| trips > 1));
    (!at_most_one.is_empty() && !more.is_empty()).then_some((at_most_one, more))
}

fn by_number(question: &QuestionShape) -> Answers {
    let (min, max) = (question.min.unwrap_or(0), question.max?);
    if min > 1 || !(2..=MOST).contains(&max) {
        return None;
    }
    let digits = |numbers: std::ops::RangeInclusive<u32>| numbers.map(|one| one.to_string());
    Some((digits(min..=1).collect(), digits(2..=max).collect()))
}
