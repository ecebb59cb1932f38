//! What a store promises, whatever lies behind it.

use std::future::Future;
use std::pin::Pin;

use super::{
    Amended, Appended, Difference, Finding, Health, Judged, Judgement, Kept, LogEntry, MatterCount,
    MatterLine, MatterQuery, Received, StoreError, StoredMatter, StoredRating, Tallies, TallySpan,
};
use crate::feedback::matter::{Matter, TrackingHash};
use crate::feedback::{Amendment, Submission};
use crate::text::{Date, Slug};

/// An answer that comes when it is on the disk.
pub type Promise<T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send>>;

/// A rating on its way to the disk.
pub type Keeping = Promise<Kept>;

/// An amendment on its way to the disk.
pub type Amending = Promise<Amended>;

/// A judgement on its way to the disk.
pub type Judging = Promise<Judged>;

/// A place where ratings are kept, with tallies that always fit them.
///
/// What is written is answered after it is on the disk; a caller that goes away before does not undo
/// it. What is read may take long and must not be asked from an async thread.
pub trait Store: Send + Sync {
    /// Keeps a rating. One key counts once, one ticket proves one rating. A rating with a mark that
    /// calls for it goes into quarantine.
    fn keep(&self, submission: Submission) -> Keeping;

    /// Changes a rating that is kept, within the windows of [`Amendment`].
    fn amend(&self, amendment: Amendment) -> Amending;

    /// Puts a rating into quarantine or lets it out.
    fn judge(&self, judgement: Judgement) -> Judging;

    /// Receives a matter. One tracking code is one matter, so a form that is sent twice is received once. Its log
    /// begins with it.
    fn receive(&self, matter: Matter) -> Promise<Received>;

    /// Appends an event to the log of a matter, if the log is as long as whoever sends it saw it and
    /// [`Life::follow`](crate::feedback::matter::Life::follow) allows it. Withdrawing and forgetting delete the contact
    /// in the same transaction.
    fn append(&self, entry: LogEntry) -> Promise<Appended>;

    /// The matter of a tracking code, with its log and its contact.
    fn tracked(&self, tracking: &TrackingHash) -> Result<Option<StoredMatter>, StoreError>;

    /// The matter of an agency with an id, with its log and its contact.
    fn matter(&self, agency: &Slug, id: &[u8; 16]) -> Result<Option<StoredMatter>, StoreError>;

    /// A page of a list of matters.
    fn matters(&self, query: &MatterQuery) -> Result<Vec<MatterLine>, StoreError>;

    /// How much an agency has to do: what is due before `today` is overdue, what is due from then until `soon` is
    /// due soon.
    fn count_matters(
        &self,
        agency: &Slug,
        today: Date,
        soon: Date,
    ) -> Result<MatterCount, StoreError>;

    /// Every matter whose row is not what its log amounts to; none if all is well.
    fn check_matters(&self) -> Result<Vec<Finding>, StoreError>;

    /// Hands every rating to `each`, by agency and then by time; an error of `each` ends it. Ratings
    /// kept meanwhile may or may not be among them.
    fn export(
        &self,
        each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// How many ratings there are.
    fn count(&self) -> Result<u64, StoreError>;

    /// The tallies of a span of time.
    fn tallies(&self, span: &TallySpan) -> Result<Tallies, StoreError>;

    /// Where the tallies differ from the ratings, in months that are not sealed; none if all is well.
    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError>;

    /// Makes the tallies of all months that are not sealed fit the ratings, and says what differed.
    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError>;

    /// Whether ratings can be kept now. Never waits.
    fn health(&self) -> Health;
}
