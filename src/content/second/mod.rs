//! The second reading: a file by its YAML events, with a line for every key.
//!
//! The first reading (serde) is fast and stops at the first mistake. This one is slow and stops at
//! none: it is asked only for files that have something to report. Aliases are not followed, so a
//! file of a few lines cannot grow into gigabytes.

mod found;
mod guard;
mod hold;
mod locate;
mod node;
mod shaped;
mod telltale;

pub(super) use found::{Found, MOST};
pub(super) use guard::{has_empty_values, is_suspicious};
pub(super) use hold::hold;
pub(super) use locate::locate;
pub(super) use node::{Node, NodeValue, read_nodes};
pub(super) use shaped::shape_of_node;
pub(super) use telltale::telltale;
