//! What of the results is asked for by the address: the period, the survey, the way of answering, the formulas. What is
//! not asked for or cannot be has the first of its kind.

use std::collections::BTreeSet;

use super::asked::Asked;
use crate::feedback::satisfaction::{
    Aggregate, Basis, Instrument, Method, ReportingPeriod, Way as Answering,
};
use crate::feedback::{Mode, Survey};
use crate::text::{Date, in_vietnam};
use crate::theme::context::Choice;

/// Closed months, quarters and years that can be chosen.
const MONTHS: usize = 13;
const QUARTERS: usize = 5;
const YEARS: usize = 2;

/// How far back a working day is looked for; no holidays are as long.
const FARTHEST: i32 = 30;

/// What is asked for.
pub(super) struct ResultsChoice<'a> {
    /// All periods that can be chosen, those that ended last first.
    pub(super) periods: Vec<ReportingPeriod>,
    pub(super) period: ReportingPeriod,
    pub(super) surveys: Vec<&'a Survey>,
    /// None where the site has none that measures.
    pub(super) survey: Option<&'a Survey>,
    /// One, or all of them combined.
    pub(super) ways: BTreeSet<Answering>,
    /// Formulas that fit the survey.
    pub(super) bases: Vec<Basis>,
    pub(super) basis: Option<Basis>,
    /// The last day of which anything is shown.
    pub(super) until: Date,
}

impl<'a> ResultsChoice<'a> {
    pub(super) fn of(asked: Asked<'a>) -> Option<Self> {
        let desk = &asked.visit.posted.desk;
        let value = |name| asked.parameter(name).unwrap_or_default();
        let until = last_day_read(asked);
        let periods = closed(until);
        let wanted = ReportingPeriod::parse(&value("ky"));
        let period = wanted
            .filter(|wanted| periods.contains(wanted))
            .or_else(|| periods.iter().copied().find(|period| period.length() == 1))?;
        let offered = desk.site.counter_survey.iter().chain(&desk.site.more_surveys);
        let surveys: Vec<&Survey> = offered
            .filter_map(|id| desk.surveys.iter().find(|survey| survey.id == *id))
            .filter(|survey| measures(survey))
            .collect();
        let wanted = value("phieu");
        let survey = surveys.iter().find(|survey| survey.id.as_str() == wanted);
        let survey = survey.or_else(|| surveys.first()).copied();
        let wanted = value("cach");
        let ways = if wanted == "gop" {
            all_ways().collect()
        } else {
            let way = all_ways().find(|way| word(*way) == wanted);
            [way.unwrap_or(Answering { mode: Mode::Qr, verified: false })].into()
        };
        let formulas = survey.map(fitting).unwrap_or_default();
        let wanted = value("tinh");
        let basis = formulas.iter().find(|basis| basis_word(**basis) == wanted);
        let basis = basis.or_else(|| formulas.first()).copied();
        Some(Self { periods, period, surveys, survey, ways, bases: formulas, basis, until })
    }

    /// What is chosen, as a query.
    pub(super) fn query(&self) -> String {
        let survey = self.survey.map(|survey| survey.id.as_str()).unwrap_or_default();
        let basis = self.basis.map(basis_word).unwrap_or_default();
        format!("?ky={}&phieu={survey}&cach={}&tinh={basis}", self.period, self.way_word())
    }

    fn way_word(&self) -> String {
        match self.ways.first() {
            Some(way) if self.ways.len() == 1 => word(*way),
            _ => "gop".into(),
        }
    }

    /// The name of the way, or of all of them.
    pub(super) fn way_name(&self, asked: Asked<'_>) -> String {
        match self.ways.first() {
            Some(way) if self.ways.len() == 1 => way_name(asked, *way),
            _ => asked.words().get("desk_results_combined").to_owned(),
        }
    }

    pub(super) fn period_options(&self, asked: Asked<'_>) -> Vec<Choice> {
        let one = |period: &ReportingPeriod| Choice {
            value: period.to_string(),
            name: period_name(asked, *period),
            chosen: *period == self.period,
        };
        self.periods.iter().map(one).collect()
    }

    pub(super) fn survey_options(&self, asked: Asked<'_>) -> Vec<Choice> {
        let one = |survey: &&Survey| Choice {
            value: survey.id.to_string(),
            name: format!("{} ({})", asked.voice().plain(&survey.name), survey.version),
            chosen: self.survey.is_some_and(|chosen| chosen.id == survey.id),
        };
        self.surveys.iter().map(one).collect()
    }

    pub(super) fn way_options(&self, asked: Asked<'_>) -> Vec<Choice> {
        let chosen = self.way_word();
        let one = |way: Answering| Choice {
            value: word(way),
            name: way_name(asked, way),
            chosen: word(way) == chosen,
        };
        let combined = Choice {
            value: "gop".into(),
            name: asked.words().get("desk_results_combined").to_owned(),
            chosen: chosen == "gop",
        };
        all_ways().map(one).chain([combined]).collect()
    }

    pub(super) fn basis_options(&self, asked: Asked<'_>) -> Vec<Choice> {
        let one = |basis: &Basis| Choice {
            value: basis_word(*basis),
            name: basis_name(asked, *basis),
            chosen: Some(*basis) == self.basis,
        };
        self.bases.iter().map(one).collect()
    }
}

