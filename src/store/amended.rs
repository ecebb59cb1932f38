//! What became of an amendment.

use crate::feedback::Receipt;

/// How an amendment ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amended {
    /// The rating is as the amendment wants it, on the disk; also if it was so before.
    Done(Receipt),
    /// The window is over; the rating stands as it was.
    TooLate(Receipt),
    /// Its one-time code proved another rating before; the rating stands as it was.
    Spent(Receipt),
    /// No rating has this key, or it answers another survey or stands at another counter than the one-time
    /// code.
    Unknown,
}
