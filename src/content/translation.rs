//! The words of other languages beside an original: picked part by part, with the binding text.

use super::shape::WordMap;
use crate::text::{Language, Text};

/// The words files of one original, one per language. Usually one or none, so a plain list.
#[derive(Debug)]
pub(super) struct Words<'w, W: ?Sized> {
    each: Vec<(Language, &'w W)>,
}

impl<W: ?Sized> Clone for Words<'_, W> {
    fn clone(&self) -> Self {
        Self { each: self.each.clone() }
    }
}

impl<'w, W> Words<'w, W> {
    /// The words of all languages.
    pub(super) fn new(each: &'w [(Language, W)]) -> Self {
        Self { each: each.iter().map(|(language, words)| (*language, words)).collect() }
    }

    /// One part of them, where it is there.
    pub(super) fn part<P: ?Sized>(&self, pick: impl Fn(&'w W) -> Option<&'w P>) -> Words<'w, P> {
        let each = self.each.iter();
        let each = each.filter_map(|(language, words)| Some((*language, pick(words)?)));
        Words { each: each.collect() }
    }

    /// A part that is always there.
    pub(super) fn inner<P>(&self, pick: impl Fn(&'w W) -> &'w P) -> Words<'w, P> {
        self.part(|words| Some(pick(words)))
    }

    /// A text: the original, with one part of the words.
    pub(super) fn text(
        &self,
        original: impl Into<Box<str>>,
        pick: impl Fn(&'w W) -> Option<&'w String>,
    ) -> Text {
        let mut text = Text::new(original);
        for (language, words) in &self.each {
            if let Some(words) = pick(words) {
                text.translate(*language, words.as_str());
            }
        }
        text
    }

    /// The same for an original that may be missing.
    pub(super) fn text_of(
        &self,
        original: Option<String>,
        pick: impl Fn(&'w W) -> Option<&'w String>,
    ) -> Option<Text> {
        original.map(|original| self.text(original, pick))
    }
}

impl Words<'_, String> {
    /// A text whose words are this very part.
    pub(super) fn whole(&self, original: impl Into<Box<str>>) -> Text {
        self.text(original, Some)
    }
}

impl<'w, W> Words<'w, WordMap<W>> {
    /// The words under one id.
    pub(super) fn of(&self, id: &str) -> Words<'w, W> {
        self.part(|map| map.get(id))
    }
}
