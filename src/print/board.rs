//! The notice board (bảng niêm yết): every procedure of an agency, or of a counter, by field, each with a symbol that
//! opens its page.

use serde::Serialize;

use super::counter_facts::{PrintedSymbol, kind_key};
use super::office_foot::OfficeFoot;
use super::posted::{ByWay, Line, Papers, at_agency};
use super::speech::Speech;
use super::{PrintError, Said, Sheet, SheetKind};
use crate::catalogue::procedure::{Procedure, ProcedureCode};
use crate::catalogue::{Counter, Field};
use crate::publication::{AgencyIndex, EditionIndex, Offered, Publication};
use crate::text::{Date, Language};
use crate::theme::Theme;

/// Letters in a row from which on it may fill nearly a page, so that the typesetter measures it before it forbids a
/// break inside.
const LONG: usize = 900;

/// Whose board it is.
#[derive(Clone, Copy)]
pub struct BoardSubject<'a> {
    /// Where everything is said.
    pub publication: &'a Publication,
    /// The theme, for its wording.
    pub theme: &'a Theme,
    /// The agency.
    pub agency: AgencyIndex,
    /// Only what this counter handles.
    pub counter: Option<&'a Counter>,
    /// The domain in words.
    pub domain: &'a str,
    /// The languages: the whole listing in one, then in the next.
    pub languages: &'a [Language],
    /// The day.
    pub day: Date,
}

/// A procedure on a board.
#[derive(Clone, Copy)]
pub(super) struct Posted<'a> {
    pub(super) offered: &'a Offered,
    pub(super) edition: EditionIndex,
}

#[derive(Debug, Serialize)]
struct BoardFacts {
    kind: &'static str,
    domain: String,
    symbols: Vec<PrintedSymbol>,
    said: Vec<BoardWords>,
}

#[derive(Debug, Serialize)]
struct BoardWords {
    lang: String,
    kind: String,
    parent: Option<Said>,
    agency: Said,
    /// Of which counter.
    counter: Option<Said>,
    count: String,
    announced: Option<String>,
    steps: Vec<Said>,
    guard: String,
    columns: Vec<String>,
    fields: Vec<BoardField>,
    foot: OfficeFoot,
}

#[derive(Debug, Serialize)]
struct BoardField {
    name: Said,
    count: String,
    rows: Vec<BoardRow>,
}

#[derive(Debug, Serialize)]
struct BoardRow {
    name: Said,
    code: String,
    papers: Vec<Papers>,
    times: Vec<ByWay>,
    costs: Vec<ByWay>,
    ways: Vec<Line>,
    returned: Vec<Line>,
    /// What is to be known besides at this agency.
    note: Option<Said>,
    /// The place of its symbol in `symbols`.
    symbol: usize,
    alt: String,
    /// Whether it may be taller than a page.
    long: bool,
}

/// The codes on a board of this agency or counter, in the order of the alphabet of codes; for each a symbol is needed.
pub fn board_codes(subject: BoardSubject<'_>) -> Vec<&ProcedureCode> {
    posted(subject).map(|one| &one.offered.code).collect()
}

