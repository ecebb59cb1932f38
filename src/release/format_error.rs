//! What can be wrong with bytes that claim to be an index or a segment.
//!
//! Reader and writer share the list: the builder checks its own bytes with the reader, so what is written can be
//! read, and a fault in a plan of pages names the page.

/// Why bytes are no index or no segment of this format, or why an index would not be one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// Another kind of file.
    #[error("this is no niemyet {0}")]
    Foreign(&'static str),
    /// Written by an older or a newer program.
    #[error("format version {0} is not 1: build the site again with this program")]
    Version(u32),
    /// The tables that the header announces do not fill the file exactly.
    #[error(
        "the header announces {announced} bytes, the file has {found}: it is cut off or damaged"
    )]
    Length {
        /// What the header adds up to.
        announced: u64,
        /// What there is.
        found: u64,
    },
    /// A name or a path that is not UTF-8.
    #[error("the text of the index is not UTF-8")]
    Encoding,
    /// A row that breaks a rule.
    #[error("{table} {row} ({name:?}): {fault}")]
    Row {
        /// The table: entry, redirect, segment, slot.
        table: &'static str,
        /// Which row, from 0.
        row: usize,
        /// The path of the row, where it could be read.
        name: String,
        /// The rule.
        fault: Fault,
    },
    /// The list of switch days is not the list of days on which an entry starts or ends.
    #[error("the list of switch days does not follow from the entries")]
    Switches,
    /// A body whose segment the index at hand does not have: it was taken from another one.
    #[error("a body of another index was used")]
    ForeignBody,
    /// More of something than the format can count.
    #[error("too many or too long for this format: {0}")]
    TooMany(&'static str),
}

/// The rule that a row breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The row is cut off.
    #[error("the row is cut off")]
    CutOff,
    /// The path lies outside the text, is empty, or starts with a slash.
    #[error("the path is missing, empty or starts with a slash")]
    Path,
    /// Rows are not in ascending order, or two are the same.
    #[error("it is not in order, or there twice")]
    Order,
    /// Two answers of one path hold on the same day.
    #[error("it holds on a day on which another answer of the same path holds")]
    Overlap,
    /// It ends before it begins, or an internal entry has dates.
    #[error("its dates are empty or not allowed here")]
    Validity,
    /// A status below 200 or above 599.
    #[error("its status is none of HTTP")]
    Status,
    /// An unknown number of a kind of file.
    #[error("its kind of file is unknown")]
    Media,
    /// An unknown number of a cache policy.
    #[error("its cache policy is unknown")]
    CachePolicy,
    /// A body outside its segment, in an unknown segment, or no body at all.
    #[error("a body is missing or lies outside its segment")]
    Body,
    /// A slot outside the identity body, empty, of an unknown kind, overlapping, or of another entry.
    #[error("a slot does not fit the identity body")]
    Slot,
    /// A redirect to itself.
    #[error("it leads to itself")]
    Circle,
}
