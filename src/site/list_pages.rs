//! The pages that lead on: start page, A to Z, fields, agencies, and the page for wrong addresses.

use super::Subject;
use super::composer::Composer;
use super::lists::{LetterRun, part_count, part_rows};
use crate::catalogue::agency::AgencyLevel;
use crate::publication::{AgencyIndex, PageAddress};
use crate::theme::Phrase;
use crate::theme::context::{
    Agencies, AgencyGroup, AgencyRow, AtoZ, Call, Field, Fields, Home, Letter, LetterGroup, Link,
    Meta, NotFound,
};

/// Agencies that the start page lists at most; beyond, only those above the communes.
const HOME_AGENCIES: usize = 24;

/// Procedures that the start page names.
const HOME_PROCEDURES: usize = 8;

/// Levels in the order of a list, with their words.
const LEVELS: [(AgencyLevel, &str); 3] = [
    (AgencyLevel::Province, "level_province"),
    (AgencyLevel::Department, "level_department"),
    (AgencyLevel::Commune, "level_commune"),
];

impl Composer<'_> {
    pub(super) fn home(&self) -> Home {
        let words = self.voice.words;
        let site = &self.publication.site;
        let few = self.publication.agencies.len() <= HOME_AGENCIES;
        let agencies = self.publication.agencies.iter().zip(0..);
        let agencies = agencies.filter(|(agency, _)| few || agency.level != AgencyLevel::Commune);
        Home {
            meta: self.meta("", words.get("home_description")),
            name: self.voice.phrase(&site.name),
            owner: self.voice.phrase(&site.owner),
            procedures: self.procedures(self.plan.register.shown.len()),
            agency_count: words.count("agencies_count", self.publication.agencies.len()),
            fields: self.fields(),
            widely_offered: self.widely_offered(),
            agencies: agencies.map(|(_, at)| self.agency_row(AgencyIndex(at))).collect(),
            all_agencies: self.href(PageAddress::Agencies),
            all_procedures: self.href(PageAddress::AtoZ { part: 1 }),
        }
    }

    /// The procedures that the most agencies offer; none where nothing is offered twice.
    fn widely_offered(&self) -> Vec<Link> {
        let register = &self.plan.register;
        let mut places: Vec<_> = (0..register.shown.len())
            .map(|place| (std::cmp::Reverse(register.offerer_count(place)), place))
            .filter(|(count, _)| count.0 > 1)
            .collect();
        places.sort_unstable();
        let link = |(_, place): &(_, usize)| {
            let row = self.row(register.shown[*place], None);
            Link { name: row.name, href: row.href }
        };
        places.iter().take(HOME_PROCEDURES).map(link).collect()
    }

    pub(super) fn a_to_z(&self, part: u16) -> AtoZ {
        let lists = self.lists();
        let words = self.voice.words;
        let runs = lists.parts.get(usize::from(part) - 1).map_or(&[][..], Vec::as_slice);
        let title = self.part_title(words.get("a_z_title"), part);
        AtoZ {
            meta: self.meta(&title, ""),
            total: self.procedures(lists.order.len()),
            letters: self.letters(),
            groups: runs.iter().map(|run| self.letter_group(run)).collect(),
            parts: self
                .parts(self.plan.a_to_z_parts(lists.language), part, |part| Subject::AtoZ { part }),
        }
    }

    /// Each letter once, leading to the part where it begins.
    fn letters(&self) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::new();
        for (part, runs) in (1..).zip(&self.lists().parts) {
            for run in runs {
                let letter = self.letter_name(run);
                if letters.last().is_some_and(|last| last.letter == letter) {
                    continue;
                }
                let page = self.href_of(Subject::AtoZ { part });
                letters.push(Letter { letter, href: format!("{page}#{}", anchor_of(run)) });
            }
        }
        letters
    }

    fn letter_group(&self, run: &LetterRun) -> LetterGroup {
        let rows = &self.lists().order[run.rows.clone()];
        LetterGroup {
            letter: self.letter_name(run),
            anchor: anchor_of(run),
            procedures: rows.iter().map(|index| self.row(*index, None)).collect(),
        }
    }

    fn letter_name(&self, run: &LetterRun) -> String {
        if run.letter.is_empty() {
            self.voice.words.get("other_signs").to_owned()
        } else {
            run.letter.clone()
        }
    }

    pub(super) fn fields_page(&self) -> Fields {
        let title = self.voice.words.get("fields_title");
        Fields { meta: self.meta(title, ""), fields: self.fields() }
    }

    pub(super) fn field_page(&self, field: usize, part: u16) -> Field {
        let rows = &self.lists().by_field[field];
        let own = &self.publication.fields[field];
        let words = self.voice.words;
        let title = self.part_title(self.voice.plain(&own.name), part);
        Field {
            meta: self.meta(&title, ""),
            name: self.voice.phrase(&own.name),
            up: Link {
                name: Phrase::plain(words.get("fields_title")),
                href: self.href(PageAddress::Fields),
            },
            total: self.procedures(rows.len()),
            procedures: part_rows(rows, part).iter().map(|index| self.row(*index, None)).collect(),
            parts: self.parts(part_count(rows.len()), part, |part| Subject::Field { field, part }),
        }
    }

    pub(super) fn agencies(&self) -> Agencies {
        let words = self.voice.words;
        let group = |(level, key): (AgencyLevel, &str)| {
            let agencies = self.publication.agencies.iter().zip(0..);
            let own = agencies.filter(|(agency, _)| agency.level == level);
            AgencyGroup {
                level: words.get(key).into(),
                agencies: own.map(|(_, at)| self.agency_row(AgencyIndex(at))).collect(),
            }
        };
        let groups = LEVELS.into_iter().map(group).filter(|group| !group.agencies.is_empty());
        Agencies {
            meta: self.meta(words.get("agencies_title"), ""),
            total: words.count("agencies_count", self.publication.agencies.len()),
            groups: groups.collect(),
        }
    }

    fn agency_row(&self, index: AgencyIndex) -> AgencyRow {
        let agency = self.publication.agency(index);
        let link = self.agency_link(index);
        let offered = self.publication.offered_by(index).len();
        AgencyRow {
            name: self.voice.phrase(&agency.name),
            href: link.href,
            count: if offered > 0 { self.procedures(offered) } else { String::new() },
            address: self.voice.phrase(&agency.place.address),
            phone: agency.contacts.help.phone.as_ref().map(Call::to),
        }
    }

    pub(super) fn not_found(&self) -> NotFound {
        let title = self.voice.words.get("not_found_title");
        let meta = Meta { hidden: true, canonical: String::new(), ..self.meta(title, "") };
        NotFound { meta, fields: self.fields() }
    }
}

/// The id of a letter's heading: the letter in ASCII, so that a link to it can be typed.
fn anchor_of(run: &LetterRun) -> String {
    match run.letter.as_str() {
        "" => "so".into(),
        "Ă" => "aw".into(),
        "Â" => "aa".into(),
        "Đ" => "dd".into(),
        "Ê" => "ee".into(),
        "Ô" => "oo".into(),
        "Ơ" => "ow".into(),
        "Ư" => "uw".into(),
        letter => letter.to_lowercase(),
    }
}
