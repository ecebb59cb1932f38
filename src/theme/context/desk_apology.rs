//! One apology, at the desk.

use serde::Serialize;

use super::{DeskHead, Fact};
use crate::theme::Page;

/// An entry of the register with what may be done with it.
#[derive(Debug, Clone, Serialize)]
pub struct DeskApology {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where forms are sent.
    pub action: String,
    /// Back to the register.
    pub register: String,
    /// What it says.
    pub facts: Vec<Fact>,
    /// That the letter comes later than the rule asks; empty if it does not.
    pub late: String,
    /// The matter that it comes from; empty if it comes from none.
    pub matter: String,
    /// Whether the officer may sign it now.
    pub may_sign: bool,
    /// Name and capacity that the letter will have.
    pub signer: String,
    /// Whether the officer may throw it away.
    pub may_drop: bool,
    /// Where the letter is had; empty for whoever may not.
    pub letter: String,
    /// Whether the host sets letters as PDF.
    pub letter_pdf: bool,
    /// The whole number that was typed for the letter.
    pub number: String,
    /// Who the letter goes to, as typed.
    pub to: String,
}

impl Page for DeskApology {
    const TEMPLATE: &'static str = "desk-apology.html";
}
