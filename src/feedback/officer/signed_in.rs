//! An officer as the rest of the program knows one.

use super::{AccountName, Role};

/// An officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// The id; it stays when the name changes.
    pub id: [u8; 16],
    /// The name under which the officer signs in.
    pub account: AccountName,
    /// The name that colleagues read.
    pub name: String,
    /// The role.
    pub role: Role,
}
