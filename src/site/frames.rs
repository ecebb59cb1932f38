//! The frames of all pages, made once: for each language, each depth in the folder tree and each
//! part of the menu.

use std::collections::BTreeMap;

use super::{SiteError, Subject};
use crate::publication::{Foot, Publication};
use crate::text::Language;
use crate::theme::context::{Frame, Section};
use crate::theme::{FrameFacts, Theme};

/// The deepest pages: `en/don-vi/<agency>/quay/<counter>.html`, `en/thu-tuc/<code>/<date>/<section>.html`.
const DEEPEST: usize = 4;

/// The frames.
pub(super) struct Frames(BTreeMap<(Language, String, Section), Frame>);

impl Frames {
    pub(super) fn new(publication: &Publication, theme: &Theme) -> Result<Self, SiteError> {
        let foot = Foot::of(publication);
        let mut frames = BTreeMap::new();
        let mut homes: Vec<String> = (0..=DEEPEST).map(|depth| "../".repeat(depth)).collect();
        homes.push(absolute_home(publication));
        let languages = publication.site.languages.iter().copied();
        for language in languages.chain([publication.site.binding()]) {
            for home in &homes {
                for section in SECTIONS {
                    let facts = facts(publication, theme, &foot, language, home, section);
                    let frame = theme.frame(&facts).map_err(SiteError::Frame)?;
                    frames.insert((language, home.clone(), section), frame);
                }
            }
        }
        Ok(Self(frames))
    }

    /// The frame of a page.
    pub(super) fn get(&self, language: Language, home: &str, section: Section) -> Option<&Frame> {
        self.0.get(&(language, home.to_owned(), section))
    }
}

/// All parts of the menu.
const SECTIONS: [Section; 6] = [
    Section::Home,
    Section::Fields,
    Section::AtoZ,
    Section::Agencies,
    Section::Other,
    Section::Code,
];

/// The part of the menu that a page belongs to.
pub(super) fn section_of(subject: Subject) -> Section {
    match subject {
        Subject::Home => Section::Home,
        Subject::AtoZ { .. } => Section::AtoZ,
        Subject::Fields
        | Subject::Field { .. }
        | Subject::Procedure { .. }
        | Subject::DatedEdition { .. }
        | Subject::Section { .. }
        | Subject::Offerers { .. } => Section::Fields,
        Subject::Agencies { .. }
        | Subject::Agency { .. }
        | Subject::Counter { .. }
        | Subject::Offering { .. } => Section::Agencies,
        Subject::Apologies { .. }
        | Subject::Changes { .. }
        | Subject::Free { .. }
        | Subject::Results { .. }
        | Subject::NotFound => Section::Other,
        Subject::Rating { .. } => Section::Code,
    }
}

/// From the page at `path` to the root of the site. The page for unknown addresses is answered at
/// any depth, so it leads there by an absolute path.
pub(super) fn home_of(publication: &Publication, subject: Subject, path: &str) -> String {
    match subject {
        Subject::NotFound => absolute_home(publication),
        _ => "../".repeat(path.matches('/').count()),
    }
}

/// The path of the site's own address, with a slash at the end.
fn absolute_home(publication: &Publication) -> String {
    let address = &publication.site.base_url;
    let host = address.split_once("://").map_or(&**address, |(_, rest)| rest);
    let path = host.find('/').map_or("", |at| &host[at..]);
    format!("{}/", path.trim_end_matches('/'))
}

fn facts<'a>(
    publication: &'a Publication,
    theme: &Theme,
    foot: &Foot,
    language: Language,
    home: &'a str,
    section: Section,
) -> FrameFacts<'a> {
    FrameFacts { section, ..FrameFacts::at_run_time(&publication.site, language, home) }
        .with_foot(theme, foot)
}
