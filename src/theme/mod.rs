//! Turns prepared values into HTML: templates, words, style and script of a theme folder.
//!
//! A template sees three names: `frame` (what surrounds every page of a language and depth, rendered
//! once), `page` (one documented struct of [`context`] for each kind of page) and `words` (the theme's
//! own wording). A name that does not exist is an error, never an empty place; [`Theme::check`] finds
//! such names before a site is built.
//!
//! This room is the only door of tera and pulldown-cmark. It knows nothing of files to write, of
//! HTTP, or of who asks: `site`, `print` and `host` fill contexts and receive bytes.

mod bar;
mod check;
mod compact;
pub mod context;
mod embedded;
mod escape;
mod files;
mod filter;
mod frame_maker;
#[cfg(test)]
pub(crate) mod invented;
mod markdown;
mod page;
mod phrase;
mod policy;
mod theme_error;
mod theme_fault;
mod themed;
mod voice;
mod words;

pub use bar::Bar;
pub use frame_maker::FrameFacts;
pub use page::Page;
pub use phrase::{Markup, Phrase};
pub use policy::script_source;
pub use theme_error::ThemeError;
pub use theme_fault::ThemeFault;
pub use themed::Theme;
pub use voice::Voice;
pub use words::Words;
