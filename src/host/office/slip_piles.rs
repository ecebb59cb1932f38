//! Piles of paper slips: those that are under way, and the form that begins one. Counter, survey and days are said once.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::rating_filter::Filter;
use super::rating_list::collected;
use super::seat::Seat;
use super::way::{Way, digits, sixteen};
use super::{Fields, value};
use crate::feedback::officer::Action;
use crate::host::reply::Reply;
use crate::store::{SlipBatch, SlipCount, Work};
use crate::text::{Date, in_vietnam};
use crate::theme::context::{DeskSlipPiles, PileLine};

/// Slips may have been collected so many days ago, and over so many days.
const OLDEST: i32 = 366;
const LONGEST: i32 = 92;

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let filter = Filter::of(asked, seat, Action::KeyInSlips)?;
    shown(asked, seat, &filter, StatusCode::OK, String::new(), &[]).await
}

/// The page with what was typed.
pub(super) async fn back(
    asked: Asked<'_>,
    seat: &Seat,
    fault: String,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let filter = Filter::with(asked, seat, Action::KeyInSlips, value(fields, "agency"))?;
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
    let agency = filter.agency.clone();
    let piles = asked.look(move |store| store.slip_batches(&agency)).await?;
    let words = asked.words();
    let (today, _) = in_vietnam(asked.visit.now);
    let day = |name| {
        let typed = value(typed, name);
        if typed.is_empty() { today.to_string() } else { typed.to_owned() }
    };
    let title = words.get("desk_slips_title").to_owned();
    let mut page = DeskSlipPiles {
        desk: asked.head(title, Some(seat), Some(&Way::SlipPiles)),
        parts: filter.parts(seat, &Way::SlipPiles),
        action: asked.href(&Way::SlipPiles),
        agency: filter.agency.to_string(),
        id: digits(&SlipBatch::draw_id(|bytes| (asked.visit.reception.random)(bytes))),
        choose: filter.shown(&Way::SlipPiles),
        from: day("from"),
        until: day("until"),
        oldest: today.plus_days(-OLDEST).to_string(),
        today: today.to_string(),
        piles: piles.iter().map(|pile| line(asked, filter, pile)).collect(),
    };
    page.desk.fault = fault;
    Ok(asked.page(status, &page))
}

fn line(asked: Asked<'_>, filter: &Filter<'_>, pile: &SlipCount) -> PileLine {
    let batch = &pile.batch;
    let survey = asked.visit.posted.desk.surveys.iter().find(|one| one.id == batch.survey);
    let name = survey.map(|one| asked.voice().plain(&one.name).to_owned());
    PileLine {
        href: asked.href(&Way::Slips { agency: batch.agency.clone(), id: batch.id }),
        counter: filter.counter_name(&batch.counter),
        survey: name.unwrap_or_else(|| batch.survey.to_string()),
        when: collected(asked, batch),
        slips: pile.slips,
        account: batch.account.clone(),
        done: batch.closed_at.is_some(),
    }
}

/// Begins a pile. A form that is sent twice begins one.
pub(super) async fn begin(asked: Asked<'_>, seat: &Seat, fields: &Fields) -> Result<Reply, Reply> {
    let filter = Filter::with(asked, seat, Action::KeyInSlips, value(fields, "agency"))?;
    let Some(batch) = batch(asked, seat, &filter, fields) else {
        let fault = asked.words().get("desk_slips_days").to_owned();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown(asked, seat, &filter, status, fault, fields).await;
    };
    let way = Way::Slips { agency: batch.agency.clone(), id: batch.id };
    asked.work(Work::OpenSlips(Box::new(batch))).await?;
    Ok(asked.go_to(&way))
}

/// The pile that a form names; none where it names what is not there, or days that cannot be.
fn batch(asked: Asked<'_>, seat: &Seat, filter: &Filter<'_>, fields: &Fields) -> Option<SlipBatch> {
    let (today, _) = in_vietnam(asked.visit.now);
    let day = |name| Date::parse(value(fields, name)).ok();
    let (from, until) = (day("from")?, day("until")?);
    let days = until.day_number() - from.day_number();
    if !(0..LONGEST).contains(&days) || until > today || from < today.plus_days(-OLDEST) {
        return None;
    }
    let counter =
        filter.counters().into_iter().find(|(id, _)| id.as_str() == value(fields, "quay"));
    let surveys = &asked.visit.posted.desk.surveys;
    let survey = surveys.iter().find(|one| one.id.as_str() == value(fields, "phieu"))?;
    let id = sixteen(value(fields, "id")).filter(|id| id[12..] == [0; 4])?;
    Some(SlipBatch {
        agency: filter.agency.clone(),
        id,
        counter: counter?.0,
        survey: survey.id.clone(),
        version: survey.version,
        from,
        until,
        account: seat.officer().account.to_string(),
        opened_at: asked.visit.now,
        closed_at: None,
    })
}
