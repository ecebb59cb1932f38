//! A store over a database, whichever: a desk in front of those who write, and moments for those who read. What
//! it promises is written here once.

use std::collections::BTreeMap;

use super::alerts::look_up as alert_look_up;
use super::desk::Desk;
use super::idle::Idle;
use super::office::look_up;
use super::snapshot::{self, Snapshot};
use super::{
    AlertState, Alerting, Amending, Appended, AuditRow, Cause, Difference, Finding, Health,
    Judgement, Judging, Keeping, LogEntry, MatterCount, MatterLine, MatterQuery, Office, Promise,
    Received, Recipients, Session, SheetQuery, Store, StoreError, StoredAlert, StoredMatter,
    StoredOfficer, StoredRating, Tallies, TallySpan, Token, UnitSheet, Work, Working,
    matter_checking, matter_closing, matter_reading, matter_whole, rebuilding, sheet_reading,
};
use crate::feedback::alert::{DayCount, MatterTally};
use crate::feedback::matter::{Matter, TrackingHash};
use crate::feedback::officer::AccountName;
use crate::feedback::{Amendment, Submission};
use crate::text::{Date, Slug};

/// What a database brings to a store.
pub(super) trait Backed: Send + Sync {
    /// The database at one moment.
    type Moment: Snapshot;

    /// Where orders are taken.
    fn desk(&self) -> &Desk;

    /// Looks at the database as it is now.
    fn moment(&self) -> Result<Self::Moment, StoreError>;

    /// Connections for short questions.
    fn idle(&self) -> &Idle<Self::Moment>;

    /// Asks a short question.
    fn look<T>(
        &self,
        look: impl FnMut(&mut dyn Snapshot) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.idle().look(|| self.moment(), look)
    }
}

impl<B: Backed> Office for B {
    fn work(&self, work: Work) -> Working {
        self.desk().work(work)
    }

    fn officer(&self, account: &AccountName) -> Result<Option<StoredOfficer>, StoreError> {
        self.look(|moment| look_up::officer(moment, account))
    }

    fn officers(&self) -> Result<Vec<StoredOfficer>, StoreError> {
        self.look(look_up::officers)
    }

    fn linked(&self, link: &Token, now: i64) -> Result<Option<StoredOfficer>, StoreError> {
        self.look(|moment| look_up::linked(moment, link, now))
    }

    fn session(
        &self,
        token: &Token,
        now: i64,
    ) -> Result<Option<(Session, StoredOfficer)>, StoreError> {
        self.look(|moment| look_up::session(moment, token, now))
    }

    fn sessions(&self, officer: &[u8; 16], now: i64) -> Result<Vec<Session>, StoreError> {
        self.look(|moment| look_up::sessions(moment, officer, now))
    }

    fn audit(
        &self,
        agency: Option<&Slug>,
        before: i64,
        most: u32,
    ) -> Result<Vec<AuditRow>, StoreError> {
        self.look(|moment| look_up::audit(moment, agency, before, most))
    }
}

impl<B: Backed> Alerting for B {
    fn recipients(&self) -> Result<Recipients, StoreError> {
        self.look(alert_look_up::recipients)
    }

    fn alert_counts(&self) -> Result<Vec<(AlertState, u64)>, StoreError> {
        self.look(alert_look_up::counts)
    }

