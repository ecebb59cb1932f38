//! Where a path leads. Everything that is not one of the few addresses answered by program is a page to
//! look up.

use crate::feedback::matter::MatterKind;
use crate::text::Language;
use crate::theme::context::{MatterLinks, SearchField};

/// Where a path leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route<'p> {
    /// `/healthz`
    Health,
    /// `/metrics`
    Metrics,
    /// `/Q/CODE…` in any case.
    Rating {
        /// The code as it was typed.
        code: &'p str,
        /// What follows the code, without slashes around it.
        rest: &'p str,
    },
    /// `/cam-on/CODE/…`, under the tag of a language that does not bind.
    Thanks {
        /// The language; none for the one that binds.
        language: Option<Language>,
        /// The code.
        code: &'p str,
        /// The survey, the claim and the page.
        rest: &'p str,
    },
    /// `/phan-anh…`, `/bao-tin…`, `/trang-sai…`, under the tag of a language that does not bind.
    Matter {
        /// The language; none for the one that binds.
        language: Option<Language>,
        /// What is brought there.
        kind: MatterKind,
        /// What follows, without slashes around it.
        rest: &'p str,
    },
    /// `/tra-cuu`, likewise.
    Tracking {
        /// The language; none for the one that binds.
        language: Option<Language>,
    },
    /// `/tim/`, under the tag of a language that does not bind.
    Search {
        /// The language; none for the one that binds.
        language: Option<Language>,
    },
    /// `/desk/…`, under the tag of a language that does not bind.
    Desk {
        /// The language; none for the one that binds.
        language: Option<Language>,
        /// What follows, without slashes around it.
        rest: &'p str,
    },
    /// Anything else.
    Page,
}

impl<'p> Route<'p> {
    /// The route of a decoded path without its leading slash. `languages` are those of the site.
    pub(super) fn of(path: &'p str, languages: &[Language]) -> Self {
        match path {
            "healthz" => return Self::Health,
            "metrics" => return Self::Metrics,
            "desk" => return Self::Desk { language: None, rest: "" },
            _ => {}
        }
        if let Some(route) = Self::of_matters(path, languages) {
            return route;
        }
        let Some((first, rest)) = path.split_once('/') else { return Self::Page };
        if first.eq_ignore_ascii_case("q") && !rest.is_empty() {
            let (code, rest) = rest.split_once('/').unwrap_or((rest, ""));
            return Self::Rating { code, rest: rest.trim_end_matches('/') };
        }
        let other = languages.iter().skip(1).find(|language| language.tag() == first).copied();
        let inner = if other.is_some() { rest } else { path };
        if inner == "desk" || inner.starts_with("desk/") {
            let rest = inner.trim_start_matches("desk").trim_matches('/');
            return Self::Desk { language: other, rest };
        }
        let thanks = match other {
            Some(_) => rest.strip_prefix("cam-on/"),
            None => path.strip_prefix("cam-on/"),
        };
        match thanks.and_then(|rest| rest.split_once('/')) {
            Some((code, rest)) => Self::Thanks { language: other, code, rest },
            None => Self::Page,
        }
    }

    /// The route of a page on which something is brought or looked up, or a procedure looked for.
    fn of_matters(path: &'p str, languages: &[Language]) -> Option<Self> {
        let (first, after) = path.split_once('/').unwrap_or((path, ""));
        let other = languages.iter().skip(1).find(|language| language.tag() == first).copied();
        let own = if other.is_some() { after } else { path };
        let (word, rest) = own.split_once('/').unwrap_or((own, ""));
        if word == "tra-cuu" && rest.is_empty() {
            return Some(Self::Tracking { language: other });
        }
        if SearchField::is_search(own) {
            return Some(Self::Search { language: other });
        }
        let kind = MatterKind::ALL.into_iter().find(|kind| MatterLinks::word(*kind) == word)?;
        Some(Self::Matter { language: other, kind, rest: rest.trim_end_matches('/') })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_find_their_routes() {
        let of = |path| Route::of(path, &[Language::VI, Language::EN]);
        assert_eq!(of("healthz"), Route::Health);
        assert_eq!(of("q/k7f-3abm"), Route::Rating { code: "k7f-3abm", rest: "" });
        assert_eq!(of("Q/K7F3ABM/"), Route::Rating { code: "K7F3ABM", rest: "" });
        assert_eq!(of("Q/K7F3ABM/en.html"), Route::Rating { code: "K7F3ABM", rest: "en.html" });
        let thanks = |language| Route::Thanks { language, code: "A", rest: "B/C/1" };
        assert_eq!(of("cam-on/A/B/C/1"), thanks(None));
        assert_eq!(of("en/cam-on/A/B/C/1"), thanks(Some(Language::EN)));
        let desk = |language, rest| Route::Desk { language, rest };
        assert_eq!(of("desk"), desk(None, ""));
        assert_eq!(of("desk/"), desk(None, ""));
        assert_eq!(of("desk/phien"), desk(None, "phien"));
        assert_eq!(of("en/desk"), desk(Some(Language::EN), ""));
        assert_eq!(of("en/desk/viec/a/b/"), desk(Some(Language::EN), "viec/a/b"));
        let matter = |language, kind, rest| Route::Matter { language, kind, rest };
        assert_eq!(of("phan-anh"), matter(None, MatterKind::Petition, ""));
        assert_eq!(
            of("bao-tin/xa-a/thu-tuc/1.1/"),
            matter(None, MatterKind::Report, "xa-a/thu-tuc/1.1")
        );
        assert_eq!(of("en/trang-sai"), matter(Some(Language::EN), MatterKind::PageError, ""));
        assert_eq!(of("tra-cuu/"), Route::Tracking { language: None });
        assert_eq!(of("en/tra-cuu"), Route::Tracking { language: Some(Language::EN) });
        assert_eq!(of("tim"), Route::Search { language: None });
        assert_eq!(of("en/tim/"), Route::Search { language: Some(Language::EN) });
        for page in [
            "tim/a",
            "vi/tim/",
            "desks",
            "en/desks",
            "x/desk",
            "vi/desk/",
            "tra-cuu/K7F",
            "vi/phan-anh",
            "phan-anh.html",
            "",
            "Q",
            "Q/",
            "index.html",
            "vi/cam-on/A/B",
            "cam-on/A",
            "healthz/",
            "xq/A",
        ] {
            assert_eq!(of(page), Route::Page, "{page}");
        }
    }
}
