//! How one answer counts. The text of the official formula could not be obtained, so the four that are in use
//! are all here, and every figure names the one that made it.

use super::Scoring;

/// A method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// The share of answers on the two best levels.
    Top2,
    /// The mean of levels 1 to 5, divided by 5.
    Mean5,
    /// The mean of levels that count evenly from 0 (worst) to 100 (best).
    Linear,
    /// The mean of 0, 1 and 2 points, divided by 2.
    Points012,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 4] = [Self::Top2, Self::Mean5, Self::Linear, Self::Points012];

    /// The id by which outputs name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Top2 => "top2",
            Self::Mean5 => "mean5",
            Self::Linear => "linear",
            Self::Points012 => "points012",
        }
    }

    /// The method of an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }

    /// Whether it can count answers that are scored so.
    pub fn fits(self, scoring: &Scoring) -> bool {
        match (self, scoring) {
            (Self::Top2, Scoring::Levels(levels)) => *levels >= 3,
            (Self::Mean5, Scoring::Levels(levels)) => *levels == 5,
            (Self::Linear, Scoring::Levels(levels)) => *levels >= 2,
            (Self::Points012, Scoring::Points(_)) => true,
            _ => false,
        }
    }

    /// Whether each answer counts as 0 or 1, so that a figure of one question is a share.
    pub fn is_share(self) -> bool {
        self == Self::Top2
    }

    /// What a score is worth, from 0 (worst) to 1 (best).
    pub(super) fn unit(self, scoring: &Scoring, score: u8) -> f64 {
        match self {
            Self::Top2 => f64::from(u8::from(score.saturating_add(1) >= scoring.best())),
            _ => f64::from(score - scoring.worst()) / scoring.span(),
        }
    }

    /// The figure, in per cent, of a mean worth from 0 to 1. All methods but `mean5` begin at 0; there the
    /// worst level alone makes 20.
    pub fn percent(self, unit: f64) -> f64 {
        match self {
            Self::Mean5 => 20.0 + 80.0 * unit,
            _ => 100.0 * unit,
        }
    }
}
