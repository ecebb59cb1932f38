//! The page of one matter: what was brought beside the listing that the citizen saw, its history, and what may be done
//! now. Who brought it is hidden until somebody who may opens it, and each opening is in the log.

use actix_web::http::StatusCode;

use super::apologies;
use super::asked::Asked;
use super::letters;
use super::listing;
use super::matter_acts::{self, Deeds};
use super::reach;
use super::seat::Seat;
use super::way::{Way, digits};
use crate::feedback::matter::{Act, By, Contact, Event, ReplyTemplate};
use crate::feedback::officer::{Action, Role};
use crate::feedback::secrecy::masked;
use crate::host::reply::Reply;
use crate::publication::PageAddress;
use crate::store::{AuditEntry, Deed, StoredMatter, StoredOfficer, Work};
use crate::text::{Slug, in_vietnam};
use crate::theme::context::{Choice, DeskLink, DeskMatter, EventLine, Fact, Typed};

/// What is to be shown of a matter besides itself.
#[derive(Default)]
pub(super) struct Shown {
    /// Whether who brought it is shown.
    pub(super) open: bool,
    /// What is wrong with what was sent.
    pub(super) fault: String,
    /// What was typed in the form that came back.
    pub(super) typed: Typed,
}

/// The matter behind an address, if the officer may do this with it. One that is not there and one that must not be
/// seen are answered alike.
pub(super) async fn admitted(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    action: Action,
) -> Result<StoredMatter, Reply> {
    let place = agency.clone();
    let found = asked.look(move |store| store.matter(&place, &id)).await?;
    let may = |stored: &StoredMatter, action| {
        let assigned = stored.life.assigned.as_deref();
        reach::may_with(seat, action, agency, stored.matter.kind, assigned)
    };
    let seen = found.filter(|stored| may(stored, Action::SeeMatter));
    let nothing = || asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat));
    let stored = seen.ok_or_else(nothing)?;
    if !may(&stored, action) {
        return Err(asked.notice(StatusCode::FORBIDDEN, "forbidden", Some(seat)));
    }
    Ok(stored)
}

/// Shows who brought it, once that is in the log.
pub(super) async fn open(
    asked: Asked<'_>,
    seat: &Seat,
    stored: StoredMatter,
) -> Result<Reply, Reply> {
    let entry = AuditEntry {
        at: asked.visit.now,
        account: seat.officer().account.to_string(),
        deed: Deed::PersonalDataOpened,
        agency: Some(stored.matter.agency.clone()),
        subject: digits(&stored.id),
        detail: String::new(),
    };
    asked.work(Work::Note(entry)).await?;
    page(asked, seat, stored, StatusCode::OK, Shown { open: true, ..Shown::default() }).await
}

/// The page.
pub(super) async fn page(
    asked: Asked<'_>,
    seat: &Seat,
    stored: StoredMatter,
    status: StatusCode,
    shown: Shown,
) -> Result<Reply, Reply> {
    let words = asked.words();
    let StoredMatter { id, matter, events, life } = &stored;
    let way = Way::Matter { agency: matter.agency.clone(), id: *id };
    let (today, _) = in_vietnam(asked.visit.now);
    let deeds = Deeds { asked, seat, stored: &stored };
    let may = deeds.possible();
    let officers = if may.iter().any(|one| one == "assign") {
        let everybody = asked.look(|store| store.officers()).await?;
        choices(&everybody, &matter.agency, life.assigned.as_deref())
    } else {
        Vec::new()
    };
    let hidden = masked(&matter.words) != *matter.words;
    let may_open = deeds.may(Action::OpenPersonalData) && (hidden || matter.contact.is_some());
    let about = matter.posted.as_ref();
    let home = asked.visit.home();
    let language = asked.other_language();
    let beside = about.map(|posted| listing::beside(asked, posted)).unwrap_or_default();
    let listing_href = about.map(|posted| {
        let common = PageAddress::Procedure { code: posted.procedure.as_str() };
        let path = beside.path.clone().unwrap_or_else(|| common.path(language));
        format!("{home}{path}")
    });
    let current_href = about.map(|posted| {
        let (agency, code) = (matter.agency.as_str(), posted.procedure.as_str());
        let (offering, common) =
            (PageAddress::Offering { agency, code }, PageAddress::Procedure { code });
        let page = if asked.is_posted(&offering.path(None)) { offering } else { common };
        format!("{home}{}", page.path(language))
    });
    let title = words.get(&format!("desk_kind_{}", matter.kind.word())).to_owned();
    let (replies, typed) = replies(asked, &way, shown.typed, &may);
    let mut page = DeskMatter {
        desk: asked.head(title, Some(seat), Some(&way)),
        action: asked.href(&way),
        expected: life.events,
        facts: facts(asked, &stored),
        late: life.is_overdue(today),
        demands: matter
            .demands
            .iter()
            .map(|demand| words.get(&format!("desk_demand_{}", demand.word())).to_owned())
            .collect(),
        words: if shown.open { matter.words.to_string() } else { masked(&matter.words) },
        masked: hidden && !shown.open,
        listing: about.map(|posted| asked.procedure_name(&posted.procedure)).unwrap_or_default(),
        current_href: current_href
            .filter(|now| Some(now) != listing_href.as_ref())
            .unwrap_or_default(),
        listing_href: listing_href.unwrap_or_default(),
        posted: beside.parts,
        posted_gone: beside.gone,
        page_href: matter.page.as_ref().map(|page| page_of(&home, page)).unwrap_or_default(),
        contact: match &matter.contact {
            Some(contact) if shown.open => contact_facts(asked, contact),
            _ => Vec::new(),
        },
        may_open: may_open && !shown.open,
        letter: if deeds.may(Action::Answer) && letters::has_reply(&stored) {
            asked.href(&Way::MatterLetter { agency: matter.agency.clone(), id: *id })
        } else {
            String::new()
        },
        letter_opens: may_open,
        letter_pdf: asked.visit.reception.letter_setter.is_some(),
        apology: if deeds.may(Action::DraftApology) {
            let procedure = matter.posted.as_ref().map(|posted| &posted.procedure);
            apologies::draft_for(asked, &matter.agency, id, procedure)
        } else {
            String::new()
        },
        may,
        officers,
        replies,
        typed,
        events: events.iter().rev().map(|event| line(asked, event)).collect(),
    };
    page.desk.fault = shown.fault;
    if status == StatusCode::OK && asked.parameter("xong").is_some() {
        words.get("desk_saved").clone_into(&mut page.desk.note);
    }
    Ok(asked.page(status, &page))
}

