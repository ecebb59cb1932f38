//! What holds of the form reader whatever is sent: honest answers of every kind are read as they were
//! given, and nothing at all is read as something that the survey does not offer.

use proptest::prelude::*;

use super::tests::{question, read_with};
use super::*;
use crate::feedback::sample::{self, code, option, slug};
use crate::feedback::{QuestionKind, Scale, Survey};

/// A question with a way to answer it: the values that are sent, and what they mean.
type Asked = (QuestionKind, bool, Option<(Vec<String>, AnswerValue)>);

fn kinds() -> impl Strategy<Value = (QuestionKind, Vec<String>, AnswerValue)> {
    let options = || vec![option("a", Some(0)), option("b", Some(1)), option("c", Some(2))];
    let id = |at: usize| slug(["a", "b", "c"][at]);
    let scales = prop_oneof![Just(Scale::Faces5), Just(Scale::Levels5), Just(Scale::Levels3)];
    prop_oneof![
        (scales, 1..=3_u8).prop_map(|(scale, level)| {
            (QuestionKind::Scale(scale), vec![level.to_string()], AnswerValue::Level(level))
        }),
        (0..3_usize).prop_map(move |at| {
            let points = u8::try_from(at).unwrap();
            let answer = AnswerValue::Points { option: id(at), points };
            (QuestionKind::Points(options()), vec![id(at).to_string()], answer)
        }),
        (0..3_usize).prop_map(move |at| {
            let answer = AnswerValue::Choice(id(at));
            (QuestionKind::Choice(options()), vec![id(at).to_string()], answer)
        }),
        (1..8_usize).prop_map(move |bits| {
            let chosen: Vec<Slug> = (0..3).filter(|at| bits >> at & 1 == 1).map(id).collect();
            // In whatever order they are sent, they are kept in that of the survey.
            let sent = chosen.iter().rev().map(ToString::to_string).collect();
            (QuestionKind::Choices(options()), sent, AnswerValue::Choices(chosen))
        }),
        (0..=50_u32).prop_map(|number| {
            let kind = QuestionKind::Number { min: 0, max: 50 };
            (kind, vec![number.to_string()], AnswerValue::Number(number))
        }),
        "[a-zàảấđ<>&\"']{1,40}".prop_map(|words| {
            let answer = AnswerValue::Text(crate::text::nfc(&words).into_owned());
            (QuestionKind::Text { max: 40 }, vec![words], answer)
        }),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    (kinds(), any::<bool>(), 0..4_u8).prop_map(|((kind, values, answer), dont_know, how)| match how
    {
        0 => (kind, dont_know, None),
        1 if dont_know => {
            let said = (vec![field::DONT_KNOW.to_owned()], AnswerValue::DontKnow);
            (kind, true, Some(said))
        }
        _ => (kind, dont_know, Some((values, answer))),
    })
}

fn survey(asked: &[Asked]) -> Survey {
    let questions = asked.iter().enumerate().map(|(at, (kind, dont_know, _))| {
        question(&format!("c-{at}"), kind.clone(), false, *dont_know)
    });
    sample::survey("thu", questions.collect())
}

/// Names and values that come near to what is asked, and others.
fn pair() -> impl Strategy<Value = (String, String)> {
    let names = prop_oneof![
        (0..4_u8).prop_map(|at| format!("q-c-{at}")),
        proptest::sample::select(&field::FIXED[..]).prop_map(str::to_owned),
        ".{0,12}",
    ];
    let values = prop_oneof![
        (0..60_u8).prop_map(|number| number.to_string()),
        Just("dont-know".to_owned()),
        Just("a".to_owned()),
        Just(String::new()),
        "[0-9a-f]{32}",
        ".{0,60}",
    ];
    (names, values)
}

proptest! {
    #[test]
    fn honest_answers_are_read_as_they_were_given(asked in proptest::collection::vec(asked(), 1..9)) {
        let survey = survey(&asked);
        let mut sent: Vec<(String, String)> = Vec::new();
        let mut wanted = Vec::new();
        for (at, (_, _, said)) in asked.iter().enumerate() {
            let Some((values, answer)) = said else { continue };
            sent.extend(values.iter().map(|value| (format!("q-c-{at}"), value.clone())));
            wanted.push((slug(&format!("c-{at}")), answer.clone()));
        }
        let typed: Vec<_> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
        match read_with(&survey, &typed) {
            Ok(submission) => {
                prop_assert_eq!(submission.answers, wanted);
                prop_assert_eq!(submission.code, code());
            }
            Err(rejection) => {
                prop_assert!(wanted.is_empty());
                prop_assert_eq!(rejection.fields.len(), 1);
            }
        }
    }

    #[test]
    fn whatever_is_sent_nothing_is_lost_and_nothing_is_made_up(
        asked in proptest::collection::vec(asked(), 1..5),
        sent in proptest::collection::vec(pair(), 0..12),
    ) {
        let survey = survey(&asked);
        let typed: Vec<_> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
        match read_with(&survey, &typed) {
            Err(rejection) => {
                prop_assert_eq!(rejection.filled, sent);
                prop_assert!(!rejection.fields.is_empty());
            }
            Ok(submission) => {
                prop_assert!(!submission.answers.is_empty());
                for (id, answer) in &submission.answers {
                    let question = survey.questions.iter().find(|one| one.id == *id).unwrap();
                    let fits = match (answer, &question.kind) {
                        (AnswerValue::DontKnow, _) => question.dont_know,
                        (AnswerValue::Level(level), QuestionKind::Scale(scale)) => {
                            (1..=scale.levels()).contains(level)
                        }
                        (AnswerValue::Points { option, points }, QuestionKind::Points(all)) => {
                            all.iter().any(|one| one.id == *option && one.points == Some(*points))
                        }
                        (AnswerValue::Choice(option), QuestionKind::Choice(all)) => {
                            all.iter().any(|one| one.id == *option)
                        }
                        (AnswerValue::Choices(options), QuestionKind::Choices(all)) => {
                            let offered = |id: &Slug| all.iter().any(|one| one.id == *id);
                            !options.is_empty() && options.iter().all(offered)
                        }
                        (AnswerValue::Number(number), QuestionKind::Number { min, max }) => {
                            (min..=max).contains(&number)
                        }
                        (AnswerValue::Text(words), QuestionKind::Text { max }) => {
                            !words.trim().is_empty() && words.chars().count() <= usize::from(*max)
                        }
                        _ => false,
                    };
                    prop_assert!(fits, "{:?} to {:?}", answer, question.kind);
                }
            }
        }
    }
}
