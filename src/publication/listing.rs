//! A procedure as a host knows it that receives ratings: its name, and which edition was posted on a day.

use serde::{Deserialize, Serialize};

use super::Publication;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::text::{Date, Text};

/// An edition and its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedEdition {
    /// The hash of its content.
    pub mark: EditionMark,
    /// In force from this day, counted from 1970-01-01.
    pub from: Option<i32>,
    /// In force to this day, inclusive.
    pub to: Option<i32>,
}

/// A procedure that is posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Its code.
    pub code: ProcedureCode,
    /// Its name for lists.
    pub name: Text,
    /// Its editions, oldest first.
    pub editions: Vec<ListedEdition>,
}

impl ListedEdition {
    /// The day from which it is in force; none where it names none.
    pub fn from_day(&self) -> Option<Date> {
        let epoch = Date::new(1970, 1, 1).ok()?;
        self.from.map(|day| epoch.plus_days(day))
    }
}

impl Listing {
    /// Every procedure of a publication, in order of code.
    pub(super) fn all(publication: &Publication) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for edition in &publication.editions {
            let day = |date: Date| date.day_number();
            let (from, to) = (edition.from.map(day), edition.to.map(day));
            let listed = ListedEdition { mark: edition.mark, from, to };
            match all.last_mut() {
                Some(last) if last.code == edition.code => {
                    last.editions.push(listed);
                    last.name.clone_from(&edition.name);
                }
                _ => all.push(Self {
                    code: edition.code.clone(),
                    name: edition.name.clone(),
                    editions: vec![listed],
                }),
            }
        }
        all
    }

    /// The mark of the edition that is shown on a day.
    pub fn shown(&self, day: i32) -> Option<EditionMark> {
        self.shown_edition(day).map(|one| one.mark)
    }

    /// The edition that is shown on a day: the one in force, else the next to come, else the last.
    pub fn shown_edition(&self, day: i32) -> Option<&ListedEdition> {
        let in_force = |one: &&ListedEdition| {
            one.from.is_none_or(|from| from <= day) && one.to.is_none_or(|to| to >= day)
        };
        let coming = |one: &&ListedEdition| one.from.is_some_and(|from| from > day);
        let shown = self.editions.iter().rfind(in_force);
        shown.or_else(|| self.editions.iter().find(coming)).or(self.editions.last())
    }

    /// The edition with this mark, if it was ever posted.
    pub fn edition(&self, mark: EditionMark) -> Option<&ListedEdition> {
        self.editions.iter().find(|one| one.mark == mark)
    }

    /// Whether this edition was ever posted.
    pub fn has(&self, mark: EditionMark) -> bool {
        self.edition(mark).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_of_a_day_is_the_one_that_its_page_shows() {
        let edition = |mark, from, to| ListedEdition { mark: EditionMark([mark; 16]), from, to };
        let listing = Listing {
            code: ProcedureCode::parse("1.000894").unwrap(),
            name: Text::new("Kết hôn"),
            editions: vec![edition(1, None, Some(9)), edition(2, Some(20), Some(30))],
        };
        let shown = |day| listing.shown(day).unwrap().0[0];
        assert_eq!([5, 9, 10, 20, 30, 31].map(shown), [1, 1, 2, 2, 2, 2]);
        assert!(listing.has(EditionMark([2; 16])) && !listing.has(EditionMark([3; 16])));
    }
}
