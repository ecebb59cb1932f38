//! An hour of the day, to the minute, as it stands on an agency's door.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Minutes since midnight, 0 to 1440 (24:00 closes a day).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hour(pub(super) u16);

/// Why a text is not an hour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an hour is written \"07:30\", from \"00:00\" to \"24:00\"")]
pub struct HourError;

impl Hour {
    /// Reads `07:30`.
    pub fn parse(text: &str) -> Result<Self, HourError> {
        let (hour, minute) = text.split_once(':').ok_or(HourError)?;
        let number = |part: &str| {
            let sound = part.len() == 2 && part.bytes().all(|sign| sign.is_ascii_digit());
            if sound { part.parse::<u16>().map_err(|_| HourError) } else { Err(HourError) }
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        if minute > 59 || hour * 60 + minute > 1440 {
            return Err(HourError);
        }
        Ok(Self(hour * 60 + minute))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Debug for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_strictly() {
        assert_eq!(Hour::parse("07:30").unwrap().minutes(), 450);
        assert_eq!(Hour::parse("24:00").unwrap().to_string(), "24:00");
        for odd in ["7:30", "07.30", "07:60", "24:01", "07h30", "-1:00"] {
            assert_eq!(Hour::parse(odd), Err(HourError), "{odd}");
        }
    }
}
