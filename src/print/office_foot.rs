//! What stands at the foot of every page of boards and procedures: where petitions are received, and whom to call.

use serde::Serialize;

use super::Said;
use super::speech::{Call, Speech};
use crate::catalogue::agency::{Agency, Contact};

/// How to reach a desk, line by line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ContactSaid {
    pub(super) name: Option<Said>,
    pub(super) address: Option<Said>,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) website: Option<String>,
    pub(super) hours: Option<Said>,
}

/// The foot in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct OfficeFoot {
    pub(super) petitions_label: String,
    pub(super) petitions: ContactSaid,
    pub(super) hotlines: Vec<Call>,
}

/// Numbers to call at the foot of a page.
const HOTLINES: usize = 2;

impl Speech<'_> {
    pub(super) fn contact(&self, contact: &Contact) -> ContactSaid {
        ContactSaid {
            name: self.maybe(contact.name.as_ref()),
            address: self.maybe(contact.address.as_ref()),
            phone: contact.phone.as_ref().map(|phone| phone.written().to_owned()),
            email: contact.email.as_deref().map(Into::into),
            website: contact.website.as_deref().map(Into::into),
            hours: self.maybe(contact.hours.as_ref()),
        }
    }

    pub(super) fn office_foot(&self, agency: &Agency) -> OfficeFoot {
        OfficeFoot {
            petitions_label: self.word("sheet_petitions"),
            petitions: self.contact(&agency.contacts.petitions),
            hotlines: self.hotlines(agency, HOTLINES),
        }
    }
}
