//! What citizens answered at a counter, as far as the rater's secrecy allows: never one rating, never an hour, and words
//! apart from answers.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::rating_filter::Filter;
use super::seat::Seat;
use super::way::Way;
use crate::feedback::officer::{Action, Target, may};
use crate::feedback::secrecy::{HalfDay, Line, ShownWords};
use crate::feedback::{AnswerValue, Mark, Question, QuestionKind, Survey};
use crate::host::reply::Reply;
use crate::store::{Disclosure, SlipBatch};
use crate::text::Slug;
use crate::theme::context::{AnswerLine, DeskRatings, Fact, GatheredLines, WordsLine};

/// Words on a page.
const WORDS: usize = 100;

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let filter = Filter::of(asked, seat, Action::SeeRatings)?;
    let before = asked.parameter("truoc").and_then(|number| number.parse().ok()).map(HalfDay);
    let query = filter.query().map(|query| crate::store::DisclosureQuery { before, ..query });
    let found = match query {
        None => Disclosure::default(),
        Some(query) => asked.look(move |store| store.disclosed(&query)).await?,
    };
    let said = Said { asked, survey: filter.survey };
    let gathered = |when, n, lines: &[Line]| GatheredLines {
        when,
        n,
        lines: lines.iter().map(|line| said.line(line)).collect(),
    };
    let gatherings = found.gatherings.iter().map(|one| {
        let when = said.span(one.gathering.first, one.gathering.last);
        gathered(when, one.gathering.n, &one.lines)
    });
    let slips = found.slips.iter().map(|(batch, lines)| {
        gathered(collected(asked, batch), lines.iter().map(|line| line.n).sum(), lines)
    });
    let reviews = may(seat.role(), Action::ReviewWords, &Target::of(&filter.agency));
    let words = asked.words();
    let title = words.get("desk_ratings_title").to_owned();
    let next = found.next.map(|next| format!("{}&truoc={}", filter.href(&Way::Ratings), next.0));
    let from = asked.parameter("tu").and_then(|number| number.parse().ok()).unwrap_or(0_usize);
    let more = found.words.len() > from.saturating_add(WORDS);
    let more = more.then(|| format!("{}&tu={}#words", filter.href(&Way::Ratings), from + WORDS));
    let shown = DeskRatings {
        desk: asked.head(title, Some(seat), Some(&Way::Ratings)),
        parts: filter.parts(seat, &Way::Ratings),
        filter: filter.shown(&Way::Ratings),
        until: words.date(filter.horizon.last_day()),
        gatherings: gatherings.collect(),
        next: next.unwrap_or_default(),
        slips: slips.collect(),
        words: found.words.iter().skip(from).take(WORDS).map(|one| said.words(one)).collect(),
        more_words: more.unwrap_or_default(),
        review: if reviews { filter.href(&Way::Words) } else { String::new() },
    };
    Ok(asked.page(StatusCode::OK, &shown))
}

/// From when until when slips were collected.
pub(super) fn collected(asked: Asked<'_>, batch: &SlipBatch) -> String {
    let words = asked.words();
    let (from, until) = (words.date(batch.from), words.date(batch.until));
    if from == until {
        from
    } else {
        words.fill("desk_span", &[("from", &from), ("until", &until)])
    }
}

/// Answers in words, by the survey as it is posted.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) asked: Asked<'a>,
    pub(super) survey: Option<&'a Survey>,
}

impl<'a> Said<'a> {
    /// A half day, or the time between two.
    pub(super) fn span(self, first: HalfDay, last: HalfDay) -> String {
        let words = self.asked.words();
        let one = |half: HalfDay| {
            let key = if half.is_afternoon() { "desk_afternoon" } else { "desk_morning" };
            words.fill(key, &[("day", &words.date(half.day()))])
        };
        if first == last {
            return one(first);
        }
        words.fill("desk_span", &[("from", &one(first)), ("until", &one(last))])
    }

    fn line(self, line: &Line) -> AnswerLine {
        let answers = line.answers.iter().map(|(question, answer)| Fact {
            name: self.question(line.version, question),
            value: self.answer(line.version, question, answer),
        });
        AnswerLine { n: line.n, answers: answers.collect() }
    }

    /// Words with their question.
    pub(super) fn words(self, shown: &ShownWords) -> WordsLine {
        WordsLine {
            question: self.question(0, &shown.question),
            words: shown.words.clone(),
            reviewed: shown.reviewed,
            pending: shown.pending,
        }
    }

    fn find(self, version: u16, question: &Slug) -> Option<&'a Question> {
        // What another version asked under the same id may have been something else.
        let survey = self.survey.filter(|one| version == 0 || one.version == version)?;
        survey.questions.iter().find(|one| one.id == *question)
    }

    /// The words of a question; its id where they are not posted any more.
    pub(super) fn question(self, version: u16, question: &Slug) -> String {
        let found = self.find(version, question);
        found.map_or_else(
            || question.to_string(),
            |one| self.asked.voice().plain(&one.ask).to_owned(),
        )
    }

    /// The words of an answer.
    pub(super) fn answer(self, version: u16, question: &Slug, answer: &AnswerValue) -> String {
        let words = self.asked.words();
        let kind = self.find(version, question).map(|one| &one.kind);
        let option = |id: &Slug| match kind {
            Some(
                QuestionKind::Points(all) | QuestionKind::Choice(all) | QuestionKind::Choices(all),
            ) => {
                let found = all.iter().find(|one| one.id == *id);
                found.map_or_else(
                    || id.to_string(),
                    |one| self.asked.voice().plain(&one.label).to_owned(),
                )
            }
            _ => id.to_string(),
        };
        match answer {
            AnswerValue::Level(level) => {
                let levels = match kind {
                    Some(QuestionKind::Scale(scale)) => scale.levels(),
                    _ => 5,
                };
                let stem = if levels == 5 { "level5" } else { "level3" };
                format!("{level} – {}", words.get(&format!("{stem}_{level}")))
            }
            AnswerValue::Points { option: id, .. } | AnswerValue::Choice(id) => option(id),
            AnswerValue::Choices(ids) => ids.iter().map(option).collect::<Vec<_>>().join(", "),
            AnswerValue::Number(number) => number.to_string(),
            AnswerValue::Text(text) => text.clone(),
            AnswerValue::DontKnow => words.get("dont_know").to_owned(),
            AnswerValue::ErasedText => String::new(),
        }
    }

    /// Why ratings were set aside.
    pub(super) fn marks(self, marks: &[Mark]) -> Vec<String> {
        let said =
            |mark: &Mark| self.asked.words().get(&format!("desk_mark_{}", mark.word())).to_owned();
        marks.iter().filter(|mark| mark.quarantines()).map(said).collect()
    }
}
