//! Who offers what and who handles it, turned round once: a publication lists procedures by agency,
//! a page of a procedure asks the other way.

use std::ops::Range;

use crate::catalogue::procedure::ProcedureCode;
use crate::catalogue::{Counter, Handles, PrintedCode};
use crate::publication::{AgencyIndex, EditionIndex, Offered, Publication};
use crate::text::Date;

/// The turned-round lists.
pub(super) struct Register {
    /// The edition shown of each procedure, in order of code.
    pub(super) shown: Vec<EditionIndex>,
    /// For each shown procedure, who offers it: places in [`Publication::offered`].
    offerers: Vec<Vec<u32>>,
    /// For each agency, its counters: places in [`Publication::counters`].
    counters: Vec<Range<usize>>,
    /// For each counter, the printed code in use.
    codes: Vec<Option<PrintedCode>>,
}

impl Register {
    pub(super) fn new(publication: &Publication, day: Date) -> Self {
        let shown = publication.shown(day);
        let mut register =
            Self { shown, offerers: Vec::new(), counters: Vec::new(), codes: Vec::new() };
        register.offerers.resize(register.shown.len(), Vec::new());
        for (place, offered) in publication.offered.iter().enumerate() {
            if let Some(position) = register.position(publication, &offered.code) {
                register.offerers[position].extend(u32::try_from(place));
            }
        }
        for agency in 0..publication.agencies.len() {
            let start = publication.counters.partition_point(|(at, _)| at.0 < agency);
            let end = publication.counters.partition_point(|(at, _)| at.0 <= agency);
            register.counters.push(start..end);
        }
        let counters = publication.counters.iter();
        register.codes = counters
            .map(|(agency, counter)| {
                let agency = &publication.agency(*agency).id;
                publication.ledger.of_counter(agency, &counter.id).map(|entry| entry.code)
            })
            .collect();
        register
    }

    /// The place of a procedure in `shown`.
    pub(super) fn position(
        &self,
        publication: &Publication,
        code: &ProcedureCode,
    ) -> Option<usize> {
        self.shown.binary_search_by(|index| publication.edition(*index).code.cmp(code)).ok()
    }

    /// Who offers a procedure, in order of agency.
    pub(super) fn offerers<'p>(
        &'p self,
        publication: &'p Publication,
        code: &ProcedureCode,
    ) -> impl ExactSizeIterator<Item = (usize, &'p Offered)> + Clone {
        let position = self.position(publication, code);
        let places = position.map_or(&[][..], |position| &self.offerers[position]);
        places.iter().map(|place| (*place as usize, &publication.offered[*place as usize]))
    }

    /// How many agencies offer the procedure at a place in `shown`.
    pub(super) fn offerer_count(&self, position: usize) -> usize {
        self.offerers[position].len()
    }

    /// The counters of an agency with their places.
    pub(super) fn counters_of<'p>(
        &self,
        publication: &'p Publication,
        agency: AgencyIndex,
    ) -> impl Iterator<Item = (usize, &'p Counter)> + use<'p> {
        let range = self.counters.get(agency.0).cloned().unwrap_or_default();
        range.map(|place| (place, &publication.counters[place].1))
    }

    /// The printed code in use at a counter.
    pub(super) fn code_of(&self, counter: usize) -> Option<PrintedCode> {
        self.codes.get(counter).copied().flatten()
    }

    /// The editions of an agency's procedures that a counter handles.
    pub(super) fn handled(
        &self,
        publication: &Publication,
        agency: AgencyIndex,
        handles: &Handles,
    ) -> Vec<EditionIndex> {
        let offered = publication.offered_by(agency).iter();
        offered
            .filter_map(|one| self.position(publication, &one.code))
            .map(|position| self.shown[position])
            .filter(|index| {
                let edition = publication.edition(*index);
                handles.includes(&edition.code, &edition.field)
            })
            .collect()
    }
}
