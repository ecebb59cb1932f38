//! Ratings as the desk reads and works on them, on both stores: nothing beyond the horizon, judgements and words that
//! are logged with what they change, slips of paper that count once.

use std::collections::BTreeMap;

use niemyet::catalogue::law::Calendar;
use niemyet::feedback::secrecy::{
    Disclosed, Gathering, HalfDay, Heard, Horizon, ShownWords, WordsReview, disclose,
    disclose_words, gather,
};
use niemyet::feedback::{AnswerValue, Mark, Mode, Submission};
use niemyet::store::{
    By, Disclosure, DisclosureQuery, HeldGroup, Judgement, KeyIn, KeyedIn, SlipBatch, Store,
    Verdict, Work, Worked,
};
use niemyet::text::{Date, Slug};

use crate::place::{Place, all, exported, fits, keep, keep_all};
use crate::sample::{Dice, NOON, level, rating, slug};

pub(crate) const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Monday, 2026-11-02, 09:00 in Vietnam.
const MONDAY: i64 = NOON - 19 * DAY - 13 * 30 * 60 * 1_000;

fn horizon(now: i64) -> Horizon {
    Horizon::at(&Calendar { weekend: vec![6, 7], ..Calendar::default() }, now)
}

pub(crate) fn november(now: i64) -> DisclosureQuery {
    DisclosureQuery {
        agency: slug("phuong-vi-du"),
        counter: slug("quay-1"),
        survey: slug("nhanh-5"),
        month: 202_611,
        horizon: horizon(now),
        before: None,
    }
}

/// A rating at a moment, with words or without.
pub(crate) fn at(number: u32, at: i64, mark: u8, words: &str) -> Submission {
    let mut answers = vec![level("hai-long", mark)];
    if !words.is_empty() {
        answers.push((slug("gop-y"), AnswerValue::Text(words.into())));
    }
    Submission { answers, received_at: at, marks: Vec::new(), ..rating(number, "") }
}

fn heard(sent: &Submission) -> Heard {
    Heard { version: sent.version, answers: sent.answers.clone(), reviews: Vec::new() }
}

/// What may be shown of these ratings, by the rule alone.
fn expected(sent: &[Submission], now: i64) -> (Vec<Disclosed>, Vec<ShownWords>) {
    let horizon = horizon(now).half_day();
    let open: Vec<&Submission> =
        sent.iter().filter(|one| HalfDay::of(one.received_at) < horizon).collect();
    let wrote = |one: &&Submission| one.answers.len() > 1;
    let gathered = |wanted: &dyn Fn(&&Submission) -> bool| {
        let mut counts: BTreeMap<HalfDay, u64> = BTreeMap::new();
        for one in open.iter().copied().filter(|one| wanted(one)) {
            *counts.entry(HalfDay::of(one.received_at)).or_default() += 1;
        }
        gather(counts)
    };
    let within = |one: &Gathering| {
        let span = one.first..=one.last;
        let own = open.iter().filter(move |it| span.contains(&HalfDay::of(it.received_at)));
        own.map(|it| heard(it)).collect::<Vec<_>>()
    };
    let answers = gathered(&|_| true);
    let answers = answers.iter().rev().filter_map(|one| disclose(*one, &within(one))).collect();
    let words: Vec<Heard> = gathered(&wrote).iter().flat_map(within).collect();
    (answers, disclose_words(&words))
}

fn shown(store: &dyn Store, now: i64) -> Disclosure {
    store.disclosed(&november(now)).unwrap()
}

