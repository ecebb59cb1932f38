//! The latest gatherings, without counting from the beginning: a half day in which enough came ends a gathering, whatever
//! waited before it, so from there on everything is known.

use super::{FEWEST, Gathering, HalfDay, gather};

/// The first look back goes so many half days; each further one four times as far.
const FIRST_LOOK: i64 = 8;

/// The last gatherings of a stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Latest {
    /// The gatherings, in their order.
    pub gatherings: Vec<Gathering>,
    /// Whether more that ended in the stretch lie before them.
    pub more: bool,
}

/// The gatherings that ended from `from` on and before `until`, or the last of them if `are_enough`. Only as much is
/// counted as it takes; nothing that lies before `year`, its beginning.
pub fn gather_back<E>(
    [year, from, until]: [HalfDay; 3],
    mut count: impl FnMut(HalfDay, HalfDay) -> Result<Vec<(HalfDay, u64)>, E>,
    are_enough: impl Fn(&[Gathering]) -> bool,
) -> Result<Latest, E> {
    if until <= from || until <= year {
        return Ok(Latest::default());
    }
    let mut counts: Vec<(HalfDay, u64)> = Vec::new();
    let (mut counted, mut look) = (until, FIRST_LOOK);
    while counted > year {
        let next = HalfDay(counted.0.saturating_sub(look)).max(year);
        let mut earlier = count(next, counted)?;
        earlier.append(&mut counts);
        (counts, counted, look) = (earlier, next, look.saturating_mul(4));
        // Everything behind the first half day that is enough by itself is known, and that something ends with it.
        let Some(known) = counts.iter().position(|(_, n)| *n >= FEWEST) else { continue };
        let gatherings = ended(gather(counts[known + 1..].iter().copied()), from);
        let more = counts[known].0 >= from;
        if !more || are_enough(&gatherings) {
            return Ok(Latest { gatherings, more });
        }
    }
    Ok(Latest { gatherings: ended(gather(counts), from), more: false })
}

fn ended(mut gatherings: Vec<Gathering>, from: HalfDay) -> Vec<Gathering> {
    gatherings.retain(|one| one.last >= from);
    gatherings
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    /// The half days of a year like 2026, the first of which is this.
    const YEAR: i64 = 40_908;

    proptest! {
        /// Counted back or from the beginning: the same, and if it stops early, the end of the same.
        #[test]
        fn it_is_the_end_of_what_is_gathered_from_the_beginning(
            came in proptest::collection::vec(prop_oneof![4 => 0..3_u64, 1 => 0..9_u64], 0..730),
            from in 0..730_i64, until in 0..730_i64, enough in 1..40_usize,
        ) {
            let year = HalfDay(YEAR);
            prop_assert_eq!(year.day().to_string(), "2026-01-01");
            let all: Vec<(HalfDay, u64)> =
                (YEAR..).map(HalfDay).zip(came).filter(|(_, n)| *n > 0).collect();
            let (from, until) = (HalfDay(YEAR + from), HalfDay(YEAR + until));
            let within = |first: HalfDay, end: HalfDay| {
                let span = all.iter().filter(move |(half, _)| (first..end).contains(half));
                Ok::<_, Infallible>(span.copied().collect::<Vec<_>>())
            };
            let expected = ended(gather(within(year, until).unwrap()), from);
            let Ok(whole) = gather_back([year, from, until], within, |_| false);
            prop_assert_eq!(&whole, &Latest { gatherings: expected.clone(), more: false });
            let Ok(some) = gather_back([year, from, until], within, |found| found.len() >= enough);
            prop_assert!(expected.ends_with(&some.gatherings));
            prop_assert_eq!(some.more, some.gatherings.len() < expected.len());
            prop_assert!(!some.more || some.gatherings.len() >= enough);
        }
    }

    #[test]
    fn a_busy_counter_is_counted_back_a_few_days() {
        let (year, until) = (HalfDay(YEAR), HalfDay(YEAR + 700));
        let mut asked = Vec::new();
        let count = |from: HalfDay, end: HalfDay| {
            asked.push(end.0 - from.0);
            Ok::<_, Infallible>((from.0..end.0).map(|half| (HalfDay(half), 400)).collect())
        };
        let enough = |found: &[Gathering]| found.iter().map(|one| one.n).sum::<u64>() >= 1_000;
        let Ok(latest) = gather_back([year, HalfDay(YEAR + 640), until], count, enough);
        assert_eq!((latest.gatherings.len(), latest.more), (7, true));
        assert_eq!(asked, [FIRST_LOOK]);
    }
}
