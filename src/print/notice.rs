//! The notice of where petitions are received (Địa chỉ tiếp nhận phản ánh, kiến nghị): one page that hangs at every
//! office. Its wording and the number of its form are words of the theme.

use serde::Serialize;

use super::counter_facts::{PrintedSymbol, kind_key};
use super::office_foot::ContactSaid;
use super::procedure_sheet::address_in_words;
use super::speech::{Call, Speech};
use super::{Paper, PrintError, Said, Sheet, SheetKind};
use crate::publication::{AgencyIndex, Publication};
use crate::symbol::Symbol;
use crate::text::Language;
use crate::theme::Theme;

/// Numbers to call on the notice.
const HOTLINES: usize = 4;

/// Whose notice it is.
#[derive(Clone, Copy)]
pub struct NoticeSubject<'a> {
    /// Where everything is said.
    pub publication: &'a Publication,
    /// The theme, for its wording.
    pub theme: &'a Theme,
    /// The agency.
    pub agency: AgencyIndex,
    /// The domain in words.
    pub domain: &'a str,
    /// The languages, the first in large letters.
    pub languages: &'a [Language],
}

#[derive(Debug, Serialize)]
struct NoticeFacts {
    kind: &'static str,
    address: String,
    domain: String,
    symbol: PrintedSymbol,
    said: Vec<NoticeWords>,
}

#[derive(Debug, Serialize)]
struct NoticeWords {
    lang: String,
    kind: String,
    form: String,
    parent: Option<Said>,
    agency: Said,
    intro: Vec<String>,
    labels: ContactLabels,
    receiver: ContactSaid,
    hotlines: Vec<Call>,
    must_have: String,
    not_for: Vec<Vec<Said>>,
    online: String,
    steps: Vec<Said>,
    guard: String,
    alt: String,
}

#[derive(Debug, Serialize)]
struct ContactLabels {
    receiver: String,
    address: String,
    phone: String,
    email: String,
    website: String,
    hours: String,
    hotline: String,
}

/// The notice of an agency. `symbol` leads to the agency's page.
pub fn notice_sheet(
    paper: Paper,
    subject: NoticeSubject<'_>,
    symbol: &Symbol,
) -> Result<Sheet, PrintError> {
    let agency = subject.publication.agency(subject.agency);
    let facts = NoticeFacts {
        kind: SheetKind::Notice.name(),
        address: address_in_words(symbol.text()),
        domain: subject.domain.to_owned(),
        symbol: PrintedSymbol::new(SheetKind::Notice, paper, symbol),
        said: subject.languages.iter().map(|language| subject.words(*language)).collect(),
    };
    let title = agency.short_name.original();
    Ok(Sheet::new(SheetKind::Notice, &agency.id, None, None, title, &facts)?)
}

impl NoticeSubject<'_> {
    fn words(&self, language: Language) -> NoticeWords {
        let publication = self.publication;
        let agency = publication.agency(self.agency);
        let speech = Speech { voice: self.theme.voice(language, publication.site.binding()) };
        let parent = agency.parent.as_ref();
        let parent = parent.and_then(|id| publication.agency_by_id(id.as_str()));
        let name = speech.say(&agency.name);
        let intro = speech.fill("sheet_notice_intro", &[("agency", name.words())]);
        NoticeWords {
            lang: language.tag().into(),
            kind: speech.word(kind_key(SheetKind::Notice)),
            form: speech.word("sheet_notice_form"),
            parent: parent.map(|parent| speech.say(&publication.agency(parent).name)),
            agency: name,
            intro: intro.split('\n').map(Into::into).collect(),
            labels: ContactLabels {
                receiver: speech.word("sheet_notice_receiver"),
                address: speech.word("sheet_notice_address"),
                phone: speech.word("sheet_notice_phone"),
                email: speech.word("sheet_notice_email"),
                website: speech.word("sheet_notice_website"),
                hours: speech.word("sheet_notice_hours"),
                hotline: speech.word("sheet_notice_hotline"),
            },
            receiver: speech.contact(&agency.contacts.petitions),
            hotlines: speech.hotlines(agency, HOTLINES),
            must_have: speech.word("sheet_notice_must_have"),
            not_for: self.not_for(speech),
            online: speech.word("sheet_notice_online"),
            steps: publication.site.scan_instructions.iter().map(|one| speech.say(one)).collect(),
            guard: speech.fill("sheet_short_guard", &[("domain", self.domain)]),
            alt: speech.word("sheet_notice_alt"),
        }
    }

    /// Khiếu nại, tố cáo are another matter, and where they are received.
    fn not_for(&self, speech: Speech<'_>) -> Vec<Vec<Said>> {
        let agency = self.publication.agency(self.agency);
        let mut lines = vec![vec![speech.word("sheet_notice_not_for").into()]];
        if let Some(reception) = &agency.contacts.complaints {
            let mut line: Vec<Said> = Vec::new();
            let parts = [reception.name.as_ref(), Some(&reception.place), reception.days.as_ref()];
            for part in parts.into_iter().flatten() {
                if !line.is_empty() {
                    line.push("; ".into());
                }
                line.push(speech.say(part));
            }
            if let Some(phone) = &reception.phone {
                line.push(format!("; {}", phone.written()).into());
            }
            lines.push(line);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Level;
    use crate::theme::invented::publication;

    #[test]
    fn a_notice_names_the_receiver_and_keeps_complaints_apart() {
        let (publication, theme) = (publication(), Theme::embedded());
        let address = "https://NIEMYET.MINHHOA.GOV.VN/don-vi/phuong-vi-du.html";
        let symbol = Symbol::encode(address, Level::M).unwrap();
        let subject = NoticeSubject {
            publication: &publication,
            theme: &theme,
            agency: AgencyIndex(0),
            domain: "niemyet.minhhoa.gov.vn",
            languages: &[Language::VI],
        };
        let sheet = notice_sheet(Paper::A4, subject, &symbol).unwrap();
        let said = &sheet.facts["said"][0];
        let own = &publication.agency(AgencyIndex(0)).contacts.petitions;
        let phone = own.phone.as_ref().unwrap().written();
        assert_eq!(said["receiver"]["phone"], phone);
        assert!(said["form"].as_str().unwrap().contains("04"));
        assert!(said["not_for"][0][0].as_str().unwrap().contains("Khiếu nại"));
    }
}
