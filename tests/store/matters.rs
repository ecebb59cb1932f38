//! Matters: received once, a log that only grows, contacts that go, lists that are quick to turn.

use std::sync::Arc;

use niemyet::catalogue::procedure::{EditionMark, ProcedureCode};
use niemyet::feedback::matter::{
    Act, By, Contact, Demand, Dues, Event, Matter, MatterKind, NotAllowed, Posted, Settled, State,
    TrackingCode,
};
use niemyet::feedback::{Mark, Secret};
use niemyet::store::{
    Appended, Finding, LogEntry, MatterCount, MatterLine, MatterQuery, Pile, Received, Store,
    StoreError, StoredMatter, close_ended,
};
use niemyet::text::{Date, Language};

use crate::place::{Place, all, keep, make_older};
use crate::sample::{NOON, key, rating, slug};

const DAY: i64 = 24 * 60 * 60 * 1_000;

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(crate) fn code(number: u32) -> TrackingCode {
    TrackingCode::of(&Secret::new([1; 32]), &key(number))
}

/// A petition with everything that a matter may hold.
pub(crate) fn matter(number: u32, words: &str) -> Matter {
    Matter {
        agency: slug("phuong-vi-du"),
        tracking: code(number).hash(&Secret::new([1; 32])),
        kind: MatterKind::Petition,
        posted: Some(Posted {
            procedure: ProcedureCode::parse("1.000894").unwrap(),
            from: Some(day("2026-07-01")),
            edition: EditionMark([0xab; 16]),
        }),
        counter: Some(slug("quay-1")),
        page: Some("thu-tuc/1.000894.html".into()),
        demands: vec![Demand::Paper, Demand::Fee],
        words: words.into(),
        contact: Some(Contact {
            name: "Trần Thị Mẫu".into(),
            phone: Some("0900 000 000".into()),
            email: None,
            address: Some("Số 1, phường Ví Dụ".into()),
        }),
        language: Language::VI,
        received_at: NOON,
        dues: Dues { handled: day("2026-12-01"), answered: day("2026-12-08") },
        marks: vec![Mark::NoStamp],
    }
}

pub(crate) fn receive(store: &dyn Store, matter: Matter) {
    assert_eq!(all([store.receive(matter)]).remove(0).unwrap(), Received::New);
}

pub(crate) fn tracked(store: &dyn Store, number: u32) -> StoredMatter {
    store.tracked(&code(number).hash(&Secret::new([1; 32]))).unwrap().unwrap()
}

pub(crate) fn officer() -> By {
    By::Officer("lan".into())
}

fn entry(of: &StoredMatter, by: By, act: Act) -> LogEntry {
    LogEntry {
        agency: of.matter.agency.clone(),
        matter: of.id,
        expected: of.life.events,
        event: Event { at: NOON + DAY, by, act },
    }
}

pub(crate) fn append(store: &dyn Store, number: u32, by: By, act: Act) -> Appended {
    let entry = entry(&tracked(store, number), by, act);
    all([store.append(entry)]).remove(0).unwrap()
}

fn answer() -> Act {
    let reopen_until = day("2026-12-31");
    Act::Answer {
        settled: Settled::Fixed, words: "Đã sửa bản niêm yết".into(), reopen_until
    }
}

pub(crate) fn one_tracking_code_is_one_matter_however_often_it_is_sent(place: &impl Place) {
    let stores = [place.open().unwrap(), place.open().unwrap()];
    let sent = (0..60).map(|at| stores[at % 2].receive(matter(1, "như nhau")));
    let received = all(sent.collect::<Vec<_>>());
    let new = received.iter().filter(|one| matches!(one, Ok(Received::New))).count();
    let already = received.iter().filter(|one| matches!(one, Ok(Received::Already))).count();
    assert_eq!((new, already), (1, 59));
    assert_eq!(tracked(&*stores[0], 1).events.len(), 1);
    // They are not ratings, and ratings are not they.
    assert_eq!(stores[0].count().unwrap(), 0);
    keep(&*stores[0], rating(1, ""));
    let inbox = MatterQuery::inbox(vec![slug("phuong-vi-du")], 10);
    assert_eq!(stores[1].matters(&inbox).unwrap().len(), 1);
}

