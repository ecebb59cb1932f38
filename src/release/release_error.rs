//! What can go wrong with a release on disk, told to the operator with the file and with what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::FormatError;

/// Why a release could not be opened, published or proved.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseError {
    /// The folder has no `current`.
    #[error("{} holds no release: build the site first", folder.display())]
    NoRelease {
        /// The folder.
        folder: PathBuf,
    },
    /// `current` does not hold the name of an index.
    #[error("{} does not name an index: build the site again", file.display())]
    Current {
        /// The file.
        file: PathBuf,
    },
    /// The system refused.
    #[error("cannot {action} {}", file.display())]
    Io {
        /// What was tried: `read`, `write`, `map` …
        action: &'static str,
        /// On which file or folder.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that breaks the format.
    #[error("{} cannot be used: build the site again", file.display())]
    Format {
        /// The file.
        file: PathBuf,
        /// The rule it breaks.
        source: FormatError,
    },
    /// A file whose bytes are not those that its name promises.
    #[error("{} was altered after it was written: build the site again", file.display())]
    Altered {
        /// The file.
        file: PathBuf,
    },
    /// The site that was to be published breaks a rule of the format.
    #[error("this site cannot be published")]
    Refused(#[from] FormatError),
    /// Somebody else is publishing into the folder.
    #[error("another program is publishing into {}: wait for it or stop it", folder.display())]
    Busy {
        /// The folder.
        folder: PathBuf,
    },
}

impl ReleaseError {
    /// For `map_err`: what was tried on which file.
    pub(super) fn io(action: &'static str, file: &Path) -> impl FnOnce(io::Error) -> Self {
        let file = file.to_owned();
        move |source| Self::Io { action, file, source }
    }

    /// Whether a file was not there, as when a publisher cleared it away a moment ago.
    pub fn is_missing_file(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }
}
