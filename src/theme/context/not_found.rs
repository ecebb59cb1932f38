//! The page for addresses that lead nowhere. It is answered at any depth, so its links are absolute.

use serde::Serialize;

use super::{CountedLink, Meta, SearchField};
use crate::theme::Page;

/// The page for addresses that lead nowhere.
#[derive(Debug, Clone, Serialize)]
pub struct NotFound {
    /// The head.
    pub meta: Meta,
    /// Where a procedure is looked for.
    pub search: SearchField,
    /// Fields, as a way on.
    pub fields: Vec<CountedLink>,
}

impl Page for NotFound {
    const TEMPLATE: &'static str = "not-found.html";
}
