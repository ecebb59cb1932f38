//! What a host counts: answers and ratings by kind, never by who.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use actix_web::http::StatusCode;

use super::class::Class;
use super::crowd::Crowded;
use crate::feedback::{Mark, Rejection};

/// The statuses that are counted apart; all others together.
const STATUSES: [u16; 22] = [
    200, 206, 301, 303, 304, 400, 403, 404, 405, 408, 409, 410, 413, 414, 415, 416, 421, 422, 429,
    431, 500, 503,
];

/// Up to how many milliseconds answers are counted together; beyond the last, all others.
const SPANS: [u64; 9] = [1, 5, 10, 25, 50, 100, 250, 1_000, 5_000];

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
    /// To be sent again in a moment: too many at once.
    Waiting,
    /// Sent by another site, and shown to its reader.
    Foreign,
    /// Too long, too slow, of another type, or no form at all.
    Unreadable,
    /// Too many waited for the disk.
    Busy,
    /// The store failed.
    Failed,
}

const OUTCOMES: [&str; 11] = [
    "kept",
    "duplicate",
    "amended",
    "too_late",
    "without_key",
    "rejected",
    "waiting",
    "foreign",
    "unreadable",
    "busy",
    "failed",
];

/// The counts since the host was started.
#[derive(Default)]
pub(super) struct Tally {
    requests: [[AtomicU64; STATUSES.len() + 1]; Class::ALL.len()],
    ratings: [AtomicU64; OUTCOMES.len()],
    rejections: Counts,
    marks: Counts,
    waits: Counts,
    matters: Counts,
    not_shaken: AtomicU64,
    /// How many answers took how long, each counted once.
    spans: [AtomicU64; SPANS.len() + 1],
    /// All that they took, in milliseconds.
    taken: AtomicU64,
}

impl Tally {
    /// Counts an answer.
    pub(super) fn request(&self, class: Class, status: StatusCode) {
        let place = STATUSES.iter().position(|known| *known == status.as_u16());
        let row = &self.requests[class as usize];
        row[place.unwrap_or(STATUSES.len())].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts how long an answer took, in milliseconds.
    pub(super) fn took(&self, millis: i64) {
        // A clock that is set back makes no answer quicker than at once.
        let millis = u64::try_from(millis).unwrap_or_default();
        let place = SPANS.iter().position(|most| millis <= *most).unwrap_or(SPANS.len());
        self.spans[place].fetch_add(1, Ordering::Relaxed);
        self.taken.fetch_add(millis, Ordering::Relaxed);
    }

    /// Counts a form.
    pub(super) fn rating(&self, outcome: RatingOutcome) {
        self.ratings[outcome as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a form that is handed back, and why.
    pub(super) fn rejected(&self, rejection: &Rejection) {
        self.rating(RatingOutcome::Rejected);
        for (_, reason) in &rejection.fields {
            add(&self.rejections, reason.key());
        }
    }

    /// Counts a form about a matter by what became of it.
    pub(super) fn matter(&self, outcome: &'static str) {
        add(&self.matters, outcome);
    }

    /// Counts a connection that came to no encryption.
    pub(super) fn not_shaken(&self) {
        self.not_shaken.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts the marks of a rating that was kept.
    pub(super) fn marked(&self, marks: &[Mark]) {
        for mark in marks {
            add(&self.marks, mark.word());
        }
    }

    /// Counts a form that has to wait.
    pub(super) fn waits(&self, reason: Crowded) {
        self.rating(RatingOutcome::Waiting);
        self.not_looked_at(reason);
    }

    /// Counts a one-time code in an address that was not looked at: no form has to wait for it.
    pub(super) fn not_looked_at(&self, reason: Crowded) {
        add(&self.waits, reason.word());
    }

    /// Writes the counts in the text format of Prometheus. Writing to a String cannot fail.
    pub(super) fn write(&self, to: &mut String) {
        family(to, "niemyet_requests_total", "counter", "Answers by kind and status");
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
        self.write_spans(to);
        family(to, "niemyet_ratings_total", "counter", "Forms with ratings by what became of them");
        for (outcome, count) in OUTCOMES.iter().zip(&self.ratings) {
            let count = count.load(Ordering::Relaxed);
            let _ = writeln!(to, "niemyet_ratings_total{{outcome=\"{outcome}\"}} {count}");
        }
        for (name, label, help, counts) in [
            ("rejections", "reason", "Fields for which a form was handed back", &self.rejections),
            ("marks", "mark", "Marks that ratings were kept with", &self.marks),
            ("waits", "reason", "Forms that had to wait, by the bound they met", &self.waits),
            ("matters", "outcome", "Forms about matters by what became of them", &self.matters),
        ] {
            let name = format!("niemyet_{name}_total");
            family(to, &name, "counter", help);
            write_all(to, &name, label, counts);
        }
        let name = "niemyet_handshakes_failed_total";
        family(to, name, "counter", "Connections that came to no encryption");
        let _ = writeln!(to, "{name} {}", self.not_shaken.load(Ordering::Relaxed));
    }

    fn write_spans(&self, to: &mut String) {
        let name = "niemyet_request_seconds";
        family(to, name, "histogram", "How long answers took, without the way to the reader");
        let mut all = 0;
        for (place, count) in self.spans.iter().enumerate() {
            all += count.load(Ordering::Relaxed);
            let most = SPANS.get(place).map_or("+Inf".into(), |most| seconds(*most));
            let _ = writeln!(to, "{name}_bucket{{le=\"{most}\"}} {all}");
        }
        let taken = seconds(self.taken.load(Ordering::Relaxed));
        let _ = write!(to, "{name}_sum {taken}\n{name}_count {all}\n");
    }
}

/// Milliseconds as seconds.
fn seconds(millis: u64) -> String {
    format!("{}.{:03}", millis / 1_000, millis % 1_000)
}

/// The lines before the figures of a name: what they are.
pub(super) fn family(to: &mut String, name: &str, kind: &str, help: &str) {
    let _ = write!(to, "# HELP {name} {help}.\n# TYPE {name} {kind}\n");
}

type Counts = Mutex<BTreeMap<&'static str, u64>>;

fn add(counts: &Counts, what: &'static str) {
    *counts.lock().unwrap_or_else(PoisonError::into_inner).entry(what).or_default() += 1;
}

fn write_all(to: &mut String, name: &str, label: &str, counts: &Counts) {
    for (what, count) in &*counts.lock().unwrap_or_else(PoisonError::into_inner) {
        let _ = writeln!(to, "{name}{{{label}=\"{what}\"}} {count}");
    }
}
