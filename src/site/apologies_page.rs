//! The public page of apologies, cut into parts: what is owed, and each apology with its reason and its new day.

use super::Subject;
use super::composer::Composer;
use super::lists::Listed;
use super::overhead::Overhead;
use super::paging::{self, Rows, Stretch, cut};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::PageAddress;
use crate::publication::results::{ApologyRegister, PublishedApology};
use crate::text::{Date, Scale, Text};
use crate::theme::Phrase;
use crate::theme::context::{Apologies, ApologyGroup, Link, PublicApology};

/// An apology by the places of its register and of itself.
pub(super) type ApologyRow = (usize, usize);

/// What an apology adds to a page beside its own words, compressed and on the page.
const ROW: (usize, usize) = (48, 330);

/// What a register adds above its apologies and below them.
const GROUP: (usize, usize) = (70, 330);

/// All apologies, the latest register first, cut into pages.
pub(super) fn list(overhead: Overhead<'_>, scale: &mut Scale) -> Listed<ApologyRow> {
    let registers = &overhead.publication.results.apologies;
    let (mut rows, mut runs) = (Vec::new(), Vec::new());
    for (at, register) in registers.iter().enumerate().rev() {
        let start = rows.len();
        rows.extend((0..register.entries.len()).rev().map(|entry| (at, entry)));
        runs.push(start..rows.len());
    }
    let room = overhead.room(&[], scale);
    let parts = cut(&ByRegister { overhead, rows: &rows }, &runs, room, scale);
    Listed { rows, parts }
}

/// Apologies under their registers.
struct ByRegister<'a> {
    overhead: Overhead<'a>,
    rows: &'a [ApologyRow],
}

impl Rows for ByRegister<'_> {
    fn put_heading(&self, _run: usize, scale: &mut Scale) {
        scale.put_frame(GROUP.0, GROUP.1);
    }

    fn put_row(&self, row: usize, scale: &mut Scale) {
        let (register, entry) = self.rows[row];
        let publication = self.overhead.publication;
        let register = &publication.results.apologies[register];
        let entry = &register.entries[entry];
        scale.put_frame(ROW.0, ROW.1);
        scale.put(entry.file.as_str());
        scale.put(&entry.reason);
        self.overhead.put(&Text::new(&*entry.signed_by), scale);
        if let Some(at) = publication.agency_by_id(register.agency.as_str()) {
            self.overhead.put(&publication.agency(at).name, scale);
        }
        let edition = entry.procedure.as_ref();
        let edition = edition.and_then(|code| publication.editions_of(code).last());
        if let Some(edition) = edition {
            self.overhead.put(&publication.edition(edition).name, scale);
        }
    }
}

impl Composer<'_> {
    pub(super) fn apologies(&self, part: u16) -> Apologies {
        let words = self.voice.words;
        let list = &self.lists().apologies;
        let rule = &self.publication.site.apology_rule;
        let days = Phrase::plain(&rule.days_before.to_string());
        let act = rule
            .citation
            .as_deref()
            .map_or_else(|| Phrase::plain("–"), |act| self.voice.original(act));
        let title = self.part_title(words.get("apologies_title"), part);
        let stretches = paging::part_of(&list.parts, part).iter();
        Apologies {
            meta: self.meta(&title, words.get("apologies_lead")),
            rule: self.voice.compose("apologies_rule", &[("n", &days), ("act", &act)]),
            groups: stretches.filter_map(|stretch| self.register_of(stretch)).collect(),
            parts: self.parts(part, |part| Subject::Apologies { part }),
        }
    }

    fn register_of(&self, stretch: &Stretch) -> Option<ApologyGroup> {
        let words = self.voice.words;
        let rows = &self.lists().apologies.rows[stretch.rows.clone()];
        let (at, _) = rows.first()?;
        let register: &ApologyRegister = &self.publication.results.apologies[*at];
        let agency = self.publication.agency_by_id(register.agency.as_str())?;
        let owed = register.owed_beside(&self.publication.results.performance);
        let owed = owed.map(|owed| {
            let (overdue, apologised) = (owed.overdue.to_string(), owed.apologised.to_string());
            let left = owed.left().to_string();
            let places = [("overdue", &*overdue), ("apologised", &*apologised), ("left", &*left)];
            words.fill("apologies_owed", &places)
        });
        let signed = register.signature.as_ref().map(|signature| {
            let day = Phrase::plain(&words.date(signature.on));
            let name = self.voice.original(&signature.by);
            self.voice.compose("apologies_answers", &[("name", &name), ("day", &day)])
        });
        Some(ApologyGroup {
            agency: self.agency_link(agency),
            period: self.apology_period(register.period),
            owed: owed.unwrap_or_default(),
            signed: signed.unwrap_or_else(|| Phrase::plain("")),
            entries: rows
                .iter()
                .map(|(_, entry)| self.public_apology(&register.entries[*entry]))
                .collect(),
        })
    }

    fn public_apology(&self, entry: &PublishedApology) -> PublicApology {
        let words = self.voice.words;
        let day =
            |key, day: Option<Date>| day.map(|day| words.fill(key, &[("day", &words.date(day))]));
        let days = [day("apologies_due", entry.due), day("apologies_new_due", entry.new_due)];
        let apologised = Phrase::plain(&words.date(entry.apologised));
        let signer = self.voice.original(&entry.signed_by);
        let edition = entry.procedure.as_ref();
        let edition = edition.and_then(|code| self.publication.editions_of(code).last());
        let procedure = edition.map(|edition| {
            let head = self.publication.edition(edition);
            let address = PageAddress::Procedure { code: head.code.as_str() };
            Link { name: self.voice.phrase(&head.name), href: self.href(address) }
        });
        PublicApology {
            file: entry.file.to_string(),
            procedure,
            failing: words.get(&format!("failing_{}", entry.failing.word())).to_owned(),
            reason: self.voice.phrase(&Text::new(&*entry.reason)),
            days: days.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            signed: self
                .voice
                .compose("apologies_signed", &[("name", &signer), ("day", &apologised)]),
        }
    }

    /// A period in words.
    fn apology_period(&self, period: ReportingPeriod) -> String {
        let words = self.voice.words;
        let (year, n) = match period {
            ReportingPeriod::Year(year) => (year, 0),
            ReportingPeriod::Quarter(year, quarter) => (year, quarter),
            ReportingPeriod::Month(year, month) => (year, month),
        };
        let key = match period {
            ReportingPeriod::Year(_) => "apologies_year",
            ReportingPeriod::Quarter(..) => "apologies_quarter",
            ReportingPeriod::Month(..) => "apologies_month",
        };
        words.fill(key, &[("n", &n.to_string()), ("year", &year.to_string())])
    }
}
