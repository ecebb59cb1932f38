//! The long lists of one language: all procedures in the order of its alphabet, the same by field and
//! by agency, and the agencies, each cut into pages. Sorting ten thousand names is done once here, not
//! once a page.

use std::ops::Range;

use rayon::prelude::*;

use super::apologies_page::{self, ApologyRow};
use super::changes_page;
use super::offerer_lists::OffererLists;
use super::overhead::{Overhead, put_phone};
use super::paging::{HEADING, Part, Rows, cut};
use super::register::Register;
use super::results_parts::{ResultsParts, results_parts};
use super::turns::Turns;
use crate::catalogue::Counter;
use crate::catalogue::agency::{Agency, AgencyLevel};
use crate::publication::{AgencyIndex, EditionIndex, Publication};
use crate::text::{Language, Scale, sort_key};

/// What a procedure adds to a list beside its name: its code twice, and the elements. Compressed,
/// and on the page.
const ROW: (usize, usize) = (17, 110);

/// What the mark of another language adds to that.
const MARK: (usize, usize) = (4, 24);

/// What an agency adds to a list beside its name, address and telephone.
const AGENCY_ROW: (usize, usize) = (16, 120);

/// A list and how it is cut into pages.
pub(super) struct Listed<T> {
    /// All rows.
    pub(super) rows: Vec<T>,
    /// The pages; the runs are letters from A to Z, fields of an agency, levels of agencies.
    pub(super) parts: Vec<Part>,
}

/// The lists of a language.
pub(super) struct Lists {
    /// The language.
    pub(super) language: Language,
    /// All shown editions in the order of the alphabet.
    pub(super) order: Listed<EditionIndex>,
    /// The letters of the runs of `order`, capitals; empty for digits and other signs.
    pub(super) letters: Vec<&'static str>,
    /// For each place in `shown`, its rank in `order`.
    rank: Vec<u32>,
    /// For each field, its procedures in order.
    pub(super) by_field: Vec<Listed<EditionIndex>>,
    /// For each agency, what it offers, by field and then in order.
    pub(super) by_agency: Vec<Listed<FieldRow>>,
    /// The agencies of procedures that very many offer.
    pub(super) offerers: OffererLists,
    /// The agencies by level.
    pub(super) agencies: Listed<AgencyIndex>,
    /// The turns of editions by day: places among all turns.
    pub(super) changes: Listed<usize>,
    /// The apologies by register.
    pub(super) apologies: Listed<ApologyRow>,
    /// Pages of results that have further parts.
    pub(super) results: ResultsParts,
}

/// A procedure in the list of an agency, with the place of its field.
pub(super) type FieldRow = (usize, EditionIndex);

impl Lists {
    pub(super) fn new(
        publication: &Publication,
        register: &Register,
        turns: &Turns,
        language: Language,
    ) -> Self {
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
        let (letters, runs) = runs_of(keyed.iter().map(|(key, _)| letter_of(key)));
        let overhead = Overhead { publication, language };
        let mut scale = Scale::default();
        let room = overhead.room(&[], &mut scale);
        let parts = cut(&Names { overhead, rows: &order }, &runs, room, &mut scale);
        let mut lists = Self {
            language,
            order: Listed { rows: order, parts },
            letters,
            rank,
            by_field: Vec::new(),
            by_agency: Vec::new(),
            offerers: OffererLists::new(overhead, register, &mut scale),
            agencies: list_agencies(overhead, &mut scale),
            changes: changes_page::list(overhead, turns, &mut scale),
            apologies: apologies_page::list(overhead, &mut scale),
            results: results_parts(overhead, &mut scale),
        };
        lists.by_field = lists.list_fields(overhead, &mut scale);
        lists.by_agency = (0..publication.agencies.len())
            .into_par_iter()
            .map_init(Scale::default, |scale, agency| {
                lists.list_agency(overhead, register, AgencyIndex(agency), scale)
            })
            .collect();
        lists
    }

    fn list_fields(&self, overhead: Overhead<'_>, scale: &mut Scale) -> Vec<Listed<EditionIndex>> {
        let publication = overhead.publication;
        let mut by_field = vec![Vec::new(); publication.fields.len()];
        for index in &self.order.rows {
            let field = &publication.edition(*index).field;
            if let Some(at) = publication.fields.iter().position(|one| one.id == *field) {
                by_field[at].push(*index);
            }
        }
        let list = |(rows, field): (Vec<_>, &crate::catalogue::Field)| {
            let room = overhead.room(&[&field.name], scale);
            let whole = 0..rows.len();
            let parts = cut(&Names { overhead, rows: &rows }, &[whole], room, scale);
            Listed { rows, parts }
        };
        by_field.into_iter().zip(&publication.fields).map(list).collect()
    }

