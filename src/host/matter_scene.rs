//! What the pages about what citizens bring have to show.

use crate::feedback::matter::{Dues, MatterKind};
use crate::feedback::{Reason, Rejection};
use crate::publication::{Listing, MatterPlace};
use crate::store::StoredMatter;

/// What such a page shows.
#[derive(Debug)]
pub(super) enum MatterScene<'a> {
    /// Which way is the right one.
    Guide {
        /// The agency, if one is chosen.
        place: Option<&'a MatterPlace>,
        /// The procedure for which an agency is to be chosen.
        choose: Option<&'a Listing>,
    },
    /// A form, new or once more.
    Form(MatterFormScene<'a>),
    /// Thanks for what was received.
    Thanks {
        /// To which agency.
        place: &'a MatterPlace,
        /// What.
        kind: MatterKind,
        /// By when it is due.
        dues: Dues,
        /// The tracking code, grouped for reading, if it may still be shown.
        code: Option<String>,
    },
    /// Something that is looked up.
    Tracking(TrackingScene<'a>),
}

/// A form.
#[derive(Debug)]
pub(super) struct MatterFormScene<'a> {
    pub(super) kind: MatterKind,
    pub(super) place: &'a MatterPlace,
    /// What was typed, and what is wrong; nothing is wrong with a form that is new or was not received.
    pub(super) rejection: &'a Rejection,
    /// The key to carry on; 32 digits.
    pub(super) key: &'a str,
    /// The stamp to carry on; 64 digits.
    pub(super) stamp: &'a str,
    /// Why it is shown.
    pub(super) why: MatterWhy,
}

/// Why a form is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatterWhy {
    /// It was asked for.
    Fresh,
    /// Something in it is wrong.
    Rejected,
    /// It had no key of its own, and has one now.
    WithoutKey,
    /// Another site has sent it.
    Foreign,
    /// It has to wait, for so many seconds.
    Waits(u64),
    /// It could not be kept; the fault is ours.
    NotKept,
}

/// Something that is looked up.
#[derive(Debug, Default)]
pub(super) struct TrackingScene<'a> {
    /// The code as it was typed.
    pub(super) code: &'a str,
    /// What is wrong with it.
    pub(super) fault: Option<Reason>,
    /// How many seconds it has to wait.
    pub(super) wait: Option<u64>,
    /// What was found.
    pub(super) found: Option<&'a StoredMatter>,
    /// What became of the last thing that was sent.
    pub(super) note: Option<TrackingNote>,
    /// What was typed to ask once more, and what is wrong with it.
    pub(super) reopening: Option<(&'a str, Reason)>,
    /// The time, in milliseconds UTC.
    pub(super) now: i64,
}

/// What became of the last thing that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TrackingNote {
    /// It is looked at once more.
    Reopened,
    /// The contact was deleted, and with it the matter withdrawn.
    Withdrawn,
    /// The contact was deleted.
    Forgotten,
    /// It could not be done as things stand now.
    Changed,
    /// It could not be done; the fault is ours.
    NotKept,
}
