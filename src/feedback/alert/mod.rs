//! What an agency is told of without looking: something new, something due, a counter that has fallen silent.
//!
//! Pure: which kinds there are, what a message of each may hold (numbers and days, never what a citizen wrote), who
//! gets it, when a counter's ratings are worth a word, and when a message that could not be sent is tried again. The
//! queue is the store's, the sending that of the room `alert`, and the hours are counted by `command`.

mod alert_kind;
mod audience;
mod day_count;
mod facts;
mod falling;
mod matter_tally;
mod pace;
mod recipient;
mod silence;
mod target;

pub use alert_kind::AlertKind;
pub use audience::Audience;
pub use day_count::DayCount;
pub use facts::{Digest, Facts, New};
pub use falling::{Fall, Satisfied, falling};
pub use matter_tally::MatterTally;
pub use pace::{END, next_try};
pub use recipient::Recipient;
pub use silence::{Silence, silence};
pub use target::{Target, TargetError};
