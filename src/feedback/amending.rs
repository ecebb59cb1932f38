//! A form that was sent under a claim made into an [`Amendment`], or refused with reasons: read by the
//! same rules as the first, but nothing on it must be answered unless its page says so.

use super::gathered::Gathered;
use super::{Amendment, Asked, Claim, How, Part, REPLACE_WINDOW, Reason, Rejection, field, form};

/// Reads the fields of a form whose claim was found good; none if nothing was said.
///
/// A one-time code on it proves the visit of the rating that is kept.
///
/// While the first answer may be replaced, every answer may: who goes back and writes it better is
/// believed. After that an answer that is kept stands, and only new ones are added.
pub fn read_amendment(
    pairs: &[(String, String)],
    asked: &Asked<'_>,
    claim: &Claim,
) -> Result<Option<Amendment>, Rejection> {
    let mut fields = Gathered::new(pairs, asked.survey);
    form::check_survey(&mut fields, asked.survey);
    if claim.version != asked.survey.version {
        fields.refuse(field::SURVEY, Reason::SurveyChanged);
    }
    let part = form::read_part(&mut fields, asked.survey);
    let replace = fields.read(field::REPLACE, Reason::UnknownOption, form::ticked).is_some();
    let answers = form::read_answers(&mut fields, asked.survey, part);
    let marks = form::marks_of_content(&fields, &answers).collect();
    let asks_for_ticket = fields.one(field::TICKET).is_some();
    let ticket = form::read_ticket(&mut fields, asked);
    // Who passes over a page that wants an answer may do so: the rating is kept already. A one-time code
    // is typed on a form of its own, which asks for nothing else.
    if answers.is_empty() && (part != Part::Tap || asks_for_ticket) {
        fields.wrong.retain(|(_, reason)| *reason != Reason::Missing);
        if fields.wrong.is_empty() && ticket.is_none() {
            return Ok(None);
        }
    }
    if !fields.wrong.is_empty() {
        return Err(Rejection { fields: fields.wrong, filled: pairs.to_vec() });
    }
    let early = asked.now.saturating_sub(claim.at) <= REPLACE_WINDOW;
    Ok(Some(Amendment {
        agency: asked.agency.clone(),
        key: claim.key,
        survey: asked.survey.id.clone(),
        version: asked.survey.version,
        how: if replace || early { How::Replace } else { How::Add },
        answers,
        ticket,
        code: asked.code,
        marks,
        at: asked.now,
    }))
}
