//! A store that does with a rating what a test says, and holds nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::feedback::alert::{DayCount, MatterTally};
use crate::feedback::apology::LateFile;
use crate::feedback::matter::{Matter, TrackingHash};
use crate::feedback::officer::AccountName;
use crate::feedback::secrecy::Horizon;
use crate::feedback::{Amendment, AnswerValue, Submission};
use crate::store::{
    AlertState, Alerting, Amended, Amending, Appended, AuditRow, Cause, ChosenQuote, Difference,
    Finding, Health, Judged, Judgement, Judging, Keeping, LogEntry, MatterCount, MatterLine,
    MatterQuery, Measure, Office, OverdueTotal, Promise, Received, Recipients, Remedies, Session,
    SheetQuery, Store, StoreError, StoredAlert, StoredApology, StoredMatter, StoredOfficer,
    StoredRating, Tallies, TallySpan, Token, UnitSheet, Work, Worked, Working,
};
use crate::store::{
    Disclosure, DisclosureQuery, HeldCount, HeldGroup, KeyIn, KeyedIn, PendingWords, RatingLists,
    SlipBatch, SlipCount,
};
use crate::text::{Date, Slug};

type Keep = Box<dyn Fn(Submission) -> Keeping + Send + Sync>;

/// A store of that kind.
pub(super) struct FeignedStore {
    keep: Keep,
    health: Health,
}

impl FeignedStore {
    /// A store that says of itself that it is in this health.
    pub(super) fn shared(
        health: Health,
        keep: impl Fn(Submission) -> Keeping + Send + Sync + 'static,
    ) -> Arc<dyn Store> {
        Arc::new(Self { keep: Box::new(keep), health })
    }
}

impl Office for FeignedStore {
    fn work(&self, _: Work) -> Working {
        Box::pin(async { Ok(Worked::Gone) })
    }

    fn officer(&self, _: &AccountName) -> Result<Option<StoredOfficer>, StoreError> {
        Ok(None)
    }

    fn officers(&self) -> Result<Vec<StoredOfficer>, StoreError> {
        Ok(Vec::new())
    }

    fn linked(&self, _: &Token, _: i64) -> Result<Option<StoredOfficer>, StoreError> {
        Ok(None)
    }

    fn session(&self, _: &Token, _: i64) -> Result<Option<(Session, StoredOfficer)>, StoreError> {
        Ok(None)
    }

    fn sessions(&self, _: &[u8; 16], _: i64) -> Result<Vec<Session>, StoreError> {
        Ok(Vec::new())
    }

    fn audit(&self, _: Option<&Slug>, _: i64, _: u32) -> Result<Vec<AuditRow>, StoreError> {
        Ok(Vec::new())
    }
}

impl Alerting for FeignedStore {
    fn recipients(&self) -> Result<Recipients, StoreError> {
        Ok(Recipients::default())
    }

    fn alert_counts(&self) -> Result<Vec<(AlertState, u64)>, StoreError> {
        Ok(Vec::new())
    }

    fn alert_settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        Ok(BTreeMap::new())
    }

    fn causes(&self) -> Result<Vec<Cause>, StoreError> {
        Ok(Vec::new())
    }

    fn alert_marks(&self) -> Result<BTreeMap<(Slug, String), i64>, StoreError> {
        Ok(BTreeMap::new())
    }

    fn alerts_due(&self, _: &str, _: i64, _: u32) -> Result<Vec<StoredAlert>, StoreError> {
        Ok(Vec::new())
    }

    fn alerts_in(&self, _: AlertState, _: u32) -> Result<Vec<StoredAlert>, StoreError> {
        Ok(Vec::new())
    }

    fn due_between(&self, _: &Slug, _: Option<Date>, _: Date) -> Result<MatterTally, StoreError> {
        Ok(MatterTally::default())
    }

    fn open_matters(&self, _: &Slug) -> Result<MatterTally, StoreError> {
        Ok(MatterTally::default())
    }

    fn received_between(&self, _: &Slug, _: i64, _: i64) -> Result<MatterTally, StoreError> {
        Ok(MatterTally::default())
    }

    fn day_counts(
        &self,
        _: &Slug,
        _: Option<&Slug>,
        _: (Date, Date),
    ) -> Result<Vec<DayCount>, StoreError> {
        Ok(Vec::new())
    }
}

impl RatingLists for FeignedStore {
    fn disclosed(&self, _: &DisclosureQuery) -> Result<Disclosure, StoreError> {
        Ok(Disclosure::default())
    }

    fn pending_words(&self, _: &DisclosureQuery) -> Result<Vec<PendingWords>, StoreError> {
        Ok(Vec::new())
    }

