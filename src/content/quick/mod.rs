//! The quick reading of plain YAML, about five times as fast as the full reader.
//!
//! Content files use little of YAML: block maps and lists, flow lists and maps on one line, plain and
//! quoted scalars on one line, comments. This reads exactly that into the same shapes and gives up at
//! anything else: anchors, tags, block scalars, values over several lines, odd escapes, tabs, a type
//! that does not fit. Giving up is no verdict; `serde_yaml` then reads the file from the start, and
//! only what it says counts. So the one promise is: what is read here, it would have read the same
//! (held by a test over the sample and over generated files).

mod cursor;
mod flow;
mod node;
mod scalar;
#[cfg(test)]
mod tests;

use serde::de::DeserializeOwned;

use cursor::Cursor;

/// The shape of a text, or `None` when the text asks for the full reader.
pub(super) fn quick<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut cursor = Cursor::new(text)?;
    let shape = T::deserialize(node::Node::document(&mut cursor)).ok()?;
    cursor.is_at_end().then_some(shape)
}
