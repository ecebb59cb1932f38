//! Alerts: counted with the deed, queued once, claimed by one, never lost.

use std::collections::BTreeMap;

use niemyet::diagnostic::Tongue;
use niemyet::feedback::Mark;
use niemyet::feedback::alert::{
    AlertKind, Audience, END, Facts, MatterTally, New, Recipient, Target,
};
use niemyet::feedback::matter::{Act, By, Dues, Matter, MatterKind};
use niemyet::store::{
    AlertMark, AlertPlan, AlertState, AlertWork, Cause, QueuedAlert, Store, StoredAlert, Work,
    Worked,
};
use niemyet::text::Date;

use crate::matters::{append, matter, receive};
use crate::place::{Place, all, keep};
use crate::sample::{NOON, key, level, rating, slug};

const MINUTE: i64 = 60 * 1_000;

pub(crate) fn work(store: &dyn Store, work: AlertWork) -> Worked {
    all([store.work(Work::Alerts(work))]).remove(0).unwrap()
}

fn by() -> niemyet::store::By {
    niemyet::store::By { account: String::new(), at: NOON }
}

pub(crate) fn add(recipient: Recipient) -> AlertWork {
    AlertWork::Add { recipient: Box::new(recipient), by: by() }
}

fn remove(recipient: u8) -> AlertWork {
    AlertWork::Remove { recipient: [recipient; 16], by: by() }
}

pub(crate) fn recipient(number: u8, target: Target) -> Recipient {
    Recipient {
        id: [number; 16],
        agency: Some(slug("phuong-vi-du")),
        target,
        tongues: vec![Tongue::Vietnamese, Tongue::English],
        kinds: AlertKind::USUAL.to_vec(),
        audience: Audience::Leader,
        created_at: NOON + i64::from(number),
    }
}

fn mail() -> Target {
    Target::mail("lan@example.gov.vn").unwrap()
}

fn queued(number: u8, recipient: u8) -> QueuedAlert {
    QueuedAlert {
        id: [number; 16],
        recipient: [recipient; 16],
        target: mail(),
        agency: slug("phuong-vi-du"),
        facts: Facts::New(New { reopened: number.into(), ..New::default() }),
    }
}

fn plan(before: Option<i64>, mark: i64, alerts: Vec<QueuedAlert>) -> AlertWork {
    AlertWork::Plan(Box::new(AlertPlan {
        agency: slug("phuong-vi-du"),
        mark: AlertMark { what: "new".into(), mark },
        before,
        more_marks: Vec::new(),
        causes: Vec::new(),
        alerts,
        now: NOON,
        until: NOON + END,
    }))
}

fn claim(alert: &StoredAlert, now: i64) -> AlertWork {
    AlertWork::Claim { alert: alert.id, tries: alert.tries, now, lease_until: now + 5 * MINUTE }
}

fn due(store: &dyn Store, now: i64) -> Vec<StoredAlert> {
    store.alerts_due("mail", now, 10).unwrap()
}

fn causes(store: &dyn Store) -> Vec<(String, String, i64)> {
    let all = store.causes().unwrap();
    all.into_iter().map(|one| (one.kind, one.subject, one.n)).collect()
}

pub(crate) fn what_is_to_be_told_is_counted_with_the_deed(place: &impl Place) {
    let store = place.open().unwrap();
    receive(&*store, matter(1, "một"));
    receive(&*store, Matter { kind: MatterKind::Report, contact: None, ..matter(2, "hai") });
    receive(&*store, matter(3, "ba"));
    receive(&*store, Matter { marks: vec![Mark::Honeypot], ..matter(4, "máy") });
    // Sent once more, it is not brought once more.
    all([store.receive(matter(1, "một"))]).remove(0).unwrap();
    // What officers do is no news to them; what is brought again is.
    append(&*store, 1, By::Officer("lan".into()), Act::Accept);
    let until = Date::parse("2026-12-30").unwrap();
    let refuse = Act::Refuse { reason: "ngoài thẩm quyền".into(), reopen_until: until };
    append(&*store, 3, By::Officer("lan".into()), refuse);
    let dues = Dues { handled: until, answered: until };
    append(&*store, 3, By::Citizen, Act::Reopen { words: "xin xem lại".into(), dues });
    for number in 0..3 {
        let marks = if number == 0 { vec![Mark::NoStamp] } else { vec![Mark::Burst] };
        keep(&*store, niemyet::feedback::Submission { marks, ..rating(number, "") });
    }
    // A second store, as after the first was killed, finds it.
    drop(store);
    let store = place.open().unwrap();
    let expected = [
        ("burst", "quay-1", 2),
        ("new", "held", 1),
        ("new", "petition", 2),
        ("new", "reopened", 1),
        ("new", "report", 1),
    ];
    let expected = expected.map(|(kind, subject, n)| (kind.into(), subject.into(), n));
    assert_eq!(causes(&*store), expected);
    assert_eq!(store.causes().unwrap()[2].first_at, NOON);
    // What is told is taken out; what came meanwhile stays.
    assert_eq!(work(&*store, add(recipient(1, mail()))), Worked::Done);
    let told: Vec<Cause> = store.causes().unwrap();
    receive(&*store, matter(5, "năm"));
    let AlertWork::Plan(mut told_of) = plan(None, NOON, vec![queued(1, 1)]) else { unreachable!() };
    told_of.causes = told;
    assert_eq!(work(&*store, AlertWork::Plan(told_of)), Worked::Done);
    assert_eq!(causes(&*store), [("new".into(), "petition".into(), 1)]);
    assert_eq!(due(&*store, NOON).len(), 1);
}

