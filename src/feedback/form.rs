//! A posted form made into a [`Submission`], or refused with reasons: a strict whitelist, because every
//! field that is let through unread is a field that somebody will use.
//!
//! A damaged or missing stamp refuses nothing: it is our own device, not the citizen's answer, and what
//! it tells is kept as a mark.

use super::gathered::Gathered;
use super::{
    About, AnswerValue, Asked, Key, Mark, Mode, Reason, Receipt, Rejection, Stamp, StampError,
    Submission, Survey, asked, field, hex, personal, typed_answer,
};
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::text::{Language, Slug};

/// Sooner than this after the page was handed out, in milliseconds, no hand has scanned, read and tapped.
const TOO_FAST: i64 = 2_000;

/// From this age on, in milliseconds, a page has lain open over night.
const STALE: i64 = 24 * 60 * 60 * 1_000;

/// Reads the fields of a form, in the order in which they were sent, decoded.
///
/// The key of the result may be blank ([`Key::is_blank`]): the caller then asks once more, with a key.
pub fn read(pairs: &[(String, String)], asked: &Asked<'_>) -> Result<Submission, Rejection> {
    let mut fields = Gathered::new(pairs, asked.survey);
    let key = fields.read(field::KEY, Reason::Damaged, Key::parse).unwrap_or(Key::BLANK);
    check_survey(&mut fields, asked.survey);
    let language = fields.read(field::LANGUAGE, Reason::UnknownOption, |tag| {
        let known = Language::parse(tag).ok()?;
        asked.languages.contains(&known).then_some(known)
    });
    let mode = read_mode(&mut fields);
    let about = read_about(&mut fields);
    let answers = read_answers(&mut fields, asked.survey);
    let marks = read_marks(&mut fields, asked, &key, &answers);
    if !fields.wrong.is_empty() {
        return Err(Rejection { fields: fields.wrong, filled: pairs.to_vec() });
    }
    Ok(Submission {
        key,
        receipt: Receipt::of(asked.secret, &key),
        survey: asked.survey.id.clone(),
        version: asked.survey.version,
        agency: asked.agency.clone(),
        counter: asked.counter.clone(),
        code: asked.code,
        about,
        language: language.or(asked.languages.first().copied()).unwrap_or(Language::VI),
        mode,
        ticket: None,
        answers,
        received_at: asked.now,
        marks,
    })
}

/// The longest honest body of a form with any of these surveys, in bytes.
pub fn longest(surveys: &[Survey]) -> usize {
    surveys.iter().map(asked::longest_form).max().unwrap_or_default()
}

/// The first value of a field, whatever else is wrong with the form.
pub fn value<'a>(pairs: &'a [(String, String)], field: &str) -> Option<&'a str> {
    pairs.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
}

/// The answers on a page are understood by the questions it showed, and by no others.
fn check_survey(fields: &mut Gathered<'_>, survey: &Survey) {
    let id = fields.one(field::SURVEY);
    let version = fields.one(field::VERSION);
    let same_id = id.is_none_or(|id| id == survey.id.as_str());
    let same_version = version.is_none_or(|version| version == survey.version.to_string());
    if !(same_id && same_version) {
        fields.refuse(field::SURVEY, Reason::SurveyChanged);
    }
}

fn read_mode(fields: &mut Gathered<'_>) -> Mode {
    let open = |word: &str| Mode::parse(word).filter(|mode| mode.is_open());
    let mode = fields.read(field::MODE, Reason::UnknownOption, open).unwrap_or(Mode::Qr);
    let ticked = |word: &str| (word == "1").then_some(Mode::Helped);
    fields.read(field::HELPED, Reason::UnknownOption, ticked).unwrap_or(mode)
}

/// A procedure and its edition stand together or not at all.
fn read_about(fields: &mut Gathered<'_>) -> Option<About> {
    let code = |code: &str| ProcedureCode::parse(code).ok();
    let procedure = fields.read(field::PROCEDURE, Reason::Damaged, code);
    let edition = fields.read(field::EDITION, Reason::Damaged, hex::read);
    match (procedure, edition) {
        (Some(procedure), Some(edition)) => {
            Some(About { procedure, edition: EditionMark(edition) })
        }
        (None, None) => None,
        (procedure, _) => {
            let missing = if procedure.is_some() { field::EDITION } else { field::PROCEDURE };
            fields.refuse(missing, Reason::Damaged);
            None
        }
    }
}

fn read_answers(fields: &mut Gathered<'_>, survey: &Survey) -> Vec<(Slug, AnswerValue)> {
    let mut answers = Vec::new();
    for question in &survey.questions {
        let name = field::of_question(question.id.as_str());
        match typed_answer::read(question, &fields.all(&name)) {
            Ok(Some(answer)) => answers.push((question.id.clone(), answer)),
            Ok(None) => {}
            Err(reason) => fields.refuse(&name, reason),
        }
    }
    // A form with nothing on it is a slip of the finger, not a rating.
    if let (true, true, Some(first)) =
        (answers.is_empty(), fields.wrong.is_empty(), survey.questions.first())
    {
        fields.refuse(&field::of_question(first.id.as_str()), Reason::Missing);
    }
    answers
}

fn read_marks(
    fields: &mut Gathered<'_>,
    asked: &Asked<'_>,
    key: &Key,
    answers: &[(Slug, AnswerValue)],
) -> Vec<Mark> {
    let stamp = fields.one(field::STAMP).unwrap_or_default();
    let on_time = match Stamp::age(stamp, asked.secret, &asked.code, key, asked.now) {
        Ok(age) if age < TOO_FAST => Some(Mark::TooFast),
        Ok(age) if age >= STALE => Some(Mark::Stale),
        Ok(_) => None,
        Err(StampError::Blank) => Some(Mark::NoStamp),
        Err(StampError::Forged) => Some(Mark::ForgedStamp),
    };
    let trapped = fields.all(field::HONEYPOT).iter().any(|value| !value.is_empty());
    let named = answers.iter().any(
        |(_, answer)| matches!(answer, AnswerValue::Text(words) if personal::is_suspected(words)),
    );
    let honeypot = trapped.then_some(Mark::Honeypot);
    on_time.into_iter().chain(honeypot).chain(named.then_some(Mark::Personal)).collect()
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
