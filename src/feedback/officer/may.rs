//! The one place that says what an officer may do. Everything at the desk asks here.

use super::{Action, Role, Target};

/// Whether an officer in this role may do this to that.
pub fn may(role: &Role, action: Action, target: &Target<'_>) -> bool {
    use Action as A;
    if action == A::KeepOwnAccount {
        return true;
    }
    match role {
        Role::Officer(own) => {
            let here = target.agency == Some(own);
            // What is said of a counter's own people does not go to the counter, unless somebody gave it there.
            let seen = !target.delicate || target.own;
            match action {
                A::SeeInbox
                | A::SeeRatings
                | A::KeyInSlips
                | A::SeeApologies
                | A::DraftApology
                | A::KeepMeasures => here,
                A::SeeMatter
                | A::OpenPersonalData
                | A::Accept
                | A::Note
                | A::PassOn
                | A::Answer
                | A::Close => here && seen,
                A::Assign
                | A::Refuse
                | A::JudgeRating
                | A::SignApology
                | A::SeeAudit
                | A::SeeOfficers
                | A::KeepOwnAccount => false,
            }
        }
        Role::Leader(own) => {
            let here = target.agency == Some(own);
            here && !matches!(action, A::SeeOfficers)
        }
        // The parent body sees everything of every agency and may move a matter, but answers for none.
        Role::Province => match action {
            A::SeeInbox | A::SeeMatter | A::Assign | A::Note | A::SeeRatings | A::SeeApologies => {
                target.agency.is_some()
            }
            A::SeeAudit => true,
            A::OpenPersonalData
            | A::Accept
            | A::PassOn
            | A::Refuse
            | A::Answer
            | A::Close
            | A::JudgeRating
            | A::KeyInSlips
            | A::DraftApology
            | A::SignApology
            | A::KeepMeasures
            | A::SeeOfficers
            | A::KeepOwnAccount => false,
        },
        // Who runs the machine sees who did what, and nothing of what citizens wrote.
        Role::Administrator => {
            matches!(action, A::SeeAudit | A::SeeOfficers) && target.agency.is_none()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::sample::slug;

    /// Who may, at the own agency, for a matter that is not delicate or belongs to none in particular:
    /// officer, leader, province, administrator; then whether it is done to an agency.
    const TABLE: [(Action, [bool; 4], bool); 20] = [
        (Action::KeepOwnAccount, [true, true, true, true], false),
        (Action::SeeInbox, [true, true, true, false], true),
        (Action::SeeMatter, [true, true, true, false], true),
        (Action::OpenPersonalData, [true, true, false, false], true),
        (Action::Accept, [true, true, false, false], true),
        (Action::Assign, [false, true, true, false], true),
        (Action::Note, [true, true, true, false], true),
        (Action::PassOn, [true, true, false, false], true),
        (Action::Refuse, [false, true, false, false], true),
        (Action::Answer, [true, true, false, false], true),
        (Action::Close, [true, true, false, false], true),
        (Action::SeeRatings, [true, true, true, false], true),
        (Action::JudgeRating, [false, true, false, false], true),
        (Action::KeyInSlips, [true, true, false, false], true),
        (Action::SeeApologies, [true, true, true, false], true),
        (Action::DraftApology, [true, true, false, false], true),
        (Action::SignApology, [false, true, false, false], true),
        (Action::KeepMeasures, [true, true, false, false], true),
        (Action::SeeAudit, [false, true, true, false], true),
        (Action::SeeOfficers, [false, false, false, true], false),
    ];

    fn roles() -> [Role; 4] {
        let own = || slug("phuong-vi-du");
        [Role::Officer(own()), Role::Leader(own()), Role::Province, Role::Administrator]
    }

    #[test]
    fn every_action_for_every_role_at_the_own_agency() {
        let own = slug("phuong-vi-du");
        assert_eq!(
            TABLE.map(|(action, ..)| action),
            Action::ALL,
            "a row for each action, in order"
        );
        for (action, expected, of_agency) in TABLE {
            let target = if of_agency { Target::of(&own) } else { Target::WHOLE };
            for (role, expected) in roles().iter().zip(expected) {
                assert_eq!(may(role, action, &target), expected, "{action:?} as {role:?}");
            }
        }
    }

    #[test]
    fn nobody_of_an_agency_reaches_into_another() {
        let other = slug("xa-dong-mau");
        for action in Action::ALL.into_iter().filter(|action| *action != Action::KeepOwnAccount) {
            for (delicate, own) in [(false, false), (false, true), (true, true)] {
                let there = Target::matter(&other, delicate, own);
                for role in &roles()[..2] {
                    assert!(!may(role, action, &there), "{action:?} as {role:?}");
                    assert!(!may(role, action, &Target::WHOLE), "{action:?} as {role:?}");
                }
                assert!(!may(&Role::Administrator, action, &there), "{action:?}");
            }
        }
        // The whole log is for those who belong to no agency.
        let [_, leader, province, administrator] = roles();
        assert!(may(&province, Action::SeeAudit, &Target::WHOLE));
        assert!(may(&administrator, Action::SeeAudit, &Target::WHOLE));
        assert!(!may(&leader, Action::SeeAudit, &Target::WHOLE));
    }

    #[test]
    fn what_is_said_of_a_counter_reaches_its_officers_only_when_given_to_them() {
        let own = slug("phuong-vi-du");
        let [officer, leader, province, _] = roles();
        let (unseen, given) = (Target::matter(&own, true, false), Target::matter(&own, true, true));
        for action in [
            Action::SeeMatter,
            Action::OpenPersonalData,
            Action::Accept,
            Action::Note,
            Action::PassOn,
            Action::Answer,
            Action::Close,
        ] {
            assert!(!may(&officer, action, &unseen) && may(&officer, action, &given), "{action:?}");
            assert!(may(&leader, action, &unseen), "{action:?}");
        }
        assert!(may(&province, Action::SeeMatter, &unseen));
        assert!(!may(&officer, Action::Assign, &given), "nobody gives it to himself");
    }
}
