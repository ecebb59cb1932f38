//! A value at the cursor, as serde asks for it: scalars by the type they are wanted as, block maps
//! and lists by their columns.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::cursor::{Cursor, GiveUp};
use super::flow::{Flow, flow_plain};
use super::scalar::{Scalar, plain, quoted};

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    /// Behind `key:` of a map in this column, or at the start of the document (`None`).
    Block(Option<usize>),
    /// Behind the `-` of a list in this column.
    Item(usize),
    /// Inside brackets.
    Flow,
}

/// A value that is about to be read.
pub(super) struct Node<'c, 't> {
    pub cursor: &'c mut Cursor<'t>,
    pub spot: Spot,
}

enum Found<'t> {
    Scalar(Scalar<'t>),
    Nothing,
    FlowList,
    FlowMap,
    List(usize),
    Map(usize),
}

impl<'c, 't> Node<'c, 't> {
    /// The whole text.
    pub(super) fn document(cursor: &'c mut Cursor<'t>) -> Self {
        Self { cursor, spot: Spot::Block(None) }
    }

    fn find(&mut self) -> Result<Found<'t>, GiveUp> {
        let start = self.cursor.at;
        self.cursor.skip_spaces();
        match (self.spot, self.cursor.is_line_over()) {
            (Spot::Flow, true) => Err(GiveUp),
            (Spot::Flow, false) => match self.cursor.sign() {
                b'"' | b'\'' => quoted(self.cursor).map(Found::Scalar),
                b'[' => Ok(Found::FlowList),
                b'{' => Ok(Found::FlowMap),
                _ => flow_plain(self.cursor).map(Found::Scalar),
            },
            (Spot::Block(None), _) | (_, true) => self.find_below(),
            (_, false) if start == self.cursor.at => Err(GiveUp),
            (Spot::Block(_), false) => self.find_beside(),
            (Spot::Item(_), false) => {
                let column = self.cursor.column();
                if is_entry(self.cursor.rest()) {
                    return Ok(Found::Map(column));
                }
                self.find_beside()
            }
        }
    }

    /// A value on the line of its key.
    fn find_beside(&mut self) -> Result<Found<'t>, GiveUp> {
        match self.cursor.sign() {
            b'[' => Ok(Found::FlowList),
            b'{' => Ok(Found::FlowMap),
            quote => {
                let scalar = if matches!(quote, b'"' | b'\'') {
                    quoted(self.cursor)?
                } else {
                    plain(self.cursor)?
                };
                self.cursor.end_line()?;
                Ok(Found::Scalar(scalar))
            }
        }
    }

    /// A value on the lines below its key, further right; a list may stand in the key's own column.
    fn find_below(&mut self) -> Result<Found<'t>, GiveUp> {
        let Some(column) = self.cursor.next_content() else { return Ok(Found::Nothing) };
        let is_item = self.cursor.is_item();
        let is_inside = match self.spot {
            Spot::Block(None) => column == 0,
            Spot::Block(Some(parent)) => column > parent || (column == parent && is_item),
            Spot::Item(parent) => column > parent,
            Spot::Flow => false,
        };
        if !is_inside {
            return Ok(Found::Nothing);
        }
        if is_item {
            Ok(Found::List(column))
        } else if is_entry(self.cursor.rest()) {
            Ok(Found::Map(column))
        } else {
            Err(GiveUp)
        }
    }

    fn scalar(&mut self) -> Result<Scalar<'t>, GiveUp> {
        match self.find()? {
            Found::Scalar(scalar) => Ok(scalar),
            _ => Err(GiveUp),
        }
    }

    fn visit_found<V: Visitor<'t>>(self, found: Found<'t>, visitor: V) -> Result<V::Value, GiveUp> {
        let (cursor, spot) = (self.cursor, self.spot);
        cursor.enter()?;
        let value = match found {
            Found::Scalar(scalar) if scalar.is_text() => visit_text(scalar.text, visitor),
            Found::Scalar(scalar) => match scalar.whole_number() {
                Some(number) => visitor.visit_u64(number),
                None => Err(GiveUp),
            },
            Found::Nothing => Err(GiveUp),
            Found::FlowList | Found::FlowMap => {
                let is_list = matches!(found, Found::FlowList);
                cursor.at += 1;
                let close = if is_list { b']' } else { b'}' };
                let flow = Flow { cursor: &mut *cursor, close, first: true };
                let value =
                    if is_list { visitor.visit_seq(flow) } else { visitor.visit_map(flow) }?;
                if !matches!(spot, Spot::Flow) {
                    cursor.end_line()?;
                }
                Ok(value)
            }
            Found::List(column) => {
                let mut list = List { cursor: &mut *cursor, column, ended: false };
                let value = visitor.visit_seq(&mut list)?;
                if list.ended { Ok(value) } else { Err(GiveUp) }
            }
            Found::Map(column) => {
                let mut map = Map { cursor: &mut *cursor, column, first: true, ended: false };
                let value = visitor.visit_map(&mut map)?;
                if map.ended { Ok(value) } else { Err(GiveUp) }
            }
        };
        cursor.leave();
        value
    }
}