pub(crate) fn a_list_shows_what_the_rule_allows_and_nothing_of_today(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(7);
    let mut sent = Vec::new();
    for number in 0..400 {
        let moment = MONDAY + i64::from(dice.roll(17 * 24 * 60)) * 60_000;
        let words = ["", "", "", "Chờ lâu", "Gọi 0912 345 678"][dice.roll(5) as usize];
        sent.push(at(number, moment, u8::try_from(dice.roll(5)).unwrap() + 1, words));
    }
    // None of these is listed, now or later: another counter, another survey, set aside, on paper.
    let others = [
        Submission { counter: slug("quay-2"), ..at(1_000, MONDAY, 1, "a") },
        Submission { survey: slug("khac"), ..at(1_001, MONDAY, 1, "b") },
        Submission { marks: vec![Mark::Burst], ..at(1_002, MONDAY, 1, "c") },
        Submission { mode: Mode::Paper, ..at(1_003, MONDAY, 1, "d") },
    ];
    assert!(keep_all(&*store, sent.clone()).iter().all(Result::is_ok));
    assert!(keep_all(&*store, others.to_vec()).iter().all(Result::is_ok));
    for days in 0..24 {
        let now = MONDAY + days * DAY;
        let (answers, words) = expected(&sent, now);
        let page = shown(&*store, now);
        // A long list goes on on another page.
        let first = page.gatherings.len();
        assert!(first == answers.len() || page.next.is_some(), "after {days} days");
        let expected = (answers.into_iter().take(first).collect(), words);
        assert_eq!((page.gatherings, page.words), expected, "after {days} days");
    }
    // Page by page it is the same list.
    let now = MONDAY + 23 * DAY;
    let (answers, _) = expected(&sent, now);
    let (mut query, mut seen) = (november(now), Vec::new());
    loop {
        let page = store.disclosed(&query).unwrap();
        seen.extend(page.gatherings);
        let Some(next) = page.next else { break };
        query.before = Some(next);
    }
    assert_eq!(seen, answers);
    // Whatever comes today, no view of today tells it.
    let before = shown(&*store, now);
    let horizon = horizon(now);
    let groups = store.held_groups(&slug("phuong-vi-du"), horizon).unwrap();
    let counts = store.held_counts(&slug("phuong-vi-du"), horizon).unwrap();
    keep(&*store, at(2_000, now, 1, "Gọi 0912 345 678"));
    keep(&*store, Submission { marks: vec![Mark::TooFast], ..at(2_001, now, 1, "x") });
    assert_eq!(shown(&*store, now), before);
    assert_eq!(store.held_groups(&slug("phuong-vi-du"), horizon).unwrap(), groups);
    assert_eq!(store.held_counts(&slug("phuong-vi-du"), horizon).unwrap(), counts);
}

pub(crate) fn a_judgement_is_logged_with_the_rating_and_its_tallies(place: &impl Place) {
    let store = place.open().unwrap();
    let agency = slug("phuong-vi-du");
    for number in 0..7 {
        let marks = vec![if number < 5 { Mark::Burst } else { Mark::TooFast }];
        keep(&*store, Submission { marks, ..at(number, MONDAY, 2, "") });
    }
    let horizon = horizon(MONDAY + DAY);
    let groups = store.held_groups(&agency, horizon).unwrap();
    let found: Vec<_> = groups.iter().map(|one| (one.marks.as_slice(), one.n)).collect();
    assert_eq!(found, [(&[Mark::Burst][..], 5), (&[Mark::TooFast], 2)]);
    let judge = |group: &HeldGroup, verdict| {
        let ids = store.held_ids(&agency, group).unwrap();
        let judging = ids.into_iter().map(|id| {
            store.judge(Judgement {
                agency: agency.clone(),
                rating: id,
                verdict,
                reason: "đã xem".into(),
                account: "minh".into(),
                at: MONDAY + DAY,
            })
        });
        all(judging.collect::<Vec<_>>()).len()
    };
    assert_eq!(judge(&groups[0], Verdict::Release), 5);
    assert_eq!(judge(&groups[1], Verdict::Hold), 2);
    assert!(store.held_groups(&agency, horizon).unwrap().is_empty(), "all is decided");
    assert_eq!(judge(&groups[1], Verdict::Hold), 0);
    let counts = store.held_counts(&agency, horizon).unwrap();
    assert_eq!((counts[0].waiting, counts[0].kept_out), (0, 2));
    fits(&*store);
    assert!(exported(&*store).iter().all(|one| one.judged_at == Some(MONDAY + DAY)));
    assert!(shown(&*store, MONDAY + DAY).gatherings.is_empty(), "counted, not listed");
    let log = store.audit(Some(&agency), i64::MAX, 50).unwrap();
    let deeds: Vec<_> = log.iter().map(|row| (row.deed.as_str(), row.detail.as_str())).collect();
    assert_eq!(deeds.len(), 7);
    assert_eq!(deeds[0], ("rating_held", "2026-11-02 sáng: too_fast"));
    assert_eq!(deeds[6], ("rating_released", "2026-11-02 sáng: burst"));
    assert!(niemyet::store::audit_head(&place.whole()).unwrap().is_ok());
}

pub(crate) fn words_are_decided_on_once(place: &impl Place) {
    let store = place.open().unwrap();
    for number in 0..5 {
        keep(&*store, at(number, MONDAY, 2, &format!("Gọi tôi 091234567{number}")));
    }
    let query = november(MONDAY + DAY);
    assert!(store.pending_words(&november(MONDAY)).unwrap().is_empty(), "not on the same day");
    let pending = store.pending_words(&query).unwrap();
    assert_eq!(pending.len(), 5);
    let review = |at: usize, review| {
        let work = Work::ReviewWords {
            agency: slug("phuong-vi-du"),
            counter: slug("quay-1"),
            rating: pending[at].rating,
            question: pending[at].question.clone(),
            review,
            by: By { account: "minh".into(), at: MONDAY + DAY },
        };
        all([store.work(work)]).remove(0).unwrap()
    };
    assert_eq!(review(0, WordsReview::Withheld), Worked::Done);
    assert_eq!(review(0, WordsReview::Quotable("Gọi tôi •••".into())), Worked::Decided);
    assert_eq!(review(1, WordsReview::Quotable("•••".into())), Worked::Done);
    assert_eq!(store.pending_words(&query).unwrap().len(), 3);
    let words = shown(&*store, MONDAY + DAY).words;
    let said: Vec<_> = words.iter().map(|one| (one.words.as_str(), one.pending)).collect();
    assert_eq!(
        said,
        [("Gọi tôi •••", true), ("Gọi tôi •••", true), ("Gọi tôi •••", true), ("•••", false)]
    );
    let log = store.audit(None, i64::MAX, 10).unwrap();
    let details: Vec<_> = log.iter().map(|row| row.detail.as_str()).collect();
    assert_eq!(details, ["quotable", "withheld"]);
}

