//! Opening hours, as they stand on the door.

use serde::{Deserialize, Serialize};

use crate::text::Hour;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the days of the week")]
pub enum Weekday {
    Mon = 1,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// On these days, from this hour to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// The days, in order.
    pub days: Vec<Weekday>,
    /// Opens.
    pub from: Hour,
    /// Closes.
    pub to: Hour,
}
