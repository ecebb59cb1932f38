//! How a survey is spread over pages. A survey that begins with one mandatory choice begins with one
//! tap, which is kept at once; the rest follows page by page and is added to the same rating. No page
//! is longer than a phone is patient, and a factor stays together where it can.

use std::ops::Range;

use super::{AnswerValue, Question, QuestionKind, Survey};
use crate::text::Slug;

/// The most questions on a page, unless one factor alone has more.
const MOST: usize = 7;

/// A factor of this many questions has a page of its own.
const OWN_PAGE: usize = 3;

/// Which questions of a survey a form shows, and so which mandatory ones it must answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first question alone, answered by one tap.
    Tap,
    /// A page, counted from 1.
    Page(usize),
    /// The whole survey at once, as a form says it that names no part.
    Whole,
}

impl Part {
    /// As a form says it: `0` for the tap, a page's number, nothing for the whole.
    pub fn written(self) -> String {
        match self {
            Self::Tap => "0".into(),
            Self::Page(number) => number.to_string(),
            Self::Whole => String::new(),
        }
    }
}

impl Survey {
    /// The first question, if one tap answers it.
    pub fn tap(&self) -> Option<&Question> {
        let first = self.questions.first()?;
        (first.required && first.kind.is_one_choice()).then_some(first)
    }

    /// What was answered by the tap, as a place among the answers that are shown, from 1; 0 for nothing.
    pub fn tapped(&self, answers: &[(Slug, AnswerValue)]) -> u8 {
        let Some(tap) = self.tap() else { return 0 };
        let Some((_, answer)) = answers.iter().find(|(id, _)| *id == tap.id) else { return 0 };
        let place = match (answer, &tap.kind) {
            (AnswerValue::Level(level), _) => usize::from(*level),
            (
                AnswerValue::Points { option, .. } | AnswerValue::Choice(option),
                QuestionKind::Points(options) | QuestionKind::Choice(options),
            ) => options.iter().position(|one| one.id == *option).map_or(0, |at| at + 1),
            (AnswerValue::DontKnow, kind) => kind.answers() + 1,
            _ => 0,
        };
        u8::try_from(place).unwrap_or_default()
    }

    /// What a visitor sees first.
    pub fn first_part(&self) -> Part {
        if self.tap().is_some() { Part::Tap } else { Part::Page(1) }
    }

    /// The pages, by the places of their questions, without the one that is answered by a tap.
    pub fn pages(&self) -> Vec<Range<usize>> {
        let mut at = usize::from(self.tap().is_some());
        let mut pages: Vec<Range<usize>> = Vec::new();
        let mut open = false;
        for run in self.questions[at..].chunk_by(|one, next| one.factor == next.factor) {
            let end = at + run.len();
            let own_page = run.len() >= OWN_PAGE && run[0].factor.is_some();
            match pages.last_mut() {
                Some(page) if open && !own_page && end - page.start <= MOST => page.end = end,
                _ => pages.push(at..end),
            }
            open = !own_page;
            at = end;
        }
        pages
    }

    /// The part of that written form; none if there is no such part.
    pub fn part(&self, written: &str) -> Option<Part> {
        match written {
            "" => Some(Part::Whole),
            "0" => self.tap().map(|_| Part::Tap),
            number => {
                let number = number.parse().ok().filter(|_| !number.starts_with(['0', '+']))?;
                (1..=self.pages().len()).contains(&number).then_some(Part::Page(number))
            }
        }
    }

    /// The questions of a part.
    pub fn questions_of(&self, part: Part) -> &[Question] {
        match part {
            Part::Tap => &self.questions[..usize::from(!self.questions.is_empty())],
            Part::Page(number) => {
                let page = number.checked_sub(1).and_then(|at| self.pages().get(at).cloned());
                page.map_or(&[], |page| &self.questions[page])
            }
            Part::Whole => &self.questions,
        }
    }
}

impl QuestionKind {
    /// How many answers there are to choose from, "don't know" not among them.
    fn answers(&self) -> usize {
        match self {
            Self::Scale(scale) => usize::from(scale.levels()),
            Self::Points(options) | Self::Choice(options) | Self::Choices(options) => options.len(),
            Self::Number { .. } | Self::Text { .. } => 0,
        }
    }

    /// Whether one answer of several is to be chosen.
    pub fn is_one_choice(&self) -> bool {
        matches!(self, Self::Scale(_) | Self::Points(_) | Self::Choice(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Scale, sample};

    fn survey(tap: bool, factors: &[usize]) -> Survey {
        let mut questions = Vec::new();
        for (factor, count) in factors.iter().enumerate() {
            for number in 0..*count {
                let kind = QuestionKind::Scale(Scale::Levels5);
                questions.push(Question {
                    factor: Slug::parse(&format!("f{factor}")).ok(),
                    required: tap && questions.is_empty(),
                    ..sample::question(&format!("q-{factor}-{number}"), kind)
                });
            }
        }
        sample::survey("thu", questions)
    }

    fn lengths(survey: &Survey) -> Vec<usize> {
        survey.pages().iter().map(ExactSizeIterator::len).collect()
    }

    #[test]
    fn large_factors_have_their_pages_and_small_ones_share() {
        assert_eq!(lengths(&survey(false, &[4, 5, 6, 3, 4])), [4, 5, 6, 3, 4]);
        assert_eq!(lengths(&survey(true, &[1, 1, 1, 1, 1, 1, 1, 1])), [7]);
        assert_eq!(lengths(&survey(false, &[1, 2, 1, 2, 2, 1, 1])), [6, 4]);
        assert_eq!(lengths(&survey(false, &[1, 9, 1])), [1, 9, 1]);
        assert_eq!(lengths(&survey(true, &[1])), [0; 0]);
        assert_eq!(lengths(&survey(false, &[])), [0; 0]);
    }

    #[test]
    fn every_question_stands_on_one_page() {
        for tap in [false, true] {
            for shape in [&[4, 5, 6, 3, 4][..], &[1, 2, 1, 2, 2, 1, 1], &[1; 20], &[12]] {
                let survey = survey(tap, shape);
                let mut next = usize::from(tap);
                for page in survey.pages() {
                    assert!(page.start == next && page.end > next);
                    next = page.end;
                }
                assert_eq!(next, survey.questions.len());
            }
        }
    }

    #[test]
    fn parts_are_named_as_forms_name_them() {
        let tapped = survey(true, &[1, 8]);
        assert_eq!(tapped.first_part(), Part::Tap);
        for part in [Part::Tap, Part::Page(1), Part::Whole] {
            assert_eq!(tapped.part(&part.written()), Some(part));
        }
        assert_eq!(tapped.questions_of(Part::Page(1)).len(), 8);
        let paged = survey(false, &[4, 5]);
        assert_eq!(paged.first_part(), Part::Page(1));
        for odd in ["0", "3", "00", "01", "+1", "-1", "x", "99999999999999999999"] {
            assert_eq!(paged.part(odd), None, "{odd}");
        }
    }
}
