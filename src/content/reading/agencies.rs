//! `agencies/<id>/`: the agency, its counters, its offerings.

use super::fees::stated_fees;
use super::reached::Reached;
use super::site::slug_of_name;
use super::words_check::{WordsCheck, ids, unique};
use super::{Reader, words_by_file};
use crate::catalogue::agency::{
    Agency, AnnouncedList, Contact, Contacts, Hotline, Offering, OpeningHours, Place, Reception,
    ServicePoint,
};
use crate::catalogue::procedure::Decision;
use crate::catalogue::{Counter, Handles};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{
    AgencyFile, AgencyWords, AnnouncedShape, ContactShape, ContactWords, ContactsShape,
    ContactsWords, CountersFile, CountersWords, HoursShape, OfferingFile, OfferingWords,
    OffersShape,
};
use crate::content::translation::Words;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Kind, Problem};
use crate::text::{Language, Slug, Text};

/// An agency and what it says it offers.
pub(super) struct ReadAgency {
    pub agency: Agency,
    pub offers: OffersShape,
}

/// Reads `agency.yaml`.
pub(super) fn agency(
    reader: &mut Reader,
    file: &ContentFile,
    id: &str,
    words_files: &[&ContentFile],
) -> Option<ReadAgency> {
    let id = slug_of_name(reader, file, id)?;
    let shape = reader.shape::<AgencyFile>(file)?;
    let each: Vec<(Language, AgencyWords)> = reader.words(words_files);
    check_agency(reader, file, &shape, &each, words_files);
    let words = Words::new(&each);
    let place_words = words.inner(|words| &words.place);
    let name = words.text(shape.name, |w| w.name.as_ref());
    let agency = Agency {
        id,
        short_name: words
            .text_of(shape.short_name, |w| w.short_name.as_ref())
            .unwrap_or_else(|| name.clone()),
        name,
        level: shape.level.0,
        kind: shape.kind.0,
        parent: shape.parent.0.and_then(|parent| Slug::parse(&parent).ok()),
        one_stop: words.text_of(shape.one_stop, |w| w.one_stop.as_ref()),
        one_stop_alias: words.text_of(shape.one_stop_alias, |w| w.one_stop_alias.as_ref()),
        place: Place {
            address: place_words.text(shape.place.address, |w| w.address.as_ref()),
            note: place_words.text_of(shape.place.note, |w| w.note.as_ref()),
        },
        hours: hours(&shape.hours),
        cutoff: shape.cutoff.map(|hour| hour.0),
        contacts: contacts(shape.contacts, &words.inner(|words| &words.contacts)),
        hotlines: hotlines(shape.hotlines, &words),
        points: points(shape.points, &words),
        announced: shape.announced.map(announced),
        petitions: shape.petitions.map(|path| path.0).unwrap_or_default(),
    };
    Some(ReadAgency { agency, offers: shape.offers })
}

fn check_agency(
    reader: &mut Reader,
    file: &ContentFile,
    shape: &AgencyFile,
    each: &[(Language, AgencyWords)],
    words_files: &[&ContentFile],
) {
    let root = At::ROOT;
    let findings = &mut reader.findings;
    let (place, contacts) = (root.key("place"), root.key("contacts"));
    let complaints = contacts.key("complaints");
    filled(file, root.key("name"), &shape.name, findings);
    filled(file, place.key("address"), &shape.place.address, findings);
    if let Some(shape) = &shape.contacts.complaints {
        filled(file, complaints.key("place"), &shape.place, findings);
    }
    let hotlines = ids(Some(&shape.hotlines), |hotline| hotline.id.0.as_str());
    let points = ids(Some(&shape.points), |point| point.id.0.as_str());
    unique(&file.name, root.key("hotlines"), Kind::Hotline, &hotlines, findings);
    unique(&file.name, root.key("points"), Kind::Point, &points, findings);
    Reached { file: &file.name, findings }.agency(shape);
    for (words, file) in words_by_file(each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings };
        check.map(root.key("hotlines"), Kind::Hotline, &words.hotlines, &hotlines);
        check.map(root.key("points"), Kind::Point, &words.points, &points);
        check.agency_shown(shape, words);
    }
}

