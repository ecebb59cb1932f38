//! The listing that was in force when somebody brought a matter: what the officer sees beside it.

use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::text::Date;

/// A posted procedure in the wording that the citizen saw; the agency is that of the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The procedure.
    pub procedure: ProcedureCode,
    /// The day from which that edition is in force; none where its first edition names none.
    pub from: Option<Date>,
    /// The edition, by its content.
    pub edition: EditionMark,
}
