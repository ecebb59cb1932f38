//! The page on which an officer sets up one-time numbers.

use serde::Serialize;

use super::DeskHead;
use crate::theme::{Markup, Page};

/// Setting up one-time numbers.
#[derive(Debug, Clone, Serialize)]
pub struct DeskSecondFactor {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where the form is sent.
    pub action: String,
    /// Whether they are set up already; then there is nothing to do.
    pub is_set: bool,
    /// The symbol for the phone, an SVG element.
    pub symbol: Markup,
    /// The secret to be typed where there is no camera.
    pub secret: String,
    /// The sealed secret to carry on.
    pub sealed: String,
}

impl Page for DeskSecondFactor {
    const TEMPLATE: &'static str = "desk-second-factor.html";
}
