//! Parts that may be said to be `none` or be quoted: shape → meaning, with a warning for each quote.

use crate::catalogue::{Stated, Told};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{StatedText, ToldWord};
use crate::diagnostic::Problem;

/// Warns of words that the decision itself leaves open, and gives them.
pub(super) fn quote(file: &str, at: At<'_>, words: Box<str>, findings: &mut Findings) -> Box<str> {
    let part = at.to_string();
    let part = part.rsplit('.').next().unwrap_or_default().to_owned();
    let problem = Problem::AsAnnounced { part, words: words.clone().into() };
    findings.warning(file, at.key("as_announced"), problem);
    words
}

/// A text, none, or a quote.
pub(super) fn stated<T>(
    file: &str,
    at: At<'_>,
    written: StatedText,
    text: impl FnOnce(String) -> T,
    findings: &mut Findings,
) -> Stated<T> {
    match written.0 {
        Stated::None => Stated::None,
        Stated::AsAnnounced(words) => Stated::AsAnnounced(quote(file, at, words, findings)),
        Stated::Given(words) => Stated::Given(text(words)),
    }
}

/// A word of a closed list, or a quote.
pub(super) fn told<T>(
    file: &str,
    at: At<'_>,
    written: ToldWord<T>,
    findings: &mut Findings,
) -> Told<T> {
    match written.0 {
        Told::Clearly(value) => Told::Clearly(value),
        Told::AsAnnounced(words) => Told::AsAnnounced(quote(file, at, words, findings)),
    }
}
