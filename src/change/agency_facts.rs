//! The facts of an agency with its desks, service points and counters. What it offers is compared as lists of codes.

use super::procedure_facts::Facts;
use super::{About, Aspect, Desk, Fact, Value};
use crate::catalogue::agency::{Agency, Contact, Contacts, Hotline, Place, ServicePoint};
use crate::catalogue::{Counter, Handles};
use crate::publication::{AgencyIndex, Publication};
use crate::text::{Phone, Text};

/// The facts of an agency.
pub(super) fn agency_facts(publication: &Publication, index: AgencyIndex) -> Vec<Fact> {
    let mut facts = Facts::default();
    let Agency {
        id: _,
        name,
        short_name,
        // Where it stands among agencies is no matter of a citizen's errand.
        level: _,
        kind: _,
        parent: _,
        one_stop,
        one_stop_alias,
        place,
        hours,
        cutoff,
        contacts,
        hotlines,
        points,
        announced,
        petitions,
    } = publication.agency(index);
    facts.put("name", Aspect::Name, &[], Value::Prose(name.clone()));
    facts.put("short-name", Aspect::Name, &[], Value::Prose(short_name.clone()));
    facts.maybe("one-stop", Aspect::Name, &[], one_stop.clone().map(Value::Prose));
    facts.maybe("one-stop-alias", Aspect::Name, &[], one_stop_alias.clone().map(Value::Prose));
    let Place { address, note } = place;
    facts.put("place", Aspect::Place, &[], Value::Words(address.clone()));
    facts.maybe("place/note", Aspect::Note, &[], note.clone().map(Value::Prose));
    if !hours.is_empty() {
        facts.put("hours", Aspect::Hours, &[], Value::Hours(hours.clone()));
    }
    facts.maybe("cutoff", Aspect::Cutoff, &[], cutoff.map(Value::Hour));
    facts.contacts(contacts);
    for line in hotlines {
        facts.hotline(line);
    }
    for point in points {
        facts.point(point);
    }
    let list = announced.as_ref().map(|list| Value::Plain(list.decision.clone()));
    facts.maybe("announced", Aspect::Decision, &[], list);
    facts.put("petitions", Aspect::Petitions, &[], Value::Petitions(*petitions));
    publication.counters_of(index).for_each(|counter| facts.counter(publication, counter));
    facts.0
}

fn phone_value(phone: &Phone) -> Value {
    Value::Plain(phone.written().into())
}

impl Facts {
    pub(super) fn contacts(&mut self, contacts: &Contacts) {
        let Contacts { help, petitions, complaints } = contacts;
        self.contact("help", Desk::Help, help);
        self.contact("petitions", Desk::Petitions, petitions);
        let Some(reception) = complaints else { return };
        let about = [About::Desk(Desk::Complaints)];
        let key = "contact/complaints";
        let place = Value::Words(reception.place.clone());
        self.put(key, Aspect::Contact, &about, place);
        let mut put = |part: &str, value| {
            self.maybe(&format!("{key}/{part}"), Aspect::Contact, &about, value);
        };
        put("name", reception.name.clone().map(Value::Prose));
        put("days", reception.days.clone().map(Value::Words));
        put("phone", reception.phone.as_ref().map(phone_value));
    }

    fn contact(&mut self, desk: &str, of: Desk, contact: &Contact) {
        let Contact { name, phone, email, address, website, hours } = contact;
        let about = [About::Desk(of)];
        let mut put = |part: &str, value| {
            self.maybe(&format!("contact/{desk}/{part}"), Aspect::Contact, &about, value);
        };
        put("name", name.clone().map(Value::Prose));
        put("phone", phone.as_ref().map(phone_value));
        put("email", email.clone().map(Value::Plain));
        put("address", address.clone().map(Value::Words));
        put("website", website.clone().map(Value::Plain));
        put("hours", hours.clone().map(Value::Words));
    }

    fn hotline(&mut self, line: &Hotline) {
        let Hotline { id, name, phone, email, address, hours } = line;
        let key = format!("hotline/{id}");
        let about = [About::Named(name.clone())];
        self.put(&key, Aspect::Hotline, &about, phone_value(phone));
        let mut put = |part: &str, aspect, value| {
            self.maybe(&format!("{key}/{part}"), aspect, &about, value);
        };
        put("name", Aspect::Name, Some(Value::Prose(name.clone())));
        put("email", Aspect::Hotline, email.clone().map(Value::Plain));
        put("address", Aspect::Hotline, address.clone().map(Value::Words));
        put("hours", Aspect::Hotline, hours.clone().map(Value::Words));
    }

    fn point(&mut self, point: &ServicePoint) {
        let ServicePoint { id, name, address, hours, receives_for } = point;
        let key = format!("point/{id}");
        self.put(&key, Aspect::ServicePoint, &[], Value::Prose(name.clone()));
        let about = [About::Named(name.clone())];
        let place = address.clone().map(Value::Words);
        self.maybe(&format!("{key}/place"), Aspect::Place, &about, place);
        let hours = Some(hours).filter(|hours| !hours.is_empty());
        let hours = hours.map(|hours| Value::Hours(hours.clone()));
        self.maybe(&format!("{key}/hours"), Aspect::Hours, &about, hours);
        for agency in receives_for {
            let value = Value::Plain(agency.as_str().into());
            let key = format!("{key}/for:{agency}");
            self.put(&key, Aspect::ServicePoint, &about, value);
        }
    }

    fn counter(&mut self, publication: &Publication, counter: &Counter) {
        let Counter { id, name, point, floor, handles } = counter;
        let key = format!("counter/{id}");
        self.put(&key, Aspect::Counter, &[], Value::Prose(name.clone()));
        let about = [About::Named(name.clone())];
        let point = point.as_ref().map(|point| Value::Plain(point.as_str().into()));
        self.maybe(&format!("{key}/point"), Aspect::ServicePoint, &about, point);
        let floor = floor.clone().map(Value::Words);
        self.maybe(&format!("{key}/floor"), Aspect::CounterFloor, &about, floor);
        self.handles(publication, &key, &about, handles);
    }

    fn handles(
        &mut self,
        publication: &Publication,
        key: &str,
        about: &[About],
        handles: &Handles,
    ) {
        for field in &handles.fields {
            // Known by its id: a field that is renamed is still what the counter handles.
            let name = publication.field(field.as_str());
            let name = name.map_or_else(|| Text::new(field.as_str()), |field| field.name.clone());
            let value = Value::Prose(Text::new(name.original()));
            self.put(&format!("{key}/field:{field}"), Aspect::CounterHandles, about, value);
        }
        for (codes, aspect) in
            [(&handles.codes, Aspect::CounterHandles), (&handles.except, Aspect::CounterExcept)]
        {
            for code in codes {
                let (key, value) =
                    (format!("{key}/{}:{code}", aspect.id()), Value::Plain(code.as_str().into()));
                self.put(&key, aspect, about, value);
            }
        }
    }
}
