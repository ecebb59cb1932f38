//! Who gets a password wrong waits, longer each time, and is never locked out: per account and address together,
//! per address, and a little per account, so that a guesser who changes addresses is slowed and the owner of the
//! account is hardly kept waiting by him. An address from which an account has signed in before does not wait for
//! what others do to the account.
//!
//! All of it in memory of fixed size, as hashes under a salt of this run.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::host::crowd::network_of;
use crate::store::Randomness;

/// How many keys share a place; the one that failed longest ago is pushed out.
const WAYS: usize = 4;

const PLACES: usize = 4_096;

/// After so long without a failure all is forgotten, in milliseconds.
const FORGET: i64 = 60 * 60 * 1_000;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An account from one address: three tries are free, then 2 s doubled up to a minute.
    Pair,
    /// An address, which may be that of a whole office: twenty tries are free.
    Address,
    /// An account from anywhere: ten tries are free, then at most 8 s.
    Account,
    /// That an account has signed in from an address.
    Known,
}

/// A key, its failures, and when the last was.
#[derive(Clone, Copy)]
struct Slot {
    key: u64,
    failures: u32,
    last: i64,
}

/// Failures of all accounts and addresses.
pub(in crate::host) struct Slowing {
    salt: [u8; 32],
    places: Box<[Mutex<[Slot; WAYS]>]>,
}

impl Slowing {
    pub(in crate::host) fn new(random: &Randomness) -> Self {
        let mut salt = [0; 32];
        random(&mut salt);
        let empty = Slot { key: 0, failures: 0, last: i64::MIN / 2 };
        Self { salt, places: (0..PLACES).map(|_| Mutex::new([empty; WAYS])).collect() }
    }

    /// In how many milliseconds a password may be tried; nought for now.
    pub(super) fn wait(&self, account: &str, client: Option<IpAddr>, now: i64) -> i64 {
        let mut longest = 0;
        for kind in [Kind::Pair, Kind::Address, Kind::Account] {
            if kind == Kind::Account && self.read(Kind::Known, account, client, now).is_some() {
                continue;
            }
            if let Some(slot) = self.read(kind, account, client, now) {
                // A clock that was set back makes nobody wait longer than the delay itself.
                let since = (now - slot.last).max(0);
                longest = longest.max(delay(kind, slot.failures) - since);
            }
        }
        longest
    }

    /// Notes a failure.
    pub(super) fn failed(&self, account: &str, client: Option<IpAddr>, now: i64) {
        for kind in [Kind::Pair, Kind::Address, Kind::Account] {
            self.note(kind, account, client, now);
        }
    }

    /// Notes that somebody came in: what the address and the account did before is forgotten.
    pub(super) fn came_in(&self, account: &str, client: Option<IpAddr>, now: i64) {
        for kind in [Kind::Pair, Kind::Address] {
            let key = self.key(kind, account, client);
            if let Some(slot) = self.place(key).iter_mut().find(|slot| slot.key == key) {
                slot.failures = 0;
            }
        }
        self.note(Kind::Known, account, client, now);
    }

    fn read(&self, kind: Kind, account: &str, client: Option<IpAddr>, now: i64) -> Option<Slot> {
        let key = self.key(kind, account, client);
        let found = self.place(key).iter().copied().find(|slot| slot.key == key)?;
        let lasts = if kind == Kind::Known { 24 * FORGET } else { FORGET };
        (now - found.last <= lasts && found.failures > 0).then_some(found)
    }

    fn note(&self, kind: Kind, account: &str, client: Option<IpAddr>, now: i64) {
        let failures = self.read(kind, account, client, now).map_or(0, |slot| slot.failures);
        let key = self.key(kind, account, client);
        let mut place = self.place(key);
        let at = place.iter().position(|slot| slot.key == key).unwrap_or_else(|| {
            let oldest = place.iter().enumerate().min_by_key(|(_, slot)| slot.last);
            oldest.map_or(0, |(at, _)| at)
        });
        place[at] = Slot { key, failures: failures.saturating_add(1), last: now };
    }

    fn key(&self, kind: Kind, account: &str, client: Option<IpAddr>) -> u64 {
        let mut hasher = blake3::Hasher::new_keyed(&self.salt);
        hasher.update(&[kind as u8]);
        if kind != Kind::Account {
            hasher.update(&network_of(client));
        }
        if kind != Kind::Address {
            hasher.update(account.as_bytes());
        }
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        u64::from_be_bytes(first)
    }

    fn place(&self, key: u64) -> std::sync::MutexGuard<'_, [Slot; WAYS]> {
        let at = usize::try_from(key).unwrap_or(usize::MAX) % self.places.len();
        self.places[at].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long after so many failures, in milliseconds.
fn delay(kind: Kind, failures: u32) -> i64 {
    let (free, most) = match kind {
        Kind::Pair => (3, 60_000),
        Kind::Address => (20, 60_000),
        Kind::Account => (10, 8_000),
        Kind::Known => return 0,
    };
    match failures.checked_sub(free) {
        None | Some(0) => 0,
        Some(more) => (1_000_i64 << more.min(16)).min(most),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn slowing() -> Slowing {
        let random: Randomness = Arc::new(|bytes| bytes.fill(7));
        Slowing::new(&random)
    }

    #[allow(clippy::unnecessary_wraps, reason = "as a client is handed in")]
    fn from(last: u8) -> Option<IpAddr> {
        Some(IpAddr::from([203, 0, 113, last]))
    }

    #[test]
    fn waits_grow_and_end() {
        let slowing = slowing();
        let mut waits = Vec::new();
        for _ in 0..12 {
            slowing.failed("lan", from(1), 0);
            waits.push(slowing.wait("lan", from(1), 0));
        }
        assert_eq!(waits[..6], [0, 0, 0, 2_000, 4_000, 8_000]);
        assert_eq!(waits[11], 60_000, "never longer than a minute");
        assert_eq!(slowing.wait("lan", from(1), 59_000), 1_000);
        assert_eq!(slowing.wait("lan", from(1), 60_000), 0);
        assert_eq!(slowing.wait("lan", from(1), -5_000), 60_000, "a clock set back");
        assert_eq!(slowing.wait("lan", from(1), FORGET + 1), 0);
        assert_eq!(slowing.wait("minh", from(1), 0), 0, "the office of twenty still comes in");
    }

    #[test]
    fn a_guesser_of_many_addresses_is_slowed_and_the_owner_hardly() {
        let slowing = slowing();
        slowing.came_in("lan", from(200), 0);
        for address in 0..100 {
            slowing.failed("lan", from(address), 0);
        }
        assert_eq!(slowing.wait("lan", from(150), 0), 8_000);
        assert_eq!(slowing.wait("lan", from(200), 0), 0, "from where she has signed in before");
        let other = Slowing::new(&(Arc::new(|bytes: &mut [u8]| bytes.fill(8)) as Randomness));
        for account in 0..30 {
            other.failed(&format!("ten{account}"), from(1), 0);
        }
        assert_eq!(other.wait("mới", from(1), 0), 60_000, "one address at many accounts");
        other.came_in("lan", from(1), 0);
        assert_eq!(other.wait("mới", from(1), 0), 0);
    }
}
