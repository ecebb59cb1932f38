//! What a page says about itself to browsers and search engines, and where it is in other languages.

use serde::Serialize;

use crate::theme::Markup;

/// The head of one page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Meta {
    /// The title, plain text.
    pub title: String,
    /// One sentence for search results, plain text; empty if there is none.
    pub description: String,
    /// The page's own absolute address; empty for pages that have none.
    pub canonical: String,
    /// The same page in each language of the site, this one included.
    pub alternates: Vec<Alternate>,
    /// Whether search engines are to leave the page out.
    pub hidden: bool,
    /// Structured facts for a `<script type="application/ld+json">`.
    pub facts: Option<Markup>,
}

/// The page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// The language's tag.
    pub language: String,
    /// The language's own name: "Tiếng Việt", "English".
    pub name: String,
    /// Where the page is, for a link.
    pub href: String,
    /// Where the page is, absolute, for search engines.
    pub absolute: String,
    /// Whether it is this page.
    pub current: bool,
}
