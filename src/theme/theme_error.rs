//! Why a theme could not be read or a page not rendered: one error, for the operator.

/// What went wrong with a theme.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// A file of the theme folder could not be read.
    #[error("the theme file {file} could not be read")]
    Read {
        /// The file, within the theme folder.
        file: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A file of the theme folder is not UTF-8 text.
    #[error("the theme file {0} is not UTF-8 text")]
    NotText(String),
    /// A file of words is not a flat JSON object of strings.
    #[error("{file} must be one JSON object whose values are strings: {reason}")]
    Words {
        /// The file, within the theme folder.
        file: String,
        /// What the reader said, with line and column.
        reason: String,
    },
    /// The templates do not parse, or name each other wrongly.
    #[error("the templates cannot be used: {0}")]
    Templates(String),
    /// A page could not be rendered.
    #[error("{template}: {reason}")]
    Render {
        /// The template that was asked for.
        template: &'static str,
        /// What the template engine said, with the place in the template.
        reason: String,
    },
    /// A bundle from a release does not hold a theme.
    #[error("the theme inside the release cannot be read: {0}")]
    Bundle(String),
}
