//! How often something may happen for a key: at once a burst, then one after each interval. The generic cell rate
//! algorithm needs one time a key, and the table has a fixed size: a million keys take no more memory than none. A key
//! that is pushed out by others begins anew, which is the right side to err on.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// How often something may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rate {
    /// How often at once.
    pub(super) burst: u32,
    /// After how many microseconds once more.
    pub(super) interval: i64,
}

/// How many keys share a place; the one with the longest rest behind it is pushed out.
const WAYS: usize = 4;

/// How many places there are: room for 65,536 keys in about a megabyte.
const PLACES: usize = 16_384;

/// A key, and the time in microseconds at which all that it used is made good.
type Slot = (u64, i64);

/// Allowances of all keys. A key is always asked for at the same rate.
pub(super) struct Allowance {
    places: Box<[Mutex<[Slot; WAYS]>]>,
}

impl Allowance {
    pub(super) fn new() -> Self {
        let places = (0..PLACES).map(|_| Mutex::new([(0, i64::MIN); WAYS]));
        Self { places: places.collect() }
    }

    /// Takes one at `now` (milliseconds). Gives how many are now in use, or in how many milliseconds one is free;
    /// then nothing was taken.
    pub(super) fn take(&self, key: u64, rate: Rate, now: i64) -> Result<u32, i64> {
        let Rate { burst, interval } = rate;
        let (now, most) = (now.saturating_mul(1_000), i64::from(burst) * interval);
        let mut place = self.place(key);
        let known = place.iter().position(|(known, _)| *known == key);
        let slot = if let Some(at) = known {
            &mut place[at]
        } else {
            let oldest = place.iter_mut().min_by_key(|(_, good)| *good);
            let Some(oldest) = oldest else { return Ok(1) };
            *oldest = (key, now);
            oldest
        };
        // A clock that was set back must not make anybody wait longer than the rate says.
        let good = slot.1.clamp(now, now.saturating_add(most));
        let used = good - now + interval;
        if used > most {
            slot.1 = good;
            return Err((used - most)
                .unsigned_abs()
                .div_ceil(1_000)
                .try_into()
                .unwrap_or(i64::MAX));
        }
        slot.1 = now + used;
        Ok(u32::try_from(used.div_euclid(interval.max(1))).unwrap_or(burst).max(1))
    }

    /// Gives back one that was taken and turned out not to count.
    pub(super) fn give_back(&self, key: u64, rate: Rate) {
        if let Some(slot) = self.place(key).iter_mut().find(|(known, _)| *known == key) {
            slot.1 = slot.1.saturating_sub(rate.interval);
        }
    }

    fn place(&self, key: u64) -> MutexGuard<'_, [Slot; WAYS]> {
        // Keys are hashes, so their last bits are as good as any.
        let at = usize::try_from(key).unwrap_or(usize::MAX) % self.places.len();
        self.places[at].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { burst: 3, interval: 1_000_000 };

    #[test]
    fn a_burst_then_one_after_each_interval() {
        let allowance = Allowance::new();
        let take = |now| allowance.take(7, RATE, now);
        assert_eq!([take(0), take(0), take(0), take(0)], [Ok(1), Ok(2), Ok(3), Err(1_000)]);
        assert_eq!([take(400), take(1_000), take(1_000)], [Err(600), Ok(3), Err(1_000)]);
        assert_eq!(allowance.take(8, RATE, 1_000), Ok(1));
        assert_eq!(take(60_000), Ok(1));
    }

    #[test]
    fn a_clock_set_back_makes_nobody_wait_long() {
        let allowance = Allowance::new();
        for _ in 0..3 {
            allowance.take(7, RATE, 1_000_000).unwrap();
        }
        assert_eq!(allowance.take(7, RATE, 0), Err(1_000));
        assert_eq!(allowance.take(7, RATE, 1_000), Ok(3));
    }

    #[test]
    fn what_is_given_back_is_free_at_once() {
        let allowance = Allowance::new();
        for _ in 0..10 {
            assert_eq!(allowance.take(7, RATE, 0), Ok(1));
            allowance.give_back(7, RATE);
        }
        allowance.give_back(7, RATE);
        let take = || allowance.take(7, RATE, 0);
        assert_eq!([take(), take(), take(), take()], [Ok(1), Ok(2), Ok(3), Err(1_000)]);
    }

    #[test]
    fn a_rate_may_be_finer_than_the_clock() {
        let allowance = Allowance::new();
        let fine = Rate { burst: 2, interval: 50 };
        let take = |now| allowance.take(7, fine, now);
        assert_eq!([take(0), take(0), take(0), take(1)], [Ok(1), Ok(2), Err(1), Ok(1)]);
    }

    #[test]
    fn a_million_keys_take_no_more_room_than_none() {
        let allowance = Allowance::new();
        let size = || size_of_val(&*allowance.places);
        let before = size();
        for key in 0..1_000_000_u64 {
            let hash = blake3::hash(&key.to_be_bytes());
            let key = u64::from_be_bytes(hash.as_bytes()[..8].try_into().unwrap());
            assert_eq!(allowance.take(key, RATE, 0), Ok(1));
        }
        assert_eq!(size(), before);
        assert!(before <= 2 * 1024 * 1024, "{before}");
        assert_eq!([0; 4].map(|_| allowance.take(7, RATE, 1)), [Ok(1), Ok(2), Ok(3), Err(1_000)]);
    }
}
