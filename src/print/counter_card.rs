//! The sheet that stands on a counter: A4, the symbol 90 mm wide, good to read from about a metre.
//!
//! The code stands in large type under the symbol and again in a corner far from it, because a false
//! sticker hides one place and not two. The domain is written out, so that it can be compared with
//! what the telephone shows.

use super::PrintError;
use crate::catalogue::{Counter, LedgerEntry};
use crate::publication::{AgencyIndex, PrintOrigin, Publication};
use crate::symbol::Symbol;
use crate::text::Language;
use crate::theme::context::{Call, CounterCard};
use crate::theme::{FrameFacts, Markup, Theme, Voice};

/// Numbers to call on a sheet; more would crowd out the rest.
const HOTLINES: usize = 2;

/// What a sheet is about.
#[derive(Clone, Copy)]
pub struct CardSubject<'a> {
    /// Where everything is said.
    pub publication: &'a Publication,
    /// The agency.
    pub agency: AgencyIndex,
    /// Its counter.
    pub counter: &'a Counter,
    /// The counter's code.
    pub entry: &'a LedgerEntry,
}

/// The sheet of a counter as one HTML file. `symbol` carries `origin.address(code)` and was proved
/// once; the caller remembers the proof, since it takes longer than all the rest.
pub fn counter_card(
    subject: CardSubject<'_>,
    origin: &PrintOrigin,
    symbol: &Symbol,
    theme: &Theme,
    language: Language,
) -> Result<Vec<u8>, PrintError> {
    let CardSubject { publication, agency, counter, entry } = subject;
    let code = entry.code.grouped();
    if entry.retired.is_some() {
        return Err(PrintError::Retired(code));
    }
    let address = origin.address(&entry.code);
    if symbol.text() != address {
        return Err(PrintError::OtherSymbol { address, carries: symbol.text().to_owned() });
    }
    let site = &publication.site;
    let voice = theme.voice(language, site.binding());
    let label = voice.words.fill("card_label", &[("code", &code)]);
    let own = publication.agency(agency);
    let parent = own.parent.as_ref().and_then(|id| publication.agency_by_id(id.as_str()));
    let name = voice.plain(&counter.name);
    let domain = origin.host().to_lowercase();
    let page = CounterCard {
        title: voice.words.fill("card_title", &[("counter", name)]),
        parent: parent.map(|parent| voice.phrase(&publication.agency(parent).name)),
        agency: voice.phrase(&own.name),
        counter: voice.phrase(&counter.name),
        floor: voice.maybe(counter.floor.as_ref()),
        steps: site.scan_instructions.iter().map(|step| voice.phrase(step)).collect(),
        symbol: Markup::vouched(&symbol.svg(&label)),
        address: format!("{domain}/Q/{}", entry.code),
        domain,
        code,
        hotlines: hotlines(publication, agency, voice),
        desk: voice.maybe(own.one_stop.as_ref()),
        trial: origin.is_trial(),
        since: voice.words.date(entry.since),
    };
    let frame = theme.frame(&FrameFacts::at_run_time(site, language, "/"))?;
    let mut html = Vec::new();
    theme.render(&frame, &page, &mut html)?;
    Ok(html)
}

/// The agency's hotlines; where it has none, the telephone of its desk.
fn hotlines(publication: &Publication, agency: AgencyIndex, voice: Voice<'_>) -> Vec<Call> {
    let agency = publication.agency(agency);
    let lines = agency.hotlines.iter().take(HOTLINES);
    let mut calls: Vec<_> =
        lines.map(|line| Call::named(voice.phrase(&line.name), &line.phone)).collect();
    if calls.is_empty() {
        calls.extend(agency.contacts.help.phone.as_ref().map(Call::to));
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Level;
    use crate::theme::invented::publication;

    fn made(origin: &PrintOrigin, which: usize, language: Language) -> Result<Vec<u8>, PrintError> {
        let publication = publication();
        let (agency, counter) = &publication.counters[0];
        let entry = &publication.ledger.entries[which];
        let symbol = Symbol::proved(&origin.address(&entry.code), Level::Q).unwrap();
        let subject = CardSubject { publication: &publication, agency: *agency, counter, entry };
        counter_card(subject, origin, &symbol, &Theme::embedded(), language)
    }

    fn card(origin: &PrintOrigin, language: Language) -> String {
        String::from_utf8(made(origin, 0, language).unwrap()).unwrap()
    }

    #[test]
    fn a_sheet_says_whom_where_and_how_and_keeps_its_quiet_zone() {
        let origin = PrintOrigin::parse("https://niemyet.minhhoa.gov.vn").unwrap();
        let html = card(&origin, Language::VI);
        let code = publication().ledger.entries[0].code;
        for words in [
            "Ủy ban nhân dân tỉnh Minh Họa",
            "Ủy ban nhân dân phường Ví Dụ",
            "<h1>Quầy 1 – Hộ tịch</h1>",
            "Bấm vào dòng địa chỉ hiện ra",
            "mật khẩu",
            "0200 000 0009",
            "phiếu giấy",
            "50 mm",
            "không bắt buộc",
            &format!("niemyet.minhhoa.gov.vn/Q/{code}"),
            "fill=\"#fff\"",
        ] {
            assert!(html.contains(words), "{words}");
        }
        assert!(html.matches(&code.grouped()).count() >= 3, "the code stands in several places");
        assert!(!html.contains("TRIAL"));
        std::fs::create_dir_all("target/invented-site").unwrap();
        std::fs::write("target/invented-site/card.html", &html).unwrap();
    }

    #[test]
    fn a_trial_says_so_and_another_language_marks_what_is_not_translated() {
        let origin = PrintOrigin::trial("http://192.168.1.4:8080").unwrap();
        let html = card(&origin, Language::EN);
        assert!(html.contains("CHỈ ĐỂ THỬ – TRIAL") && html.contains("<h1>Counter 1"));
        assert!(html.contains("<span lang=\"vi\">Trung tâm"));
        std::fs::create_dir_all("target/invented-site").unwrap();
        std::fs::write("target/invented-site/card-trial.html", &html).unwrap();
    }

    #[test]
    fn a_withdrawn_code_is_not_printed() {
        let origin = PrintOrigin::parse("https://niemyet.minhhoa.gov.vn").unwrap();
        assert!(matches!(made(&origin, 1, Language::VI), Err(PrintError::Retired(_))));
    }
}