pub(crate) fn two_hosts_queue_once(place: &impl Place) {
    let (one, other) = (place.open().unwrap(), place.open().unwrap());
    assert_eq!(work(&*one, add(recipient(1, mail()))), Worked::Done);
    let plans = [(&one, 1), (&other, 2)].map(|(store, id)| {
        let plan = plan(None, NOON, vec![queued(id, 1)]);
        store.work(Work::Alerts(plan))
    });
    let mut worked: Vec<_> = all(plans).into_iter().map(Result::unwrap).collect();
    worked.sort_by_key(|one| *one == Worked::Gone);
    assert_eq!(worked, [Worked::Done, Worked::Gone]);
    assert_eq!(due(&*one, NOON).len(), 1);
    let marks = BTreeMap::from([((slug("phuong-vi-du"), "new".to_owned()), NOON)]);
    assert_eq!(other.alert_marks().unwrap(), marks);
    // The next plan knows up to where it was told.
    assert_eq!(work(&*other, plan(None, NOON + 1, vec![queued(3, 1)])), Worked::Gone);
    assert_eq!(work(&*other, plan(Some(NOON), NOON + 1, vec![queued(3, 1)])), Worked::Done);
    assert_eq!(due(&*one, NOON).len(), 2);
}

pub(crate) fn a_message_is_claimed_by_one_until_its_lease_is_over(place: &impl Place) {
    let (one, other) = (place.open().unwrap(), place.open().unwrap());
    work(&*one, add(recipient(1, mail())));
    work(&*one, plan(None, NOON, vec![queued(1, 1)]));
    assert!(due(&*one, NOON - 1).is_empty() && one.alerts_due("hook", NOON, 9).unwrap().is_empty());
    let alert = due(&*one, NOON).remove(0);
    let facts: Facts = serde_json::from_str(&alert.facts).unwrap();
    assert_eq!(facts, queued(1, 1).facts);
    assert_eq!((alert.tries, alert.unsure, alert.until), (0, false, NOON + END));
    let both = [&one, &other].map(|store| store.work(Work::Alerts(claim(&alert, NOON))));
    let done = all(both).into_iter().filter(|one| matches!(one, Ok(Worked::Done))).count();
    assert_eq!(done, 1);
    assert!(due(&*other, NOON + 5 * MINUTE - 1).is_empty(), "somebody is at work with it");
    // Whoever had it died. Whoever takes it next says that it may be a repetition.
    let again = due(&*other, NOON + 5 * MINUTE).remove(0);
    assert_eq!((again.tries, again.unsure), (1, false));
    assert_eq!(work(&*other, claim(&again, NOON + 5 * MINUTE)), Worked::Done);
    let waiting = other.alerts_in(AlertState::Waiting, 9).unwrap().remove(0);
    assert_eq!((waiting.tries, waiting.unsure), (2, true));
    // The first one was only slow: what it says now comes too late to be heard, unless it was sent.
    let late = |tries| AlertWork::NotSent {
        alert: alert.id,
        tries,
        next_at: Some(NOON + 9 * MINUTE),
        unsure: true,
        trouble: "unreachable".into(),
        at: NOON,
    };
    assert_eq!(work(&*one, late(1)), Worked::Gone);
    assert_eq!(work(&*other, late(2)), Worked::Done);
    assert!(due(&*one, NOON + 9 * MINUTE - 1).is_empty());
    let failed = due(&*one, NOON + 9 * MINUTE).remove(0);
    assert_eq!((failed.tries, failed.trouble.as_deref()), (2, Some("unreachable")));
    assert_eq!(work(&*one, AlertWork::Sent { alert: alert.id, at: NOON + 1 }), Worked::Done);
    assert_eq!(work(&*one, AlertWork::Sent { alert: alert.id, at: NOON + 1 }), Worked::Gone);
    assert!(due(&*one, i64::MAX).is_empty());
    assert_eq!(one.alerts_in(AlertState::Sent, 9).unwrap()[0].ended_at, Some(NOON + 1));
}

