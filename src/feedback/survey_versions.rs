//! Which questions stood under which version of a survey. An answer says only the version, so a version
//! whose questions change would make old answers say what nobody said. The ledger remembers a hash of
//! the questions of each version from the day it was recorded, and is only ever added to.

use serde::{Deserialize, Serialize};

use super::{Answer, Question, QuestionKind, Scale, Survey, hex};
use crate::text::{Date, Slug};

/// The first 16 bytes of the hash of a survey's questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsMark(pub [u8; 16]);

impl QuestionsMark {
    /// Reads 32 small hexadecimal digits; none for anything else.
    pub fn parse(digits: &str) -> Option<Self> {
        hex::read(digits).map(Self)
    }
}

impl std::fmt::Display for QuestionsMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        hex::write(&self.0, f)
    }
}

/// One version of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyVersion {
    /// The survey.
    pub survey: Slug,
    /// The version.
    pub version: u16,
    /// Its questions.
    pub questions: QuestionsMark,
    /// The day it was recorded.
    pub since: Date,
}

impl Survey {
    /// The mark of the questions as they are asked in the language that binds: ids, kinds, bounds,
    /// answers, points, factors and words. Translations, the survey's name and what stands above the
    /// questions may be put better without a new version.
    pub fn questions_mark(&self) -> QuestionsMark {
        let mut hasher = Hasher(blake3::Hasher::new_derive_key("niemyet 2026 survey questions"));
        hasher.number(self.questions.len());
        for question in &self.questions {
            hasher.question(question);
        }
        let mut mark = [0; 16];
        mark.copy_from_slice(&hasher.0.finalize().as_bytes()[..16]);
        QuestionsMark(mark)
    }
}

/// Takes in values so that no two different lists of them are the same bytes.
struct Hasher(blake3::Hasher);

impl Hasher {
    fn number(&mut self, number: usize) {
        self.0.update(&(number as u64).to_be_bytes());
    }

    fn word(&mut self, word: &str) {
        self.number(word.len());
        self.0.update(word.as_bytes());
    }

    fn question(&mut self, question: &Question) {
        self.word(question.id.as_str());
        self.word(question.ask.original());
        self.word(question.factor.as_ref().map_or("", Slug::as_str));
        self.number(usize::from(question.required) * 2 + usize::from(question.dont_know));
        match &question.kind {
            QuestionKind::Scale(scale) => self.word(match scale {
                Scale::Faces5 => "faces5",
                Scale::Levels5 => "levels5",
                Scale::Levels3 => "levels3",
            }),
            QuestionKind::Points(options) => self.options("points", options),
            QuestionKind::Choice(options) => self.options("choice", options),
            QuestionKind::Choices(options) => self.options("choices", options),
            QuestionKind::Number { min, max } => {
                self.word("number");
                self.number(*min as usize);
                self.number(*max as usize);
            }
            QuestionKind::Text { max } => {
                self.word("text");
                self.number(usize::from(*max));
            }
        }
    }

    fn options(&mut self, kind: &str, options: &[Answer]) {
        self.word(kind);
        self.number(options.len());
        for option in options {
            self.word(option.id.as_str());
            self.word(option.label.original());
            self.number(option.points.map_or(0, |points| usize::from(points) + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::sample::{self, option, slug};
    use crate::text::{Language, Text};

    fn survey() -> Survey {
        let question = |id: &str, kind| Question {
            ask: Text::new("Ông/bà thấy thế nào?"),
            ..sample::question(id, kind)
        };
        let options = vec![option("co", None), option("khong", None)];
        let questions = vec![
            question("a", QuestionKind::Choice(options)),
            question("b", QuestionKind::Number { min: 0, max: 9 }),
        ];
        sample::survey("thu", questions)
    }

    #[test]
    fn every_change_of_a_question_changes_the_mark_and_nothing_else_does() {
        let first = survey().questions_mark();
        let changes: [fn(&mut Survey); 8] = [
            |survey| survey.questions[0].ask = Text::new("Ông/bà thấy sao?"),
            |survey| survey.questions[0].id = slug("c"),
            |survey| survey.questions[0].required = true,
            |survey| survey.questions[0].dont_know = true,
            |survey| survey.questions[0].factor = Some(slug("f")),
            |survey| survey.questions[1].kind = QuestionKind::Number { min: 0, max: 10 },
            |survey| survey.questions.swap(0, 1),
            |survey| drop(survey.questions.pop()),
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut other = survey();
            change(&mut other);
            assert_ne!(other.questions_mark(), first, "{at}");
        }
        let mut same = survey();
        same.version = 2;
        same.name = Text::new("Khác");
        same.questions[0].ask.translate(Language::EN, "How was it?");
        assert_eq!(same.questions_mark(), first);
        assert_eq!(QuestionsMark::parse(&first.to_string()), Some(first));
        // Kept in ledgers for years: how it is made never changes.
        assert_eq!(first.to_string(), "6eaf66c84a0fb1aa293c4053c46b2bbf");
    }
}
