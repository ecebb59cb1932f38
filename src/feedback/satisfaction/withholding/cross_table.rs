//! How many answers are behind every cell of a table with several dimensions, totals and all.

use super::Hierarchy;

/// A table. A cell is a number; [`CrossTable::cell`] finds it by a node of every dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossTable {
    dimensions: Vec<Hierarchy>,
    n: Vec<u64>,
}

/// A cell that is the sum of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) total: usize,
    pub(super) parts: Vec<usize>,
}

impl Relation {
    /// The total and the parts.
    pub(super) fn cells(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.total).chain(self.parts.iter().copied())
    }
}

impl CrossTable {
    /// A table from the answers behind each of its finest cells, named by a leaf of every dimension.
    pub fn new(dimensions: Vec<Hierarchy>, answers: impl Fn(&[usize]) -> u64) -> Self {
        let cells = dimensions.iter().map(Hierarchy::nodes).product();
        let mut table = Self { dimensions, n: vec![0; cells] };
        for cell in 0..cells {
            let nodes = table.nodes(cell);
            if table.dimensions.iter().zip(&nodes).all(|(dimension, node)| dimension.is_leaf(*node))
            {
                table.n[cell] = answers(&nodes);
            }
        }
        // One dimension after the other, parts before totals.
        for at in 0..table.dimensions.len() {
            for cell in (0..cells).rev() {
                let mut nodes = table.nodes(cell);
                if let Some(parent) = table.dimensions[at].parent(nodes[at]) {
                    nodes[at] = parent;
                    let total = table.cell(&nodes);
                    table.n[total] += table.n[cell];
                }
            }
        }
        table
    }

    /// How many cells.
    pub fn cells(&self) -> usize {
        self.n.len()
    }

    /// The cell of a node of every dimension.
    pub fn cell(&self, nodes: &[usize]) -> usize {
        self.dimensions.iter().zip(nodes).fold(0, |cell, (one, node)| cell * one.nodes() + node)
    }

    /// The nodes of a cell.
    pub fn nodes(&self, cell: usize) -> Vec<usize> {
        let mut left = cell;
        let mut nodes: Vec<usize> = self
            .dimensions
            .iter()
            .rev()
            .map(|dimension| {
                let node = left % dimension.nodes();
                left /= dimension.nodes();
                node
            })
            .collect();
        nodes.reverse();
        nodes
    }

    /// How many answers are behind a cell.
    pub fn n(&self, cell: usize) -> u64 {
        self.n[cell]
    }

    /// All sums in which a cell is the total or a part.
    pub(super) fn relations(&self, cell: usize) -> Vec<Relation> {
        let nodes = self.nodes(cell);
        let mut found = Vec::new();
        for at in 0..self.dimensions.len() {
            found.extend(self.relation(&nodes, at));
            if let Some(parent) = self.dimensions[at].parent(nodes[at]) {
                let mut above = nodes.clone();
                above[at] = parent;
                found.extend(self.relation(&above, at));
            }
        }
        found
    }

    /// The sum by which a cell that is no finest one is made up, along the first dimension that can. All other sums
    /// follow from these.
    pub(super) fn definition(&self, cell: usize) -> Option<Relation> {
        let nodes = self.nodes(cell);
        (0..self.dimensions.len()).find_map(|at| self.relation(&nodes, at))
    }

    /// A total and its parts along one dimension.
    fn relation(&self, nodes: &[usize], at: usize) -> Option<Relation> {
        let children = self.dimensions[at].children(nodes[at]);
        let part = |child: &usize| {
            let mut nodes = nodes.to_vec();
            nodes[at] = *child;
            self.cell(&nodes)
        };
        let parts: Vec<usize> = children.iter().map(part).collect();
        (!parts.is_empty()).then(|| Relation { total: self.cell(nodes), parts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_sums_along_every_dimension() {
        let units = Hierarchy::new(vec![None, Some(0), Some(0), Some(1), Some(1)]).unwrap();
        let months = Hierarchy::new(vec![None, Some(0), Some(0), Some(0)]).unwrap();
        let table = CrossTable::new(vec![units, months], |nodes| {
            u64::try_from(nodes[0] * 10 + nodes[1]).unwrap()
        });
        assert_eq!(table.n(table.cell(&[3, 2])), 32);
        assert_eq!(table.n(table.cell(&[1, 2])), 32 + 42);
        assert_eq!(table.n(table.cell(&[0, 0])), 3 * (20 + 30 + 40) + 3 * 6);
        assert_eq!(table.nodes(table.cell(&[4, 3])), [4, 3]);
        let defined = (0..table.cells()).filter(|cell| table.definition(*cell).is_some());
        assert_eq!(defined.count(), 20 - 3 * 3);
        let of_total = table.relations(table.cell(&[1, 0]));
        let totals: Vec<Vec<usize>> = of_total.iter().map(|one| table.nodes(one.total)).collect();
        assert_eq!(totals, [vec![1, 0], vec![0, 0], vec![1, 0]]);
        assert_eq!(Hierarchy::new(vec![Some(0)]), None);
        assert_eq!(Hierarchy::new(Vec::new()), None);
    }
}
