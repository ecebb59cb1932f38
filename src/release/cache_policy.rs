//! How long a browser may keep an answer, and what is never answered at all.

/// What the host says about keeping an answer; written in the index as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum CachePolicy {
    /// A page: kept, but asked for again each time (304 when unchanged).
    Page = 0,
    /// A file whose name holds a fingerprint of its content: kept for a year, never asked for again.
    Fingerprinted = 1,
    /// Not for browsers: the resolved publication, templates, words. [`super::Index::find`] never yields it.
    Internal = 2,
}

impl CachePolicy {
    /// The value of the `Cache-Control` field.
    pub fn cache_control(self) -> &'static str {
        match self {
            Self::Page => "no-cache",
            Self::Fingerprinted => "public, max-age=31536000, immutable",
            Self::Internal => "no-store",
        }
    }

    /// The number in the index.
    pub(super) fn number(self) -> u8 {
        self as u8
    }

    /// The policy of a number, or none.
    pub(super) fn from_number(number: u8) -> Option<Self> {
        [Self::Page, Self::Fingerprinted, Self::Internal].get(usize::from(number)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_travel() {
        for policy in [CachePolicy::Page, CachePolicy::Fingerprinted, CachePolicy::Internal] {
            assert_eq!(CachePolicy::from_number(policy.number()), Some(policy));
        }
        assert_eq!(CachePolicy::from_number(3), None);
    }
}
