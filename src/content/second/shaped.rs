//! A shape out of a tree of nodes: what the second reading left of a file, read like any other.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};

use super::{Node, NodeValue};

/// Why a tree is not of a shape; the reasons that people read come from the schema.
type Refused = serde::de::value::Error;

/// The shape that a tree has.
pub(in crate::content) fn shape_of_node<T: DeserializeOwned>(node: &Node) -> Option<T> {
    T::deserialize(node).ok()
}

impl<'de> IntoDeserializer<'de, Refused> for &'de Node {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
            match &self.value {
                NodeValue::Scalar { text, .. } => {
                    visitor.$visit(text.parse().map_err(Refused::custom)?)
                }
                _ => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match &self.value {
            NodeValue::Scalar { text, quoted: false } => match whole_number(text) {
                Some(number) => visitor.visit_u64(number),
                None => visitor.visit_borrowed_str(text),
            },
            NodeValue::Scalar { text, .. } => visitor.visit_borrowed_str(text),
            NodeValue::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            NodeValue::Map(entries) => {
                let entries = entries.iter().map(|(key, _, value)| (key.as_str(), value));
                visitor.visit_map(MapDeserializer::new(entries))
            }
            NodeValue::Alias => Err(Refused::custom("an alias")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match &self.value {
            NodeValue::Scalar { text, .. } => visitor.visit_borrowed_str(text),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    numbers! {
        deserialize_bool visit_bool
        deserialize_u8 visit_u8
        deserialize_u16 visit_u16
        deserialize_u32 visit_u32
        deserialize_u64 visit_u64
        deserialize_i64 visit_i64
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The number that a scalar is to whoever takes a text or a number; `007` is neither sure.
fn whole_number(text: &str) -> Option<u64> {
    let sound = text == "0" || !text.starts_with(['0', '+']);
    text.parse().ok().filter(|_| sound)
}

#[cfg(test)]
mod tests {
    use super::super::read_nodes;
    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        id: String,
        copies: Option<u8>,
        #[serde(default)]
        show: bool,
    }

    #[test]
    fn a_tree_is_read_like_a_file() {
        let root =
            read_nodes("- {id: 1.000120, copies: 2, show: true}\n- {id: b, copies: }\n").root;
        let lines: Vec<Line> = shape_of_node(&root.unwrap()).unwrap();
        assert_eq!(lines[0], Line { id: "1.000120".into(), copies: Some(2), show: true });
        assert_eq!(lines[1].copies, None);
        let root = read_nodes("- {id: a, copies: 300}").root;
        assert_eq!(shape_of_node::<Vec<Line>>(&root.unwrap()), None);
    }
}
