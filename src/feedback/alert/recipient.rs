//! Somebody who is told.

use super::{AlertKind, Audience, Facts, Target};
use crate::diagnostic::Tongue;
use crate::text::Slug;

/// A recipient of alerts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The id.
    pub id: [u8; 16],
    /// The agency that is told of; all agencies if none is named.
    pub agency: Option<Slug>,
    /// Where messages go.
    pub target: Target,
    /// In which tongues, in this order; at least one.
    pub tongues: Vec<Tongue>,
    /// Of what.
    pub kinds: Vec<AlertKind>,
    /// For whom they are counted.
    pub audience: Audience,
    /// When it was added, in milliseconds UTC.
    pub created_at: i64,
}

impl Recipient {
    /// What this recipient is told of some facts about an agency; none if nothing.
    pub fn told(&self, agency: &Slug, facts: &Facts) -> Option<Facts> {
        let wanted = self.agency.as_ref().is_none_or(|own| own == agency)
            && self.kinds.contains(&facts.kind());
        if wanted { facts.as_read_by(self.audience) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::super::New;
    use super::*;

    #[test]
    fn a_recipient_is_told_of_what_it_chose_at_its_agency() {
        let slug = |id| Slug::parse(id).unwrap();
        let one = Recipient {
            id: [1; 16],
            agency: Some(slug("phuong-vi-du")),
            target: Target::mail("lan@example.gov.vn").unwrap(),
            tongues: vec![Tongue::Vietnamese],
            kinds: vec![AlertKind::New],
            audience: Audience::Leader,
            created_at: 0,
        };
        let new = Facts::New(New { reopened: 1, ..New::default() });
        assert_eq!(one.told(&slug("phuong-vi-du"), &new), Some(new.clone()));
        assert_eq!(one.told(&slug("xa-dong-mau"), &new), None);
        let all = Recipient { agency: None, ..one.clone() };
        assert!(all.told(&slug("xa-dong-mau"), &new).is_some());
        let due = Facts::Burst { counters: Vec::new() };
        assert_eq!(one.told(&slug("phuong-vi-du"), &due), None);
    }
}
