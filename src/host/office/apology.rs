//! One apology: what it says, the leader's signature, and its letter. A whole number and a name stand on the letter only if they
//! are typed for it, and are not kept.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::letters;
use super::seat::Seat;
use super::way::{Way, digits};
use super::{Fields, value};
use crate::feedback::apology::{Failing, FileNumber};
use crate::feedback::officer::{Action, Target, may};
use crate::host::reply::{NO_STORE, Reply};
use crate::letter::{ApologyFacts, Failed};
use crate::store::{By, Deed, Remedy, StoredApology, Work, Worked};
use crate::text::{Slug, in_vietnam, nfc};
use crate::theme::context::{DeskApology, Fact};

/// What was typed for a letter, and what is wrong with it.
#[derive(Default)]
pub(super) struct Returned {
    fault: String,
    number: String,
    to: String,
    signer: String,
}

impl Returned {
    /// What was typed in whichever form of the page, with what is to be said of it.
    pub(super) fn typed(fault: String, fields: &Fields) -> Self {
        let of = |name| value(fields, name).to_owned();
        Self { fault, number: of("so"), to: of("nguoi"), signer: of("ten") }
    }
}

/// The apology behind an address, if there is one.
async fn admitted(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
) -> Result<StoredApology, Reply> {
    let own = agency.clone();
    let found = asked.look(move |store| store.apology(&own, &id)).await?;
    found.ok_or_else(|| asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)))
}

/// The page.
pub(super) async fn page(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    status: StatusCode,
    returned: Returned,
) -> Result<Reply, Reply> {
    let stored = admitted(asked, seat, agency, id).await?;
    let words = asked.words();
    let way = Way::Apology { agency: agency.clone(), id };
    let can = |action| may(seat.role(), action, &Target::of(agency));
    let is_draft = stored.signed.is_none();
    let matter = stored.apology.matter.filter(|_| can(Action::SeeMatter));
    let matter = matter.map(|id| asked.href(&Way::Matter { agency: agency.clone(), id }));
    let letter = Way::ApologyLetter { agency: agency.clone(), id };
    let title = words.fill("desk_apology_title", &[("file", stored.apology.file.as_str())]);
    let mut shown = DeskApology {
        desk: asked.head(title, Some(seat), Some(&way)),
        action: asked.href(&way),
        register: asked.href(&Way::Apologies { agency: agency.clone() }),
        facts: facts(asked, &stored),
        late: too_late(asked, &stored),
        matter: matter.unwrap_or_default(),
        may_sign: is_draft && can(Action::SignApology),
        signer: if returned.signer.is_empty() {
            seat.officer().name.clone()
        } else {
            returned.signer
        },
        may_drop: is_draft && can(Action::DraftApology),
        letter: if can(Action::DraftApology) { asked.href(&letter) } else { String::new() },
        letter_pdf: asked.visit.reception.letter_setter.is_some(),
        number: returned.number,
        to: returned.to,
    };
    shown.desk.fault = returned.fault;
    if status == StatusCode::OK && asked.parameter("xong").is_some() {
        words.get("desk_saved").clone_into(&mut shown.desk.note);
    }
    Ok(asked.page(status, &shown))
}

/// What a form of the page needs to be allowed; none for what is no form of ours.
pub(super) fn action_of(form: &str) -> Option<Action> {
    match form {
        "sign" => Some(Action::SignApology),
        "drop" => Some(Action::DraftApology),
        _ => None,
    }
}

/// Signs a draft or throws it away; the door has asked `may`.
pub(super) async fn carry_out(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    fields: &Fields,
) -> Result<Reply, Reply> {
    admitted(asked, seat, agency, id).await?;
    let (own, register) = (agency.clone(), Way::Apologies { agency: agency.clone() });
    let (remedy, to) = if value(fields, "viec") == "sign" {
        let Some(name) = line_of(value(fields, "ten"), 120) else {
            let fault = asked.words().get("desk_incomplete").to_owned();
            let returned = Returned::typed(fault, fields);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(asked, seat, agency, id, status, returned).await;
        };
        (Remedy::Sign { agency: own.clone(), id, name }, Way::Apology { agency: own, id })
    } else {
        (Remedy::Drop { agency: own, id }, register)
    };
    let by = By { account: seat.officer().account.to_string(), at: asked.visit.now };
    let worked = asked.work(Work::Remedy { remedy: Box::new(remedy), by }).await?;
    if worked != Worked::Done {
        // Somebody else was quicker.
        let fault = asked.words().get("desk_not_now").to_owned();
        let returned = Returned { fault, ..Returned::default() };
        return page(asked, seat, agency, id, StatusCode::CONFLICT, returned).await;
    }
    let to = format!("{}?xong=1", asked.href(&to));
    Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to))
}

