//! Until when a certificate is good (RFC 5280, 4.1.2.5): the one thing of it that a host must know besides using it,
//! so that an operator hears of a renewal that does not come before citizens do.

use crate::text::Date;

/// Tags of DER that lie on the way.
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERAL_TIME: u8 = 0x18;

/// The end of its time, in milliseconds UTC; none if it cannot be read.
pub(super) fn good_until(certificate: &[u8]) -> Option<i64> {
    let (_, certificate, _) = item(certificate)?;
    let (_, mut rest, _) = item(certificate)?;
    if rest.first() == Some(&VERSION) {
        rest = item(rest)?.2;
    }
    // Its number, the kind of its signature, who has issued it.
    for _ in 0..3 {
        rest = item(rest)?.2;
    }
    let (SEQUENCE, validity, _) = item(rest)? else { return None };
    let (_, _, end) = item(validity)?;
    let (tag, time, _) = item(end)?;
    let time = std::str::from_utf8(time).ok()?.strip_suffix('Z')?;
    match tag {
        // Two digits of a year: of this century up to 49.
        UTC_TIME => {
            let century = if time.get(..2)? < "50" { "20" } else { "19" };
            millis(&format!("{century}{time}"))
        }
        GENERAL_TIME => millis(time),
        _ => None,
    }
}

/// The first item: its tag, what it holds, what follows.
fn item(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let [tag, length, rest @ ..] = bytes else { return None };
    let (length, rest) = if *length < 0x80 {
        (usize::from(*length), rest)
    } else {
        // More than four digits of length are no certificate.
        let digits = usize::from(length & 0x7f);
        let (digits, rest) = rest.split_at_checked(digits).filter(|_| digits <= 4)?;
        let length = digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit));
        (length, rest)
    };
    let (inside, after) = rest.split_at_checked(length)?;
    Some((*tag, inside, after))
}

/// `20261122031500`.
fn millis(time: &str) -> Option<i64> {
    let plain = time.len() == 14 && time.bytes().all(|digit| digit.is_ascii_digit());
    let part = |from: usize, to: usize| time.get(from..to)?.parse::<i16>().ok();
    let day = plain.then(|| Date::new(part(0, 4)?, part(4, 6)?, part(6, 8)?).ok()).flatten()?;
    let seconds = [part(8, 10)?, part(10, 12)?, part(12, 14)?]
        .into_iter()
        .fold(0, |sum, part| sum * 60 + i64::from(part));
    Some((i64::from(day.day_number()) * 86_400 + seconds) * 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The skeleton of a certificate with such an end.
    fn certificate(tag: u8, end: &str) -> Vec<u8> {
        let wrap = |tag: u8, inside: &[u8]| {
            let mut out = vec![tag, 0x82, 0, 0];
            out[2..4].copy_from_slice(&u16::try_from(inside.len()).unwrap().to_be_bytes());
            out.extend(inside);
            out
        };
        let begin = wrap(UTC_TIME, b"260101000000Z");
        let validity = wrap(SEQUENCE, &[begin, wrap(tag, end.as_bytes())].concat());
        let parts = [
            wrap(VERSION, &[2, 1, 2]),
            vec![2, 1, 7],
            wrap(SEQUENCE, &[]),
            wrap(SEQUENCE, &[]),
            validity,
        ];
        wrap(SEQUENCE, &wrap(SEQUENCE, &parts.concat()))
    }

    #[test]
    fn the_end_is_read_in_both_ways_of_writing_it() {
        let midnight = 1_795_305_600_000;
        assert_eq!(good_until(&certificate(UTC_TIME, "261122000000Z")), Some(midnight));
        assert_eq!(
            good_until(&certificate(GENERAL_TIME, "20261122031507Z")),
            Some(midnight + (3 * 3600 + 15 * 60 + 7) * 1_000)
        );
        assert_eq!(good_until(&certificate(UTC_TIME, "500101000000Z")), Some(-631_152_000_000));
    }

    #[test]
    fn nothing_that_is_no_certificate_is_read() {
        let whole = certificate(UTC_TIME, "261122000000Z");
        for end in 0..whole.len() {
            assert_eq!(good_until(&whole[..end]), None, "{end}");
        }
        for odd in ["2611220000", "26112200000aZ", "261322000000Z", "-61122000000Z"] {
            assert_eq!(good_until(&certificate(UTC_TIME, odd)), None, "{odd}");
        }
    }
}