pub(crate) fn what_was_brought_is_found_by_its_code_with_its_log(place: &impl Place) {
    let store = place.open().unwrap();
    let brought = matter(1, "Chờ lâu; 'x' \"y\"\n€");
    receive(&*store, brought.clone());
    let anonymous = Matter {
        kind: MatterKind::Report,
        posted: None,
        counter: None,
        page: None,
        contact: None,
        agency: slug("xa-c"),
        ..matter(2, "")
    };
    receive(&*store, anonymous.clone());
    drop(store);
    let store = place.open().unwrap();
    let found = tracked(&*store, 1);
    assert_eq!(found.matter, brought);
    let first = Event { at: NOON, by: By::Citizen, act: Act::Receive { dues: brought.dues } };
    assert_eq!((&found.events, found.life.state), (&vec![first], State::Received));
    assert_eq!(tracked(&*store, 2).matter, anonymous);
    assert_eq!(store.tracked(&code(3).hash(&Secret::new([1; 32]))).unwrap(), None);
    // Of another secret it is another code.
    assert_eq!(store.tracked(&code(1).hash(&Secret::new([2; 32]))).unwrap(), None);
    let acts = [
        Act::Assign { to: Some("lan".into()) },
        Act::Note { words: "gọi lại".into() },
        Act::Register { number: "PAKN-2026-7".into() },
        Act::Accept,
        answer(),
    ];
    for (at, act) in acts.iter().enumerate() {
        let done = append(&*store, 1, officer(), act.clone());
        let events = u32::try_from(at).unwrap() + 2;
        assert!(matches!(done, Appended::Done { events: now, .. } if now == events), "{done:?}");
    }
    let found = store.matter(&slug("phuong-vi-du"), &found.id).unwrap().unwrap();
    let log: Vec<Act> = found.events.iter().skip(1).map(|event| event.act.clone()).collect();
    assert_eq!(log, acts);
    assert_eq!((found.life.state, found.life.assigned), (State::Answered, Some("lan".into())));
    assert_eq!(store.matter(&slug("xa-c"), &found.id).unwrap(), None, "another agency has none");
    // Asked once more it has new due days; what was brought keeps its own.
    let dues = Dues { handled: day("2027-01-05"), answered: day("2027-01-12") };
    append(&*store, 1, By::Citizen, Act::Reopen { words: "chưa".into(), dues });
    let reopened = tracked(&*store, 1);
    assert_eq!((reopened.life.dues, reopened.matter.dues), (dues, brought.dues));
}

pub(crate) fn an_event_that_was_overtaken_is_refused(place: &impl Place) {
    let (one, other) = (place.open().unwrap(), place.open().unwrap());
    receive(&*one, matter(1, ""));
    let seen = tracked(&*one, 1);
    // Twenty officers accept at once, over two hosts.
    let stores: [&Arc<dyn Store>; 2] = [&one, &other];
    let sent = (0..20).map(|at| stores[at % 2].append(entry(&seen, officer(), Act::Accept)));
    let ended = all(sent.collect::<Vec<_>>());
    let done = Appended::Done { state: State::Accepted, events: 2 };
    let won = ended.iter().filter(|one| matches!(one, Ok(ended) if *ended == done)).count();
    let overtaken = Appended::Overtaken { events: 2 };
    let lost = ended.iter().filter(|one| matches!(one, Ok(ended) if *ended == overtaken)).count();
    assert_eq!((won, lost), (1, 19), "{ended:?}");
    assert_eq!(tracked(&*other, 1).events.len(), 2);
    // What may not follow is said, and nothing is written.
    let refused = append(&*one, 1, officer(), Act::Close);
    assert!(matches!(refused, Appended::NotAllowed(NotAllowed::State { .. })), "{refused:?}");
    let mut unknown = entry(&seen, officer(), Act::Accept);
    unknown.agency = slug("xa-c");
    assert_eq!(all([one.append(unknown)]).remove(0).unwrap(), Appended::Unknown);
    assert_eq!(tracked(&*one, 1).events.len(), 2);
}

pub(crate) fn a_contact_is_deleted_and_the_record_stays(place: &impl Place) {
    let store = place.open().unwrap();
    receive(&*store, matter(1, "gọi 0912 345 678 nhé"));
    receive(&*store, matter(2, "gọi 0912 345 678 nhé"));
    let done = append(&*store, 1, By::Citizen, Act::Withdraw);
    assert_eq!(done, Appended::Done { state: State::Withdrawn, events: 2 });
    append(&*store, 2, officer(), answer());
    // Answered, it is not withdrawn any more, only forgotten.
    let late = append(&*store, 2, By::Citizen, Act::Withdraw);
    assert!(matches!(late, Appended::NotAllowed(_)), "{late:?}");
    let done = append(&*store, 2, By::Citizen, Act::Forget);
    assert_eq!(done, Appended::Done { state: State::Answered, events: 3 });
    for number in [1, 2] {
        let found = tracked(&*store, number);
        assert_eq!((found.matter.contact, &*found.matter.words), (None, "gọi … nhé"));
        assert!(found.life.forgotten);
    }
    assert_eq!(tracked(&*store, 2).events[1].act, answer());
}

