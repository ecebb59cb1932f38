//! What surrounds a page: the same for all pages of a language, a depth and a section of the menu.

use serde::Serialize;
use tera::Value;

use super::{Alternate, Call, Link};
use crate::text::Language;
use crate::theme::{Markup, Phrase};

/// The part of the menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the part of the menu of that name")]
pub enum Section {
    Home,
    Fields,
    AtoZ,
    Agencies,
    Other,
    /// Pages that a printed code opens: one task on a small screen, so no menu.
    Code,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuLink {
    /// What it says.
    pub name: Phrase,
    /// Where it leads.
    pub href: String,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// `frame` in every template.
#[derive(Debug, Clone, Serialize)]
pub struct FrameFields {
    /// The language's tag, for `<html lang>`.
    pub language: String,
    /// The site's name.
    pub site_name: Phrase,
    /// The site's name where room is short.
    pub short_name: Phrase,
    /// The body that answers for the site.
    pub owner: Phrase,
    /// From the page to the root of the site: put it before `forms/…`.
    pub home: String,
    /// The start page in this language.
    pub start: String,
    /// On pages that a printed code opens: the start page in each language of the site.
    pub starts: Vec<Alternate>,
    /// Whether the site shows sample data and must say so.
    pub sample: bool,
    /// The menu; empty on pages that a printed code opens.
    pub menu: Vec<MenuLink>,
    /// The number to call about the site as a whole.
    pub hotline: Option<Call>,
    /// Links at the foot: about, privacy, guides.
    pub footer_links: Vec<Link>,
    /// The site's mark, an SVG element.
    pub emblem: Markup,
    /// The site's mark as an address for `<link rel="icon">`.
    pub icon: String,
    /// The style, for a `<style>` element: the policy knows its hash, so print it unchanged.
    pub style: Markup,
    /// The style of printed sheets, likewise.
    pub card_style: Markup,
    /// The style of the officers' desk, likewise.
    pub desk_style: Markup,
    /// The style of letters, likewise.
    pub letter_style: Markup,
    /// The script, for a `<script>` element, likewise.
    pub script: Markup,
    /// The script of the field in which procedures are looked for, likewise.
    pub search_script: Markup,
    /// The script that says which day may be expected, likewise.
    pub day_script: Markup,
    /// The content security policy, for `<meta http-equiv>`.
    pub policy: String,
    /// The origin that receives feedback; empty when it is the site's own.
    pub feedback: String,
    /// `head.html`, rendered; empty while the three pieces themselves are rendered.
    pub head: Markup,
    /// `header.html`, rendered.
    pub header: Markup,
    /// `footer.html`, rendered.
    pub footer: Markup,
}

impl FrameFields {
    /// Fields with nothing in them, for the names alone.
    pub(in crate::theme) fn names() -> Self {
        let (phrase, markup) = (Phrase::plain(""), Markup::vouched(""));
        Self {
            language: String::new(),
            site_name: phrase.clone(),
            short_name: phrase.clone(),
            owner: phrase,
            home: String::new(),
            start: String::new(),
            starts: Vec::new(),
            sample: false,
            menu: Vec::new(),
            hotline: None,
            footer_links: Vec::new(),
            emblem: markup.clone(),
            icon: String::new(),
            style: markup.clone(),
            card_style: markup.clone(),
            desk_style: markup.clone(),
            letter_style: markup.clone(),
            script: markup.clone(),
            search_script: markup.clone(),
            day_script: markup.clone(),
            policy: String::new(),
            feedback: String::new(),
            head: markup.clone(),
            header: markup.clone(),
            footer: markup,
        }
    }
}

/// A prepared frame, cheap to share between pages and threads.
#[derive(Debug, Clone)]
pub struct Frame {
    language: Language,
    value: Value,
}

impl Frame {
    pub(in crate::theme) fn new(language: Language, value: Value) -> Self {
        Self { language, value }
    }

    /// The language of its pages.
    pub fn language(&self) -> Language {
        self.language
    }

    pub(in crate::theme) fn value(&self) -> Value {
        self.value.clone()
    }
}
