//! What a store promises, whatever lies behind it.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use super::{
    Alerting, Amended, Appended, AuditRow, Difference, Finding, Health, Judged, Judgement, Kept,
    LogEntry, MatterCount, MatterLine, MatterQuery, Received, Remedies, Session, SheetQuery,
    StoreError, StoredMatter, StoredOfficer, StoredRating, Tallies, TallySpan, Token, UnitSheet,
    Work, Worked,
};
use crate::feedback::matter::{Matter, TrackingHash};
use crate::feedback::officer::AccountName;
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

/// Work of the desk on its way to the disk.
pub type Working = Promise<Worked>;

/// The officers' side of a store: accounts, sessions, the log.
///
/// What is written is answered after it is on the disk. What is looked up takes one short question to the database
/// and must not be asked from an async thread.
pub trait Office: Send + Sync {
    /// Carries out a piece of work.
    fn work(&self, work: Work) -> Working;

    /// The officer of an account, disabled or not.
    fn officer(&self, account: &AccountName) -> Result<Option<StoredOfficer>, StoreError>;

    /// All officers, by account.
    fn officers(&self) -> Result<Vec<StoredOfficer>, StoreError>;

    /// The officer whom a one-time link leads to, if it is good at `now`.
    fn linked(&self, link: &Token, now: i64) -> Result<Option<StoredOfficer>, StoreError>;

    /// A session that is alive at `now`, with its officer, who is not disabled.
    fn session(
        &self,
        token: &Token,
        now: i64,
    ) -> Result<Option<(Session, StoredOfficer)>, StoreError>;

    /// The sessions of an officer that are alive at `now`, the latest first.
    fn sessions(&self, officer: &[u8; 16], now: i64) -> Result<Vec<Session>, StoreError>;

    /// At most `most` rows of the log before a number, the latest first: all, or those of one agency.
    fn audit(
        &self,
        agency: Option<&Slug>,
        before: i64,
        most: u32,
    ) -> Result<Vec<AuditRow>, StoreError>;
}

/// A place where ratings are kept, with tallies that always fit them.
///
/// What is written is answered after it is on the disk; a caller that goes away before does not undo
/// it. What is read may take long and must not be asked from an async thread.
pub trait Store: Office + Alerting + Remedies {
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

    /// What the system has to append at `now`, in milliseconds UTC: the closing of each matter that can no longer be
    /// reopened.
    fn to_close(&self, now: i64) -> Result<Vec<LogEntry>, StoreError>;

    /// Hands every matter to `each`, by agency and then by time; an error of `each` ends it. All are of one moment.
    fn export_matters(
        &self,
        each: &mut dyn FnMut(StoredMatter) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

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

    /// What was counted of each unit that a query asks for, one sheet for each survey version and way, in the order of
    /// unit, period, survey, version and way. All at one moment, by as many questions to the database however many
    /// units there are. Ratings in quarantine are left out.
    fn sheets(&self, query: &SheetQuery) -> Result<Vec<UnitSheet>, StoreError>;

    /// When ratings of an agency came: their number by month (202611) and hour of the day, 0 to 23, in a year. Ratings in
    /// quarantine are left out.
    fn hours(&self, agency: &Slug, year: u16) -> Result<BTreeMap<(u32, u8), u64>, StoreError>;

    /// Where the tallies differ from the ratings, in months that are not sealed; none if all is well.
    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError>;

    /// Makes the tallies of all months that are not sealed fit the ratings, and says what differed.
    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError>;

    /// Whether ratings can be kept now. Never waits.
    fn health(&self) -> Health;
}
