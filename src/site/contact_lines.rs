//! Doors, opening hours and contacts of agencies, as pages say them.

use super::composer::Composer;
use crate::catalogue::agency::{Agency, Contacts, Hotline, OpeningHours};
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
            help: ContactLines::of(&contacts.help, self.voice),
            petitions: ContactLines::of(&contacts.petitions, self.voice),
            complaints: contacts.complaints.as_ref().map(|one| ReceptionLines::of(one, self.voice)),
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
