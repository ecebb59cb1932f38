//! The long lists of one language: all procedures in the order of its alphabet, cut into parts, and
//! the same by field. Sorting ten thousand names is done once here, not once a page.

use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::publication::{AgencyIndex, EditionIndex, Publication};
use crate::text::{Language, sort_key};

use super::register::Register;

/// Rows of a list on one page.
pub(super) const ROWS: usize = 250;

/// A run of procedures under one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LetterRun {
    /// The letter, a capital; empty for digits and other signs.
    pub(super) letter: String,
    /// Where it lies in [`Lists::order`].
    pub(super) rows: Range<usize>,
}

/// The lists of a language.
pub(super) struct Lists {
    /// The language.
    pub(super) language: Language,
    /// All shown editions in the order of the alphabet.
    pub(super) order: Vec<EditionIndex>,
    /// For each place in `shown`, its rank in `order`.
    rank: Vec<u32>,
    /// The parts of the list from A to Z.
    pub(super) parts: Vec<Vec<LetterRun>>,
    /// For each field, its procedures in order.
    pub(super) by_field: Vec<Vec<EditionIndex>>,
    /// For each agency, what it offers; sorted when its first page is written.
    by_agency: Vec<OnceLock<Vec<FieldRow>>>,
}

/// A procedure in the list of an agency, with the place of its field.
pub(super) type FieldRow = (usize, EditionIndex);

impl Lists {
    pub(super) fn new(publication: &Publication, register: &Register, language: Language) -> Self {
        let binding = publication.site.binding();
        let key = |(position, index): (usize, &EditionIndex)| {
            let name = &publication.edition(*index).name;
            (sort_key(name.read(language, binding).words), position)
        };
        let mut keyed: Vec<_> = register.shown.par_iter().enumerate().map(key).collect();
        keyed.par_sort_unstable();
        let mut rank = vec![0; keyed.len()];
        for (place, (_, position)) in (0..).zip(&keyed) {
            rank[*position] = place;
        }
        let order: Vec<_> = keyed.iter().map(|(_, position)| register.shown[*position]).collect();
        let letters = keyed.iter().map(|(key, _)| letter_of(key));
        let parts = parts_of(&runs_of(letters));
        let mut by_field = vec![Vec::new(); publication.fields.len()];
        for index in &order {
            let field = &publication.edition(*index).field;
            if let Some(at) = publication.fields.iter().position(|one| one.id == *field) {
                by_field[at].push(*index);
            }
        }
        let by_agency = publication.agencies.iter().map(|_| OnceLock::new()).collect();
        Self { language, order, rank, parts, by_field, by_agency }
    }

    /// What an agency offers, by field and then in the order of the alphabet.
    pub(super) fn of_agency(
        &self,
        publication: &Publication,
        register: &Register,
        agency: AgencyIndex,
    ) -> &[FieldRow] {
        self.by_agency[agency.0].get_or_init(|| self.sort_agency(publication, register, agency))
    }

    fn sort_agency(
        &self,
        publication: &Publication,
        register: &Register,
        agency: AgencyIndex,
    ) -> Vec<FieldRow> {
        let field_of = |index: EditionIndex| {
            let field = &publication.edition(index).field;
            let place = publication.fields.iter().position(|one| one.id == *field);
            place.unwrap_or(publication.fields.len())
        };
        let offered = publication.offered_range(agency);
        let mut rows: Vec<_> = offered
            .filter_map(|place| register.edition_offered(place))
            .map(|index| (index, register.position_of(index)))
            .map(|(index, position)| (field_of(index), self.rank[position], position))
            .collect();
        rows.sort_unstable();
        rows.into_iter().map(|(field, _, position)| (field, register.shown[position])).collect()
    }

    /// Editions in the order of the alphabet.
    pub(super) fn sorted(
        &self,
        register: &Register,
        mut editions: Vec<EditionIndex>,
    ) -> Vec<EditionIndex> {
        editions.sort_by_key(|index| self.rank[register.position_of(*index)]);
        editions
    }
}

/// How many pages a list of so many rows takes; one at least.
pub(super) fn part_count(rows: usize) -> u16 {
    u16::try_from(rows.div_ceil(ROWS).max(1)).unwrap_or(u16::MAX)
}

/// The rows of a part, from 1.
pub(super) fn part_rows<T>(rows: &[T], part: u16) -> &[T] {
    let start = usize::from(part.saturating_sub(1)) * ROWS;
    rows.get(start..(start + ROWS).min(rows.len())).unwrap_or_default()
}

/// The capital that a sort key begins with.
fn letter_of(key: &[u8]) -> &'static str {
    match (key.first(), key.get(1)) {
        (Some(b'a'), Some(1)) => "Ă",
        (Some(b'a'), Some(2)) => "Â",
        (Some(b'd'), Some(1)) => "Đ",
        (Some(b'e'), Some(2)) => "Ê",
        (Some(b'o'), Some(2)) => "Ô",
        (Some(b'o'), Some(3)) => "Ơ",
        (Some(b'u'), Some(3)) => "Ư",
        (Some(letter @ b'a'..=b'z'), _) => {
            let at = usize::from(letter - b'a');
            &"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at..=at]
        }
        _ => "",
    }
}

fn runs_of(letters: impl Iterator<Item = &'static str>) -> Vec<LetterRun> {
    let mut runs: Vec<LetterRun> = Vec::new();
    for (place, letter) in letters.enumerate() {
        match runs.last_mut() {
            Some(run) if run.letter == letter => run.rows.end = place + 1,
            _ => runs.push(LetterRun { letter: letter.into(), rows: place..place + 1 }),
        }
    }
    runs
}

/// Whole letters to a page as long as they fit; a letter that is too long for one page is cut.
fn parts_of(runs: &[LetterRun]) -> Vec<Vec<LetterRun>> {
    let mut parts: Vec<Vec<LetterRun>> = vec![Vec::new()];
    let mut filled = 0;
    for run in runs {
        let mut rows = run.rows.clone();
        while !rows.is_empty() {
            if filled > 0 && filled + rows.len() > ROWS {
                parts.push(Vec::new());
                filled = 0;
            }
            let cut = rows.start..rows.end.min(rows.start + ROWS);
            filled += cut.len();
            rows.start = cut.end;
            if let Some(part) = parts.last_mut() {
                part.push(LetterRun { letter: run.letter.clone(), rows: cut });
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_share_a_page_until_it_is_full_and_a_long_letter_is_cut() {
        let letters = [("A", 200), ("B", 60), ("C", 600), ("D", 3)];
        let letters = letters.into_iter().flat_map(|(letter, n)| std::iter::repeat_n(letter, n));
        let parts = parts_of(&runs_of(letters));
        let sizes: Vec<Vec<_>> = parts
            .iter()
            .map(|part| part.iter().map(|run| (run.letter.as_str(), run.rows.len())).collect())
            .collect();
        let wanted: [&[_]; 5] =
            [&[("A", 200)], &[("B", 60)], &[("C", 250)], &[("C", 250)], &[("C", 100), ("D", 3)]];
        assert_eq!(sizes, wanted);
    }

    #[test]
    fn vietnamese_letters_stand_for_themselves() {
        for (word, letter) in
            [("Ấp", "Â"), ("đăng", "Đ"), ("Ưu", "Ư"), ("án", "A"), ("3 ngày", ""), ("Ổn", "Ô")]
        {
            assert_eq!(letter_of(&sort_key(word)), letter, "{word}");
        }
    }
}
