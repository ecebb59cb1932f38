//! The code on a slip that is handed out with a receipt: it proves one visit to one counter, once, and
//! nothing about who came.
//!
//! Fifteen of the 30 signs, read as `K7F3A-BM2QX-9TRWD`, hold 73 of their 73.6 bits: 24 random bits that tell slips
//! apart, 9 bits of the last day, 40 bits of signature. No guess can be tried but by sending it: at a
//! thousand a second, one in 35 years is lucky. The last day is written modulo 512, which names one day
//! within 256 days either way; the signature covers the whole day, so no other day passes.

use std::fmt;

use super::receipt::{SIGNS, grouped};
use super::secret::Purpose;
use super::{Secret, Ticket};
use crate::catalogue::PrintedCode;

/// How many signs.
const LENGTH: usize = 15;

/// How many signs stand together when it is grouped for reading.
const GROUP: usize = 5;

const SERIAL_BITS: u32 = 24;
const DAY_BITS: u32 = 9;
const MAC_BITS: u32 = 40;

/// The most days for which a code may be good: well within the days that its 9 bits can name.
pub const MOST_DAYS: i32 = 200;

/// A one-time code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OneTimeCode([u8; LENGTH]);

/// Why a one-time code proves nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    /// Not signed by us for this counter.
    #[error("the one-time code is not ours, or not for this counter")]
    Forged,
    /// Its last day has passed.
    #[error("the one-time code was good until day {last_day}")]
    Expired {
        /// That day, counted from 1970-01-01.
        last_day: i32,
    },
}

impl OneTimeCode {
    /// A code for a slip of the counter behind `code`, good to the end of `last_day` (days from
    /// 1970-01-01). `serial` is random; two slips with the same serial and day are one.
    pub fn issue(secret: &Secret, code: &PrintedCode, serial: [u8; 3], last_day: i32) -> Self {
        let serial = u32::from_be_bytes([0, serial[0], serial[1], serial[2]]);
        let day = last_day.rem_euclid(1 << DAY_BITS).unsigned_abs();
        let mac = mac(secret, *code, serial, last_day);
        let number = u128::from(serial) << (DAY_BITS + MAC_BITS)
            | u128::from(day) << MAC_BITS
            | u128::from(mac);
        let mut rest = number;
        let mut signs = [0; LENGTH];
        for sign in signs.iter_mut().rev() {
            *sign = SIGNS[usize::try_from(rest % 30).unwrap_or_default()];
            rest /= 30;
        }
        Self(signs)
    }

    /// Reads what a person typed or a phone scanned: any case; hyphens and spaces are passed over.
    /// None for what cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut signs = [0; LENGTH];
        let mut count = 0;
        let separator = |sign: &char| sign.is_whitespace() || matches!(sign, '-' | '‐' | '‑' | '–');
        for sign in text.chars().filter(|sign| !separator(sign)) {
            let byte = u8::try_from(sign.to_ascii_uppercase()).ok()?;
            *signs.get_mut(count)? = SIGNS.contains(&byte).then_some(byte)?;
            count += 1;
        }
        (count == LENGTH && number_of(&signs) >> (SERIAL_BITS + DAY_BITS + MAC_BITS) == 0)
            .then_some(Self(signs))
    }

    /// What it proves to the counter behind `code` on `today` (days from 1970-01-01).
    pub fn prove(
        &self,
        secret: &Secret,
        code: &PrintedCode,
        today: i32,
    ) -> Result<Ticket, TicketError> {
        let number = number_of(&self.0);
        let part = |from: u32, bits: u32| {
            u64::try_from(number >> from & ((1 << bits) - 1)).unwrap_or_default()
        };
        let serial = u32::try_from(part(DAY_BITS + MAC_BITS, SERIAL_BITS)).unwrap_or_default();
        let day = i32::try_from(part(MAC_BITS, DAY_BITS)).unwrap_or_default();
        let coming = today + (day - today).rem_euclid(1 << DAY_BITS);
        let claimed = part(0, MAC_BITS).to_be_bytes();
        let fits = |last_day: i32| {
            let own = mac(secret, *code, serial, last_day).to_be_bytes();
            constant_time_eq::constant_time_eq(&own, &claimed)
        };
        // Both are looked at always, so that the time taken tells nothing.
        match (fits(coming), fits(coming - (1 << DAY_BITS))) {
            (true, _) => Ok(Ticket { id: self.id(secret, *code) }),
            (false, true) => Err(TicketError::Expired { last_day: coming - (1 << DAY_BITS) }),
            (false, false) => Err(TicketError::Forged),
        }
    }

    /// What is kept of it: a keyed hash, so that a list of slips and the store do not lead to each other.
    fn id(&self, secret: &Secret, code: PrintedCode) -> [u8; 16] {
        secret.sign(Purpose::SpentCode, &[code.as_str().as_bytes(), &self.0])
    }

    /// The fifteen capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// As a person reads it best, in three groups of five.
    pub fn grouped(&self) -> String {
        grouped(self.as_str(), GROUP)
    }
}

