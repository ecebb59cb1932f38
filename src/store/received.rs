//! What became of a matter that was brought.

/// How a matter was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// It is on the disk now.
    New,
    /// A matter with this tracking code was there before; what was sent now is not looked at.
    Already,
}
