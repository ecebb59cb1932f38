//! Of whom results are: the site as a whole, an agency, a counter.

use std::fmt;

use crate::text::Slug;

/// Of whom a cell is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// All agencies of the site together.
    Site,
    /// An agency with all its counters.
    Agency(Slug),
    /// A counter, by its agency and its own id.
    Counter(Slug, Slug),
}

/// Why a text is no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a unit is `site`, an agency's id, or `<agency>/<counter>`")]
pub struct UnitError;

impl Unit {
    /// Reads `site`, `phuong-vi-du`, `phuong-vi-du/quay-1`.
    pub fn parse(text: &str) -> Result<Self, UnitError> {
        let slug = |id: &str| Slug::parse(id).map_err(|_| UnitError);
        match text.split_once('/') {
            None if text == "site" => Ok(Self::Site),
            None => slug(text).map(Self::Agency),
            Some((agency, counter)) => Ok(Self::Counter(slug(agency)?, slug(counter)?)),
        }
    }

    /// The agency, where it is one or a part of one.
    pub fn agency(&self) -> Option<&Slug> {
        match self {
            Self::Site => None,
            Self::Agency(agency) | Self::Counter(agency, _) => Some(agency),
        }
    }

    /// What it is a part of.
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::Site => None,
            Self::Agency(_) => Some(Self::Site),
            Self::Counter(agency, _) => Some(Self::Agency(agency.clone())),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site => f.write_str("site"),
            Self::Agency(agency) => agency.fmt(f),
            Self::Counter(agency, counter) => write!(f, "{agency}/{counter}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Topic, TopicError};
    use super::*;

    #[test]
    fn units_and_topics_are_written_in_one_way() {
        for written in ["site", "phuong-vi-du", "phuong-vi-du/quay-1"] {
            assert_eq!(Unit::parse(written).unwrap().to_string(), written);
        }
        for written in ["ratings", "whole", "factor/thai-do", "question/hai-long"] {
            assert_eq!(Topic::parse(written).unwrap().to_string(), written);
        }
        for odd in ["", "a/b/c", "A", "a/"] {
            assert_eq!(Unit::parse(odd), Err(UnitError), "{odd}");
        }
        for odd in ["", "hai-long", "factor/", "figure/a", "whole/a"] {
            assert_eq!(Topic::parse(odd), Err(TopicError), "{odd}");
        }
    }
}
