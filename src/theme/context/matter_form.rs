//! The page on which a matter is brought: who it goes to, what becomes of it and by when, what is done with personal
//! data; and once more with everything that was typed, where something is wrong.

use serde::Serialize;

use super::{Call, ContactLines, Link, MatterLinks, Meta, PostedLine, ReceptionLines};
use crate::feedback::matter::{Demand, MatterKind, form};
use crate::publication::{MatterPlace, RatingDesk};
use crate::theme::{Page, Phrase, Voice};

/// A box to tick.
#[derive(Debug, Clone, Serialize)]
pub struct DemandBox {
    /// What is sent.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is ticked.
    pub chosen: bool,
}

/// A field with what was typed, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedField {
    /// What was typed.
    pub value: String,
    /// What is wrong, in words; empty if nothing.
    pub fault: String,
}

/// All fields that people fill.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedMatter {
    /// What is to be said.
    pub words: TypedField,
    /// What was asked for beyond the list; the value is not used.
    pub demand: TypedField,
    /// The page that is wrong.
    pub page: TypedField,
    /// The name.
    pub name: TypedField,
    /// The telephone.
    pub phone: TypedField,
    /// The e-mail address.
    pub email: TypedField,
    /// The postal address.
    pub address: TypedField,
    /// Consent; the value is not used, the box is never ticked for anybody.
    pub consent: TypedField,
}

/// What a page to bring a matter begins with.
#[derive(Debug, Clone)]
pub struct MatterOpening<'a> {
    /// The kind.
    pub kind: MatterKind,
    /// The agency that it goes to.
    pub place: &'a MatterPlace,
    /// The listing that it is about.
    pub posted: Option<PostedLine>,
    /// The counter that it is about: its id and its name.
    pub counter: Option<(String, Phrase)>,
    /// The key to carry on.
    pub key: &'a str,
    /// The stamp to carry on.
    pub stamp: &'a str,
    /// What was ticked.
    pub demands: Vec<Demand>,
    /// What was typed.
    pub typed: TypedMatter,
    /// What is wrong with the form as a whole, or why it is there again; empty if nothing.
    pub notice: String,
}

