//! What came of drawing a bulletin, and what whoever publishes it must know.

use super::{Bulletin, Unit};
use crate::feedback::satisfaction::{Method, ReportingPeriod};
use crate::text::Slug;

/// What came of it.
#[derive(Debug)]
pub struct Drawn {
    /// The bulletin, a draft.
    pub bulletin: Bulletin,
    /// What must be told besides.
    pub notes: Vec<DrawingNote>,
}

/// Something that whoever publishes must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawingNote {
    /// Ratings of a version of a survey whose questions are no longer in the content: they cannot be scored.
    UnknownVersion {
        /// The survey.
        survey: Slug,
        /// The version.
        version: u16,
        /// How many ratings.
        ratings: u64,
    },
    /// The method does not fit the questions of a survey.
    MethodUnfit {
        /// The survey.
        survey: Slug,
        /// The method.
        method: Method,
    },
    /// A published cell counts otherwise now; what would tell the difference is withheld.
    CountChanged {
        /// Of whom.
        unit: Unit,
        /// In which published period.
        period: ReportingPeriod,
    },
    /// So many small cells follow from what is published already, whatever is done now.
    Exposed {
        /// How many.
        cells: usize,
    },
    /// A unit that the content no longer has, shown by its id.
    UnknownUnit {
        /// The unit.
        unit: Unit,
    },
}
