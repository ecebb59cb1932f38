//! A survey as data: questions by factor, with scales, citation and version. An answer keeps the id
//! and version of the survey it answered, so a survey that changes gets a new version.

use serde::{Deserialize, Serialize};

use super::satisfaction::ExtraTrips;
use crate::text::{Date, Slug, Text};

/// Where a survey comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SurveyStatus {
    /// Fixed by an act in force.
    Official,
    /// After an act, for reference: its results are never the official index.
    Reference,
    /// The agency's own.
    Local,
}

/// A scale of levels, best answer last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    /// Five faces with their words.
    Faces5,
    /// Five levels in words.
    Levels5,
    /// Three levels in words.
    Levels3,
}

impl Scale {
    /// How many levels; an answer is 1 to this number.
    pub fn levels(self) -> u8 {
        match self {
            Self::Faces5 | Self::Levels5 => 5,
            Self::Levels3 => 3,
        }
    }
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its id, which is what is stored.
    pub id: Slug,
    /// Its words.
    pub label: Text,
    /// Its points, for 0/1/2 questions.
    pub points: Option<u8>,
}

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuestionKind {
    /// A level of a scale.
    Scale(Scale),
    /// One of several answers that carry 0, 1 or 2 points.
    Points(Vec<Answer>),
    /// One of several.
    Choice(Vec<Answer>),
    /// Any of several.
    Choices(Vec<Answer>),
    /// A whole number between two bounds.
    Number {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A few words, of at most so many characters.
    Text {
        /// The most characters.
        max: u16,
    },
}

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Text,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id, which is what is stored.
    pub id: Slug,
    /// Its words.
    pub ask: Text,
    /// What it wants.
    pub kind: QuestionKind,
    /// Its factor.
    pub factor: Option<Slug>,
    /// Whether the form is refused without it.
    pub required: bool,
    /// Whether "không biết / không sử dụng" is offered, apart from the answers.
    pub dont_know: bool,
    /// Whether its wording was read in the act behind the survey.
    pub wording_read: bool,
}

/// A survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Its id and file name.
    pub id: Slug,
    /// Its version; a change of questions is a new one.
    pub version: u16,
    /// Its name.
    pub name: Text,
    /// What stands above the first question.
    pub intro: Option<Text>,
    /// Where it comes from.
    pub status: SurveyStatus,
    /// The act behind it.
    pub citation: Option<Text>,
    /// The day that act lapsed.
    pub lapsed_on: Option<Date>,
    /// Its factors.
    pub factors: Vec<Factor>,
    /// Its questions, in order.
    pub questions: Vec<Question>,
    /// Which of them asks for extra trips; none if the survey does not say.
    pub extra_trips: Option<ExtraTrips>,
}
