//! A table: for figures with lines around them, or without, to set things side by side.

use super::Paragraph;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// Over how many columns it reaches; 0 is one.
    pub over: u8,
    /// Its ground, `RRGGBB`.
    pub ground: Option<&'static str>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The width of each column in millimetres.
    pub widths: Vec<u8>,
    /// Whether lines are drawn.
    pub ruled: bool,
    /// Whether the first row names the columns and is repeated on every page.
    pub headed: bool,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// A cell of one paragraph.
    pub fn of(paragraph: Paragraph) -> Self {
        Self { paragraphs: vec![paragraph], ..Self::default() }
    }
}
