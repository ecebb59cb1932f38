//! What a host needs to know to receive what citizens bring: which agency takes it and how, whom else to turn to, and the
//! calendar on which its days are counted. It travels inside the release, as a part of the desk for ratings.

use serde::{Deserialize, Serialize};

use super::Publication;
use crate::catalogue::agency::{Agency, AgencyLevel, Contact, PetitionPath, Reception};
use crate::catalogue::law::Calendar;
use crate::feedback::matter::WorkingTime;
use crate::text::{Hour, Phone, Slug, Text};

/// An agency to which something can be brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterPlace {
    /// The agency.
    pub agency: Slug,
    /// Its name.
    pub name: Text,
    /// Whether it takes petitions here or elsewhere.
    pub petitions: PetitionPath,
    /// The body that receives petitions about it.
    pub official: Contact,
    /// Where complaints and denunciations are brought.
    pub complaints: Option<Reception>,
    /// Whom to call for help.
    pub help_phone: Option<Phone>,
    /// What comes in after this hour counts from the next working day.
    pub cutoff: Option<Hour>,
}

/// The part of a publication that receives what citizens bring.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterDesk {
    /// All agencies, in order of id.
    pub places: Vec<MatterPlace>,
    /// The working calendar.
    pub calendar: Calendar,
    /// The agency that answers for pages of no agency: the province, else the first.
    pub common: Option<Slug>,
}

impl MatterDesk {
    /// The desk of a publication.
    pub fn of(publication: &Publication) -> Self {
        let agencies = &publication.agencies;
        let top = agencies.iter().find(|agency| agency.level == AgencyLevel::Province);
        Self {
            places: agencies.iter().map(MatterPlace::of).collect(),
            calendar: publication.calendar.clone(),
            common: top.or(agencies.first()).map(|agency| agency.id.clone()),
        }
    }

    /// The place of an agency.
    pub fn place(&self, agency: &str) -> Option<&MatterPlace> {
        let at = self.places.binary_search_by(|place| place.agency.as_str().cmp(agency)).ok()?;
        self.places.get(at)
    }

    /// How the working days of a place are counted.
    pub fn time(&self, place: &MatterPlace) -> WorkingTime<'_> {
        WorkingTime { calendar: &self.calendar, cutoff: place.cutoff }
    }
}

impl MatterPlace {
    fn of(agency: &Agency) -> Self {
        Self {
            agency: agency.id.clone(),
            name: agency.name.clone(),
            petitions: agency.petitions,
            official: agency.contacts.petitions.clone(),
            complaints: agency.contacts.complaints.clone(),
            help_phone: agency.contacts.help.phone.clone(),
            cutoff: agency.cutoff,
        }
    }
}
