//! Words in another language, keyed by the ids of the original.

use std::collections::BTreeMap;

/// Id → words. Ordered, so that reports and pages never depend on hashing.
pub(in crate::content) type WordMap<T = String> = BTreeMap<String, T>;
