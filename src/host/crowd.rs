//! How many ratings come from one place at once, without knowing from whom. Halls and offices have one address for
//! everybody in them, so the bounds are a crowd's: beyond them a sender waits a moment with all that was typed, and
//! nobody is turned away. What looks like one hand at many keys is taken too, and marked.
//!
//! A client is a keyed hash of its address (of the network, for IPv6) under a salt that lives for a day, here in
//! memory: never stored, never logged, and gone at midnight.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use super::allowance::{Allowance, Rate};
use super::local_day;
use super::said::Said;
use crate::feedback::{AnswerValue, Mark, Submission};
use crate::release::Day;
use crate::store::Randomness;

/// Of one client: fifty phones in a hall that send four times each, then one a second.
const CLIENT: Rate = Rate { burst: 200, interval: 1_000 };

/// Of one counter, whoever sends: the same hall behind several addresses.
const COUNTER: Rate = Rate { burst: 240, interval: 1_000 };

/// From so many at once a rating is marked: more than any counter serves in the time.
const BURST: u32 = 120;

/// From so many letters on, equal words are not equal by chance.
const LONG: usize = 20;

/// Why a rating has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Crowded {
    /// Too many from one client.
    Client,
    /// Too many for one counter.
    Counter,
}

impl Crowded {
    /// Its word in the metrics.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Counter => "counter",
        }
    }
}

/// Not now: why, and in how many milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) reason: Crowded,
    pub(super) millis: i64,
}

/// What is remembered of senders, in bounded memory.
pub(super) struct Crowd {
    random: Randomness,
    salt: Mutex<Option<(Day, [u8; 32])>>,
    clients: Allowance,
    counters: Allowance,
    said: Said,
}

impl Crowd {
    pub(super) fn new(random: Randomness) -> Self {
        let (clients, counters) = (Allowance::new(CLIENT), Allowance::new(COUNTER));
        Self { random, salt: Mutex::new(None), clients, counters, said: Said::new() }
    }

    /// Lets a rating from this address in, with its marks added; or says how long it has to wait.
    pub(super) fn admit(
        &self,
        client: Option<IpAddr>,
        mut submission: Submission,
        now: i64,
    ) -> Result<Submission, Wait> {
        let salt = self.salt(local_day::of(now));
        let client = hash(&salt, 0, &network_of(client));
        let counter = hash(&salt, 1, submission.code.as_str().as_bytes());
        let wait = |reason| move |millis| Wait { reason, millis };
        let from_client = self.clients.take(client, now).map_err(wait(Crowded::Client))?;
        let at_counter = self.counters.take(counter, now).map_err(wait(Crowded::Counter))?;
        if from_client.max(at_counter) > BURST {
            submission.marks.push(Mark::Burst);
        }
        if self.is_repeated(&salt, &submission) {
            submission.marks.push(Mark::Repeat);
        }
        Ok(submission)
    }

    /// Whether the same long words came today under another key.
    fn is_repeated(&self, salt: &[u8; 32], submission: &Submission) -> bool {
        let key = hash(salt, 2, &submission.key.0);
        let texts = submission.answers.iter().filter_map(|(_, answer)| match answer {
            AnswerValue::Text(words) => Some(plain(words)),
            _ => None,
        });
        let long = texts.filter(|words| words.chars().count() >= LONG);
        let mut repeated = false;
        // Each is noted, even when one of them is known already.
        for words in long {
            repeated |= self.said.is_known_from_another(hash(salt, 3, words.as_bytes()), key);
        }
        repeated
    }

    fn salt(&self, day: Day) -> [u8; 32] {
        let mut salt = self.salt.lock().unwrap_or_else(PoisonError::into_inner);
        match *salt {
            Some((made, bytes)) if made == day => bytes,
            _ => {
                let mut bytes = [0; 32];
                (self.random)(&mut bytes);
                *salt = Some((day, bytes));
                bytes
            }
        }
    }
}

/// What counts as one client: an IPv4 address, or the network that one IPv6 connection is given.
fn network_of(address: Option<IpAddr>) -> [u8; 8] {
    let mut bytes = [0; 8];
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => bytes[..4].copy_from_slice(&address.octets()),
        Some(IpAddr::V6(address)) => bytes.copy_from_slice(&address.octets()[..8]),
        None => {}
    }
    bytes
}

fn hash(salt: &[u8; 32], what: u8, bytes: &[u8]) -> u64 {
    let mut hasher = blake3::Hasher::new_keyed(salt);
    hasher.update(&[what]).update(bytes);
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    u64::from_be_bytes(first)
}

/// Words without what a copy can differ in: case, and the width of gaps.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
#[path = "crowd_tests.rs"]
mod tests;
