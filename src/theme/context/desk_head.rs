//! What every page of the officers' desk has in common.

use serde::Serialize;

use super::Alternate;

/// `page.desk` on every page of the desk.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DeskHead {
    /// The title and heading.
    pub title: String,
    /// Who is signed in, with the role; empty before that.
    pub officer: String,
    /// The parts of the desk that the officer may open.
    pub menu: Vec<DeskLink>,
    /// The same page in each language of the site; empty where there is one.
    pub languages: Vec<Alternate>,
    /// What every form of this session carries; empty before signing in.
    pub token: String,
    /// Where signing out is sent.
    pub sign_out: String,
    /// What is wrong with what was sent; empty if nothing is.
    pub fault: String,
    /// What has just been done; empty if nothing was.
    pub note: String,
}

/// A part of the desk.
#[derive(Debug, Clone, Serialize)]
pub struct DeskLink {
    /// What it says.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the page itself.
    pub current: bool,
}
