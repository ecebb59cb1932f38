//! What is shown of ratings that were gathered.

use std::collections::BTreeMap;

use super::{FEWEST, Gathering, WordsReview, masked};
use crate::feedback::{AnswerValue, is_suspected_personal};
use crate::text::Slug;

/// A rating as it was heard, before anything of it is shown. Where it came from and when is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The version of the survey.
    pub version: u16,
    /// All answers.
    pub answers: Vec<(Slug, AnswerValue)>,
    /// What was decided of its words, by question.
    pub reviews: Vec<(Slug, WordsReview)>,
}

/// One way in which ratings of a gathering were answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The version of the survey.
    pub version: u16,
    /// The answers that are no words.
    pub answers: Vec<(Slug, AnswerValue)>,
    /// How many ratings say just this.
    pub n: u64,
}

/// The answers of a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosed {
    /// From when until when, and how many.
    pub gathering: Gathering,
    /// The answers, in an order that tells nothing of when they came.
    pub lines: Vec<Line>,
}

/// Words as they are shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShownWords {
    /// The question.
    pub question: Slug,
    /// The words, with what looks like personal data hidden, or as somebody decided.
    pub words: String,
    /// Whether a person has decided that they may be quoted like this.
    pub reviewed: bool,
    /// Whether somebody has yet to look at them.
    pub pending: bool,
}

/// The answers of a gathering; none where fewer than it takes are left of it.
pub fn disclose(gathering: Gathering, heard: &[Heard]) -> Option<Disclosed> {
    let mut lines: BTreeMap<(u16, Vec<(Slug, AnswerValue)>), u64> = BTreeMap::new();
    for one in heard {
        let answers = one.answers.iter().filter(|(_, answer)| !is_words(answer)).cloned();
        *lines.entry((one.version, answers.collect())).or_default() += 1;
    }
    let n = heard.len() as u64;
    let line = |((version, answers), n)| Line { version, answers, n };
    let lines = lines.into_iter().map(line).collect();
    let gathering = Gathering { n, ..gathering };
    (n >= FEWEST).then_some(Disclosed { gathering, lines })
}

/// The words of ratings that were gathered for their words, in an order that tells nothing of when they came or which
/// came together.
pub fn disclose_words<'a>(heard: impl IntoIterator<Item = &'a Heard>) -> Vec<ShownWords> {
    let mut shown = Vec::new();
    for one in heard {
        for (question, answer) in &one.answers {
            let AnswerValue::Text(words) = answer else { continue };
            let review = one.reviews.iter().find(|(of, _)| of == question).map(|(_, it)| it);
            let (words, reviewed, pending) = match review {
                Some(WordsReview::Withheld) => continue,
                Some(WordsReview::Quotable(words)) => (words.clone(), true, false),
                None => (masked(words), false, is_suspected_personal(words)),
            };
            shown.push(ShownWords { question: question.clone(), words, reviewed, pending });
        }
    }
    shown.sort();
    shown
}

fn is_words(answer: &AnswerValue) -> bool {
    matches!(answer, AnswerValue::Text(_) | AnswerValue::ErasedText)
}