/// Whether a line is an entry of a map: a key, a colon, then a space or nothing.
fn is_entry(rest: &str) -> bool {
    key_length(rest).is_some()
}

/// The length of the key that the text begins with, without its colon.
fn key_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let end = match bytes.first()? {
        b'"' => {
            let end = memchr::memchr3(b'"', b'\\', b'\n', &bytes[1..])? + 1;
            if bytes[end] != b'"' {
                return None;
            }
            end + 1
        }
        first if first.is_ascii_alphanumeric() || *first == b'_' => bytes
            .iter()
            .position(|sign| !(sign.is_ascii_alphanumeric() || b"_-./".contains(sign)))?,
        _ => return None,
    };
    (bytes.get(end) == Some(&b':') && matches!(bytes.get(end + 1), None | Some(b' ' | b'\n')))
        .then_some(end)
}

fn visit_text<'t, V: Visitor<'t>>(text: Cow<'t, str>, visitor: V) -> Result<V::Value, GiveUp> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_string(text),
    }
}

/// A block list.
struct List<'c, 't> {
    cursor: &'c mut Cursor<'t>,
    column: usize,
    ended: bool,
}

impl<'t> SeqAccess<'t> for &mut List<'_, 't> {
    type Error = GiveUp;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GiveUp> {
        match self.cursor.next_content() {
            Some(column) if column == self.column && self.cursor.is_item() => {
                self.cursor.at += 1;
                let spot = Spot::Item(self.column);
                seed.deserialize(Node { cursor: self.cursor, spot }).map(Some)
            }
            // Something further right would be the rest of the value before it.
            Some(column) if column > self.column => Err(GiveUp),
            _ => {
                self.ended = true;
                Ok(None)
            }
        }
    }
}

/// A block map.
struct Map<'c, 't> {
    cursor: &'c mut Cursor<'t>,
    column: usize,
    first: bool,
    ended: bool,
}

impl<'t> MapAccess<'t> for &mut Map<'_, 't> {
    type Error = GiveUp;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GiveUp> {
        // The first key may stand behind a dash, where the cursor is already.
        if !std::mem::take(&mut self.first) {
            match self.cursor.next_content() {
                Some(column) if column == self.column => {}
                Some(column) if column > self.column => return Err(GiveUp),
                _ => {
                    self.ended = true;
                    return Ok(None);
                }
            }
        }
        if self.cursor.is_item() && self.column > 0 {
            // A list in the column of this map belongs to whoever is above.
            self.ended = true;
            return Ok(None);
        }
        let rest = self.cursor.rest();
        let length = key_length(rest).ok_or(GiveUp)?;
        self.cursor.at += length + 1;
        let key = rest[..length].trim_matches('"');
        seed.deserialize(Word(Cow::Borrowed(key))).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, GiveUp> {
        let spot = Spot::Block(Some(self.column));
        seed.deserialize(Node { cursor: self.cursor, spot })
    }
}

/// A key, which is always a text.
pub(super) struct Word<'t>(pub Cow<'t, str>);

impl<'de> Deserializer<'de> for Word<'de> {
    type Error = GiveUp;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GiveUp> {
        visit_text(self.0, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty),*) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
            let scalar = self.scalar()?;
            let text = &*scalar.text;
            let canonical = text == "0" || !text.starts_with(['0', '+', '-']);
            if scalar.quoted || !canonical {
                return Err(GiveUp);
            }
            visitor.$visit(text.parse::<$number>().map_err(|_| GiveUp)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Node<'_, 'de> {
    type Error = GiveUp;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let found = self.find()?;
        self.visit_found(found, visitor)
    }

    /// A scalar wanted as a text is one, whatever YAML would make of it.
    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let scalar = self.scalar()?;
        if scalar.is_null() {
            return Err(GiveUp);
        }
        visit_text(scalar.text, visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GiveUp> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let start = self.cursor.at;
        match self.find()? {
            Found::Nothing => visitor.visit_none(),
            Found::Scalar(scalar) if scalar.is_null() => visitor.visit_none(),
            _ => {
                self.cursor.at = start;
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let scalar = self.scalar()?;
        match &*scalar.text {
            "true" if !scalar.quoted => visitor.visit_bool(true),
            "false" if !scalar.quoted => visitor.visit_bool(false),
            _ => Err(GiveUp),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, GiveUp> {
        visitor.visit_newtype_struct(self)
    }

    whole_numbers! {
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
