//! A value of a row that is carried from one engine to another.

/// A value, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum Held {
    Null,
    Text(String),
    Number(i64),
    Bytes(Vec<u8>),
}

impl Held {
    /// The text, if it is one.
    pub(in crate::store) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The bytes, if they are some.
    pub(in crate::store) fn bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    /// The number, if it is one.
    pub(in crate::store) fn number(&self) -> Option<i64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// Adds the value to what is hashed, so that no two rows have the same bytes.
    pub(super) fn hash(&self, hasher: &mut blake3::Hasher) {
        let (kind, bytes): (u8, &[u8]) = match self {
            Self::Null => (0, &[]),
            Self::Text(text) => (1, text.as_bytes()),
            Self::Number(number) => {
                hasher.update(&[2]).update(&number.to_le_bytes());
                return;
            }
            Self::Bytes(bytes) => (3, bytes),
        };
        hasher.update(&[kind]).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
}
