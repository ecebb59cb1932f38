//! What may follow a printed code in an address. The shapes keep apart for good: a one-time code is
//! fifteen signs in one segment, everything else either has a fixed first word or is a language.

use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::OneTimeCode;
use crate::text::Language;

/// A page below a printed code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RatingWay<'p> {
    /// The page that was built: `/Q/CODE`, `/Q/CODE/en.html`.
    Built,
    /// A survey, and a page of it: `/Q/CODE/khao-sat/SURVEY/2`.
    Survey {
        /// Its id.
        id: &'p str,
        /// Its page as it is written; empty for the first.
        page: &'p str,
    },
    /// The procedures to choose from: `/Q/CODE/thu-tuc`.
    Choose,
    /// A procedure that is rated: `/Q/CODE/thu-tuc/1.000894`.
    About(ProcedureCode),
    /// A one-time code on a slip: `/Q/CODE/K7F3A-BM2QX-9TRWD`.
    Slip(OneTimeCode),
}

impl<'p> RatingWay<'p> {
    /// The page and its language, none for the one that binds; `rest` has no slash at either end.
    /// Nothing for what no page of ours has. `others` are the languages that do not bind.
    pub(super) fn of(rest: &'p str, others: &[Language]) -> Option<(Option<Language>, Self)> {
        let (first, below) = rest.split_once('/').unwrap_or((rest, ""));
        let stem = first.strip_suffix(".html").unwrap_or(first);
        let language = others.iter().copied().find(|one| one.tag().eq_ignore_ascii_case(stem));
        let inside = if language.is_some() { below } else { rest };
        Some((language, Self::inside(inside)?))
    }

    fn inside(rest: &'p str) -> Option<Self> {
        if rest.is_empty() || rest.eq_ignore_ascii_case("index.html") || rest == "index" {
            return Some(Self::Built);
        }
        let (first, below) = rest.split_once('/').unwrap_or((rest, ""));
        match (first, below) {
            ("thu-tuc", "") => Some(Self::Choose),
            ("thu-tuc", code) => ProcedureCode::parse(code).ok().map(Self::About),
            ("khao-sat", below) => {
                let (id, page) = below.split_once('/').unwrap_or((below, ""));
                Some(Self::Survey { id, page })
            }
            (slip, "") => OneTimeCode::parse(slip).map(Self::Slip),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::PrintedCode;
    use crate::feedback::Secret;

    #[test]
    fn what_follows_a_code_is_one_thing_or_nothing() {
        let of = |rest| RatingWay::of(rest, &[Language::EN]);
        for built in ["", "index.html", "index"] {
            assert_eq!(of(built), Some((None, RatingWay::Built)), "{built}");
        }
        for english in ["en", "en.html", "EN.html"] {
            assert_eq!(of(english), Some((Some(Language::EN), RatingWay::Built)), "{english}");
        }
        let survey = |page| RatingWay::Survey { id: "sipas", page };
        assert_eq!(of("khao-sat/sipas"), Some((None, survey(""))));
        assert_eq!(of("en/khao-sat/sipas/2"), Some((Some(Language::EN), survey("2"))));
        assert_eq!(of("thu-tuc"), Some((None, RatingWay::Choose)));
        let code = ProcedureCode::parse("1.000894").unwrap();
        assert_eq!(of("thu-tuc/1.000894"), Some((None, RatingWay::About(code))));
        let secret = Secret::new([1; 32]);
        let slip = OneTimeCode::issue(&secret, &PrintedCode::mint(|| 7), [1, 2, 3], 20_000);
        let typed = slip.grouped().to_lowercase();
        assert_eq!(of(&typed), Some((None, RatingWay::Slip(slip))));
        let english = format!("en/{slip}");
        assert_eq!(of(&english), Some((Some(Language::EN), RatingWay::Slip(slip))));
        for odd in
            ["vi", "vi.html", "TOKEN", "de/khao-sat/x", "thu-tuc/../x", "en/en", "a/b", "web"]
        {
            assert_eq!(of(odd), None, "{odd}");
        }
    }
}
