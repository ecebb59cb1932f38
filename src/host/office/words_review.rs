//! Words that may hold personal data, one after the other: they may be quoted as masked, with more hidden, or not at
//! all. To see what is hidden is in the log first.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::rating_filter::Filter;
use super::rating_list::Said;
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::officer::Action;
use crate::feedback::secrecy::{WordsReview, masked};
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{AuditEntry, By, Deed, PendingWords, Work, Worked};
use crate::theme::context::{DeskWords, PendingLine};

/// Words on a page.
const PAGE: usize = 20;

/// What is to be shown besides the list.
#[derive(Default)]
struct Shown {
    status: StatusCode,
    fault: String,
    /// The words that are shown whole.
    open: String,
    /// The words that came back with what was typed.
    typed: Option<(String, String)>,
}

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let filter = Filter::of(asked, seat, Action::ReviewWords)?;
    list(asked, seat, &filter, Shown::default()).await
}

/// The page with the words that were typed.
pub(super) async fn back(
    asked: Asked<'_>,
    seat: &Seat,
    fault: String,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let filter = Filter::of(asked, seat, Action::ReviewWords)?;
    let typed = Some((value(fields, "words-of").to_owned(), value(fields, "proposed").to_owned()));
    list(asked, seat, &filter, Shown { fault, typed, ..Shown::default() }).await
}

async fn pending(asked: Asked<'_>, filter: &Filter<'_>) -> Result<Vec<PendingWords>, Reply> {
    let Some(query) = filter.query() else { return Ok(Vec::new()) };
    asked.look(move |store| store.pending_words(&query)).await
}

async fn list(
    asked: Asked<'_>,
    seat: &Seat,
    filter: &Filter<'_>,
    shown: Shown,
) -> Result<Reply, Reply> {
    let found = pending(asked, filter).await?;
    let said = Said { asked, survey: filter.survey };
    let line = |one: &PendingWords| {
        let name = name(asked, one);
        let typed = shown.typed.as_ref().filter(|(of, _)| *of == name).map(|(_, typed)| typed);
        PendingLine {
            question: said.question(0, &one.question),
            masked: masked(&one.words),
            proposed: typed.cloned().unwrap_or_else(|| masked(&one.words)),
            whole: if shown.open == name { one.words.clone() } else { String::new() },
            name,
        }
    };
    let words = asked.words();
    let title = words.get("desk_words_title").to_owned();
    let mut page = DeskWords {
        desk: asked.head(title, Some(seat), Some(&Way::Words)),
        parts: filter.parts(seat, &Way::Words),
        filter: filter.shown(&Way::Words),
        action: filter.href(&Way::Words),
        waiting: found.len(),
        words: found.iter().take(PAGE).map(line).collect(),
    };
    page.desk.fault = shown.fault;
    if shown.status == StatusCode::OK && asked.parameter("xong").is_some() {
        words.get("desk_saved").clone_into(&mut page.desk.note);
    }
    Ok(asked.page(shown.status, &page))
}

/// What a form asks to do with words.
pub(super) async fn decide(asked: Asked<'_>, seat: &Seat, fields: &Fields) -> Result<Reply, Reply> {
    let filter = Filter::of(asked, seat, Action::ReviewWords)?;
    let gone = || {
        let fault = asked.words().get("desk_words_gone").to_owned();
        Shown { status: StatusCode::CONFLICT, fault, ..Shown::default() }
    };
    // The name is looked for among what the officer may review, so a name of elsewhere leads nowhere.
    let named = value(fields, "words-of");
    let found = pending(asked, &filter).await?;
    let Some(one) = found.into_iter().find(|one| name(asked, one) == named) else {
        return list(asked, seat, &filter, gone()).await;
    };
    let (account, at) = (seat.officer().account.to_string(), asked.visit.now);
    let counter = filter.counter.clone().unwrap_or_else(|| one.question.clone());
    let review = match value(fields, "viec") {
        "open" => {
            let entry = AuditEntry {
                at,
                account,
                deed: Deed::PersonalDataOpened,
                agency: Some(filter.agency.clone()),
                subject: counter.to_string(),
                detail: String::new(),
            };
            asked.work(Work::Note(entry)).await?;
            let open = named.to_owned();
            return list(asked, seat, &filter, Shown { open, ..Shown::default() }).await;
        }
        "approve" => Ok(WordsReview::Quotable(masked(&one.words))),
        "mask" => WordsReview::quotable(&one.words, value(fields, "proposed")),
        "withhold" => Ok(WordsReview::Withheld),
        _ => return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat))),
    };
    let Ok(review) = review else {
        let fault = asked.words().get("desk_words_changed").to_owned();
        let typed = Some((named.to_owned(), value(fields, "proposed").to_owned()));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return list(asked, seat, &filter, Shown { status, fault, typed, ..Shown::default() })
            .await;
    };
    let work = Work::ReviewWords {
        agency: filter.agency.clone(),
        counter,
        rating: one.rating,
        question: one.question,
        review,
        by: By { account, at },
    };
    match asked.work(work).await? {
        Worked::Done => {
            let to = format!("{}&xong=1", filter.href(&Way::Words));
            Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to))
        }
        _ => list(asked, seat, &filter, gone()).await,
    }
}

/// What names words in a form. The id of a rating tells when it came, so it is hashed under the host's secret.
fn name(asked: Asked<'_>, words: &PendingWords) -> String {
    let secret = &asked.visit.reception.secret;
    let name = secret.words_name(&words.rating, words.question.as_str());
    super::way::digits(&name)
}
