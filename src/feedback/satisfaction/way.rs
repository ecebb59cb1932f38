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

impl Way {
    /// Reads `qr/open`, `kiosk/verified`.
    pub fn parse(written: &str) -> Option<Self> {
        let (mode, proof) = written.split_once('/')?;
        let verified = match proof {
            "verified" => true,
            "open" => false,
            _ => return None,
        };
        Some(Self { mode: Mode::parse(mode)?, verified })
    }
}

impl Ways {
    /// Reads what [`Ways`] writes: `qr/open`, `combined:kiosk/open+qr/open`.
    pub fn parse(written: &str) -> Option<Self> {
        match written.strip_prefix("combined:") {
            None => Way::parse(written).map(Self::One),
            Some(list) => {
                let ways: BTreeSet<Way> = list.split('+').map(Way::parse).collect::<Option<_>>()?;
                let all = Self::Combined(ways);
                (all.to_string() == written).then_some(all)
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_read_as_they_are_written() {
        for written in ["qr/open", "paper/verified", "combined:qr/open+kiosk/open"] {
            assert_eq!(Ways::parse(written).map(|ways| ways.to_string()), Some(written.into()));
        }
        for odd in ["", "qr", "qr/maybe", "fax/open", "combined:", "combined:kiosk/open+qr/open"] {
            assert_eq!(Ways::parse(odd), None, "{odd}");
        }
    }
}
