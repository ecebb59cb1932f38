//! Results at the desk: of an agency with its counters, of a counter, by procedure; for the province of all agencies.
//! From tallies alone, of periods that are over, and never so finely that a rater could be made out.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::results_beside;
use super::results_chart::{Draughtsman, Row};
use super::results_choice::{ResultsChoice, basis_name, period_name};
use super::results_place::ResultsPlace;
use super::results_queries::ResultsQueries;
use super::seat::Seat;
use super::way::Way;
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::Survey;
use crate::feedback::officer::Role;
use crate::feedback::satisfaction::{
    Basis, Break, Instrument, Overview, ReportingPeriod, View, day_hours,
};
use crate::host::reply::Reply;
use crate::text::{Slug, sort_key};
use crate::theme::context::{BarChart, DeskLink, DeskResults, FigureLine};

/// The fewest ratings behind what officers of a counter see.
const FEWEST: u64 = 5;

pub(super) async fn page(
    asked: Asked<'_>,
    seat: &Seat,
    place: &ResultsPlace,
) -> Result<Reply, Reply> {
    if let (ResultsPlace::All, Some(own)) = (place, seat.role().agency()) {
        return Ok(asked.go_to(&Way::Results(ResultsPlace::Agency(own.clone()))));
    }
    let desk = &asked.visit.posted.desk;
    if place.agency().is_some_and(|agency| desk.matters.place(agency.as_str()).is_none()) {
        return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)));
    }
    let way = Way::Results(place.clone());
    let title = title(asked, place);
    let mut shown = DeskResults {
        desk: asked.head(title, Some(seat), Some(&way)),
        action: asked.href(&way),
        links: Vec::new(),
        periods: Vec::new(),
        surveys: Vec::new(),
        ways: Vec::new(),
        bases: Vec::new(),
        nothing: String::new(),
        about: String::new(),
        headline: Vec::new(),
        charts: Vec::new(),
        notes: notes(asked, seat),
        on_time: String::new(),
        words: Vec::new(),
        all_words: String::new(),
    };
    let choice = ResultsChoice::of(asked);
    let chosen = choice.as_ref().and_then(|choice| Some((choice, choice.survey?, choice.basis?)));
    let Some((choice, survey, basis)) = chosen else {
        asked.words().get("desk_results_no_survey").clone_into(&mut shown.nothing);
        return Ok(asked.page(StatusCode::OK, &shown));
    };
    shown.links = links(asked, seat, place, choice);
    shown.periods = choice.period_options(asked);
    shown.surveys = choice.survey_options(asked);
    shown.ways = choice.way_options(asked);
    shown.bases = choice.basis_options(asked);
    let fewest = if matches!(seat.role(), Role::Officer(_)) { FEWEST } else { 1 };
    let queries = ResultsQueries::of(asked, seat, place, choice, fewest);
    // By the hour only of a whole agency: at a counter an hour may be one person.
    let of_hours = match place {
        ResultsPlace::Agency(agency) => Some(agency.clone()),
        _ => None,
    };
    let year = choice.period.year();
    let (found, hours) = asked
        .look(move |store| {
            let hours = of_hours.map(|agency| store.hours(&agency, year)).transpose()?;
            Ok((queries.read(store)?, hours.unwrap_or_default()))
        })
        .await?;
    let instrument = Instrument::of(survey);
    let unit = match place {
        ResultsPlace::Counter(_, counter) => Some(counter.as_str()),
        _ => None,
    };
    let view = View {
        asked: &instrument,
        trips: survey.extra_trips.as_ref(),
        basis,
        period: choice.period,
        ways: choice.ways.clone(),
        unit,
        fewest,
    };
    match found.overview(choice.until, &view) {
        Ok(overview) => {
            let sheet = Shown { asked, place, choice, survey, basis, overview: &overview };
            sheet.fill(&mut shown);
            shown.charts.extend(sheet.hours(&hours, view.fewest));
        }
        Err(error) => {
            tracing::error!(cause = error.to_string(), "tallies and the survey do not agree");
            asked.words().get("desk_results_disagree").clone_into(&mut shown.nothing);
        }
    }
    results_beside::fill(asked, seat, place, choice, &mut shown).await?;
    Ok(asked.page(StatusCode::OK, &shown))
}

fn title(asked: Asked<'_>, place: &ResultsPlace) -> String {
    let words = asked.words();
    let all = words.get("desk_results_title");
    let Some(agency) = place.agency() else { return all.to_owned() };
    let name = asked.agency_name(agency);
    match place {
        ResultsPlace::Counter(_, counter) => {
            format!("{all}: {}, {name}", counter_name(asked, agency, counter.as_str()))
        }
        _ => format!("{all}: {name}"),
    }
}

