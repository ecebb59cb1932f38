//! How long an agency may take, in working days, by the kind of matter. Data of the site; here are the defaults.

use serde::{Deserialize, Serialize};

use super::act::written_day;
use super::{MatterKind, WorkingTime};
use crate::text::Date;

/// The limits of one kind, and what sets them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Working days in which a matter is accepted, passed on or refused.
    pub handle: u16,
    /// Working days in which it is answered.
    pub answer: u16,
    /// The act or decision that sets them; none where nothing but our default does.
    pub citation: Option<Box<str>>,
}

/// The limits of all kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLimits {
    /// Petitions.
    pub petition: Limit,
    /// Reports of what was asked for beyond the list.
    pub report: Limit,
    /// Pages that are wrong.
    pub page_error: Limit,
    /// Working days after a decision in which it can be reopened.
    pub reopen: u16,
}

/// The two days by which something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dues {
    /// The last day to accept, pass on or refuse.
    #[serde(with = "written_day")]
    pub handled: Date,
    /// The last day to answer.
    #[serde(with = "written_day")]
    pub answered: Date,
}

impl TimeLimits {
    /// No limit is longer, in working days.
    pub const LONGEST: u16 = 250;

    /// The limit of a kind.
    pub fn of(&self, kind: MatterKind) -> &Limit {
        match kind {
            MatterKind::Petition => &self.petition,
            MatterKind::Report => &self.report,
            MatterKind::PageError => &self.page_error,
        }
    }

    /// By when a matter is due that came in, or was reopened, at a moment (milliseconds UTC).
    pub fn dues(&self, kind: MatterKind, time: &WorkingTime<'_>, at: i64) -> Dues {
        let limit = self.of(kind);
        Dues { handled: time.due(at, limit.handle), answered: time.due(at, limit.answer) }
    }

    /// The last day on which what is decided at a moment (milliseconds UTC) can be reopened.
    pub fn reopen_until(&self, time: &WorkingTime<'_>, at: i64) -> Date {
        time.due(at, self.reopen)
    }
}

impl Default for TimeLimits {
    /// What holds where the site says nothing. Five working days to pass a petition on are law; the others are
    /// ours, and an agency decides its own.
    fn default() -> Self {
        let limit = |handle, answer| Limit { handle, answer, citation: None };
        Self {
            petition: Limit {
                citation: Some("Điều 9 Nghị định số 20/2008/NĐ-CP".into()),
                ..limit(5, 10)
            },
            report: limit(5, 10),
            page_error: limit(2, 5),
            reopen: 15,
        }
    }
}
