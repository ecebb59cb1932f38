//! The page of a counter: what it handles, and where to rate it.

use super::composer::Composer;
use crate::feedback::matter::MatterKind;
use crate::publication::results::Unit;
use crate::publication::{AgencyIndex, EditionIndex, PageAddress};
use crate::theme::context::{CountedLink, Counter, Link, Rating};

impl Composer<'_> {
    pub(super) fn counter(&self, place: usize) -> Counter {
        let (index, counter) = &self.publication.counters[place];
        let agency = self.publication.agency(*index);
        let register = &self.plan.register;
        let handled = register.handled(self.publication, place);
        let handled = self.lists().sorted(register, handled);
        let point = counter.point.as_ref().and_then(|id| {
            let point = agency.points.iter().find(|point| point.id == *id)?;
            Some(self.voice.phrase(&point.name))
        });
        let name = self.voice.plain(&counter.name);
        let title = format!("{name}, {}", self.voice.plain(&agency.short_name));
        let whole = self.lists().fits_counter(self.publication, agency, counter, &handled);
        let below = format!("/quay/{}", counter.id);
        Counter {
            report: self.bring_to(MatterKind::Report, agency.id.as_str(), &below),
            results: self.results_of(&Unit::Counter(agency.id.clone(), counter.id.clone())),
            meta: self.meta(&title, ""),
            name: self.voice.phrase(&counter.name),
            agency: self.agency_link(*index),
            floor: self.voice.maybe(counter.floor.as_ref()),
            point,
            door: self.door(agency),
            contacts: self.contacts(&agency.contacts),
            rate: self.rate_link(place),
            surveys: self.other_surveys(place),
            total: self.procedures(handled.len()),
            procedures: if whole { self.rows(&handled, *index) } else { Vec::new() },
            fields: if whole { Vec::new() } else { self.field_counts(&handled) },
        }
    }

    /// The surveys that a counter has besides the one behind its printed code.
    fn other_surveys(&self, counter: usize) -> Vec<Link> {
        let desk = &self.plan.desk;
        let place = self.plan.register.code_of(counter).and_then(|code| desk.place(&code));
        place.zip(desk.counter_survey()).map_or_else(Vec::new, |(place, survey)| {
            let mut links = Rating::others(desk, place, &survey.id, self.voice);
            for link in &mut links {
                link.href.push_str("?web");
            }
            links
        })
    }

    fn rows(
        &self,
        editions: &[EditionIndex],
        agency: AgencyIndex,
    ) -> Vec<crate::theme::context::ProcedureRow> {
        editions.iter().map(|index| self.row(*index, Some(agency))).collect()
    }

    /// The fields of too many procedures, with how many of each.
    fn field_counts(&self, editions: &[EditionIndex]) -> Vec<CountedLink> {
        let counted = self.publication.fields.iter().map(|field| {
            let own = |index: &&EditionIndex| self.publication.edition(**index).field == field.id;
            (field, editions.iter().filter(own).count())
        });
        counted
            .filter(|(_, count)| *count > 0)
            .map(|(field, count)| CountedLink {
                name: self.voice.phrase(&field.name),
                href: self.href(PageAddress::Field { field: field.id.as_str(), part: 1 }),
                count: self.procedures(count),
            })
            .collect()
    }
}