fn ids(lines: &[MatterLine]) -> Vec<String> {
    lines.iter().map(|line| line.words.to_string()).collect()
}

/// A matter of an agency, due so many days after the first of December.
pub(crate) fn due(number: u32, agency: &str, after: i32) -> Matter {
    let handled = day("2026-12-01").plus_days(after);
    let dues = Dues { handled, answered: handled.plus_days(7) };
    let received_at = NOON + i64::from(number);
    Matter { agency: slug(agency), dues, received_at, ..matter(number, &number.to_string()) }
}

pub(crate) fn lists_show_what_is_due_first_a_page_at_a_time(place: &impl Place) {
    let store = place.open().unwrap();
    for (number, agency, after) in [
        (1, "xa-a", 3),
        (2, "xa-b", 1),
        (3, "xa-a", -5),
        (4, "xa-c", -9),
        (5, "xa-a", 3),
        (6, "xa-b", 9),
    ] {
        receive(&*store, due(number, agency, after));
    }
    append(&*store, 6, officer(), answer());
    let mut query = MatterQuery::inbox(vec![slug("xa-a"), slug("xa-b")], 2);
    let mut pages = Vec::new();
    loop {
        let lines = store.matters(&query).unwrap();
        let Some(last) = lines.last() else { break };
        query.after = Some(query.place(last));
        pages.push(ids(&lines));
    }
    assert_eq!(pages, [vec!["3", "2"], vec!["1", "5"]]);
    let count =
        |agency| store.count_matters(&slug(agency), day("2026-12-01"), day("2026-12-02")).unwrap();
    assert_eq!(count("xa-a"), MatterCount { open: 3, overdue: 1, due_soon: 0 });
    assert_eq!(count("xa-b"), MatterCount { open: 1, overdue: 0, due_soon: 1 });
    assert_eq!(count("xa-khac"), MatterCount::default());
    let none = MatterQuery::inbox(Vec::new(), 10);
    assert!(store.matters(&none).unwrap().is_empty());
    // What is decided lies elsewhere; all of them by their last change.
    let decided = MatterQuery {
        pile: Pile::In(State::Answered),
        ..MatterQuery::inbox(vec![slug("xa-b")], 9)
    };
    assert_eq!(ids(&store.matters(&decided).unwrap()), ["6"]);
    let mut every =
        MatterQuery { pile: Pile::All, ..MatterQuery::inbox(vec![slug("xa-a"), slug("xa-b")], 3) };
    let lines = store.matters(&every).unwrap();
    every.after = lines.last().map(|last| every.place(last));
    assert_eq!(
        (ids(&lines), ids(&store.matters(&every).unwrap())),
        (vec!["6".into(), "5".into(), "3".into()], vec!["2".into(), "1".into()])
    );
}

pub(crate) fn lists_are_filtered(place: &impl Place) {
    let store = place.open().unwrap();
    receive(&*store, matter(1, "Bị đòi thêm HỘ KHẨU"));
    receive(&*store, Matter { kind: MatterKind::Report, ..matter(2, "100% phải nộp_thêm!") });
    receive(&*store, Matter { marks: vec![Mark::Honeypot], ..matter(3, "mua hàng") });
    append(&*store, 1, officer(), Act::Assign { to: Some("lan".into()) });
    let inbox = || MatterQuery::inbox(vec![slug("phuong-vi-du")], 10);
    let found = |query: MatterQuery| {
        let mut words = ids(&store.matters(&query).unwrap());
        words.sort();
        words
    };
    let report = MatterQuery { kinds: vec![MatterKind::Report, MatterKind::PageError], ..inbox() };
    assert_eq!(found(report), ["100% phải nộp_thêm!"]);
    assert_eq!(found(MatterQuery { assigned: Some("lan".into()), ..inbox() }).len(), 1);
    assert_eq!(found(MatterQuery { held: Some(true), ..inbox() }), ["mua hàng"]);
    assert_eq!(found(MatterQuery { held: Some(false), ..inbox() }).len(), 2);
    let holding = |words: &str| found(MatterQuery { words: Some(words.into()), ..inbox() });
    assert_eq!(holding("ho khau"), ["Bị đòi thêm HỘ KHẨU"]);
    assert_eq!(holding("thêm").len(), 2);
    assert_eq!((holding("0%").len(), holding("p_t").len(), holding("m!").len()), (1, 1, 1));
    assert!(holding("%mua%").is_empty() && holding("n_p").is_empty());
    // An officer's hand ends the suspicion.
    append(&*store, 3, officer(), Act::Note { words: "thật".into() });
    assert!(found(MatterQuery { held: Some(true), ..inbox() }).is_empty());
}

