//! Bodies, papers and labels that no longer exist, so that no posted text sends people to them.

use crate::text::Date;

/// What has been abolished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AbolishedKind {
    /// A body: the district level, a merged department.
    Body,
    /// A paper that may no longer be demanded.
    Paper,
    /// A label, such as the old online service levels.
    Label,
}

/// An abolished body, paper or label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbolishedTerm {
    /// Its id.
    pub id: Box<str>,
    /// What it was.
    pub kind: AbolishedKind,
    /// The words by which it is recognised.
    pub words: Vec<Box<str>>,
    /// The first day without it.
    pub since: Date,
    /// The act that abolished it.
    pub act: Option<Box<str>>,
    /// What stands in its place.
    pub instead: Box<str>,
}
