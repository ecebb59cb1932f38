//! Lists that are quick to turn and to search however long they are, and a log that does not slow what it is the log of.

use std::time::{Duration, Instant};

use niemyet::feedback::Secret;
use niemyet::feedback::matter::{Act, Matter, MatterKind, State};
use niemyet::store::{Appended, MatterQuery, Pile, Received, Store};

use crate::matters::{append, code, day, due, officer, tracked};
use crate::place::{Place, all};
use crate::sample::slug;

const AGENCY: &str = "phuong-vi-du";

/// As long as people write.
const WORDS: &str = "Tôi đến bộ phận một cửa từ sáng, chờ gần hai giờ mới được nhận hồ sơ; cán bộ hướng dẫn phải photo thêm \
     sổ hộ khẩu, trong khi bản niêm yết không ghi giấy tờ này. Đề nghị xem lại.";

/// Receives matters with these numbers, many at a time.
fn receive_all(store: &dyn Store, numbers: std::ops::Range<u32>) {
    let numbers: Vec<u32> = numbers.collect();
    for some in numbers.chunks(2_000) {
        let brought = |number: u32| {
            let words = format!("Việc số {number}. {WORDS}").into();
            Matter { words, ..due(number, AGENCY, i32::try_from(number % 40).unwrap() - 20) }
        };
        let sent: Vec<_> = some.iter().map(|number| store.receive(brought(*number))).collect();
        assert!(all(sent).iter().all(|one| matches!(one, Ok(Received::New))));
    }
}

/// The middle of some runs.
pub(crate) fn median(runs: u32, mut run: impl FnMut(u32)) -> Duration {
    let time = |at| {
        let begun = Instant::now();
        run(at);
        begun.elapsed()
    };
    let mut times: Vec<_> = (0..runs).map(time).collect();
    times.sort();
    times[times.len() / 2]
}

/// The long form has the hundred thousand open matters that an inbox is promised for.
#[allow(clippy::print_stdout, reason = "figures for whoever runs the long form")]
pub(crate) fn a_long_inbox_is_turned_and_searched_at_once(place: &impl Place) {
    let long = std::env::var_os("NIEMYET_LONG").is_some();
    let count = if long { 100_000 } else { 2_000 };
    let store = place.open().unwrap();
    receive_all(&*store, 0..count);
    place.settle();
    let mut query = MatterQuery::inbox(vec![slug(AGENCY)], 50);
    let mut longest = [Duration::ZERO; 3];
    for page in 0..20 {
        let begun = Instant::now();
        let lines = store.matters(&query).unwrap();
        longest[0] = longest[0].max(begun.elapsed());
        assert_eq!(lines.len(), 50);
        query.after = lines.last().map(|last| query.place(last));
        let begun = Instant::now();
        tracked(&*store, page * (count / 20));
        longest[1] = longest[1].max(begun.elapsed());
        let begun = Instant::now();
        let counted = store.count_matters(&slug(AGENCY), day("2026-12-01"), day("2026-12-02"));
        assert_eq!(counted.unwrap().open, u64::from(count));
        longest[2] = longest[2].max(begun.elapsed());
    }
    let inbox = || MatterQuery::inbox(vec![slug(AGENCY)], 50);
    let search = |words: &str, found: usize| {
        let query = MatterQuery { words: Some(words.into()), ..inbox() };
        median(5, |_| assert_eq!(store.matters(&query).unwrap().len(), found))
    };
    let one = format!("viec so {}.", count - 1);
    let searched = [search("không có ở đâu", 0), search(&one, 1), search("MỘT CỬA", 50)];
    let list = |query: MatterQuery, found: usize| {
        median(5, |_| assert_eq!(store.matters(&query).unwrap().len(), found))
    };
    let of_kind = |kind| MatterQuery { kinds: vec![kind], ..inbox() };
    let filtered = [
        list(of_kind(MatterKind::Petition), 50),
        list(of_kind(MatterKind::PageError), 0),
        list(MatterQuery { pile: Pile::All, words: Some(one.as_str().into()), ..inbox() }, 1),
        list(
            MatterQuery { pile: Pile::In(State::Received), words: Some(one.into()), ..inbox() },
            1,
        ),
    ];
    println!(
        "{count} open: page, look-up, counts at most {longest:?}; searches for none, one, many {searched:?}; \
         a kind of all, of none, one of all piles, of a state {filtered:?}"
    );
    // Figures are kept by a bench; here only that nothing reads the whole list.
    assert!(longest.iter().all(|one| *one < Duration::from_millis(500)), "{longest:?}");
    let lists = || searched.iter().chain(&filtered);
    assert!(lists().all(|one| *one < Duration::from_millis(500)), "{searched:?}, {filtered:?}");
}

