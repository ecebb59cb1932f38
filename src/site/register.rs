//! Who offers what and who handles it, turned round once: a publication lists procedures by agency,
//! a page of a procedure asks the other way.

use std::collections::HashMap;
use std::ops::Range;

use crate::catalogue::law::Act;
use crate::catalogue::procedure::ProcedureCode;
use crate::catalogue::{Counter, PrintedCode};
use crate::publication::{AgencyIndex, EditionIndex, Offered, Publication};
use crate::text::Date;

/// The turned-round lists.
pub(super) struct Register {
    /// The edition shown of each procedure, in order of code.
    pub(super) shown: Vec<EditionIndex>,
    /// For each edition, the place of its procedure in `shown`.
    positions: Vec<u32>,
    /// For each place in [`Publication::offered`], the place of its procedure in `shown`.
    offered: Vec<Option<u32>>,
    /// For each shown procedure, who offers it: places in [`Publication::offered`].
    offerers: Vec<Vec<u32>>,
    /// For each place in [`Publication::offered`], the counters that handle it, in their order.
    handling: Vec<Vec<u32>>,
    /// For each agency, its counters: places in [`Publication::counters`].
    counters: Vec<Range<usize>>,
    /// For each counter, the printed code in use.
    codes: Vec<Option<PrintedCode>>,
    /// The place of each act in [`Publication::acts`] by its number: every page names several, and a search among
    /// thousands touches a dozen of them each time.
    acts: HashMap<Box<str>, usize>,
}

impl Register {
    pub(super) fn new(publication: &Publication, day: Date) -> Self {
        let shown = publication.shown(day);
        let mut register = Self {
            positions: positions(publication),
            offered: Vec::with_capacity(publication.offered.len()),
            offerers: vec![Vec::new(); shown.len()],
            handling: vec![Vec::new(); publication.offered.len()],
            counters: Vec::new(),
            codes: Vec::new(),
            acts: places_of(&publication.acts),
            shown,
        };
        for (place, offered) in (0..).zip(&publication.offered) {
            let position = register.position(publication, &offered.code);
            if let Some(position) = position {
                register.offerers[position].push(place);
            }
            register.offered.push(position.and_then(|position| u32::try_from(position).ok()));
        }
        for agency in 0..publication.agencies.len() {
            let start = publication.counters.partition_point(|(at, _)| at.0 < agency);
            let end = publication.counters.partition_point(|(at, _)| at.0 <= agency);
            register.counters.push(start..end);
            register.note_handling(publication, AgencyIndex(agency));
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

    /// Notes which counters of an agency handle what it offers. Asked once for all: a counter may
    /// list hundreds of codes, and a page that searched the lists of twenty counters spent more on
    /// that than on its words.
    fn note_handling(&mut self, publication: &Publication, agency: AgencyIndex) {
        let mut by_code: HashMap<&str, Vec<u32>> = HashMap::new();
        let mut by_field: HashMap<&str, Vec<u32>> = HashMap::new();
        for place in self.counters[agency.0].clone() {
            let handles = &publication.counters[place].1.handles;
            let Ok(place) = u32::try_from(place) else { continue };
            for code in &handles.codes {
                by_code.entry(code.as_str()).or_default().push(place);
            }
            for field in &handles.fields {
                by_field.entry(field.as_str()).or_default().push(place);
            }
        }
        for place in publication.offered_range(agency) {
            let Some(index) = self.edition_offered(place) else { continue };
            let code = &publication.offered[place].code;
            let field = publication.edition(index).field.as_str();
            let named = by_code.get(code.as_str()).into_iter();
            let mut counters: Vec<u32> =
                named.chain(by_field.get(field)).flatten().copied().collect();
            counters.sort_unstable();
            counters.dedup();
            counters.retain(|counter| {
                !publication.counters[*counter as usize].1.handles.except.contains(code)
            });
            self.handling[place] = counters;
        }
    }

    /// The place of a procedure in `shown`, by its code.
    fn position(&self, publication: &Publication, code: &ProcedureCode) -> Option<usize> {
        self.shown.binary_search_by(|index| publication.edition(*index).code.cmp(code)).ok()
    }

    /// The place of an edition's procedure in `shown`.
    pub(super) fn position_of(&self, edition: EditionIndex) -> usize {
        self.positions[edition.0] as usize
    }

    /// The edition shown of what an agency offers, by its place in [`Publication::offered`].
    pub(super) fn edition_offered(&self, place: usize) -> Option<EditionIndex> {
        self.offered[place].map(|position| self.shown[position as usize])
    }

    /// Who offers the procedure of an edition, in order of agency.
    pub(super) fn offerers<'p>(
        &'p self,
        publication: &'p Publication,
        edition: EditionIndex,
    ) -> impl ExactSizeIterator<Item = (usize, &'p Offered)> + Clone {
        let places = &self.offerers[self.position_of(edition)];
        places.iter().map(|place| (*place as usize, &publication.offered[*place as usize]))
    }

    /// The counters that handle what an agency offers, by its place in [`Publication::offered`].
    pub(super) fn handling(&self, offered: usize) -> impl Iterator<Item = usize> {
        self.handling[offered].iter().map(|counter| *counter as usize)
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

    /// The act of that number.
    pub(super) fn act<'p>(&self, publication: &'p Publication, number: &str) -> Option<&'p Act> {
        self.acts.get(number).map(|place| &publication.acts[*place])
    }

    /// The printed code in use at a counter.
    pub(super) fn code_of(&self, counter: usize) -> Option<PrintedCode> {
        self.codes.get(counter).copied().flatten()
    }

    /// The editions of its agency's procedures that a counter handles.
    pub(super) fn handled(&self, publication: &Publication, counter: usize) -> Vec<EditionIndex> {
        let agency = publication.counters[counter].0;
        let own = publication.offered_range(agency);
        own.filter(|place| self.handling(*place).any(|one| one == counter))
            .filter_map(|place| self.edition_offered(place))
            .collect()
    }
}

/// The place of each act by its number.
fn places_of(acts: &[Act]) -> HashMap<Box<str>, usize> {
    acts.iter().enumerate().map(|(place, act)| (act.number.clone(), place)).collect()
}

/// For each edition, the number of its procedure in order of code.
fn positions(publication: &Publication) -> Vec<u32> {
    let runs = publication.editions.chunk_by(|one, next| one.code == next.code);
    let numbered = (0..).zip(runs);
    numbered.flat_map(|(position, run)| std::iter::repeat_n(position, run.len())).collect()
}
