//! Apologies for files that are late, wrong or lost: the register that an agency keeps of them. It holds no name of a
//! citizen and no whole number of a file; what is owed is counted against it.

#[allow(clippy::module_inception, reason = "the room is named after its chief type")]
mod apology;
mod apology_rule;
mod failing;
mod file_number;
mod late_file;
mod late_file_table;
mod owed;
mod reason;

pub use apology::{Apology, ApologyFault};
pub use apology_rule::ApologyRule;
pub use failing::Failing;
pub use file_number::{FileHash, FileNumber, FileNumberError, MaskedFile};
pub use late_file::LateFile;
pub use late_file_table::{TableColumn, TableFault, read_late_files};
pub use owed::Owed;
pub use reason::{LONGEST_REASON, ReasonFault, check_reason, names_somebody};
