//! What of a table is shown and what is withheld.

use std::collections::BTreeSet;

use super::CrossTable;
use super::deduction::{Sums, leaks};

/// What is to be shown, and what already is.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// How many answers are behind each cell.
    pub table: &'a CrossTable,
    /// Cells that are to be shown, if they may.
    pub offered: BTreeSet<usize>,
    /// Cells that anybody can read already, in whatever file. They stay as they were published: shown anew with a
    /// few answers more, they would tell what those few answered.
    pub published: BTreeSet<usize>,
    /// Cells that were withheld in files that are published. They stay withheld.
    pub withheld_before: BTreeSet<usize>,
    /// The fewest answers that a shown cell may have; 10 unless an agency decides otherwise.
    pub threshold: u64,
}

/// What becomes of the cells that were offered. A reader is not told which are withheld for their own smallness and
/// which for another's: that alone would tell something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withholding {
    /// Shown, cells without any answer among them.
    pub shown: BTreeSet<usize>,
    /// Withheld.
    pub withheld: BTreeSet<usize>,
    /// Secret cells that follow from what is published already, whatever is done now. Someone must be told.
    pub exposed: BTreeSet<usize>,
}

impl Request<'_> {
    /// The threshold where nobody decided one.
    pub const THRESHOLD: u64 = 10;
}

impl Withholding {
    /// Withholds small cells, and others with them until none of them follows from what is shown.
    pub fn of(request: &Request<'_>) -> Self {
        let mut plan = Plan::new(request);
        let mut unknown: BTreeSet<usize> =
            (0..request.table.cells()).filter(|cell| !plan.is_known(*cell)).collect();
        // Near to which cells something may follow that did not follow before: at first anywhere.
        let mut changed = unknown.clone();
        plan.fresh = plan.secret.iter().copied().collect();
        loop {
            plan.close_sums();
            let fresh = std::mem::take(&mut plan.fresh);
            unknown.extend(fresh.iter().copied());
            changed.extend(fresh);
            let (table, secret) = (request.table, &plan.secret);
            let leaks = leaks(table, &plan.sums, &unknown, secret, request.threshold, &changed);
            changed.clear();
            let mut touched = BTreeSet::new();
            let mut open = leaks
                .into_iter()
                .filter(|cells| !cells.iter().all(|cell| plan.exposed.contains(cell)))
                .peekable();
            if open.peek().is_none() {
                return plan.done();
            }
            // Of leaks that stand near each other one a time: closing it may close the others.
            for cells in open.collect::<Vec<_>>() {
                changed.extend(cells.iter().copied());
                let near = plan.near(&cells);
                if !near.is_disjoint(&touched) {
                    continue;
                }
                match plan.against(&cells, &near, &unknown) {
                    Some(cell) => plan.withhold(cell),
                    // After others were closed it may be closed too: the next round tells.
                    None if !touched.is_empty() => continue,
                    None => plan.exposed.extend(cells),
                }
                touched.extend(near);
            }
        }
    }
}

/// What is decided so far.
struct Plan<'a> {
    request: &'a Request<'a>,
    shown: BTreeSet<usize>,
    /// What anybody can read or reckon already.
    open: BTreeSet<usize>,
    /// What must not follow: all that is withheld, and every small cell, offered or not.
    secret: BTreeSet<usize>,
    exposed: BTreeSet<usize>,
    /// Withheld since sums were last looked at alone, and since all were looked at together.
    fresh: Vec<usize>,
    sums: Sums,
}

impl<'a> Plan<'a> {
    fn new(request: &'a Request<'a>) -> Self {
        let Request { table, offered, published, withheld_before, threshold } = request;
        let small = |cell: &usize| (1..*threshold).contains(&table.n(*cell));
        let mut secret: BTreeSet<usize> =
            (0..table.cells()).filter(small).chain(withheld_before.iter().copied()).collect();
        secret.retain(|cell| !published.contains(cell) && table.n(*cell) > 0);
        let shown = offered.difference(&secret).copied().collect();
        let (open, exposed) = (published.clone(), BTreeSet::new());
        let (fresh, sums) = (Vec::new(), Sums::of(table));
        let mut plan = Self { request, shown, open, secret, exposed, fresh, sums };
        plan.open_what_follows();
        plan
    }

