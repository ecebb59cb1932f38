//! What the sheets of a counter say: posters, table tents and labels say the same, each as much as it has room for.
//!
//! The code stands at least twice away from the symbol, because a false sticker hides one place and not two. The domain
//! is written out, so that it can be compared with what the telephone shows.

use serde::Serialize;

use super::speech::{Call, Speech};
use super::{Paper, PrintError, Said, Sheet, SheetKind};
use crate::catalogue::{Counter, LedgerEntry};
use crate::publication::{AgencyIndex, PrintOrigin, Publication};
use crate::symbol::Symbol;
use crate::text::Language;
use crate::theme::Theme;

/// Numbers to call on a sheet; more would crowd out the rest.
const HOTLINES: usize = 2;

/// A counter with its code, and for whom it is printed.
#[derive(Clone, Copy)]
pub struct CounterSubject<'a> {
    /// Where everything is said.
    pub publication: &'a Publication,
    /// The theme, for its wording.
    pub theme: &'a Theme,
    /// The agency.
    pub agency: AgencyIndex,
    /// Its counter.
    pub counter: &'a Counter,
    /// The counter's code.
    pub entry: &'a LedgerEntry,
    /// Where the code leads.
    pub origin: &'a PrintOrigin,
    /// The languages, the first in large letters.
    pub languages: &'a [Language],
}

/// A symbol as it is printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PrintedSymbol {
    /// The drawing, quiet zone included.
    pub(super) svg: String,
    /// Its width in millimetres.
    pub(super) width_mm: f64,
}

impl PrintedSymbol {
    pub(super) fn new(kind: SheetKind, paper: Paper, symbol: &Symbol) -> Self {
        // The text alternative is said by the sheet, in its own language.
        Self { svg: symbol.svg(""), width_mm: kind.symbol_width(paper, symbol) }
    }
}

/// What a sheet of a counter says in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct CounterWords {
    lang: String,
    kind: String,
    parent: Option<Said>,
    agency: Said,
    counter: Said,
    floor: Option<Said>,
    request: String,
    free: String,
    steps: Vec<Said>,
    alt: String,
    code: String,
    guard: String,
    short_guard: String,
    paper: Vec<Said>,
    hotlines: Vec<Call>,
}

#[derive(Debug, Serialize)]
struct CounterFacts {
    kind: &'static str,
    code: String,
    address: String,
    domain: String,
    symbol: PrintedSymbol,
    said: Vec<CounterWords>,
}

/// A poster, a table tent or a sheet of labels. `symbol` carries `origin.address(code)` and was proved.
pub fn counter_sheet(
    kind: SheetKind,
    paper: Paper,
    subject: CounterSubject<'_>,
    symbol: &Symbol,
) -> Result<Sheet, PrintError> {
    let CounterSubject { publication, agency, counter, entry, origin, .. } = subject;
    subject.check(symbol)?;
    let domain = origin.host().to_lowercase();
    let facts = CounterFacts {
        kind: kind.name(),
        code: entry.code.grouped(),
        address: format!("{domain}/Q/{}", entry.code),
        symbol: PrintedSymbol::new(kind, paper, symbol),
        said: subject.languages.iter().map(|one| subject.words(kind, *one, &domain)).collect(),
        domain,
    };
    let agency = publication.agency(agency);
    let title = format!("{} – {}", counter.name.original(), agency.short_name.original());
    let subject = Some(counter.id.as_str());
    Ok(Sheet::new(kind, &agency.id, subject, Some(entry.code), &title, &facts)?)
}

