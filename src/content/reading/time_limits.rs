//! `site.yaml`, `time_limits`: how long an agency may take with what citizens bring.

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{TimeLimitShape, TimeLimitsShape};
use crate::diagnostic::{Problem, Shape};
use crate::feedback::matter::{Limit, TimeLimits};

/// The limits, with our defaults where the site says nothing. What cannot be is told and has the default.
pub(super) fn read(
    file: &str,
    shape: Option<&TimeLimitsShape>,
    findings: &mut Findings,
) -> TimeLimits {
    let defaults = TimeLimits::default();
    let Some(shape) = shape else { return defaults };
    let at = At::ROOT.key("time_limits");
    let bad = |found: u16, reason: &str| Problem::BadValue {
        wanted: Shape::Number,
        found: found.to_string(),
        reason: reason.into(),
    };
    let range = 1..=TimeLimits::LONGEST;
    let mut limit = |key, shape: Option<&TimeLimitShape>, default: Limit| {
        let Some(TimeLimitShape { handle, answer, citation }) = shape else { return default };
        for (name, days) in [("handle", *handle), ("answer", *answer)] {
            if !range.contains(&days) {
                findings.error(file, at.key(key).key(name), bad(days, "1–250"));
                return default;
            }
        }
        if answer < handle {
            findings.error(file, at.key(key).key("answer"), bad(*answer, "handle ≤ answer"));
            return default;
        }
        let citation = citation.as_deref().map(Into::into);
        Limit { handle: *handle, answer: *answer, citation }
    };
    let petition = limit("petition", shape.petition.as_ref(), defaults.petition);
    let report = limit("report", shape.report.as_ref(), defaults.report);
    let page_error = limit("page_error", shape.page_error.as_ref(), defaults.page_error);
    let reopen = shape.reopen.unwrap_or(defaults.reopen);
    if !range.contains(&reopen) {
        findings.error(file, at.key("reopen"), bad(reopen, "1–250"));
    }
    let reopen = if range.contains(&reopen) { reopen } else { defaults.reopen };
    TimeLimits { petition, report, page_error, reopen }
}
