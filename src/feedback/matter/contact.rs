//! Who brought a matter and how to answer: kept apart from it, shorter than it, and never an identity number.

use std::fmt;

/// A name and at least one way to answer. Its `Debug` shows nothing of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// The name, as it was written.
    pub name: Box<str>,
    /// A telephone number.
    pub phone: Option<Box<str>>,
    /// An e-mail address.
    pub email: Option<Box<str>>,
    /// A postal address.
    pub address: Option<Box<str>>,
}

/// Personal data are not for logs.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact(…)")
    }
}
