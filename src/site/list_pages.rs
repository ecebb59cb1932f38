//! The pages that lead on: start page, A to Z, fields, agencies, and the page for wrong addresses.

use super::Subject;
use super::composer::Composer;
use super::lists::LEVELS;
use super::paging::{self, Stretch};
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
            search: self.search(),
            procedures: self.procedures(self.plan.register.shown.len()),
            agency_count: words.count("agencies_count", self.publication.agencies.len()),
            fields: self.fields(),
            widely_offered: self.widely_offered(),
            agencies: agencies.map(|(_, at)| self.agency_row(AgencyIndex(at))).collect(),
            all_agencies: self.href(PageAddress::Agencies { part: 1 }),
            all_procedures: self.href(PageAddress::AtoZ { part: 1 }),
            results: self.results_link(),
            changes: self.changes_href(),
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
        let list = &self.lists().order;
        let words = self.voice.words;
        let title = self.part_title(words.get("a_z_title"), part);
        let stretches = paging::part_of(&list.parts, part).iter();
        AtoZ {
            meta: self.meta(&title, ""),
            total: self.procedures(list.rows.len()),
            letters: self.letters(),
            groups: stretches.map(|stretch| self.letter_group(stretch)).collect(),
            parts: self.parts(part, |part| Subject::AtoZ { part }),
        }
    }

    /// Each letter once, leading to the part where it begins.
    fn letters(&self) -> Vec<Letter> {
        let lists = self.lists();
        let mut letters: Vec<Letter> = Vec::new();
        let mut last = None;
        for (part, stretches) in (1..).zip(&lists.order.parts) {
            for stretch in stretches.iter().filter(|stretch| last < Some(stretch.run)) {
                let page = self.href_of(Subject::AtoZ { part });
                let letter = self.letter_name(stretch);
                let anchor = anchor_of(lists.letters[stretch.run]);
                letters.push(Letter { letter, href: format!("{page}#{anchor}") });
            }
            last = stretches.last().map(|stretch| stretch.run).or(last);
        }
        letters
    }

    fn letter_group(&self, stretch: &Stretch) -> LetterGroup {
        let lists = self.lists();
        let rows = &lists.order.rows[stretch.rows.clone()];
        LetterGroup {
            letter: self.letter_name(stretch),
            anchor: anchor_of(lists.letters[stretch.run]),
            procedures: rows.iter().map(|index| self.row(*index, None)).collect(),
        }
    }

    fn letter_name(&self, stretch: &Stretch) -> String {
        match self.lists().letters[stretch.run] {
            "" => self.voice.words.get("other_signs").to_owned(),
            letter => letter.to_owned(),
        }
    }

    pub(super) fn fields_page(&self) -> Fields {
        let title = self.voice.words.get("fields_title");
        Fields { meta: self.meta(title, ""), search: self.search(), fields: self.fields() }
    }

    pub(super) fn field_page(&self, field: usize, part: u16) -> Field {
        let list = &self.lists().by_field[field];
        let own = &self.publication.fields[field];
        let words = self.voice.words;
        let title = self.part_title(self.voice.plain(&own.name), part);
        let stretches = paging::part_of(&list.parts, part).iter();
        let rows = stretches.flat_map(|stretch| &list.rows[stretch.rows.clone()]);
        Field {
            meta: self.meta(&title, ""),
            name: self.voice.phrase(&own.name),
            up: Link {
                name: Phrase::plain(words.get("fields_title")),
                href: self.href(PageAddress::Fields),
            },
            total: self.procedures(list.rows.len()),
            feed: self.feed_href(PageAddress::FieldFeed { field: own.id.as_str() }, |head| {
                head.field == own.id
            }),
            procedures: rows.map(|index| self.row(*index, None)).collect(),
            parts: self.parts(part, |part| Subject::Field { field, part }),
        }
    }

    pub(super) fn agencies(&self, part: u16) -> Agencies {
        let words = self.voice.words;
        let list = &self.lists().agencies;
        let group = |stretch: &Stretch| AgencyGroup {
            level: words.get(level_key(LEVELS[stretch.run])).into(),
            agencies: list.rows[stretch.rows.clone()]
                .iter()
                .map(|index| self.agency_row(*index))
                .collect(),
        };
        Agencies {
            meta: self.meta(&self.part_title(words.get("agencies_title"), part), ""),
            apologies: match self.publication.results.apologies.first() {
                Some(_) => self.href(PageAddress::Apologies { part: 1 }),
                None => String::new(),
            },
            total: words.count("agencies_count", self.publication.agencies.len()),
            groups: paging::part_of(&list.parts, part).iter().map(group).collect(),
            parts: self.parts(part, |part| Subject::Agencies { part }),
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
        NotFound { meta, search: self.search(), fields: self.fields() }
    }
}

/// The word for a level.
fn level_key(level: AgencyLevel) -> &'static str {
    match level {
        AgencyLevel::Province => "level_province",
        AgencyLevel::Department => "level_department",
        AgencyLevel::Commune => "level_commune",
    }
}

/// The id of a letter's heading: the letter in ASCII, so that a link to it can be typed.
fn anchor_of(letter: &str) -> String {
    match letter {
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
