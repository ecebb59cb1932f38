//! The promise itself, on invented worlds: whoever looks, today or twice, cannot tell one rater from four others.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::catalogue::law::Calendar;
use crate::feedback::AnswerValue;
use crate::feedback::sample::{level, slug};
use crate::text::Date;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// The first Monday of the worlds.
fn start() -> i64 {
    HalfDay::morning(Date::parse("2026-03-02").unwrap()).start()
}

fn calendar() -> Calendar {
    Calendar { weekend: vec![6, 7], ..Calendar::default() }
}

/// A rating: when it came, what was answered, whether with words.
type Rating = (i64, u8, Option<&'static str>);

fn heard((_, mark, words): &Rating) -> Heard {
    let mut answers = vec![level("hai-long", *mark)];
    answers.extend(words.map(|words| (slug("gop-y"), AnswerValue::Text(words.into()))));
    Heard { version: 1, answers, reviews: Vec::new() }
}

/// All that a page shows of a counter at a moment, as a store works it out.
fn view(world: &[Rating], now: i64) -> (Vec<Disclosed>, Vec<ShownWords>) {
    let horizon = Horizon::at(&calendar(), now).half_day();
    let open: Vec<&Rating> = world.iter().filter(|it| HalfDay::of(it.0) < horizon).collect();
    let gathered = |wanted: &dyn Fn(&Rating) -> bool| {
        let mut counts: BTreeMap<HalfDay, u64> = BTreeMap::new();
        for one in open.iter().filter(|one| wanted(one)) {
            *counts.entry(HalfDay::of(one.0)).or_default() += 1;
        }
        gather(counts)
    };
    let within = |gathering: &Gathering| {
        let (first, last) = (gathering.first, gathering.last);
        let own = open.iter().filter(move |it| (first..=last).contains(&HalfDay::of(it.0)));
        own.map(|one| heard(one)).collect::<Vec<_>>()
    };
    let answers = gathered(&|_| true);
    let answers = answers.iter().filter_map(|one| disclose(*one, &within(one))).collect();
    let words: Vec<Heard> = gathered(&|one| one.2.is_some()).iter().flat_map(within).collect();
    (answers, disclose_words(&words))
}

fn ratings(most: usize) -> impl Strategy<Value = Vec<Rating>> {
    let words = prop_oneof![
        Just(None),
        Just(Some("Chờ lâu")),
        Just(Some("Gọi tôi 0912 345 678")),
        Just(Some("Tốt"))
    ];
    let one =
        (0..14 * DAY, 1..=5_u8, words).prop_map(|(at, mark, words)| (start() + at, mark, words));
    proptest::collection::vec(one, 0..most)
}

proptest! {
    /// Whatever one person does today, no page of today tells it.
    #[test]
    fn a_rating_of_today_changes_no_view(
        mut world in ratings(60), mark in 1..=5_u8, day in 0..14_i64, at in 0..DAY, asked in 0..DAY,
    ) {
        let (sent, now) = (start() + day * DAY + at, start() + day * DAY + asked);
        let before = view(&world, now);
        world.push((sent, mark, Some("Lời của hôm nay")));
        prop_assert_eq!(before, view(&world, now));
    }

    /// Between two visits at least five more are shown or none, and what was shown stays as it was.
    #[test]
    fn two_visits_differ_by_five_or_not_at_all(world in ratings(60), one in 0..20_i64, more in 0..20_i64) {
        let (first, then) = (start() + one * DAY, start() + (one + more) * DAY);
        let ((answers, words), (later, later_words)) = (view(&world, first), view(&world, then));
        prop_assert_eq!(&answers[..], &later[..answers.len()]);
        prop_assert!(later.iter().all(|one| one.gathering.n >= FEWEST));
        let grown = later_words.len() - words.len();
        prop_assert!(grown == 0 || grown as u64 >= FEWEST, "{} more", grown);
    }

    /// Who came first, who came in which hour of what is shown together, and whose words are whose, makes no
    /// difference: answers and words may change places among the raters.
    #[test]
    fn who_of_a_gathering_it_was_is_not_told(world in ratings(60), turn in 1..30_usize) {
        let now = start() + 21 * DAY;
        let (shown, words) = view(&world, now);
        for one in &shown {
            let (first, last) = (one.gathering.first, one.gathering.last);
            let own = |it: &Rating| (first..=last).contains(&HalfDay::of(it.0));
            let (mut within, mut others): (Vec<Rating>, Vec<Rating>) =
                world.iter().copied().partition(own);
            let mut marks: Vec<u8> = within.iter().map(|one| one.1).collect();
            let length = marks.len();
            marks.rotate_left(turn % length);
            for (rating, mark) in within.iter_mut().zip(marks) {
                rating.1 = mark;
            }
            within.reverse();
            others.extend(within);
            prop_assert_eq!(&view(&others, now), &(shown.clone(), words.clone()));
        }
    }
}

#[test]
fn what_is_shown_holds_no_time_and_no_personal_data() {
    let sent = |at, words| (start() + at, 4, Some(words));
    let world =
        [sent(1, "Tốt"), sent(2, "Gọi 0912 345 678"), sent(3, "a"), sent(4, "b"), sent(5, "c")];
    let (answers, words) = view(&world, start() + DAY + DAY / 3);
    assert_eq!(answers.len(), 1);
    let line = Line { version: 1, answers: vec![level("hai-long", 4)], n: 5 };
    assert_eq!(answers[0].lines, [line], "equal ones are one line");
    let said: Vec<_> = words.iter().map(|one| (one.words.as_str(), one.pending)).collect();
    assert_eq!(
        said,
        [("Gọi •••", true), ("Tốt", false), ("a", false), ("b", false), ("c", false)],
        "in an order of their own"
    );
    assert!(view(&world[..4], start() + 30 * DAY).0.is_empty(), "four are too few for ever");
}

#[test]
fn a_person_decides_what_is_quoted() {
    let said = |review| {
        let answers = vec![(slug("gop-y"), AnswerValue::Text("Cô Lan tốt".into()))];
        let reviews = vec![(slug("gop-y"), review)];
        disclose_words(&[Heard { version: 1, answers, reviews }])
    };
    assert!(said(WordsReview::Withheld).is_empty());
    let quoted = said(WordsReview::Quotable("Cô ••• tốt".into()));
    assert_eq!((quoted[0].words.as_str(), quoted[0].reviewed), ("Cô ••• tốt", true));
}
