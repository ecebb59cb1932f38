//! Every state × every act, who may do it, and the days of reopening and closing.

use super::*;
use crate::feedback::matter::Settled;

/// 2026-11-23, a Monday, 10:00 in Vietnam.
const MONDAY: i64 = 1_795_402_800_000;
const DAY: i64 = 24 * 60 * 60 * 1_000;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn dues() -> Dues {
    Dues { handled: day("2026-12-01"), answered: day("2026-12-08") }
}

fn act(kind: ActKind) -> Act {
    let words: Box<str> = "lời".into();
    let reopen_until = day("2026-12-25");
    match kind {
        ActKind::Receive => Act::Receive { dues: dues() },
        ActKind::Accept => Act::Accept,
        ActKind::PassOn => Act::PassOn { body: words.clone(), contact: words, reopen_until },
        ActKind::Refuse => Act::Refuse { reason: words, reopen_until },
        ActKind::Answer => Act::Answer { settled: Settled::Explained, words, reopen_until },
        ActKind::Close => Act::Close,
        ActKind::Reopen => Act::Reopen { words, dues: dues() },
        ActKind::Withdraw => Act::Withdraw,
        ActKind::Forget => Act::Forget,
        ActKind::Assign => Act::Assign { to: Some(words) },
        ActKind::Note => Act::Note { words },
        ActKind::Register => Act::Register { number: words },
    }
}

fn by(kind: ActKind) -> By {
    match kind {
        ActKind::Receive | ActKind::Reopen | ActKind::Withdraw | ActKind::Forget => By::Citizen,
        _ => By::Officer("lan".into()),
    }
}

fn event(kind: ActKind, at: i64) -> Event {
    Event { at, by: by(kind), act: act(kind) }
}

/// A petition to which this was done, an hour apart, closing a month later.
fn after(kinds: &[ActKind]) -> Life {
    let mut at = MONDAY;
    let events = kinds.iter().map(|kind| {
        at += if *kind == ActKind::Close { 40 * DAY } else { 3_600_000 };
        event(*kind, at)
    });
    Life::of(MatterKind::Petition, &events.collect::<Vec<_>>()).unwrap()
}

/// The shortest way to each state.
fn ways() -> [(State, Life); 8] {
    use ActKind as A;
    [
        (State::Received, after(&[A::Receive])),
        (State::Accepted, after(&[A::Receive, A::Accept])),
        (State::PassedOn, after(&[A::Receive, A::PassOn])),
        (State::Refused, after(&[A::Receive, A::Refuse])),
        (State::Answered, after(&[A::Receive, A::Answer])),
        (State::Closed, after(&[A::Receive, A::Answer, A::Close])),
        (State::Reopened, after(&[A::Receive, A::Answer, A::Reopen])),
        (State::Withdrawn, after(&[A::Receive, A::Withdraw])),
    ]
}

/// For each state a letter for each act in the order of [`ActKind::ALL`], naming the state after it: R received,
/// A accepted, P passed on, F refused, W answered, C closed, O reopened, X withdrawn, and `.` for never. Closing is
/// tried when the time of reopening is over.
///
/// ```text
///   receive accept pass_on refuse answer close reopen withdraw forget assign note register
/// ```
const TABLE: [(State, &str); 8] = [
    (State::Received, ".APFW..X.RRR"),
    (State::Accepted, "..P.W..X.AAA"),
    (State::PassedOn, ".A..WCOX.PPP"),
    (State::Refused, ".....CO.F.FF"),
    (State::Answered, ".....CO.WWWW"),
    (State::Closed, "........C.CC"),
    (State::Reopened, ".APFW..X.OOO"),
    (State::Withdrawn, "..........X."),
];

fn letter(state: State) -> char {
    match state {
        State::Received => 'R',
        State::Accepted => 'A',
        State::PassedOn => 'P',
        State::Refused => 'F',
        State::Answered => 'W',
        State::Closed => 'C',
        State::Reopened => 'O',
        State::Withdrawn => 'X',
    }
}

#[test]
fn which_event_may_follow_which() {
    for ((state, life), (row, expected)) in ways().into_iter().zip(TABLE) {
        assert_eq!((life.state, state), (row, row));
        let found: String = ActKind::ALL
            .into_iter()
            .map(|kind| {
                let later = if kind == ActKind::Close { 60 } else { 1 };
                let next = life.follow(&event(kind, MONDAY + later * DAY));
                next.map_or('.', |next| letter(next.state))
            })
            .collect();
        assert_eq!(found, expected, "{state:?}");
    }
}