fn counter_name(asked: Asked<'_>, agency: &Slug, counter: &str) -> String {
    let place = asked.visit.posted.desk.counter(agency, counter);
    let name = place.map(|place| asked.voice().plain(&place.counter_name));
    name.filter(|name| !name.is_empty()).unwrap_or(counter).to_owned()
}

/// The ways to what else there is.
fn links(
    asked: Asked<'_>,
    seat: &Seat,
    place: &ResultsPlace,
    choice: &ResultsChoice<'_>,
) -> Vec<DeskLink> {
    let Some(agency) = place.agency() else { return Vec::new() };
    let mut to = Vec::new();
    if seat.role() == &Role::Province {
        to.push((ResultsPlace::All, "desk_results_all"));
    }
    to.push((ResultsPlace::Agency(agency.clone()), "desk_results_by_counter"));
    to.push((ResultsPlace::Procedures(agency.clone()), "desk_results_by_procedure"));
    let link = |(to, key): (ResultsPlace, &str)| DeskLink {
        name: asked.words().get(key).to_owned(),
        current: to == *place,
        href: format!("{}{}", asked.href(&Way::Results(to)), choice.query()),
    };
    to.into_iter().map(link).collect()
}

/// What must be known to read the figures.
fn notes(asked: Asked<'_>, seat: &Seat) -> Vec<String> {
    let few = matches!(seat.role(), Role::Officer(_)).then_some("desk_results_note_few");
    let keys = ["desk_results_note_sipas", "desk_results_note_chance", "desk_results_note_over"];
    let keys = keys.into_iter().chain(few).chain(["desk_results_note_bound"]);
    keys.map(|key| asked.words().get(key).to_owned()).collect()
}

/// An overview on its way to the page.
struct Shown<'a> {
    asked: Asked<'a>,
    place: &'a ResultsPlace,
    choice: &'a ResultsChoice<'a>,
    survey: &'a Survey,
    basis: Basis,
    overview: &'a Overview,
}

