//! A percentage that a browser draws. A word processor has the signs of the run in its place, which can be changed.

/// A percentage with its interval, in hundredths of a per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PercentBar {
    /// The figure.
    pub value: u16,
    /// The lower end of its interval.
    pub low: u16,
    /// The upper end.
    pub high: u16,
}
