//! Why a sheet could not be made.

use crate::symbol::SymbolError;
use crate::theme::ThemeError;

/// Why a sheet could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The symbol could not be drawn, or what was drawn does not read back.
    #[error("the symbol of {address} could not be made")]
    Symbol {
        /// The address it was to carry.
        address: String,
        /// What happened.
        #[source]
        source: SymbolError,
    },
    /// The sheet could not be rendered.
    #[error("the sheet could not be rendered")]
    Theme(#[from] ThemeError),
    /// A withdrawn code is never printed again.
    #[error("the code {0} was withdrawn and must not be printed again")]
    Retired(String),
}
