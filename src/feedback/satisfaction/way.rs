//! On which ways ratings came. A tablet in a hall, a form keyed by staff and a phone at home do not measure
//! the same thing, nor do visits that a code proved and those that anybody may claim. So each way has its own
//! figures, and a figure over several says that it is one.

use std::collections::BTreeSet;
use std::fmt;

use crate::feedback::Mode;

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Way {
    /// By what it was sent.
    pub mode: Mode,
    /// Whether a one-time code proved the visit.
    pub verified: bool,
}

/// The ways behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ways {
    /// One alone.
    One(Way),
    /// Several, added up because somebody asked for that.
    Combined(BTreeSet<Way>),
}

impl Ways {
    /// Each way, in order.
    pub fn list(&self) -> Vec<Way> {
        match self {
            Self::One(way) => vec![*way],
            Self::Combined(ways) => ways.iter().copied().collect(),
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.mode.word(), if self.verified { "verified" } else { "open" })
    }
}

impl fmt::Display for Ways {
    /// `qr/open`, or `combined:kiosk/open+qr/open`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(way) => way.fmt(f),
            Self::Combined(ways) => {
                f.write_str("combined:")?;
                let words: Vec<String> = ways.iter().map(ToString::to_string).collect();
                f.write_str(&words.join("+"))
            }
        }
    }
}
