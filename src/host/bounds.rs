//! The figures of a crowd, all made from one: how many people may rate at once behind one address or at one counter.
//! An operator of a large hall knows that number and no other.

use super::allowance::Rate;

/// The people for whom the figures below are given.
const HALL: u32 = 50;

/// Changes of one rating: all pages of the longest survey, each sent several times.
pub(super) const OF_ONE_RATING: Rate = Rate { burst: 30, interval: 10_000_000 };

/// The bounds of one client and of one counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) client: Rate,
    pub(super) counter: Rate,
}

/// All bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Ratings. Of a client, what fifty phones send four times each, then one a second; a counter has the same hall
    /// behind several addresses.
    pub(super) ratings: Pair,
    /// From so many at once a rating is marked: more than any counter serves in the time.
    pub(super) burst: u32,
    /// Pages added to ratings, and changes: each of fifty phones may send a dozen, then three a second in all.
    pub(super) additions: Pair,
    /// One-time codes that prove nothing: each of fifty phones may mistype two, then one in ten seconds in all. For one
    /// counter ten a second, however many addresses guess: one of 2^40 signatures is right.
    pub(super) codes: Pair,
    /// What is brought to agencies: few people write at once, from one hall or to one agency.
    pub(super) matters: Pair,
    /// Tracking codes that no matter has: one of 2^83 is right, but nobody is to try.
    pub(super) looks: Pair,
}

impl Bounds {
    /// The bounds for so many people; at least one.
    pub(super) fn of(people: u32) -> Self {
        let people = people.max(1);
        let many = |burst: u32| {
            let scaled = u64::from(burst) * u64::from(people) / u64::from(HALL);
            u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
        };
        let rate = |burst, millis: i64| Rate {
            burst: many(burst),
            interval: (millis * 1_000 * i64::from(HALL) / i64::from(people)).max(1),
        };
        Self {
            ratings: Pair { client: rate(200, 1_000), counter: rate(240, 1_000) },
            burst: many(120),
            additions: Pair { client: rate(600, 333), counter: rate(720, 333) },
            codes: Pair { client: rate(100, 10_000), counter: rate(1_000, 100) },
            matters: Pair { client: rate(60, 10_000), counter: rate(300, 2_000) },
            looks: Pair { client: rate(60, 10_000), counter: rate(1_000, 100) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_of_the_documentation_and_grow_with_the_hall() {
        let usual = Bounds::of(50);
        assert_eq!(usual.ratings.client, Rate { burst: 200, interval: 1_000_000 });
        assert_eq!(usual.ratings.counter, Rate { burst: 240, interval: 1_000_000 });
        assert_eq!(usual.codes.client, Rate { burst: 100, interval: 10_000_000 });
        assert_eq!(usual.burst, 120);
        let large = Bounds::of(500);
        assert_eq!(large.ratings.client, Rate { burst: 2_000, interval: 100_000 });
        assert_eq!(large.additions.counter, Rate { burst: 7_200, interval: 33_300 });
        for extreme in [Bounds::of(0), Bounds::of(u32::MAX)] {
            let own = [extreme.matters, extreme.looks];
            for pair in [extreme.ratings, extreme.additions, extreme.codes].into_iter().chain(own) {
                for rate in [pair.client, pair.counter] {
                    assert!(rate.burst >= 1 && rate.interval >= 1, "{rate:?}");
                }
            }
        }
    }
}
