//! The plan of a site: which pages there are, before a single one is written. Sitemap, link checks
//! and progress all read it.

use crate::publication::{AgencyIndex, EditionIndex, Publication, RatingDesk, Standing};
use crate::release::{Day, Validity};
use crate::text::{Date, Language};

use super::Subject;
use super::lists::Lists;
use super::paging;
use super::register::Register;
use super::results_page::plan_results;
use super::timeline::{shown_spans, stays};
use super::turns::Turns;

/// A page that will be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedPage {
    /// What it is about.
    pub subject: Subject,
    /// Its language.
    pub language: Language,
    /// The days on which it holds.
    pub validity: Validity,
    /// For a procedure: what is in force and what comes on these days.
    pub(super) standing: Standing,
    /// Whether what comes is near enough to be announced with what it changes.
    pub(super) soon: bool,
}

/// All pages of a site.
pub struct Plan {
    /// The day that decides which editions lists speak of.
    pub day: Date,
    /// The pages; those of one subject in all languages follow each other.
    pub pages: Vec<PlannedPage>,
    pub(super) register: Register,
    pub(super) turns: Turns,
    pub(super) lists: Vec<Lists>,
    pub(super) desk: RatingDesk,
}

impl Plan {
    /// The days after the plan's own on which some page gives way to another. Lists follow at the
    /// next build.
    pub fn switches(&self) -> Vec<Day> {
        let bounds = self.pages.iter().filter_map(|page| page.validity.from);
        let mut days: Vec<Day> = bounds.collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// What a host needs to receive ratings for this site.
    pub fn desk(&self) -> &RatingDesk {
        &self.desk
    }

    /// The lists of a language.
    pub(super) fn lists(&self, language: Language) -> &Lists {
        let own = self.lists.iter().find(|lists| lists.language == language);
        own.unwrap_or(&self.lists[0])
    }

    /// Whether the agencies that offer a procedure stand on pages of their own: in every language
    /// where in one of them they are too heavy for its page.
    pub(super) fn offerers_apart(&self, edition: EditionIndex) -> bool {
        let position = self.register.position_of(edition);
        self.lists.iter().any(|lists| lists.offerers.are_heavy(position))
    }

    /// How many pages a list has in a language; names have their own length and order in each. One
    /// for pages that are no list.
    pub(super) fn part_count(&self, list: Subject, language: Language) -> u16 {
        let lists = self.lists(language);
        match list {
            Subject::AtoZ { .. } => paging::count(&lists.order.parts),
            Subject::Field { field, .. } => paging::count(&lists.by_field[field].parts),
            Subject::Offerers { edition, .. } => {
                paging::count(lists.offerers.parts(self.register.position_of(edition)))
            }
            Subject::Agencies { .. } => paging::count(&lists.agencies.parts),
            Subject::Changes { .. } => paging::count(&lists.changes.parts),
            Subject::Apologies { .. } => paging::count(&lists.apologies.parts),
            Subject::Agency { agency, .. } => paging::count(&lists.by_agency[agency.0].parts),
            Subject::Results { page } => {
                let parts = lists.results.get(&page.at_part(1));
                parts.map_or(1, |parts| u16::try_from(parts.len()).unwrap_or(u16::MAX))
            }
            _ => 1,
        }
    }
}

/// Plans the site of a publication as it stands on `day`.
pub fn plan(publication: &Publication, day: Date) -> Plan {
    let register = Register::new(publication, day);
    let mut languages = publication.site.languages.clone();
    if languages.is_empty() {
        languages.push(publication.site.binding());
    }
    let turns = Turns::of(publication, &register);
    let lists =
        || languages.iter().map(|one| Lists::new(publication, &register, &turns, *one)).collect();
    let (lists, desk) = rayon::join(lists, || RatingDesk::of(publication));
    let mut plan = Plan { day, pages: Vec::new(), register, turns, lists, desk };
    let mut pages = Pages { languages: &languages, all: Vec::new() };
    pages.add(Subject::Home);
    plan_lists(publication, &plan, &mut pages);
    plan_procedures(publication, &plan, &mut pages);
    plan_agencies(publication, &plan, &mut pages);
    if !publication.results.apologies.is_empty() {
        pages.add_parts(&plan, |part| Subject::Apologies { part });
    }
    if !plan.turns.all.is_empty() {
        pages.add_parts(&plan, |part| Subject::Changes { part });
    }
    (0..publication.pages.len()).for_each(|page| pages.add(Subject::Free { page }));
    plan_ratings(publication, &plan, &mut pages);
    plan_results(publication, &plan, &mut pages);
    pages.add(Subject::NotFound);
    plan.pages = pages.all;
    plan
}

/// Pages as they are added, each in all languages.
pub(super) struct Pages<'a> {
    languages: &'a [Language],
    all: Vec<PlannedPage>,
}

