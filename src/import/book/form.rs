//! How a value of a content file is shown in a cell, and how a cell is read back.

use crate::catalogue::procedure::TimeLimit;
use crate::content::Written;
use crate::diagnostic::CellTrouble;
use crate::text::{Date, Hour, Money, Slug};

/// What stands before a quote.
const QUOTE: &str = "Theo công bố: ";

/// What "none" is in a cell.
const NONE: &str = "Không có";

/// A word of a content file and what a cell shows for it.
pub(super) type Choices = &'static [(&'static str, &'static str)];

/// The form of a column.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// Words of people.
    Words,
    /// One word of a list, with a drop-down.
    Choice(Choices),
    /// Words of a list, separated by semicolons.
    Choices(Choices),
    /// Texts, one a line.
    Lines,
    /// 2026-11-21.
    Day,
    /// 15:00.
    Hour,
    /// 8000 VND.
    Money,
    /// 3 `working_days`.
    Limit,
    /// A small whole number.
    Number,
    /// An id.
    Id,
    /// A list that has a sheet of its own: only "none" and quotes are shown.
    Elsewhere,
}

impl Form {
    /// What a cell shows; empty where nothing is said, or where the value has a sheet of its own.
    pub(super) fn shown(self, value: Option<&Written>) -> String {
        let Some(value) = value else { return String::new() };
        if let Some(words) = value.text("as_announced") {
            return format!("{QUOTE}{words}");
        }
        match (self, value) {
            (Self::Lines, Written::List(items)) => {
                items.iter().filter_map(Written::scalar).collect::<Vec<_>>().join("\n")
            }
            (Self::Choices(choices), Written::List(items)) => {
                let each =
                    items.iter().filter_map(Written::scalar).map(|word| label(choices, word));
                each.collect::<Vec<_>>().join("; ")
            }
            (_, Written::List(_) | Written::Map(_)) => String::new(),
            (_, Written::Bare(word) | Written::Words(word)) if word == "none" => NONE.to_owned(),
            (Self::Choice(choices), Written::Bare(word) | Written::Words(word)) => {
                label(choices, word).to_owned()
            }
            (_, Written::Bare(text) | Written::Words(text)) => text.clone(),
        }
    }

    /// What a cell says; nothing where it is empty.
    pub(super) fn read(self, cell: &str) -> Result<Option<Written>, CellTrouble> {
        let text = cell.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(words) = text.strip_prefix(QUOTE) {
            return Ok(Some(Written::as_announced(words)));
        }
        if text == NONE {
            return Ok(Some(Written::Bare("none".to_owned())));
        }
        let bare = |sound: bool| {
            let trouble =
                if text.contains(',') { CellTrouble::Comma } else { CellTrouble::Refused };
            sound.then(|| Some(Written::Bare(text.to_owned()))).ok_or(trouble)
        };
        match self {
            Self::Words => Ok(Some(Written::Words(text.to_owned()))),
            Self::Lines => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                Ok(Some(Written::List(lines.map(|line| Written::Words(line.to_owned())).collect())))
            }
            Self::Choice(choices) => {
                word(choices, text).map(|word| Some(Written::Bare(word.to_owned())))
            }
            Self::Choices(choices) => {
                let words = text.split([';', '\n']).map(str::trim).filter(|one| !one.is_empty());
                let words =
                    words.map(|one| word(choices, one).map(|word| Written::Bare(word.to_owned())));
                words.collect::<Result<Vec<_>, _>>().map(|list| Some(Written::List(list)))
            }
            Self::Day => bare(Date::parse(text).is_ok()),
            // Without quotes it would be a number of minutes to some readers.
            Self::Hour => {
                bare(Hour::parse(text).is_ok()).map(|_| Some(Written::Words(text.to_owned())))
            }
            Self::Money => match Money::parse(text) {
                Ok(_) => bare(true),
                Err(_) if text.contains(['.', ',']) => Err(CellTrouble::Comma),
                Err(_) => Err(CellTrouble::Refused),
            },
            Self::Limit => bare(TimeLimit::parse(text).is_ok()),
            Self::Number => bare(text.parse::<u8>().is_ok()),
            Self::Id => bare(Slug::parse(text).is_ok()),
            Self::Elsewhere => Err(CellTrouble::Refused),
        }
    }
}

fn label(choices: Choices, word: &str) -> &str {
    choices.iter().find(|(known, _)| *known == word).map_or(word, |(_, shown)| *shown)
}

fn word(choices: Choices, text: &str) -> Result<&'static str, CellTrouble> {
    let same = |shown: &str| shown.to_lowercase() == text.to_lowercase();
    let found = choices.iter().find(|(known, shown)| same(shown) || *known == text);
    found.map(|(known, _)| *known).ok_or(CellTrouble::Refused)
}
