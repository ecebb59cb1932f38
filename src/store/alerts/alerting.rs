//! What a store promises about alerts.

use std::collections::BTreeMap;

use super::{AlertState, Cause, Recipients, StoredAlert};
use crate::feedback::alert::{DayCount, MatterTally};
use crate::store::StoreError;
use crate::text::{Date, Slug};

/// The side of a store that tells. What is written goes by [`Work::Alerts`](crate::store::Work::Alerts); what is looked
/// up must not be asked from an async thread.
pub trait Alerting: Send + Sync {
    /// All recipients, the first added first.
    fn recipients(&self) -> Result<Recipients, StoreError>;

    /// How many messages there are in each state.
    fn alert_counts(&self) -> Result<Vec<(AlertState, u64)>, StoreError>;

    /// The settings that all hosts share, by name.
    fn alert_settings(&self) -> Result<BTreeMap<String, String>, StoreError>;

    /// What is to be told.
    fn causes(&self) -> Result<Vec<Cause>, StoreError>;

    /// Up to where what was told, by agency.
    fn alert_marks(&self) -> Result<BTreeMap<(Slug, String), i64>, StoreError>;

    /// At most so many messages of one way (`mail`, `hook`) that are to be sent at a moment (milliseconds UTC) and that
    /// nobody is at work with.
    fn alerts_due(&self, way: &str, now: i64, most: u32) -> Result<Vec<StoredAlert>, StoreError>;

    /// At most so many messages in a state.
    fn alerts_in(&self, state: AlertState, most: u32) -> Result<Vec<StoredAlert>, StoreError>;

    /// Open matters of an agency that are due from one day until another, by kind.
    fn due_between(
        &self,
        agency: &Slug,
        from: Option<Date>,
        until: Date,
    ) -> Result<MatterTally, StoreError>;

    /// Open matters of an agency, by kind.
    fn open_matters(&self, agency: &Slug) -> Result<MatterTally, StoreError>;

    /// Matters that an agency received from one moment until before another (milliseconds UTC), by kind.
    fn received_between(
        &self,
        agency: &Slug,
        from: i64,
        until: i64,
    ) -> Result<MatterTally, StoreError>;

    /// Answers to a question of ratings of an agency by day, from one day until another; the ratings themselves if
    /// no question is named.
    fn day_counts(
        &self,
        agency: &Slug,
        question: Option<&Slug>,
        days: (Date, Date),
    ) -> Result<Vec<DayCount>, StoreError>;
}
