//! An apology as it is kept.

use crate::feedback::apology::Apology;

/// An apology with whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredApology {
    /// Its id.
    pub id: [u8; 16],
    /// What it says.
    pub apology: Apology,
    /// The account that drafted it.
    pub drafted_by: String,
    /// When, in milliseconds UTC.
    pub drafted_at: i64,
    /// Who signed it; none for a draft.
    pub signed: Option<SignedApology>,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedApology {
    /// The account.
    pub account: String,
    /// Name and capacity, as the letter has them.
    pub name: String,
    /// When, in milliseconds UTC.
    pub at: i64,
}
