//! What carries out upkeep in a database.

use super::Held;
use crate::store::StoreError;

/// A statement and its values. It may be repeated: what it has done once it does not do again.
pub(in crate::store) struct Step<'a> {
    pub(in crate::store) sql: &'a str,
    pub(in crate::store) values: Vec<Held>,
}

/// A connection of its own beside those of the host.
pub(in crate::store) trait Hand {
    /// Carries out all steps in one transaction, begun again where somebody else wrote the same at the same
    /// moment. Gives how many rows they touched together.
    fn carry_out(&mut self, steps: &[Step<'_>]) -> Result<u64, StoreError>;

    /// Called once when all is done: nothing that was taken out may be left lying in a journal.
    fn finish(&mut self) {}
}
