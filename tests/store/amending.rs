//! Ratings that change after they were kept, and quarantine.

use niemyet::feedback::{How, Mark, Submission};
use niemyet::store::{Amended, Judged, Judgement, Tallies, TallySpan, Verdict};

use crate::place::{Place, added_up, all, amend, equal, exported, fits, keep};
use crate::sample::{NOON, amendment, judgement, level, rating, slug};

const MINUTE: i64 = 60_000;

pub(crate) fn answers_are_replaced_and_added(place: &impl Place) {
    let store = place.open().unwrap();
    let first = rating(1, "chậm");
    keep(&*store, first.clone());
    let better = amendment(1, How::Replace, vec![level("hai-long", 5)], MINUTE);
    assert_eq!(amend(&*store, better.clone()), Amended::Done(first.receipt));
    let more = amendment(1, How::Add, vec![level("thai-do", 3)], 29 * MINUTE);
    assert_eq!(amend(&*store, more), Amended::Done(first.receipt));
    let late = amendment(1, How::Replace, vec![level("hai-long", 1)], 3 * MINUTE);
    assert_eq!(amend(&*store, late), Amended::TooLate(first.receipt));
    let later = amendment(1, How::Add, vec![level("phi", 1)], 31 * MINUTE);
    assert_eq!(amend(&*store, later), Amended::TooLate(first.receipt));
    // The same again is no change, however late.
    let again = niemyet::feedback::Amendment { at: NOON + 60 * MINUTE, ..better };
    assert_eq!(amend(&*store, again), Amended::Done(first.receipt));
    let unknown = amendment(2, How::Add, vec![level("phi", 1)], MINUTE);
    assert_eq!(amend(&*store, unknown), Amended::Unknown);
    let mut other = amendment(1, How::Add, vec![level("phi", 1)], MINUTE);
    other.version = 2;
    assert_eq!(amend(&*store, other), Amended::Unknown);
    let kept = exported(&*store).remove(0);
    let mut answers = first.answers.clone();
    answers[0] = level("hai-long", 5);
    answers.push(level("thai-do", 3));
    assert_eq!(kept.submission, Submission { answers, ..first });
    assert_eq!(kept.amended_at, Some(NOON + 29 * MINUTE));
    assert_eq!(store.count().unwrap(), 1);
}

pub(crate) fn what_is_amended_is_counted_as_it_is_now(place: &impl Place) {
    let store = place.open().unwrap();
    // A rating and its amendments may come in one batch.
    let hold = place.hold();
    let keeping = store.keep(rating(1, ""));
    let amending: Vec<_> = (1..=5)
        .map(|score| store.amend(amendment(1, How::Replace, vec![level("hai-long", score)], 10)))
        .collect();
    drop(hold);
    all([keeping]).remove(0).unwrap();
    // Two connections may take them in any order, so one may find no rating yet.
    all(amending);
    amend(&*store, amendment(1, How::Replace, vec![level("hai-long", 2)], 20));
    fits(&*store);
    let tallies = store.tallies(&TallySpan::all()).unwrap();
    let levels = tallies.answers.iter().filter(|(cell, _)| cell.question == Some(slug("hai-long")));
    let levels: Vec<_> = levels.map(|(cell, n)| (cell.answer.as_str(), *n)).collect();
    assert_eq!(levels, [("2", 1)]);
    equal(&tallies, &added_up(&*store));
}

pub(crate) fn quarantine_is_counted_apart_until_released(place: &impl Place) {
    let store = place.open().unwrap();
    keep(&*store, rating(1, ""));
    keep(&*store, Submission { marks: vec![Mark::TooFast], ..rating(2, "") });
    let held = |tallies: &Tallies, held: bool| -> i64 {
        tallies.hours.iter().filter(|(cell, _)| cell.held == held).map(|(_, n)| n).sum()
    };
    let counted = || {
        let tallies = store.tallies(&TallySpan::all()).unwrap();
        equal(&tallies, &added_up(&*store));
        (held(&tallies, false), held(&tallies, true))
    };
    assert_eq!(counted(), (1, 1));
    let suspect = exported(&*store).into_iter().find(|one| one.held).unwrap();
    let judge = |verdict, rating| {
        let word = Judgement { rating, ..judgement(&suspect, verdict) };
        all([store.judge(word)]).remove(0).unwrap()
    };
    for _ in 0..2 {
        assert_eq!(judge(Verdict::Release, suspect.id), Judged::Done);
        assert_eq!(counted(), (2, 0));
    }
    assert_eq!(judge(Verdict::Hold, suspect.id), Judged::Done);
    assert_eq!(counted(), (1, 1));
    assert_eq!(judge(Verdict::Hold, [0; 16]), Judged::Unknown);
    // A new suspicion brings a rating into quarantine.
    let mut marked = amendment(1, How::Add, vec![level("phi", 1)], 10);
    marked.marks = vec![Mark::Honeypot];
    amend(&*store, marked);
    assert_eq!(counted(), (0, 2));
    assert_eq!(store.count().unwrap(), 2);
}
