//! How many ratings come from one place at once, without knowing from whom. Halls and offices have one address for
//! everybody in them, so the bounds are a crowd's: beyond them a sender waits a moment with all that was typed, and
//! nobody is turned away. What looks like one hand at many keys is taken too, and marked. The same holds for what is
//! added to a rating, and for one-time codes that prove nothing.
//!
//! A client is a keyed hash of its address (of the network, for IPv6) under a salt that lives for a day, here in
//! memory: never stored, never logged, and gone at midnight.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use super::allowance::{Allowance, Rate};
use super::bounds::{Bounds, OF_ONE_RATING, Pair};
use super::local_day;
use super::said::Said;
use crate::catalogue::PrintedCode;
use crate::feedback::matter::Matter;
use crate::feedback::{Amendment, AnswerValue, Key, Mark, Submission};
use crate::release::Day;
use crate::store::Randomness;
use crate::text::Slug;

/// From so many letters on, equal words are not equal by chance.
const LONG: usize = 20;

/// What a hash is of. Two kinds of things never share a key.
#[derive(Clone, Copy)]
enum Kind {
    Client,
    Counter,
    FirstKey,
    Words,
    ClientAdds,
    CounterAdds,
    Rating,
    ClientTries,
    CounterTries,
    ClientMatters,
    AgencyMatters,
    ClientLooks,
    AllLooks,
}

/// Why something has to wait: too much of it, from one client or for one counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Crowded {
    /// Ratings of one client.
    Client,
    /// Ratings of one counter.
    Counter,
    /// Pages that one client adds to ratings that are kept, or changes.
    ClientAdds,
    /// Pages that are added to ratings of one counter.
    CounterAdds,
    /// Changes of one rating.
    Rating,
    /// One-time codes of one client that proved nothing.
    ClientTries,
    /// One-time codes for one counter that proved nothing.
    CounterTries,
    /// What one client brings.
    ClientMatters,
    /// What is brought to one agency.
    AgencyMatters,
    /// Tracking codes of one client that no matter has.
    ClientLooks,
    /// All tracking codes that no matter has.
    AllLooks,
}

impl Crowded {
    /// Its word in the metrics.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Counter => "counter",
            Self::ClientAdds => "client_adds",
            Self::CounterAdds => "counter_adds",
            Self::Rating => "rating",
            Self::ClientTries => "client_tries_codes",
            Self::CounterTries => "counter_tries_codes",
            Self::ClientMatters => "client_matters",
            Self::AgencyMatters => "agency_matters",
            Self::ClientLooks => "client_looks",
            Self::AllLooks => "all_looks",
        }
    }
}

/// Not now: why, and in how many milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) reason: Crowded,
    pub(super) millis: i64,
}

/// What something that was let in has taken of the allowances, to be given back if it turns out not to count: a
/// one-time code that was good, a rating that the store could not keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub(super) struct Taken {
    client: (u64, Rate),
    counter: (u64, Rate),
    rating: Option<u64>,
    /// How much is now in use, of the client or of the counter.
    used: u32,
}

/// What is remembered of senders, in bounded memory.
pub(super) struct Crowd {
    random: Randomness,
    bounds: Bounds,
    salt: Mutex<Option<(Day, [u8; 32])>>,
    clients: Allowance,
    counters: Allowance,
    said: Said,
}

impl Crowd {
    /// `people` is how many may rate at once from one address: 50 in a usual hall.
    pub(super) fn new(random: Randomness, people: u32) -> Self {
        let (clients, counters) = (Allowance::new(), Allowance::new());
        let (bounds, salt) = (Bounds::of(people), Mutex::new(None));
        Self { random, bounds, salt, clients, counters, said: Said::new() }
    }

    /// Lets a rating from this address in and adds its marks; or says how long it has to wait.
    pub(super) fn admit(
        &self,
        client: Option<IpAddr>,
        submission: &mut Submission,
        now: i64,
    ) -> Result<Taken, Wait> {
        let salt = self.salt(local_day::of(now));
        let client = (hash(&salt, Kind::Client, &network_of(client)), Crowded::Client);
        let counter = hash(&salt, Kind::Counter, submission.code.as_str().as_bytes());
        let counter = (counter, Crowded::Counter);
        let taken = self.take(client, counter, self.bounds.ratings, now)?;
        if taken.used > self.bounds.burst {
            submission.marks.push(Mark::Burst);
        }
        if self.is_repeated(&salt, &submission.key, &submission.answers) {
            submission.marks.push(Mark::Repeat);
        }
        Ok(taken)
    }

    /// Lets in what is added to a rating of the counter behind `code`, or changes it; adds its marks.
    pub(super) fn admit_more(
        &self,
        client: Option<IpAddr>,
        code: PrintedCode,
        amendment: &mut Amendment,
        now: i64,
    ) -> Result<Taken, Wait> {
        let salt = self.salt(local_day::of(now));
        // First the rating: who holds one claim and repeats it takes nothing from his hall.
        let rating = hash(&salt, Kind::Rating, &amendment.key.0);
        let wait = |millis| Wait { reason: Crowded::Rating, millis };
        self.clients.take(rating, OF_ONE_RATING, now).map_err(wait)?;
        let client = (hash(&salt, Kind::ClientAdds, &network_of(client)), Crowded::ClientAdds);
        let counter = hash(&salt, Kind::CounterAdds, code.as_str().as_bytes());
        let counter = (counter, Crowded::CounterAdds);
        let taken = self.take(client, counter, self.bounds.additions, now).inspect_err(|_| {
            self.clients.give_back(rating, OF_ONE_RATING);
        })?;
        if self.is_repeated(&salt, &amendment.key, &amendment.answers) {
            amendment.marks.push(Mark::Repeat);
        }
        Ok(Taken { rating: Some(rating), ..taken })
    }

