//! Kinds of requests, for the log and the metrics: enough to see how a host fares, too little to see who
//! asked for what.

/// A kind of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A page or a file of the release.
    Page,
    /// The page behind a printed code.
    RatingPage,
    /// A rating that is sent.
    RatingPost,
    /// The page with a receipt.
    Thanks,
    /// A page on which something is brought to an agency.
    MatterPage,
    /// Something that is brought.
    MatterPost,
    /// The page on which it is looked up.
    Tracking,
    /// The page on which a procedure is looked for.
    Search,
    /// The officers' desk.
    Desk,
    /// A question how the host is.
    Watch,
    /// Stopped by the guard.
    Stopped,
}

impl Class {
    /// All kinds, in the order of their numbers.
    pub(super) const ALL: [Self; 11] = [
        Self::Page,
        Self::RatingPage,
        Self::RatingPost,
        Self::Thanks,
        Self::MatterPage,
        Self::MatterPost,
        Self::Tracking,
        Self::Search,
        Self::Desk,
        Self::Watch,
        Self::Stopped,
    ];

    /// Its word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::RatingPage => "rating_page",
            Self::RatingPost => "rating_post",
            Self::Thanks => "thanks",
            Self::MatterPage => "matter_page",
            Self::MatterPost => "matter_post",
            Self::Tracking => "tracking",
            Self::Search => "search",
            Self::Desk => "desk",
            Self::Watch => "watch",
            Self::Stopped => "stopped",
        }
    }
}
