//! Which ratings a page of the desk is about: the agency, the counter, the survey and the month that the address names,
//! as far as the officer may see them.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::inbox::escape;
use super::reach;
use super::seat::Seat;
use super::way::Way;
use crate::feedback::Survey;
use crate::feedback::officer::{Action, Target, may};
use crate::feedback::secrecy::Horizon;
use crate::host::reply::Reply;
use crate::store::DisclosureQuery;
use crate::text::{Date, Slug};
use crate::theme::context::{Choice, DeskLink, RatingFilter};

/// How many months can be chosen.
const MONTHS: i32 = 24;

/// What the address asks for, found to be allowed.
pub(super) struct Filter<'a> {
    asked: Asked<'a>,
    pub(super) agency: Slug,
    /// The agencies to choose from.
    agencies: Vec<Slug>,
    pub(super) counter: Option<Slug>,
    pub(super) survey: Option<&'a Survey>,
    /// 202611.
    pub(super) month: u32,
    pub(super) horizon: Horizon,
}

impl<'a> Filter<'a> {
    /// Reads the address. An agency that is not the officer's is refused for this action.
    pub(super) fn of(asked: Asked<'a>, seat: &Seat, action: Action) -> Result<Self, Reply> {
        let named = asked.parameter("don-vi").unwrap_or_default();
        Self::with(asked, seat, action, &named)
    }

    /// The same for an agency that a form names.
    pub(super) fn with(
        asked: Asked<'a>,
        seat: &Seat,
        action: Action,
        named: &str,
    ) -> Result<Self, Reply> {
        let desk = &asked.visit.posted.desk;
        let agencies = reach::agencies(asked.visit, seat);
        let agency = if named.is_empty() {
            let first = agencies.iter().find(|it| desk.places.iter().any(|at| at.agency == **it));
            first.or(agencies.first()).cloned()
        } else {
            Slug::parse(named).ok()
        };
        let forbidden = || asked.notice(StatusCode::FORBIDDEN, "forbidden", Some(seat));
        let agency = agency.ok_or_else(forbidden)?;
        if !may(seat.role(), action, &Target::of(&agency)) {
            return Err(forbidden());
        }
        let horizon = Horizon::at(&desk.matters.calendar, asked.visit.now);
        let month = asked.parameter("thang").and_then(|month| month_of(&month));
        let month = month.unwrap_or_else(|| number(horizon.last_day()));
        let mut filter =
            Self { asked, agency, agencies, counter: None, survey: None, month, horizon };
        let counter = asked.parameter("quay").unwrap_or_default();
        let counters = filter.counters();
        let chosen = counters.iter().find(|(id, _)| id.as_str() == counter);
        filter.counter = chosen.or(counters.first()).map(|(id, _)| id.clone());
        let survey = asked.parameter("phieu").unwrap_or_default();
        let chosen = desk.surveys.iter().find(|one| one.id.as_str() == survey);
        filter.survey = chosen.or(desk.counter_survey()).or(desk.surveys.first());
        Ok(filter)
    }

    /// The counters of the agency with their names, in the order of their printed codes, each once.
    pub(super) fn counters(&self) -> Vec<(Slug, String)> {
        let desk = &self.asked.visit.posted.desk;
        let mut all: Vec<(Slug, String)> = Vec::new();
        for place in desk.places.iter().filter(|place| place.agency == self.agency) {
            if all.iter().all(|(id, _)| *id != place.counter) {
                let name = self.asked.voice().plain(&place.counter_name);
                let name = if name.is_empty() { place.counter.as_str() } else { name };
                all.push((place.counter.clone(), name.to_owned()));
            }
        }
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all
    }

    /// The name of a counter; its id where nothing more is known.
    pub(super) fn counter_name(&self, counter: &Slug) -> String {
        let found = self.counters().into_iter().find(|(id, _)| id == counter);
        found.map_or_else(|| counter.to_string(), |(_, name)| name)
    }

