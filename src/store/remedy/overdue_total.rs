//! How many files were overdue in a month, as somebody keyed it in.

/// A total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueTotal {
    /// The month: 202611.
    pub month: u32,
    /// Files overdue.
    pub overdue: u32,
    /// Who keyed it in.
    pub account: String,
    /// When, in milliseconds UTC.
    pub at: i64,
}
