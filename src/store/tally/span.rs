//! Which tallies are asked for.

use crate::text::Slug;

/// Days and months of one agency or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallySpan {
    /// The agency; all if none is named.
    pub agency: Option<Slug>,
    /// The first day in Vietnam, as 20261101. Tallies by month begin with its month.
    pub from: u32,
    /// The last day. Tallies by month end with its month.
    pub until: u32,
}

impl TallySpan {
    /// Everything.
    pub fn all() -> Self {
        Self { agency: None, from: 0, until: 99_999_999 }
    }

    /// One month, such as 202611.
    pub fn month(agency: Option<Slug>, month: u32) -> Self {
        Self { agency, from: month * 100, until: month * 100 + 99 }
    }
}
