//! Where the bodies of editions come from. A publication does not know whether they lie in a cache
//! file, in memory or in a release; it only asks for one at a time.

use super::EditionIndex;
use crate::catalogue::procedure::Procedure;

/// Why a body could not be loaded.
#[derive(Debug, thiserror::Error)]
#[error("the stored body of edition {edition} could not be loaded: {reason}")]
pub struct BodyError {
    /// Which edition.
    pub edition: usize,
    /// What happened.
    pub reason: String,
}

/// A source of bodies, asked from several threads at once.
pub trait Bodies: Send + Sync {
    /// The body of one edition, fresh: the caller owns it and drops it when its page is written.
    fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError>;
}
