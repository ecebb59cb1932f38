//! The pages of a bulletin, cut by weight: what stands on a page is a row of pieces, and as many of them go on one page
//! as its room bears. A province has hundreds of agencies, each with several surveys and ways of answering.

use std::collections::BTreeMap;
use std::ops::Range;

use super::overhead::Overhead;
use super::paging::{Rows, cut};
use super::results_page::ResultsPage;
use crate::publication::results::{
    Bulletin, CorrectiveMeasure, Dialogue, Performance, PublishedCell, SurveyResults, Topic, Unit,
};
use crate::text::{Scale, Text};

/// What a section adds beside its rows: its title with survey and way, the heads of its table. Compressed, and on the page.
const SECTION: (usize, usize) = (100, 700);
/// What a figure adds beside its name: its drawing, its interval, its number.
const FIGURE: (usize, usize) = (74, 900);
/// What three groups of agencies add beside names.
const GROUPS: (usize, usize) = (130, 700);
/// What a measure, or a question with its answer, adds beside its words.
const LINES: (usize, usize) = (60, 500);
/// What stands on every page of results beside the frame of all pages: the lead, the way back, links to open data.
const HEAD: usize = 420;
/// What a row of files in time adds beside its name.
const ON_TIME: (usize, usize) = (60, 700);

/// A piece of a page of a bulletin; numbers are places in the lists of the bulletin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// All figures of a cell.
    Cell { survey: usize, cell: usize },
    /// Agencies in three groups.
    Groups { survey: usize, placing: usize },
    /// The headline of a unit below, on each survey and way.
    Unit(usize),
    /// What is done about a weak criterion.
    Measure(usize),
    /// By which formulas, and who signed.
    How,
}

/// The pieces of the page of a bulletin, or of one unit in it.
pub(super) fn pieces(bulletin: &Bulletin, unit: Option<usize>) -> Vec<Piece> {
    let own = unit.map_or(&Unit::Site, |at| &bulletin.units[at].unit);
    let mut pieces = Vec::new();
    for (survey, results) in bulletin.surveys.iter().enumerate() {
        let cells = results.cells.iter().enumerate().filter(|(_, cell)| cell.unit == *own);
        pieces.extend(cells.map(|(cell, _)| Piece::Cell { survey, cell }));
        if unit.is_none() {
            let placings = 0..results.placings.len();
            pieces.extend(placings.map(|placing| Piece::Groups { survey, placing }));
        }
    }
    let below = bulletin.units.iter().enumerate().filter(|(_, one)| match unit {
        None => matches!(one.unit, Unit::Agency(_)),
        Some(_) => one.unit.parent().as_ref() == Some(own),
    });
    pieces.extend(below.map(|(at, _)| Piece::Unit(at)));
    let measures = bulletin.measures.iter().enumerate();
    let told = measures.filter(|(_, one)| unit.is_none() || one.unit == *own);
    pieces.extend(told.map(|(at, _)| Piece::Measure(at)));
    pieces.push(Piece::How);
    pieces
}

/// The pages of results that have further parts, by their first: which rows stand on which part.
pub(super) type ResultsParts = BTreeMap<ResultsPage, Vec<Range<usize>>>;

/// All pages of results that are too heavy to be one.
pub(super) fn results_parts(overhead: Overhead<'_>, scale: &mut Scale) -> ResultsParts {
    let results = &overhead.publication.results;
    let mut found = ResultsParts::new();
    let mut put = |page: ResultsPage, parts: Vec<Range<usize>>| {
        if parts.len() > 1 {
            found.insert(page, parts);
        }
    };
    for (bulletin, one) in results.bulletins.iter().enumerate() {
        let whole = ResultsPage::Bulletin { bulletin, part: 1 };
        put(whole, parts_of_bulletin(overhead, one, None, scale));
        for unit in 0..one.units.len() {
            let page = ResultsPage::Unit { bulletin, unit, part: 1 };
            put(page, parts_of_bulletin(overhead, one, Some(unit), scale));
        }
    }
    if let Some(last) = results.performance.last() {
        let rows = OnTime { overhead, last };
        put(
            ResultsPage::OnTime { part: 1 },
            parts_of(&rows, last.rows.len(), overhead, &[], scale),
        );
    }
    let rows = Dialogues { overhead, all: &results.dialogues };
    let parts = parts_of(&rows, results.dialogues.len(), overhead, &[], scale);
    put(ResultsPage::Dialogues { part: 1 }, parts);
    found
}

fn parts_of_bulletin(
    overhead: Overhead<'_>,
    bulletin: &Bulletin,
    unit: Option<usize>,
    scale: &mut Scale,
) -> Vec<Range<usize>> {
    let pieces = pieces(bulletin, unit);
    let own = unit.and_then(|at| bulletin.units.get(at));
    let titles: Vec<&Text> = own.map(|named| &named.name).into_iter().collect();
    let rows = OfBulletin { overhead, bulletin, pieces: &pieces };
    parts_of(&rows, pieces.len(), overhead, &titles, scale)
}

/// Pages of so many rows; a page at least, and none that is empty but the only one.
fn parts_of<'a>(
    list: &impl Rows,
    rows: usize,
    overhead: Overhead<'a>,
    titles: &[&'a Text],
    scale: &mut Scale,
) -> Vec<Range<usize>> {
    let mut room = overhead.room(titles, scale);
    room.first = room.first.saturating_sub(HEAD);
    room.others = room.first;
    let whole = 0..rows;
    let parts = cut(list, std::slice::from_ref(&whole), room, scale);
    let ranges = parts.into_iter().filter_map(|part| part.into_iter().next());
    let ranges: Vec<_> = ranges.map(|stretch| stretch.rows).collect();
    if ranges.is_empty() { vec![whole] } else { ranges }
}