fn posted(subject: BoardSubject<'_>) -> impl Iterator<Item = Posted<'_>> {
    let publication = subject.publication;
    publication.offered_by(subject.agency).iter().filter_map(move |offered| {
        let edition = shown(publication, &offered.code, subject.day)?;
        let field = &publication.edition(edition).field;
        let own = subject.counter.is_none_or(|one| one.handles.includes(&offered.code, field));
        own.then_some(Posted { offered, edition })
    })
}

/// The edition of a procedure that hangs on a day: the one in force, else the next to come.
pub(super) fn shown(
    publication: &Publication,
    code: &ProcedureCode,
    day: Date,
) -> Option<EditionIndex> {
    let first = publication.editions_of(code).next()?;
    let standing = publication.standing(first, day);
    standing.in_force.or(standing.coming)
}

/// A board. `symbols` are those of [`board_codes`], in their order, each with its width in millimetres.
pub fn board_sheet(
    subject: BoardSubject<'_>,
    symbols: &[(String, f64)],
) -> Result<Sheet, PrintError> {
    let BoardSubject { publication, agency, counter, .. } = subject;
    let own = publication.agency(agency);
    let mut bodies = Vec::new();
    for one in posted(subject) {
        let body = publication.body(one.edition)?;
        bodies.push((one, at_agency(body, one.offered.differs.as_deref())));
    }
    let said = subject.languages.iter().map(|language| subject.words(*language, &bodies));
    let symbols = symbols.iter();
    let facts = BoardFacts {
        kind: SheetKind::Board.name(),
        domain: subject.domain.to_owned(),
        symbols: symbols
            .map(|(svg, width)| PrintedSymbol { svg: svg.clone(), width_mm: *width })
            .collect(),
        said: said.collect(),
    };
    let title = counter.map_or(&own.short_name, |counter| &counter.name).original();
    Ok(Sheet::new(
        SheetKind::Board,
        &own.id,
        counter.map(|one| one.id.as_str()),
        None,
        title,
        &facts,
    )?)
}

impl BoardSubject<'_> {
    fn words(&self, language: Language, bodies: &[(Posted<'_>, Procedure)]) -> BoardWords {
        let publication = self.publication;
        let agency = publication.agency(self.agency);
        let speech = Speech { voice: self.theme.voice(language, publication.site.binding()) };
        let parent = agency.parent.as_ref();
        let parent = parent.and_then(|id| publication.agency_by_id(id.as_str()));
        let words = speech.voice.words;
        let fields =
            publication.fields.iter().filter_map(|field| self.field(field, bodies, speech));
        BoardWords {
            lang: language.tag().into(),
            kind: speech.word(kind_key(SheetKind::Board)),
            parent: parent.map(|parent| speech.say(&publication.agency(parent).name)),
            agency: speech.say(&agency.name),
            counter: self.counter.map(|counter| speech.say(&counter.name)),
            count: words.count("procedures_count", bodies.len()),
            announced: agency
                .announced
                .as_ref()
                .map(|list| speech.fill("sheet_announced", &[("decision", &list.decision)])),
            steps: publication.site.scan_instructions.iter().map(|one| speech.say(one)).collect(),
            guard: speech.fill("sheet_short_guard", &[("domain", self.domain)]),
            columns: COLUMNS.iter().map(|key| speech.word(key)).collect(),
            fields: fields.collect(),
            foot: speech.office_foot(agency),
        }
    }

    fn field(
        &self,
        field: &Field,
        bodies: &[(Posted<'_>, Procedure)],
        speech: Speech<'_>,
    ) -> Option<BoardField> {
        let own = bodies
            .iter()
            .enumerate()
            .filter(|(_, (posted, _))| self.publication.edition(posted.edition).field == field.id);
        let rows: Vec<_> =
            own.map(|(at, (posted, body))| self.row(at, *posted, body, speech)).collect();
        if rows.is_empty() {
            return None;
        }
        let count = speech.voice.words.count("procedures_count", rows.len());
        Some(BoardField { name: speech.say(&field.name), count, rows })
    }

    fn row(&self, at: usize, posted: Posted<'_>, body: &Procedure, speech: Speech<'_>) -> BoardRow {
        let differs = posted.offered.differs.as_deref();
        let agency = self.publication.agency(self.agency);
        let code = posted.offered.code.as_str();
        let mut row = BoardRow {
            name: speech.say(&body.name),
            code: code.to_owned(),
            papers: speech.papers(body),
            times: speech.times(body),
            costs: speech.costs(body),
            ways: speech.ways(body),
            returned: speech.returned(body, agency, differs),
            note: speech.maybe(differs.and_then(|differs| differs.note.as_ref())),
            symbol: at,
            alt: speech.fill("sheet_procedure_alt", &[("code", code)]),
            long: false,
        };
        row.long = row.length() > LONG;
        row
    }
}

impl BoardRow {
    /// The letters in its fullest cell.
    fn length(&self) -> usize {
        let line =
            |line: &Line| line.iter().map(|said| said.words().chars().count()).sum::<usize>();
        let papers = self.papers.iter().flat_map(|case| {
            let name = case.case.iter().map(|name| name.words().chars().count());
            name.chain(case.papers.iter().map(line).map(|letters| letters + 30)).collect::<Vec<_>>()
        });
        let by_way = |ways: &[ByWay]| {
            // These columns are a third as wide.
            ways.iter().flat_map(|way| way.lines.iter().map(line)).sum::<usize>() * 3
        };
        let name = self.name.words().chars().count() * 2;
        papers.sum::<usize>().max(by_way(&self.costs)).max(by_way(&self.times)).max(name)
    }
}

const COLUMNS: [&str; 7] = [
    "sheet_column_procedure",
    "sheet_column_papers",
    "sheet_column_time",
    "sheet_column_cost",
    "sheet_column_ways",
    "sheet_column_returned",
    "sheet_column_code",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::invented::{day, publication};

    fn board(languages: &[Language], counter: bool) -> Sheet {
        let (publication, theme) = (publication(), Theme::embedded());
        let subject = BoardSubject {
            publication: &publication,
            theme: &theme,
            agency: AgencyIndex(0),
            counter: counter.then(|| &publication.counters[0].1),
            domain: "niemyet.minhhoa.gov.vn",
            languages,
            day: day(),
        };
        let symbols: Vec<_> =
            board_codes(subject).iter().map(|code| (code.to_string(), 22.0)).collect();
        board_sheet(subject, &symbols).unwrap()
    }

    #[test]
    fn a_board_lists_what_the_agency_offers_by_field() {
        let sheet = board(&[Language::VI, Language::EN], false);
        let said = &sheet.facts["said"][0];
        let fields = said["fields"].as_array().unwrap();
        let rows: usize = fields.iter().map(|field| field["rows"].as_array().unwrap().len()).sum();
        assert_eq!(rows, 2, "{said}");
        let marriage = &fields[0]["rows"][0];
        assert_eq!((marriage["code"].as_str(), &marriage["symbol"]), (Some("1.000894"), &0.into()));
        assert!(!marriage["papers"].as_array().unwrap().is_empty());
        assert!(said["foot"]["petitions"]["phone"].is_string(), "{}", said["foot"]);
        let english = &sheet.facts["said"][1]["fields"][0]["rows"][0];
        assert_ne!(english["times"], marriage["times"]);
    }

    #[test]
    fn what_differs_at_the_agency_stands_in_place_of_what_is_shared() {
        let (publication, theme) = (publication(), Theme::embedded());
        let offered = &publication.offered_by(AgencyIndex(0))[1];
        let differs = offered.differs.as_deref().unwrap();
        let edition = shown(&publication, &offered.code, day()).unwrap();
        let shared = publication.body(edition).unwrap();
        let speech = Speech { voice: theme.voice(Language::VI, Language::VI) };
        let own = at_agency(shared.clone(), Some(differs));
        assert_ne!(
            (speech.costs(&own), speech.times(&own)),
            (speech.costs(&shared), speech.times(&shared))
        );
    }

    #[test]
    fn a_counter_lists_only_what_it_handles() {
        let own = board(&[Language::VI], true);
        assert_ne!(own.mark, board(&[Language::VI], false).mark);
        assert_eq!(own.subject.as_deref(), Some("quay-1"));
    }
}
