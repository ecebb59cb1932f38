//! A percentage with two decimals, as Vietnamese reports give them. Whole hundredths, so that a figure that is written
//! and read back is the same figure.

use std::fmt;

use crate::text::NumberStyle;

/// Hundredths of one per cent, 0 to 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

/// Why a text is no percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a percentage is written 82.66: from 0 to 100, with a point and at most two decimals")]
pub struct PercentError;

impl Percent {
    /// A hundred per cent.
    pub const WHOLE: Self = Self(10_000);

    /// The nearest to an unrounded figure, halves up; what lies outside is put to the end.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=10000 before"
    )]
    pub fn nearest(percent: f64) -> Self {
        Self((percent * 100.0 + 0.5 + 1e-9).floor().clamp(0.0, 10_000.0) as u16)
    }

    /// So many of so many; none of none.
    pub fn share(part: u64, whole: u64) -> Option<Self> {
        let hundredths = (part.checked_mul(20_000)?.checked_add(whole)?).checked_div(whole * 2)?;
        u16::try_from(hundredths).ok().filter(|value| *value <= 10_000).map(Self)
    }

    /// Reads `82.66`, `85`, `7.5`.
    pub fn parse(text: &str) -> Result<Self, PercentError> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str, most: usize| {
            let sound = (1..=most).contains(&text.len());
            sound && text.bytes().all(|sign| sign.is_ascii_digit())
        };
        if !digits(whole, 3) || !digits(decimals, 2) {
            return Err(PercentError);
        }
        let number = |text: &str| text.parse::<u16>().map_err(|_| PercentError);
        let tens = if decimals.len() == 1 { 10 } else { 1 };
        let all = number(whole)? * 100 + number(decimals)? * tens;
        if all <= 10_000 { Ok(Self(all)) } else { Err(PercentError) }
    }

    /// In hundredths of one per cent.
    pub fn hundredths(self) -> u16 {
        self.0
    }

    /// As a number from 0 to 100.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// With two decimals and the sign of the language: `82,66`.
    pub fn written(self, style: NumberStyle) -> String {
        format!("{}{}{:02}", self.0 / 100, style.decimal, self.0 % 100)
    }
}

impl fmt::Display for Percent {
    /// `82.66`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_decimals_are_kept_and_nothing_else_is_read() {
        for (written, hundredths) in [("82.66", 8266), ("85", 8500), ("7.5", 750), ("100", 10_000)]
        {
            assert_eq!(Percent::parse(written).map(Percent::hundredths), Ok(hundredths));
        }
        for odd in ["", "82,66", "100.01", "101", "-1", "8.123", "1e1", ".5", "5.", "٨"] {
            assert_eq!(Percent::parse(odd), Err(PercentError), "{odd}");
        }
        assert_eq!(Percent::nearest(82.655).to_string(), "82.66");
        assert_eq!(Percent::nearest(-0.3).to_string(), "0.00");
        assert_eq!(Percent::nearest(66.666_666).written(NumberStyle::VIETNAMESE), "66,67");
        assert_eq!(Percent::share(1, 8).unwrap().to_string(), "12.50");
        assert_eq!(Percent::share(0, 0), None);
        assert_eq!(Percent::share(3, 2), None);
    }
}
