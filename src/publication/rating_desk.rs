//! What a host needs to know to receive ratings: which code stands where, and which survey it opens.
//!
//! A small, serialisable part of the publication. It travels inside the release, so that a server
//! runs from the release alone, without the content tree.

use serde::{Deserialize, Serialize};

use super::results::Performance;
use super::{AgencyIndex, EditionIndex, Listing, MatterDesk, Publication, Site};
use crate::catalogue::agency::AgencyLevel;
use crate::catalogue::procedure::ProcedureCode;
use crate::catalogue::{Counter, PrintedCode};
use crate::feedback::Survey;
use crate::text::{Phone, Slug, Text, sort_key};

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
    /// The service point it stands in, if the agency has several.
    pub point: Option<Slug>,
    /// What it handles, in the order of the alphabet: places in [`RatingDesk::listings`].
    pub handles: Vec<u32>,
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
    /// The procedures that are posted, in order of code.
    pub listings: Vec<Listing>,
    /// Who takes what citizens bring.
    pub matters: MatterDesk,
    /// Files in time, by period, which officers see beside what citizens say.
    #[serde(default)]
    pub performance: Vec<Performance>,
}

impl RatingDesk {
    /// The desk of a publication. Codes of counters that no longer exist keep their agency.
    pub fn of(publication: &Publication) -> Self {
        let listings = Listing::all(publication);
        let ranks = ranks(&listings);
        let offered: Vec<_> = (0..publication.agencies.len())
            .map(|agency| offered(publication, AgencyIndex(agency), &listings, &ranks))
            .collect();
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
                    point: counter.and_then(|one| one.point.clone()),
                    handles: counter.map_or_else(Vec::new, |counter| {
                        handled(publication, counter, &offered[at.0])
                    }),
                    help_phone: agency.contacts.help.phone.clone(),
                    successor: entry.successor,
                    retired: entry.retired.is_some() || counter.is_none(),
                })
            })
            .collect();
        places.sort_by_key(|place| place.code);
        let surveys = publication.surveys.clone();
        let foot = Foot::of(publication);
        let matters = MatterDesk::of(publication);
        let site = publication.site.clone();
        let performance = publication.results.performance.clone();
        Self { site, foot, places, surveys, listings, matters, performance }
    }

    /// The procedures that a place handles, in the order of the alphabet.
    pub fn listings_of(&self, place: &RatingPlace) -> impl Iterator<Item = &Listing> {
        place.handles.iter().filter_map(|at| self.listings.get(usize::try_from(*at).ok()?))
    }

    /// The posted procedure of a code.
    pub fn posted(&self, code: &ProcedureCode) -> Option<&Listing> {
        let at = self.listings.binary_search_by(|listing| listing.code.cmp(code)).ok()?;
        self.listings.get(at)
    }

    /// The counter of an agency that a printed code stands at.
    pub fn counter(&self, agency: &Slug, counter: &str) -> Option<&RatingPlace> {
        let own =
            |place: &&RatingPlace| place.agency == *agency && place.counter.as_str() == counter;
        self.places.iter().find(own)
    }

    /// The procedure of that code, if the place handles it.
    pub fn listing(&self, place: &RatingPlace, code: &ProcedureCode) -> Option<&Listing> {
        self.listings_of(place).find(|listing| listing.code == *code)
    }

    /// A survey that the site offers: the one behind printed codes, or one besides.
    pub fn offered_survey(&self, id: &str) -> Option<&Survey> {
        let offered = self.site.counter_survey.iter().chain(&self.site.more_surveys);
        let id = offered.into_iter().find(|known| known.as_str() == id)?;
        self.surveys.iter().find(|survey| survey.id == *id)
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

/// The place of each procedure in the order of the alphabet.
fn ranks(listings: &[Listing]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..listings.len()).collect();
    order.sort_by_cached_key(|at| sort_key(listings[*at].name.original()));
    let mut ranks = vec![0; order.len()];
    for (rank, at) in order.into_iter().enumerate() {
        ranks[at] = rank;
    }
    ranks
}

/// What an agency offers and posts, in the order of the alphabet: the place among the listings, and the edition.
fn offered(
    publication: &Publication,
    agency: AgencyIndex,
    listings: &[Listing],
    ranks: &[usize],
) -> Vec<(usize, EditionIndex)> {
    let offered = publication.offered_by(agency).iter().filter_map(|one| {
        let at = listings.binary_search_by(|listing| listing.code.cmp(&one.code)).ok()?;
        Some((at, publication.editions_of(&one.code).next()?))
    });
    let mut offered: Vec<_> = offered.collect();
    offered.sort_unstable_by_key(|(at, _)| ranks[*at]);
    offered
}

/// What a counter handles of that, in the same order.
fn handled(
    publication: &Publication,
    counter: &Counter,
    offered: &[(usize, EditionIndex)],
) -> Vec<u32> {
    let handled = offered.iter().filter(|(_, edition)| {
        let edition = publication.edition(*edition);
        counter.handles.includes(&edition.code, &edition.field)
    });
    handled.filter_map(|(at, _)| u32::try_from(*at).ok()).collect()
}
