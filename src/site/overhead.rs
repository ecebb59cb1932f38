//! What a page of a list weighs beside its rows: the frame that all pages share, and what the page of
//! an agency or a counter says of itself. Estimates on the heavy side, from the content alone.

use super::register::Register;
use crate::catalogue::agency::{Agency, Contact, Contacts};
use crate::publication::{AgencyIndex, Publication};
use crate::text::{HEAVIEST_PAGE, Language, Phone, Scale, Text};

use super::paging::Room;

/// Style, policy, menu and the words of the theme on the page of a list, with the links to its parts
/// and letters.
const FRAME: usize = 5_000;

/// What the page of an agency or a counter has besides in words of the theme: address, hours, the
/// three contacts.
const DOOR: usize = 700;

/// A labelled line.
const LINE: (usize, usize) = (10, 60);

/// The weights of what is not rows, in one language.
#[derive(Clone, Copy)]
pub(super) struct Overhead<'a> {
    pub(super) publication: &'a Publication,
    pub(super) language: Language,
}

impl<'a> Overhead<'a> {
    /// The text in the language of the pages.
    pub(super) fn read(&self, text: &'a Text) -> &'a str {
        text.read(self.language, self.publication.site.binding()).words
    }

    /// The room for rows on pages with these titles.
    pub(super) fn room(&self, titles: &[&Text], scale: &mut Scale) -> Room {
        scale.clear();
        self.put_site(scale);
        for title in titles {
            self.put(title, scale);
        }
        let room = HEAVIEST_PAGE.saturating_sub(FRAME + scale.weight());
        Room { first: room, others: room }
    }

    /// The room for rows on the pages of an agency, the first of which says all about it.
    pub(super) fn room_of_agency(
        &self,
        index: AgencyIndex,
        register: &Register,
        scale: &mut Scale,
    ) -> Room {
        let agency = self.publication.agency(index);
        let others = self.room(&[&agency.name, &agency.short_name], scale).others;
        self.put_agency(agency, scale);
        for line in &agency.hotlines {
            self.put_line(&line.name, scale);
            put_phone(Some(&line.phone), scale);
            self.put_all(line.address.iter().chain(&line.hours), scale);
            scale.put(line.email.as_deref().unwrap_or_default());
        }
        for point in &agency.points {
            self.put_line(&point.name, scale);
            self.put_all(&point.address, scale);
            let others = point.receives_for.iter();
            for other in others.filter_map(|id| self.publication.agency_by_id(id.as_str())) {
                self.put_line(&self.publication.agency(other).short_name, scale);
                scale.put(self.publication.agency(other).id.as_str());
            }
        }
        for (_, counter) in register.counters_of(self.publication, index) {
            // The second line is the link to its rating, whose code is like no other.
            scale.put_frame(2 * LINE.0 + 20, 200);
            self.put(&counter.name, scale);
            self.put_all(&counter.floor, scale);
            scale.put(counter.id.as_str());
            for id in &counter.handles.fields {
                let field = self.publication.field(id.as_str());
                self.put_all(field.map(|field| &field.name), scale);
            }
        }
        if let Some(posting) = self.publication.posting(index) {
            scale.put_frame(DOOR / 4, DOOR / 2);
            scale.put_frame(8 * posting.missing.len() + 20 * posting.surplus.len(), 0);
        }
        Room { first: HEAVIEST_PAGE.saturating_sub(FRAME + DOOR + scale.weight()), others }
    }

    /// The room for rows on the page of a counter.
    pub(super) fn room_of_counter(
        &self,
        agency: &'a Agency,
        name: &'a Text,
        scale: &mut Scale,
    ) -> Room {
        self.room(&[name, &agency.name, &agency.short_name], scale);
        self.put_agency(agency, scale);
        let room = HEAVIEST_PAGE.saturating_sub(FRAME + DOOR + scale.weight());
        Room { first: room, others: room }
    }

    /// What all pages say of the site.
    fn put_site(&self, scale: &mut Scale) {
        let site = &self.publication.site;
        self.put_all([&site.name, &site.short_name, &site.owner], scale);
        scale.put(&site.base_url);
        for page in &self.publication.pages {
            self.put_line(&page.title, scale);
            scale.put(page.id.as_str());
        }
    }

    /// Where an agency is, when it is open, whom to ask.
    fn put_agency(&self, agency: &'a Agency, scale: &mut Scale) {
        let door = agency.one_stop.iter().chain(&agency.one_stop_alias);
        self.put_all(door.chain([&agency.place.address]).chain(&agency.place.note), scale);
        for _ in &agency.hours {
            scale.put_frame(2 * LINE.0, LINE.1);
        }
        let Contacts { help, petitions, complaints } = &agency.contacts;
        for Contact { name, phone, email, address, website, hours } in [help, petitions] {
            self.put_all(name.iter().chain(address).chain(hours), scale);
            put_phone(phone.as_ref(), scale);
            scale.put(email.as_deref().unwrap_or_default());
            scale.put(website.as_deref().unwrap_or_default());
        }
        if let Some(reception) = complaints {
            self.put_all(reception.name.iter().chain([&reception.place]), scale);
            self.put_all(&reception.days, scale);
            put_phone(reception.phone.as_ref(), scale);
        }
    }

    fn put_line(&self, text: &'a Text, scale: &mut Scale) {
        scale.put_frame(LINE.0, LINE.1);
        self.put(text, scale);
    }

    fn put_all(&self, texts: impl IntoIterator<Item = &'a Text>, scale: &mut Scale) {
        texts.into_iter().for_each(|text| self.put(text, scale));
    }

    pub(super) fn put(&self, text: &'a Text, scale: &mut Scale) {
        scale.put(self.read(text));
    }
}

/// A number stands twice: to be read and to be called.
pub(super) fn put_phone(phone: Option<&Phone>, scale: &mut Scale) {
    if phone.is_some() {
        scale.put_frame(20, LINE.1);
    }
}
