//! What an agency does about weak criteria of a period, and the words of citizens that it chose for its bulletin and report. All of
//! it will be read by everybody, so nothing that seems to point at a person is taken.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::reach;
use super::seat::Seat;
use super::way::{Way, digits, sixteen};
use super::{Fields, value};
use crate::feedback::apology::names_somebody;
use crate::feedback::officer::{Action, Target, may};
use crate::feedback::personal;
use crate::feedback::satisfaction::ReportingPeriod;
use crate::feedback::{QuestionKind, Survey};
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{By, ChosenQuote, Measure, Remedy, Work, Worked};
use crate::text::{Date, Slug, in_vietnam, nfc};
use crate::theme::context::{Choice, DeskMeasures, MeasureForm, MeasureLine, QuoteLine};

/// The most characters of a line.
const LONGEST: usize = 500;

/// What of the page was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Returned {
    fault: String,
    form: MeasureForm,
    quote: String,
}

impl Returned {
    /// What was typed in whichever form of the page, with what is to be said of it.
    pub(super) fn typed(fault: String, fields: &Fields) -> Self {
        let quote = value(fields, "y-kien").to_owned();
        match value(fields, "viec") {
            "quote" => Self { fault, quote, ..Self::default() },
            _ => Self { fault, form: typed(fields), quote: String::new() },
        }
    }
}

/// The page that an address without an agency leads to.
pub(super) fn first(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let agency = reach::agencies(asked.visit, seat).into_iter().next();
    let nothing = || asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat));
    Ok(asked.go_to(&Way::Measures { agency: agency.ok_or_else(nothing)? }))
}

/// The page.
pub(super) async fn page(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    period: ReportingPeriod,
    status: StatusCode,
    returned: Returned,
) -> Result<Reply, Reply> {
    let (own, written) = (agency.clone(), period.to_string());
    let (measures, quotes) = asked
        .look(move |store| Ok((store.measures(&own, &written)?, store.quotes(&own, &written)?)))
        .await?;
    let words = asked.words();
    let may_keep = may(seat.role(), Action::KeepMeasures, &Target::of(agency));
    let way = Way::Measures { agency: agency.clone() };
    let edited = asked.parameter("ma").and_then(|id| sixteen(&id));
    let edited = measures.iter().find(|one| Some(one.id) == edited);
    let form =
        if returned.form.open { returned.form } else { edited.map(form_of).unwrap_or_default() };
    let title = words.get("desk_measures_title").to_owned();
    let mut shown = DeskMeasures {
        desk: asked.head(title, Some(seat), Some(&way)),
        action: asked.href(&way),
        agencies: reach::agency_links(asked, seat, agency, |agency| Way::Measures { agency }),
        period: period.to_string(),
        measures: measures.iter().map(|one| line(asked, one, &way, period)).collect(),
        quotes: quotes
            .into_iter()
            .map(|one| QuoteLine { id: digits(&one.id), words: one.words })
            .collect(),
        may_keep,
        criteria: criteria(asked, &form.criterion),
        form,
        quote: returned.quote,
    };
    shown.desk.fault = returned.fault;
    if status == StatusCode::OK && asked.parameter("xong").is_some() {
        words.get("desk_saved").clone_into(&mut shown.desk.note);
    }
    Ok(asked.page(status, &shown))
}

/// The period that an address or a form names; else the quarter of today.
pub(super) fn period(asked: Asked<'_>, written: Option<&str>) -> ReportingPeriod {
    let named = written.and_then(|written| ReportingPeriod::parse(written.trim()));
    named.unwrap_or_else(|| {
        let (today, _) = in_vietnam(asked.visit.now);
        let month: u8 = today.to_string()[5..7].parse().unwrap_or(1);
        ReportingPeriod::Quarter(today.year().unsigned_abs(), month.div_ceil(3))
    })
}

