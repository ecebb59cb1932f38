//! Key paths (`channels[2].fees[0].amount`) and the nearest known word to a slip of the hand.

use std::fmt;

use crate::text::fold;

/// A place inside a file, as a chain on the stack: naming the place costs nothing until there is
/// something to report.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    /// The whole file.
    pub(super) const ROOT: At<'static> = At { parent: None, step: Step::Root };

    /// The value of a key.
    pub(super) fn key(&'a self, key: &'a str) -> At<'a> {
        At { parent: Some(self), step: Step::Key(key) }
    }

    /// An item of a list, from 0.
    pub(super) fn item(&'a self, index: usize) -> At<'a> {
        At { parent: Some(self), step: Step::Item(index) }
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            // A key may hold dots (codes, act numbers), so it is fenced when it does.
            Step::Key(key) if key.contains(['.', '[', '"']) => write!(f, "[{key:?}]"),
            Step::Key(key) if self.parent.is_some_and(|up| !matches!(up.step, Step::Root)) => {
                write!(f, ".{key}")
            }
            Step::Key(key) => f.write_str(key),
            Step::Item(index) => write!(f, "[{index}]"),
        }
    }
}

/// No key, id or name that somebody could mean is longer, in bytes.
const LONGEST: usize = 400;

/// The known word nearest to a found one, if it is near enough to be meant.
pub(super) fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A word longer than any of ours is no slip of one.
    if found.len() > LONGEST {
        return None;
    }
    let folded = fold(found);
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        // Two words whose lengths differ by more than the bound cannot be near.
        if word.len().abs_diff(found.len()) > 3 + word.len() / 2 {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&folded, &fold(word));
        let bound = 1 + word.chars().count() / 4;
        if distance <= bound && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_people_write_them() {
        let root = At::ROOT;
        let (channels, fees) = (root.key("channels"), ());
        let second = channels.item(1);
        let key = second.key("fees");
        assert_eq!(key.to_string(), "channels[1].fees");
        assert_eq!(root.key("acts").key("60/2014.QH13").to_string(), "acts[\"60/2014.QH13\"]");
        let () = fees;
    }

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_none() {
        let known = ["channels", "conditions", "cases"];
        assert_eq!(nearest("chanels", known), Some("channels".into()));
        assert_eq!(nearest("condition", known), Some("conditions".into()));
        assert_eq!(nearest("xyz", known), None);
    }
}
