//! Free pages and files to download.

use serde::{Deserialize, Serialize};

use crate::text::{Slug, Text};

/// A page of free text: about, privacy, guides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreePage {
    /// Its id and address.
    pub id: Slug,
    /// Its title: the first heading of its Markdown.
    pub title: Text,
    /// Its Markdown after the title.
    pub markdown: Text,
}

/// A form to download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFile {
    /// Its file name in `forms/`.
    pub name: Box<str>,
    /// Its size in bytes.
    pub bytes: u64,
    /// The first 16 bytes of the hash of its content.
    pub mark: [u8; 16],
}
