//! An entry of the release as an answer: the right coding, 304 where the client has it, one range of it,
//! or a page of its own with its slots filled.

use std::io::{Read, Write};

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE, ETAG, HeaderValue, RANGE,
    VARY,
};
use bytes::Bytes;

use super::accepted_coding::AcceptedCodings;
use super::byte_range::{self, Asked};
use super::reply::{NO_STORE, Reply};
use super::visit::Visit;
use super::{etag, local_day, rating_page};
use crate::catalogue::PrintedCode;
use crate::feedback::{Mode, Stamp};
use crate::release::{Coding, EntryView, Media, SlotKind};

/// The answer for an entry found at the path of the request. `code` is the printed code that led to it.
pub(super) fn reply(visit: Visit<'_>, entry: &EntryView<'_>, code: Option<&PrintedCode>) -> Reply {
    if entry.has_slots() {
        return own_page(visit, entry, code);
    }
    if visit.reception.watched.is_some() && entry.media == Media::Html {
        return watched(visit, entry);
    }
    let accepted = AcceptedCodings::of(visit.request.headers());
    let coding = accepted.choose(|coding| entry.bodies.get(coding).is_some());
    let status = StatusCode::from_u16(entry.status).unwrap_or(StatusCode::OK);
    if status != StatusCode::OK {
        return whole(visit, entry, coding, status);
    }
    if let Some(part) = part(visit, entry) {
        return part;
    }
    let tag = etag::tag(entry.etag, coding);
    let known = etag::is_known(visit.request.headers(), &tag);
    let reply = if known {
        vary(Reply::bare(StatusCode::NOT_MODIFIED, entry.cache.cache_control()), entry)
    } else {
        whole(visit, entry, coding, status)
    };
    reply.with_text(ETAG, &tag)
}

/// The page that says that nothing lies here, as the site has it; none if the site has none.
pub(super) fn not_found(visit: Visit<'_>, path: &str) -> Option<Reply> {
    let entry = visit.posted.release.find(path, local_day::of(visit.now))?;
    if visit.reception.watched.is_some() {
        return Some(watched(visit, &entry));
    }
    let accepted = AcceptedCodings::of(visit.request.headers());
    let coding = accepted.choose(|coding| entry.bodies.get(coding).is_some());
    Some(whole(visit, &entry, coding, StatusCode::NOT_FOUND))
}

fn whole(visit: Visit<'_>, entry: &EntryView<'_>, coding: Coding, status: StatusCode) -> Reply {
    let (coding, body) = body(visit, entry, coding);
    let media = entry.media.content_type();
    let reply = Reply::new(status, media, entry.cache.cache_control(), body);
    let reply = disposition(vary(reply, entry), entry.media);
    if coding == Coding::Identity { reply } else { encoded(reply, coding) }
}

/// The bytes in this coding. An entry without a plain body is unpacked for a client that needs one.
fn body(visit: Visit<'_>, entry: &EntryView<'_>, coding: Coding) -> (Coding, Bytes) {
    let bytes = |coding| visit.posted.release.body(entry.bodies.get(coding)?);
    if let Some(bytes) = bytes(coding) {
        return (coding, bytes);
    }
    let unpacked = bytes(Coding::Gzip).and_then(|packed| {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut plain).ok()?;
        Some((Coding::Identity, Bytes::from(plain)))
    });
    let any = || Some((Coding::Brotli, bytes(Coding::Brotli)?));
    unpacked.or_else(any).unwrap_or((Coding::Identity, Bytes::new()))
}

/// One range of the plain body, if a sound one is asked for.
fn part(visit: Visit<'_>, entry: &EntryView<'_>) -> Option<Reply> {
    let asked = visit.header(RANGE)?;
    let whole = visit.posted.release.body(entry.bodies.get(Coding::Identity)?)?;
    let tag = etag::tag(entry.etag, Coding::Identity);
    if !etag::range_holds(visit.request.headers(), &tag) {
        return None;
    }
    let (cache, media) = (entry.cache.cache_control(), entry.media.content_type());
    let reply = match byte_range::read(asked, whole.len()) {
        Asked::Whole => return None,
        Asked::Beyond => Reply::bare(StatusCode::RANGE_NOT_SATISFIABLE, cache)
            .with_text(CONTENT_RANGE, &format!("bytes */{}", whole.len())),
        Asked::Part(first, last) => {
            Reply::new(StatusCode::PARTIAL_CONTENT, media, cache, whole.slice(first..=last))
                .with_text(CONTENT_RANGE, &format!("bytes {first}-{last}/{}", whole.len()))
                .with_text(ETAG, &tag)
        }
    };
    Some(disposition(vary(reply, entry), entry.media))
}

