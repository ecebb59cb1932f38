//! What ids are called, and where the desk is.

use crate::diagnostic::Tongue;
use crate::text::Slug;

/// Gives the name of an agency, or of a counter of it, in a tongue; none if the content has none any more.
pub type NameOf<'a> = dyn Fn(&Slug, Option<&Slug>, Tongue) -> Option<String> + 'a;

/// Names for messages.
pub struct Names<'a> {
    /// The name of the site.
    pub site: String,
    /// The address of the site, without a final slash.
    pub base_url: &'a str,
    /// The names of agencies and counters.
    pub name_of: &'a NameOf<'a>,
}

impl Names<'_> {
    /// The name of an agency, else its id.
    pub(super) fn agency(&self, agency: &Slug, tongue: Tongue) -> String {
        (self.name_of)(agency, None, tongue).unwrap_or_else(|| agency.to_string())
    }

    /// The name of a counter, else its id.
    pub(super) fn counter(&self, agency: &Slug, counter: &Slug, tongue: Tongue) -> String {
        let name = (self.name_of)(agency, Some(counter), tongue);
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| counter.to_string())
    }

    /// Where the desk is.
    pub(super) fn desk(&self, tongue: Tongue) -> String {
        let path = match tongue {
            Tongue::Vietnamese => "/desk/",
            Tongue::English => "/en/desk/",
        };
        format!("{}{path}", self.base_url)
    }
}