#[test]
fn only_those_whose_business_it_is_do_it() {
    let everybody = [By::Citizen, By::Officer("lan".into()), By::System];
    for (_, life) in ways() {
        for kind in ActKind::ALL {
            for by in &everybody {
                let event = Event { at: MONDAY + 60 * DAY, by: by.clone(), act: act(kind) };
                if life.follow(&event).is_ok() {
                    let fits = match kind {
                        ActKind::Reopen | ActKind::Withdraw => *by == By::Citizen,
                        ActKind::Close => *by != By::Citizen,
                        ActKind::Forget => true,
                        _ => matches!(by, By::Officer(_)),
                    };
                    assert!(fits, "{kind:?} by {by:?}");
                }
            }
        }
    }
}

#[test]
fn it_is_reopened_once_and_in_time_and_closed_after_that() {
    use ActKind as A;
    let answered = after(&[A::Receive, A::Accept, A::Answer]);
    let until = day("2026-12-25");
    // 25 December 23:59 and 26 December 00:00 in Vietnam.
    let midnight = MONDAY + 14 * 3_600_000 + 32 * DAY;
    let reopen = |at| answered.follow(&event(A::Reopen, at)).map(|life| life.state);
    assert_eq!(reopen(midnight - 1), Ok(State::Reopened));
    assert_eq!(reopen(midnight), Err(NotAllowed::TooLate(until)));
    let close = |at| answered.follow(&event(A::Close, at)).map(|life| life.state);
    assert_eq!(close(midnight - 1), Err(NotAllowed::TooEarly(until)));
    assert_eq!(close(midnight), Ok(State::Closed));
    assert!(answered.may_reopen(midnight - 1) && !answered.may_reopen(midnight));
    let again = after(&[A::Receive, A::Answer, A::Reopen, A::Answer]);
    assert_eq!(again.follow(&event(A::Reopen, MONDAY)), Err(NotAllowed::ReopenedBefore));
    assert!(!again.may_reopen(MONDAY) && again.reopened);
    // Nothing is left to wait for.
    assert_eq!(again.follow(&event(A::Close, MONDAY)).unwrap().state, State::Closed);
}

#[test]
fn what_is_due_follows_what_was_done() {
    use ActKind as A;
    let received = after(&[A::Receive]);
    assert_eq!(received.due(), Some(dues().handled));
    assert!(!received.is_overdue(day("2026-12-01")) && received.is_overdue(day("2026-12-02")));
    assert_eq!(after(&[A::Receive, A::Accept]).due(), Some(dues().answered));
    for kind in [A::PassOn, A::Refuse, A::Answer, A::Withdraw] {
        assert_eq!(after(&[A::Receive, kind]).due(), None, "{kind:?}");
    }
    let later = Dues { handled: day("2027-01-05"), answered: day("2027-01-12") };
    let reopening = Event {
        at: MONDAY + 5 * DAY,
        by: By::Citizen,
        act: Act::Reopen { words: "chưa xong".into(), dues: later },
    };
    let reopened = after(&[A::Receive, A::Answer]).follow(&reopening).unwrap();
    assert_eq!((reopened.due(), reopened.reopen_until), (Some(later.handled), None));
}

#[test]
fn contacts_go_without_the_record() {
    use ActKind as A;
    let forget = event(A::Forget, MONDAY + DAY);
    // A petition cannot be answered without one; a report can go on.
    let petition = after(&[A::Receive]);
    assert!(matches!(petition.follow(&forget), Err(NotAllowed::State { .. })));
    let report = Life::begin(MatterKind::Report, &event(A::Receive, MONDAY)).unwrap();
    let left = report.follow(&forget).unwrap();
    assert_eq!((left.state, left.forgotten, left.events), (State::Received, true, 2));
    assert_eq!(left.follow(&forget), Err(NotAllowed::Forgotten));
    // What the program deletes when the period is over does not begin the period anew.
    let over = Event { by: By::System, ..event(A::Forget, MONDAY + 400 * DAY) };
    let purged = petition.follow(&over).unwrap();
    assert_eq!((purged.forgotten, purged.changed_at), (true, petition.changed_at));
    let withdrawn = after(&[A::Receive, A::Accept, A::Withdraw]);
    assert_eq!((withdrawn.state, withdrawn.forgotten), (State::Withdrawn, true));
}

#[test]
fn a_log_that_cannot_be_is_found() {
    use ActKind as A;
    let log = |kinds: &[ActKind]| {
        let events: Vec<Event> = kinds.iter().map(|kind| event(*kind, MONDAY)).collect();
        Life::of(MatterKind::Petition, &events).map(|life| life.events)
    };
    assert_eq!(log(&[A::Receive, A::Note, A::Assign, A::Register]), Ok(4));
    assert_eq!(log(&[]), Err(Broken { number: 1 }));
    assert_eq!(log(&[A::Accept]), Err(Broken { number: 1 }));
    assert_eq!(log(&[A::Receive, A::Accept, A::Accept]), Err(Broken { number: 3 }));
}
