//! One statement of a listing.

use super::{About, Aspect, Value};

/// One statement: of what kind, said of what, and what is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Where it hangs, by ids: `channel:tai-quay/fee/le-phi`. Facts of one key on two sides are one fact.
    pub key: String,
    /// Of what kind it is.
    pub aspect: Aspect,
    /// Said of what, from the outside in.
    pub about: Vec<About>,
    /// What is said.
    pub value: Value,
}

/// The last part of the key of a statement in place of a list: that there is none, or the decision's own words.
pub(super) const STATEMENT: &str = "/-";

impl Fact {
    /// Whether the statement stands in place of a list.
    pub(super) fn is_statement(&self) -> bool {
        self.key.ends_with(STATEMENT)
    }

    /// Where what it belongs to hangs; empty at the root.
    pub(super) fn parent(&self) -> &str {
        self.key.rsplit_once('/').map_or("", |(parent, _)| parent)
    }
}