fn pile(number: u8) -> SlipBatch {
    SlipBatch {
        agency: slug("phuong-vi-du"),
        id: SlipBatch::draw_id(|bytes| bytes.fill(number)),
        counter: slug("quay-1"),
        survey: slug("nhanh-5"),
        version: 1,
        from: Date::parse("2026-11-02").unwrap(),
        until: Date::parse("2026-11-06").unwrap(),
        account: "lan".into(),
        opened_at: MONDAY + 4 * DAY,
        closed_at: None,
    }
}

fn slip(pile: &SlipBatch, number: u32, mark: u8, correct: bool) -> KeyIn {
    let answers: Vec<(Slug, AnswerValue)> = vec![level("hai-long", mark)];
    let submission = Submission {
        key: pile.key(number),
        mode: Mode::Paper,
        answers,
        received_at: MONDAY + 4 * DAY,
        marks: Vec::new(),
        ..rating(number, "")
    };
    let (account, at) = ("lan".into(), MONDAY + 4 * DAY);
    KeyIn { submission, batch: pile.id, number, correct, account, at }
}

pub(crate) fn a_slip_counts_once_and_can_be_corrected_until_the_pile_is_done(place: &impl Place) {
    let store = place.open().unwrap();
    let (one, other) = (pile(1), pile(2));
    let work = |work| all([store.work(work)]).remove(0).unwrap();
    let key_in = |slip| all([store.key_in(slip)]).remove(0).unwrap();
    assert_eq!(key_in(slip(&one, 1, 5, false)), KeyedIn::Unknown);
    for pile in [&one, &one, &other] {
        assert_eq!(work(Work::OpenSlips(Box::new(pile.clone()))), Worked::Done);
    }
    for number in 1..=6 {
        assert_eq!(key_in(slip(&one, number, 5, false)), KeyedIn::New);
        assert_eq!(key_in(slip(&one, number, 5, false)), KeyedIn::Again);
    }
    assert_eq!(key_in(slip(&other, 1, 5, false)), KeyedIn::New, "a number of another pile");
    assert_eq!(key_in(slip(&one, 6, 1, false)), KeyedIn::Differs);
    assert_eq!(key_in(slip(&one, 6, 1, true)), KeyedIn::Corrected);
    assert_eq!(store.slip(&one, 6).unwrap().unwrap(), [level("hai-long", 1)]);
    assert!(store.slip(&one, 7).unwrap().is_none());
    let found = store.slip_batch(&one.agency, &one.id).unwrap().unwrap();
    assert_eq!((&found.batch, found.slips, found.last), (&one, 6, 6));
    assert!(store.slip_batch(&slug("xa-dong-mau"), &one.id).unwrap().is_none());
    let piles = store.slip_batches(&one.agency).unwrap();
    assert_eq!(piles.iter().map(|one| one.slips).collect::<Vec<_>>(), [6, 1]);
    fits(&*store);
    let by = || By { account: "lan".into(), at: MONDAY + 4 * DAY };
    for pile in [&one, &one, &other] {
        let close = Work::CloseSlips { batch: Box::new(pile.clone()), by: by() };
        assert_eq!(work(close), Worked::Done);
    }
    assert_eq!(key_in(slip(&one, 7, 5, false)), KeyedIn::Closed);
    assert_eq!(key_in(slip(&one, 6, 5, true)), KeyedIn::Closed);
    // Friday's piles are listed from Monday on, where five slips are in.
    assert!(shown(&*store, MONDAY + 5 * DAY).slips.is_empty());
    let page = shown(&*store, MONDAY + 7 * DAY);
    assert_eq!(page.slips.len(), 1);
    let lines: Vec<u64> = page.slips[0].1.iter().map(|line| line.n).collect();
    assert_eq!((lines, page.gatherings.len()), (vec![1, 5], 0));
    let log = store.audit(None, i64::MAX, 50).unwrap();
    let count = |deed: &str| log.iter().filter(|row| row.deed == deed).count();
    assert_eq!([count("slips_begun"), count("slip_keyed_in"), count("slips_done")], [2, 8, 2]);
    assert!(log.iter().all(|row| row.subject == "quay-1"));
}
