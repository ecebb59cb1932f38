//! The page with all accounts.

use serde::Serialize;

use super::DeskHead;
use crate::theme::Page;

/// All accounts.
#[derive(Debug, Clone, Serialize)]
pub struct DeskOfficers {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// The accounts, by name.
    pub officers: Vec<OfficerLine>,
}

/// One account.
#[derive(Debug, Clone, Serialize)]
pub struct OfficerLine {
    /// The account.
    pub account: String,
    /// The officer's name.
    pub name: String,
    /// The role, in words.
    pub role: String,
    /// The agency; empty for a role that belongs to none.
    pub agency: String,
    /// How the account stands, in words.
    pub state: String,
}

impl Page for DeskOfficers {
    const TEMPLATE: &'static str = "desk-officers.html";
}