/// A page to bring a matter.
#[derive(Debug, Clone, Serialize)]
pub struct MatterForm {
    /// The head.
    pub meta: Meta,
    /// The kind: `petition`, `report` or `page_error`.
    pub kind: String,
    /// The heading.
    pub title: String,
    /// The agency.
    pub agency: Link,
    /// Where the form goes.
    pub action: String,
    /// The hidden field `lang`.
    pub language: String,
    /// The hidden field `key`.
    pub key: String,
    /// The hidden field `stamp`.
    pub stamp: String,
    /// The listing that it is about.
    pub posted: Option<PostedLine>,
    /// The counter that it is about.
    pub counter: Option<Phrase>,
    /// Its id.
    pub counter_id: String,
    /// What may have been asked for; of a report only.
    pub demands: Vec<DemandBox>,
    /// What was typed, and what is wrong with it.
    pub typed: TypedMatter,
    /// What is wrong with the form as a whole, or why it is there again; empty if nothing.
    pub notice: String,
    /// How many fields are wrong, in words; empty if none.
    pub faults: String,
    /// The way to each of them.
    pub fault_links: Vec<Link>,
    /// The most characters that can be written.
    pub most: u16,
    /// What becomes of it, and by when, in words.
    pub promise: String,
    /// For what personal data are kept and how long, in words.
    pub consent: String,
    /// The body that receives petitions about the agency by other ways; of a petition only.
    pub official: Option<ContactLines>,
    /// Where complaints and denunciations are brought; not of a page that is wrong.
    pub complaints: Option<ReceptionLines>,
    /// The ways to turn to an agency.
    pub guide: String,
    /// Where petitions are written.
    pub petition: String,
    /// Where a matter is looked up.
    pub track: String,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl MatterForm {
    /// The page. `home` leads to the root of the site.
    pub fn new(
        desk: &RatingDesk,
        opening: MatterOpening<'_>,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let MatterOpening { kind, place, typed, .. } = opening;
        let (words, links) = (voice.words, MatterLinks::new(desk, voice, home));
        let title = words.get(&format!("{}_title", kind.word())).to_owned();
        let fault_links = fault_links(&typed, voice);
        let meta = if fault_links.is_empty() && opening.notice.is_empty() {
            Meta::of_desk(desk, voice, &title)
        } else {
            Meta::of_desk(desk, voice, &words.fill("title_fault", &[("title", &title)]))
        };
        let agency = place.agency.as_str();
        let (handled, answered) = {
            let limit = desk.site.time_limits.of(kind);
            let days = |days: u16| words.count("limit_working_days", usize::from(days));
            (days(limit.handle), days(limit.answer))
        };
        let months = |months: u16| words.count("limit_months", usize::from(months));
        let retention = &desk.site.retention;
        let (contacts, matters) =
            (months(retention.contacts.months), months(retention.matters.months));
        let name = voice.plain(&place.name);
        Self {
            meta,
            kind: kind.word().into(),
            agency: links.agency(place, voice),
            action: links.bring(kind, agency, ""),
            language: voice.language.tag().into(),
            key: opening.key.into(),
            stamp: opening.stamp.into(),
            posted: opening.posted,
            counter_id: opening.counter.as_ref().map(|(id, _)| id.clone()).unwrap_or_default(),
            counter: opening.counter.map(|(_, name)| name),
            demands: match kind {
                MatterKind::Report => demands(&opening.demands, voice),
                MatterKind::Petition | MatterKind::PageError => Vec::new(),
            },
            typed,
            notice: opening.notice,
            faults: match fault_links.len() {
                0 => String::new(),
                some => words.count("matter_faults", some),
            },
            fault_links,
            most: form::MOST_WORDS,
            promise: words.fill(
                &format!("{}_promise", kind.word()),
                &[("handle", &handled), ("answer", &answered)],
            ),
            consent: words.fill(
                "matter_consent",
                &[("agency", name), ("contacts", &contacts), ("matters", &matters)],
            ),
            official: Some(&place.official)
                .filter(|_| kind == MatterKind::Petition)
                .map(|contact| ContactLines::of(contact, voice)),
            complaints: place
                .complaints
                .as_ref()
                .filter(|_| kind != MatterKind::PageError)
                .map(|reception| ReceptionLines::of(reception, voice)),
            guide: links.guide(),
            petition: links.bring(MatterKind::Petition, agency, ""),
            track: links.track(),
            phone: place.help_phone.as_ref().map(Call::to),
            title,
        }
    }
}

fn demands(chosen: &[Demand], voice: Voice<'_>) -> Vec<DemandBox> {
    let label = |demand: Demand| voice.words.get(&format!("demand_{}", demand.word())).to_owned();
    let each = Demand::ALL.into_iter().map(|demand| DemandBox {
        value: demand.word().into(),
        label: label(demand),
        chosen: chosen.contains(&demand),
    });
    each.collect()
}

/// The way to each field with a fault, in the order of the page.
fn fault_links(typed: &TypedMatter, voice: Voice<'_>) -> Vec<Link> {
    let fields = [
        ("demand", &typed.demand),
        ("words", &typed.words),
        ("page", &typed.page),
        ("name", &typed.name),
        ("phone", &typed.phone),
        ("email", &typed.email),
        ("address", &typed.address),
        ("consent", &typed.consent),
    ];
    let wrong = fields.into_iter().filter(|(_, field)| !field.fault.is_empty());
    let link = |(id, _)| Link {
        name: Phrase::plain(voice.words.get(&format!("field_{id}"))),
        href: format!("#{id}"),
    };
    wrong.map(link).collect()
}

impl Page for MatterForm {
    const TEMPLATE: &'static str = "matter-form.html";
}
