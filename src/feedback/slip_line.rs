//! A slip of paper keyed in as one line of signs, one for each question in the order of the paper: digits for
//! answers, `-` where nothing was marked, `?` for "don't know". Words are typed in fields of their own.
//!
//! Where nothing stands between the signs each sign is an answer; otherwise what stands between blanks is.

use super::{AnswerValue, Question, QuestionKind, Reason, Survey, field, typed_answer};
use crate::text::Slug;

/// Where nothing was marked.
const NOTHING: &str = "-";

/// "Don't know".
const UNKNOWN: &str = "?";

/// Why a line is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It has another number of answers than there are questions.
    Count {
        /// How many there should be.
        wanted: usize,
        /// How many there are.
        given: usize,
    },
    /// This one is no answer to its question.
    Answer {
        /// Which, from 1.
        place: usize,
        /// Why.
        reason: Reason,
    },
    /// These words are too many.
    Words(Reason),
    /// Nothing was marked at all.
    Nothing,
}

/// The questions that a line answers, in its order.
pub fn questions(survey: &Survey) -> impl Iterator<Item = &Question> {
    survey.questions.iter().filter(|question| !is_open(question))
}

/// The questions that are answered in words.
pub fn open_questions(survey: &Survey) -> impl Iterator<Item = &Question> {
    survey.questions.iter().filter(|question| is_open(question))
}

fn is_open(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Text { .. })
}

/// The answers of a line and of what was typed for each question in words, in the order of the survey. On paper
/// anything may be passed over, but not everything.
pub fn read<'t>(
    survey: &Survey,
    line: &str,
    typed: impl Fn(&Question) -> &'t str,
) -> Result<Vec<(Slug, AnswerValue)>, LineFault> {
    let signs = signs(line);
    let wanted = questions(survey).count();
    let none = signs.is_empty() && line.trim().is_empty();
    if signs.len() != wanted && !none {
        return Err(LineFault::Count { wanted, given: signs.len() });
    }
    let mut signs = signs.into_iter().enumerate();
    let mut answers = Vec::new();
    for question in &survey.questions {
        let answer = if is_open(question) {
            typed_answer::read(question, &[typed(question)], false).map_err(LineFault::Words)?
        } else {
            let (at, sign) = signs.next().unwrap_or((0, NOTHING.to_owned()));
            let fault = |reason| LineFault::Answer { place: at + 1, reason };
            let values = values(question, &sign).map_err(fault)?;
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            typed_answer::read(question, &values, false).map_err(fault)?
        };
        answers.extend(answer.map(|answer| (question.id.clone(), answer)));
    }
    if answers.is_empty() { Err(LineFault::Nothing) } else { Ok(answers) }
}

/// The line of such answers.
pub fn write(survey: &Survey, answers: &[(Slug, AnswerValue)]) -> String {
    let sign = |question: &Question| {
        let answer = answers.iter().find(|(of, _)| *of == question.id).map(|(_, answer)| answer);
        let options = options(question);
        let place = |id: &Slug| {
            let at = options.iter().position(|one| one.id == *id);
            at.map_or_else(String::new, |at| (at + 1).to_string())
        };
        match answer {
            None | Some(AnswerValue::Text(_) | AnswerValue::ErasedText) => NOTHING.to_owned(),
            Some(AnswerValue::DontKnow) => UNKNOWN.to_owned(),
            Some(AnswerValue::Level(level)) => level.to_string(),
            Some(AnswerValue::Number(number)) => number.to_string(),
            Some(AnswerValue::Points { option, .. } | AnswerValue::Choice(option)) => place(option),
            Some(AnswerValue::Choices(ids)) => ids.iter().map(place).collect::<Vec<_>>().join("+"),
        }
    };
    questions(survey).map(sign).collect::<Vec<_>>().join(" ")
}

/// The signs of a line.
fn signs(line: &str) -> Vec<String> {
    let line = line.trim();
    let between = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '/');
    if line.contains(between) {
        line.split(between).filter(|sign| !sign.is_empty()).map(str::to_owned).collect()
    } else if line.contains('+') {
        vec![line.to_owned()]
    } else {
        line.chars().map(String::from).collect()
    }
}

