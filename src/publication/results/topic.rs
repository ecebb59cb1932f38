//! What a figure is a figure of: the whole, a factor, a question, or how many rated at all.

use std::fmt;

use crate::feedback::satisfaction::{Figure, Index};
use crate::text::Slug;

/// What a figure of a cell is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// How many ratings there were.
    Ratings,
    /// The aggregate of all criteria.
    Whole,
    /// A factor.
    Factor(Slug),
    /// A question: a criterion, or the overall question.
    Question(Slug),
    /// The share with at most one extra trip: an index of its own, never a part of the whole.
    ExtraTrips,
}

/// Why a text is no topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a figure is of `whole`, `extra_trips`, `factor/<id>` or `question/<id>`")]
pub struct TopicError;

impl Topic {
    /// Reads `ratings`, `whole`, `extra_trips`, `factor/thai-do`, `question/hai-long`.
    pub fn parse(text: &str) -> Result<Self, TopicError> {
        let slug = |id: &str| Slug::parse(id).map_err(|_| TopicError);
        match text.split_once('/') {
            None if text == "ratings" => Ok(Self::Ratings),
            None if text == "whole" => Ok(Self::Whole),
            None if text == "extra_trips" => Ok(Self::ExtraTrips),
            Some(("factor", id)) => slug(id).map(Self::Factor),
            Some(("question", id)) => slug(id).map(Self::Question),
            _ => Err(TopicError),
        }
    }

    /// Its figure in an index; none of `Ratings` and `ExtraTrips`, and where nobody answered.
    pub fn figure_in<'i>(&self, index: &'i Index) -> Option<&'i Figure> {
        match self {
            Self::Ratings | Self::ExtraTrips => None,
            Self::Whole => index.whole.as_ref(),
            Self::Factor(id) => index.factors.iter().find(|one| one.factor == *id)?.figure.as_ref(),
            Self::Question(id) => {
                let criteria = index.factors.iter().flat_map(|factor| &factor.criteria);
                let mut all = criteria.chain(&index.overall);
                all.find(|one| one.question == *id)?.figure.as_ref()
            }
        }
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ratings => f.write_str("ratings"),
            Self::Whole => f.write_str("whole"),
            Self::ExtraTrips => f.write_str("extra_trips"),
            Self::Factor(id) => write!(f, "factor/{id}"),
            Self::Question(id) => write!(f, "question/{id}"),
        }
    }
}
