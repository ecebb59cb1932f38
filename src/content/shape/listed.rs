//! Values that may be said to be `none` or be quoted as announced. Read by hand, since an untagged
//! enum would buffer the value and lose both its line and the text of its scalars.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor, value};

use super::scalar::{Choice, Word, Written};
use crate::catalogue::procedure::TimeLimit;
use crate::catalogue::{Stated, Told};

/// The key that quotes a decision.
const QUOTE: &str = "as_announced";

/// The word that says there is none.
const NONE: &str = "none";

/// `none`, `{as_announced: "…"}`, or a list.
#[derive(Debug, Clone)]
pub(in crate::content) struct Listed<T>(pub Stated<Vec<T>>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Listed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Listed<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("none or a list")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                if text == NONE {
                    Ok(Listed(Stated::None))
                } else {
                    Err(E::custom("neither none nor a list"))
                }
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                let list = Vec::deserialize(value::SeqAccessDeserializer::new(list))?;
                Ok(Listed(Stated::Given(list)))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                quoted(map).map(|words| Listed(Stated::AsAnnounced(words)))
            }
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Listed<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Listed{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let list = generator.subschema_for::<Vec<T>>();
        json_schema!({ "anyOf": [{ "const": NONE }, list, quote_schema()] })
    }
}

/// `none`, or a list.
#[derive(Debug, Clone)]
pub(in crate::content) struct ListOrNone<T>(pub Option<Vec<T>>);

impl<T> ListOrNone<T> {
    /// What is listed.
    pub(in crate::content) fn listed(&self) -> &[T] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ListOrNone<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = ListOrNone<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("none or a list")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                let none = (text == NONE).then_some(ListOrNone(None));
                none.ok_or_else(|| E::custom("neither none nor a list"))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                let list = Vec::deserialize(value::SeqAccessDeserializer::new(list))?;
                Ok(ListOrNone(Some(list)))
            }
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for ListOrNone<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}ListOrNone", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let list = generator.subschema_for::<Vec<T>>();
        json_schema!({ "anyOf": [{ "const": NONE }, list] })
    }
}

/// `none`, or a text.
#[derive(Debug, Clone)]
pub(in crate::content) struct TextOrNone(pub Option<String>);

impl<'de> Deserialize<'de> for TextOrNone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(Self(if text == NONE { None } else { Some(text) }))
    }
}

impl JsonSchema for TextOrNone {
    fn schema_name() -> Cow<'static, str> {
        "TextOrNone".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "A text, or the word none." })
    }
    fn inline_schema() -> bool {
        true
    }
}

/// `none`, `{as_announced: "…"}`, or a text.
#[derive(Debug, Clone)]
pub(in crate::content) struct StatedText(pub Stated<String>);

impl<'de> Deserialize<'de> for StatedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = StatedText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("none or a text; what looks like a number is written in quotes")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                self.visit_string(text.to_owned())
            }
            fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
                Ok(StatedText(if text == NONE { Stated::None } else { Stated::Given(text) }))
            }
            // A whole number keeps its digits; any other number might lose some of them.
            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                self.visit_string(number.to_string())
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                quoted(map).map(|words| StatedText(Stated::AsAnnounced(words)))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl JsonSchema for StatedText {
    fn schema_name() -> Cow<'static, str> {
        "StatedText".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = json_schema!({ "type": "string", "description": "A text, or the word none." });
        json_schema!({ "anyOf": [text, quote_schema()] })
    }
    fn inline_schema() -> bool {
        true
    }
}

/// `none`, `{as_announced: "…"}`, or a whole number.
#[derive(Debug, Clone)]
pub(in crate::content) struct StatedNumber(pub Stated<u8>);

impl<'de> Deserialize<'de> for StatedNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = StatedNumber;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("none or a number")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                let none = (text == NONE).then_some(StatedNumber(Stated::None));
                none.ok_or_else(|| E::custom("neither none nor a number"))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                let number = u8::try_from(number).map_err(E::custom)?;
                Ok(StatedNumber(Stated::Given(number)))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                quoted(map).map(|words| StatedNumber(Stated::AsAnnounced(words)))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl JsonSchema for StatedNumber {
    fn schema_name() -> Cow<'static, str> {
        "StatedNumber".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let number = generator.subschema_for::<u8>();
        json_schema!({ "anyOf": [{ "const": NONE }, number, quote_schema()] })
    }
    fn inline_schema() -> bool {
        true
    }
}

/// A word of a closed list, or `{as_announced: "…"}`.
#[derive(Debug, Clone)]
pub(in crate::content) struct ToldWord<T>(pub Told<T>);

impl<'de, T: Word> Deserialize<'de> for ToldWord<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Word> Visitor<'de> for Reader<T> {
            type Value = ToldWord<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word of a closed list")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                let known = T::WORDS.iter().find(|(word, _)| *word == text);
                let known = known.map(|(_, meaning)| ToldWord(Told::Clearly(*meaning)));
                known.ok_or_else(|| E::custom("unknown word"))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                quoted(map).map(|words| ToldWord(Told::AsAnnounced(words)))
            }
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

impl<T: Word> JsonSchema for ToldWord<T> {
    fn schema_name() -> Cow<'static, str> {
        "ToldWord".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Choice<T>>();
        json_schema!({ "anyOf": [word, quote_schema()] })
    }
    fn inline_schema() -> bool {
        true
    }
}

/// A time limit, or `{as_announced: "…"}`.
#[derive(Debug, Clone)]
pub(in crate::content) enum LimitShape {
    Known(TimeLimit),
    Quoted(Box<str>),
}

impl<'de> Deserialize<'de> for LimitShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = LimitShape;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time limit")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                TimeLimit::read(text).map(LimitShape::Known).map_err(E::custom)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                quoted(map).map(LimitShape::Quoted)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl JsonSchema for LimitShape {
    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let known = generator.subschema_for::<super::Scalar<TimeLimit>>();
        json_schema!({ "anyOf": [known, quote_schema()] })
    }
}

fn quoted<'de, A: MapAccess<'de>>(mut map: A) -> Result<Box<str>, A::Error> {
    let mut words = None;
    while let Some(key) = map.next_key::<Cow<'_, str>>()? {
        if key != QUOTE || words.is_some() {
            return Err(A::Error::custom("only as_announced is known here"));
        }
        words = Some(map.next_value::<Box<str>>()?);
    }
    words.ok_or_else(|| A::Error::custom("as_announced is missing"))
}

fn quote_schema() -> Schema {
    json_schema!({
        "type": "object",
        "description": "The announcing decision's own words, where it leaves this open.",
        "properties": { QUOTE: { "type": "string" } },
        "required": [QUOTE],
        "additionalProperties": false
    })
}
