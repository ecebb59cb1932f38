//! A matter as far as an export shows it: who brought it, and what in anybody's words seems to point at somebody, only
//! where the operator has asked for it.

use super::masking::Masking;
use crate::feedback::matter::Contact;
use crate::feedback::personal;
use crate::store::StoredMatter;

/// What stands in the place of what is not shown.
const HIDDEN: &str = "•••";

/// A name shorter than this is a word like others.
const SHORTEST_NAME: usize = 4;

/// A matter and how much of it may be seen.
#[derive(Clone, Copy)]
pub(super) struct Disclosed<'a> {
    pub(super) stored: &'a StoredMatter,
    pub(super) masking: Masking,
}

impl<'a> Disclosed<'a> {
    /// Who brought it, if that is to be seen.
    pub(super) fn contact(&self) -> Option<&'a Contact> {
        self.stored.matter.contact.as_ref().filter(|_| self.masking == Masking::Reviewed)
    }

    /// Words of a citizen or an officer; without telephone and identity numbers, e-mail addresses and the name of
    /// whoever brought the matter, unless they are to be seen.
    pub(super) fn words(&self, words: &str) -> String {
        if self.masking == Masking::Reviewed {
            return words.to_owned();
        }
        let (mut shown, mut from) = (String::with_capacity(words.len()), 0);
        for span in personal::spans(words) {
            shown.push_str(&words[from..span.start]);
            shown.push_str(HIDDEN);
            from = span.end;
        }
        shown.push_str(&words[from..]);
        let contact = self.stored.matter.contact.as_ref();
        match contact.map(|contact| contact.name.trim()) {
            Some(name) if name.chars().count() >= SHORTEST_NAME => shown.replace(name, HIDDEN),
            _ => shown,
        }
    }
}
