//! The list of all procedures by their first letter.

use serde::Serialize;

use super::{Meta, PartLink, ProcedureRow};
use crate::theme::Page;

/// A letter of the alphabet with a link to where its procedures begin.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// The letter, a capital.
    pub letter: String,
    /// The page and place of its first procedure.
    pub href: String,
}

/// Procedures under one letter.
#[derive(Debug, Clone, Serialize)]
pub struct LetterGroup {
    /// The letter, a capital.
    pub letter: String,
    /// The id of its heading.
    pub anchor: String,
    /// The procedures, in the order of the alphabet.
    pub procedures: Vec<ProcedureRow>,
}

/// All procedures from A to Z, or one part of them.
#[derive(Debug, Clone, Serialize)]
pub struct AtoZ {
    /// The head.
    pub meta: Meta,
    /// Procedures in all, with their noun.
    pub total: String,
    /// All letters, those of other parts too.
    pub letters: Vec<Letter>,
    /// What this part lists.
    pub groups: Vec<LetterGroup>,
    /// The parts; empty where the list is whole.
    pub parts: Vec<PartLink>,
}

impl Page for AtoZ {
    const TEMPLATE: &'static str = "a-z.html";
}
