//! What the pages that a host makes at run time have to show. What they look like is the theme's affair.

use super::matter_scene::MatterScene;
use crate::catalogue::PrintedCode;
use crate::feedback::{Part, Reason, Rejection, Survey};
use crate::publication::RatingPlace;
use crate::theme::context::ThanksNote;

/// What a page shows.
#[derive(Debug)]
pub(super) enum Scene<'a> {
    /// The rating form, new or once more.
    Form(FormScene<'a>),
    /// One button that sends the same fields once more, now with a key.
    WithKey {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// Every field to send, in order.
        fields: &'a [(String, String)],
    },
    /// One button that sends the same fields once more, after a moment.
    Waiting {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// Every field to send, in order.
        fields: &'a [(String, String)],
        /// How long to wait.
        seconds: u64,
    },
    /// A one-time code with which a form was not taken, with all else that was typed; or one that is asked for
    /// after a rating was kept openly.
    Ticket {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// Every other field, in order.
        fields: &'a [(String, String)],
        /// The one-time code as it was typed.
        ticket: &'a str,
        /// Why it is asked for.
        why: TicketWhy,
        /// Whether the rating is kept already.
        kept: bool,
    },
    /// The procedures of a counter, to choose the one that is rated.
    ChooseProcedure {
        /// Where the code stands.
        place: &'a RatingPlace,
    },
    /// Thanks for a rating that is kept.
    Thanks(ThanksScene<'a>),
    /// A page about what citizens bring.
    Matter(MatterScene<'a>),
    /// What was found.
    Search(SearchScene<'a>),
    /// A code that was never printed, or that cannot be one.
    UnknownCode {
        /// The code, if what was asked for can be one.
        code: Option<PrintedCode>,
    },
    /// A code that was withdrawn; its place says what stands in its stead.
    RetiredCode {
        /// Where it stood.
        place: &'a RatingPlace,
    },
    /// A request that cannot be answered.
    Failure {
        /// The HTTP status.
        status: u16,
        /// Where the code stands, if the request was for one.
        place: Option<&'a RatingPlace>,
    },
}

/// What was found of what was typed.
#[derive(Debug)]
pub(super) struct SearchScene<'a> {
    /// The address of the list that the page's script reads.
    pub(super) list: String,
    /// What was typed.
    pub(super) query: String,
    /// How many procedures were found.
    pub(super) found: usize,
    /// Whether they only come near.
    pub(super) near: bool,
    /// The best of them: code, name, and whether the name is in the language that binds.
    pub(super) shown: Vec<(&'a str, (String, bool))>,
}

/// A rating form.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormScene<'a> {
    /// Where the code stands.
    pub(super) place: &'a RatingPlace,
    /// The survey that is open now.
    pub(super) survey: &'a Survey,
    /// The part of it.
    pub(super) part: Part,
    /// What was typed, and what is wrong; nothing is wrong with a form that is new or was not kept.
    pub(super) rejection: &'a Rejection,
    /// The key to carry on; 32 digits.
    pub(super) key: &'a str,
    /// The stamp to carry on; 64 digits.
    pub(super) stamp: &'a str,
    /// Why it is shown.
    pub(super) why: Why,
}

/// Why a form is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It was asked for; perhaps with a one-time code that proves nothing.
    Fresh {
        /// Why the code proves nothing.
        ticket: Option<Reason>,
    },
    /// It comes back, with this HTTP status, which says what happened to a form with which nothing is wrong.
    Returned(u16),
}

/// Why a one-time code is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TicketWhy {
    /// It has not been typed yet.
    Asked,
    /// What was typed proves nothing.
    Refused(Reason),
    /// It was not looked at, because too many that prove nothing came before.
    Waits {
        /// How long to wait.
        seconds: u64,
    },
    /// It could not be looked at; the fault is ours.
    NotKept,
}

/// Thanks, and what can still be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct ThanksScene<'a> {
    /// Where the code stands.
    pub(super) place: &'a RatingPlace,
    /// The survey that was answered.
    pub(super) survey: &'a Survey,
    /// The receipt, grouped for reading.
    pub(super) receipt: &'a str,
    /// The claim to carry on.
    pub(super) claim: &'a str,
    /// What was tapped, as a place among the answers from 1; 0 if it is not known.
    pub(super) chosen: u8,
    /// Whether that can still be changed.
    pub(super) can_replace: bool,
    /// The page of the survey to show; none after the last.
    pub(super) next: Option<usize>,
    /// Where a one-time code for it can be typed; none if it needs none or it is too late.
    pub(super) verify: Option<&'a str>,
    /// What became of the last thing that was sent.
    pub(super) note: Option<ThanksNote>,
    /// A page that was sent and comes back.
    pub(super) rejection: Option<&'a Rejection>,
}
