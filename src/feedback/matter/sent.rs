//! A form that brings a matter: what it is read against, and what comes of it.

use super::{Matter, MatterKind, TimeLimits, TrackingCode, WorkingTime};
use crate::feedback::{Key, Secret};
use crate::text::{Language, Slug};

/// What a form is read against.
#[derive(Clone, Copy, Debug)]
pub struct AskedMatter<'a> {
    /// The kind of matter that the page is for.
    pub kind: MatterKind,
    /// The agency that it goes to.
    pub agency: &'a Slug,
    /// The languages of the site; the first binds.
    pub languages: &'a [Language],
    /// What signs stamps and makes tracking codes.
    pub secret: &'a Secret,
    /// How long the agency may take.
    pub limits: &'a TimeLimits,
    /// How its working days are counted.
    pub time: WorkingTime<'a>,
    /// The time, in milliseconds UTC.
    pub now: i64,
}

/// A form that was read.
#[derive(Clone, Debug)]
pub struct SentMatter {
    /// The key of the visit; blank if the form had none, and then the matter is not to be kept yet.
    pub key: Key,
    /// The tracking code.
    pub code: TrackingCode,
    /// The matter.
    pub matter: Matter,
}
