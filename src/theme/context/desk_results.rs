//! The page of results: what citizens answered, for the officers who can mend it.

use serde::Serialize;

use super::{Choice, DeskHead, DeskLink, WordsLine};
use crate::theme::Page;

/// Results of an agency, of a counter, by procedure, or of all agencies.
#[derive(Debug, Clone, Serialize)]
pub struct DeskResults {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where the choice is sent.
    pub action: String,
    /// The ways up and to what else there is of this agency.
    pub links: Vec<DeskLink>,
    /// Periods that are over, the latest first.
    pub periods: Vec<Choice>,
    /// Surveys with their versions.
    pub surveys: Vec<Choice>,
    /// Ways of answering.
    pub ways: Vec<Choice>,
    /// Methods and aggregates.
    pub bases: Vec<Choice>,
    /// Why there are no figures, in words; empty where there are.
    pub nothing: String,
    /// What the figures are of, in one sentence: how many ratings, on which way, by which formulas.
    pub about: String,
    /// The whole: the aggregate first, beside it the overall question, then the factors.
    pub headline: Vec<FigureLine>,
    /// Single criteria, the lowest first; counters, procedures or agencies; months; hours. What there is of them.
    pub charts: Vec<BarChart>,
    /// What must be known to read the figures.
    pub notes: Vec<String>,
    /// Files in time of the same period, in one sentence; empty where they are not known.
    pub on_time: String,
    /// What people wrote at this counter in the period, without any time; not all of it.
    pub words: Vec<WordsLine>,
    /// Where all of it is; empty where the page is not of a counter.
    pub all_words: String,
}

/// A figure with all that must stand beside it.
#[derive(Debug, Clone, Serialize)]
pub struct FigureLine {
    /// What it is of.
    pub name: String,
    /// Where more is; empty if there is no more.
    pub href: String,
    /// How many answers are behind it; empty if that is withheld.
    pub n: String,
    /// The figure, with its sign; a word where there is none.
    pub value: String,
    /// From where to where it lies with 95 % confidence; empty where there is no figure.
    pub interval: String,
    /// The rule of the interval, in words.
    pub rule: String,
    /// How it stands to the target, in words; empty where there is no target or no figure.
    pub standing: String,
    /// What else is to be said, such as why no line is drawn to it.
    pub note: String,
}

/// Bars, one below the other, each with its row in a table.
#[derive(Debug, Clone, Serialize)]
pub struct BarChart {
    /// The heading.
    pub title: String,
    /// What the drawing shows, for who cannot see it.
    pub description: String,
    /// An id that no other drawing of the page has.
    pub id: String,
    /// What the first column of the table holds.
    pub rows_of: String,
    /// Whether the bars are counts and no figures with intervals.
    pub counts: bool,
    /// Its height, in the units of the drawing; it is 400 wide.
    pub height: u32,
    /// Where the line of the target stands.
    pub target: u32,
    /// What that line means; empty without a target, and then none is drawn.
    pub target_words: String,
    /// The rows.
    pub bars: Vec<Bar>,
}

/// A bar and its row.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// The row.
    pub line: FigureLine,
    /// The number that stands before the bar and in the table.
    pub number: usize,
    /// Where it begins from above.
    pub y: u32,
    /// Whether there is a figure to draw.
    pub drawn: bool,
    /// How long it is.
    pub width: u32,
    /// The ends of the interval.
    pub low: u32,
    /// The ends of the interval.
    pub high: u32,
    /// Whether it is below the target for sure: drawn hatched.
    pub below: bool,
}

impl Page for DeskResults {
    const TEMPLATE: &'static str = "desk-results.html";
}
