//! A person's word on a rating as it is remembered, and as the log of the desk tells it: by counter and half day. The
//! id of a rating tells when it came to the millisecond, so it is in no log that people read.

use crate::feedback::secrecy::HalfDay;
use crate::feedback::{Mark, Submission};
use crate::store::{AuditEntry, Deed, Judgement, Verdict};
use crate::text::Slug;

/// A judgement under its id.
#[derive(Clone, Debug)]
pub(in crate::store) struct Word {
    pub(in crate::store) id: [u8; 16],
    pub(in crate::store) judgement: Judgement,
    counter: Slug,
    detail: String,
}

impl Word {
    pub(in crate::store) fn on(id: [u8; 16], judgement: &Judgement, rating: &Submission) -> Self {
        let half = HalfDay::of(rating.received_at);
        let marks: Vec<&str> = rating.marks.iter().map(|mark| Mark::word(*mark)).collect();
        let half_of_day = if half.is_afternoon() { "chiều" } else { "sáng" };
        let detail = format!("{} {half_of_day}: {}", half.day(), marks.join(" "));
        Self { id, judgement: judgement.clone(), counter: rating.counter.clone(), detail }
    }

    /// What the log says; nothing where it was done at the machine.
    pub(in crate::store) fn audited(&self) -> Option<AuditEntry> {
        let Judgement { agency, verdict, account, at, .. } = &self.judgement;
        let deed = match verdict {
            Verdict::Hold => Deed::RatingHeld,
            Verdict::Release => Deed::RatingReleased,
        };
        (!account.is_empty()).then(|| AuditEntry {
            at: *at,
            account: account.clone(),
            deed,
            agency: Some(agency.clone()),
            subject: self.counter.to_string(),
            detail: self.detail.clone(),
        })
    }
}
