//! Why a field is refused. Only the reason is said here; its words, beside the field and in the
//! citizen's language, are the theme's, found by [`Reason::key`].

use super::TicketError;

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An answer is needed.
    Missing,
    /// No such field on this form.
    UnknownField,
    /// Sent twice, where one answer is asked for.
    Repeated,
    /// No such option.
    UnknownOption,
    /// More characters than there is room for.
    TooLong {
        /// The most characters.
        max: u16,
        /// How many there are.
        given: u32,
    },
    /// Not a whole number.
    NotANumber,
    /// A number too small or too great.
    OutOfBounds {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// "Don't know" together with an answer.
    Contradiction,
    /// A field that the page fills is damaged.
    Damaged,
    /// The questions have changed since the page was opened.
    SurveyChanged,
    /// More fields than any of our forms has.
    TooManyFields,
    /// Not of the shape of a one-time code.
    TicketMistyped,
    /// A one-time code that is not ours.
    TicketForged,
    /// A one-time code of another counter.
    TicketElsewhere,
    /// A one-time code whose last day has passed.
    TicketExpired,
    /// A one-time code that proved another rating before.
    TicketSpent,
    /// Fewer characters than can say what is meant.
    TooShort {
        /// The least characters.
        min: u16,
    },
    /// An identity number, where none is to be given.
    IdentityNumber,
    /// Not a telephone number.
    NotAPhone,
    /// Not an e-mail address.
    NotAnEmail,
    /// No way to answer was given.
    NoWayToAnswer,
    /// The box of consent was not ticked.
    NoConsent,
    /// Not of the shape of a tracking code.
    CodeMistyped,
    /// No matter has this tracking code.
    CodeUnknown,
}

impl Reason {
    /// The key of its words: `reason.<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::UnknownField => "unknown_field",
            Self::Repeated => "repeated",
            Self::UnknownOption => "unknown_option",
            Self::TooLong { .. } => "too_long",
            Self::NotANumber => "not_a_number",
            Self::OutOfBounds { .. } => "out_of_bounds",
            Self::Contradiction => "contradiction",
            Self::Damaged => "damaged",
            Self::SurveyChanged => "survey_changed",
            Self::TooManyFields => "too_many_fields",
            Self::TicketMistyped => "ticket_mistyped",
            Self::TicketForged => "ticket_forged",
            Self::TicketElsewhere => "ticket_elsewhere",
            Self::TicketExpired => "ticket_expired",
            Self::TicketSpent => "ticket_spent",
            Self::TooShort { .. } => "too_short",
            Self::IdentityNumber => "identity_number",
            Self::NotAPhone => "not_a_phone",
            Self::NotAnEmail => "not_an_email",
            Self::NoWayToAnswer => "no_way_to_answer",
            Self::NoConsent => "no_consent",
            Self::CodeMistyped => "code_mistyped",
            Self::CodeUnknown => "code_unknown",
        }
    }

    /// The figures that its words may name, by name.
    pub fn figures(&self) -> Vec<(&'static str, u32)> {
        match *self {
            Self::TooLong { max, given } => vec![("max", u32::from(max)), ("given", given)],
            Self::TooShort { min } => vec![("min", u32::from(min))],
            Self::OutOfBounds { min, max } => vec![("min", min), ("max", max)],
            _ => Vec::new(),
        }
    }
}

impl From<TicketError> for Reason {
    fn from(error: TicketError) -> Self {
        match error {
            TicketError::Forged => Self::TicketForged,
            TicketError::Expired { .. } => Self::TicketExpired,
        }
    }
}
