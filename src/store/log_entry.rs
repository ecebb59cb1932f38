//! An event to be appended to the log of a matter.

use crate::feedback::matter::Event;
use crate::text::Slug;

/// An event, and the log as whoever sends it saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The agency of the matter.
    pub agency: Slug,
    /// The id of the matter.
    pub matter: [u8; 16],
    /// How many events its log had then. If it has others now, this one is not appended.
    pub expected: u32,
    /// The event.
    pub event: Event,
}
