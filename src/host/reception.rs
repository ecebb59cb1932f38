//! What every request finds in place: the board, the store, the clock, and the tally that is kept of
//! answers.

use std::sync::Arc;

use super::tally::Tally;
use super::{Board, Clock};
use crate::feedback::{Key, Secret};
use crate::store::{Randomness, Store};

/// Shared by all workers.
pub(super) struct Reception {
    pub(super) board: Arc<Board>,
    pub(super) store: Arc<dyn Store>,
    pub(super) secret: Secret,
    pub(super) clock: Clock,
    pub(super) random: Randomness,
    pub(super) tally: Tally,
    /// When the host was started, in milliseconds UTC.
    pub(super) since: i64,
}

impl Reception {
    /// A fresh key for one visit.
    pub(super) fn draw_key(&self) -> Key {
        Key::draw(|bytes| (self.random)(bytes))
    }
}
