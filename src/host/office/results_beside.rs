//! What stands beside the figures of the desk: how many files were in time, and what people wrote. Words come as the
//! list of ratings discloses them, without any time and apart from answers.

use super::asked::Asked;
use super::inbox::escape;
use super::rating_list::Said;
use super::results_choice::ResultsChoice;
use super::results_place::ResultsPlace;
use super::seat::Seat;
use super::way::Way;
use crate::feedback::officer::{Action, Target, may};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::feedback::secrecy::Horizon;
use crate::host::reply::Reply;
use crate::publication::results::FileCounts;
use crate::store::DisclosureQuery;
use crate::theme::context::DeskResults;

/// The most words beside the figures; the list of ratings has them all.
const WORDS: usize = 12;

/// Of a longer period the last months are looked at: words of ratings are read, and not tallies.
const MONTHS: usize = 3;

/// Fills in what stands beside the figures.
pub(super) async fn fill(
    asked: Asked<'_>,
    seat: &Seat,
    place: &ResultsPlace,
    choice: &ResultsChoice<'_>,
    page: &mut DeskResults,
) -> Result<(), Reply> {
    page.on_time = on_time(asked, place, choice.period).unwrap_or_default();
    let (ResultsPlace::Counter(agency, counter), Some(survey)) = (place, choice.survey) else {
        return Ok(());
    };
    if !may(seat.role(), Action::SeeRatings, &Target::of(agency)) {
        return Ok(());
    }
    let horizon = Horizon::at(&asked.visit.posted.desk.matters.calendar, asked.visit.now);
    let over = |month: &ReportingPeriod| month.last_day().is_some_and(|last| last <= choice.until);
    let mut months: Vec<u32> =
        choice.period.each_month().filter(over).map(|month| month.months().0).collect();
    months.reverse();
    months.truncate(MONTHS);
    let Some(last) = months.first().copied() else { return Ok(()) };
    let query = |month| DisclosureQuery {
        agency: agency.clone(),
        counter: counter.clone(),
        survey: survey.id.clone(),
        month,
        horizon,
        before: None,
    };
    let queries: Vec<DisclosureQuery> = months.into_iter().map(query).collect();
    let found = asked
        .look(move |store| {
            let each = queries.iter().map(|query| store.disclosed(query));
            each.collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let said = Said { asked, survey: Some(survey) };
    let words = found.iter().flat_map(|month| &month.words).filter(|one| !one.pending);
    page.words = words.take(WORDS).map(|one| said.words(one)).collect();
    page.all_words = format!(
        "{}?don-vi={}&thang={}-{:02}&quay={}&phieu={}#words",
        asked.href(&Way::Ratings),
        escape(agency.as_str()),
        last / 100,
        last % 100,
        escape(counter.as_str()),
        escape(survey.id.as_str())
    );
    Ok(())
}

/// Files in time of an agency, or of all of them.
fn on_time(asked: Asked<'_>, place: &ResultsPlace, period: ReportingPeriod) -> Option<String> {
    let performance = &asked.visit.posted.desk.performance;
    let counts = FileCounts::over(performance, period, place.agency())?;
    let (words, share) = (asked.words(), counts.in_time()?);
    let percent = words.fill("results_percent", &[("n", &share.written(words.number_style()))]);
    let whole = |n: u64| words.number_style().whole(n);
    let (returned, late) = (whole(counts.returned()), whole(counts.past_due()));
    let target = FileCounts::TARGET.to_string();
    let places = [("share", &*percent), ("n", &*returned), ("late", &*late), ("target", &*target)];
    Some(words.fill("desk_results_in_time", &places))
}