pub(crate) fn what_was_given_up_can_be_tried_again_and_goes_in_time(place: &impl Place) {
    let store = place.open().unwrap();
    for number in [1, 2] {
        work(&*store, add(recipient(number, mail())));
    }
    work(&*store, plan(None, NOON, vec![queued(1, 1), queued(2, 2), queued(3, 9)]));
    let waiting = due(&*store, NOON);
    assert_eq!(waiting.len(), 2, "nobody has the id 9");
    for alert in &waiting {
        work(&*store, claim(alert, NOON));
        let (alert, trouble) = (alert.id, "refused 550 no such user".into());
        let give_up =
            AlertWork::NotSent { alert, tries: 1, next_at: None, unsure: false, trouble, at: NOON };
        assert_eq!(work(&*store, give_up), Worked::Done);
    }
    let failed = store.alerts_in(AlertState::Failed, 9).unwrap();
    assert_eq!(failed.len(), 2);
    assert_eq!(failed[0].trouble.as_deref(), Some("refused 550 no such user"));
    // A recipient that is taken out takes what waits for it along.
    assert_eq!(work(&*store, remove(2)), Worked::Done);
    assert_eq!(work(&*store, remove(2)), Worked::Gone);
    let retry = AlertWork::Retry { now: NOON + 7, until: NOON + 7 + END };
    assert_eq!(work(&*store, retry), Worked::Done);
    let again = due(&*store, NOON + 7);
    assert_eq!((again.len(), again[0].id, again[0].until), (1, [1; 16], NOON + 7 + END));
    work(&*store, remove(1));
    assert!(due(&*store, i64::MAX).is_empty() && store.recipients().unwrap().readable.is_empty());
    assert_eq!(store.alerts_in(AlertState::Failed, 9).unwrap().len(), 1);
    assert_eq!(work(&*store, AlertWork::Sweep { before: NOON }), Worked::Gone);
    assert_eq!(work(&*store, AlertWork::Sweep { before: NOON + 1 }), Worked::Done);
    assert!(store.alerts_in(AlertState::Failed, 9).unwrap().is_empty());
}

pub(crate) fn recipients_and_settings_are_kept_as_they_were_given(place: &impl Place) {
    let store = place.open().unwrap();
    let hook = Target::hook("https://vidu.vn/hook?x=1").unwrap();
    let everything = Recipient {
        agency: None,
        kinds: AlertKind::CHOICE.to_vec(),
        audience: Audience::Officers,
        tongues: vec![Tongue::English],
        ..recipient(1, hook)
    };
    for one in [recipient(2, mail()), everything.clone()] {
        assert_eq!(work(&*store, add(one)), Worked::Done);
    }
    assert_eq!(store.recipients().unwrap().readable, [everything, recipient(2, mail())]);
    let set = |value: Option<&str>| AlertWork::Set {
        name: "server".into(),
        value: value.map(str::to_owned),
        by: by(),
    };
    for value in ["smtp://a", "smtp://b"] {
        assert_eq!(work(&*store, set(Some(value))), Worked::Done);
    }
    assert_eq!(store.alert_settings().unwrap()["server"], "smtp://b");
    assert_eq!(work(&*store, set(None)), Worked::Done);
    assert!(store.alert_settings().unwrap().is_empty());
}

pub(crate) fn who_is_told_is_a_matter_of_the_log(place: &impl Place) {
    let store = place.open().unwrap();
    let hook = Target::hook("https://vidu.vn:8443/hook/secret-token").unwrap();
    let set = |name: &str, value: Option<&str>| AlertWork::Set {
        name: name.into(),
        value: value.map(str::to_owned),
        by: by(),
    };
    for one in [
        add(recipient(1, mail())),
        add(Recipient { agency: None, ..recipient(2, hook) }),
        set("server", Some("smtps://mail.vidu.vn")),
        set("authority", Some("-----BEGIN CERTIFICATE-----\nabc")),
        remove(1),
        set("server", None),
    ] {
        assert_eq!(work(&*store, one), Worked::Done);
    }
    assert_eq!(work(&*store, remove(1)), Worked::Gone, "and nothing is logged");
    let log = store.audit(None, i64::MAX, 10).unwrap();
    let said: Vec<_> = log
        .iter()
        .rev()
        .map(|row| {
            (row.deed.as_str(), row.agency.as_str(), row.subject.as_str(), row.detail.as_str())
        })
        .collect();
    let kinds = "new due overdue silent falling burst weekly leader";
    assert_eq!(
        said,
        [
            (
                "alert_recipient_added",
                "phuong-vi-du",
                "01010101",
                &*format!("lan@example.gov.vn {kinds}")
            ),
            ("alert_recipient_added", "", "02020202", &*format!("https://vidu.vn:8443/ {kinds}")),
            ("alert_setting_changed", "", "server", "smtps://mail.vidu.vn"),
            ("alert_setting_changed", "", "authority", "-----BEGIN CERTIFICATE-----"),
            (
                "alert_recipient_removed",
                "phuong-vi-du",
                "01010101",
                &*format!("lan@example.gov.vn {kinds}")
            ),
            ("alert_setting_changed", "", "server", "–"),
        ]
    );
    assert_eq!(place.audit_head().unwrap().unwrap().number, 6);
}

