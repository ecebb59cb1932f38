//! The words of a text as they travel in binary form. A build reads every text of every procedure back
//! from its cache, and proving that Vietnamese is UTF-8 letter by letter took longer than all the rest
//! of that reading; a whole register at a time it does not show.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// Words in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wording(pub(super) Box<str>);

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.0)
        } else {
            serializer.serialize_bytes(self.0.as_bytes())
        }
    }
}

impl<'de> Deserialize<'de> for Wording {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Reader)
        } else {
            deserializer.deserialize_bytes(Reader)
        }
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Wording;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Wording, E> {
        Ok(Wording(words.into()))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Wording, E> {
        simdutf8::basic::from_utf8(bytes).map(|words| Wording(words.into())).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_and_what_is_no_text_is_refused() {
        let words = Wording("Ủy ban".into());
        let bytes = postcard::to_stdvec(&words).unwrap();
        assert_eq!(postcard::from_bytes::<Wording>(&bytes).unwrap(), words);
        let json = serde_json::to_string(&words).unwrap();
        assert_eq!(serde_json::from_str::<Wording>(&json).unwrap(), words);
        assert!(postcard::from_bytes::<Wording>(&[1, 0xFF]).is_err());
    }
}
