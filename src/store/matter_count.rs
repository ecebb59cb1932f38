//! How many matters an agency has to do.

/// Counts of open matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatterCount {
    /// With something left to do.
    pub open: u64,
    /// Those among them whose due day is over.
    pub overdue: u64,
    /// Those among them that are due today or tomorrow, as the asker says.
    pub due_soon: u64,
}
