//! PostgreSQL stopped, killed and started under load, on a server of the test's own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use niemyet::feedback::Key;
use niemyet::store::{Database, Kept, PostgresStore, Store, StoreError};

use crate::place::{added_up, all, equal, exported, fits, randomness, scratch};
use crate::sample::rating;

/// A server that goes away with the test.
struct Server(PathBuf);

impl Server {
    fn ask(&self, verb: &str) -> String {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/server");
        let done = Command::new(script).arg(verb).arg(&self.0).output().unwrap();
        assert!(done.status.success(), "{verb}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap().trim().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ask("remove");
    }
}

fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what} takes too long");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_database_that_goes_and_comes_back_under_load() {
    let server = Server(scratch("server"));
    let address = server.ask("start");
    let store = PostgresStore::open(Database::parse(&address).unwrap(), randomness()).unwrap();
    let (next, stop) = (AtomicU32::new(0), AtomicBool::new(false));
    let thanked: Mutex<Vec<Key>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let one = rating(next.fetch_add(1, Ordering::Relaxed), "");
                    // As a citizen does who is asked to send the same form again.
                    while !stop.load(Ordering::Relaxed) {
                        match all([store.keep(one.clone())]).remove(0) {
                            Ok(Kept::New(_) | Kept::Already(_)) => {
                                thanked.lock().unwrap().push(one.key);
                                break;
                            }
                            Err(StoreError::Away(_) | StoreError::Busy) => {
                                std::thread::sleep(Duration::from_millis(20));
                            }
                            other => panic!("{other:?}"),
                        }
                    }
                }
            });
        }
        let count = || thanked.lock().unwrap().len();
        let more = || {
            let before = count();
            wait_until("another rating", || count() > before + 50);
        };
        more();
        // Long enough for those who wait to be told.
        server.ask("stop");
        wait_until("telling", || !store.health().accepting);
        let told = Instant::now();
        let refused = all([store.keep(rating(u32::MAX, ""))]).remove(0).unwrap_err();
        assert!(matches!(refused, StoreError::Away(_)), "{refused}");
        assert!(told.elapsed() < Duration::from_secs(1));
        assert!(store.health().trouble.is_some());
        server.ask("again");
        wait_until("coming back", || store.health().is_sound());
        more();
        // Short enough that nobody is told.
        for _ in 0..3 {
            server.ask("kill");
            server.ask("again");
            more();
        }
        stop.store(true, Ordering::Relaxed);
    });
    let kept = exported(&store);
    for key in thanked.lock().unwrap().iter() {
        assert_eq!(kept.iter().filter(|one| one.submission.key == *key).count(), 1);
    }
    equal(&store.tallies(&niemyet::store::TallySpan::all()).unwrap(), &added_up(&store));
    fits(&store);
}
