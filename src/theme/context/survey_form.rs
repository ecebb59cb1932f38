//! A survey as a form: the whole, one page of it, or the one question that a tap answers.

use serde::Serialize;

use super::{Filled, FormGroup, FormQuestion, Link, PartLink};
use crate::feedback::{Part, Question, Survey, SurveyStatus};
use crate::theme::{Phrase, Voice};

/// A survey, or a part of it.
#[derive(Debug, Clone, Serialize)]
pub struct SurveyForm {
    /// Its id, sent along.
    pub id: String,
    /// Its version, sent along.
    pub version: u16,
    /// Its name.
    pub name: Phrase,
    /// What stands above the first question.
    pub intro: Option<Phrase>,
    /// Where it comes from: "Mẫu tham khảo theo …"; empty for the agency's own.
    pub source: Option<Phrase>,
    /// The hidden field `part`: `0` for the tap, the number of the page, empty for the whole.
    pub part: String,
    /// "Phần 2/5"; empty where there is one page only.
    pub progress: String,
    /// Whether another page follows.
    pub has_next: bool,
    /// The pages, to begin at another one; empty where there is one only.
    pub parts: Vec<PartLink>,
    /// The one question to answer by a tap; then there are no groups.
    pub tap: Option<FormQuestion>,
    /// The questions by factor, in their order.
    pub groups: Vec<FormGroup>,
    /// The questions with a fault, to go to.
    pub faults: Vec<Link>,
}

impl SurveyForm {
    /// A part of a survey with what was typed before.
    pub fn new(survey: &Survey, part: Part, voice: Voice<'_>, filled: Option<&Filled>) -> Self {
        let questions = survey.questions_of(part);
        let tap = match (part, questions) {
            (Part::Tap, [first, ..]) => Some(FormQuestion::new(first, voice, filled)),
            _ => None,
        };
        let groups =
            if tap.is_some() { Vec::new() } else { groups_of(questions, survey, voice, filled) };
        let faults = groups.iter().flat_map(|group| &group.questions);
        let faults = faults.filter(|question| !question.fault.is_empty()).map(|question| Link {
            name: question.ask.clone(),
            href: format!("#{}-o", question.name),
        });
        let pages = survey.pages().len();
        let number = if let Part::Page(number) = part { number } else { 0 };
        let numbers = [voice.words.whole(number), voice.words.whole(pages)];
        let places = [("n", numbers[0].as_str()), ("of", numbers[1].as_str())];
        let is_one_of_many = number > 0 && pages > 1;
        Self {
            faults: faults.collect(),
            id: survey.id.as_str().into(),
            version: survey.version,
            name: voice.phrase(&survey.name),
            intro: voice.maybe(survey.intro.as_ref()),
            source: source_of(survey, voice),
            part: part.written(),
            progress: if is_one_of_many {
                voice.words.fill("survey_part", &places)
            } else {
                String::new()
            },
            has_next: is_one_of_many && number < pages,
            parts: Vec::new(),
            tap,
            groups,
        }
    }

    /// With ways to all pages of `survey`, which lie below `place`, the printed address.
    pub(super) fn with_parts(mut self, survey: &Survey, place: &str) -> Self {
        let count = survey.pages().len();
        if self.progress.is_empty() {
            return self;
        }
        let link = |number: usize| PartLink {
            number,
            href: format!("{place}/khao-sat/{}/{number}", survey.id),
            current: self.part == number.to_string(),
        };
        self.parts = (1..=count).map(link).collect();
        self
    }
}

/// "Theo …" or "Tham khảo …", with the act behind it.
fn source_of(survey: &Survey, voice: Voice<'_>) -> Option<Phrase> {
    let key = match survey.status {
        SurveyStatus::Official => "survey_official",
        SurveyStatus::Reference => "survey_reference",
        SurveyStatus::Local => return None,
    };
    let kind = Phrase::plain(voice.words.get(key));
    Some(Phrase::joined(&[kind, voice.phrase(survey.citation.as_ref()?)], " "))
}

/// Questions by factor, in their order.
fn groups_of(
    questions: &[Question],
    survey: &Survey,
    voice: Voice<'_>,
    filled: Option<&Filled>,
) -> Vec<FormGroup> {
    let runs = questions.chunk_by(|one, next| one.factor == next.factor);
    let group = |run: &[Question]| {
        let factor = run[0].factor.as_ref().and_then(|id| {
            let factor = survey.factors.iter().find(|factor| factor.id == *id)?;
            Some(voice.phrase(&factor.name))
        });
        let questions = run.iter().map(|one| FormQuestion::new(one, voice, filled)).collect();
        FormGroup { factor, questions }
    };
    runs.map(group).collect()
}
