//! Slips handed out with receipts: each carries a one-time code, which proves one visit to one counter and nothing about
//! who came. Eight lie on an A4 sheet to be cut; a receipt printer sets them one below the other.
//!
//! The code stands twice: to be scanned, and large to be typed below the counter's own address.

use serde::Serialize;

use super::counter_facts::{PrintedSymbol, kind_key};
use super::{CounterSubject, Paper, PrintError, Said, Sheet, SheetKind};
use crate::feedback::OneTimeCode;
use crate::symbol::Symbol;
use crate::text::{Date, Language};

/// One-time codes of a counter, and until when they are good.
#[derive(Clone, Copy)]
pub struct SlipSubject<'a> {
    /// The counter; its origin is where ratings are received.
    pub counter: CounterSubject<'a>,
    /// The last day on which the codes are good.
    pub last_day: Date,
}

#[derive(Debug, Serialize)]
struct SlipFacts {
    kind: &'static str,
    /// The printed code of the counter.
    code: String,
    /// The counter's address in words.
    address: String,
    domain: String,
    slips: Vec<Slip>,
    said: Vec<SlipWords>,
}

#[derive(Debug, Serialize)]
struct Slip {
    /// Grouped for reading.
    code: String,
    symbol: PrintedSymbol,
    /// The text alternative, in each language.
    alt: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SlipWords {
    lang: String,
    kind: String,
    agency: Said,
    counter: Said,
    request: String,
    steps: Vec<Said>,
    /// What the code is called.
    code: String,
    /// What it is for.
    why: String,
    /// How to do without a symbol.
    typed: String,
    /// Until when it is good.
    until: String,
    guard: String,
}

impl SlipSubject<'_> {
    /// The address in the symbol of a slip.
    pub fn address(&self, code: &OneTimeCode) -> String {
        let CounterSubject { origin, entry, .. } = self.counter;
        format!("{}/{code}", origin.address(&entry.code))
    }

    fn words(&self, language: Language, domain: &str, address: &str) -> SlipWords {
        let speech = self.counter.speech(language);
        let publication = self.counter.publication;
        let agency = publication.agency(self.counter.agency);
        let day = speech.voice.words.date(self.last_day);
        SlipWords {
            lang: language.tag().into(),
            kind: speech.word(kind_key(SheetKind::Slips)),
            agency: speech.say(&agency.name),
            counter: speech.say(&self.counter.counter.name),
            request: speech.word("card_request"),
            steps: publication.site.scan_instructions.iter().map(|one| speech.say(one)).collect(),
            code: speech.word("sheet_once_code"),
            why: speech.word("sheet_once_why"),
            typed: speech.fill("sheet_once_typed", &[("address", address)]),
            until: speech.fill("sheet_once_until", &[("day", &day)]),
            guard: speech.fill("sheet_short_guard", &[("domain", domain)]),
        }
    }
}

/// A pile of slips, one for each code. Each symbol carries [`SlipSubject::address`] of its code and was proved.
///
/// # Errors
/// [`PrintError::Retired`] for a counter's code that is no longer in use, [`PrintError::OtherSymbol`] for a symbol that
/// leads elsewhere.
pub fn receipt_slips(
    subject: SlipSubject<'_>,
    codes: &[(OneTimeCode, Symbol)],
) -> Result<Sheet, PrintError> {
    let CounterSubject { publication, agency, counter, entry, origin, languages, .. } =
        subject.counter;
    if entry.retired.is_some() {
        return Err(PrintError::Retired(entry.code.grouped()));
    }
    let domain = origin.host().to_lowercase();
    let address = format!("{domain}/Q/{}", entry.code);
    let mut slips = Vec::with_capacity(codes.len());
    for (code, symbol) in codes {
        let address = subject.address(code);
        if symbol.text() != address {
            return Err(PrintError::OtherSymbol { address, carries: symbol.text().to_owned() });
        }
        let code = code.grouped();
        let alt = |language: &Language| {
            subject.counter.speech(*language).fill("card_label", &[("code", &code)])
        };
        slips.push(Slip {
            alt: languages.iter().map(alt).collect(),
            symbol: PrintedSymbol::new(SheetKind::Slips, Paper::A4, symbol),
            code,
        });
    }
    let said = languages.iter().map(|one| subject.words(*one, &domain, &address)).collect();
    let facts = SlipFacts {
        kind: SheetKind::Slips.name(),
        code: entry.code.grouped(),
        address,
        slips,
        said,
        domain,
    };
    let agency = publication.agency(agency);
    let title = format!("{} – {}", counter.name.original(), agency.short_name.original());
    let whose = Some(counter.id.as_str());
    Ok(Sheet::new(SheetKind::Slips, &agency.id, whose, Some(entry.code), &title, &facts)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Secret;
    use crate::publication::{AgencyIndex, PrintOrigin};
    use crate::symbol::Level;
    use crate::theme::Theme;
    use crate::theme::invented::{day, publication};

    #[test]
    fn each_slip_has_its_own_code_and_leads_to_it() {
        let (publication, theme) = (publication(), Theme::embedded());
        let (agency, counter) = &publication.counters[0];
        let own = &publication.agency(*agency).id;
        let entry = publication.ledger.of_counter(own, &counter.id).unwrap();
        let origin = PrintOrigin::parse("https://niemyet.minhhoa.gov.vn").unwrap();
        let counter = CounterSubject {
            publication: &publication,
            theme: &theme,
            agency: *agency,
            counter,
            entry,
            origin: &origin,
            languages: &[Language::VI, Language::EN],
        };
        assert_eq!(counter.agency, AgencyIndex(0));
        let subject = SlipSubject { counter, last_day: day() };
        let secret = Secret::new([7; 32]);
        let code = |serial| {
            let day = subject.last_day.day_number();
            let code = OneTimeCode::issue(&secret, &entry.code, [0, 0, serial], day);
            (code, Symbol::encode(&subject.address(&code), Level::M).unwrap())
        };
        let codes = [code(1), code(2)];
        let sheet = receipt_slips(subject, &codes).unwrap();
        let slips = sheet.facts["slips"].as_array().unwrap();
        assert_eq!(slips.len(), 2);
        assert_ne!(slips[0]["code"], slips[1]["code"]);
        assert_eq!(slips[0]["code"], codes[0].0.grouped());
        assert_eq!(slips[0]["alt"].as_array().unwrap().len(), 2);
        let said = &sheet.facts["said"][1];
        assert!(said["typed"].as_str().unwrap().contains("niemyet.minhhoa.gov.vn/Q/"), "{said}");
        let swapped = [(codes[0].0, codes[1].1.clone())];
        assert!(matches!(receipt_slips(subject, &swapped), Err(PrintError::OtherSymbol { .. })));
    }
}
