//! The announced list (danh mục công bố): which procedures a decision gives an agency, so that the
//! site can say "đã niêm yết 214/214" and name what is missing.

use serde::{Deserialize, Serialize};

use crate::catalogue::procedure::ProcedureCode;
use crate::text::Date;

/// A list that a decision announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncedList {
    /// The decision's number.
    pub decision: Box<str>,
    /// Its date.
    pub date: Option<Date>,
    /// The procedures.
    pub codes: Vec<ProcedureCode>,
}
