//! The list of a counter that has been rated three hundred thousand times in a year, which is as quick as any other.

use std::time::Duration;

use niemyet::store::DisclosureQuery;

use crate::listing::{DAY, at, november};
use crate::many_matters::median;
use crate::place::{Place, keep_all};

/// 2026-01-02, 07:00 in Vietnam, and the 320 days in which ratings came.
const BEGUN: i64 = 1_767_312_000_000;
const DAYS: i64 = 320;

#[allow(clippy::print_stdout, reason = "figures for whoever runs the long form")]
pub(crate) fn a_busy_counter_is_listed_at_once(place: &impl Place) {
    let long = std::env::var_os("NIEMYET_LONG").is_some();
    let count: u32 = if long { 300_000 } else { 3_000 };
    let store = place.open().unwrap();
    let numbers: Vec<u32> = (0..count).collect();
    for some in numbers.chunks(2_000) {
        let came = |number: &u32| {
            let moment = BEGUN + DAYS * DAY / i64::from(count) * i64::from(*number);
            let words =
                ["", "Chờ lâu, chỉ có một quầy mở", "", "", "", "Gọi 0912 345 678", "", "", "", ""];
            let mark = u8::try_from(number % 5).unwrap() + 1;
            at(*number, moment, mark, words[*number as usize % words.len()])
        };
        assert!(keep_all(&*store, some.iter().map(came).collect()).iter().all(Result::is_ok));
    }
    place.settle();
    let query = november(BEGUN + (DAYS + 1) * DAY);
    let first = store.disclosed(&query).unwrap();
    assert!(!first.gatherings.is_empty() && !first.words.is_empty());
    let second = DisclosureQuery { before: first.next, ..query.clone() };
    let times = [
        median(5, |_| drop(store.disclosed(&query).unwrap())),
        median(5, |_| drop(store.disclosed(&second).unwrap())),
        median(5, |_| drop(store.pending_words(&query).unwrap())),
    ];
    let (shown, words) = (first.gatherings.len(), first.words.len());
    println!("{count} ratings, {shown} gatherings, {words} words: page, next, pending {times:?}");
    assert!(times.iter().all(|one| *one < Duration::from_millis(500)), "{times:?}");
}

/// The indexes by which the desk lists ratings, as the steps of the format make them.
const INDEXES: [(&str, &str); 3] = [
    (
        "rating_by_counter",
        "(agency, counter, survey, received_at, words, held, judged_at, mode) \
         WHERE held = 0 AND judged_at IS NULL AND mode <> 'paper'",
    ),
    ("rating_set_aside", "(agency, judged_at, received_at, counter, marks, held) WHERE held = 1"),
    (
        "rating_words_by_counter",
        "(agency, counter, survey, received_at, words, held, judged_at, mode) \
         WHERE words IS NOT NULL AND held = 0 AND judged_at IS NULL AND mode <> 'paper'",
    ),
];

/// Of the long form: what ratings cost more because of the indexes, with and without them in turns.
#[allow(clippy::print_stdout, reason = "figures for whoever runs the long form")]
pub(crate) fn indexes_of_lists_cost_little(place: &impl Place) {
    let long = std::env::var_os("NIEMYET_LONG").is_some();
    let (rounds, block) = if long { (7, 6_000) } else { (1, 100) };
    let store = place.open().unwrap();
    let mut next = 0;
    let mut keep = || {
        let numbers: Vec<u32> = (next..next + block).collect();
        next += block;
        let begun = std::time::Instant::now();
        for some in numbers.chunks(64) {
            let came = |number: &u32| {
                at(
                    *number,
                    BEGUN + i64::from(*number) * 60_000,
                    4,
                    ["", "Chờ lâu"][*number as usize % 2],
                )
            };
            assert!(keep_all(&*store, some.iter().map(came).collect()).iter().all(Result::is_ok));
        }
        begun.elapsed()
    };
    keep();
    let mut ratios = Vec::new();
    for _ in 0..rounds {
        let with = keep();
        for (name, _) in INDEXES {
            place.alter(&format!("DROP INDEX {name}"));
        }
        let without = keep();
        for (name, of) in INDEXES {
            place.alter(&format!("CREATE INDEX {name} ON rating {of}"));
        }
        ratios.push(with.as_secs_f64() / without.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    println!("ratings in batches of 64, with the indexes over without: {ratios:.2?}");
    assert!(ratios[ratios.len() / 2] < 4.0, "{ratios:?}");
}
