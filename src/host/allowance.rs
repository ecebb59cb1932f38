//! How often something may happen for a key: at once a burst, then one after each interval. The generic cell rate
//! algorithm needs one time a key, and the table has a fixed size: a million keys take no more memory than none. A key
//! that is pushed out by others begins anew, which is the right side to err on.

use std::sync::{Mutex, PoisonError};

/// How often something may happen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    /// How often at once.
    pub(super) burst: u32,
    /// After how many milliseconds once more.
    pub(super) interval: i64,
}

/// How many keys share a place; the one with the longest rest behind it is pushed out.
const WAYS: usize = 4;

/// How many places there are: room for 65,536 keys in about a megabyte.
const PLACES: usize = 16_384;

/// A key, and the time in milliseconds at which all that it used is made good.
type Slot = (u64, i64);

/// Allowances of all keys at one rate.
pub(super) struct Allowance {
    rate: Rate,
    places: Box<[Mutex<[Slot; WAYS]>]>,
}

impl Allowance {
    pub(super) fn new(rate: Rate) -> Self {
        let places = (0..PLACES).map(|_| Mutex::new([(0, i64::MIN); WAYS]));
        Self { rate, places: places.collect() }
    }

    /// Takes one at `now` (milliseconds). Gives how many are now in use, or in how many milliseconds one is free;
    /// then nothing was taken.
    pub(super) fn take(&self, key: u64, now: i64) -> Result<u32, i64> {
        let Rate { burst, interval } = self.rate;
        let most = i64::from(burst) * interval;
        let mut place = self.place(key).lock().unwrap_or_else(PoisonError::into_inner);
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
            return Err(used - most);
        }
        slot.1 = now + used;
        Ok(u32::try_from(used.div_euclid(interval)).unwrap_or(burst).max(1))
    }

    fn place(&self, key: u64) -> &Mutex<[Slot; WAYS]> {
        // Keys are hashes, so their last bits are as good as any.
        let at = usize::try_from(key).unwrap_or(usize::MAX) % self.places.len();
        &self.places[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { burst: 3, interval: 1_000 };

    #[test]
    fn a_burst_then_one_after_each_interval() {
        let allowance = Allowance::new(RATE);
        let take = |now| allowance.take(7, now);
        assert_eq!([take(0), take(0), take(0), take(0)], [Ok(1), Ok(2), Ok(3), Err(1_000)]);
        assert_eq!([take(400), take(1_000), take(1_000)], [Err(600), Ok(3), Err(1_000)]);
        assert_eq!(allowance.take(8, 1_000), Ok(1));
        assert_eq!(take(60_000), Ok(1));
    }

    #[test]
    fn a_clock_set_back_makes_nobody_wait_long() {
        let allowance = Allowance::new(RATE);
        for _ in 0..3 {
            allowance.take(7, 1_000_000).unwrap();
        }
        assert_eq!(allowance.take(7, 0), Err(1_000));
        assert_eq!(allowance.take(7, 1_000), Ok(3));
    }

    #[test]
    fn a_million_keys_take_no_more_room_than_none() {
        let allowance = Allowance::new(RATE);
        let size = || size_of_val(&*allowance.places);
        let before = size();
        for key in 0..1_000_000_u64 {
            let hash = blake3::hash(&key.to_be_bytes());
            let key = u64::from_be_bytes(hash.as_bytes()[..8].try_into().unwrap());
            assert_eq!(allowance.take(key, 0), Ok(1));
        }
        assert_eq!(size(), before);
        assert!(before <= 2 * 1024 * 1024, "{before}");
        assert_eq!([0; 4].map(|_| allowance.take(7, 1)), [Ok(1), Ok(2), Ok(3), Err(1_000)]);
    }
}
