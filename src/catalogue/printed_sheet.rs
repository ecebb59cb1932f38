//! The log of what was printed (`printed-sheets.yaml`): which sheets hang, with the host that their symbols carry. A new
//! host must lead there for as long as they hang.

use serde::{Deserialize, Serialize};

use super::PrintedCode;
use crate::text::{Date, Slug};

/// A sheet that was printed and hung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedSheet {
    /// The kind of sheet, `poster`.
    pub sheet: Box<str>,
    /// Whose it is.
    pub agency: Slug,
    /// What it is of, within the agency: a counter, a procedure's code, or nothing.
    pub subject: Option<Box<str>>,
    /// The printed code on it, if it carries one.
    pub code: Option<PrintedCode>,
    /// The languages, `vi` or `vi+en`.
    pub languages: Box<str>,
    /// Its edition.
    pub mark: Box<str>,
    /// The host that its symbols carry, in lower case.
    pub host: Box<str>,
    /// The day it was printed.
    pub on: Date,
}

impl PrintedSheet {
    /// What it is of: `phuong-vi-du/quay-1`.
    pub fn of(&self) -> String {
        match &self.subject {
            Some(subject) => format!("{}/{subject}", self.agency),
            None => self.agency.to_string(),
        }
    }

    /// Whether a newer print of the same sheet hangs in its place.
    pub fn is_replaced_by(&self, other: &Self) -> bool {
        self.sheet == other.sheet
            && self.agency == other.agency
            && self.subject == other.subject
            && self.languages == other.languages
    }
}

/// The sheets that hang: of each, the last print.
pub fn hanging(log: &[PrintedSheet]) -> Vec<&PrintedSheet> {
    let newer =
        |at: usize, one: &PrintedSheet| log[at + 1..].iter().any(|other| one.is_replaced_by(other));
    log.iter().enumerate().filter(|(at, one)| !newer(*at, one)).map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_print_of_a_sheet_hangs() {
        let sheet = |subject: &str, mark: &str| PrintedSheet {
            sheet: "poster".into(),
            agency: Slug::parse("phuong-vi-du").unwrap(),
            subject: Some(subject.into()),
            code: None,
            languages: "vi".into(),
            mark: mark.into(),
            host: "a.gov.vn".into(),
            on: Date::parse("2026-11-22").unwrap(),
        };
        let log = [sheet("quay-1", "A"), sheet("quay-2", "B"), sheet("quay-1", "C")];
        let marks: Vec<&str> = hanging(&log).iter().map(|one| &*one.mark).collect();
        assert_eq!(marks, ["B", "C"]);
        assert_eq!(log[0].of(), "phuong-vi-du/quay-1");
    }
}