/// What a form would send for a sign.
fn values(question: &Question, sign: &str) -> Result<Vec<String>, Reason> {
    match sign {
        NOTHING => return Ok(Vec::new()),
        UNKNOWN if question.dont_know => return Ok(vec![field::DONT_KNOW.to_owned()]),
        _ => {}
    }
    let options = options(question);
    let option = |place: &str| {
        let place: usize = place.parse().map_err(|_| Reason::UnknownOption)?;
        let option = options.get(place.checked_sub(1).ok_or(Reason::UnknownOption)?);
        option.map(|option| option.id.to_string()).ok_or(Reason::UnknownOption)
    };
    match &question.kind {
        QuestionKind::Points(_) | QuestionKind::Choice(_) => Ok(vec![option(sign)?]),
        QuestionKind::Choices(_) => sign.split('+').map(option).collect(),
        QuestionKind::Scale(_) | QuestionKind::Number { .. } | QuestionKind::Text { .. } => {
            Ok(vec![sign.to_owned()])
        }
    }
}

fn options(question: &Question) -> &[super::Answer] {
    match &question.kind {
        QuestionKind::Points(all) | QuestionKind::Choice(all) | QuestionKind::Choices(all) => all,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::sample::{option, question, slug, survey};
    use crate::feedback::{Scale, sample};

    fn paper() -> Survey {
        let options = || vec![option("co", None), option("khong", None), option("khac", None)];
        let known = |id, kind| Question { dont_know: true, required: true, ..question(id, kind) };
        survey(
            "giay",
            vec![
                known("muc", QuestionKind::Scale(Scale::Levels5)),
                question("gop-y", QuestionKind::Text { max: 10 }),
                question("chon", QuestionKind::Choice(options())),
                question("nhieu", QuestionKind::Choices(options())),
                question("lan", QuestionKind::Number { min: 0, max: 20 }),
            ],
        )
    }

    #[test]
    fn a_line_is_the_answers_in_the_order_of_the_paper() {
        let survey = paper();
        let read = |line: &str, words: &'static str| read(&survey, line, |_| words);
        let answers = read("5 2 1+3 12", "Tốt").unwrap();
        assert_eq!(
            answers,
            [
                sample::level("muc", 5),
                (slug("gop-y"), AnswerValue::Text("Tốt".into())),
                (slug("chon"), AnswerValue::Choice(slug("khong"))),
                (slug("nhieu"), AnswerValue::Choices(vec![slug("co"), slug("khac")])),
                (slug("lan"), AnswerValue::Number(12)),
            ]
        );
        assert_eq!(write(&survey, &answers), "5 2 1+3 12");
        assert_eq!(
            read("523-", ""),
            read(" 5, 2; 3 - ", ""),
            "with nothing between, each sign is one"
        );
        assert_eq!(write(&survey, &read("?--0", "").unwrap()), "? - - 0");
        assert_eq!(read("", "Tốt").unwrap().len(), 1, "a slip with words alone");
    }

    #[test]
    fn what_is_not_understood_is_told_by_its_place() {
        let survey = paper();
        let fault = |line: &str, words: &'static str| read(&survey, line, |_| words).unwrap_err();
        assert_eq!(fault("52", ""), LineFault::Count { wanted: 4, given: 2 });
        assert_eq!(fault("5 2 1 3 4", ""), LineFault::Count { wanted: 4, given: 5 });
        let unknown = |place| LineFault::Answer { place, reason: Reason::UnknownOption };
        assert_eq!(fault("6---", ""), unknown(1));
        assert_eq!(fault("54--", ""), unknown(2));
        assert_eq!(fault("5?--", ""), unknown(2), "not offered there");
        assert_eq!(fault("5 1 0 -", ""), unknown(3));
        assert!(matches!(fault("5 1 1 21", ""), LineFault::Answer { place: 4, .. }));
        assert_eq!(fault("----", ""), LineFault::Nothing);
        assert_eq!(fault("", " "), LineFault::Nothing);
        assert!(matches!(fault("5---", "quá mười ký tự"), LineFault::Words(_)));
    }
}