/// Carries out what a form of the page asks for; the door has asked `may`.
pub(super) async fn carry_out(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let period = period(asked, Some(value(fields, "ky")));
    let id = sixteen(value(fields, "ma"));
    let own = agency.clone();
    let remedy = match (value(fields, "viec"), id) {
        ("measure", id) => measured(asked, agency, period, id, fields),
        ("quote", _) => quoted(asked, agency, period, fields),
        ("drop", Some(id)) => Ok(Remedy::DropMeasure { agency: own, id }),
        ("drop-quote", Some(id)) => Ok(Remedy::DropQuote { agency: own, id }),
        _ => return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat))),
    };
    let remedy = match remedy {
        Ok(remedy) => remedy,
        Err(returned) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(asked, seat, agency, period, status, *returned).await;
        }
    };
    let quoted = match &remedy {
        Remedy::Quote(quote) => Some(quote.words.clone()),
        Remedy::Measure(measure) => measure.quote.clone(),
        _ => None,
    };
    if let Some(words) = quoted {
        let own = agency.clone();
        if asked.look(move |store| store.shows_hidden(&own, &words)).await? {
            let fault = asked.words().get("desk_measure_hidden").to_owned();
            let (status, returned) =
                (StatusCode::UNPROCESSABLE_ENTITY, Returned::typed(fault, fields));
            return page(asked, seat, agency, period, status, returned).await;
        }
    }
    let by = By { account: seat.officer().account.to_string(), at: asked.visit.now };
    let worked = asked.work(Work::Remedy { remedy: Box::new(remedy), by }).await?;
    if worked != Worked::Done {
        let fault = asked.words().get("desk_not_now").to_owned();
        let returned = Returned { fault, ..Returned::default() };
        return page(asked, seat, agency, period, StatusCode::CONFLICT, returned).await;
    }
    let way = asked.href(&Way::Measures { agency: agency.clone() });
    let to = format!("{way}?xong=1&ky={period}");
    Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to))
}

/// A line that everybody may read: none if it is empty or too long, an error if it seems to point at somebody.
fn public_line(typed: &str) -> Result<Option<String>, ()> {
    let line = nfc(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Ok(None);
    }
    let sound = line.chars().count() <= LONGEST
        && !line.contains(char::is_control)
        && !personal::is_suspected(&line)
        && !names_somebody(&line);
    if sound { Ok(Some(line)) } else { Err(()) }
}

fn measured(
    asked: Asked<'_>,
    agency: &Slug,
    period: ReportingPeriod,
    id: Option<[u8; 16]>,
    fields: &Fields,
) -> Result<Remedy, Box<Returned>> {
    let fault = |key: &str| {
        let (fault, form) = (asked.words().get(key).to_owned(), typed(fields));
        Box::new(Returned { fault, form, ..Returned::default() })
    };
    let some = |name| public_line(value(fields, name)).map_err(|()| fault("desk_measure_personal"));
    let line = |name| some(name)?.ok_or_else(|| fault("desk_incomplete"));
    let surveys = &asked.visit.posted.desk.surveys;
    let criterion = value(fields, "tieu-chi").split_once('/').and_then(|(survey, question)| {
        let survey = surveys.iter().find(|one| one.id.as_str() == survey)?;
        let question = survey.questions.iter().find(|one| one.id.as_str() == question)?;
        Some((survey.id.clone(), question.id.clone()))
    });
    let (survey, criterion) = criterion.ok_or_else(|| fault("desk_incomplete"))?;
    let until = Date::parse(value(fields, "den-ngay"));
    Ok(Remedy::Measure(Box::new(Measure {
        id: id.unwrap_or_else(|| asked.new_id()),
        agency: agency.clone(),
        period: period.to_string(),
        counter: None,
        survey,
        criterion,
        cause: line("nguyen-nhan")?,
        measure: line("viec-lam")?,
        answerable: line("phu-trach")?,
        until: until.map_err(|_| fault("desk_apology_fault_day"))?,
        outcome: some("ket-qua")?,
        quote: some("y-kien")?,
    })))
}

