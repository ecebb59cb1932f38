//! One transaction on whatever database: read, then write.

use crate::store::failure::Failure;
use crate::store::snapshot::EachRow;
use crate::store::upkeep::Held;

/// A transaction under way. Statements number their values in the order in which they name them.
pub(in crate::store) trait Transaction {
    /// Keeps others who lock this row of `lock` waiting until the end.
    fn lock(&mut self, name: &'static str) -> Result<(), Failure>;

    /// Hands every row of a statement to `each`.
    fn rows(&mut self, sql: &str, values: &[Held], each: EachRow<'_>) -> Result<(), Failure>;

    /// Carries out a statement; gives how many rows it touched.
    fn execute(&mut self, sql: &str, values: &[Held]) -> Result<u64, Failure>;
}
