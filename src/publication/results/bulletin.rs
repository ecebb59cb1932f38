//! A bulletin: the results of a period, with all that a page needs to show them years later, when surveys and counters
//! are others.

use super::{CorrectiveMeasure, Percent, PublishedCell, Signature, Topic, Unit};
use crate::feedback::SurveyStatus;
use crate::feedback::satisfaction::{Basis, ReportingPeriod, Ways};
use crate::text::{Date, Slug, Text};

/// The results of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// The period; it was over when the bulletin was drawn.
    pub period: ReportingPeriod,
    /// The agency, where it is the bulletin of one alone.
    pub agency: Option<Slug>,
    /// The day on which the figures were drawn.
    pub drawn_on: Date,
    /// The fewest answers of a shown figure.
    pub threshold: u64,
    /// The agency's own target.
    pub target: Option<Percent>,
    /// Units with their names as they were then.
    pub units: Vec<NamedUnit>,
    /// A survey that changed in mid-period stands here twice, in two versions.
    pub surveys: Vec<SurveyResults>,
    /// What is done about weak criteria.
    pub measures: Vec<CorrectiveMeasure>,
    /// Who signed; none for a draft.
    pub signature: Option<Signature>,
}

/// A unit and what it was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedUnit {
    /// The unit.
    pub unit: Unit,
    /// Its name.
    pub name: Text,
}

/// The results of one version of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyResults {
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// Its name.
    pub name: Text,
    /// Whose questions they are.
    pub status: SurveyStatus,
    /// The act behind them.
    pub citation: Option<Text>,
    /// By which formulas.
    pub basis: Basis,
    /// Factors and their names, in the order of the survey.
    pub factors: Vec<(Slug, Text)>,
    /// The scored questions, in the order of the survey.
    pub questions: Vec<AskedQuestion>,
    /// The cells, in order of unit and way.
    pub cells: Vec<PublishedCell>,
    /// Agencies in three groups, for each way.
    pub placings: Vec<PlacedAgencies>,
}

/// A question as it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// Its id.
    pub id: Slug,
    /// The factor it belongs to; none for the overall question.
    pub factor: Option<Slug>,
    /// Its wording.
    pub ask: Text,
}

/// Agencies against the whole, at 95 % with all comparisons allowed for; each group in order of name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedAgencies {
    /// On which ways.
    pub ways: Ways,
    /// How many comparisons were allowed for.
    pub comparisons: usize,
    /// "Cao hơn".
    pub higher: Vec<Slug>,
    /// "Chưa khác biệt".
    pub same: Vec<Slug>,
    /// "Thấp hơn".
    pub lower: Vec<Slug>,
}

impl Bulletin {
    /// The name of its file, without the ending: `2026-q3`, or `2026-q3@phuong-vi-du` for one agency alone.
    pub fn stem(period: ReportingPeriod, agency: Option<&Slug>) -> String {
        match agency {
            None => period.to_string(),
            Some(agency) => format!("{period}@{agency}"),
        }
    }

    /// What a unit was called.
    pub fn name_of(&self, unit: &Unit) -> Option<&Text> {
        self.units.iter().find(|one| one.unit == *unit).map(|one| &one.name)
    }
}

impl SurveyResults {
    /// What stands for a cell: the aggregate, or for a survey without factors its overall question.
    pub fn headline(&self) -> Option<Topic> {
        if self.factors.is_empty() {
            return self.overall().map(|question| Topic::Question(question.id.clone()));
        }
        Some(Topic::Whole)
    }

    /// The overall question, of no factor.
    pub fn overall(&self) -> Option<&AskedQuestion> {
        self.questions.iter().find(|question| question.factor.is_none())
    }

    /// The cells of a unit, one for each way.
    pub fn cells_of(&self, unit: &Unit) -> impl Iterator<Item = &PublishedCell> {
        self.cells.iter().filter(move |cell| cell.unit == *unit)
    }

    /// What a topic is called; none for the whole and the ratings, which are called the same everywhere.
    pub fn topic_name(&self, topic: &Topic) -> Option<&Text> {
        match topic {
            Topic::Ratings | Topic::Whole | Topic::ExtraTrips => None,
            Topic::Factor(id) => {
                self.factors.iter().find(|(factor, _)| factor == id).map(|(_, name)| name)
            }
            Topic::Question(id) => {
                self.questions.iter().find(|one| one.id == *id).map(|one| &one.ask)
            }
        }
    }
}
