//! A database of its own for a test of another room, on the server that tests were given.

use std::sync::atomic::{AtomicU32, Ordering};

use super::Database;
use super::link::Link;

/// Makes it.
pub(crate) fn fresh_database() -> Database {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("NIEMYET_TEST_POSTGRES").expect(
        "NIEMYET_TEST_POSTGRES names no server; \
         export NIEMYET_TEST_POSTGRES=$(tests/store/server start target/postgres)",
    );
    let link = Link::open(&Database::parse(&server).unwrap()).unwrap();
    let name = format!("h{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let sql = format!("CREATE DATABASE {name}");
    link.run(link.client.batch_execute(&sql)).unwrap();
    let (server, _) = server.rsplit_once('/').unwrap();
    Database::parse(&format!("{server}/{name}")).unwrap()
}
