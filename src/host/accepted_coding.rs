//! Which coding of a body a client gets, by its `Accept-Encoding` fields (RFC 9110, 12.5.3).

use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap};

use crate::release::Coding;

/// How gladly each coding is taken, in thousandths; 0 is not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AcceptedCodings {
    brotli: u16,
    gzip: u16,
    identity: u16,
}

impl AcceptedCodings {
    /// What a request says; without a word, the plain body.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let mut fields = headers.get_all(ACCEPT_ENCODING).filter_map(|value| value.to_str().ok());
        let (Some(first), second) = (fields.next(), fields.next()) else {
            return Self { brotli: 0, gzip: 0, identity: 1 };
        };
        match second {
            None => Self::parse(first),
            Some(second) => {
                let more = std::iter::once(second).chain(fields);
                Self::parse(&more.fold(first.to_owned(), |all, field| all + "," + field))
            }
        }
    }

    fn parse(field: &str) -> Self {
        let (mut brotli, mut gzip, mut identity, mut other) = (None, None, None, None);
        for part in field.split(',') {
            let (coding, quality) = match part.split_once(';') {
                Some((coding, parameters)) => (coding.trim(), quality(parameters)),
                None => (part.trim(), 1_000),
            };
            if coding.eq_ignore_ascii_case("br") {
                brotli = Some(quality);
            } else if coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip") {
                gzip = Some(quality);
            } else if coding.eq_ignore_ascii_case("identity") {
                identity = Some(quality);
            } else if coding == "*" {
                other = Some(quality);
            }
        }
        let or_other = |named: Option<u16>| named.or(other).unwrap_or(0);
        // The plain body is welcome unless it is ruled out, but only as a last choice.
        let identity = identity.or(other.filter(|quality| *quality == 0)).unwrap_or(1);
        Self { brotli: or_other(brotli), gzip: or_other(gzip), identity }
    }

    /// The best of the codings that there are: the most welcome, and the smaller among equals. If none
    /// is welcome the plain body is sent all the same, which is what every server does.
    pub(super) fn choose(self, there_is: impl Fn(Coding) -> bool) -> Coding {
        let choices = [
            (Coding::Brotli, self.brotli),
            (Coding::Gzip, self.gzip),
            (Coding::Identity, self.identity),
        ];
        let mut best = (Coding::Identity, 0);
        for (coding, quality) in choices {
            if quality > best.1 && there_is(coding) {
                best = (coding, quality);
            }
        }
        best.0
    }
}

/// `q=0.5` as 500; a quality that cannot be read counts as none.
fn quality(parameters: &str) -> u16 {
    let value = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.trim().split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then_some(value.trim())
    });
    let Some(value) = value else { return 1_000 };
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let sound = decimals.len() <= 3 && decimals.bytes().all(|digit| digit.is_ascii_digit());
    match (whole, sound) {
        ("1", true) => 1_000,
        ("0", true) => format!("{decimals:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(field: &str) -> Coding {
        AcceptedCodings::parse(field).choose(|_| true)
    }

    #[test]
    fn the_most_welcome_coding_is_sent() {
        use Coding::{Brotli, Gzip, Identity};
        let table = [
            ("", Identity),
            ("gzip, deflate, br, zstd", Brotli),
            ("gzip, deflate", Gzip),
            ("GZIP", Gzip),
            ("x-gzip", Gzip),
            ("br;q=0.5, gzip;q=0.8", Gzip),
            ("br; q=0, gzip", Gzip),
            ("br;q=0.001", Brotli),
            ("gzip;q=0", Identity),
            ("*", Brotli),
            ("*;q=0", Identity),
            ("br;q=0, *", Gzip),
            ("identity, gzip;q=0.5", Identity),
            ("identity;q=0, gzip", Gzip),
            ("gzip;q=zwei", Identity),
            ("gzip;q=1.001", Gzip),
            ("brr", Identity),
        ];
        for (field, coding) in table {
            assert_eq!(chosen(field), coding, "{field}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_chosen() {
        let accepted = AcceptedCodings::parse("br, gzip");
        assert_eq!(accepted.choose(|coding| coding != Coding::Brotli), Coding::Gzip);
        assert_eq!(accepted.choose(|coding| coding == Coding::Identity), Coding::Identity);
    }
}
