//! What can be done at the desk, and to what.

use crate::text::Slug;

/// Something done at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// See one's own sessions, end them, set up one-time numbers. Nobody else's.
    KeepOwnAccount,
    /// See which matters there are.
    SeeInbox,
    /// See a matter: what was written, the posted listing beside it, its history.
    SeeMatter,
    /// See name and contact of whoever wrote; each opening is logged.
    OpenPersonalData,
    /// Take a matter on.
    Accept,
    /// Give a matter to an officer.
    Assign,
    /// Write a note that only the desk reads.
    Note,
    /// Hand a matter to the body that is competent.
    PassOn,
    /// Refuse a matter, with the reason.
    Refuse,
    /// Answer a matter.
    Answer,
    /// Close a matter that was answered.
    Close,
    /// See ratings, as coarsened, and those in quarantine.
    SeeRatings,
    /// Let a rating out of quarantine or put it there.
    JudgeRating,
    /// Key in slips of paper.
    KeyInSlips,
    /// See the register of apologies, what is owed, and the measures against weak criteria.
    SeeApologies,
    /// Draft an apology and its letter, key in what is overdue.
    DraftApology,
    /// Sign an apology.
    SignApology,
    /// Say what is done about a weak criterion, and choose words of citizens for a report.
    KeepMeasures,
    /// Read the audit log.
    SeeAudit,
    /// See the accounts.
    SeeOfficers,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::KeepOwnAccount,
        Self::SeeInbox,
        Self::SeeMatter,
        Self::OpenPersonalData,
        Self::Accept,
        Self::Assign,
        Self::Note,
        Self::PassOn,
        Self::Refuse,
        Self::Answer,
        Self::Close,
        Self::SeeRatings,
        Self::JudgeRating,
        Self::KeyInSlips,
        Self::SeeApologies,
        Self::DraftApology,
        Self::SignApology,
        Self::KeepMeasures,
        Self::SeeAudit,
        Self::SeeOfficers,
    ];
}

/// What an action is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// The agency it belongs to; none for what belongs to the whole installation or to nobody but the
    /// officer.
    pub agency: Option<&'a Slug>,
    /// Whether it is about papers, fees or attitude at a counter: then the leader and the parent body see it
    /// first, and officers only when it was given to them.
    pub delicate: bool,
    /// Whether it was given to the officer who acts.
    pub own: bool,
}

impl<'a> Target<'a> {
    /// Nothing in particular: the whole installation, or the officer's own account.
    pub const WHOLE: Self = Self { agency: None, delicate: false, own: false };

    /// What belongs to an agency.
    pub fn of(agency: &'a Slug) -> Self {
        Self { agency: Some(agency), delicate: false, own: false }
    }

    /// A case of an agency that was or was not given to the officer who acts.
    pub fn matter(agency: &'a Slug, delicate: bool, own: bool) -> Self {
        Self { agency: Some(agency), delicate, own }
    }
}
