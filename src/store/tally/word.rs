//! Answers as short words, under which they are counted.

use crate::feedback::AnswerValue;

/// What stands for "answered", whatever was said.
pub(in crate::store) const ANY: &str = "*";

/// What stands for "don't know".
const DONT_KNOW: &str = "?";

/// The words under which an answer counts: one, or for boxes `*` and each of those ticked.
pub(super) fn words(answer: &AnswerValue) -> Vec<String> {
    match answer {
        AnswerValue::Level(level) => vec![level.to_string()],
        AnswerValue::Points { option, .. } | AnswerValue::Choice(option) => {
            vec![option.to_string()]
        }
        AnswerValue::Choices(options) => {
            let ticked = options.iter().map(ToString::to_string);
            std::iter::once(ANY.to_owned()).chain(ticked).collect()
        }
        AnswerValue::Number(number) => vec![number.to_string()],
        // Erasing words changes no count.
        AnswerValue::Text(_) | AnswerValue::ErasedText => vec![ANY.to_owned()],
        AnswerValue::DontKnow => vec![DONT_KNOW.to_owned()],
    }
}