/// A page made for this visit alone: its slots are filled with a fresh key and the signed time.
fn own_page(visit: Visit<'_>, entry: &EntryView<'_>, code: Option<&PrintedCode>) -> Reply {
    let (_, plain) = body(visit, entry, Coding::Identity);
    let mut page = plain.to_vec();
    let key = visit.reception.draw_key();
    let key_digits = key.to_string();
    let stamp = code
        .map(|code| Stamp::sign(&visit.reception.secret, code, &key, visit.now).to_string())
        .unwrap_or_default();
    for slot in entry.slots() {
        let digits = match slot.kind {
            SlotKind::Key => &key_digits,
            SlotKind::Time => &stamp,
        };
        let from = slot.offset as usize;
        // A slot of another width is left as it is: a blank key leads to the one-button page.
        match page.get_mut(from..from + usize::from(slot.len)) {
            Some(place) if place.len() == digits.len() => place.copy_from_slice(digits.as_bytes()),
            _ => {}
        }
    }
    // One page serves all ways; on which it was opened, the address says. Last, since it moves the rest.
    let mode = rating_page::mode(visit);
    if mode != Mode::Qr {
        let field = |mode: Mode| format!("name=\"mode\" value=\"{}\"", mode.word());
        page = String::from_utf8_lossy(&page).replacen(&field(Mode::Qr), &field(mode), 1).into();
    }
    let status = StatusCode::from_u16(entry.status).unwrap_or(StatusCode::OK);
    made_for_one(visit, status, entry.media.content_type(), page)
}

/// A page of a site that somebody is writing: never kept, since the next may be another.
fn watched(visit: Visit<'_>, entry: &EntryView<'_>) -> Reply {
    let (_, plain) = body(visit, entry, Coding::Identity);
    let status = StatusCode::from_u16(entry.status).unwrap_or(StatusCode::OK);
    made_for_one(visit, status, entry.media.content_type(), plain.to_vec())
}

/// An answer that nobody may keep, packed quickly for clients that take it so.
pub(super) fn made_for_one(
    visit: Visit<'_>,
    status: StatusCode,
    media: &'static str,
    page: Vec<u8>,
) -> Reply {
    let page = match &visit.reception.watched {
        Some(watched) if media == Media::Html.content_type() => {
            watched.instrument(&page, visit.base())
        }
        _ => page,
    };
    let accepted = AcceptedCodings::of(visit.request.headers());
    let packed = match accepted.choose(|coding| coding != Coding::Brotli) {
        Coding::Gzip => gzip(&page),
        _ => None,
    };
    let vary = HeaderValue::from_static("Accept-Encoding");
    match packed {
        Some(packed) => encoded(Reply::new(status, media, NO_STORE, packed), Coding::Gzip),
        None => Reply::new(status, media, NO_STORE, page),
    }
    .with(VARY, vary)
}

fn gzip(page: &[u8]) -> Option<Vec<u8>> {
    let level = flate2::Compression::fast();
    let mut packer = flate2::write::GzEncoder::new(Vec::with_capacity(page.len() / 3), level);
    packer.write_all(page).ok()?;
    packer.finish().ok()
}

fn encoded(reply: Reply, coding: Coding) -> Reply {
    reply.with(CONTENT_ENCODING, HeaderValue::from_static(coding.token()))
}

/// What can be packed differs by what the client accepts; what cannot may be asked for in parts.
fn vary(reply: Reply, entry: &EntryView<'_>) -> Reply {
    if entry.media.is_compressible() {
        reply.with(VARY, HeaderValue::from_static("Accept-Encoding"))
    } else {
        reply.with(ACCEPT_RANGES, HeaderValue::from_static("bytes"))
    }
}

/// A file of unknown kind is handed over as a download, never shown.
fn disposition(reply: Reply, media: Media) -> Reply {
    if media == Media::Binary {
        reply.with(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"))
    } else {
        reply
    }
}