    fn list_agency(
        &self,
        overhead: Overhead<'_>,
        register: &Register,
        agency: AgencyIndex,
        scale: &mut Scale,
    ) -> Listed<FieldRow> {
        let publication = overhead.publication;
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
        let rows: Vec<FieldRow> =
            rows.into_iter().map(|(field, _, at)| (field, register.shown[at])).collect();
        let room = overhead.room_of_agency(agency, register, scale);
        let mut runs: Vec<Range<usize>> = Vec::new();
        for run in rows.chunk_by(|(one, _), (next, _)| one == next) {
            let start = runs.last().map_or(0, |run| run.end);
            runs.push(start..start + run.len());
        }
        let parts = cut(&ByField { overhead, rows: &rows, runs: &runs }, &runs, room, scale);
        Listed { rows, parts }
    }

    /// Whether a counter's procedures stand on its own page.
    pub(super) fn fits_counter(
        &self,
        publication: &Publication,
        agency: &Agency,
        counter: &Counter,
        handled: &[EditionIndex],
    ) -> bool {
        let overhead = Overhead { publication, language: self.language };
        let mut scale = Scale::default();
        let room = overhead.room_of_counter(agency, &counter.name, &mut scale);
        let whole = 0..handled.len();
        cut(&Names { overhead, rows: handled }, &[whole], room, &mut scale).len() == 1
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

/// The agencies by level, those of the province first.
fn list_agencies(overhead: Overhead<'_>, scale: &mut Scale) -> Listed<AgencyIndex> {
    let agencies = &overhead.publication.agencies;
    let mut list = Listed { rows: Vec::new(), parts: Vec::new() };
    let mut runs = Vec::new();
    for level in LEVELS {
        let own = agencies.iter().zip(0..).filter(|(agency, _)| agency.level == level);
        let start = list.rows.len();
        list.rows.extend(own.map(|(_, at)| AgencyIndex(at)));
        runs.push(start..list.rows.len());
    }
    let room = overhead.room(&[], scale);
    list.parts = cut(&Agencies { overhead, rows: &list.rows }, &runs, room, scale);
    list
}

/// The levels in the order of the list of agencies; their places are the runs of that list.
pub(super) const LEVELS: [AgencyLevel; 3] =
    [AgencyLevel::Province, AgencyLevel::Department, AgencyLevel::Commune];

fn put_name(overhead: Overhead<'_>, index: EditionIndex, scale: &mut Scale) {
    let name = &overhead.publication.edition(index).name;
    scale.put_frame(ROW.0, ROW.1);
    if name.read(overhead.language, overhead.publication.site.binding()).fallback {
        scale.put_frame(MARK.0, MARK.1);
    }
    scale.put(overhead.read(name));
}

/// Procedures under letters, or without headings.
struct Names<'a> {
    overhead: Overhead<'a>,
    rows: &'a [EditionIndex],
}

impl Rows for Names<'_> {
    fn put_row(&self, row: usize, scale: &mut Scale) {
        put_name(self.overhead, self.rows[row], scale);
    }
}

/// Procedures under fields.
struct ByField<'a> {
    overhead: Overhead<'a>,
    rows: &'a [FieldRow],
    runs: &'a [Range<usize>],
}

impl Rows for ByField<'_> {
    fn put_heading(&self, run: usize, scale: &mut Scale) {
        let (field, _) = self.rows[self.runs[run].start];
        scale.put_frame(HEADING.0, HEADING.1);
        if let Some(field) = self.overhead.publication.fields.get(field) {
            self.overhead.put(&field.name, scale);
            scale.put(field.id.as_str());
        }
    }

    fn put_row(&self, row: usize, scale: &mut Scale) {
        put_name(self.overhead, self.rows[row].1, scale);
    }
}

/// Agencies under levels.
struct Agencies<'a> {
    overhead: Overhead<'a>,
    rows: &'a [AgencyIndex],
}

impl Rows for Agencies<'_> {
    fn put_row(&self, row: usize, scale: &mut Scale) {
        let agency = self.overhead.publication.agency(self.rows[row]);
        scale.put_frame(AGENCY_ROW.0 + 2 * MARK.0, AGENCY_ROW.1);
        scale.put(agency.id.as_str());
        self.overhead.put(&agency.name, scale);
        self.overhead.put(&agency.place.address, scale);
        put_phone(agency.contacts.help.phone.as_ref(), scale);
    }
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

/// Runs of one letter each, with their letters.
fn runs_of(letters: impl Iterator<Item = &'static str>) -> (Vec<&'static str>, Vec<Range<usize>>) {
    let (mut names, mut runs): (Vec<&str>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    for (place, letter) in letters.enumerate() {
        match runs.last_mut() {
            Some(run) if names.last() == Some(&letter) => run.end = place + 1,
            _ => {
                names.push(letter);
                runs.push(place..place + 1);
            }
        }
    }
    (names, runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_a_letter() {
        let (letters, runs) = runs_of(["", "A", "A", "Ă", "B", "B"].into_iter());
        assert_eq!(letters, ["", "A", "Ă", "B"]);
        assert_eq!(runs, [0..1, 1..3, 3..4, 4..6]);
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
