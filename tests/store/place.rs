//! Where a store is opened for a test, and what a test may do to the database behind its back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use niemyet::feedback::{Amendment, Submission};
use niemyet::store::{
    Amended, AuditHead, BrokenAudit, DATABASE, DataFolder, Database, Difference, Kept,
    PostgresStore, Randomness, SqliteStore, Store, StoreError, StoredRating, Tallies, audit_head,
};

/// Keeps every writer waiting until it is dropped.
pub(crate) trait Hold {}

/// Where tests may put what they make.
pub(crate) fn scratch(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()))
}

/// A fresh database of one kind.
pub(crate) trait Place: Sync {
    /// Opens a store there; again and again, as hosts do.
    fn open(&self) -> Result<Arc<dyn Store>, StoreError>;

    /// Runs statements that both kinds understand.
    fn alter(&self, sql: &str);

    /// Makes every rating whose answers hold `doc` fail to be written.
    fn poison(&self);

    /// Keeps every writer waiting until the answer is dropped.
    fn hold(&self) -> Box<dyn Hold + '_>;

    /// Lets the database do what it does by itself within a minute of large changes.
    fn settle(&self);

    /// The place as upkeep knows it.
    fn whole(&self) -> niemyet::store::Place;

    /// Proves the log of the desk.
    fn audit_head(&self) -> Result<Result<AuditHead, BrokenAudit>, StoreError> {
        audit_head(&self.whole())
    }
}

/// A file in a folder of its own.
pub(crate) struct SqlitePlace(tempfile::TempDir);

impl SqlitePlace {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.0.path().join(DATABASE)).unwrap()
    }
}

impl Place for SqlitePlace {
    fn open(&self) -> Result<Arc<dyn Store>, StoreError> {
        let folder = DataFolder::prepare(self.0.path())?;
        Ok(Arc::new(SqliteStore::open(&folder, randomness())?))
    }

    fn alter(&self, sql: &str) {
        self.raw().execute_batch(sql).unwrap();
    }

    fn poison(&self) {
        self.alter(
            "CREATE TRIGGER poison BEFORE INSERT ON rating WHEN NEW.answers LIKE '%doc%' \
             BEGIN SELECT raise(ABORT, 'poison'); END",
        );
    }

    fn hold(&self) -> Box<dyn Hold + '_> {
        struct Held(rusqlite::Connection);
        impl Hold for Held {}
        impl Drop for Held {
            fn drop(&mut self) {
                self.0.execute_batch("ROLLBACK").unwrap();
            }
        }
        let raw = self.raw();
        raw.execute_batch("BEGIN IMMEDIATE").unwrap();
        Box::new(Held(raw))
    }

    fn settle(&self) {}

    fn whole(&self) -> niemyet::store::Place {
        niemyet::store::Place::Folder(DataFolder::prepare(self.0.path()).unwrap())
    }
}

/// A database of its own on the server that tests were given.
pub(crate) struct PostgresPlace {
    address: String,
    raw: Raw,
}

impl PostgresPlace {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var_os("NIEMYET_TEST_POSTGRES").expect(
            "NIEMYET_TEST_POSTGRES names no server; \
             export NIEMYET_TEST_POSTGRES=$(tests/store/server start target/postgres)",
        );
        let server = server.into_string().unwrap();
        let name = format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        Raw::to(&server).run(&format!("CREATE DATABASE {name}"));
        let (server, _) = server.rsplit_once('/').unwrap();
        let address = format!("{server}/{name}");
        Self { raw: Raw::to(&address), address }
    }

    /// Its address.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

/// A connection of the test's own.
struct Raw {
    runtime: tokio::runtime::Runtime,
    client: tokio_postgres::Client,
}

impl Raw {
    fn to(address: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let connecting = tokio_postgres::connect(address, tokio_postgres::NoTls);
        let (client, connection) = runtime.block_on(connecting).unwrap();
        runtime.spawn(connection);
        Self { runtime, client }
    }

    fn run(&self, sql: &str) {
        self.runtime.block_on(self.client.batch_execute(sql)).unwrap();
    }
}

impl Place for PostgresPlace {
    fn open(&self) -> Result<Arc<dyn Store>, StoreError> {
        Ok(Arc::new(PostgresStore::open(Database::parse(&self.address)?, randomness())?))
    }

    fn alter(&self, sql: &str) {
        self.raw.run(sql);
    }

    fn poison(&self) {
        self.alter(
            "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'poison'; END $$; \
             CREATE TRIGGER poison BEFORE INSERT ON rating FOR EACH ROW \
             WHEN (NEW.answers LIKE '%doc%') EXECUTE FUNCTION poison()",
        );
    }

