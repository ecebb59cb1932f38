//! Where the tallies are not what the ratings add up to.

use std::fmt;

use crate::text::Slug;

/// One of the tallies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// (a): answers by day.
    Answers,
    /// (b): scores by month.
    Scores,
    /// (c): ratings by hour of the week.
    Hours,
    /// (d): answers by month and year.
    Periods,
}

/// A cell that holds something else than the ratings add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The agency.
    pub agency: Slug,
    /// The month in Vietnam, as 202611; or the year, as 2026.
    pub month: u32,
    /// The tally.
    pub table: Table,
    /// Which cell, for a person to read.
    pub cell: String,
    /// What the cell must still be given, for a person to read.
    pub missing: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = match self.table {
            Table::Answers => "answers",
            Table::Scores => "scores",
            Table::Hours => "hours",
            Table::Periods => "periods",
        };
        let Self { agency, month, cell, missing, .. } = self;
        write!(f, "{agency} {month} {table}: {cell}: {missing}")
    }
}
