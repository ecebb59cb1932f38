//! What became of an event that was to be appended to the log of a matter.

use crate::feedback::matter::{NotAllowed, State};

/// How an appending ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// The event is on the disk.
    Done {
        /// The state after it.
        state: State,
        /// How many events there are now.
        events: u32,
    },
    /// Something else happened to the matter since whoever sent this looked at it; nothing was written.
    Overtaken {
        /// How many events there are.
        events: u32,
    },
    /// The event may not come next; nothing was written.
    NotAllowed(NotAllowed),
    /// There is no such matter.
    Unknown,
}
