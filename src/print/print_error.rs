//! Why a sheet could not be made.

use crate::publication::BodyError;
use crate::theme::ThemeError;

/// Why a sheet could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The symbol that was handed in leads elsewhere.
    #[error("the symbol carries {carries} and not {address}")]
    OtherSymbol {
        /// The address the sheet must carry.
        address: String,
        /// The address the symbol carries.
        carries: String,
    },
    /// A procedure could not be read.
    #[error("a procedure could not be read")]
    Body(#[from] BodyError),
    /// What a sheet says could not be written down.
    #[error("the facts of a sheet could not be written down")]
    Facts(#[from] serde_json::Error),
    /// The sheet could not be rendered.
    #[error("the sheet could not be rendered")]
    Theme(#[from] ThemeError),
    /// A withdrawn code is never printed again.
    #[error("the code {0} was withdrawn and must not be printed again")]
    Retired(String),
}