impl Shown<'_> {
    fn fill(&self, page: &mut DeskResults) {
        let (words, overview) = (self.asked.words(), self.overview);
        let Some(index) = &overview.index else {
            let key = if overview.withheld { "desk_results_too_few" } else { "desk_results_empty" };
            words.get(key).clone_into(&mut page.nothing);
            return;
        };
        page.about = words.fill(
            "desk_results_about",
            &[
                ("n", &words.whole(usize::try_from(index.ratings).unwrap_or(usize::MAX))),
                ("period", &period_name(self.asked, overview.period)),
                ("way", &self.choice.way_name(self.asked)),
                ("basis", &basis_name(self.asked, self.basis)),
            ],
        );
        page.headline = self.headline();
        page.charts =
            [self.criteria(), self.parts(), self.months()].into_iter().flatten().collect();
    }

    fn draw(&self) -> Draughtsman<'_> {
        let target = self.asked.visit.posted.desk.site.satisfaction_target;
        Draughtsman { asked: self.asked, target: target.map(f64::from) }
    }

    fn question(&self, id: &Slug) -> String {
        let question = self.survey.questions.iter().find(|question| question.id == *id);
        let asked = question.map(|question| self.asked.voice().plain(&question.ask));
        asked.unwrap_or(id.as_str()).to_owned()
    }

    /// The whole, the overall question and the factors.
    fn headline(&self) -> Vec<FigureLine> {
        let words = self.asked.words();
        let Some(index) = &self.overview.index else { return Vec::new() };
        let mut rows = Vec::new();
        let mut add = |name: String, figure, note: &str| {
            let (href, withheld, note) = (String::new(), true, note.to_owned());
            rows.push(Row { name, href, figure, withheld, note });
        };
        if !index.factors.is_empty() {
            let whole = words.get("desk_results_aggregate").to_owned();
            add(whole, index.whole.as_ref(), words.get("desk_results_aggregate_note"));
        }
        if let Some(overall) = &index.overall {
            add(self.question(&overall.question), overall.figure.as_ref(), "");
        }
        for factor in &index.factors {
            let name = self.survey.factors.iter().find(|one| one.id == factor.factor);
            let name =
                name.map_or(factor.factor.as_str(), |one| self.asked.voice().plain(&one.name));
            add(words.fill("desk_results_factor", &[("name", name)]), factor.figure.as_ref(), "");
        }
        let trips = self.overview.trips.as_ref();
        let trips = trips.map(|share| self.draw().share(words.get("desk_results_trips"), share));
        rows.into_iter().map(|row| self.draw().line(row)).chain(trips).collect()
    }

    fn criteria(&self) -> Option<BarChart> {
        let words = self.asked.words();
        let rows = self.overview.weakest.iter().map(|one| Row {
            name: self.question(&one.question),
            href: String::new(),
            figure: one.figure.as_ref(),
            withheld: true,
            note: match one.dont_know {
                0 => String::new(),
                n => {
                    words.count("desk_results_dont_know", usize::try_from(n).unwrap_or(usize::MAX))
                }
            },
        });
        let rows: Vec<Row<'_>> = rows.collect();
        let (title, of) = (words.get("desk_results_weakest"), words.get("desk_results_criterion"));
        (!rows.is_empty()).then(|| self.draw().figures("c", title, of, rows))
    }

    /// Counters, procedures or agencies by name: there are no ranks.
    fn parts(&self) -> Option<BarChart> {
        let words = self.asked.words();
        let mut rows: Vec<Row<'_>> =
            self.overview.parts.iter().map(|part| self.part(part)).collect();
        rows.sort_by_cached_key(|row| sort_key(&row.name));
        let (title, of) = match self.place {
            ResultsPlace::All => ("desk_results_by_agency", "desk_results_agency"),
            ResultsPlace::Agency(_) => ("desk_results_by_counter", "desk_results_counter"),
            ResultsPlace::Procedures(_) => ("desk_results_by_procedure", "desk_results_procedure"),
            ResultsPlace::Counter(..) => return None,
        };
        (!rows.is_empty()).then(|| self.draw().figures("p", words.get(title), words.get(of), rows))
    }

    fn part<'f>(&self, part: &'f crate::feedback::satisfaction::PartFigure) -> Row<'f> {
        let to = |to| format!("{}{}", self.asked.href(&Way::Results(to)), self.choice.query());
        let id = part.unit.as_str();
        let slug = Slug::parse(id).ok();
        let (name, href) = match (self.place, slug) {
            (ResultsPlace::All, Some(agency)) => {
                (self.asked.agency_name(&agency), to(ResultsPlace::Agency(agency)))
            }
            (ResultsPlace::Agency(agency), Some(counter)) => (
                counter_name(self.asked, agency, id),
                to(ResultsPlace::Counter(agency.clone(), counter)),
            ),
            _ => match ProcedureCode::parse(id) {
                Ok(code) => (self.asked.procedure_name(&code), String::new()),
                Err(_) => {
                    (self.asked.words().get("desk_results_no_procedure").to_owned(), String::new())
                }
            },
        };
        let withheld = part.ratings.is_none_or(|ratings| ratings > 0);
        Row { name, href, figure: part.figure.as_ref(), withheld, note: String::new() }
    }

    /// All ways together: when people come does not hang on how they answered.
    fn hours(&self, counted: &BTreeMap<(u32, u8), u64>, fewest: u64) -> Option<BarChart> {
        let words = self.asked.words();
        let months = ReportingPeriod::Year(self.choice.period.year()).each_month();
        let over =
            months.filter(|month| month.last_day().is_some_and(|last| last <= self.choice.until));
        let over: BTreeMap<u32, ReportingPeriod> =
            over.map(|month| (month.months().0, month)).collect();
        let counted = counted
            .iter()
            .filter_map(|((month, hour), n)| Some(((*over.get(month)?, *hour), *n)))
            .collect();
        let rows = day_hours(&counted, self.choice.period, fewest).into_iter();
        let rows = rows.map(|(hour, n)| (format!("{hour}–{} h", hour + 1), n));
        let rows: Vec<_> = rows.collect();
        let (title, of) = (words.get("desk_results_by_hour"), words.get("desk_results_hour"));
        (!rows.is_empty()).then(|| self.draw().counts("h", title, of, rows))
    }

    fn months(&self) -> Option<BarChart> {
        let words = self.asked.words();
        let mut rows = Vec::new();
        for run in &self.overview.runs {
            for (at, point) in run.points.iter().enumerate() {
                let breaks = if at == 0 { run.breaks.as_slice() } else { &[] };
                let breaks: Vec<&str> =
                    breaks.iter().map(|why| words.get(break_key(*why))).collect();
                rows.push(Row {
                    name: period_name(self.asked, point.period),
                    href: String::new(),
                    figure: point.figure.as_ref(),
                    withheld: true,
                    note: breaks.join("; "),
                });
            }
        }
        let (title, of) = (words.get("desk_results_by_month"), words.get("desk_results_month"));
        (rows.len() > 1).then(|| self.draw().figures("m", title, of, rows))
    }
}

fn break_key(why: Break) -> &'static str {
    match why {
        Break::Survey | Break::Version => "desk_break_version",
        Break::Method | Break::Aggregate => "desk_break_basis",
        Break::Ways => "desk_break_ways",
        Break::Length => "desk_break_length",
    }
}
