//! What an officer is there for. A role of an agency names the agency; the others reach further or not at all
//! into what citizens wrote.

use crate::text::Slug;

/// The role of an officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Works on what the agency received.
    Officer(Slug),
    /// Leads the agency: assigns, decides, sees what is said about its own people first.
    Leader(Slug),
    /// The parent body: sees all agencies and may assign, but answers for none of them.
    Province,
    /// Runs the installation: accounts and the audit log, and nothing that citizens wrote.
    Administrator,
}

/// Which agencies a role sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// This one.
    Agency(&'a Slug),
    /// All.
    All,
    /// None.
    Nothing,
}

/// Why words do not name a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoleError {
    /// No such word.
    #[error("a role is officer, leader, province or administrator")]
    Unknown,
    /// The role belongs to an agency.
    #[error("an officer or leader belongs to an agency; name it with --agency")]
    NoAgency,
    /// The role belongs to none.
    #[error("a province or administrator belongs to no agency; leave out --agency")]
    NeedlessAgency,
}

impl Role {
    /// The role of a word, with the agency where it belongs to one.
    pub fn of(word: &str, agency: Option<Slug>) -> Result<Self, RoleError> {
        match (word, agency) {
            ("officer", Some(agency)) => Ok(Self::Officer(agency)),
            ("leader", Some(agency)) => Ok(Self::Leader(agency)),
            ("officer" | "leader", None) => Err(RoleError::NoAgency),
            ("province", None) => Ok(Self::Province),
            ("administrator", None) => Ok(Self::Administrator),
            ("province" | "administrator", Some(_)) => Err(RoleError::NeedlessAgency),
            _ => Err(RoleError::Unknown),
        }
    }

    /// Its word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Officer(_) => "officer",
            Self::Leader(_) => "leader",
            Self::Province => "province",
            Self::Administrator => "administrator",
        }
    }

    /// The agency it belongs to.
    pub fn agency(&self) -> Option<&Slug> {
        match self {
            Self::Officer(agency) | Self::Leader(agency) => Some(agency),
            Self::Province | Self::Administrator => None,
        }
    }

    /// Whose matters it sees.
    pub fn scope(&self) -> Scope<'_> {
        match self {
            Self::Officer(agency) | Self::Leader(agency) => Scope::Agency(agency),
            Self::Province => Scope::All,
            Self::Administrator => Scope::Nothing,
        }
    }

    /// Whether a password alone is not enough to sign in.
    pub fn needs_second_factor(&self) -> bool {
        matches!(self, Self::Administrator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_written_and_read_with_its_agency() {
        let agency = || Slug::parse("phuong-vi-du").ok();
        for (word, agency) in [
            ("officer", agency()),
            ("leader", agency()),
            ("province", None),
            ("administrator", None),
        ] {
            let role = Role::of(word, agency.clone()).unwrap();
            assert_eq!((role.word(), role.agency()), (word, agency.as_ref()));
        }
        assert_eq!(Role::of("leader", None), Err(RoleError::NoAgency));
        assert_eq!(Role::of("province", agency()), Err(RoleError::NeedlessAgency));
        assert_eq!(Role::of("root", None), Err(RoleError::Unknown));
    }
}