/// Tells of a text that must be there and has no signs: so YAML reads a key with nothing behind it.
fn filled(file: &ContentFile, at: At<'_>, text: &str, findings: &mut Findings) {
    if text.trim().is_empty() {
        findings.error(&file.name, at, Problem::EmptyText);
    }
}

fn hours(list: &[HoursShape]) -> Vec<OpeningHours> {
    let each = list.iter().map(|shape| OpeningHours {
        days: shape.days.iter().map(|day| day.0).collect(),
        from: shape.from.0,
        to: shape.to.0,
    });
    each.collect()
}

fn announced(shape: AnnouncedShape) -> AnnouncedList {
    AnnouncedList {
        decision: shape.decision,
        date: shape.date.map(|date| date.0),
        codes: shape.codes.into_iter().map(|code| code.0).collect(),
    }
}

fn hotlines(
    list: Vec<crate::content::shape::HotlineShape>,
    words: &Words<'_, AgencyWords>,
) -> Vec<Hotline> {
    let words = words.inner(|words| &words.hotlines);
    let each = list.into_iter().map(|shape| {
        let words = words.of(shape.id.0.as_str());
        Hotline {
            name: words.text(shape.name, |w| w.name.as_ref()),
            address: words.text_of(shape.address, |w| w.address.as_ref()),
            hours: words.text_of(shape.hours, |w| w.hours.as_ref()),
            id: shape.id.0,
            phone: shape.phone.0,
            email: shape.email,
        }
    });
    each.collect()
}

fn points(
    list: Vec<crate::content::shape::PointShape>,
    words: &Words<'_, AgencyWords>,
) -> Vec<ServicePoint> {
    let words = words.inner(|words| &words.points);
    let each = list.into_iter().map(|shape| {
        let words = words.of(shape.id.0.as_str());
        ServicePoint {
            name: words.text(shape.name, |w| w.name.as_ref()),
            address: words.text_of(shape.address, |w| w.address.as_ref()),
            id: shape.id.0,
            hours: hours(&shape.hours),
            receives_for: shape.receives_for.into_iter().map(|agency| agency.0).collect(),
        }
    });
    each.collect()
}

fn contacts(shape: ContactsShape, words: &Words<'_, ContactsWords>) -> Contacts {
    let complaint_words = words.inner(|words| &words.complaints);
    Contacts {
        help: contact(shape.help, &words.inner(|words| &words.help)),
        petitions: contact(shape.petitions, &words.inner(|words| &words.petitions)),
        complaints: shape.complaints.map(|shape| Reception {
            name: complaint_words.text_of(shape.name, |w| w.name.as_ref()),
            place: complaint_words.text(shape.place, |w| w.place.as_ref()),
            days: complaint_words.text_of(shape.days, |w| w.days.as_ref()),
            phone: shape.phone.map(|phone| phone.0),
        }),
    }
}

fn contact(shape: Option<ContactShape>, words: &Words<'_, ContactWords>) -> Contact {
    let shape = shape.unwrap_or_default();
    Contact {
        name: words.text_of(shape.name, |w| w.name.as_ref()),
        phone: shape.phone.map(|phone| phone.0),
        email: shape.email,
        address: words.text_of(shape.address, |w| w.address.as_ref()),
        website: shape.website,
        hours: words.text_of(shape.hours, |w| w.hours.as_ref()),
    }
}

