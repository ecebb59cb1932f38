//! Where a procedure is looked for by what people type: the field itself, and the page that a host answers with.

use serde::Serialize;

use super::{Link, Meta};
use crate::publication::{PageAddress, Site};
use crate::text::Language;
use crate::theme::{Page, Phrase, Voice};

/// The word in the address of the page that a host answers with.
const WORD: &str = "tim/";

/// Signs that a question may have.
const LONGEST: usize = 100;

/// The field with all that its script needs.
#[derive(Debug, Clone, Serialize)]
pub struct SearchField {
    /// Where the form leads; empty where no host would answer, and then only the script shows it.
    pub action: String,
    /// The list that the script reads.
    pub list: String,
    /// Before the code in the address of a procedure; `.html` follows it.
    pub before: String,
    /// The language of names for which there are no words in that of the page.
    pub binding: String,
    /// What was typed.
    pub query: String,
    /// How many signs may be typed.
    pub longest: usize,
}

impl SearchField {
    /// The field on a page from which `home` leads to the root of the site; `list` is the address of the list.
    pub fn new(site: &Site, voice: Voice<'_>, home: &str, list: String) -> Self {
        let other = (voice.language != voice.binding).then_some(voice.language);
        let procedure = PageAddress::Procedure { code: "" }.path(other);
        let root =
            site.feedback.as_ref().map_or_else(|| home.into(), |origin| format!("{origin}/"));
        let tag = other.map(|language| format!("{language}/")).unwrap_or_default();
        Self {
            action: if site.hosted { format!("{root}{tag}{WORD}") } else { String::new() },
            list,
            before: format!("{home}{}", procedure.trim_end_matches(".html")),
            binding: voice.binding.tag().into(),
            query: String::new(),
            longest: LONGEST,
        }
    }

    /// Whether a path below its language is that of the page which a host answers with.
    pub fn is_search(path: &str) -> bool {
        path == WORD || path == WORD.trim_end_matches('/')
    }

    /// A question without what is beyond its length.
    pub fn cut(query: &str) -> String {
        query.chars().take(LONGEST).collect()
    }
}

/// What a host found.
#[derive(Debug, Clone, Serialize)]
pub struct Search {
    /// The head.
    pub meta: Meta,
    /// The field, with what was typed.
    pub field: SearchField,
    /// How many were found, or that none was; empty where nothing was asked.
    pub status: String,
    /// The best of them.
    pub procedures: Vec<FoundRow>,
    /// The list of all procedures, and that of fields.
    pub ways_on: Vec<Link>,
}

/// A procedure that was found.
#[derive(Debug, Clone, Serialize)]
pub struct FoundRow {
    /// Its name.
    pub name: Phrase,
    /// Its page.
    pub href: String,
    /// Its code.
    pub code: String,
}

impl Search {
    /// The page before anything was found.
    pub fn new(site: &Site, voice: Voice<'_>, home: &str, field: SearchField) -> Self {
        let words = voice.words;
        let other = (voice.language != voice.binding).then_some(voice.language);
        let link = |key, address: PageAddress<'_>| Link {
            name: Phrase::plain(words.get(key)),
            href: format!("{home}{}", address.path(other)),
        };
        let title = words.get("search_title");
        Self {
            meta: Meta {
                title: format!("{title} – {}", voice.plain(&site.short_name)),
                hidden: true,
                ..Meta::default()
            },
            field,
            status: String::new(),
            procedures: Vec::new(),
            ways_on: vec![
                link("search_all", PageAddress::AtoZ { part: 1 }),
                link("search_fields", PageAddress::Fields),
            ],
        }
    }

    /// The name of a procedure; `foreign` if there are no words for it in the language of the page.
    pub fn name(name: &str, foreign: bool, binding: Language) -> Phrase {
        if foreign { Phrase::foreign(name, binding) } else { Phrase::plain(name) }
    }
}

impl Page for Search {
    const TEMPLATE: &'static str = "search.html";
}