    fn held_groups(&self, _: &Slug, _: Horizon) -> Result<Vec<HeldGroup>, StoreError> {
        Ok(Vec::new())
    }

    fn held_counts(&self, _: &Slug, _: Horizon) -> Result<Vec<HeldCount>, StoreError> {
        Ok(Vec::new())
    }

    fn held_ids(&self, _: &Slug, _: &HeldGroup) -> Result<Vec<[u8; 16]>, StoreError> {
        Ok(Vec::new())
    }

    fn key_in(&self, _: KeyIn) -> Promise<KeyedIn> {
        Box::pin(async { Ok(KeyedIn::Unknown) })
    }

    fn slip_batch(&self, _: &Slug, _: &[u8; 16]) -> Result<Option<SlipCount>, StoreError> {
        Ok(None)
    }

    fn slip_batches(&self, _: &Slug) -> Result<Vec<SlipCount>, StoreError> {
        Ok(Vec::new())
    }

    fn slip(&self, _: &SlipBatch, _: u32) -> Result<Option<Vec<(Slug, AnswerValue)>>, StoreError> {
        Ok(None)
    }
}

impl Remedies for FeignedStore {
    fn apologies(&self, _: &Slug, _: i64, _: u32) -> Result<Vec<StoredApology>, StoreError> {
        Ok(Vec::new())
    }

    fn apology(&self, _: &Slug, _: &[u8; 16]) -> Result<Option<StoredApology>, StoreError> {
        Ok(None)
    }

    fn late_files(&self, _: &Slug, _: Date, _: u32) -> Result<Vec<LateFile>, StoreError> {
        Ok(Vec::new())
    }

    fn overdue_totals(&self, _: &Slug, _: u32) -> Result<Vec<OverdueTotal>, StoreError> {
        Ok(Vec::new())
    }

    fn measures(&self, _: &Slug, _: &str) -> Result<Vec<Measure>, StoreError> {
        Ok(Vec::new())
    }

    fn quotes(&self, _: &Slug, _: &str) -> Result<Vec<ChosenQuote>, StoreError> {
        Ok(Vec::new())
    }

    fn shows_hidden(&self, _: &Slug, _: &str) -> Result<bool, StoreError> {
        Ok(false)
    }
}

impl Store for FeignedStore {
    fn keep(&self, submission: Submission) -> Keeping {
        (self.keep)(submission)
    }

    fn amend(&self, _: Amendment) -> Amending {
        Box::pin(async { Ok(Amended::Unknown) })
    }

    fn judge(&self, _: Judgement) -> Judging {
        Box::pin(async { Ok(Judged::Unknown) })
    }

    fn receive(&self, _: Matter) -> Promise<Received> {
        Box::pin(async { Ok(Received::New) })
    }

    fn append(&self, _: LogEntry) -> Promise<Appended> {
        Box::pin(async { Ok(Appended::Unknown) })
    }

    fn tracked(&self, _: &TrackingHash) -> Result<Option<StoredMatter>, StoreError> {
        Ok(None)
    }

    fn matter(&self, _: &Slug, _: &[u8; 16]) -> Result<Option<StoredMatter>, StoreError> {
        Ok(None)
    }

    fn matters(&self, _: &MatterQuery) -> Result<Vec<MatterLine>, StoreError> {
        Ok(Vec::new())
    }

    fn count_matters(&self, _: &Slug, _: Date, _: Date) -> Result<MatterCount, StoreError> {
        Ok(MatterCount::default())
    }

    fn to_close(&self, _: i64) -> Result<Vec<LogEntry>, StoreError> {
        Ok(Vec::new())
    }

    fn export_matters(
        &self,
        _: &mut dyn FnMut(StoredMatter) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Ok(())
    }

    fn check_matters(&self) -> Result<Vec<Finding>, StoreError> {
        Ok(Vec::new())
    }

    fn export(
        &self,
        _: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Ok(())
    }

    fn count(&self) -> Result<u64, StoreError> {
        Ok(0)
    }

    fn tallies(&self, _: &TallySpan) -> Result<Tallies, StoreError> {
        Ok(Tallies::default())
    }

    fn sheets(&self, _: &SheetQuery) -> Result<Vec<UnitSheet>, StoreError> {
        Ok(Vec::new())
    }

    fn hours(&self, _: &Slug, _: u16) -> Result<BTreeMap<(u32, u8), u64>, StoreError> {
        Ok(BTreeMap::new())
    }

    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(Vec::new())
    }

    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(Vec::new())
    }

    fn health(&self) -> Health {
        self.health.clone()
    }
}
