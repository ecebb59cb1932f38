//! The two tables that matters come out as: they themselves, and what was done with them.

use super::cell::Cell;
use super::disclosed::Disclosed;
use super::event_column::EventColumn;
use super::masking::Masking;
use super::matter_column::MatterColumn;
use crate::store::StoredMatter;

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatterTable {
    /// One row a matter.
    Matters,
    /// One row an event of a log.
    Log,
}

impl MatterTable {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Matters, Self::Log];

    /// Its name, of a sheet and in the dictionary.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Matters => "matters",
            Self::Log => "log",
        }
    }

    /// The headings of its columns.
    pub(super) fn headings(self) -> Vec<&'static str> {
        match self {
            Self::Matters => MatterColumn::ALL.map(MatterColumn::name).to_vec(),
            Self::Log => EventColumn::ALL.map(EventColumn::name).to_vec(),
        }
    }

    /// The rows of a matter.
    pub(super) fn rows(self, stored: &StoredMatter, masking: Masking) -> Vec<Vec<Cell>> {
        let one = Disclosed { stored, masking };
        match self {
            Self::Matters => vec![MatterColumn::ALL.map(|column| column.cell(&one)).to_vec()],
            Self::Log => (1..)
                .zip(&stored.events)
                .map(|(number, event)| {
                    EventColumn::ALL.map(|column| column.cell(&one, number, event)).to_vec()
                })
                .collect(),
        }
    }
}
