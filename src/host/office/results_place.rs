//! Whose results a page of the desk shows, and where it lies below `/desk/ket-qua`.

use crate::feedback::officer::{Action, Role, Target, may};
use crate::text::Slug;

/// Whose results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ResultsPlace {
    /// `ket-qua`: all agencies, one beside the other.
    All,
    /// `ket-qua/AGENCY`: an agency and its counters.
    Agency(Slug),
    /// `ket-qua/AGENCY/thu-tuc`: an agency by procedure.
    Procedures(Slug),
    /// `ket-qua/AGENCY/quay/COUNTER`: a counter.
    Counter(Slug, Slug),
}

impl ResultsPlace {
    /// The place of what follows `ket-qua/`.
    pub(super) fn of(below: &str) -> Option<Self> {
        let parts: Vec<&str> = below.split('/').collect();
        let slug = |text: &str| Slug::parse(text).ok();
        match parts[..] {
            [""] => Some(Self::All),
            [agency] => slug(agency).map(Self::Agency),
            [agency, "thu-tuc"] => slug(agency).map(Self::Procedures),
            [agency, "quay", counter] => Some(Self::Counter(slug(agency)?, slug(counter)?)),
            _ => None,
        }
    }

    /// Its address below `desk/`.
    pub(super) fn path(&self) -> String {
        match self {
            Self::All => "ket-qua".into(),
            Self::Agency(agency) => format!("ket-qua/{agency}"),
            Self::Procedures(agency) => format!("ket-qua/{agency}/thu-tuc"),
            Self::Counter(agency, counter) => format!("ket-qua/{agency}/quay/{counter}"),
        }
    }

    /// The agency whose results they are; none for all.
    pub(super) fn agency(&self) -> Option<&Slug> {
        match self {
            Self::All => None,
            Self::Agency(agency) | Self::Procedures(agency) | Self::Counter(agency, _) => {
                Some(agency)
            }
        }
    }

    /// Whether an officer in this role may see them. Who belongs to an agency is led from the list of all to the own
    /// one.
    pub(super) fn is_open_to(&self, role: &Role) -> bool {
        let target = match (self.agency(), role.agency()) {
            (Some(agency), _) => Target::of(agency),
            (None, Some(own)) => Target::of(own),
            (None, None) => return role == &Role::Province,
        };
        may(role, Action::SeeRatings, &target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_one_address_and_is_open_to_its_own() {
        let own = || Slug::parse("phuong-vi-du").unwrap();
        let places = [
            ResultsPlace::All,
            ResultsPlace::Agency(own()),
            ResultsPlace::Procedures(own()),
            ResultsPlace::Counter(own(), Slug::parse("quay-1").unwrap()),
        ];
        let other = Slug::parse("xa-khac").unwrap();
        for place in places {
            let path = place.path();
            let below = path.strip_prefix("ket-qua").unwrap().trim_start_matches('/');
            assert_eq!(ResultsPlace::of(below), Some(place.clone()));
            for role in [Role::Officer(own()), Role::Leader(own()), Role::Province] {
                assert!(place.is_open_to(&role), "{path} {role:?}");
            }
            let closed = place == ResultsPlace::All;
            for role in [Role::Officer(other.clone()), Role::Leader(other.clone())] {
                assert_eq!(place.is_open_to(&role), closed, "{path} {role:?}");
            }
            assert!(!place.is_open_to(&Role::Administrator));
        }
        for odd in ["a/b", "a/quay", "a/quay/b/c", "A", "a/thu-tuc/x", "../a"] {
            assert_eq!(ResultsPlace::of(odd), None, "{odd}");
        }
    }
}
