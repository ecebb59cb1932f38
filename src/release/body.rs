//! Where the bytes of an answer lie, in each coding that was prepared.

/// How a body is coded for the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coding {
    /// As it is.
    Identity,
    /// By gzip.
    Gzip,
    /// By brotli.
    Brotli,
}

impl Coding {
    /// All codings, in the order of the index.
    pub const ALL: [Self; 3] = [Self::Identity, Self::Gzip, Self::Brotli];

    /// The token of the `Content-Encoding` field.
    pub fn token(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }
}

/// A run of bytes in a segment file; `offset` counts from the start of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent {
    /// The first byte, from the start of the file; below 2⁴⁸.
    pub offset: u64,
    /// How many bytes.
    pub len: u32,
}

/// Which segment of an index, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentNumber(pub(super) u16);

/// A body: an extent of one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Body {
    /// The segment it lies in.
    pub segment: SegmentNumber,
    /// Where in that segment.
    pub extent: Extent,
}

/// The prepared bodies of one answer, at most one for each coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Bodies([Option<Body>; 3]);

impl Bodies {
    /// No body yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same bodies and this one, in the place of any other of its coding.
    #[must_use]
    pub fn with(mut self, coding: Coding, body: Body) -> Self {
        self.0[coding as usize] = Some(body);
        self
    }

    /// The body in this coding, if it was prepared.
    pub fn get(&self, coding: Coding) -> Option<Body> {
        self.0[coding as usize]
    }

    /// The bodies that there are, identity first.
    pub fn prepared(&self) -> impl Iterator<Item = (Coding, Body)> + use<> {
        Coding::ALL.into_iter().zip(self.0).filter_map(|(coding, body)| Some((coding, body?)))
    }
}
