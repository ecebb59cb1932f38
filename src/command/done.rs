//! How a verb ended.

/// How a verb ended, when it could work at all.
pub(super) enum Done {
    Fine,
    Problems,
}
