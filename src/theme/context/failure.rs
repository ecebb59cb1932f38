//! The page for what a host could not do.

use serde::Serialize;

use super::{Call, Meta};
use crate::theme::Page;

/// Something went wrong on our side, or a request cannot be taken as it is.
#[derive(Debug, Clone, Serialize)]
pub struct Failure {
    /// The head.
    pub meta: Meta,
    /// The HTTP status.
    pub status: u16,
    /// What happened, in the reader's language.
    pub title: String,
    /// What to do now, in the reader's language.
    pub message: String,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl Page for Failure {
    const TEMPLATE: &'static str = "failure.html";
}
