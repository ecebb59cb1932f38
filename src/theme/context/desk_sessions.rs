//! The page with an officer's own sessions.

use serde::Serialize;

use super::DeskHead;
use crate::theme::Page;

/// The sessions of whoever is signed in.
#[derive(Debug, Clone, Serialize)]
pub struct DeskSessions {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where the ending of a session is sent.
    pub action: String,
    /// The sessions, the latest first.
    pub sessions: Vec<SessionLine>,
    /// Where one-time numbers are set up.
    pub second_factor: String,
}

/// One session.
#[derive(Debug, Clone, Serialize)]
pub struct SessionLine {
    /// What names it in a form.
    pub id: String,
    /// When it began.
    pub started: String,
    /// When it was last in use.
    pub seen: String,
    /// Whether it is the one that looks.
    pub own: bool,
}

impl Page for DeskSessions {
    const TEMPLATE: &'static str = "desk-sessions.html";
}