    /// Whether a one-time code for the counter behind `code` may be looked at. Asked before it is read, so that beyond
    /// the bound a right guess learns no more than a wrong one. It counts as wrong until it is given back.
    pub(super) fn may_try(
        &self,
        client: Option<IpAddr>,
        code: PrintedCode,
        now: i64,
    ) -> Result<Taken, Wait> {
        let salt = self.salt(local_day::of(now));
        let client = hash(&salt, Kind::ClientTries, &network_of(client));
        let counter = hash(&salt, Kind::CounterTries, code.as_str().as_bytes());
        let (by, at) = ((client, Crowded::ClientTries), (counter, Crowded::CounterTries));
        self.take(by, at, self.bounds.codes, now)
    }

    /// Lets in what is brought to an agency, and adds its marks.
    pub(super) fn admit_matter(
        &self,
        client: Option<IpAddr>,
        (key, matter): (&Key, &mut Matter),
        now: i64,
    ) -> Result<Taken, Wait> {
        let salt = self.salt(local_day::of(now));
        let client = hash(&salt, Kind::ClientMatters, &network_of(client));
        let agency = hash(&salt, Kind::AgencyMatters, matter.agency.as_str().as_bytes());
        let (by, at) = ((client, Crowded::ClientMatters), (agency, Crowded::AgencyMatters));
        let taken = self.take(by, at, self.bounds.matters, now)?;
        if self.is_said_again(&salt, key, [&*matter.words].into_iter()) {
            matter.marks.push(Mark::Repeat);
        }
        Ok(taken)
    }

    /// Whether a tracking code may be looked up. Asked before it is, so that beyond the bound a right one learns no
    /// more than a wrong one. It counts as wrong until it is given back.
    pub(super) fn may_look(&self, client: Option<IpAddr>, now: i64) -> Result<Taken, Wait> {
        let salt = self.salt(local_day::of(now));
        let client = hash(&salt, Kind::ClientLooks, &network_of(client));
        let all = hash(&salt, Kind::AllLooks, &[]);
        let (by, at) = ((client, Crowded::ClientLooks), (all, Crowded::AllLooks));
        self.take(by, at, self.bounds.looks, now)
    }

    /// Gives back what was taken by something that does not count.
    pub(super) fn give_back(&self, taken: &Taken) {
        self.clients.give_back(taken.client.0, taken.client.1);
        self.counters.give_back(taken.counter.0, taken.counter.1);
        if let Some(rating) = taken.rating {
            self.clients.give_back(rating, OF_ONE_RATING);
        }
    }

    /// Takes one of a client and one of a counter, or nothing.
    fn take(
        &self,
        client: (u64, Crowded),
        counter: (u64, Crowded),
        bounds: Pair,
        now: i64,
    ) -> Result<Taken, Wait> {
        let take = |from: &Allowance, (key, reason), rate: Rate| {
            from.take(key, rate, now).map_err(|millis| Wait { reason, millis })
        };
        let from_client = take(&self.clients, client, bounds.client)?;
        let at_counter = take(&self.counters, counter, bounds.counter)
            .inspect_err(|_| self.clients.give_back(client.0, bounds.client))?;
        Ok(Taken {
            client: (client.0, bounds.client),
            counter: (counter.0, bounds.counter),
            rating: None,
            used: from_client.max(at_counter),
        })
    }

    /// Whether the same long words came today under another key.
    fn is_repeated(&self, salt: &[u8; 32], key: &Key, answers: &[(Slug, AnswerValue)]) -> bool {
        let texts = answers.iter().filter_map(|(_, answer)| match answer {
            AnswerValue::Text(words) => Some(words.as_ref()),
            _ => None,
        });
        self.is_said_again(salt, key, texts)
    }

    fn is_said_again<'t>(
        &self,
        salt: &[u8; 32],
        key: &Key,
        texts: impl Iterator<Item = &'t str>,
    ) -> bool {
        let key = hash(salt, Kind::FirstKey, &key.0);
        let long = texts.map(plain).filter(|words| words.chars().count() >= LONG);
        let mut repeated = false;
        // Each is noted, even when one of them is known already.
        for words in long {
            repeated |=
                self.said.is_known_from_another(hash(salt, Kind::Words, words.as_bytes()), key);
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
pub(super) fn network_of(address: Option<IpAddr>) -> [u8; 8] {
    let mut bytes = [0; 8];
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => bytes[..4].copy_from_slice(&address.octets()),
        Some(IpAddr::V6(address)) => bytes.copy_from_slice(&address.octets()[..8]),
        None => {}
    }
    bytes
}

fn hash(salt: &[u8; 32], kind: Kind, bytes: &[u8]) -> u64 {
    let mut hasher = blake3::Hasher::new_keyed(salt);
    hasher.update(&[kind as u8]).update(bytes);
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