/// Of the long form: a million events, made by the database itself.
#[allow(clippy::print_stdout, reason = "figures for whoever runs the long form")]
pub(crate) fn a_million_events_slow_nothing(place: &impl Place) {
    let long = std::env::var_os("NIEMYET_LONG").is_some();
    let (few, many) = if long { (1_000, 100_000) } else { (20, 200) };
    let store = place.open().unwrap();
    let measure = |store: &dyn Store, many: u32| {
        let query = MatterQuery::inbox(vec![slug(AGENCY)], 50);
        let inbox = median(21, |_| drop(store.matters(&query).unwrap()));
        let page = median(101, |at| {
            let hash = code(at * 7 % many).hash(&Secret::new([1; 32]));
            let found = store.tracked(&hash).unwrap().unwrap();
            let opened = store.matter(&found.matter.agency, &found.id).unwrap().unwrap();
            assert!(opened.events.len() >= 10);
        });
        let noted = median(51, |at| {
            let done = append(store, at % 20, officer(), Act::Note { words: "gọi lại".into() });
            assert!(matches!(done, Appended::Done { .. }), "{done:?}");
        });
        [inbox, page, noted]
    };
    receive_all(&*store, 0..few);
    grow(place);
    place.settle();
    let before = measure(&*store, few);
    receive_all(&*store, few..many);
    grow(place);
    place.settle();
    let after = measure(&*store, many);
    println!(
        "{} and {} events: inbox, a matter looked up and opened, a note: {before:?}, {after:?}",
        few * 10,
        many * 10
    );
    for (before, after) in before.iter().zip(&after) {
        assert!(*after < *before * 4 + Duration::from_millis(10), "{before:?}, {after:?}");
    }
}

/// Nine notes more in the log of each matter that has only begun.
fn grow(place: &impl Place) {
    let numbers: Vec<String> = (2..=10).map(|number| format!("SELECT {number} AS n")).collect();
    place.alter(&format!(
        "INSERT INTO matter_event (agency, matter, number, at, author, account, act) \
         SELECT agency, id, n, received_at + n, 'officer', 'lan', '{{\"note\":{{\"words\":\"gọi lại\"}}}}' \
         FROM matter CROSS JOIN ({}) AS numbers WHERE events = 1",
        numbers.join(" UNION ALL ")
    ));
    place.alter("UPDATE matter SET events = 10 WHERE events = 1");
}

/// Of the long form: right and wrong codes, in turns, so that whatever else the machine does harms both alike.
#[allow(clippy::print_stdout, reason = "figures for whoever runs the long form")]
pub(crate) fn right_and_wrong_codes_cost_the_same(place: &impl Place) {
    if std::env::var_os("NIEMYET_LONG").is_none() {
        return;
    }
    let store = place.open().unwrap();
    receive_all(&*store, 0..5_000);
    let hash = |number| code(number).hash(&Secret::new([1; 32]));
    let mut times = [Vec::new(), Vec::new()];
    for at in 0..2_000 {
        for (times, number) in times.iter_mut().zip([at, 1_000_000 + at]) {
            let hash = hash(number);
            let begun = Instant::now();
            assert_eq!(store.tracked(&hash).unwrap().is_some(), number < 5_000);
            times.push(begun.elapsed());
        }
    }
    let [right, wrong] = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    println!("a right code {right:?}, a wrong one {wrong:?}");
    // What is found is read too: some microseconds, which nobody sees over a network.
    assert!(right.abs_diff(wrong) < Duration::from_micros(200), "{right:?}, {wrong:?}");
}
