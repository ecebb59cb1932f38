//! Scalars that are read by their target type, never by guess: the code 1.000120 stays a text, a
//! date is a date, and a word of a closed list is known or refused.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{ProcedureCode, TimeLimit, TimeLimitError};
use crate::diagnostic::{Problem, Shape};
use crate::text::{Date, Hour, Language, Money, Phone, Slug};

/// A type that is written as one scalar.
pub(in crate::content) trait Written: Sized {
    /// What it is called in diagnostics and schemas.
    const SHAPE: Shape;
    /// Reads it, or says in its own words why not.
    fn read(text: &str) -> Result<Self, String>;
    /// The problem to report when it cannot be read.
    fn refuse(text: &str, reason: String) -> Problem {
        Problem::BadValue { wanted: Self::SHAPE, found: text.to_owned(), reason }
    }
}

macro_rules! written {
    ($($type:ty => $shape:ident),* $(,)?) => {$(
        impl Written for $type {
            const SHAPE: Shape = Shape::$shape;
            fn read(text: &str) -> Result<Self, String> {
                <$type>::parse(text).map_err(|error| error.to_string())
            }
        }
    )*};
}

written! {
    Date => Date, Hour => Hour, Language => Language, Money => Money, Phone => Phone, Slug => Slug,
    ProcedureCode => ProcedureCode, PrintedCode => PrintedCode,
}

impl Written for TimeLimit {
    const SHAPE: Shape = Shape::TimeLimit;
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text).map_err(|error| error.to_string())
    }
    fn refuse(text: &str, reason: String) -> Problem {
        match Self::parse(text) {
            Err(TimeLimitError::NoUnit) => Problem::LimitWithoutUnit { found: text.to_owned() },
            _ => Problem::BadValue { wanted: Self::SHAPE, found: text.to_owned(), reason },
        }
    }
}

/// A scalar of a written type.
#[derive(Debug, Clone)]
pub(in crate::content) struct Scalar<T>(pub T);

impl<'de, T: Written> Deserialize<'de> for Scalar<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<T: Written> Visitor<'_> for Reader<T> {
            type Value = Scalar<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", T::SHAPE)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                T::read(text).map(Scalar).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Reader(PhantomData))
    }
}

/// The name of the extension key by which the second reading knows a scalar's type.
pub(in crate::content) const SHAPE_KEY: &str = "x-shape";

impl<T: Written> JsonSchema for Scalar<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{:?}", T::SHAPE).into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // Unquoted, a code or a phone number is a number to an editor; we read the text either way.
        json_schema!({ "type": ["string", "number"], SHAPE_KEY: format!("{:?}", T::SHAPE) })
    }
    fn inline_schema() -> bool {
        true
    }
}

/// A type that is one of a closed list of words.
pub(in crate::content) trait Word: Copy + 'static {
    /// The words and what they mean.
    const WORDS: &'static [(&'static str, Self)];
}

/// One word of a closed list.
#[derive(Debug, Clone, Copy)]
pub(in crate::content) struct Choice<T>(pub T);

impl<'de, T: Word> Deserialize<'de> for Choice<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<T: Word> Visitor<'_> for Reader<T> {
            type Value = Choice<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word of a closed list")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                let known = T::WORDS.iter().find(|(word, _)| *word == text);
                known.map(|(_, meaning)| Choice(*meaning)).ok_or_else(|| E::custom("unknown word"))
            }
        }
        deserializer.deserialize_str(Reader(PhantomData))
    }
}

impl<T: Word> JsonSchema for Choice<T> {
    fn schema_name() -> Cow<'static, str> {
        "Choice".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        json_schema!({ "enum": words })
    }
    fn inline_schema() -> bool {
        true
    }
}
