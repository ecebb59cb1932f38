//! The figures of one unit on one way in one period, as they were published: rounded, with their n and interval.
//! Of what was withheld nothing but that it was.

use super::{Percent, Topic, Unit};
use crate::feedback::satisfaction::{Figure, IntervalRule, Share, Ways};

/// A cell of a bulletin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCell {
    /// Of whom.
    pub unit: Unit,
    /// On which ways the ratings came.
    pub ways: Ways,
    /// How many ratings; none where that is withheld.
    pub ratings: Option<u64>,
    /// What is shown, in the order of the survey.
    pub figures: Vec<PublishedFigure>,
    /// What is withheld.
    pub withheld: Vec<Topic>,
}

/// A figure of a bulletin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// What it is of.
    pub of: Topic,
    /// The figure.
    pub percent: Percent,
    /// The lower end of its 95 % interval.
    pub low: Percent,
    /// The upper end.
    pub high: Percent,
    /// How the interval was made.
    pub rule: IntervalRule,
    /// How many ratings answered; of several criteria, the one with most.
    pub n: u64,
    /// Of several criteria, the one with fewest answers.
    pub least: u64,
    /// Answers to all criteria together.
    pub answers: u64,
    /// Criteria with answers.
    pub criteria: usize,
    /// Criteria that were asked.
    pub asked: usize,
}

impl PublishedCell {
    /// The figure of a topic, if it is shown.
    pub fn figure(&self, of: &Topic) -> Option<&PublishedFigure> {
        self.figures.iter().find(|figure| figure.of == *of)
    }

    /// Whether a topic is withheld.
    pub fn withholds(&self, of: &Topic) -> bool {
        self.withheld.contains(of)
    }
}

impl PublishedFigure {
    /// A figure as it is published.
    pub fn rounded(of: Topic, figure: &Figure) -> Self {
        Self {
            of,
            percent: Percent::nearest(figure.percent),
            low: Percent::nearest(figure.interval.low),
            high: Percent::nearest(figure.interval.high),
            rule: figure.interval.rule,
            n: figure.counted.n,
            least: figure.counted.least,
            answers: figure.counted.answers,
            criteria: figure.counted.criteria,
            asked: figure.counted.asked,
        }
    }

    /// A share of answers to one question as it is published.
    pub fn of_share(of: Topic, share: &Share) -> Self {
        Self {
            of,
            percent: Percent::nearest(share.percent),
            low: Percent::nearest(share.interval.low),
            high: Percent::nearest(share.interval.high),
            rule: share.interval.rule,
            n: share.n,
            least: share.n,
            answers: share.n,
            criteria: 1,
            asked: 1,
        }
    }
}