fn quoted(
    asked: Asked<'_>,
    agency: &Slug,
    period: ReportingPeriod,
    fields: &Fields,
) -> Result<Remedy, Box<Returned>> {
    let typed = value(fields, "y-kien");
    let fault = |key: &str| {
        let fault = asked.words().get(key).to_owned();
        Box::new(Returned { fault, quote: typed.to_owned(), ..Returned::default() })
    };
    let words = public_line(typed).map_err(|()| fault("desk_measure_personal"))?;
    Ok(Remedy::Quote(Box::new(ChosenQuote {
        id: asked.new_id(),
        agency: agency.clone(),
        period: period.to_string(),
        counter: None,
        words: words.ok_or_else(|| fault("desk_incomplete"))?,
    })))
}

/// The form as it was sent.
fn typed(fields: &Fields) -> MeasureForm {
    let typed = |name| value(fields, name).to_owned();
    MeasureForm {
        open: true,
        id: typed("ma"),
        criterion: typed("tieu-chi"),
        cause: typed("nguyen-nhan"),
        measure: typed("viec-lam"),
        answerable: typed("phu-trach"),
        until: typed("den-ngay"),
        outcome: typed("ket-qua"),
        quote: typed("y-kien"),
    }
}

fn form_of(measure: &Measure) -> MeasureForm {
    MeasureForm {
        open: true,
        id: digits(&measure.id),
        criterion: format!("{}/{}", measure.survey, measure.criterion),
        cause: measure.cause.clone(),
        measure: measure.measure.clone(),
        answerable: measure.answerable.clone(),
        until: measure.until.to_string(),
        outcome: measure.outcome.clone().unwrap_or_default(),
        quote: measure.quote.clone().unwrap_or_default(),
    }
}

fn line(asked: Asked<'_>, one: &Measure, way: &Way, period: ReportingPeriod) -> MeasureLine {
    let words = asked.words();
    let until = words.date(one.until);
    let head = [("name", one.answerable.as_str()), ("day", until.as_str())];
    MeasureLine {
        id: digits(&one.id),
        criterion: criterion_name(asked, &one.survey, &one.criterion),
        cause: one.cause.clone(),
        measure: one.measure.clone(),
        answerable: words.fill("desk_measure_until_day", &head),
        outcome: one.outcome.clone().unwrap_or_default(),
        quote: one.quote.clone().unwrap_or_default(),
        edit: format!("{}?ky={period}&ma={}#measure", asked.href(way), digits(&one.id)),
    }
}

/// The question in words; its id where the survey is gone.
fn criterion_name(asked: Asked<'_>, survey: &Slug, question: &Slug) -> String {
    let surveys = asked.visit.posted.desk.surveys.iter();
    let mut questions = surveys.filter(|one| one.id == *survey).flat_map(|one| &one.questions);
    let found = questions.find(|one| one.id == *question);
    found.map_or_else(|| question.to_string(), |one| asked.voice().plain(&one.ask).to_owned())
}

/// Questions that can be found weak: all but free words.
fn criteria(asked: Asked<'_>, chosen: &str) -> Vec<Choice> {
    let voice = asked.voice();
    let of_survey = |survey: &Survey| {
        let name = voice.plain(&survey.name).to_owned();
        let asks = survey.questions.iter();
        let asks = asks.filter(|one| !matches!(one.kind, QuestionKind::Text { .. }));
        asks.map(|one| {
            let value = format!("{}/{}", survey.id, one.id);
            Choice {
                chosen: value == chosen,
                name: format!("{name}: {}", voice.plain(&one.ask)),
                value,
            }
        })
        .collect::<Vec<_>>()
    };
    asked.visit.posted.desk.surveys.iter().flat_map(of_survey).collect()
}
