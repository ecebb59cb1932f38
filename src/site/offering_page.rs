//! The page of a procedure as one agency offers it: the shared body with the agency's own fees and
//! limits in place.

use super::composer::Composer;
use crate::catalogue::agency::Offering;
use crate::catalogue::procedure::{Limit, Procedure};
use crate::feedback::matter::MatterKind;
use crate::publication::{EditionIndex, PageAddress};
use crate::theme::context;

impl Composer<'_> {
    pub(super) fn offering(
        &self,
        place: usize,
        index: EditionIndex,
        mut body: Procedure,
    ) -> context::Offering {
        let offered = &self.publication.offered[place];
        let none = Offering::default();
        let differs = offered.differs.as_deref().unwrap_or(&none);
        put_in_place(&mut body, differs);
        let agency = self.publication.agency(offered.agency);
        let code = offered.code.as_str();
        let name = self.voice.plain(body.display_name());
        let title = format!("{name}, {}", self.voice.plain(&agency.short_name));
        let contacts = differs.contacts.as_ref().unwrap_or(&agency.contacts);
        let below = format!("/thu-tuc/{code}");
        context::Offering {
            report: self.bring_to(MatterKind::Report, agency.id.as_str(), &below),
            meta: self.meta(&title, ""),
            about: self.outlined(
                index,
                &body,
                !differs.fees.is_empty() || !differs.limits.is_empty(),
            ),
            agency: self.agency_link(offered.agency),
            common: self.href(PageAddress::Procedure { code }),
            note: self.voice.maybe(differs.note.as_ref()),
            place: self.voice.maybe(differs.place.as_ref()),
            decision: differs.decision.as_ref().map(|decision| self.decision(decision)),
            checked_on: differs.checked_on.map(|day| self.voice.words.date(day)),
            counters: self.handling(place),
            door: self.door(agency),
            contacts: self.contacts(contacts),
            hotlines: agency.hotlines.iter().map(|line| self.call(line)).collect(),
        }
    }
}

/// Replaces what the agency says otherwise, channel by channel.
fn put_in_place(body: &mut Procedure, differs: &Offering) {
    for channel in &mut body.channels {
        if let Some((_, fees)) = differs.fees.iter().find(|(id, _)| *id == channel.id) {
            channel.fees = Some(fees.clone());
        }
        if let Some((_, limit)) = differs.limits.iter().find(|(id, _)| *id == channel.id) {
            channel.limit = Some(Limit::Known(*limit));
        }
    }
}