/// How many figures of the newest bulletin and of all periods the start page of results bears.
pub(super) fn figures_at_the_start(overhead: Overhead<'_>) -> usize {
    let mut scale = Scale::default();
    let room = overhead.room(&[], &mut scale).first;
    let bulletins = overhead.publication.results.bulletins.len();
    room.saturating_sub(HEAD + 500 + 14 * bulletins) / FIGURE.0
}

struct OfBulletin<'a> {
    overhead: Overhead<'a>,
    bulletin: &'a Bulletin,
    pieces: &'a [Piece],
}

impl OfBulletin<'_> {
    fn put_cell(&self, results: &SurveyResults, cell: &PublishedCell, scale: &mut Scale) {
        scale.put_frame(SECTION.0, SECTION.1);
        self.overhead.put(&results.name, scale);
        let told = cell.figures.iter().map(|one| &one.of).chain(&cell.withheld);
        for topic in told.filter(|topic| **topic != Topic::Ratings) {
            scale.put_frame(FIGURE.0, FIGURE.1);
            results.topic_name(topic).into_iter().for_each(|name| self.overhead.put(name, scale));
        }
    }

    fn put_measure(&self, measure: &CorrectiveMeasure, scale: &mut Scale) {
        scale.put_frame(2 * LINES.0, LINES.1);
        let texts = [&measure.cause, &measure.measure, &measure.answerable].into_iter();
        let texts = texts.chain(&measure.outcome).chain(&measure.quote);
        texts.chain(self.bulletin.name_of(&measure.unit)).for_each(|text| {
            self.overhead.put(text, scale);
        });
    }
}

impl Rows for OfBulletin<'_> {
    fn put_heading(&self, _run: usize, scale: &mut Scale) {
        if !self.pieces.iter().any(|piece| matches!(piece, Piece::Unit(_))) {
            return;
        }
        // The list of units has a section for each survey and way.
        for results in &self.bulletin.surveys {
            self.overhead.put(&results.name, scale);
            let mut ways: Vec<_> = results.cells.iter().map(|cell| &cell.ways).collect();
            ways.sort_unstable();
            ways.dedup();
            for _ in ways {
                scale.put_frame(SECTION.0, SECTION.1);
            }
        }
    }

    fn put_row(&self, row: usize, scale: &mut Scale) {
        let bulletin = self.bulletin;
        match self.pieces[row] {
            Piece::Cell { survey, cell } => {
                let results = &bulletin.surveys[survey];
                self.put_cell(results, &results.cells[cell], scale);
            }
            Piece::Groups { survey, placing } => {
                scale.put_frame(GROUPS.0, GROUPS.1);
                let placing = &bulletin.surveys[survey].placings[placing];
                for id in placing.higher.iter().chain(&placing.same).chain(&placing.lower) {
                    let publication = self.overhead.publication;
                    match publication.agency_by_id(id.as_str()) {
                        Some(at) => self.overhead.put(&publication.agency(at).short_name, scale),
                        None => scale.put(id.as_str()),
                    }
                }
            }
            Piece::Unit(at) => {
                let named = &bulletin.units[at];
                self.overhead.put(&named.name, scale);
                scale.put(&named.unit.to_string());
                let cells = bulletin.surveys.iter().flat_map(|one| one.cells_of(&named.unit));
                // The name and the link stand in each section anew, far from where they stood before.
                cells.for_each(|_| scale.put_frame(FIGURE.0 + 12, FIGURE.1));
            }
            Piece::Measure(at) => self.put_measure(&bulletin.measures[at], scale),
            Piece::How => {
                scale.put_frame(3 * LINES.0, LINES.1);
                for results in &bulletin.surveys {
                    scale.put_frame(LINES.0, LINES.1);
                    self.overhead.put(&results.name, scale);
                }
            }
        }
    }
}

struct OnTime<'a> {
    overhead: Overhead<'a>,
    last: &'a Performance,
}

impl Rows for OnTime<'_> {
    fn put_row(&self, row: usize, scale: &mut Scale) {
        let publication = self.overhead.publication;
        let own = &self.last.rows[row];
        scale.put_frame(ON_TIME.0, ON_TIME.1);
        let field = own.field.as_ref().and_then(|id| publication.field(id.as_str()));
        if let Some(field) = field {
            self.overhead.put(&field.name, scale);
        }
        // The total of an agency stands above its fields.
        if row == 0 || self.last.rows[row - 1].agency != own.agency {
            scale.put_frame(ON_TIME.0, ON_TIME.1);
            if let Some(at) = publication.agency_by_id(own.agency.as_str()) {
                self.overhead.put(&publication.agency(at).short_name, scale);
            }
        }
    }

    fn put_heading(&self, _run: usize, scale: &mut Scale) {
        // The first page has the periods before, too.
        let earlier = self.overhead.publication.results.performance.len().min(24);
        scale.put_frame(earlier * ON_TIME.0, ON_TIME.1);
    }
}

struct Dialogues<'a> {
    overhead: Overhead<'a>,
    all: &'a [Dialogue],
}

impl Rows for Dialogues<'_> {
    fn put_row(&self, row: usize, scale: &mut Scale) {
        let one = &self.all[self.all.len() - 1 - row];
        scale.put_frame(2 * LINES.0, LINES.1);
        let texts = [&one.topic, &one.place].into_iter().chain(&one.chair);
        texts.for_each(|text| self.overhead.put(text, scale));
        for question in &one.questions {
            scale.put_frame(LINES.0, LINES.1);
            let texts = std::iter::once(&question.ask).chain(&question.answer);
            texts.chain(&question.answered_by).for_each(|text| self.overhead.put(text, scale));
        }
    }
}
