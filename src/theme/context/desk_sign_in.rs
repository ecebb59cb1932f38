//! The page on which officers sign in.

use serde::Serialize;

use super::{DeskHead, HiddenField};
use crate::theme::Page;

/// Signing in.
#[derive(Debug, Clone, Serialize)]
pub struct DeskSignIn {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where the form is sent.
    pub action: String,
    /// The account as typed.
    pub account: String,
    /// What was typed in a form that came after its session had ended, to come back after signing in.
    pub kept: Vec<HiddenField>,
}

impl Page for DeskSignIn {
    const TEMPLATE: &'static str = "desk-sign-in.html";
}
