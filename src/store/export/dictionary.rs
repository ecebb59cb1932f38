//! The data dictionary: what each column holds, which words stand in it, and what the surveys asked.
//! It is made from the types that the exports are written from, so it cannot lag behind them.

use serde::Serialize;

use super::column::{Column, KINDS, state};
use super::dictionary_words as words;
use super::event_column::EventColumn;
use super::formula::defuse;
use super::matter_column::MatterColumn;
use super::matter_table::MatterTable;
use super::matter_words;
use crate::diagnostic::Tongue;
use crate::feedback::{Mark, Mode, QuestionKind, Survey};

/// A dictionary in one tongue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dictionary {
    entries: Vec<Entry>,
}

/// One line of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Entry {
    /// What is explained: a column, a word in a column, a question, an option of a question.
    what: &'static str,
    /// Where it stands: the column of a word, the survey and version of a question, the question of an option.
    within: String,
    /// Its name, as it stands in exports.
    name: String,
    /// What kind of value it holds.
    holds: String,
    /// What it means.
    meaning: String,
}

impl Dictionary {
    /// The dictionary, with the questions of the surveys as they are now. Answers keep the version of the
    /// survey they answered; what older versions asked is in the history of the content.
    pub fn new(surveys: &[Survey], tongue: Tongue) -> Self {
        let mut entries = Vec::new();
        for column in Column::ALL {
            let (holds, meaning) = words::column(column, tongue);
            entries.push(entry("column", "", column.name(), holds, meaning));
        }
        for mode in Mode::ALL {
            entries.push(word(Column::Mode, mode.word(), words::mode(mode, tongue)));
        }
        for held in [false, true] {
            entries.push(word(Column::State, state(held), words::state(held, tongue)));
        }
        for mark in Mark::ALL {
            entries.push(word(Column::Marks, mark.word(), words::mark(mark, tongue)));
        }
        for kind in KINDS {
            entries.push(word(Column::Kind, kind, words::kind(kind, tongue)));
        }
        add_matters(&mut entries, tongue);
        for survey in surveys {
            add_survey(&mut entries, survey);
        }
        Self { entries }
    }

    /// As a table with headings.
    pub fn table(&self) -> impl Iterator<Item = [String; 5]> {
        let headings = ["what", "within", "name", "holds", "meaning"].map(str::to_owned);
        let rows = self.entries.iter().map(|one| {
            [
                one.what.to_owned(),
                one.within.clone(),
                one.name.clone(),
                one.holds.clone(),
                one.meaning.clone(),
            ]
        });
        std::iter::once(headings).chain(rows)
    }

    /// As CSV in UTF-8 with a byte order mark, every cell quoted and defused.
    pub fn csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        for row in self.table() {
            let cells = row.map(|cell| format!("\"{}\"", defuse(&cell).replace('"', "\"\"")));
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }

    /// As a table in Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        for (at, row) in self.table().enumerate() {
            let cells = row.map(|cell| cell.replace('|', "\\|").replace('\n', " "));
            text.push_str("| ");
            text.push_str(&cells.join(" | "));
            text.push_str(" |\n");
            if at == 0 {
                text.push_str("| --- | --- | --- | --- | --- |\n");
            }
        }
        text
    }
}

fn entry(what: &'static str, within: &str, name: &str, holds: &str, meaning: &str) -> Entry {
    Entry {
        what,
        within: within.to_owned(),
        name: name.to_owned(),
        holds: holds.to_owned(),
        meaning: meaning.to_owned(),
    }
}

fn word(column: Column, name: &str, meaning: &str) -> Entry {
    entry("word", column.name(), name, "", meaning)
}

/// The columns of the two tables of matters, and the words in them.
fn add_matters(entries: &mut Vec<Entry>, tongue: Tongue) {
    let mut add = |table: MatterTable, name, (holds, meaning), within: Vec<&str>| {
        entries.push(entry("column", table.name(), name, holds, meaning));
        let column = format!("{} {name}", table.name());
        let word = |word| entry("word", &column, word, "", matter_words::meaning(word, tongue));
        entries.extend(within.into_iter().map(word));
    };
    for column in MatterColumn::ALL {
        let words = matter_words::matter(column, tongue);
        add(MatterTable::Matters, column.name(), words, column.words());
    }
    for column in EventColumn::ALL {
        let words = matter_words::event(column, tongue);
        add(MatterTable::Log, column.name(), words, column.words());
    }
}

fn add_survey(entries: &mut Vec<Entry>, survey: &Survey) {
    let within = format!("{} {}", survey.id, survey.version);
    for question in &survey.questions {
        let id = question.id.as_str();
        let (holds, options) = match &question.kind {
            QuestionKind::Scale(scale) => (format!("level 1–{}", scale.levels()), &[][..]),
            QuestionKind::Points(options) => ("points 0–2".to_owned(), options.as_slice()),
            QuestionKind::Choice(options) => ("choice".to_owned(), options.as_slice()),
            QuestionKind::Choices(options) => ("choices".to_owned(), options.as_slice()),
            QuestionKind::Number { min, max } => (format!("number {min}–{max}"), &[][..]),
            QuestionKind::Text { max } => (format!("text ≤ {max}"), &[][..]),
        };
        let holds = if question.dont_know { format!("{holds}, dont_know") } else { holds };
        entries.push(entry("question", &within, id, &holds, question.ask.original()));
        for option in options {
            let holds = option.points.map(|points| points.to_string()).unwrap_or_default();
            let within = format!("{within} {id}");
            let label = option.label.original();
            entries.push(entry("option", &within, option.id.as_str(), &holds, label));
        }
    }
}