impl CounterSubject<'_> {
    /// Whether the code may be printed, and the symbol is its own.
    pub(super) fn check(&self, symbol: &Symbol) -> Result<(), PrintError> {
        if self.entry.retired.is_some() {
            return Err(PrintError::Retired(self.entry.code.grouped()));
        }
        let address = self.origin.address(&self.entry.code);
        if symbol.text() != address {
            return Err(PrintError::OtherSymbol { address, carries: symbol.text().to_owned() });
        }
        Ok(())
    }

    pub(super) fn speech(&self, language: Language) -> Speech<'_> {
        Speech { voice: self.theme.voice(language, self.publication.site.binding()) }
    }

    fn words(&self, kind: SheetKind, language: Language, domain: &str) -> CounterWords {
        let speech = self.speech(language);
        let agency = self.publication.agency(self.agency);
        let parent = agency.parent.as_ref();
        let parent = parent.and_then(|id| self.publication.agency_by_id(id.as_str()));
        let code = self.entry.code.grouped();
        let desk = speech.maybe(agency.one_stop.as_ref());
        CounterWords {
            lang: language.tag().into(),
            kind: speech.word(kind_key(kind)),
            parent: parent.map(|parent| speech.say(&self.publication.agency(parent).name)),
            agency: speech.say(&agency.name),
            counter: speech.say(&self.counter.name),
            floor: speech.maybe(self.counter.floor.as_ref()),
            request: speech.word("card_request"),
            free: speech.word("card_free"),
            steps: self
                .publication
                .site
                .scan_instructions
                .iter()
                .map(|one| speech.say(one))
                .collect(),
            alt: speech.fill("card_label", &[("code", &code)]),
            code: speech.word("code"),
            guard: speech.fill("card_guard", &[("domain", domain)]),
            short_guard: speech.fill("sheet_short_guard", &[("domain", domain)]),
            paper: match desk {
                Some(desk) => speech.compose("card_paper_desk", "{desk}", desk),
                None => vec![speech.word("card_paper").into()],
            },
            hotlines: speech.hotlines(agency, HOTLINES),
        }
    }
}

/// The words for a kind of sheet.
pub(super) fn kind_key(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Poster => "sheet_kind_poster",
        SheetKind::Tent => "sheet_kind_tent",
        SheetKind::Labels => "sheet_kind_labels",
        SheetKind::Board => "sheet_kind_board",
        SheetKind::Procedure => "sheet_kind_procedure",
        SheetKind::Survey => "sheet_kind_survey",
        SheetKind::Notice => "sheet_kind_notice",
        SheetKind::Slips => "sheet_kind_slips",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Level;
    use crate::theme::invented::publication;

    fn made(which: usize, languages: &[Language]) -> Result<Sheet, PrintError> {
        let (publication, theme) = (publication(), Theme::embedded());
        let origin = PrintOrigin::parse("https://niemyet.minhhoa.gov.vn").unwrap();
        let (agency, counter) = &publication.counters[0];
        let entry = &publication.ledger.entries[which];
        let subject = CounterSubject {
            publication: &publication,
            theme: &theme,
            agency: *agency,
            counter,
            entry,
            origin: &origin,
            languages,
        };
        let symbol = Symbol::proved(&origin.address(&entry.code), Level::Q).unwrap();
        counter_sheet(SheetKind::Poster, Paper::A4, subject, &symbol)
    }

    #[test]
    fn a_sheet_says_whom_where_and_how() {
        let sheet = made(0, &[Language::VI, Language::EN]).unwrap();
        let code = publication().ledger.entries[0].code;
        let said = sheet.facts.to_string();
        for words in [
            "Ủy ban nhân dân tỉnh Minh Họa",
            "Quầy 1 – Hộ tịch",
            "Counter 1 – Civil status",
            "Bấm vào dòng địa chỉ hiện ra",
            "mật khẩu",
            "0200 000 0009",
            "không bắt buộc",
            &code.grouped(),
            &format!("niemyet.minhhoa.gov.vn/Q/{code}"),
        ] {
            assert!(said.contains(words), "{words}");
        }
        // What has no English words is marked as Vietnamese.
        let center = &sheet.facts["said"][1]["paper"][1];
        assert_eq!(center["lang"], "vi", "{center}");
        assert_ne!(sheet.mark, made(0, &[Language::VI]).unwrap().mark);
    }

    #[test]
    fn a_withdrawn_code_is_not_printed() {
        assert!(matches!(made(1, &[Language::VI]), Err(PrintError::Retired(_))));
    }
}
