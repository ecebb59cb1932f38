//! An agency (cơ quan): the body that offers procedures at its one-stop desk. Two levels since
//! 01/7/2025, province and commune, with departments under the province.

use serde::{Deserialize, Serialize};

use super::{AnnouncedList, Contacts, Hotline, OpeningHours, ServicePoint};
use crate::text::{Hour, Slug, Text};

/// The level an agency works at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AgencyLevel {
    /// The province itself.
    Province,
    /// A department of the province.
    Department,
    /// A commune or ward.
    Commune,
}

/// What kind of body it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the glossary gives the Vietnamese term of each")]
pub enum AgencyKind {
    Province,
    Department,
    Ward,
    Commune,
    Police,
    Other,
}

/// Where an agency sits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The address.
    pub address: Text,
    /// How to find it or get in.
    pub note: Option<Text>,
}

/// How an agency takes phản ánh, kiến nghị.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PetitionPath {
    /// By guidance and the official address.
    #[default]
    Link,
    /// At its own desk in this program.
    Desk,
}

/// An agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Its id and folder name.
    pub id: Slug,
    /// Its full name.
    pub name: Text,
    /// Its name in lists.
    pub short_name: Text,
    /// Its level.
    pub level: AgencyLevel,
    /// Its kind.
    pub kind: AgencyKind,
    /// The agency above it.
    pub parent: Option<Slug>,
    /// What stands on the door of its one-stop desk.
    pub one_stop: Option<Text>,
    /// What people call that desk besides.
    pub one_stop_alias: Option<Text>,
    /// Where it sits.
    pub place: Place,
    /// When it is open.
    pub hours: Vec<OpeningHours>,
    /// Files received after this hour count from the next working day.
    pub cutoff: Option<Hour>,
    /// Its three contacts.
    pub contacts: Contacts,
    /// Its hotlines.
    pub hotlines: Vec<Hotline>,
    /// Its service points.
    pub points: Vec<ServicePoint>,
    /// The list of procedures announced for it.
    pub announced: Option<AnnouncedList>,
    /// How it takes petitions.
    pub petitions: PetitionPath,
}
