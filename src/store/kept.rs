//! What became of a rating that was sent.

use crate::feedback::Receipt;

/// How a rating was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is on the disk now.
    New(Receipt),
    /// A rating with this key was there before; what was sent now is not looked at. The citizen is
    /// thanked with the same receipt.
    Already(Receipt),
    /// Its one-time code proved another rating before; nothing is kept.
    Spent,
}

impl Kept {
    /// The receipt of the rating that is there; none if none is.
    pub fn receipt(self) -> Option<Receipt> {
        match self {
            Self::New(receipt) | Self::Already(receipt) => Some(receipt),
            Self::Spent => None,
        }
    }
}
