//! By which formulas a figure was made. It goes with the figure wherever that is shown: figures of different
//! bases are not compared, and no line is drawn from one to the other.

use std::fmt;

use super::{Aggregate, Method};

/// A method and an aggregate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Basis {
    /// How one answer counts.
    pub method: Method,
    /// How criteria are summed up. Named also with a figure of one criterion, on which it has no bearing.
    pub aggregate: Aggregate,
}

impl Basis {
    /// Every pair of a method and an aggregate.
    pub fn all() -> impl Iterator<Item = Self> {
        Method::ALL.into_iter().flat_map(|method| {
            Aggregate::ALL.into_iter().map(move |aggregate| Self { method, aggregate })
        })
    }
}

impl fmt::Display for Basis {
    /// `top2/pooled`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.method.id(), self.aggregate.id())
    }
}
