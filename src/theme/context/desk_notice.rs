//! A page of the desk that only says something.

use serde::Serialize;

use super::DeskHead;
use crate::theme::Page;

/// Something that must be said: no way in, nothing there, not now.
#[derive(Debug, Clone, Serialize)]
pub struct DeskNotice {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// What is to be said.
    pub message: String,
    /// What the way on is called.
    pub link: String,
    /// Where the way on leads; empty if there is none.
    pub href: String,
}

impl Page for DeskNotice {
    const TEMPLATE: &'static str = "desk-notice.html";
}
