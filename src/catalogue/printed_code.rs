//! The seven signs under every printed symbol: six random ones and a check sign.
//!
//! A printed code never dies, is read aloud at a counter and typed on a phone, so its 30 signs leave out
//! what people confuse (0 O 1 I L U) and its last sign catches slips. Signs count 1 to 30 and are weighed with
//! powers of 3, a primitive root of 31; the weighted sum of a true code is 0 modulo 31. Since 31 is prime and
//! no two weights are equal, every single wrong sign is caught, and so is every swap of two signs, neighbours
//! or not. The price: one draw in 31 would need a check sign counting 0, which does not exist, and is drawn anew.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The signs of a printed code, in the order that gives them their count: the first counts 1, the last 30.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 3⁶ … 3⁰ modulo 31: the weight of each place, from the left.
const WEIGHTS: [u32; LENGTH] = [16, 26, 19, 27, 9, 3, 1];

/// How many signs a code has, the check sign included.
const LENGTH: usize = 7;

/// How many signs a code shows before the hyphen when it is grouped for reading.
const FIRST_GROUP: usize = 3;

/// Random bytes from here up are drawn again, so that each of the 30 signs is equally likely.
const FAIR_BYTES: u8 = 240;

/// A code as printed under a symbol and kept in the ledger: always seven capitals with a true check sign.
///
/// Codes order as their text does. Reading and writing by serde goes through the seven signs as a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PrintedCode([u8; LENGTH]);

/// Why a text is no printed code. Places count from 1, over signs only: hyphens and spaces do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintedCodeError {
    /// A sign that no code has, such as `O` or `0`.
    #[error("{sign:?} in place {place} is not a sign of a printed code")]
    ForeignSign {
        /// The sign as it was typed.
        sign: char,
        /// Its place, from 1.
        place: usize,
    },
    /// Too few signs or too many.
    #[error("a printed code has 7 signs, this text has {signs}")]
    Length {
        /// How many signs there are.
        signs: usize,
    },
    /// Seven good signs that do not belong together: one is wrong, or two have changed places.
    #[error("the signs do not fit together: one is wrong, or two have changed places")]
    CheckSign,
}

impl PrintedCode {
    /// Reads what a person typed or a phone scanned: any case; hyphens and spaces are passed over.
    pub fn parse(text: &str) -> Result<Self, PrintedCodeError> {
        let mut signs = [0; LENGTH];
        let mut count = 0;
        for sign in text.chars().filter(|sign| !is_separator(*sign)) {
            let capital = sign.to_ascii_uppercase();
            let byte = u8::try_from(capital).ok().filter(|byte| SIGNS.contains(byte));
            let byte = byte.ok_or(PrintedCodeError::ForeignSign { sign, place: count + 1 })?;
            if let Some(place) = signs.get_mut(count) {
                *place = byte;
            }
            count += 1;
        }
        if count != LENGTH {
            return Err(PrintedCodeError::Length { signs: count });
        }
        if weigh(signs) != 0 {
            return Err(PrintedCodeError::CheckSign);
        }
        Ok(Self(signs))
    }

    /// Mints a code from bytes that `random` draws; every code is equally likely when every byte is.
    ///
    /// The source must be random: one that only ever yields bytes of 240 or more is asked for ever.
    pub fn mint(mut random: impl FnMut() -> u8) -> Self {
        loop {
            let mut signs = [0; LENGTH];
            for place in &mut signs[..LENGTH - 1] {
                *place = draw(&mut random);
            }
            // The empty last place weighs nothing yet; the check sign brings the sum to 0.
            let missing = (31 - weigh(signs)) % 31;
            if let Some(check) = missing.checked_sub(1).and_then(|at| SIGNS.get(at as usize)) {
                signs[LENGTH - 1] = *check;
                return Self(signs);
            }
        }
    }

    /// The seven capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code as a person reads it best, `K7F‑3ABS`, with a NO-BREAK HYPHEN so that it stays on one line.
    pub fn grouped(&self) -> String {
        let (first, rest) = self.as_str().split_at(FIRST_GROUP);
        format!("{first}\u{2011}{rest}")
    }
}

