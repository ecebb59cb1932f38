//! Values that may be said to be `none` or be quoted as announced. Read by hand, since an untagged
//! enum would buffer the value and lose both its line and the text of its scalars.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor, value};

use super::scalar::Written;
use crate::catalogue::Stated;
use crate::catalogue::procedure::TimeLimit;

/// The key that quotes a decision.
const QUOTE: &str = "as_announced";

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
                if text == "none" {
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
        json_schema!({ "anyOf": [{ "const": "none" }, list, quote_schema()] })
    }
}

/// `none`, or a text.
#[derive(Debug, Clone)]
pub(in crate::content) struct TextOrNone(pub Option<String>);

impl<'de> Deserialize<'de> for TextOrNone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(Self(if text == "none" { None } else { Some(text) }))
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
