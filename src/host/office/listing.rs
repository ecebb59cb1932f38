//! The posted listing beside what somebody brought: the very wording that they read, if the release still has it.

use super::asked::Asked;
use super::posted_text;
use crate::feedback::matter::Posted;
use crate::host::local_day;
use crate::publication::PageAddress;
use crate::release::Coding;
use crate::theme::context::PostedPart;

/// A listing as far as it can be shown.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The path of the page that has this wording; none if no page has it now.
    pub(super) path: Option<String>,
    /// What the page says of papers, time and fees.
    pub(super) parts: Vec<PostedPart>,
    /// Whether the wording is not posted any more, not even as a past edition.
    pub(super) gone: bool,
}

/// The wording that was in force when the citizen read it. It is known by its content: a listing that was put right
/// since, without a new edition, is another wording and is not shown as theirs.
pub(super) fn beside(asked: Asked<'_>, posted: &Posted) -> Beside {
    let visit = asked.visit;
    let code = posted.procedure.as_str();
    let Some(listing) = visit.posted.desk.posted(&posted.procedure) else {
        return Beside { gone: true, ..Beside::default() };
    };
    let Some(edition) = listing.edition(posted.edition) else {
        return Beside { gone: true, ..Beside::default() };
    };
    let today = local_day::of(visit.now);
    let dated = edition.from_day().map(|from| PageAddress::DatedEdition { code, from });
    let is_shown = listing.shown(today.0) == Some(posted.edition);
    let shown = is_shown.then_some(PageAddress::Procedure { code });
    let paths = dated.iter().chain(&shown).flat_map(|page| {
        let other = asked.other_language();
        [other, None].map(|language| page.path(language))
    });
    for path in paths {
        let Some(entry) = visit.posted.release.find(&path, today) else { continue };
        let body = entry.bodies.get(Coding::Identity);
        let bytes = body.and_then(|body| visit.posted.release.body(body));
        let parts = bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
        let parts = parts.map(posted_text::parts).unwrap_or_default();
        return Beside { path: Some(path), parts, gone: false };
    }
    Beside { gone: true, ..Beside::default() }
}
