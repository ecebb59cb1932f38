//! A survey as something that measures: which questions are criteria, of which factor, and how their answers
//! are scored. What cannot be scored (words, numbers, plain choices) is not in it.

use std::collections::BTreeMap;

use super::ExtraTrips;
use crate::feedback::{Question, QuestionKind, Survey};
use crate::text::Slug;

/// How the answers to a question are scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// Levels from 1 (worst) to this number.
    Levels(u8),
    /// Points by the id of the option, 0 to 2.
    Points(BTreeMap<String, u8>),
}

/// A question that measures satisfaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its id in the survey.
    pub question: Slug,
    /// How its answers are scored.
    pub scoring: Scoring,
}

/// Criteria that are counted as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorCriteria {
    /// The factor.
    pub factor: Slug,
    /// Its criteria, in the order of the survey, at least one.
    pub criteria: Vec<Criterion>,
}

/// What a version of a survey measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The overall question ("hài lòng chung"): the first that is scored and of no factor.
    pub overall: Option<Criterion>,
    /// Factors that have criteria, in the order of the survey.
    pub factors: Vec<FactorCriteria>,
    /// Which question asks for extra trips; it is no criterion.
    pub extra_trips: Option<ExtraTrips>,
}

impl Scoring {
    /// The score of an answer as it is counted: a level in digits, the id of an option.
    pub fn score(&self, answer: &str) -> Option<u8> {
        match self {
            Self::Levels(levels) => {
                answer.parse().ok().filter(|level| (1..=*levels).contains(level))
            }
            Self::Points(options) => options.get(answer).copied(),
        }
    }

    /// The worst score.
    pub fn worst(&self) -> u8 {
        match self {
            Self::Levels(_) => 1,
            Self::Points(_) => 0,
        }
    }

    /// The best score.
    pub fn best(&self) -> u8 {
        match self {
            Self::Levels(levels) => *levels,
            Self::Points(_) => 2,
        }
    }

    /// From the worst to the best.
    pub(super) fn span(&self) -> f64 {
        f64::from(self.best() - self.worst())
    }
}

impl Instrument {
    /// What a survey measures.
    pub fn of(survey: &Survey) -> Self {
        let of_factor = |factor: &Slug| FactorCriteria {
            factor: factor.clone(),
            criteria: survey
                .questions
                .iter()
                .filter(|question| question.factor.as_ref() == Some(factor))
                .filter_map(criterion)
                .collect(),
        };
        let mut factors: Vec<FactorCriteria> =
            survey.factors.iter().map(|factor| of_factor(&factor.id)).collect();
        factors.retain(|factor| !factor.criteria.is_empty());
        let mut alone = survey.questions.iter().filter(|question| question.factor.is_none());
        Self {
            survey: survey.id.clone(),
            version: survey.version,
            overall: alone.find_map(criterion),
            factors,
            extra_trips: survey.extra_trips.clone(),
        }
    }

    /// Every criterion of every factor.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.factors.iter().flat_map(|factor| &factor.criteria)
    }
}

fn criterion(question: &Question) -> Option<Criterion> {
    let scoring = match &question.kind {
        QuestionKind::Scale(scale) => Scoring::Levels(scale.levels()),
        QuestionKind::Points(options) => Scoring::Points(
            options
                .iter()
                .filter_map(|option| Some((option.id.to_string(), option.points?)))
                .collect(),
        ),
        QuestionKind::Choice(_)
        | QuestionKind::Choices(_)
        | QuestionKind::Number { .. }
        | QuestionKind::Text { .. } => return None,
    };
    Some(Criterion { question: question.id.clone(), scoring })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::sample::{option, question, slug, survey};
    use crate::feedback::{Factor, Scale};
    use crate::text::Text;

    #[test]
    fn scored_questions_are_criteria_of_their_factor_or_the_overall_question() {
        let points = vec![option("som", Some(2)), option("muon", Some(0))];
        let of = |factor: &str, question| Question { factor: Some(slug(factor)), ..question };
        let questions = vec![
            question("di-lai", QuestionKind::Choice(vec![option("khong", None)])),
            question("chung", QuestionKind::Scale(Scale::Faces5)),
            of("f", question("a", QuestionKind::Scale(Scale::Levels3))),
            of("f", question("b", QuestionKind::Points(points))),
            of("g", question("gop-y", QuestionKind::Text { max: 9 })),
        ];
        let factor = |id| Factor { id: slug(id), name: Text::new(id) };
        let mut survey = survey("thu", questions);
        survey.factors = vec![factor("g"), factor("f")];
        let found = Instrument::of(&survey);
        assert_eq!(found.overall.as_ref().unwrap().question, slug("chung"));
        assert_eq!(found.factors.len(), 1);
        let scorings: Vec<&Scoring> = found.criteria().map(|one| &one.scoring).collect();
        assert_eq!(scorings[0], &Scoring::Levels(3));
        assert_eq!(scorings[1].score("som"), Some(2));
        assert_eq!((scorings[0].score("3"), scorings[0].score("4")), (Some(3), None));
        assert_eq!((scorings[0].score("?"), scorings[1].score("*")), (None, None));
    }
}
