//! Doors, opening hours and contacts of agencies, as pages say them.

use super::composer::Composer;
use crate::catalogue::agency::{Agency, Contact, Contacts, Hotline, OpeningHours, Reception};
use crate::text::Hour;
use crate::theme::context::{
    Call, ContactLines, ContactTrio, Door, HotlineLines, HoursLine, ReceptionLines,
};

impl Composer<'_> {
    pub(super) fn door(&self, agency: &Agency) -> Door {
        Door {
            one_stop: self.voice.maybe(agency.one_stop.as_ref()),
            one_stop_alias: self.voice.maybe(agency.one_stop_alias.as_ref()),
            address: self.voice.phrase(&agency.place.address),
            note: self.voice.maybe(agency.place.note.as_ref()),
            hours: self.hours(&agency.hours),
            cutoff: agency.cutoff.map(|hour| self.cutoff(hour)),
        }
    }

    /// Until which hour a file counts as of that day.
    pub(super) fn cutoff(&self, hour: Hour) -> String {
        let words = self.voice.words;
        words.fill("cutoff_line", &[("hour", &words.hour(hour))])
    }

    /// Opening hours, one line for the same days.
    pub(super) fn hours(&self, hours: &[OpeningHours]) -> Vec<HoursLine> {
        let words = self.voice.words;
        let mut lines: Vec<HoursLine> = Vec::new();
        for one in hours {
            let (days, span) = (words.days(&one.days), words.span(one));
            match lines.iter_mut().find(|line| line.days == days) {
                Some(line) => line.spans.push(span),
                None => lines.push(HoursLine { days, spans: vec![span] }),
            }
        }
        lines
    }

    pub(super) fn contacts(&self, contacts: &Contacts) -> ContactTrio {
        ContactTrio {
            help: self.contact(&contacts.help),
            petitions: self.contact(&contacts.petitions),
            complaints: contacts.complaints.as_ref().map(|reception| self.reception(reception)),
        }
    }

    fn contact(&self, contact: &Contact) -> ContactLines {
        ContactLines {
            name: self.voice.maybe(contact.name.as_ref()),
            phone: contact.phone.as_ref().map(Call::to),
            email: contact.email.as_deref().map(Into::into),
            address: self.voice.maybe(contact.address.as_ref()),
            website: contact.website.as_deref().and_then(web_address),
            hours: self.voice.maybe(contact.hours.as_ref()),
        }
    }

    fn reception(&self, reception: &Reception) -> ReceptionLines {
        ReceptionLines {
            name: self.voice.maybe(reception.name.as_ref()),
            place: self.voice.phrase(&reception.place),
            days: self.voice.maybe(reception.days.as_ref()),
            phone: reception.phone.as_ref().map(Call::to),
        }
    }

    pub(super) fn hotline(&self, line: &Hotline) -> HotlineLines {
        HotlineLines {
            call: self.call(line),
            email: line.email.as_deref().map(Into::into),
            address: self.voice.maybe(line.address.as_ref()),
            hours: self.voice.maybe(line.hours.as_ref()),
        }
    }

    pub(super) fn call(&self, line: &Hotline) -> Call {
        Call::named(self.voice.phrase(&line.name), &line.phone)
    }
}

/// An address fit for a link: only the web's own schemes, whatever content says.
pub(super) fn web_address(address: &str) -> Option<String> {
    let small = address.to_ascii_lowercase();
    let sound = small.starts_with("https://") || small.starts_with("http://");
    sound.then(|| address.to_owned())
}
