//! The page behind a one-time link, on which an officer sets the password.

use serde::Serialize;

use super::DeskHead;
use crate::theme::Page;

/// Setting a password.
#[derive(Debug, Clone, Serialize)]
pub struct DeskSetUp {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where the form is sent.
    pub action: String,
    /// The account.
    pub account: String,
    /// The officer's name.
    pub name: String,
    /// The fewest characters.
    pub shortest: usize,
}

impl Page for DeskSetUp {
    const TEMPLATE: &'static str = "desk-set-up.html";
}
