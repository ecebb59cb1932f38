//! Ratings gathered until there are enough of them to be shown.

use super::HalfDay;

/// The fewest ratings that are shown together.
pub const FEWEST: u64 = 5;

/// The ratings of some half days in a row: the whole of each, and at least [`FEWEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// The first half day.
    pub first: HalfDay,
    /// The last half day.
    pub last: HalfDay,
    /// How many ratings.
    pub n: u64,
}

/// Gathers what came in each half day, in their order. What has not come to [`FEWEST`] at the end is left out; when
/// more comes later, it goes on from there, and what was gathered before stays as it is.
pub fn gather(counts: impl IntoIterator<Item = (HalfDay, u64)>) -> Vec<Gathering> {
    let (mut whole, mut open) = (Vec::new(), None::<Gathering>);
    for (half, n) in counts.into_iter().filter(|(_, n)| *n > 0) {
        // What waits over the end of a year waits for ever, so that no page has to read more than a year.
        let so_far = open.take().filter(|open| open.last.day().year() == half.day().year());
        let first = so_far.map_or(half, |open| open.first);
        let n = n + so_far.map_or(0, |open| open.n);
        let now = Gathering { first, last: half, n };
        if n >= FEWEST { whole.push(now) } else { open = Some(now) }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_days_are_gathered_to_five() {
        let gathered = |counts: &[(i64, u64)]| {
            let all = gather(counts.iter().map(|(half, n)| (HalfDay(*half), *n)));
            all.iter().map(|one| (one.first.0, one.last.0, one.n)).collect::<Vec<_>>()
        };
        assert_eq!(gathered(&[]), []);
        assert_eq!(gathered(&[(1, 4)]), []);
        assert_eq!(gathered(&[(1, 4), (3, 0), (9, 1)]), [(1, 9, 5)]);
        // 365 days make 730 half days.
        assert_eq!(gathered(&[(728, 4), (729, 0), (730, 4), (731, 1)]), [(730, 731, 5)]);
        assert_eq!(
            gathered(&[(1, 7), (2, 1), (3, 40), (4, 4)]),
            [(1, 1, 7), (2, 3, 41)],
            "a busy half day stands alone, unless something waits before it"
        );
    }
}