/// The last day of which the desk shows anything: nothing of the last working day or after it, so that nobody who
/// stood at a counter today finds themselves in a figure tomorrow morning.
fn last_day_read(asked: Asked<'_>) -> Date {
    let calendar = &asked.visit.posted.desk.matters.calendar;
    let (today, _) = in_vietnam(asked.visit.now);
    let mut back = (0..FARTHEST).map(|days| today.plus_days(-days));
    let working = back.find(|day| calendar.is_working_day(*day));
    working.unwrap_or_else(|| today.plus_days(-FARTHEST)).plus_days(-1)
}

/// Periods that are over, those that ended last first, longer ones before shorter ones.
fn closed(until: Date) -> Vec<ReportingPeriod> {
    let year = u16::try_from(until.year()).unwrap_or_default();
    let years = (0..=2).map(|back| year.saturating_sub(back));
    let is_over = |period: &ReportingPeriod| period.last_day().is_some_and(|last| last <= until);
    let latest = |of: Vec<ReportingPeriod>, most| {
        let mut over: Vec<_> = of.into_iter().filter(is_over).collect();
        over.sort_by_key(|period| std::cmp::Reverse(period.months()));
        over.truncate(most);
        over
    };
    let whole = years.clone().map(ReportingPeriod::Year).collect();
    let quarters =
        years.clone().flat_map(|year| (1..=4).map(move |at| ReportingPeriod::Quarter(year, at)));
    let months = years.flat_map(|year| (1..=12).map(move |at| ReportingPeriod::Month(year, at)));
    let mut all = latest(whole, YEARS);
    all.extend(latest(quarters.collect(), QUARTERS));
    all.extend(latest(months.collect(), MONTHS));
    all.sort_by_key(|period| std::cmp::Reverse((period.months().1, period.length())));
    all
}

fn measures(survey: &Survey) -> bool {
    let found = Instrument::of(survey);
    found.overall.is_some() || found.criteria().next().is_some()
}

/// The formulas that fit every question that a survey scores. Where nothing is summed up there is one aggregate only.
fn fitting(survey: &Survey) -> Vec<Basis> {
    let asked = Instrument::of(survey);
    let scorings: Vec<_> = asked.criteria().chain(&asked.overall).map(|one| &one.scoring).collect();
    let several = asked.criteria().nth(1).is_some();
    let fits = |method: Method| scorings.iter().all(|scoring| method.fits(scoring));
    Basis::all()
        .filter(|basis| several || basis.aggregate == Aggregate::CriteriaMean)
        .filter(|basis| fits(basis.method))
        .collect()
}

fn all_ways() -> impl Iterator<Item = Answering> {
    let of = |mode| [false, true].map(|verified| Answering { mode, verified });
    Mode::ALL.into_iter().flat_map(of)
}

fn word(way: Answering) -> String {
    format!("{}-{}", way.mode.word(), if way.verified { "verified" } else { "open" })
}

fn way_name(asked: Asked<'_>, way: Answering) -> String {
    let words = asked.words();
    let mode = words.get(match way.mode {
        Mode::Qr => "desk_mode_qr",
        Mode::Web => "desk_mode_web",
        Mode::Kiosk => "desk_mode_kiosk",
        Mode::Paper => "desk_mode_paper",
        Mode::Helped => "desk_mode_helped",
    });
    let proof = words.get(if way.verified { "desk_mode_verified" } else { "desk_mode_open" });
    format!("{mode}, {proof}")
}

fn basis_word(basis: Basis) -> String {
    format!("{}-{}", basis.method.id(), basis.aggregate.id())
}

/// The formulas in words.
pub(super) fn basis_name(asked: Asked<'_>, basis: Basis) -> String {
    let words = asked.words();
    let method = words.get(match basis.method {
        Method::Top2 => "desk_method_top2",
        Method::Mean5 => "desk_method_mean5",
        Method::Linear => "desk_method_linear",
        Method::Points012 => "desk_method_points012",
    });
    let aggregate = words.get(match basis.aggregate {
        Aggregate::CriteriaMean => "desk_aggregate_criteria_mean",
        Aggregate::FactorMean => "desk_aggregate_factor_mean",
        Aggregate::Pooled => "desk_aggregate_pooled",
    });
    format!("{method}; {aggregate}")
}

/// A period in words.
pub(super) fn period_name(asked: Asked<'_>, period: ReportingPeriod) -> String {
    let (key, part) = match period {
        ReportingPeriod::Year(_) => ("desk_period_year", String::new()),
        ReportingPeriod::Quarter(_, quarter) => ("desk_period_quarter", quarter.to_string()),
        ReportingPeriod::Month(_, month) => ("desk_period_month", month.to_string()),
    };
    let year = period.year().to_string();
    asked.words().fill(key, &[("part", &part), ("year", &year)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_periods_that_are_over_can_be_chosen() {
        let until = |day| closed(Date::parse(day).unwrap());
        let written: Vec<String> = until("2026-11-30").iter().map(ToString::to_string).collect();
        assert_eq!(written[..4], ["2026-11", "2026-10", "2026-q3", "2026-09"]);
        assert_eq!(until("2026-11-29")[0].to_string(), "2026-10");
        let ends: Vec<String> =
            until("2026-12-31").iter().take(3).map(ToString::to_string).collect();
        assert_eq!(ends, ["2026", "2026-q4", "2026-12"]);
        assert_eq!(until("2026-11-30").len(), MONTHS + QUARTERS + YEARS);
    }
}