/// The letter.
pub(super) async fn letter(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    fields: &Fields,
) -> Result<Reply, Reply> {
    let stored = admitted(asked, seat, agency, id).await?;
    let apology = &stored.apology;
    let typed = value(fields, "so");
    let number = FileNumber::parse(typed).ok();
    let is_same = number
        .as_ref()
        .is_some_and(|number| number.hash(&asked.visit.reception.secret) == apology.hash);
    let name = value(fields, "nguoi");
    let to = line_of(name, 100);
    if (!typed.trim().is_empty() && !is_same) || (to.is_none() && !name.trim().is_empty()) {
        let returned = Returned {
            fault: asked.words().get("desk_apology_fault_other_file").to_owned(),
            number: typed.to_owned(),
            to: name.to_owned(),
            ..Returned::default()
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(asked, seat, agency, id, status, returned).await;
    }
    let kind = value(fields, "dang");
    let word = letters::kind_word(asked, kind);
    letters::note(asked, seat, Deed::LetterTaken, agency, &id, word).await?;
    let (agency_name, procedure) = (asked.agency_name(agency), procedure(asked, &stored));
    let letter = ApologyFacts {
        agency: &agency_name,
        to: to.as_deref(),
        file: number.as_ref().map_or(apology.file.as_str(), FileNumber::as_str),
        procedure: &procedure,
        failed: match apology.failing {
            Failing::Late => Failed::Late,
            Failing::Wrong => Failed::Wrong,
            Failing::Lost => Failed::Lost,
        },
        reason: &apology.reason,
        due: apology.due,
        new_due: apology.new_due,
        today: in_vietnam(asked.visit.now).0,
        signer: stored.signed.as_ref().map_or("", |signed| signed.name.as_str()),
    }
    .letter();
    letters::sheet(asked, kind, letter, &format!("xin-loi-{}", &digits(&id)[..12])).await
}

fn facts(asked: Asked<'_>, stored: &StoredApology) -> Vec<Fact> {
    let words = asked.words();
    let apology = &stored.apology;
    let some = |key: &str, value: Option<String>| {
        let name = words.get(key).to_owned();
        value.filter(|value| !value.is_empty()).map(|value| Fact { name, value })
    };
    let signed = stored.signed.as_ref();
    let signed = signed.map(|signed| format!("{} · {}", signed.name, asked.moment(signed.at)));
    let draft = || words.get("desk_apology_is_draft").to_owned();
    let drafted = format!("{} · {}", stored.drafted_by, asked.moment(stored.drafted_at));
    [
        some("desk_fact_agency", Some(asked.agency_name(&apology.agency))),
        some("desk_apology_file", Some(apology.file.to_string())),
        some("desk_apology_procedure", Some(procedure(asked, stored))),
        some(
            "desk_apology_failing",
            Some(words.get(&format!("failing_{}", apology.failing.word())).to_owned()),
        ),
        some("desk_apology_reason", Some(apology.reason.to_string())),
        some("desk_apology_due", apology.due.map(|day| words.date(day))),
        some("desk_apology_new_due", apology.new_due.map(|day| words.date(day))),
        some("desk_apology_drafted", Some(drafted)),
        some("desk_apology_signed_by", Some(signed.unwrap_or_else(draft))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// That the letter came, or comes, later than the rule asks.
fn too_late(asked: Asked<'_>, stored: &StoredApology) -> String {
    let Some(due) = stored.apology.due.filter(|_| stored.apology.failing == Failing::Late) else {
        return String::new();
    };
    let rule = &asked.visit.posted.desk.site.apology_rule;
    let written = stored.signed.as_ref().map_or(asked.visit.now, |signed| signed.at);
    if rule.is_in_time(due, in_vietnam(written).0) {
        return String::new();
    }
    let words = asked.words();
    words.fill("desk_apology_too_late", &[("day", &words.date(rule.latest(due)))])
}

fn procedure(asked: Asked<'_>, stored: &StoredApology) -> String {
    let code = stored.apology.procedure.as_ref();
    code.map(|code| asked.procedure_name(code)).unwrap_or_default()
}

/// One line of at most so many characters; none for what is empty, longer, or no line.
fn line_of(typed: &str, most: usize) -> Option<String> {
    let line = nfc(typed).trim().to_owned();
    let sound = (1..=most).contains(&line.chars().count()) && !line.contains(char::is_control);
    sound.then_some(line)
}
