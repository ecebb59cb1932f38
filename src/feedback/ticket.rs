//! A one-time code that proved a visit, as it is kept with the rating: a random id and nothing else.

/// The id of a one-time code that was found genuine; one id proves one rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    /// Sixteen random bytes.
    pub id: [u8; 16],
}
