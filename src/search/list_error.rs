//! Why a text is not a list of procedures.

/// What is wrong with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// It does not begin as lists do.
    #[error("the list of procedures does not begin with its version")]
    Version,
    /// A part is missing.
    #[error("the list of procedures ends too early")]
    Short,
    /// A row is not one, or names a word or a field that there is not.
    #[error("row {0} of the list of procedures cannot be read")]
    Row(usize),
}
