//! A host that runs for one test, with a clock that the test sets.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use super::exchange::{Answer, ask, post};
use super::sample_release::{codes, desk, publish};
use crate::feedback::Secret;
use crate::host::{
    Board, CertificateInUse, Encryption, HostSettings, Posted, Running, Stopper, start,
};
use crate::publication::RatingDesk;
use crate::store::{DataFolder, PostgresStore, Randomness, SqliteStore, Store, fresh_database};

/// 2026-11-21 08:30 in Vietnam.
pub(super) const NOW: i64 = 1_795_224_600_000;

/// A running host.
pub(super) struct Stand {
    pub(super) dir: tempfile::TempDir,
    pub(super) board: Arc<Board>,
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<AtomicI64>,
    running: Option<Running>,
}

/// What stands in for a typesetter.
#[allow(clippy::unnecessary_wraps, reason = "its type is that of typesetters, which fail")]
fn invented_pdf(
    letter: &crate::letter::Letter,
    today: crate::text::Date,
) -> Result<Vec<u8>, String> {
    Ok(format!("%PDF {today} {letter:?}").into_bytes())
}

impl Stand {
    /// The sample site with a store on disk.
    pub(super) fn new() -> Self {
        Self::with(&desk(), None)
    }

    /// The sample site with a store on PostgreSQL.
    #[allow(clippy::disallowed_methods, reason = "the server is named from outside")]
    pub(super) fn on_postgres() -> Self {
        let server = std::env::var("NIEMYET_TEST_POSTGRES").expect(
            "NIEMYET_TEST_POSTGRES names no server; \
             export NIEMYET_TEST_POSTGRES=$(tests/store/server start target/postgres)",
        );
        let store = PostgresStore::open(fresh_database(&server), counting()).unwrap();
        Self::with(&desk(), Some(Arc::new(store)))
    }

    /// A site with this desk, and perhaps another store.
    pub(super) fn with(desk: &RatingDesk, store: Option<Arc<dyn Store>>) -> Self {
        Self::built(desk, store, None)
    }

    /// The sample site over https, sending on to it from plain http.
    pub(super) fn encrypted(certificate: Arc<CertificateInUse>) -> Self {
        let send_on = vec!["127.0.0.1:0".parse().unwrap()];
        Self::built(&desk(), None, Some(Encryption { certificate, send_on }))
    }

    fn built(
        desk: &RatingDesk,
        store: Option<Arc<dyn Store>>,
        encryption: Option<Encryption>,
    ) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let random = counting();
        let store = store.unwrap_or_else(|| {
            let folder = DataFolder::prepare(&dir.path().join("var")).unwrap();
            Arc::new(SqliteStore::open(&folder, Arc::clone(&random)).unwrap())
        });
        let release = publish(&dir.path().join("release"), desk);
        let board = Board::new(Posted::open(release).unwrap());
        let clock = Arc::new(AtomicI64::new(NOW));
        let told = Arc::clone(&clock);
        let settings = HostSettings {
            listen: vec!["127.0.0.1:0".parse().unwrap(), "[::1]:0".parse().unwrap()],
            encryption,
            board: Arc::clone(&board),
            store: Arc::clone(&store),
            secret: Secret::new([9; 32]),
            clock: Arc::new(move || told.load(Ordering::Relaxed)),
            random,
            letter_setter: Some(Arc::new(invented_pdf)),
            proxies: vec!["127.0.0.2".parse().unwrap()],
            names: vec!["may-chu.lan".to_owned()],
            watchers: vec!["127.0.0.9".parse().unwrap()],
            https_days: 365,
            watched: None,
            crowd: 50,
            connections: 100,
            workers: 1,
        };
        let running = Some(start(settings).unwrap());
        Self { dir, board, store, clock, running }
    }

    /// Its first address.
    pub(super) fn address(&self) -> SocketAddr {
        self.addresses()[0]
    }

    pub(super) fn addresses(&self) -> &[SocketAddr] {
        self.running.as_ref().unwrap().addresses()
    }

    /// Where it only sends on to https.
    pub(super) fn signpost(&self) -> SocketAddr {
        self.running.as_ref().unwrap().sending_on()[0]
    }

    pub(super) fn get(&self, target: &str) -> Answer {
        ask(self.address(), "GET", target, &[])
    }

    pub(super) fn get_with(&self, target: &str, fields: &[&str]) -> Answer {
        ask(self.address(), "GET", target, fields)
    }

    /// Posts a form to the counter's code.
    pub(super) fn rate(&self, body: &str) -> Answer {
        post(self.address(), &format!("/Q/{}", codes()[0]), &[], body.as_bytes())
    }

    pub(super) fn stopper(&self) -> Stopper {
        self.running.as_ref().unwrap().stopper()
    }

    pub(super) fn stop(mut self) {
        self.running.take().unwrap().stop(true).unwrap();
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.stop(false);
        }
    }
}

/// Bytes that differ, which is all that tests ask of randomness.
fn counting() -> Randomness {
    let next = AtomicU64::new(1);
    Arc::new(move |bytes| {
        let hash = blake3::hash(&next.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        bytes.copy_from_slice(&hash.as_bytes()[..bytes.len()]);
    })
}
