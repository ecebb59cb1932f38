//! An amount to pay: whole or decimal, in a currency or as a share of some value.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Vietnamese đồng; whole amounts only.
    Vnd,
    /// US dollars.
    Usd,
    /// Per cent of a value that the fee line names.
    Percent,
}

/// An amount in ten-thousandths of its unit, so that `0.15 %` and `10.5 USD` are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Ten-thousandths of the unit.
    pub ten_thousandths: u64,
    /// The unit.
    pub unit: Unit,
}

/// Why a text is not an amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// No number in front.
    #[error("an amount is a number and its unit: 8000 VND, 10.5 USD, 0.15 %")]
    Shape,
    /// A number without a unit.
    #[error("the amount has no unit; write VND, USD or % after it")]
    NoUnit,
    /// A decimal in đồng: most often a dot used for thousands.
    #[error("đồng have no decimals; write 8000 VND without dots")]
    DecimalDong,
}

impl Money {
    /// Reads `8000 VND`, `10.5 USD`, `0.15 %`.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        let split = text.find(|sign: char| !(sign.is_ascii_digit() || sign == '.'));
        let (number, unit) = match split {
            Some(at) => text.split_at(at),
            None if text.is_empty() => return Err(MoneyError::Shape),
            None => return Err(MoneyError::NoUnit),
        };
        let unit = match unit.trim() {
            "VND" | "đồng" | "đ" => Unit::Vnd,
            "USD" => Unit::Usd,
            "%" => Unit::Percent,
            _ if number.is_empty() => return Err(MoneyError::Shape),
            _ => return Err(MoneyError::NoUnit),
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        if unit == Unit::Vnd && number.contains('.') {
            return Err(MoneyError::DecimalDong);
        }
        if whole.is_empty() || decimals.len() > 4 || decimals.contains('.') || whole.len() > 14 {
            return Err(MoneyError::Shape);
        }
        let digits = format!("{whole}{decimals:0<4}");
        let ten_thousandths = digits.parse().map_err(|_| MoneyError::Shape)?;
        Ok(Self { ten_thousandths, unit })
    }

    /// Whether nothing is to be paid.
    pub fn is_zero(self) -> bool {
        self.ten_thousandths == 0
    }

    /// The whole units, decimals cut.
    pub fn whole(self) -> u64 {
        self.ten_thousandths / 10_000
    }
}

/// As it is written in content files.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.whole())?;
        let decimals = format!("{:04}", self.ten_thousandths % 10_000);
        let decimals = decimals.trim_end_matches('0');
        if !decimals.is_empty() {
            write!(f, ".{decimals}")?;
        }
        f.write_str(match self.unit {
            Unit::Vnd => " VND",
            Unit::Usd => " USD",
            Unit::Percent => " %",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written_back() {
        for text in ["8000 VND", "0 VND", "10.5 USD", "0.15 %"] {
            assert_eq!(Money::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Money::parse("8.000 VND"), Err(MoneyError::DecimalDong));
        assert_eq!(Money::parse("8000"), Err(MoneyError::NoUnit));
        assert_eq!(Money::parse("tám nghìn"), Err(MoneyError::Shape));
        assert_eq!(Money::parse("-5 VND"), Err(MoneyError::Shape));
    }
}
