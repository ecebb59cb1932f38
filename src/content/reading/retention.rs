//! `site.yaml`, `retention`: for how long what citizens send is kept.

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{PeriodShape, RetentionShape};
use crate::diagnostic::{Problem, Shape};
use crate::feedback::{Period, Retention};

/// The periods, with our defaults where the site says nothing. What cannot be is told and has the default.
pub(super) fn read(
    file: &str,
    shape: Option<&RetentionShape>,
    findings: &mut Findings,
) -> Retention {
    let Some(shape) = shape else { return Retention::default() };
    let mut refuse = |key, found: u16, reason: &str| {
        let problem = Problem::BadValue {
            wanted: Shape::Number,
            found: found.to_string(),
            reason: reason.into(),
        };
        findings.error(file, At::ROOT.key("retention").key(key).key("months"), problem);
    };
    let mut period = |key, shape: Option<&PeriodShape>, default: Period| match shape {
        None => default,
        Some(shape) if (1..=Period::LONGEST).contains(&shape.months) => {
            Period { months: shape.months, citation: shape.citation.as_deref().map(Into::into) }
        }
        Some(shape) => {
            refuse(key, shape.months, "1–1200");
            default
        }
    };
    let defaults = Retention::default();
    let read = Retention {
        marked_words: period("marked_words", shape.marked_words.as_ref(), defaults.marked_words),
        words: period("words", shape.words.as_ref(), defaults.words),
        ratings: period("ratings", shape.ratings.as_ref(), defaults.ratings),
        contacts: period("contacts", shape.contacts.as_ref(), defaults.contacts),
        matters: period("matters", shape.matters.as_ref(), defaults.matters),
        log: period("log", shape.log.as_ref(), defaults.log),
    };
    if read.is_ordered() {
        return read;
    }
    // Words cannot outlast the ratings they are in, nor contacts their matters.
    if read.contacts.months > read.matters.months {
        refuse("contacts", read.contacts.months, "contacts ≤ matters");
        return Retention::default();
    }
    let reason = "marked_words ≤ words ≤ ratings";
    if read.words.months > read.ratings.months {
        refuse("words", read.words.months, reason);
    } else {
        refuse("marked_words", read.marked_words.months, reason);
    }
    Retention::default()
}
