//! Indices that others measured and published: SIPAS, PAR Index. They rest on samples of all adults and on other
//! methods, so they stand apart from what is rated at counters and have targets of their own.

use super::Percent;
use crate::text::{Slug, Text};

/// An official index of one area, over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialIndex {
    /// Its id, the name of its file.
    pub id: Slug,
    /// What it is called.
    pub name: Text,
    /// Of which area or body.
    pub area: Text,
    /// Who measures and publishes it.
    pub publisher: Text,
    /// What is in and what is not, in a sentence or two.
    pub about: Option<Text>,
    /// Targets set by the state for this index.
    pub targets: Vec<OfficialTarget>,
    /// The methods by which it was measured.
    pub methods: Vec<OfficialMethod>,
    /// The years, in order.
    pub years: Vec<OfficialYear>,
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialTarget {
    /// At least so much.
    pub value: Percent,
    /// For whom and until when.
    pub text: Text,
    /// The act that sets it.
    pub citation: Option<Text>,
}

/// A method of measuring; years by other methods are not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialMethod {
    /// Its id.
    pub id: Slug,
    /// The act that sets it, in words.
    pub name: Text,
}

/// The figures of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialYear {
    /// The year that was measured.
    pub year: u16,
    /// The figure.
    pub value: Percent,
    /// The place among so many.
    pub rank: Option<(u16, u16)>,
    /// The mean of the country.
    pub national: Option<Percent>,
    /// Factors or parts, as published.
    pub factors: Vec<(Text, Percent)>,
    /// Who was asked, in words.
    pub sample: Option<Text>,
    /// By which method.
    pub method: Slug,
    /// Where it was published.
    pub source: Text,
}

impl OfficialIndex {
    /// The years in runs of one method each, which alone may be joined by a line.
    pub fn runs(&self) -> impl Iterator<Item = &[OfficialYear]> {
        self.years.chunk_by(|one, next| one.method == next.method)
    }
}
