//! A letter or a report to be printed from the browser.

use serde::Serialize;

use crate::letter::{Align, Block, Letter, Paragraph, PercentBar, Run, Table};
use crate::theme::{Bar, Markup, Page};

/// A letter on paper.
#[derive(Debug, Clone, Serialize)]
pub struct LetterSheet {
    /// The title of the document, plain text.
    pub title: String,
    /// What stands on it, one below the other.
    pub blocks: Vec<SheetBlock>,
}

/// A paragraph or a table: one of them is there.
#[derive(Debug, Clone, Serialize)]
pub struct SheetBlock {
    /// The paragraph, if it is one.
    pub paragraph: Option<SheetParagraph>,
    /// The table, if it is one.
    pub table: Option<SheetTable>,
}

/// A paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct SheetParagraph {
    /// How it stands: names of classes.
    pub classes: String,
    /// The level of a heading; 0 for none.
    pub heading: u8,
    /// Its words.
    pub runs: Vec<SheetRun>,
}

/// Words in one hand.
#[derive(Debug, Clone, Serialize)]
pub struct SheetRun {
    /// Their lines.
    pub lines: Vec<String>,
    /// How they look: names of classes; empty if plain.
    pub classes: String,
    /// What is drawn in their place.
    pub bar: Option<Markup>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct SheetTable {
    /// Whether lines are drawn; without them it only sets things side by side.
    pub ruled: bool,
    /// Whether the first row names the columns.
    pub headed: bool,
    /// The width of each column, in hundredths of the whole.
    pub widths: Vec<u32>,
    /// The rows.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A cell.
#[derive(Debug, Clone, Serialize)]
pub struct SheetCell {
    /// What stands in it.
    pub paragraphs: Vec<SheetParagraph>,
    /// Over how many columns it reaches.
    pub over: u8,
    /// Whether its ground is darkened.
    pub shaded: bool,
}

impl LetterSheet {
    /// A letter as a page.
    pub fn of(letter: &Letter) -> Self {
        let block = |block: &Block| match block {
            Block::Paragraph(one) => SheetBlock { paragraph: Some(paragraph(one)), table: None },
            Block::Table(one) => SheetBlock { paragraph: None, table: Some(table(one)) },
        };
        Self { title: letter.name.clone(), blocks: letter.blocks().iter().map(block).collect() }
    }
}

fn paragraph(paragraph: &Paragraph) -> SheetParagraph {
    let align = match paragraph.align {
        Align::Left => "",
        Align::Centre => "centre",
        Align::Right => "right",
        Align::Both => "both",
    };
    let room = match paragraph.below {
        0..=3 => "",
        4..=20 => "gap",
        _ => "room",
    };
    let classes = [
        align,
        if paragraph.indented { "indent" } else { "" },
        if paragraph.rule.is_some() { "rule" } else { "" },
        if paragraph.above > 4 { "above" } else { "" },
        room,
    ];
    SheetParagraph {
        classes: joined(&classes),
        heading: paragraph.heading.unwrap_or(0),
        runs: paragraph.runs.iter().map(run).collect(),
    }
}

fn run(run: &Run) -> SheetRun {
    let size = match run.size {
        Some(..=11) => "small",
        Some(12) => "twelve",
        Some(13) => "thirteen",
        _ => "",
    };
    let classes =
        [if run.bold { "bold" } else { "" }, if run.italic { "italic" } else { "" }, size];
    let lines = run.words.split('\n').map(str::to_owned).collect();
    SheetRun { lines, classes: joined(&classes), bar: run.bar.map(drawn) }
}

/// The drawing, which says its figures to who cannot see it.
fn drawn(bar: PercentBar) -> Markup {
    let [value, low, high] = [bar.value, bar.low, bar.high].map(|one| f64::from(one) / 100.0);
    let said = format!("{value:.2} % ({low:.2}–{high:.2})").replace('.', ",");
    Bar { title: &said, value, interval: Some((low, high)), target: None }.drawn()
}

fn table(table: &Table) -> SheetTable {
    let whole: u32 = table.widths.iter().map(|width| u32::from(*width)).sum();
    let share = |width: &u8| u32::from(*width) * 100 / whole.max(1);
    let cell = |cell: &crate::letter::Cell| SheetCell {
        paragraphs: cell.paragraphs.iter().map(paragraph).collect(),
        over: cell.over.max(1),
        shaded: cell.ground.is_some(),
    };
    SheetTable {
        ruled: table.ruled,
        headed: table.headed,
        widths: table.widths.iter().map(share).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

fn joined(classes: &[&str]) -> String {
    let some: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
    some.join(" ")
}

impl Page for LetterSheet {
    const TEMPLATE: &'static str = "letter.html";
}
