//! How criteria become a factor and the whole. Which one the official index takes is not known, and they differ
//! as soon as answers are missing or factors are of unequal length.

/// A way of summing up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aggregate {
    /// Every criterion weighs the same.
    CriteriaMean,
    /// Every factor weighs the same, and every criterion within its factor.
    FactorMean,
    /// Every answer weighs the same.
    Pooled,
}

impl Aggregate {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CriteriaMean, Self::FactorMean, Self::Pooled];

    /// The id by which outputs name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::CriteriaMean => "criteria_mean",
            Self::FactorMean => "factor_mean",
            Self::Pooled => "pooled",
        }
    }

    /// The aggregate of an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aggregate| aggregate.id() == id)
    }
}
