//! What a posted procedure must state, by law: data, since the law has changed before.

use crate::text::Date;

/// A part of a procedure that a requirement can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the key of the same name in a procedure file")]
pub enum Part {
    Name,
    Steps,
    Channels,
    Cases,
    FileSets,
    Limit,
    Applicants,
    Bodies,
    Results,
    Conditions,
    Fees,
    Forms,
    Acts,
    Decision,
    Answerable,
}

/// How a part must be stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// It must be there.
    Stated,
    /// It must be there, or be said to be `none`.
    OrNone,
}

/// One required part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredPart {
    /// The part.
    pub part: Part,
    /// How it must be stated.
    pub requirement: Requirement,
    /// The law that asks for it.
    pub citation: Box<str>,
    /// From this day on.
    pub from: Option<Date>,
    /// Until the day before this one.
    pub to: Option<Date>,
}
