//! catalogue

mod printed_code;

pub use printed_code::{PrintedCode, PrintedCodeError};