/// The beginnings of answers that can be taken, and what stands in the forms: the one that was asked for, unless
/// something was typed.
fn replies(asked: Asked<'_>, way: &Way, typed: Typed, may: &[String]) -> (Vec<DeskLink>, Typed) {
    if !may.iter().any(|one| one == "answer") {
        return (Vec::new(), typed);
    }
    let templates = &asked.visit.posted.desk.site.replies;
    let chosen = asked.parameter("mau").and_then(|at| at.parse::<usize>().ok());
    let link = |(at, template): (usize, &ReplyTemplate)| DeskLink {
        name: template.name.to_string(),
        href: format!("{}?mau={}", asked.href(way), at + 1),
        current: chosen == Some(at + 1),
    };
    let links = templates.iter().enumerate().map(link).collect();
    let template = chosen.and_then(|at| templates.get(at.checked_sub(1)?));
    match template.filter(|_| typed.form.is_empty()) {
        None => (links, typed),
        Some(template) => {
            let words = template.words.to_string();
            (links, Typed { form: "answer".into(), words, ..typed })
        }
    }
}

/// A page of the site that somebody named: only ever below our own root.
fn page_of(home: &str, page: &str) -> String {
    format!("{home}{}", page.trim_start_matches(['/', '\\']))
}

fn facts(asked: Asked<'_>, stored: &StoredMatter) -> Vec<Fact> {
    let (words, life, matter) = (asked.words(), &stored.life, &stored.matter);
    let some = |key: &str, value: Option<String>| {
        let name = words.get(key).to_owned();
        value.filter(|value| !value.is_empty()).map(|value| Fact { name, value })
    };
    let state = words.get(&format!("desk_state_{}", life.state.word())).to_owned();
    let (today, _) = in_vietnam(asked.visit.now);
    let due = life.due().map(|due| {
        let day = words.date(due);
        if today > due { words.fill("desk_overdue", &[("day", &day)]) } else { day }
    });
    [
        some("desk_fact_state", Some(state)),
        some("desk_fact_due", due),
        some("desk_fact_received", Some(asked.moment(matter.received_at))),
        some("desk_fact_agency", Some(asked.agency_name(&matter.agency))),
        some("desk_fact_counter", matter.counter.as_ref().map(ToString::to_string)),
        some("desk_fact_assigned", life.assigned.as_deref().map(str::to_owned)),
        some("desk_fact_number", life.number.as_deref().map(str::to_owned)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn contact_facts(asked: Asked<'_>, contact: &Contact) -> Vec<Fact> {
    let words = asked.words();
    let Contact { name, phone, email, address } = contact;
    let parts = [
        ("desk_fact_name", Some(name)),
        ("desk_fact_phone", phone.as_ref()),
        ("desk_fact_email", email.as_ref()),
        ("desk_fact_address", address.as_ref()),
    ];
    let facts = parts.into_iter().filter_map(|(key, value)| {
        Some(Fact { name: words.get(key).to_owned(), value: value?.to_string() })
    });
    facts.collect()
}

/// To whom a matter of an agency can be given.
fn choices(officers: &[StoredOfficer], agency: &Slug, assigned: Option<&str>) -> Vec<Choice> {
    let own = officers.iter().filter(|stored| matter_acts::can_take(stored, agency));
    own.map(|stored| {
        let account = stored.officer.account.as_str();
        Choice {
            value: account.to_owned(),
            name: format!("{} ({account})", stored.officer.name),
            chosen: assigned == Some(account),
        }
    })
    .collect()
}

fn line(asked: Asked<'_>, event: &Event) -> EventLine {
    let words = asked.words();
    let kind = event.act.kind();
    let word = kind.word();
    let said = match &event.act {
        Act::PassOn { body, contact, .. } => format!("{body}\n{contact}"),
        Act::Refuse { reason, .. } => masked(reason),
        Act::Answer { words: said, .. }
        | Act::Reopen { words: said, .. }
        | Act::Note { words: said } => masked(said),
        Act::Assign { to } => to.as_deref().unwrap_or("–").to_owned(),
        Act::Register { number } => number.to_string(),
        _ => String::new(),
    };
    EventLine {
        at: asked.moment(event.at),
        who: match &event.by {
            By::Citizen => words.get("desk_citizen").to_owned(),
            By::System => words.get("desk_system").to_owned(),
            By::Officer(account) => account.to_string(),
        },
        what: words.get(&format!("desk_act_{word}")).to_owned(),
        words: said,
        own: !kind.is_public(),
    }
}

/// Whether the role leads or serves at an agency.
pub(super) fn is_of(role: &Role, agency: &Slug) -> bool {
    role.agency() == Some(agency)
}