impl Pages<'_> {
    pub(super) fn add(&mut self, subject: Subject) {
        self.add_for(subject, Validity::ALWAYS, Standing::default(), false);
    }

    fn add_for(&mut self, subject: Subject, validity: Validity, standing: Standing, soon: bool) {
        for language in self.languages {
            let language = *language;
            self.all.push(PlannedPage { subject, language, validity, standing, soon });
        }
    }

    /// Adds all parts of a list, of which another language may have more.
    pub(super) fn add_parts(&mut self, plan: &Plan, of: impl Fn(u16) -> Subject) {
        let count = |language: &Language| plan.part_count(of(1), *language);
        for part in 1..=self.languages.iter().map(count).max().unwrap_or(1) {
            for language in self.languages.iter().filter(|language| part <= count(language)) {
                let (subject, language) = (of(part), *language);
                let (validity, standing) = (Validity::ALWAYS, Standing::default());
                self.all.push(PlannedPage { subject, language, validity, standing, soon: false });
            }
        }
    }
}

fn plan_lists(publication: &Publication, plan: &Plan, pages: &mut Pages<'_>) {
    pages.add_parts(plan, |part| Subject::AtoZ { part });
    pages.add(Subject::Fields);
    for field in 0..publication.fields.len() {
        pages.add_parts(plan, |part| Subject::Field { field, part });
    }
}

fn plan_procedures(publication: &Publication, plan: &Plan, pages: &mut Pages<'_>) {
    for index in &plan.register.shown {
        for stay in stays(publication, *index, plan.day) {
            let subject = Subject::Procedure { edition: stay.edition };
            pages.add_for(subject, stay.validity, stay.standing, stay.soon);
        }
        for (edition, validity) in shown_spans(publication, *index, plan.day) {
            plan_sections(publication, edition, false, validity, pages);
        }
        if plan.offerers_apart(*index) {
            let edition = *index;
            pages.add_parts(plan, |part| Subject::Offerers { edition, part });
        }
        for edition in publication.editions_beside(*index) {
            if has_own_page(publication, edition) {
                pages.add(Subject::DatedEdition { edition });
                plan_sections(publication, edition, true, Validity::ALWAYS, pages);
            }
        }
    }
}

/// The sections of an edition that stand on pages of their own, for as long as its page stands.
fn plan_sections(
    publication: &Publication,
    edition: EditionIndex,
    dated: bool,
    validity: Validity,
    pages: &mut Pages<'_>,
) {
    for (at, apart) in publication.edition(edition).apart.iter().enumerate() {
        for part in 1..=apart.parts {
            let subject = Subject::Section { edition, at, part, dated };
            pages.add_for(subject, validity, Standing::default(), false);
        }
    }
}

/// Whether an edition has a page at its date: where its file says the day, and where it is one of
/// several and its day is known, so that a past first edition can still be read.
pub(super) fn has_own_page(publication: &Publication, index: EditionIndex) -> bool {
    let edition = publication.edition(index);
    edition.from.is_some() && (edition.dated || publication.editions_beside(index).count() > 1)
}

fn plan_agencies(publication: &Publication, plan: &Plan, pages: &mut Pages<'_>) {
    pages.add_parts(plan, |part| Subject::Agencies { part });
    for agency in (0..publication.agencies.len()).map(AgencyIndex) {
        pages.add_parts(plan, |part| Subject::Agency { agency, part });
    }
    (0..publication.counters.len()).for_each(|counter| pages.add(Subject::Counter { counter }));
    for (offered, one) in publication.offered.iter().enumerate() {
        if one.differs.is_some() {
            pages.add(Subject::Offering { offered });
        }
    }
}

/// Every printed code has a page for ever: the rating, or what became of it.
fn plan_ratings(publication: &Publication, plan: &Plan, pages: &mut Pages<'_>) {
    let can_rate = plan.desk.counter_survey().is_some();
    for (entry, printed) in publication.ledger.entries.iter().enumerate() {
        let place = plan.desk.place(&printed.code);
        if place.is_some_and(|place| place.retired || can_rate) {
            pages.add(Subject::Rating { entry });
        }
    }
}
