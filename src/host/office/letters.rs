//! Letters to be signed: the reply to a matter, as a page to print, a .docx to change, or a PDF where the host can set one. Who brought it stands on the letter only
//! where the officer asks for it, and that opening is in the log before the letter is made.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};
use actix_web::web;

use super::asked::Asked;
use super::matter;
use super::seat::Seat;
use super::way::digits;
use super::{Fields, value};
use crate::feedback::matter::{Act, Contact, MatterKind};
use crate::feedback::officer::Action;
use crate::feedback::secrecy::masked;
use crate::host::reply::{NO_STORE, Reply};
use crate::letter::{Decided, Docx, Letter};
use crate::store::{AuditEntry, Deed, StoredMatter, Work};
use crate::text::{Date, Slug, in_vietnam};
use crate::theme::context::LetterSheet;

/// The decision that a letter about a matter tells: the last of its log.
fn decided(stored: &StoredMatter) -> Option<(&Act, Date)> {
    stored.events.iter().rev().find_map(|event| match &event.act {
        act @ (Act::Answer { reopen_until, .. }
        | Act::Refuse { reopen_until, .. }
        | Act::PassOn { reopen_until, .. }) => Some((act, *reopen_until)),
        _ => None,
    })
}

/// Whether there is something to write to whoever brought it.
pub(super) fn has_reply(stored: &StoredMatter) -> bool {
    decided(stored).is_some()
}

/// The letter that answers a matter.
pub(super) async fn reply(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    fields: &Fields,
) -> Result<Reply, Reply> {
    let stored = matter::admitted(asked, seat, agency, id, Action::Answer).await?;
    let Some((act, reopen_until)) = decided(&stored) else {
        return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)));
    };
    let open = value(fields, "mo") == "1";
    let kind = value(fields, "dang");
    if open {
        // Asked again, since it is another right than to answer.
        matter::admitted(asked, seat, agency, id, Action::OpenPersonalData).await?;
        note(asked, seat, Deed::PersonalDataOpened, agency, &id, "letter").await?;
    }
    note(asked, seat, Deed::LetterTaken, agency, &id, kind_word(asked, kind)).await?;
    let shown = |words: &str| if open { words.to_owned() } else { masked(words) };
    let said = match act {
        Act::Answer { words, .. } => shown(words),
        Act::Refuse { reason, .. } => shown(reason),
        _ => String::new(),
    };
    let decided = match act {
        Act::PassOn { body, contact, .. } => Decided::PassedOn { body, contact },
        Act::Refuse { .. } => Decided::Refused(&said),
        _ => Decided::Answered(&said),
    };
    let contact = stored.matter.contact.as_ref().filter(|_| open);
    let at = contact.map(reached).filter(|at| !at.is_empty());
    let name = asked.agency_name(agency);
    let letter = crate::letter::Reply {
        agency: &name,
        to: contact.map(|contact| &*contact.name).filter(|name| !name.is_empty()),
        at: at.as_deref(),
        brought: brought(stored.matter.kind),
        received: in_vietnam(stored.matter.received_at).0,
        decided,
        reopen_until,
        today: in_vietnam(asked.visit.now).0,
    }
    .letter();
    sheet(asked, kind, letter, &format!("tra-loi-{}", &digits(&id)[..8])).await
}

/// What was brought, within a sentence of a letter, which is in Vietnamese whatever the officer reads.
fn brought(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Petition => "phản ánh, kiến nghị",
        MatterKind::Report => "tin báo",
        MatterKind::PageError => "góp ý về nội dung niêm yết",
    }
}

/// Where somebody is reached by letter, else by mail or telephone.
fn reached(contact: &Contact) -> String {
    let ways = [&contact.address, &contact.email, &contact.phone];
    let way = ways.into_iter().flatten().next();
    way.map(ToString::to_string).unwrap_or_default()
}

/// In which form a letter is taken, as the log says it: the page to print, where the host cannot give what was asked for.
pub(super) fn kind_word(asked: Asked<'_>, kind: &str) -> &'static str {
    match kind {
        "docx" => "docx",
        "pdf" if asked.visit.reception.letter_setter.is_some() => "pdf",
        _ => "print",
    }
}

/// A letter as the form asked for it: a page to print, or a file.
pub(super) async fn sheet(
    asked: Asked<'_>,
    kind: &str,
    letter: Letter,
    name: &str,
) -> Result<Reply, Reply> {
    let kind = kind_word(asked, kind);
    let (media, made) = match &asked.visit.reception.letter_setter {
        Some(setter) if kind == "pdf" => {
            let (setter, today) = (Arc::clone(setter), in_vietnam(asked.visit.now).0);
            let set = web::block(move || setter(&letter, today)).await;
            ("application/pdf", set.unwrap_or_else(|error| Err(error.to_string())))
        }
        _ if kind == "docx" => {
            let docx = Docx::of(&letter).map(Docx::into_bytes);
            (Docx::MEDIA, docx.map_err(|error| error.to_string()))
        }
        _ => return Ok(asked.page(StatusCode::OK, &LetterSheet::of(&letter))),
    };
    let bytes = made.map_err(|cause| {
        tracing::error!(cause, "a letter could not be made");
        asked.notice(StatusCode::INTERNAL_SERVER_ERROR, "trouble", None)
    })?;
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}.{kind}\""));
    let disposition = disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let reply = Reply::new(StatusCode::OK, media, NO_STORE, bytes);
    Ok(reply.with(CONTENT_DISPOSITION, disposition))
}

/// Writes a row of the log.
pub(super) async fn note(
    asked: Asked<'_>,
    seat: &Seat,
    deed: Deed,
    agency: &Slug,
    id: &[u8; 16],
    detail: &str,
) -> Result<(), Reply> {
    let entry = AuditEntry {
        at: asked.visit.now,
        account: seat.officer().account.to_string(),
        deed,
        agency: Some(agency.clone()),
        subject: digits(id),
        detail: detail.to_owned(),
    };
    asked.work(Work::Note(entry)).await.map(drop)
}
