//! A page of free text.

use serde::Serialize;

use super::Meta;
use crate::theme::{Markup, Page, Phrase};

/// A page of free text: about, privacy, guides.
#[derive(Debug, Clone, Serialize)]
pub struct Free {
    /// The head.
    pub meta: Meta,
    /// Its title.
    pub title: Phrase,
    /// Its text.
    pub body: Markup,
    /// The language of the text where it falls back; empty otherwise.
    pub body_language: String,
}

impl Page for Free {
    const TEMPLATE: &'static str = "free.html";
}
