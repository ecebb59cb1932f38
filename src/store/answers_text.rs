//! Answers as one JSON text: an object from question to answer, in the order of the survey, so that SQL
//! can ask `answers ->> '$.hai-long.level'`.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::feedback::AnswerValue;
use crate::text::Slug;

/// Answers to be written.
pub(super) struct Written<'a>(pub(super) &'a [(Slug, AnswerValue)]);

/// Answers that were read.
struct Read(Vec<(Slug, AnswerValue)>);

/// The text of answers.
pub(super) fn write(answers: &[(Slug, AnswerValue)]) -> serde_json::Result<String> {
    serde_json::to_string(&Written(answers))
}

/// The answers of a text; none if it is none of ours.
pub(super) fn read(text: &str) -> Option<Vec<(Slug, AnswerValue)>> {
    serde_json::from_str(text).ok().map(|Read(answers)| answers)
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(question, answer)| (question.as_str(), answer)))
    }
}

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder).map(Self)
    }
}

/// Reads an object without losing its order.
struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Vec<(Slug, AnswerValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object from question to answer")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut answers = Vec::new();
        while let Some(entry) = map.next_entry()? {
            answers.push(entry);
        }
        Ok(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_keep_their_order_and_their_form() {
        let slug = |id| Slug::parse(id).unwrap();
        let answers = vec![
            (slug("hai-long"), AnswerValue::Level(4)),
            (slug("thoi-han"), AnswerValue::Points { option: slug("dung"), points: 2 }),
            (slug("a"), AnswerValue::Choices(vec![slug("cho-lau")])),
            (slug("kenh"), AnswerValue::Choice(slug("web"))),
            (slug("so-lan"), AnswerValue::Number(0)),
            (slug("gop-y"), AnswerValue::Text("\"=1\"\n".into())),
            (slug("cuoi"), AnswerValue::DontKnow),
        ];
        let text = write(&answers).unwrap();
        let kept = r#"{"hai-long":{"level":4},"thoi-han":{"points":{"option":"dung","points":2}},"a":{"choices":["cho-lau"]},"kenh":{"choice":"web"},"so-lan":{"number":0},"gop-y":{"text":"\"=1\"\n"},"cuoi":"dont_know"}"#;
        assert_eq!(text, kept);
        assert_eq!(read(&text), Some(answers));
    }
}
