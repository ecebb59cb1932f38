//! The satisfaction index of one cell: every criterion, every factor, the whole, and beside it the overall
//! question. It is never the official SIPAS index, which is measured in a sample of all adults.

use super::scored::Scored;
use super::{Basis, Criterion, Figure, IndexError, Instrument, Sheet, Ways};
use crate::text::Slug;

/// Figures of one cell by one method and aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The formulas of all figures in it.
    pub basis: Basis,
    /// On which ways the ratings came; says so if several were combined.
    pub ways: Ways,
    /// How many ratings, whatever they answered.
    pub ratings: u64,
    /// The whole; none if no criterion was answered or the survey has none.
    pub whole: Option<Figure>,
    /// The overall question, beside the whole and never in it; none if the survey has none.
    pub overall: Option<CriterionFigure>,
    /// The factors, in the order of the survey.
    pub factors: Vec<FactorFigure>,
}

/// A factor and its criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorFigure {
    /// The factor.
    pub factor: Slug,
    /// Its figure; none if no criterion was answered.
    pub figure: Option<Figure>,
    /// Its criteria, in the order of the survey.
    pub criteria: Vec<CriterionFigure>,
}

/// A question alone.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionFigure {
    /// The question.
    pub question: Slug,
    /// Its figure; none if nobody answered.
    pub figure: Option<Figure>,
    /// How many said that they do not know or did not use it; not among the answers.
    pub dont_know: u64,
}

impl Index {
    /// The index of a sheet by the questions that were asked.
    pub fn of(sheet: &Sheet, asked: &Instrument, basis: Basis) -> Result<Self, IndexError> {
        if (&sheet.survey, sheet.version) != (&asked.survey, asked.version) {
            let name = |survey: &Slug, version| format!("{survey} version {version}");
            return Err(IndexError::OtherSurvey {
                sheet: name(&sheet.survey, sheet.version),
                instrument: name(&asked.survey, asked.version),
            });
        }
        let read = |criterion| Scored::read(sheet, criterion, basis.method);
        let alone = |scored: Scored<'_>| CriterionFigure {
            question: scored.question.clone(),
            dont_know: scored.dont_know,
            figure: Figure::of(&[vec![scored]], basis, sheet),
        };
        let mut scored = Vec::with_capacity(asked.factors.len());
        for factor in &asked.factors {
            let criteria: Result<Vec<Scored<'_>>, _> = factor.criteria.iter().map(read).collect();
            scored.push(criteria?);
        }
        let overall = asked.overall.as_ref().map(|criterion: &Criterion| read(criterion));
        let factors = asked.factors.iter().zip(&scored).map(|(factor, criteria)| FactorFigure {
            factor: factor.factor.clone(),
            figure: Figure::of(std::slice::from_ref(criteria), basis, sheet),
            criteria: criteria.iter().cloned().map(alone).collect(),
        });
        Ok(Self {
            survey: sheet.survey.clone(),
            version: sheet.version,
            basis,
            ways: sheet.ways().clone(),
            ratings: sheet.ratings,
            whole: Figure::of(&scored, basis, sheet),
            overall: overall.transpose()?.map(alone),
            factors: factors.collect(),
        })
    }

    /// What stands for the cell as a whole: the aggregate of its factors, or where the survey has none, its
    /// overall question.
    pub fn headline(&self) -> Option<&Figure> {
        if self.factors.is_empty() {
            return self.overall.as_ref()?.figure.as_ref();
        }
        self.whole.as_ref()
    }
}
