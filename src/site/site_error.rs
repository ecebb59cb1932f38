//! Why a site could not be built: one error, for the operator.

use std::path::PathBuf;

use crate::publication::BodyError;
use crate::publication::carried::CarriedError;
use crate::theme::ThemeError;

/// Why a build stopped.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A page could not be rendered.
    #[error("the page {path} could not be rendered")]
    Render {
        /// The page.
        path: String,
        /// What the theme said.
        #[source]
        source: ThemeError,
    },
    /// The frame of pages could not be rendered.
    #[error("the frame of the pages could not be rendered")]
    Frame(#[source] ThemeError),
    /// A body could not be loaded.
    #[error(transparent)]
    Body(#[from] BodyError),
    /// What the release carries of its content could not be packed.
    #[error(transparent)]
    Carried(#[from] CarriedError),
    /// The sink did not take a page.
    #[error("the page {path} could not be kept")]
    Sink {
        /// The page.
        path: String,
        /// What happened.
        #[source]
        source: std::io::Error,
    },
    /// A folder, a file or a manifest of the output could not be read or written.
    #[error("{path} could not be read or written")]
    Output {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A path that would leave the output folder.
    #[error("the path {0:?} leads out of the output folder")]
    Outside(String),
}
