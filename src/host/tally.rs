//! What a host counts: answers and ratings by kind, never by who.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use actix_web::http::StatusCode;

use super::class::Class;
use crate::feedback::Rejection;

/// The statuses that are counted apart; all others together.
const STATUSES: [u16; 19] =
    [200, 206, 301, 303, 304, 400, 404, 405, 408, 409, 410, 413, 414, 415, 416, 422, 431, 500, 503];

/// What became of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RatingOutcome {
    /// Kept.
    Kept,
    /// Sent before, with the same key.
    Duplicate,
    /// A rating that is kept was changed or added to.
    Amended,
    /// Sent under a claim whose time is over.
    TooLate,
    /// Answered with the one-button page.
    WithoutKey,
    /// Handed back with reasons.
    Rejected,
    /// Too long, too slow, of another type, or no form at all.
    Unreadable,
    /// Too many waited for the disk.
    Busy,
    /// The store failed.
    Failed,
}

const OUTCOMES: [&str; 9] = [
    "kept",
    "duplicate",
    "amended",
    "too_late",
    "without_key",
    "rejected",
    "unreadable",
    "busy",
    "failed",
];

/// The counts since the host was started.
#[derive(Default)]
pub(super) struct Tally {
    requests: [[AtomicU64; STATUSES.len() + 1]; Class::ALL.len()],
    ratings: [AtomicU64; OUTCOMES.len()],
    rejections: Mutex<BTreeMap<&'static str, u64>>,
}

impl Tally {
    /// Counts an answer.
    pub(super) fn request(&self, class: Class, status: StatusCode) {
        let place = STATUSES.iter().position(|known| *known == status.as_u16());
        let row = &self.requests[class as usize];
        row[place.unwrap_or(STATUSES.len())].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a form.
    pub(super) fn rating(&self, outcome: RatingOutcome) {
        self.ratings[outcome as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a form that is handed back, and why.
    pub(super) fn rejected(&self, rejection: &Rejection) {
        self.rating(RatingOutcome::Rejected);
        let mut reasons = self.rejections.lock().unwrap_or_else(PoisonError::into_inner);
        for (_, reason) in &rejection.fields {
            *reasons.entry(reason.key()).or_default() += 1;
        }
    }

    /// Writes the counts in the text format of Prometheus. Writing to a String cannot fail.
    pub(super) fn write(&self, to: &mut String) {
        to.push_str("# TYPE niemyet_requests_total counter\n");
        for class in Class::ALL {
            for (place, count) in self.requests[class as usize].iter().enumerate() {
                let count = count.load(Ordering::Relaxed);
                let status = STATUSES.get(place).map_or("other".into(), ToString::to_string);
                if count > 0 {
                    let labels = format!("class=\"{}\",status=\"{status}\"", class.word());
                    let _ = writeln!(to, "niemyet_requests_total{{{labels}}} {count}");
                }
            }
        }
        to.push_str("# TYPE niemyet_ratings_total counter\n");
        for (outcome, count) in OUTCOMES.iter().zip(&self.ratings) {
            let count = count.load(Ordering::Relaxed);
            let _ = writeln!(to, "niemyet_ratings_total{{outcome=\"{outcome}\"}} {count}");
        }
        to.push_str("# TYPE niemyet_rejections_total counter\n");
        for (reason, count) in &*self.rejections.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = writeln!(to, "niemyet_rejections_total{{reason=\"{reason}\"}} {count}");
        }
    }
}
