//! The bond between a context and its template.

use serde::Serialize;

/// A kind of page: a struct that says all a page says, and the template that shows it.
pub trait Page: Serialize {
    /// The template's file in `templates/`.
    const TEMPLATE: &'static str;
}
