//! One question's fields made into its answer. What is wrong is said as a [`Reason`]; nothing is mended
//! by guessing.

use super::{Answer, AnswerValue, Question, QuestionKind, Reason, field, typed_text};
use crate::text::Slug;

/// The answer that these values give; none if the question was passed over, where it may be.
pub(super) fn read(
    question: &Question,
    values: &[&str],
    needed: bool,
) -> Result<Option<AnswerValue>, Reason> {
    // A number or a text beside a ticked "don't know" box is sent too, as an empty value.
    let given: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    if given.len() != values.len() && values.len() > 1 && !question.dont_know {
        return Err(Reason::Repeated);
    }
    let answer = if given.is_empty() {
        None
    } else if question.dont_know && given.contains(&field::DONT_KNOW) {
        if given.len() > 1 {
            return Err(Reason::Contradiction);
        }
        Some(AnswerValue::DontKnow)
    } else {
        by_kind(&question.kind, &given)?
    };
    if answer.is_none() && needed { Err(Reason::Missing) } else { Ok(answer) }
}

fn by_kind(kind: &QuestionKind, given: &[&str]) -> Result<Option<AnswerValue>, Reason> {
    if let QuestionKind::Choices(options) = kind {
        return choices(options, given).map(Some);
    }
    let [value] = *given else { return Err(Reason::Repeated) };
    match kind {
        QuestionKind::Scale(scale) => level(scale.levels(), value).map(Some),
        QuestionKind::Points(options) => {
            let option = find(options, value)?;
            let points = option.points.ok_or(Reason::UnknownOption)?;
            Ok(Some(AnswerValue::Points { option: option.id.clone(), points }))
        }
        QuestionKind::Choice(options) | QuestionKind::Choices(options) => {
            Ok(Some(AnswerValue::Choice(find(options, value)?.id.clone())))
        }
        QuestionKind::Number { min, max } => number(*min, *max, value).map(Some),
        QuestionKind::Text { max } => text(*max, value),
    }
}

fn level(levels: u8, value: &str) -> Result<AnswerValue, Reason> {
    let level = digits(value).and_then(|level| u8::try_from(level).ok());
    let level = level.filter(|level| (1..=levels).contains(level)).ok_or(Reason::UnknownOption)?;
    Ok(AnswerValue::Level(level))
}

fn choices(options: &[Answer], given: &[&str]) -> Result<AnswerValue, Reason> {
    for value in given {
        find(options, value)?;
        if given.iter().filter(|other| other == &value).count() > 1 {
            return Err(Reason::Repeated);
        }
    }
    let chosen = options.iter().filter(|option| given.contains(&option.id.as_str()));
    Ok(AnswerValue::Choices(chosen.map(|option| option.id.clone()).collect::<Vec<Slug>>()))
}

fn number(min: u32, max: u32, value: &str) -> Result<AnswerValue, Reason> {
    let number = digits(value.trim()).ok_or(Reason::NotANumber)?;
    if (min..=max).contains(&number) {
        Ok(AnswerValue::Number(number))
    } else {
        Err(Reason::OutOfBounds { min, max })
    }
}

fn text(max: u16, value: &str) -> Result<Option<AnswerValue>, Reason> {
    let words = typed_text::clean(value);
    let given = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    if given > u32::from(max) {
        return Err(Reason::TooLong { max, given });
    }
    Ok((!words.is_empty()).then_some(AnswerValue::Text(words)))
}

fn find<'a>(options: &'a [Answer], value: &str) -> Result<&'a Answer, Reason> {
    options.iter().find(|option| option.id.as_str() == value).ok_or(Reason::UnknownOption)
}

/// A whole number in plain digits: no sign, at most ten of them.
fn digits(value: &str) -> Option<u32> {
    let plain = (1..=10).contains(&value.len()) && value.bytes().all(|sign| sign.is_ascii_digit());
    if plain { value.parse().ok() } else { None }
}
