//! Ratings for tests, and the sheet that they add up to.

use std::collections::BTreeMap;

use niemyet::feedback::Mode;
use niemyet::feedback::satisfaction::{
    Criterion, FactorCriteria, Instrument, PairSums, Scoring, Sheet, TopSums, Way,
};
use niemyet::text::Slug;

pub(crate) const QR: Way = Way { mode: Mode::Qr, verified: false };

pub(crate) fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

fn question(at: usize) -> Slug {
    // Not in the order of the survey, as ids are not.
    slug(&format!("c{}", (at * 7 + 3) % 100))
}

/// Questions whose best score is 5, 3 (levels) or 2 (points), in factors of these sizes.
pub(crate) fn instrument(best: u8, factors: &[usize]) -> Instrument {
    let scoring = match best {
        2 => Scoring::Points((0..=2).map(|points| (points.to_string(), points)).collect()),
        levels => Scoring::Levels(levels),
    };
    let mut at = 0..;
    let factors = factors.iter().enumerate().map(|(number, size)| FactorCriteria {
        factor: slug(&format!("f{number}")),
        criteria: at
            .by_ref()
            .take(*size)
            .map(|at| Criterion { question: question(at), scoring: scoring.clone() })
            .collect(),
    });
    let factors = factors.collect();
    Instrument { survey: slug("thu"), version: 1, overall: None, factors, extra_trips: None }
}

/// Adds up ratings, each the answers to the criteria in order. With `joint`, how they were answered together is
/// counted too, for the two best levels as well.
pub(crate) fn sheet<'a>(
    asked: &Instrument,
    ratings: impl IntoIterator<Item = (u64, Vec<&'a str>)>,
    joint: bool,
) -> Sheet {
    let criteria: Vec<&Criterion> = asked.criteria().collect();
    let mut sheet = Sheet::new(asked.survey.clone(), asked.version, QR);
    sheet.pairs = joint.then(BTreeMap::new);
    for (times, answers) in ratings {
        sheet.ratings += times;
        let mut scored = Vec::new();
        for (criterion, answer) in criteria.iter().zip(answers).filter(|(_, answer)| *answer != "-")
        {
            sheet.count(&criterion.question, answer, times);
            if let Some(score) = criterion.scoring.score(answer) {
                scored.push((&criterion.question, u64::from(score), criterion.scoring.best()));
            }
        }
        scored.sort_unstable();
        for (at, (one, first, best)) in scored.iter().enumerate().filter(|_| joint) {
            for (other, second, other_best) in &scored[at..] {
                let top = |score: u64, best: u8| u64::from(score + 1 >= u64::from(best));
                let (top_first, top_second) = (top(*first, *best), top(*second, *other_best));
                let top = TopSums {
                    first: times * top_first,
                    second: times * top_second,
                    both: times * top_first * top_second,
                };
                let sums = PairSums {
                    n: times,
                    first: times * first,
                    second: times * second,
                    product: times * first * second,
                    top: Some(top),
                };
                sheet.pair(one, other, &sums);
            }
        }
    }
    sheet
}

/// Reads ratings as the tables write them: `27x5 -;3 ?` is 27 ratings that answered 5 and nothing, and one.
pub(crate) fn written(ratings: &str) -> Vec<(u64, Vec<&str>)> {
    let runs = ratings.split(';').filter(|run| !run.is_empty());
    let counted = runs.map(|run| match run.split_once('x') {
        Some((times, answers)) => (times.parse().unwrap(), answers),
        None => (1, run),
    });
    counted.map(|(times, answers)| (times, answers.split(' ').collect())).collect()
}
