//! Agencies: who they are, where they sit, when they are open, whom to call, what they offer.

mod announced;
mod contact;
mod hours;
mod offering;
mod office;
mod point;

pub use announced::AnnouncedList;
pub use contact::{Contact, Contacts, Hotline, Reception};
pub use hours::{OpeningHours, Weekday};
pub use offering::{Offering, ProcedureSet};
pub use office::{Agency, AgencyKind, AgencyLevel, PetitionPath, Place};
pub use point::ServicePoint;