pub(crate) fn a_recipient_that_cannot_be_read_is_in_nobodys_way(place: &impl Place) {
    let store = place.open().unwrap();
    for number in 1..=3 {
        work(&*store, add(recipient(number, mail())));
    }
    place.alter("UPDATE alert_recipient SET kinds = 'new pigeon' WHERE created_at = 1795249800002");
    let found = store.recipients().unwrap();
    assert_eq!(found.readable, [recipient(1, mail()), recipient(3, mail())]);
    assert_eq!(found.unreadable.len(), 1);
    assert_eq!(found.unreadable[0].id, [2; 16]);
    assert!(found.unreadable[0].reason.contains("pigeon"), "{:?}", found.unreadable);
    assert_eq!(work(&*store, remove(2)), Worked::Done);
    assert!(store.recipients().unwrap().unreadable.is_empty());
}

pub(crate) fn digests_count_what_is_there(place: &impl Place) {
    let store = place.open().unwrap();
    let day = |text| Date::parse(text).unwrap();
    let agency = slug("phuong-vi-du");
    for (number, kind, at) in [
        (1, MatterKind::Petition, NOON),
        (2, MatterKind::Report, NOON + 1),
        (3, MatterKind::PageError, NOON + 2),
    ] {
        let dues = Dues { handled: day("2026-12-01"), answered: day("2026-12-08") };
        receive(&*store, Matter { kind, received_at: at, dues, ..matter(number, "x") });
    }
    append(&*store, 1, By::Officer("lan".into()), Act::Accept);
    let tally = |petitions, reports, page_errors| MatterTally { petitions, reports, page_errors };
    let received = |from, until| store.received_between(&agency, from, until).unwrap();
    assert_eq!(received(NOON, NOON + 2), tally(1, 1, 0));
    assert_eq!(received(NOON + 1, i64::MAX >> 17), tally(0, 1, 1));
    assert_eq!(store.open_matters(&agency).unwrap(), tally(1, 1, 1));
    assert_eq!(store.open_matters(&slug("xa-dong-mau")).unwrap(), tally(0, 0, 0));
    let due = |from, until| store.due_between(&agency, from, day(until)).unwrap();
    assert_eq!(due(None, "2026-11-30"), tally(0, 0, 0));
    assert_eq!(due(None, "2026-12-01"), tally(0, 1, 1));
    assert_eq!(due(Some(day("2026-12-02")), "2026-12-08"), tally(1, 0, 0));

    for number in 0..6 {
        let mut one = rating(number, "");
        one.key = key(100 + number);
        one.answers = vec![level("hai-long", if number < 4 { 5 } else { 2 })];
        one.marks = if number == 5 { vec![Mark::Burst] } else { Vec::new() };
        one.about = one.about.filter(|_| number.is_multiple_of(2));
        keep(&*store, one);
    }
    let days = (day("2026-11-21"), day("2026-11-21"));
    let counts = |question| {
        let mut counts: Vec<_> = store
            .day_counts(&agency, question, days)
            .unwrap()
            .into_iter()
            .map(|one| (one.counter.to_string(), one.held, one.day, one.answer, one.n))
            .collect();
        counts.sort();
        counts
    };
    let row = |held, answer: &str, n| ("quay-1".to_owned(), held, 20_261_121, answer.to_owned(), n);
    assert_eq!(counts(None), [row(false, "*", 5), row(true, "*", 1)]);
    let question = slug("hai-long");
    let expected = [row(false, "2", 1), row(false, "5", 4), row(true, "2", 1)];
    assert_eq!(counts(Some(&question)), expected);
    let before = (day("2026-11-20"), day("2026-11-20"));
    assert!(store.day_counts(&agency, None, before).unwrap().is_empty());
}