/// Reads `counters.yaml`.
pub(super) fn counters(
    reader: &mut Reader,
    file: &ContentFile,
    words_files: &[&ContentFile],
) -> Vec<Counter> {
    let Some(shape) = reader.shape::<CountersFile>(file) else { return Vec::new() };
    let each: Vec<(Language, CountersWords)> = reader.words(words_files);
    let all = ids(Some(&shape.counters), |counter| counter.id.0.as_str());
    let root = At::ROOT;
    unique(&file.name, root.key("counters"), Kind::Counter, &all, &mut reader.findings);
    for (index, counter) in shape.counters.iter().enumerate() {
        let list = root.key("counters");
        filled(file, list.item(index).key("name"), &counter.name, &mut reader.findings);
    }
    for (words, file) in words_by_file(&each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.map(root.key("counters"), Kind::Counter, &words.counters, &all);
        check.counters_shown(&shape, words);
    }
    let words = Words::new(&each).inner(|words| &words.counters);
    let counters = shape.counters.into_iter().map(|shape| {
        let words = words.of(shape.id.0.as_str());
        Counter {
            name: words.text(shape.name, |w| w.name.as_ref()),
            floor: words.text_of(shape.floor, |w| w.floor.as_ref()),
            id: shape.id.0,
            point: shape.point.map(|point| point.0),
            handles: Handles::new(
                shape.handles.fields.into_iter().map(|one| one.0).collect(),
                shape.handles.codes.into_iter().map(|one| one.0).collect(),
                shape.handles.except.into_iter().map(|one| one.0).collect(),
            ),
        }
    });
    counters.collect()
}

/// Reads `offerings/<code>.yaml`.
pub(super) fn offering(
    reader: &mut Reader,
    file: &ContentFile,
    words_files: &[&ContentFile],
) -> Option<Offering> {
    let shape = reader.shape::<OfferingFile>(file)?;
    let each: Vec<(Language, OfferingWords)> = reader.words(words_files);
    check_offering_words(reader, &shape, &each, words_files);
    if let Some(contacts) = &shape.contacts {
        let mut reached = Reached { file: &file.name, findings: &mut reader.findings };
        reached.contacts(At::ROOT.key("contacts"), contacts);
    }
    let words = Words::new(&each);
    let fee_words = words.inner(|words| &words.fees);
    let root = At::ROOT;
    let at = root.key("fees");
    let fee_lists = shape.fees.into_iter().filter_map(|(channel, list)| {
        let words = fee_words.of(&channel);
        let list = stated_fees(&file.name, at.key(&channel), list, &words, &mut reader.findings);
        Slug::parse(&channel).ok().map(|channel| (channel, list))
    });
    let fee_lists = fee_lists.collect();
    let limits = shape.limits.into_iter();
    let limits = limits.filter_map(|(channel, limit)| Some((Slug::parse(&channel).ok()?, limit.0)));
    Some(Offering {
        fees: fee_lists,
        limits: limits.collect(),
        place: words.text_of(shape.place, |w| w.place.as_ref()),
        contacts: shape.contacts.map(|shape| contacts(shape, &words.inner(|w| &w.contacts))),
        note: words.text_of(shape.note, |w| w.note.as_ref()),
        decision: shape.decision.map(|decision| Decision {
            number: decision.number,
            issued: decision.issued.map(|date| date.0),
            body: decision.body.map(Text::new),
        }),
        checked_on: shape.checked_on.map(|date| date.0),
    })
}

fn check_offering_words(
    reader: &mut Reader,
    shape: &OfferingFile,
    each: &[(Language, OfferingWords)],
    words_files: &[&ContentFile],
) {
    let root = At::ROOT;
    let at = root.key("fees");
    let channels: Vec<&str> = shape.fees.keys().map(String::as_str).collect();
    for (words, file) in words_by_file(each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.map(at, Kind::Channel, &words.fees, &channels);
        check.offering_shown(shape, words);
        for (channel, list) in &shape.fees {
            if let Some(words) = words.fees.get(channel) {
                let fees = list.0.given().map(Vec::as_slice);
                let fees = ids(fees, |fee| fee.id.0.as_str());
                check.map(at.key(channel), Kind::Fee, words, &fees);
            }
        }
    }
}
