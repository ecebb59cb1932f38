//! Text to a QR symbol, the symbol to a picture, and the picture back to the text.
//!
//! A poster hangs for years, so a symbol is not trusted because a library drew it: [`Symbol::proved`] draws it,
//! reads it back with an independent decoder and compares. That is the way to get a symbol that will be kept;
//! [`Symbol::encode`] alone is for measuring which version a text needs.
//!
//! Links are best written with a lower-case scheme and the rest in capitals,
//! `https://GOPY.PHUONGBENNGHE.GOV.VN/Q/7K3M9PQ`: capitals are stored in 5.5 bits instead of 8, which makes a
//! smaller symbol, while some phones take `HTTPS://` for plain text. The encoder changes mode by itself.
//!
//! This room is the only door of `qrcode`, `rqrr` and `png`.

mod encode;
mod error;
mod level;
mod picture;
mod raster;
mod read;
mod svg;
mod terminal;

pub use encode::Symbol;
pub use error::SymbolError;
pub use level::Level;
pub use raster::Raster;
pub use read::{decode, decode_png};
pub use terminal::Ground;

/// The white border that ISO/IEC 18004 asks for, in modules. It is drawn inside every picture, so that no theme
/// and no label can eat it: without it most phones find nothing.
pub const QUIET_ZONE: usize = 4;
