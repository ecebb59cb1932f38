//! Paper slips keyed in one after the other: a line of signs and Enter. Each carries its number on the pile, which is
//! the key of its rating, so that going back and sending again adds nothing.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::rating_list::{Said, collected};
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::secrecy::HalfDay;
use crate::feedback::slip_line::{self, LineFault};
use crate::feedback::{
    AnswerValue, Mark, Mode, Question, QuestionKind, Receipt, Submission, Survey, field,
    is_suspected_personal,
};
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{By, KeyIn, KeyedIn, SlipBatch, SlipCount, Work};
use crate::text::Slug;
use crate::theme::context::{DeskSlips, Fact, SlipField, SlipQuestion};

/// The greatest number on a pile.
const MOST: u32 = 9_999;

/// What is to be shown besides the pile.
#[derive(Default)]
struct Shown<'a> {
    status: StatusCode,
    fault: String,
    /// What was sent; none for an empty form.
    typed: Option<&'a Fields>,
    /// The number of the slip in the form, and whether it is there already and is corrected; none for the next.
    number: Option<(u32, bool)>,
    /// Another slip has the number: the officer says which it is.
    differs: bool,
}

/// The pile behind an address; one that is not there and one of another agency are answered alike by the door.
async fn pile(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
) -> Result<SlipCount, Reply> {
    let agency = agency.clone();
    let found = asked.look(move |store| store.slip_batch(&agency, &id)).await?;
    found.ok_or_else(|| asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)))
}

/// The survey on the slips, if it is still posted as it was.
fn survey_of<'a>(asked: Asked<'a>, batch: &SlipBatch) -> Option<&'a Survey> {
    let mut surveys = asked.visit.posted.desk.surveys.iter();
    surveys.find(|one| one.id == batch.survey && one.version == batch.version)
}

pub(super) async fn page(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
) -> Result<Reply, Reply> {
    let pile = pile(asked, seat, agency, id).await?;
    let number = asked.parameter("so").and_then(|number| number.parse().ok());
    let number = number.filter(|number| (1..=pile.last).contains(number)).map(|it| (it, true));
    shown(asked, seat, &pile, Shown { number, ..Shown::default() }).await
}

async fn shown(
    asked: Asked<'_>,
    seat: &Seat,
    pile: &SlipCount,
    shown: Shown<'_>,
) -> Result<Reply, Reply> {
    let batch = &pile.batch;
    let survey = survey_of(asked, batch);
    let (number, corrects) = shown.number.unwrap_or((pile.last + 1, false));
    // Read back is what was sent last, or what is being corrected as it is kept.
    let after = asked.parameter("vua").and_then(|number| number.parse().ok());
    let last =
        if corrects { number } else { after.filter(|it| *it <= pile.last).unwrap_or(pile.last) };
    let (of, kept) = (batch.clone(), last);
    let kept = asked.look(move |store| store.slip(&of, kept)).await?;
    let said = Said { asked, survey };
    let way = Way::Slips { agency: batch.agency.clone(), id: batch.id };
    let words = asked.words();
    let open = batch.closed_at.is_none() && survey.is_some();
    let typed = |name: &str, kept: String| {
        shown.typed.map_or(kept, |fields| value(fields, name).to_owned())
    };
    let again = kept.as_ref().filter(|_| corrects);
    let line = survey.zip(again).map(|(survey, answers)| slip_line::write(survey, answers));
    let counter = asked.visit.posted.desk.counter(&batch.agency, batch.counter.as_str());
    let counter = counter.map(|place| asked.voice().plain(&place.counter_name).to_owned());
    let title = words.get("desk_slips_title").to_owned();
    let mut page = DeskSlips {
        desk: asked.head(title, Some(seat), Some(&way)),
        action: asked.href(&way),
        piles: asked.href(&Way::SlipPiles),
        about: counter.filter(|name| !name.is_empty()).unwrap_or_else(|| batch.counter.to_string()),
        survey: survey.map(|one| asked.voice().plain(&one.name).to_owned()).unwrap_or_default(),
        when: collected(asked, batch),
        slips: pile.slips,
        open,
        done: batch.closed_at.is_some(),
        number,
        corrects,
        next: pile.last + 1,
        differs: shown.differs,
        line: typed("line", line.unwrap_or_default()),
        fields: survey.map_or_else(Vec::new, |survey| {
            slip_line::open_questions(survey)
                .map(|question| open_field(said, question, again, &typed))
                .collect()
        }),
        questions: survey.map_or_else(Vec::new, |survey| {
            slip_line::questions(survey).map(|question| closed(said, question)).collect()
        }),
        last: if kept.is_some() { last } else { 0 },
        answers: kept
            .iter()
            .flatten()
            .map(|(question, answer)| Fact {
                name: said.question(batch.version, question),
                value: said.answer(batch.version, question, answer),
            })
            .collect(),
        correct: format!("{}?so={last}", asked.href(&way)),
    };
    page.desk.fault = shown.fault;
    Ok(asked.page(shown.status, &page))
}

