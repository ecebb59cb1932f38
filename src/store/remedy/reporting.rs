//! What a store can be asked of it.

use super::{ChosenQuote, Measure, OverdueTotal, StoredApology};
use crate::feedback::apology::LateFile;
use crate::store::StoreError;
use crate::store::backed::Backed;
use crate::text::{Date, Slug};

/// What an agency makes good, looked up. Each takes one short question to the database and must not be asked from an async
/// thread. What is written goes through [`Work::Remedy`](crate::store::Work::Remedy).
pub trait Remedies: Send + Sync {
    /// At most `most` apologies of an agency that were drafted since a moment (milliseconds UTC), the latest first.
    fn apologies(
        &self,
        agency: &Slug,
        since: i64,
        most: u32,
    ) -> Result<Vec<StoredApology>, StoreError>;

    /// The apology of an agency with an id.
    fn apology(&self, agency: &Slug, id: &[u8; 16]) -> Result<Option<StoredApology>, StoreError>;

    /// At most `most` late files of an agency that were due since a day, the latest first.
    fn late_files(
        &self,
        agency: &Slug,
        since: Date,
        most: u32,
    ) -> Result<Vec<LateFile>, StoreError>;

    /// Totals that were keyed in for an agency, at most `most` months, the latest first.
    fn overdue_totals(&self, agency: &Slug, most: u32) -> Result<Vec<OverdueTotal>, StoreError>;

    /// Measures of an agency for a period, in the order in which they were first kept.
    fn measures(&self, agency: &Slug, period: &str) -> Result<Vec<Measure>, StoreError>;

    /// Chosen words of an agency for a period, in the order in which they were first kept.
    fn quotes(&self, agency: &Slug, period: &str) -> Result<Vec<ChosenQuote>, StoreError>;

    /// Whether words show what somebody has decided to hide of what a citizen wrote about an agency.
    fn shows_hidden(&self, agency: &Slug, words: &str) -> Result<bool, StoreError>;
}

impl<B: Backed> Remedies for B {
    fn apologies(
        &self,
        agency: &Slug,
        since: i64,
        most: u32,
    ) -> Result<Vec<StoredApology>, StoreError> {
        self.look(|moment| super::apologies(moment, agency, since, most))
    }

    fn apology(&self, agency: &Slug, id: &[u8; 16]) -> Result<Option<StoredApology>, StoreError> {
        self.look(|moment| super::apology(moment, agency, id))
    }

    fn late_files(
        &self,
        agency: &Slug,
        since: Date,
        most: u32,
    ) -> Result<Vec<LateFile>, StoreError> {
        self.look(|moment| super::late_files(moment, agency, since, most))
    }

    fn overdue_totals(&self, agency: &Slug, most: u32) -> Result<Vec<OverdueTotal>, StoreError> {
        self.look(|moment| super::overdue_totals(moment, agency, most))
    }

    fn measures(&self, agency: &Slug, period: &str) -> Result<Vec<Measure>, StoreError> {
        self.look(|moment| super::measures(moment, agency, period))
    }

    fn quotes(&self, agency: &Slug, period: &str) -> Result<Vec<ChosenQuote>, StoreError> {
        self.look(|moment| super::quotes(moment, agency, period))
    }

    fn shows_hidden(&self, agency: &Slug, words: &str) -> Result<bool, StoreError> {
        self.look(|moment| super::shows_hidden(moment, agency, words))
    }
}
