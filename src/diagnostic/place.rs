//! Where a problem stands: a file of the content folder, and if known a line and a column.

/// A place in a content file. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the content folder, with `/` between folders.
    pub file: String,
    /// Line from 1; 0 when the whole file is meant.
    pub line: u32,
    /// Column from 1; 0 when the whole line or file is meant.
    pub column: u32,
    /// The line as it stands in the file, for quoting; empty when unknown.
    pub quoted: String,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }
}
