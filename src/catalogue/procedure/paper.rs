//! What to bring (thành phần hồ sơ): a list of papers for each situation.

use serde::{Deserialize, Serialize};

use crate::text::{Slug, Text};

/// What happens to a paper at the counter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HandIn {
    /// It is handed in.
    #[default]
    Submit,
    /// It is shown and taken back.
    Show,
    /// It need not be brought: the agency finds it in a database.
    OnlineRecord,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its id, the same from edition to edition.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// How many originals.
    pub originals: u8,
    /// How many copies.
    pub copies: u8,
    /// Handed in or shown.
    pub hand_in: HandIn,
    /// A file in `forms/` to download.
    pub form: Option<Box<str>>,
    /// What else must be known.
    pub note: Option<Text>,
}

/// A situation and its papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperCase {
    /// Its id, the same from edition to edition.
    pub id: Slug,
    /// Its name; absent only where there is one case.
    pub name: Option<Text>,
    /// The papers.
    pub papers: Vec<Paper>,
}