/// What people, printers and word processors put between signs.
fn is_separator(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

/// The weighted sum modulo 31; a byte that is no sign counts 0.
fn weigh(signs: [u8; LENGTH]) -> u32 {
    let count = |sign: &u8| (1..).zip(SIGNS).find(|(_, own)| *own == sign).map_or(0, |(n, _)| n);
    signs.iter().zip(WEIGHTS).map(|(sign, weight)| count(sign) * weight).sum::<u32>() % 31
}

/// One sign, each as likely as the others.
fn draw(random: &mut impl FnMut() -> u8) -> u8 {
    loop {
        let byte = random();
        if byte < FAIR_BYTES {
            return SIGNS[usize::from(byte) % SIGNS.len()];
        }
    }
}

impl fmt::Display for PrintedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for PrintedCode {
    type Err = PrintedCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for PrintedCode {
    type Error = PrintedCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<PrintedCode> for String {
    fn from(code: PrintedCode) -> Self {
        code.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_code() -> impl Strategy<Value = PrintedCode> {
        any::<u64>().prop_map(|seed| {
            let mut state = seed;
            PrintedCode::mint(move || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                state.to_be_bytes()[0]
            })
        })
    }

    fn parse_signs(signs: &[u8]) -> Result<PrintedCode, PrintedCodeError> {
        PrintedCode::parse(std::str::from_utf8(signs).unwrap())
    }

    #[test]
    fn weights_are_distinct_powers_of_three() {
        let powers: Vec<u32> = (0..7).rev().map(|power| 3_u32.pow(power) % 31).collect();
        assert_eq!(powers, WEIGHTS);
        for (at, weight) in WEIGHTS.iter().enumerate() {
            assert!(*weight != 0 && !WEIGHTS[at + 1..].contains(weight));
        }
    }

    /// The proof for all codes at once: a slip changes the sum by weight × (difference of two counts), a swap by
    /// (difference of two weights) × (difference of two counts); neither is ever 0 modulo 31.
    #[test]
    fn no_slip_and_no_swap_keeps_the_sum() {
        for difference in 1..=29_u32 {
            for (at, weight) in WEIGHTS.iter().enumerate() {
                assert_ne!(weight * difference % 31, 0);
                for other in &WEIGHTS[at + 1..] {
                    assert_ne!(weight.abs_diff(*other) * difference % 31, 0);
                }
            }
        }
    }

    #[test]
    fn a_row_of_one_sign_is_no_code() {
        for sign in SIGNS {
            assert_eq!(parse_signs(&[*sign; LENGTH]), Err(PrintedCodeError::CheckSign));
        }
    }

    /// Codes that are on walls: the rule must never change.
    #[test]
    fn printed_codes_stay_true() {
        for text in ["K7F-3ABS", "7K3M9PP"] {
            assert!(PrintedCode::parse(text).is_ok(), "{text}");
        }
        assert_eq!(PrintedCode::parse("7K3M9PQ"), Err(PrintedCodeError::CheckSign));
    }

    #[test]
    fn says_which_mistake() {
        let foreign = |text| match PrintedCode::parse(text) {
            Err(PrintedCodeError::ForeignSign { sign, place }) => (sign, place),
            other => panic!("{other:?}"),
        };
        assert_eq!(foreign("K7F-oABM"), ('o', 4));
        assert_eq!(foreign("Đ"), ('Đ', 1));
        assert_eq!(PrintedCode::parse(" - "), Err(PrintedCodeError::Length { signs: 0 }));
        assert_eq!(PrintedCode::parse("K7F3ABMM"), Err(PrintedCodeError::Length { signs: 8 }));
    }

    #[test]
    fn minting_is_fair() {
        // Every byte once: 240 of them are used, each sign 8 times; the rest is drawn again.
        let mut bytes = (0..=255_u8).cycle();
        let mut counts = [0; 30];
        for _ in 0..240 {
            let sign = draw(&mut || bytes.next().unwrap());
            counts[SIGNS.iter().position(|own| *own == sign).unwrap()] += 1;
        }
        assert_eq!(counts, [8; 30]);
    }

    #[test]
    fn a_draw_without_check_sign_is_drawn_anew() {
        // Over all six-sign beginnings that differ in their last two signs, 1 in 31 or so must be refused.
        let mut drawn = 0;
        for pair in 0..900_u16 {
            let bytes = [0, 0, 0, 0, pair / 30, pair % 30].map(|sign| u8::try_from(sign).unwrap());
            let mut source = bytes.into_iter().chain([1, 2, 3, 4, 5, 6].into_iter().cycle());
            let code = PrintedCode::mint(|| {
                drawn += 1;
                source.next().unwrap()
            });
            assert_eq!(parse_signs(&code.0), Ok(code));
        }
        let again = drawn / 6 - 900;
        assert!((25..=34).contains(&again), "{again}");
    }

    proptest! {
        #[test]
        fn reads_back_in_any_dress(code in any_code()) {
            let small = code.to_string().to_lowercase();
            let spaced: String = small.chars().flat_map(|sign| [sign, ' ']).collect();
            for text in [code.to_string(), code.grouped(), small, spaced] {
                prop_assert_eq!(PrintedCode::parse(&text), Ok(code));
            }
            prop_assert_eq!(code.grouped().chars().count(), 8);
        }

        #[test]
        fn any_wrong_sign_is_caught(code in any_code(), place in 0..LENGTH) {
            for sign in SIGNS.iter().filter(|sign| **sign != code.0[place]) {
                let mut slipped = code.0;
                slipped[place] = *sign;
                prop_assert_eq!(parse_signs(&slipped), Err(PrintedCodeError::CheckSign));
            }
        }

        #[test]
        fn any_swap_is_caught(code in any_code(), one in 0..LENGTH, other in 0..LENGTH) {
            prop_assume!(code.0[one] != code.0[other]);
            let mut swapped = code.0;
            swapped.swap(one, other);
            prop_assert_eq!(parse_signs(&swapped), Err(PrintedCodeError::CheckSign));
        }

        #[test]
        fn travels_as_a_string(code in any_code()) {
            let json = serde_json::to_string(&code).unwrap();
            prop_assert_eq!(&json, &format!("\"{code}\""));
            prop_assert_eq!(serde_json::from_str::<PrintedCode>(&json).unwrap(), code);
        }

        #[test]
        fn never_panics(text in ".{0,12}") {
            let _ = PrintedCode::parse(&text);
        }
    }
}
