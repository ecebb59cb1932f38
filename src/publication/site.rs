//! The site as a whole: its name, its address, its languages.

use serde::{Deserialize, Serialize};

use crate::feedback::Retention;
use crate::feedback::apology::ApologyRule;
use crate::feedback::matter::{ReplyTemplate, TimeLimits};
use crate::text::{Language, Slug, Text};

/// What `site.yaml` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Its name.
    pub name: Text,
    /// Its name where room is short.
    pub short_name: Text,
    /// The body that answers for it.
    pub owner: Text,
    /// Where it lives: an absolute http(s) address without a final slash, perhaps with a path.
    pub base_url: Box<str>,
    /// The bare origin that printed codes carry.
    pub print_origin: Box<str>,
    /// Origins that the site had before, from which a redirect leads to it.
    pub redirects_from: Vec<Box<str>>,
    /// Its languages; the first binds.
    pub languages: Vec<Language>,
    /// Its theme folder, or `default`.
    pub theme: Box<str>,
    /// Whether every page is to say that this is sample data.
    pub sample: bool,
    /// The survey behind a printed code.
    pub counter_survey: Option<Slug>,
    /// Surveys offered besides.
    pub more_surveys: Vec<Slug>,
    /// How to scan, step by step.
    pub scan_instructions: Vec<Text>,
    /// The origin of the feedback endpoint when it is not the site's own.
    pub feedback: Option<Box<str>>,
    /// Whether a host answers anywhere, the site's own or that of the endpoint. Without one no page leads to what only
    /// a host makes.
    pub hosted: bool,
    /// For how long what citizens send is kept.
    pub retention: Retention,
    /// How long an agency may take with what citizens bring.
    pub time_limits: TimeLimits,
    /// What share of satisfaction the agency has set itself, in per cent; for its own eyes ("mục tiêu nội bộ").
    pub satisfaction_target: Option<u8>,
    /// How early an apology for a late file must be written.
    pub apology_rule: ApologyRule,
    /// Beginnings of answers that officers write often.
    pub replies: Vec<ReplyTemplate>,
}

impl Site {
    /// What is written in the place of an endpoint where there is none.
    pub const NO_HOST: &str = "none";

    /// The language that binds.
    pub fn binding(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::VI)
    }
}
