//! What can go wrong between a text and a symbol that a phone reads.
//!
//! Most cases are the editor's to mend (a host name that is too long), so the words say what to do.

use super::Level;

/// Why there is no symbol, no picture, or no text read from one.
#[derive(Debug, thiserror::Error)]
pub enum SymbolError {
    /// Nothing to encode.
    #[error("an empty text makes no symbol")]
    Empty,
    /// The text needs more than version 6, whose modules are too small on a sheet.
    #[error("{text:?} is too long for a symbol of version 6 at level {level}: shorten the host")]
    TooLong {
        /// The whole text.
        text: String,
        /// The level that was asked for at least.
        level: Level,
    },
    /// The encoder refused, or drew a symbol that does not read back as its text; never print such a symbol.
    #[error(
        "the symbol of {text:?} does not read back: {reason}; do not print it, report this text"
    )]
    Unreadable {
        /// The whole text.
        text: String,
        /// What was read or what failed instead.
        reason: String,
    },
    /// A picture with 0 or with too many pixels to a module.
    #[error("{0} pixels to a module: ask for 1 to 64")]
    Scale(u32),
    /// A picture without exactly one symbol in it.
    #[error("the picture holds {0} symbols instead of one")]
    NotOneSymbol(usize),
    /// The decoder found a symbol but could not read it.
    #[error("the symbol in the picture cannot be read: {0}")]
    Damaged(String),
    /// A picture whose rows are not of equal length, or that has no pixel.
    #[error("{pixels} pixels do not make rows of {width}")]
    Shape {
        /// Pixels to a row.
        width: usize,
        /// Pixels in all.
        pixels: usize,
    },
    /// PNG bytes that could not be read.
    #[error("the PNG picture cannot be read")]
    PngRead(#[from] png::DecodingError),
    /// PNG bytes that could not be written.
    #[error("the PNG picture cannot be written")]
    PngWrite(#[from] png::EncodingError),
}
