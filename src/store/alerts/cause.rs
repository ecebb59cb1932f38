//! What is to be told, as a batch of orders brings it about.

use std::collections::BTreeMap;

use crate::feedback::Mark;
use crate::feedback::alert::AlertKind;
use crate::feedback::matter::{Act, MatterKind};
use crate::store::ledger::Changes;
use crate::text::Slug;

/// So much of something that somebody is to be told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The agency.
    pub agency: Slug,
    /// The word of the kind of alert.
    pub kind: String,
    /// What of it: the kind of a matter, `reopened` or `held`; or the counter of a burst.
    pub subject: String,
    /// How many.
    pub n: i64,
    /// When the first came, in milliseconds UTC.
    pub first_at: i64,
}

/// Causes of a batch, in the order of their keys, so that two batches lock the same rows in the same order.
pub(in crate::store) type Causes = BTreeMap<(Slug, &'static str, String), (i64, i64)>;

impl Cause {
    /// The subject of matters that were brought again.
    pub const REOPENED: &str = "reopened";

    /// The subject of matters that seem to come from a program.
    pub const HELD: &str = "held";
}

impl Changes {
    /// What somebody is to be told of: what was brought, what was brought again, and ratings that came in a burst.
    pub(in crate::store) fn causes(&self) -> Causes {
        let mut causes = Causes::new();
        let mut count = |agency: &Slug, kind: AlertKind, subject: &str, at: i64| {
            let key = (agency.clone(), kind.word(), subject.to_owned());
            let (n, first_at) = causes.entry(key).or_insert((0, at));
            *n += 1;
            *first_at = at.min(*first_at);
        };
        for one in &self.matters.added {
            let subject = if one.held() { Cause::HELD } else { one.matter.kind.word() };
            count(&one.matter.agency, AlertKind::New, subject, one.matter.received_at);
        }
        for ((agency, id), _, event) in &self.matters.logged {
            if !matches!(event.act, Act::Reopen { .. }) {
                continue;
            }
            let of = self.matters.changed.iter().find(|one| one.id == *id);
            let report = of.is_some_and(|one| one.matter.kind == MatterKind::Report);
            let subject = if report { MatterKind::Report.word() } else { Cause::REOPENED };
            count(agency, AlertKind::New, subject, event.at);
        }
        for rating in &self.added {
            let sent = &rating.submission;
            if sent.marks.contains(&Mark::Burst) {
                count(&sent.agency, AlertKind::Burst, sent.counter.as_str(), sent.received_at);
            }
        }
        causes
    }
}

/// Counts a cause: its agency, kind, subject, number and moment are the values of a row.
pub(in crate::store) const COUNT: &str = "INSERT INTO alert_cause (agency, kind, subject, n, first_at) ROWS \
     ON CONFLICT (agency, kind, subject) DO UPDATE SET n = alert_cause.n + excluded.n";
