//! A posted form made into a [`Submission`], or refused with reasons: a strict whitelist, because every
//! field that is let through unread is a field that somebody will use.
//!
//! A damaged or missing stamp refuses nothing: it is our own device, not the citizen's answer, and what
//! it tells is kept as a mark.

use super::gathered::Gathered;
use super::{
    About, AnswerValue, Asked, Key, Mark, Mode, OneTimeCode, Part, Reason, Receipt, Rejection,
    Stamp, StampError, Submission, Survey, Ticket, asked, field, hex, personal, typed_answer,
};
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::text::{Language, Slug};

/// Sooner than this after the page was handed out, in milliseconds, no hand has read and tapped. One tap
/// is a whole rating, so it may follow soon.
const TOO_FAST: i64 = 1_000;

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
    let part = read_part(&mut fields, asked.survey);
    let answers = read_answers(&mut fields, asked.survey, part);
    need_something(&mut fields, asked.survey, part, &answers);
    let ticket = read_ticket(&mut fields, asked);
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
        point: asked.point.cloned(),
        counter: asked.counter.clone(),
        code: asked.code,
        about,
        language: language.or(asked.languages.first().copied()).unwrap_or(Language::VI),
        mode,
        ticket,
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
pub(super) fn check_survey(fields: &mut Gathered<'_>, survey: &Survey) {
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
    let helped = fields.read(field::HELPED, Reason::UnknownOption, ticked);
    helped.map_or(mode, |()| Mode::Helped)
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

/// Which questions the page showed, and so which mandatory ones it must answer.
pub(super) fn read_part(fields: &mut Gathered<'_>, survey: &Survey) -> Part {
    let read = |written: &str| survey.part(written);
    fields.read(field::PART, Reason::Damaged, read).unwrap_or(Part::Whole)
}

/// The answers. A question of another page may be answered too; only those of this one must be.
pub(super) fn read_answers(
    fields: &mut Gathered<'_>,
    survey: &Survey,
    part: Part,
) -> Vec<(Slug, AnswerValue)> {
    let shown = survey.questions_of(part);
    let mut answers = Vec::new();
    for question in &survey.questions {
        let name = field::of_question(question.id.as_str());
        let needed = question.required && shown.iter().any(|one| one.id == question.id);
        match typed_answer::read(question, &fields.all(&name), needed) {
            Ok(Some(answer)) => answers.push((question.id.clone(), answer)),
            Ok(None) => {}
            Err(reason) => fields.refuse(&name, reason),
        }
    }
    answers
}

/// A form with nothing on it is a slip of the finger, not a rating.
fn need_something(
    fields: &mut Gathered<'_>,
    survey: &Survey,
    part: Part,
    answers: &[(Slug, AnswerValue)],
) {
    if let (true, true, Some(first)) =
        (answers.is_empty(), fields.wrong.is_empty(), survey.questions_of(part).first())
    {
        fields.refuse(&field::of_question(first.id.as_str()), Reason::Missing);
    }
}

/// The one-time code, unless its holder chose to send without it.
pub(super) fn read_ticket(fields: &mut Gathered<'_>, asked: &Asked<'_>) -> Option<Ticket> {
    if fields.read(field::OPENLY, Reason::UnknownOption, ticked).is_some() {
        return None;
    }
    let code = fields.read(field::TICKET, Reason::TicketMistyped, OneTimeCode::parse)?;
    match code.prove(asked.secret, &asked.code, asked.today()) {
        Ok(ticket) => Some(ticket),
        Err(error) => {
            fields.refuse(field::TICKET, error.into());
            None
        }
    }
}

/// A box or a button that was pressed.
pub(super) fn ticked(word: &str) -> Option<()> {
    (word == "1").then_some(())
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
    on_time.into_iter().chain(marks_of_content(fields, answers)).collect()
}

/// What the fields themselves tell.
pub(super) fn marks_of_content(
    fields: &Gathered<'_>,
    answers: &[(Slug, AnswerValue)],
) -> impl Iterator<Item = Mark> + use<> {
    let trapped = fields.all(field::HONEYPOT).iter().any(|value| !value.is_empty());
    let named = answers.iter().any(
        |(_, answer)| matches!(answer, AnswerValue::Text(words) if personal::is_suspected(words)),
    );
    let honeypot = trapped.then_some(Mark::Honeypot);
    honeypot.into_iter().chain(named.then_some(Mark::Personal))
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "form_properties.rs"]
mod properties;
