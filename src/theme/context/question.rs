//! A question of a survey as a form shows it.

use serde::Serialize;

use super::Filled;
use crate::feedback::{Answer, Question, QuestionKind, Scale, field};
use crate::theme::{Phrase, Voice};

/// An answer to choose.
#[derive(Debug, Clone, Serialize)]
pub struct FormOption {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub label: Phrase,
    /// Whether it is chosen.
    pub chosen: bool,
    /// For faces: which one, 1 (worst) to 5 (best); else 0.
    pub face: u8,
}

/// A question.
#[derive(Debug, Clone, Serialize)]
pub struct FormQuestion {
    /// The name of its inputs, `q-<id>`, also usable as an id.
    pub name: String,
    /// Its words.
    pub ask: Phrase,
    /// `faces`, `levels`, `choice`, `choices`, `number` or `text`. Points are a `choice`.
    pub kind: &'static str,
    /// The answers to choose, "don't know" last; empty for `number` and `text`.
    pub options: Vec<FormOption>,
    /// For `number` and `text`: the box for "don't know", where the survey offers it.
    pub dont_know: Option<FormOption>,
    /// Whether the form is refused without it.
    pub required: bool,
    /// What was typed into a number or a text.
    pub value: String,
    /// The least number.
    pub min: u32,
    /// The greatest number, or the most characters of a text.
    pub max: u32,
    /// What is wrong with the answer, with what to do; empty if nothing.
    pub fault: String,
}

/// Questions of one factor.
#[derive(Debug, Clone, Serialize)]
pub struct FormGroup {
    /// The factor; absent for questions without one.
    pub factor: Option<Phrase>,
    /// The questions.
    pub questions: Vec<FormQuestion>,
}

impl FormQuestion {
    /// A question with what was typed before.
    pub fn new(question: &Question, voice: Voice<'_>, filled: Option<&Filled>) -> Self {
        let id = question.id.as_str();
        let typed = filled.and_then(|filled| filled.values.get(id)).map_or(&[][..], Vec::as_slice);
        let fault = filled.and_then(|filled| filled.faults.get(id));
        let (kind, min, max) = match question.kind {
            QuestionKind::Scale(Scale::Faces5) => ("faces", 0, 0),
            QuestionKind::Scale(_) => ("levels", 0, 0),
            QuestionKind::Points(_) | QuestionKind::Choice(_) => ("choice", 0, 0),
            QuestionKind::Choices(_) => ("choices", 0, 0),
            QuestionKind::Number { min, max } => ("number", min, max),
            QuestionKind::Text { max } => ("text", 0, u32::from(max)),
        };
        let is_open = matches!(kind, "text" | "number");
        let mut options = options_of(&question.kind, voice);
        let mut dont_know = question.dont_know.then(|| FormOption {
            value: field::DONT_KNOW.into(),
            label: Phrase::plain(voice.words.get("dont_know")),
            chosen: false,
            face: 0,
        });
        if !is_open {
            options.extend(dont_know.take());
        }
        for option in options.iter_mut().chain(&mut dont_know) {
            option.chosen = typed.contains(&option.value);
        }
        let written =
            typed.iter().filter(|value| dont_know.is_none() || *value != field::DONT_KNOW);
        Self {
            name: field::of_question(id),
            ask: voice.phrase(&question.ask),
            kind,
            value: if is_open { written.cloned().collect() } else { String::new() },
            options,
            dont_know,
            required: question.required,
            min,
            max,
            fault: fault.map(|fault| fault.say(voice.words)).unwrap_or_default(),
        }
    }
}

fn options_of(kind: &QuestionKind, voice: Voice<'_>) -> Vec<FormOption> {
    match kind {
        QuestionKind::Scale(scale) => (1..=scale.levels())
            .map(|level| {
                let stem = if scale.levels() == 5 { "level5" } else { "level3" };
                FormOption {
                    value: level.to_string(),
                    label: Phrase::plain(voice.words.get(&format!("{stem}_{level}"))),
                    chosen: false,
                    face: if *scale == Scale::Faces5 { level } else { 0 },
                }
            })
            .collect(),
        QuestionKind::Points(answers)
        | QuestionKind::Choice(answers)
        | QuestionKind::Choices(answers) => {
            answers.iter().map(|answer| option_of(answer, voice)).collect()
        }
        QuestionKind::Number { .. } | QuestionKind::Text { .. } => Vec::new(),
    }
}

fn option_of(answer: &Answer, voice: Voice<'_>) -> FormOption {
    let value = answer.id.as_str().into();
    FormOption { value, label: voice.phrase(&answer.label), chosen: false, face: 0 }
}
