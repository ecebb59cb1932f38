//! One dimension of a table: places of which some are made up of others, such as counters of agencies of a province,
//! or months of quarters of a year.

/// Nodes by number; each comes after its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hierarchy {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
}

impl Hierarchy {
    /// From the parent of each node; none if there is no node or one does not come after its parent. The children
    /// of a node must make it up: what nobody shows apart needs a child of its own for the rest.
    pub fn new(parents: Vec<Option<usize>>) -> Option<Self> {
        let mut children = vec![Vec::new(); parents.len()];
        for (node, parent) in parents.iter().enumerate() {
            if let Some(parent) = *parent {
                if parent >= node {
                    return None;
                }
                children[parent].push(node);
            }
        }
        (!parents.is_empty()).then_some(Self { parents, children })
    }

    /// How many nodes.
    pub fn nodes(&self) -> usize {
        self.parents.len()
    }

    /// What a node is a part of.
    pub fn parent(&self, node: usize) -> Option<usize> {
        self.parents[node]
    }

    /// The parts of a node.
    pub fn children(&self, node: usize) -> &[usize] {
        &self.children[node]
    }

    /// Whether a node has no parts.
    pub fn is_leaf(&self, node: usize) -> bool {
        self.children[node].is_empty()
    }
}