impl fmt::Display for OneTimeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A code is worth a rating: its signs are not for logs.
impl fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneTimeCode(…)")
    }
}

fn number_of(signs: &[u8; LENGTH]) -> u128 {
    let count = |sign: &u8| SIGNS.iter().position(|own| own == sign).unwrap_or_default() as u128;
    signs.iter().fold(0, |number, sign| number * 30 + count(sign))
}

fn mac(secret: &Secret, code: PrintedCode, serial: u32, last_day: i32) -> u64 {
    let parts = [code.as_str().as_bytes(), &serial.to_be_bytes(), &last_day.to_be_bytes()];
    let signature: [u8; 5] = secret.sign(Purpose::OneTimeCode, &parts);
    signature.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: i32 = 20_780;

    fn printed(byte: u8) -> PrintedCode {
        PrintedCode::mint(|| byte)
    }

    #[test]
    fn a_code_proves_a_visit_to_its_own_counter_until_its_last_day() {
        let (secret, code) = (Secret::new([7; 32]), printed(7));
        let slip = OneTimeCode::issue(&secret, &code, [1, 2, 3], TODAY + 30);
        assert_eq!((slip.as_str().len(), slip.grouped().len()), (15, 17));
        let ticket = slip.prove(&secret, &code, TODAY).unwrap();
        assert_eq!(slip.prove(&secret, &code, TODAY + 30), Ok(ticket));
        let expired = Err(TicketError::Expired { last_day: TODAY + 30 });
        assert_eq!(slip.prove(&secret, &code, TODAY + 31), expired);
        assert_eq!(slip.prove(&secret, &code, TODAY + 30 + 511), expired);
        let forged = Err(TicketError::Forged);
        assert_eq!(slip.prove(&secret, &printed(9), TODAY), forged);
        assert_eq!(slip.prove(&Secret::new([8; 32]), &code, TODAY), forged);
        let other = OneTimeCode::issue(&secret, &code, [1, 2, 4], TODAY + 30);
        assert_ne!(other.prove(&secret, &code, TODAY), Ok(ticket));
        assert!(!format!("{slip:?}").contains(slip.as_str()));
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        for odd in [
            "",
            "en",
            "index",
            "TOKEN",
            "K7F3ABMK7F3ABM",
            "ZZZZZZZZZZZZZZZ",
            "K7F3ABMK7F3ABM0",
            "K7F3ABMK7F3ABMế",
        ] {
            assert_eq!(OneTimeCode::parse(odd), None, "{odd}");
        }
    }

    proptest! {
        #[test]
        fn codes_are_read_back_however_they_are_typed(serial: [u8; 3], days in 0..=MOST_DAYS) {
            let (secret, code) = (Secret::new([7; 32]), printed(7));
            let slip = OneTimeCode::issue(&secret, &code, serial, TODAY + days);
            for typed in [slip.to_string(), slip.grouped(), slip.grouped().to_lowercase(), format!(" {} ", slip.grouped().replace('-', " "))] {
                prop_assert_eq!(OneTimeCode::parse(&typed), Some(slip));
            }
            prop_assert!(slip.prove(&secret, &code, TODAY).is_ok());
        }

        #[test]
        fn one_wrong_sign_or_two_swapped_prove_nothing(serial: [u8; 3], at in 0..15_usize, to in 0..30_usize) {
            let (secret, code) = (Secret::new([7; 32]), printed(7));
            let slip = OneTimeCode::issue(&secret, &code, serial, TODAY + 30);
            let mut signs = slip.0;
            signs[at] = SIGNS[to];
            let mut swapped = slip.0;
            swapped.swap(at, (at + 1) % 15);
            for odd in [signs, swapped] {
                let odd = OneTimeCode::parse(std::str::from_utf8(&odd).unwrap());
                if let Some(odd) = odd.filter(|odd| *odd != slip) {
                    prop_assert!(odd.prove(&secret, &code, TODAY).is_err());
                }
            }
        }

        #[test]
        fn anything_typed_is_read_or_refused(text in ".{0,40}") {
            let _ = OneTimeCode::parse(&text);
        }
    }
}
