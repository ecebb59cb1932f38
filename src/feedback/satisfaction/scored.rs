//! The answers to one criterion as numbers, by one method.

use super::{Criterion, IndexError, Method, Scoring, Sheet};
use crate::text::Slug;

/// Sums over the valid answers to a criterion.
#[derive(Clone, Debug)]
pub(super) struct Scored<'a> {
    pub(super) question: &'a Slug,
    pub(super) scoring: &'a Scoring,
    pub(super) method: Method,
    /// How many valid answers: neither passed over nor "don't know".
    pub(super) n: u64,
    /// How many said that they do not know.
    pub(super) dont_know: u64,
    /// The sum of what they are worth, each 0 to 1.
    sum: f64,
    /// The sum of the squares.
    squares: f64,
}

impl<'a> Scored<'a> {
    /// Reads them from a sheet, whose sums must agree with its counts.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(super) fn read(
        sheet: &Sheet,
        criterion: &'a Criterion,
        method: Method,
    ) -> Result<Self, IndexError> {
        let Criterion { question, scoring } = criterion;
        if !method.fits(scoring) {
            return Err(IndexError::Unfit { method: method.id(), question: question.clone() });
        }
        let (n, dont_know, sum, squares) = (0, 0, 0.0, 0.0);
        let mut scored = Self { question, scoring, method, n, dont_know, sum, squares };
        let (mut raw_sum, mut raw_squares) = (0, 0);
        for (answer, &times) in sheet.answers.get(question).into_iter().flatten() {
            if answer == Sheet::DONT_KNOW {
                scored.dont_know += times;
                continue;
            }
            let score = scoring.score(answer).ok_or_else(|| IndexError::UnknownAnswer {
                question: question.clone(),
                answer: answer.clone(),
            })?;
            let worth = method.unit(scoring, score);
            scored.n += times;
            scored.sum += worth * times as f64;
            scored.squares += worth * worth * times as f64;
            raw_sum += u64::from(score) * times;
            raw_squares += u64::from(score).pow(2) * times;
        }
        let answers = scored.n + scored.dont_know;
        if answers > sheet.ratings {
            let (question, ratings) = (question.clone(), sheet.ratings);
            return Err(IndexError::TooManyAnswers { question, answers, ratings });
        }
        if let Some(pairs) = &sheet.pairs {
            let own = pairs.get(&(question.clone(), question.clone())).copied().unwrap_or_default();
            let found = (own.n, own.first, own.second, own.product);
            if found != (scored.n, raw_sum, raw_sum, raw_squares) {
                return Err(IndexError::Disagrees { question: question.clone() });
            }
        }
        Ok(scored)
    }

    /// How many answers, as a number to reckon with.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(super) fn count(&self) -> f64 {
        self.n as f64
    }

    /// The mean worth; only where there are answers.
    pub(super) fn mean(&self) -> f64 {
        self.sum / self.count()
    }

    /// The sum of what all answers are worth.
    pub(super) fn sum(&self) -> f64 {
        self.sum
    }

    /// The sum of squared distances from `centre`.
    pub(super) fn squares_about(&self, centre: f64) -> f64 {
        let squares = self.squares - 2.0 * centre * self.sum + self.count() * centre * centre;
        squares.max(0.0)
    }

    /// The sum of products of the distances of this criterion from `centre` and of another from
    /// `other_centre`, over the ratings that scored both; none where that was not counted.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(super) fn products_about(
        &self,
        centre: f64,
        other: &Self,
        other_centre: f64,
        sheet: &Sheet,
    ) -> Option<f64> {
        // Pairs lie in the order of the ids.
        if other.question < self.question {
            return other.products_about(other_centre, self, centre, sheet);
        }
        let key = (self.question.clone(), other.question.clone());
        let Some(pair) = sheet.pairs.as_ref()?.get(&key).filter(|pair| pair.n > 0) else {
            return Some(0.0);
        };
        let n = pair.n as f64;
        let (first, second, product) = if self.method.is_share() {
            let top = pair.top?;
            (top.first as f64, top.second as f64, top.both as f64)
        } else {
            let (worst, other_worst) =
                (f64::from(self.scoring.worst()), f64::from(other.scoring.worst()));
            let (span, other_span) = (self.scoring.span(), other.scoring.span());
            let (first, second) = (pair.first as f64, pair.second as f64);
            let product = pair.product as f64 - other_worst * first - worst * second;
            (
                (first - n * worst) / span,
                (second - n * other_worst) / other_span,
                (product + n * worst * other_worst) / (span * other_span),
            )
        };
        Some(product - centre * second - other_centre * first + n * centre * other_centre)
    }
}