    fn hold(&self) -> Box<dyn Hold + '_> {
        struct Held<'a>(&'a Raw);
        impl Hold for Held<'_> {}
        impl Drop for Held<'_> {
            fn drop(&mut self) {
                self.0.run("ROLLBACK");
            }
        }
        self.raw.run("BEGIN; LOCK TABLE rating IN ACCESS EXCLUSIVE MODE");
        Box::new(Held(&self.raw))
    }

    fn settle(&self) {
        self.alter("VACUUM (ANALYZE)");
    }

    fn whole(&self) -> niemyet::store::Place {
        niemyet::store::Place::Database(Box::new(Database::parse(&self.address).unwrap()))
    }
}

/// Makes the database one from before points were kept.
pub(crate) fn make_older(place: &impl Place) {
    place.alter("DROP TABLE tally_period");
    for table in ["alert", "alert_mark", "alert_cause", "alert_setting", "alert_recipient"] {
        place.alter(&format!("DROP TABLE {table}"));
    }
    place.alter("DELETE FROM lock WHERE name = 'alerts'");
    for table in ["apology", "late_file", "overdue_total", "measure", "chosen_quote"] {
        place.alter(&format!("DROP TABLE {table}"));
    }
    for table in ["officer", "officer_session", "set_up_link", "audit", "audit_line"] {
        place.alter(&format!("DROP TABLE {table}"));
    }
    place.alter("DELETE FROM lock WHERE name = 'office'");
    for table in ["contact", "matter_event", "matter"] {
        place.alter(&format!("DROP TABLE {table}"));
    }
    for table in ["words_review", "slip_batch"] {
        place.alter(&format!("DROP TABLE {table}"));
    }
    for index in ["rating_by_counter", "rating_set_aside", "rating_words_by_counter"] {
        place.alter(&format!("DROP INDEX {index}"));
    }
    place.alter("ALTER TABLE judgement DROP COLUMN account");
    place.alter("ALTER TABLE rating DROP COLUMN judged_at");
    place.alter("DROP INDEX rating_by_words");
    place.alter("ALTER TABLE rating DROP COLUMN words");
    place.alter("ALTER TABLE rating DROP COLUMN point");
    place.alter("DELETE FROM migration WHERE number > 3");
}

/// Bytes that differ from call to call and from test to test.
pub(crate) fn randomness() -> Randomness {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Arc::new(|bytes| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes[..8].copy_from_slice(&number);
    })
}

/// Waits for all answers, in the order of asking.
pub(crate) fn all<T, F: Future<Output = T>>(promises: impl IntoIterator<Item = F>) -> Vec<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    promises.into_iter().map(|promise| runtime.block_on(promise)).collect()
}

/// Sends all at once and waits for every answer, in the order of sending.
pub(crate) fn keep_all(
    store: &dyn Store,
    ratings: Vec<Submission>,
) -> Vec<Result<Kept, StoreError>> {
    let keeping: Vec<_> = ratings.into_iter().map(|rating| store.keep(rating)).collect();
    all(keeping)
}

/// Keeps one rating that is new.
pub(crate) fn keep(store: &dyn Store, rating: Submission) {
    let kept = keep_all(store, vec![rating]).remove(0).unwrap();
    assert!(matches!(kept, Kept::New(_)), "{kept:?}");
}

/// Amends one rating.
pub(crate) fn amend(store: &dyn Store, amendment: Amendment) -> Amended {
    all([store.amend(amendment)]).remove(0).unwrap()
}

/// Every rating that is there.
pub(crate) fn exported(store: &dyn Store) -> Vec<StoredRating> {
    let mut ratings = Vec::new();
    store
        .export(&mut |rating| {
            ratings.push(rating);
            Ok(())
        })
        .unwrap();
    ratings
}

/// What the ratings that are there add up to.
pub(crate) fn added_up(store: &dyn Store) -> Tallies {
    let mut tallies = Tallies::default();
    for rating in exported(store) {
        tallies.add(&rating);
    }
    tallies
}

/// Asserts that tallies are equal, and says only where they are not.
pub(crate) fn equal(found: &Tallies, expected: &Tallies) {
    let mut differing = found.clone();
    differing.subtract(expected);
    assert!(differing.is_empty(), "{differing:#?}");
}

/// Asserts that the tallies fit.
pub(crate) fn fits(store: &dyn Store) {
    let differences: Vec<Difference> = store.compare_tallies().unwrap();
    let said: Vec<String> = differences.iter().take(5).map(ToString::to_string).collect();
    assert!(differences.is_empty(), "{} differ: {said:#?}", differences.len());
}
