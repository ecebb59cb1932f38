//! What the desk writes of it.

use super::{ChosenQuote, Measure};
use crate::feedback::apology::{Apology, LateFile};
use crate::text::Slug;

/// One piece of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Drafts an apology. [`Worked::Taken`](crate::store::Worked::Taken) where the file has one.
    Draft {
        /// Its id.
        id: [u8; 16],
        /// What it says.
        apology: Box<Apology>,
    },
    /// Signs a draft. [`Worked::Gone`](crate::store::Worked::Gone) where there is none.
    Sign {
        /// The agency.
        agency: Slug,
        /// The id of the draft.
        id: [u8; 16],
        /// Name and capacity, as the letter has them.
        name: String,
    },
    /// Throws a draft away; what was signed stays.
    Drop {
        /// The agency.
        agency: Slug,
        /// The id of the draft.
        id: [u8; 16],
    },
    /// Takes in the late files of an agency; those that are known get their new days.
    Files {
        /// The agency.
        agency: Slug,
        /// The files.
        files: Vec<LateFile>,
    },
    /// Keys in how many files were overdue in a month, in place of what was keyed in before.
    Overdue {
        /// The agency.
        agency: Slug,
        /// The month: 202611.
        month: u32,
        /// Files overdue.
        overdue: u32,
    },
    /// Keeps a measure, in place of the one with its id.
    Measure(Box<Measure>),
    /// Throws a measure away.
    DropMeasure {
        /// The agency.
        agency: Slug,
        /// The id of the measure.
        id: [u8; 16],
    },
    /// Keeps chosen words, in place of those with their id.
    Quote(Box<ChosenQuote>),
    /// Throws chosen words away.
    DropQuote {
        /// The agency.
        agency: Slug,
        /// The id of the words.
        id: [u8; 16],
    },
}

impl Remedy {
    /// The agency that it belongs to.
    pub fn agency(&self) -> &Slug {
        match self {
            Self::Draft { apology, .. } => &apology.agency,
            Self::Measure(measure) => &measure.agency,
            Self::Quote(quote) => &quote.agency,
            Self::Sign { agency, .. }
            | Self::Drop { agency, .. }
            | Self::Files { agency, .. }
            | Self::Overdue { agency, .. }
            | Self::DropMeasure { agency, .. }
            | Self::DropQuote { agency, .. } => agency,
        }
    }
}