    /// To withhold what follows from published files would help nobody.
    fn open_what_follows(&mut self) {
        let Request { table, published, offered, threshold, .. } = self.request;
        if published.is_empty() {
            return;
        }
        let told = |cell: &usize| published.contains(cell) || table.n(*cell) == 0;
        let unknown: BTreeSet<usize> = (0..table.cells()).filter(|cell| !told(cell)).collect();
        let asked: BTreeSet<usize> = unknown.intersection(offered).copied().collect();
        let follows = leaks(table, &self.sums, &unknown, &asked, *threshold, &unknown).into_iter();
        let alone = follows.filter_map(|cells| match cells[..] {
            [cell] if !self.secret.contains(&cell) => Some(cell),
            _ => None,
        });
        self.open.extend(alone.collect::<Vec<_>>());
    }

    /// Whether anybody can read it. Of a cell without answers everybody knows.
    fn is_known(&self, cell: usize) -> bool {
        self.shown.contains(&cell) || self.open.contains(&cell) || self.request.table.n(cell) == 0
    }

    /// Sees to what follows from one sum alone, which is nearly all: a secret that is the only unknown of a sum,
    /// or unknown parts of a known total that are too few together.
    fn close_sums(&mut self) {
        // Nothing changes in a sum that none of these stands in.
        let mut waiting = self.fresh.clone();
        while let Some(cell) = waiting.pop() {
            for relation in self.request.table.relations(cell) {
                let parts: Vec<usize> =
                    relation.parts.iter().copied().filter(|part| !self.is_known(*part)).collect();
                let total_known = self.is_known(relation.total);
                let answers: u64 = parts.iter().map(|part| self.request.table.n(*part)).sum();
                let alone = match (total_known, &parts[..]) {
                    (true, [part]) => *part == cell,
                    (false, []) => relation.total == cell,
                    _ => false,
                };
                let few = total_known && !parts.is_empty() && answers < self.request.threshold;
                if (alone || few) && !self.exposed.contains(&cell) {
                    let members = relation.parts.iter().copied().chain([relation.total]);
                    if let Some(other) = self.cheapest(members, relation.total) {
                        self.withhold(other);
                        waiting.extend([cell, other]);
                    }
                }
            }
        }
    }

    /// All cells that stand in a sum with one of these.
    fn near(&self, cells: &[usize]) -> BTreeSet<usize> {
        let relations = cells.iter().flat_map(|cell| self.request.table.relations(*cell));
        relations.flat_map(|relation| relation.parts.into_iter().chain([relation.total])).collect()
    }

    /// The cell to withhold against a leak; none where nothing is left to withhold.
    fn against(
        &self,
        cells: &[usize],
        near: &BTreeSet<usize>,
        unknown: &BTreeSet<usize>,
    ) -> Option<usize> {
        self.cheapest(near.iter().copied(), usize::MAX).or_else(|| {
            // What else hangs together with them, by way of unknown cells.
            let mut reached: BTreeSet<usize> = cells.iter().copied().collect();
            let mut waiting: Vec<usize> = cells.to_vec();
            let mut around = BTreeSet::new();
            while let Some(cell) = waiting.pop() {
                for relation in self.request.table.relations(cell) {
                    for member in relation.parts.into_iter().chain([relation.total]) {
                        if !unknown.contains(&member) {
                            around.insert(member);
                        } else if reached.insert(member) {
                            waiting.push(member);
                        }
                    }
                }
            }
            self.cheapest(around.into_iter(), usize::MAX)
        })
    }

    /// The cell that costs least to withhold: rather a part than the total, rather one that opens no new sum, rather
    /// one with few answers.
    fn cheapest(&self, among: impl Iterator<Item = usize>, total: usize) -> Option<usize> {
        let table = self.request.table;
        let may = |cell: &usize| {
            self.shown.contains(cell) && !self.open.contains(cell) && table.n(*cell) > 0
        };
        let cost = |cell: &usize| {
            let relations = table.relations(*cell);
            let untouched = relations.iter().filter(|relation| {
                let mut members = relation.parts.iter().chain([&relation.total]);
                members.all(|member| self.is_known(*member))
            });
            let totals = relations.iter().filter(|relation| relation.total == *cell).count();
            (*cell == total, totals, untouched.count(), table.n(*cell), *cell)
        };
        among.filter(may).min_by_key(cost)
    }

    fn withhold(&mut self, cell: usize) {
        self.shown.remove(&cell);
        self.secret.insert(cell);
        self.fresh.push(cell);
    }

    fn done(self) -> Withholding {
        let mut withheld = self.request.offered.clone();
        withheld.retain(|cell| !self.shown.contains(cell));
        Withholding { shown: self.shown, withheld, exposed: self.exposed }
    }
}
