//! The agencies that offer a procedure, where they are so many that their names would weigh its page
//! down: cut into pages of their own. Thousands of procedures are offered by the same agencies, so
//! each such group is weighed once.

use std::collections::HashMap;

use super::overhead::Overhead;
use super::paging::{Part, Room, Rows, cut};
use super::register::Register;
use crate::publication::AgencyIndex;
use crate::text::Scale;

/// Agencies that are listed with counters and telephone; beyond, only with their names.
pub(super) const DETAILED: usize = 12;

/// What their names may weigh on the page of the procedure, which is planned to have room for them.
const ON_THE_PAGE: usize = 600;

/// What the name of a procedure may weigh on the pages of its agencies.
const TITLE: usize = 900;

/// What an agency adds beside its name: compressed, and on the page.
const ROW: (usize, usize) = (14, 100);

/// Groups of agencies, in one language.
#[derive(Default)]
pub(super) struct OffererLists {
    /// For each shown procedure, its group; none where the agencies are few.
    of: Vec<Option<u32>>,
    /// For each group, what it weighs on one page, and the pages it is cut into.
    groups: Vec<(usize, Vec<Part>)>,
}

impl OffererLists {
    pub(super) fn new(overhead: Overhead<'_>, register: &Register, scale: &mut Scale) -> Self {
        let others = overhead.room(&[], scale).others.saturating_sub(TITLE);
        let mut lists = Self::default();
        let mut known: HashMap<Vec<AgencyIndex>, u32> = HashMap::new();
        for edition in &register.shown {
            let offerers = register.offerers(overhead.publication, *edition);
            let group = (offerers.len() > DETAILED).then(|| {
                let agencies: Vec<_> = offerers.map(|(_, offered)| offered.agency).collect();
                *known.entry(agencies).or_insert_with_key(|agencies| {
                    lists.groups.push(weighed(overhead, agencies, others, scale));
                    u32::try_from(lists.groups.len() - 1).unwrap_or(u32::MAX)
                })
            });
            lists.of.push(group);
        }
        lists
    }

    /// Whether the agencies of a procedure are too many for its page, by its place in `shown`.
    pub(super) fn are_heavy(&self, position: usize) -> bool {
        self.group(position).is_some_and(|(weight, _)| *weight > ON_THE_PAGE)
    }

    /// The pages of the agencies of a procedure; none where they are few.
    pub(super) fn parts(&self, position: usize) -> &[Part] {
        self.group(position).map_or(&[], |(_, parts)| parts)
    }

    fn group(&self, position: usize) -> Option<&(usize, Vec<Part>)> {
        self.groups.get(usize::try_from((*self.of.get(position)?)?).ok()?)
    }
}

fn weighed(
    overhead: Overhead<'_>,
    agencies: &[AgencyIndex],
    others: usize,
    scale: &mut Scale,
) -> (usize, Vec<Part>) {
    let rows = Offerers { overhead, agencies };
    scale.clear();
    (0..agencies.len()).for_each(|row| rows.put_row(row, scale));
    let weight = scale.weight();
    let whole = 0..agencies.len();
    (weight, cut(&rows, &[whole], Room { first: others, others }, scale))
}

/// Agencies by their short names.
struct Offerers<'a> {
    overhead: Overhead<'a>,
    agencies: &'a [AgencyIndex],
}

impl Rows for Offerers<'_> {
    fn put_row(&self, row: usize, scale: &mut Scale) {
        let agency = self.overhead.publication.agency(self.agencies[row]);
        scale.put_frame(ROW.0, ROW.1);
        scale.put(agency.id.as_str());
        self.overhead.put(&agency.short_name, scale);
    }
}