fn open_field(
    said: Said<'_>,
    question: &Question,
    kept: Option<&Vec<(Slug, AnswerValue)>>,
    typed: &impl Fn(&str, String) -> String,
) -> SlipField {
    let name = field::of_question(question.id.as_str());
    let kept = kept.and_then(|answers| answers.iter().find(|(of, _)| *of == question.id));
    let kept = match kept {
        Some((_, AnswerValue::Text(words))) => words.clone(),
        _ => String::new(),
    };
    let QuestionKind::Text { max } = question.kind else { unreachable!("only words are open") };
    SlipField { value: typed(&name, kept), ask: said.question(0, &question.id), max, name }
}

fn closed(said: Said<'_>, question: &Question) -> SlipQuestion {
    let answer = |answer: AnswerValue| said.answer(0, &question.id, &answer);
    let numbered = |all: &[crate::feedback::Answer]| {
        let options = all.iter().enumerate();
        options
            .map(|(at, one)| {
                format!("{} – {}", at + 1, answer(AnswerValue::Choice(one.id.clone())))
            })
            .collect()
    };
    let options: Vec<String> = match &question.kind {
        QuestionKind::Scale(scale) => {
            (1..=scale.levels()).map(|level| answer(AnswerValue::Level(level))).collect()
        }
        QuestionKind::Points(all) | QuestionKind::Choice(all) | QuestionKind::Choices(all) => {
            numbered(all)
        }
        QuestionKind::Number { min, max } => vec![format!("{min}–{max}")],
        QuestionKind::Text { .. } => Vec::new(),
    };
    SlipQuestion {
        ask: said.question(0, &question.id),
        options: options.join(" · "),
        several: matches!(question.kind, QuestionKind::Choices(_)),
        unknown: question.dont_know,
    }
}

/// The pile with a slip that was typed and is to be sent again.
pub(super) async fn back(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    fault: String,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let pile = pile(asked, seat, agency, id).await?;
    let number = numbered(&pile, value(fields, "number"));
    let typed = Some(fields);
    shown(asked, seat, &pile, Shown { fault, typed, number, ..Shown::default() }).await
}

/// The number that a form names, and whether it corrects that slip: `12` is the twelfth slip, `12!` its correction.
fn numbered(pile: &SlipCount, written: &str) -> Option<(u32, bool)> {
    let corrects = written.ends_with('!');
    let number = written.trim_end_matches('!').parse::<u32>().ok();
    let most = if corrects { pile.last } else { (pile.last + 1).min(MOST) };
    number.filter(|number| (1..=most).contains(number)).map(|number| (number, corrects))
}

