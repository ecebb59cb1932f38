//! What the list says of a procedure.

/// A procedure to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its code.
    pub code: String,
    /// Its name for lists.
    pub name: String,
    /// Whether the name stands in the language that binds, because there are no words in that of the list.
    pub foreign: bool,
    /// What people call it.
    pub aliases: Vec<String>,
    /// The name of its field.
    pub field: String,
}
