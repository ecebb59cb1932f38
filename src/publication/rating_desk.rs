//! What a host needs to know to receive ratings: which code stands where, and which survey it opens.
//!
//! A small, serialisable part of the publication. It travels inside the release, so that a server
//! runs from the release alone, without the content tree.

use serde::{Deserialize, Serialize};

use super::{Publication, Site};
use crate::catalogue::PrintedCode;
use crate::catalogue::agency::AgencyLevel;
use crate::feedback::Survey;
use crate::text::{Phone, Slug, Text};

/// Where a printed code stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingPlace {
    /// The code.
    pub code: PrintedCode,
    /// The agency.
    pub agency: Slug,
    /// The agency's name.
    pub agency_name: Text,
    /// The counter.
    pub counter: Slug,
    /// The counter's name.
    pub counter_name: Text,
    /// Whom to call.
    pub help_phone: Option<Phone>,
    /// The code that stands in its place, once it is retired.
    pub successor: Option<PrintedCode>,
    /// Whether it has been retired.
    pub retired: bool,
}

/// What stands at the foot of every page of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foot {
    /// Whom to call about the site as a whole: the name of the line, and its number.
    pub hotline: Option<(Text, Phone)>,
    /// The free pages: the id in their address, and their title.
    pub pages: Vec<(Slug, Text)>,
}

impl Foot {
    /// The first hotline of the province, and all free pages in their order.
    pub fn of(publication: &Publication) -> Self {
        let mut top =
            publication.agencies.iter().filter(|agency| agency.level == AgencyLevel::Province);
        let hotline = top.find_map(|agency| agency.hotlines.first());
        let pages = publication.pages.iter().map(|page| (page.id.clone(), page.title.clone()));
        Self {
            hotline: hotline.map(|line| (line.name.clone(), line.phone.clone())),
            pages: pages.collect(),
        }
    }
}

/// The part of a publication that receives ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingDesk {
    /// The site as a whole.
    pub site: Site,
    /// What its pages made at run time carry at their foot.
    pub foot: Foot,
    /// Printed codes, in order of code.
    pub places: Vec<RatingPlace>,
    /// The surveys that can be answered.
    pub surveys: Vec<Survey>,
}

impl RatingDesk {
    /// The desk of a publication. Codes of counters that no longer exist keep their agency.
    pub fn of(publication: &Publication) -> Self {
        let mut places: Vec<RatingPlace> = publication
            .ledger
            .entries
            .iter()
            .filter_map(|entry| {
                let at = publication.agency_by_id(entry.agency.as_str())?;
                let agency = publication.agency(at);
                let counter = publication.counters_of(at).find(|one| one.id == entry.counter);
                Some(RatingPlace {
                    code: entry.code,
                    agency: agency.id.clone(),
                    agency_name: agency.name.clone(),
                    counter: entry.counter.clone(),
                    counter_name: counter.map_or_else(Text::default, |one| one.name.clone()),
                    help_phone: agency.contacts.help.phone.clone(),
                    successor: entry.successor,
                    retired: entry.retired.is_some() || counter.is_none(),
                })
            })
            .collect();
        places.sort_by_key(|place| place.code);
        Self {
            site: publication.site.clone(),
            foot: Foot::of(publication),
            places,
            surveys: publication.surveys.clone(),
        }
    }

    /// The place of a code.
    pub fn place(&self, code: &PrintedCode) -> Option<&RatingPlace> {
        self.places.binary_search_by(|place| place.code.cmp(code)).ok().map(|at| &self.places[at])
    }

    /// The survey that a printed code opens.
    pub fn counter_survey(&self) -> Option<&Survey> {
        let id = self.site.counter_survey.as_ref()?;
        self.surveys.iter().find(|survey| survey.id == *id)
    }
}