/// A slip that was keyed in, or the end of the pile.
pub(super) async fn send(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    id: [u8; 16],
    fields: &Fields,
) -> Result<Reply, Reply> {
    let pile = pile(asked, seat, agency, id).await?;
    let (account, at) = (seat.officer().account.to_string(), asked.visit.now);
    match value(fields, "viec") {
        "key_in" => {}
        "close" => {
            let batch = Box::new(pile.batch);
            asked.work(Work::CloseSlips { batch, by: By { account, at } }).await?;
            return Ok(asked.go_to(&Way::SlipPiles));
        }
        _ => return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat))),
    }
    let words = asked.words();
    let closed = || Shown {
        status: StatusCode::CONFLICT,
        fault: words.get("desk_slips_closed").to_owned(),
        ..Shown::default()
    };
    let Some(survey) = survey_of(asked, &pile.batch) else {
        return shown(asked, seat, &pile, closed()).await;
    };
    let back = |fault: String, number| Shown {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        fault,
        typed: Some(fields),
        number,
        differs: false,
    };
    let Some((number, corrects)) = numbered(&pile, value(fields, "number")) else {
        let fault = words.get("desk_slip_number").to_owned();
        return shown(asked, seat, &pile, back(fault, None)).await;
    };
    let typed = |question: &Question| value(fields, &field::of_question(question.id.as_str()));
    let answers = match slip_line::read(survey, value(fields, "line"), typed) {
        Ok(answers) => answers,
        Err(fault) => {
            let fault = told(asked, fault);
            return shown(asked, seat, &pile, back(fault, Some((number, corrects)))).await;
        }
    };
    let Some(submission) = submission(asked, &pile.batch, number, answers) else {
        return shown(asked, seat, &pile, closed()).await;
    };
    let batch = pile.batch.id;
    let slip = KeyIn { submission, batch, number, correct: corrects, account, at };
    let kept = asked.visit.reception.store.key_in(slip).await;
    let kept = kept.map_err(|error| asked.trouble(&error))?;
    match kept {
        KeyedIn::New | KeyedIn::Again | KeyedIn::Corrected => {
            let way = Way::Slips { agency: agency.clone(), id };
            let to = format!("{}?vua={number}", asked.href(&way));
            Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to))
        }
        KeyedIn::Differs => {
            let fault = words.fill("desk_slip_differs", &[("n", &number.to_string())]);
            let back = Shown {
                status: StatusCode::CONFLICT,
                differs: true,
                ..back(fault, Some((number, false)))
            };
            shown(asked, seat, &pile, back).await
        }
        KeyedIn::Closed | KeyedIn::Unknown => shown(asked, seat, &pile, closed()).await,
    }
}

/// The rating on a slip: counted at noon of the last day of collecting, from nobody in particular.
fn submission(
    asked: Asked<'_>,
    batch: &SlipBatch,
    number: u32,
    answers: Vec<(Slug, AnswerValue)>,
) -> Option<Submission> {
    let visit = asked.visit;
    let place = visit.posted.desk.counter(&batch.agency, batch.counter.as_str())?;
    let key = batch.key(number);
    let personal = answers.iter().any(
        |(_, answer)| matches!(answer, AnswerValue::Text(words) if is_suspected_personal(words)),
    );
    Some(Submission {
        key,
        receipt: Receipt::of(&visit.reception.secret, &key),
        survey: batch.survey.clone(),
        version: batch.version,
        agency: batch.agency.clone(),
        point: place.point.clone(),
        counter: batch.counter.clone(),
        code: place.code,
        about: None,
        language: visit.binding(),
        mode: Mode::Paper,
        ticket: None,
        answers,
        received_at: HalfDay::morning(batch.until).next().start().min(visit.now),
        marks: if personal { vec![Mark::Personal] } else { Vec::new() },
    })
}

/// What is wrong with a line, in words.
fn told(asked: Asked<'_>, fault: LineFault) -> String {
    let words = asked.words();
    match fault {
        LineFault::Count { wanted, given } => words.fill(
            "desk_slip_count",
            &[("wanted", &wanted.to_string()), ("given", &given.to_string())],
        ),
        LineFault::Answer { place, .. } => {
            words.fill("desk_slip_answer", &[("n", &place.to_string())])
        }
        LineFault::Words(_) => words.get("desk_slip_words").to_owned(),
        LineFault::Nothing => words.get("desk_slip_nothing").to_owned(),
    }
}