pub(crate) fn what_can_no_longer_be_reopened_is_closed_once(place: &impl Place) {
    let (one, other) = (place.open().unwrap(), place.open().unwrap());
    for number in 1..=40 {
        receive(&*one, due(number, if number % 2 == 0 { "xa-a" } else { "xa-b" }, 3));
        append(&*one, number, officer(), answer());
    }
    receive(&*one, due(41, "xa-a", 3));
    receive(&*one, due(42, "xa-a", 3));
    let reopen_until = day("2027-01-15");
    append(&*one, 42, officer(), Act::Refuse { reason: "trùng".into(), reopen_until });
    // Until the end of the last day of the year, in Vietnam, all of them can be reopened.
    let year = (i64::from(day("2027-01-01").day_number()) * 24 - 7) * 3_600_000;
    assert_eq!(one.to_close(year - 1).unwrap(), []);
    assert_eq!(one.to_close(year).unwrap().len(), 40);
    // Two hosts do their daily work at the same time.
    let closed: u64 = std::thread::scope(|scope| {
        let hosts =
            [&one, &other].map(|store| scope.spawn(|| close_ended(&**store, year).unwrap()));
        hosts.into_iter().map(|host| host.join().unwrap()).sum()
    });
    assert_eq!((closed, close_ended(&*one, year).unwrap()), (40, 0));
    for number in 1..=40 {
        let found = tracked(&*other, number);
        let last = Event { at: year, by: By::System, act: Act::Close };
        assert_eq!((found.life.state, found.events.len()), (State::Closed, 3), "{number}");
        assert_eq!(found.events.last(), Some(&last));
    }
    assert_eq!(tracked(&*one, 41).life.state, State::Received);
    assert_eq!(tracked(&*one, 42).life.state, State::Refused);
    assert!(one.check_matters().unwrap().is_empty());
}

pub(crate) fn all_matters_come_out_with_logs_and_contacts(place: &impl Place) {
    let store = place.open().unwrap();
    // More than are read together, of agencies whose rows lie between each other.
    for number in 0..600 {
        let agency = ["xa-a", "xa-b", "phuong-vi-du"][number as usize % 3];
        receive(&*store, due(number, agency, 0));
    }
    append(&*store, 7, officer(), answer());
    append(&*store, 8, By::Citizen, Act::Withdraw);
    let mut found = Vec::new();
    let exported = store.export_matters(&mut |stored| {
        found.push(stored);
        Ok(())
    });
    exported.unwrap();
    assert_eq!(found.len(), 600);
    let mut places: Vec<_> = found.iter().map(|one| (one.matter.agency.clone(), one.id)).collect();
    places.dedup();
    assert!(places.is_sorted() && places.len() == 600);
    for number in [0, 7, 8, 599] {
        let whole = tracked(&*store, number);
        assert_eq!(found.iter().find(|one| one.id == whole.id), Some(&whole), "{number}");
    }
    let stops = store.export_matters(&mut |_| Err(StoreError::Busy));
    assert!(matches!(stops, Err(StoreError::Busy)));
}

pub(crate) fn an_older_database_takes_matters(place: &impl Place) {
    let store = place.open().unwrap();
    keep(&*store, rating(1, ""));
    drop(store);
    make_older(place);
    let store = place.open().unwrap();
    receive(&*store, matter(1, ""));
    assert_eq!((tracked(&*store, 1).events.len(), store.count().unwrap()), (1, 1));
}

pub(crate) fn a_log_edited_by_hand_is_named(place: &impl Place) {
    let store = place.open().unwrap();
    receive(&*store, matter(1, ""));
    receive(&*store, matter(2, ""));
    append(&*store, 1, officer(), Act::Accept);
    let before = tracked(&*store, 1);
    assert!(store.check_matters().unwrap().is_empty());
    place.alter("UPDATE matter SET due = NULL");
    assert_eq!(store.check_matters().unwrap().len(), 2);
    place.alter("UPDATE matter_event SET act = '\"close\"' WHERE number = 2");
    let tracking = code(1).hash(&Secret::new([1; 32]));
    let refused = store.tracked(&tracking).unwrap_err();
    assert!(matches!(refused, StoreError::Unreadable { column: "act", .. }), "{refused}");
    let wrong = store.check_matters().unwrap();
    let said =
        |one: &Finding| matches!(one, Finding::Matter { what, .. } if what.starts_with("act"));
    assert!(wrong.iter().any(said), "{wrong:?}");
    // It stands in the way of its own matter only.
    let others =
        [entry(&before, officer(), answer()), entry(&tracked(&*store, 2), officer(), answer())];
    let ended = all(others.map(|entry| store.append(entry)));
    assert!(ended[0].is_err() && matches!(ended[1], Ok(Appended::Done { .. })), "{ended:?}");
}