    fn alert_settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.look(alert_look_up::settings)
    }

    fn causes(&self) -> Result<Vec<Cause>, StoreError> {
        self.look(alert_look_up::causes)
    }

    fn alert_marks(&self) -> Result<BTreeMap<(Slug, String), i64>, StoreError> {
        self.look(alert_look_up::marks)
    }

    fn alerts_due(&self, way: &str, now: i64, most: u32) -> Result<Vec<StoredAlert>, StoreError> {
        self.look(|moment| alert_look_up::due(moment, way, now, most))
    }

    fn alerts_in(&self, state: AlertState, most: u32) -> Result<Vec<StoredAlert>, StoreError> {
        self.look(|moment| alert_look_up::in_state(moment, state, most))
    }

    fn due_between(
        &self,
        agency: &Slug,
        from: Option<Date>,
        until: Date,
    ) -> Result<MatterTally, StoreError> {
        self.look(|moment| alert_look_up::due_between(moment, agency, from, until))
    }

    fn open_matters(&self, agency: &Slug) -> Result<MatterTally, StoreError> {
        self.look(|moment| alert_look_up::open(moment, agency))
    }

    fn received_between(
        &self,
        agency: &Slug,
        from: i64,
        until: i64,
    ) -> Result<MatterTally, StoreError> {
        self.look(|moment| alert_look_up::received_between(moment, agency, from, until))
    }

    fn day_counts(
        &self,
        agency: &Slug,
        question: Option<&Slug>,
        days: (Date, Date),
    ) -> Result<Vec<DayCount>, StoreError> {
        self.look(|moment| alert_look_up::day_counts(moment, agency, question, days))
    }
}

impl<B: Backed> Store for B {
    fn keep(&self, submission: Submission) -> Keeping {
        self.desk().keep(submission)
    }

    fn amend(&self, amendment: Amendment) -> Amending {
        self.desk().amend(amendment)
    }

    fn judge(&self, judgement: Judgement) -> Judging {
        self.desk().judge(judgement)
    }

    fn receive(&self, matter: Matter) -> Promise<Received> {
        self.desk().receive(matter)
    }

    fn append(&self, entry: LogEntry) -> Promise<Appended> {
        self.desk().append(entry)
    }

    fn tracked(&self, tracking: &TrackingHash) -> Result<Option<StoredMatter>, StoreError> {
        self.look(|moment| matter_reading::tracked(moment, tracking))
    }

    fn matter(&self, agency: &Slug, id: &[u8; 16]) -> Result<Option<StoredMatter>, StoreError> {
        self.look(|moment| matter_reading::matter(moment, agency, id))
    }

    fn matters(&self, query: &MatterQuery) -> Result<Vec<MatterLine>, StoreError> {
        self.look(|moment| matter_reading::matters(moment, query))
    }

    fn count_matters(
        &self,
        agency: &Slug,
        today: Date,
        soon: Date,
    ) -> Result<MatterCount, StoreError> {
        self.look(|moment| matter_reading::count(moment, agency, today, soon))
    }

    fn to_close(&self, now: i64) -> Result<Vec<LogEntry>, StoreError> {
        matter_closing::to_close(&mut self.moment()?, now)
    }

    fn export_matters(
        &self,
        each: &mut dyn FnMut(StoredMatter) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        matter_whole::export(&mut self.moment()?, each)
    }

    fn check_matters(&self) -> Result<Vec<Finding>, StoreError> {
        matter_checking::look_through(&mut self.moment()?)
    }

    fn export(
        &self,
        each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        snapshot::export(&mut self.moment()?, each)
    }

    fn count(&self) -> Result<u64, StoreError> {
        snapshot::count(&mut self.moment()?)
    }

    fn tallies(&self, span: &TallySpan) -> Result<Tallies, StoreError> {
        snapshot::tallies(&mut self.moment()?, span)
    }

    fn sheets(&self, query: &SheetQuery) -> Result<Vec<UnitSheet>, StoreError> {
        self.look(|moment| sheet_reading::sheets(moment, query))
    }

    fn hours(&self, agency: &Slug, year: u16) -> Result<BTreeMap<(u32, u8), u64>, StoreError> {
        self.look(|moment| sheet_reading::hours(moment, agency, year))
    }

    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        rebuilding::compare(&mut self.moment()?)
    }

    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        rebuilding::rebuild(self.desk(), || self.moment())
    }

    fn health(&self) -> Health {
        self.desk().health()
    }
}
