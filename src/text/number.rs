//! Numbers as people of a language write them: `1.234.567` and `82,66` in Vietnamese.

/// The two signs that differ between languages; a theme's words say which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberStyle {
    /// Between thousands.
    pub group: char,
    /// Before decimals.
    pub decimal: char,
}

impl NumberStyle {
    /// Vietnamese: `1.234,5`.
    pub const VIETNAMESE: Self = Self { group: '.', decimal: ',' };
    /// English: `1,234.5`.
    pub const ENGLISH: Self = Self { group: ',', decimal: '.' };

    /// A whole number with its thousands set apart.
    pub fn whole(self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(self.group);
            }
            out.push(digit);
        }
        out
    }

    /// A number of ten-thousandths, without superfluous zeros: 1500 is `0,15`.
    pub fn ten_thousandths(self, number: u64) -> String {
        let mut out = self.whole(number / 10_000);
        let decimals = format!("{:04}", number % 10_000);
        let decimals = decimals.trim_end_matches('0');
        if !decimals.is_empty() {
            out.push(self.decimal);
            out.push_str(decimals);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals() {
        let vietnamese = NumberStyle::VIETNAMESE;
        assert_eq!(vietnamese.whole(0), "0");
        assert_eq!(vietnamese.whole(1_234_567), "1.234.567");
        assert_eq!(vietnamese.whole(999), "999");
        assert_eq!(vietnamese.ten_thousandths(1500), "0,15");
        assert_eq!(NumberStyle::ENGLISH.ten_thousandths(20_000_000), "2,000");
    }
}