    /// What to ask the store; nothing where the agency has no counter or the site no survey.
    pub(super) fn query(&self) -> Option<DisclosureQuery> {
        Some(DisclosureQuery {
            agency: self.agency.clone(),
            counter: self.counter.clone()?,
            survey: self.survey?.id.clone(),
            month: self.month,
            horizon: self.horizon,
            before: None,
        })
    }

    /// What the form above the list shows.
    pub(super) fn shown(&self, way: &Way) -> RatingFilter {
        let asked = self.asked;
        let choice = |value: &str, name: String, chosen: bool| Choice {
            value: value.to_owned(),
            name,
            chosen,
        };
        let counters = self.counters().into_iter().map(|(id, name)| {
            let chosen = self.counter.as_ref() == Some(&id);
            choice(id.as_str(), name, chosen)
        });
        let surveys = asked.visit.posted.desk.surveys.iter().map(|survey| {
            let chosen = self.survey.is_some_and(|one| one.id == survey.id);
            choice(survey.id.as_str(), asked.voice().plain(&survey.name).to_owned(), chosen)
        });
        let last = number(self.horizon.last_day());
        let months = (0..MONTHS).map(|back| {
            let months = i32::try_from(last / 100 * 12 + last % 100 - 1).unwrap_or_default() - back;
            let (year, month) = (months / 12, months % 12 + 1);
            let value = format!("{year}-{month:02}");
            let chosen = month_of(&value) == Some(self.month);
            choice(&value, format!("{month:02}/{year}"), chosen)
        });
        RatingFilter {
            action: asked.href(way),
            agencies: self.agencies(),
            counters: counters.collect(),
            surveys: surveys.collect(),
            months: months.collect(),
        }
    }

    /// The agencies to choose from; none where there is one.
    pub(super) fn agencies(&self) -> Vec<Choice> {
        let all = self.agencies.iter().filter(|_| self.agencies.len() > 1);
        let choice = |agency: &Slug| Choice {
            value: agency.to_string(),
            name: self.asked.agency_name(agency),
            chosen: *agency == self.agency,
        };
        all.map(choice).collect()
    }

    /// The address of a way with this filter.
    pub(super) fn href(&self, way: &Way) -> String {
        let (year, month) = (self.month / 100, self.month % 100);
        let mut query = format!("don-vi={}&thang={year}-{month:02}", escape(self.agency.as_str()));
        if let Some(counter) = &self.counter {
            query = format!("{query}&quay={}", escape(counter.as_str()));
        }
        if let Some(survey) = self.survey {
            query = format!("{query}&phieu={}", escape(survey.id.as_str()));
        }
        format!("{}?{query}", self.asked.href(way))
    }

    /// The pages about ratings that the officer may open, for what is chosen here.
    pub(super) fn parts(&self, seat: &Seat, here: &Way) -> Vec<DeskLink> {
        let parts = [
            (Way::Ratings, Action::SeeRatings, "desk_ratings_title"),
            (Way::Quarantine, Action::SeeRatings, "desk_quarantine_title"),
            (Way::Words, Action::ReviewWords, "desk_words_title"),
            (Way::SlipPiles, Action::KeyInSlips, "desk_slips_title"),
        ];
        let target = Target::of(&self.agency);
        let open = parts.into_iter().filter(|(_, action, _)| may(seat.role(), *action, &target));
        open.map(|(way, _, key)| DeskLink {
            name: self.asked.words().get(key).to_owned(),
            href: self.href(&way),
            current: way == *here,
        })
        .collect()
    }
}

/// The month of a day: 202611.
fn number(day: Date) -> u32 {
    let text = day.to_string();
    month_of(&text[..7]).unwrap_or(197_001)
}

/// `2026-11` as 202611.
fn month_of(text: &str) -> Option<u32> {
    let day = Date::parse(&format!("{text}-01")).ok()?;
    let year = u32::try_from(day.year()).ok()?;
    let month: u32 = text.get(5..7)?.parse().ok()?;
    Some(year * 100 + month)
}
