//! What was set aside and why, and a person's word on it. What the ratings say is not shown: whoever saw it first could
//! let out what pleases. Officers see numbers only.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::rating_filter::Filter;
use super::rating_list::Said;
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::Mark;
use crate::feedback::officer::{Action, Target, may};
use crate::feedback::secrecy::HalfDay;
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{HeldGroup, Judgement, Verdict};
use crate::text::{Slug, nfc};
use crate::theme::context::{DeskQuarantine, HeldCountLine, HeldLine};

/// The most characters of a reason.
const LONGEST: usize = 300;

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let filter = Filter::of(asked, seat, Action::SeeRatings)?;
    shown(asked, seat, &filter, StatusCode::OK, String::new(), &[]).await
}

/// The page with the reason that was typed.
pub(super) async fn back(
    asked: Asked<'_>,
    seat: &Seat,
    fault: String,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let filter = Filter::with(asked, seat, Action::SeeRatings, value(fields, "agency"))?;
    shown(asked, seat, &filter, StatusCode::OK, fault, fields).await
}

async fn shown(
    asked: Asked<'_>,
    seat: &Seat,
    filter: &Filter<'_>,
    status: StatusCode,
    fault: String,
    typed: &Fields,
) -> Result<Reply, Reply> {
    let (agency, horizon) = (filter.agency.clone(), filter.horizon);
    let judges = may(seat.role(), Action::JudgeRating, &Target::of(&agency));
    let (counts, groups) = asked
        .look(move |store| {
            let counts = store.held_counts(&agency, horizon)?;
            let groups = if judges { store.held_groups(&agency, horizon)? } else { Vec::new() };
            Ok((counts, groups))
        })
        .await?;
    let said = Said { asked, survey: None };
    let words = asked.words();
    let title = words.get("desk_quarantine_title").to_owned();
    let mut shown = DeskQuarantine {
        desk: asked.head(title, Some(seat), Some(&Way::Quarantine)),
        parts: filter.parts(seat, &Way::Quarantine),
        action: asked.href(&Way::Quarantine),
        agency: filter.agency.to_string(),
        agencies: filter.agencies(),
        until: words.date(filter.horizon.last_day()),
        judges,
        groups: groups.iter().map(|group| line(said, filter, group, typed)).collect(),
        counts: counts
            .iter()
            .map(|count| HeldCountLine {
                counter: filter.counter_name(&count.counter),
                waiting: count.waiting,
                kept_out: count.kept_out,
            })
            .collect(),
    };
    shown.desk.fault = fault;
    if status == StatusCode::OK && asked.parameter("xong").is_some() {
        words.get("desk_saved").clone_into(&mut shown.desk.note);
    }
    Ok(asked.page(status, &shown))
}

fn line(said: Said<'_>, filter: &Filter<'_>, group: &HeldGroup, typed: &Fields) -> HeldLine {
    let is_typed = self::group(typed).is_some_and(|of| {
        of.counter == group.counter && of.half_day == group.half_day && of.marks == group.marks
    });
    HeldLine {
        reason: if is_typed { value(typed, "reason").to_owned() } else { String::new() },
        counter: filter.counter_name(&group.counter),
        counter_id: group.counter.to_string(),
        when: said.span(group.half_day, group.half_day),
        half_day: group.half_day.0,
        why: said.marks(&group.marks),
        marks: group.marks.iter().map(|mark| mark.word()).collect::<Vec<_>>().join(" "),
        n: group.n,
    }
}

/// A word on a group of ratings: each is judged, with its tallies, in one transaction, and each is a row of the log.
pub(super) async fn judge(asked: Asked<'_>, seat: &Seat, fields: &Fields) -> Result<Reply, Reply> {
    let filter = Filter::with(asked, seat, Action::JudgeRating, value(fields, "agency"))?;
    let verdict = match value(fields, "viec") {
        "release" => Verdict::Release,
        "keep_out" => Verdict::Hold,
        _ => return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat))),
    };
    let reason = nfc(value(fields, "reason")).trim().to_owned();
    let sound =
        (1..=LONGEST).contains(&reason.chars().count()) && !reason.contains(char::is_control);
    let Some(group) = group(fields).filter(|group| {
        // What may not be read yet may not be judged either.
        sound && group.half_day < filter.horizon.half_day()
    }) else {
        let fault = asked.words().get("desk_incomplete").to_owned();
        return shown(asked, seat, &filter, StatusCode::UNPROCESSABLE_ENTITY, fault, fields).await;
    };
    let (agency, wanted) = (filter.agency.clone(), group.clone());
    let ids = asked.look(move |store| store.held_ids(&agency, &wanted)).await?;
    // Somebody else was here, or more has come to it: what the officer decided about is not there any more.
    if ids.is_empty() || (ids.len() as u64) != group.n.min(1_000) {
        let fault = asked.words().get("desk_quarantine_changed").to_owned();
        return shown(asked, seat, &filter, StatusCode::CONFLICT, fault, fields).await;
    }
    let store = &asked.visit.reception.store;
    let judging: Vec<_> = ids
        .into_iter()
        .map(|rating| {
            store.judge(Judgement {
                agency: filter.agency.clone(),
                rating,
                verdict,
                reason: reason.clone(),
                account: seat.officer().account.to_string(),
                at: asked.visit.now,
            })
        })
        .collect();
    for judged in judging {
        judged.await.map_err(|error| asked.trouble(&error))?;
    }
    let to = format!("{}&xong=1", filter.href(&Way::Quarantine));
    Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to))
}

/// The group that a form names.
fn group(fields: &Fields) -> Option<HeldGroup> {
    let marks = value(fields, "marks").split(' ').filter(|word| !word.is_empty());
    Some(HeldGroup {
        counter: Slug::parse(value(fields, "counter")).ok()?,
        half_day: HalfDay(
            value(fields, "half-day").parse().ok().filter(|half| (0..100_000).contains(half))?,
        ),
        marks: marks.map(Mark::parse).collect::<Option<_>>()?,
        n: value(fields, "n").parse().ok()?,
    })
}
