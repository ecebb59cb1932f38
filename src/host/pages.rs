//! The pages that a host makes at run time, as it asks for them. What they look like is the theme's
//! affair; [`super::ThemedPages`] joins the two.

use crate::catalogue::PrintedCode;
use crate::feedback::{Rejection, Survey};
use crate::publication::{RatingDesk, RatingPlace};
use crate::text::Language;

/// Makes pages.
pub trait Pages: Send + Sync {
    /// The content security policy of all pages, for the header.
    fn policy(&self) -> String;

    /// A page as HTML. `home` leads from it to the root of the site: `/`, or an absolute address.
    fn page(
        &self,
        desk: &RatingDesk,
        scene: &Scene<'_>,
        language: Language,
        home: &str,
    ) -> Result<Vec<u8>, PageError>;
}

/// What a page shows.
#[derive(Debug)]
pub enum Scene<'a> {
    /// The rating form again, with all that was typed and what is wrong with it.
    Again {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// The survey that is open now.
        survey: &'a Survey,
        /// What was typed, and what is wrong.
        rejection: &'a Rejection,
        /// The key to carry on; 32 digits.
        key: &'a str,
        /// The stamp to carry on; 64 digits.
        stamp: &'a str,
    },
    /// One button that sends the same fields once more.
    SendAgain {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// Every field to send, in order.
        fields: &'a [(String, String)],
        /// Why once more.
        why: Why,
    },
    /// Thanks for a rating that is kept.
    Thanks {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// The receipt, grouped for reading.
        receipt: &'a str,
    },
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

/// Why a form is to be sent once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It carried no key: it came from a plain static page without script.
    NoKey,
    /// It could not be kept just now.
    TryAgain,
}

/// A page that could not be made.
#[derive(Debug, thiserror::Error)]
#[error("cannot render the page")]
pub struct PageError(#[source] pub Box<dyn std::error::Error + Send + Sync>);
