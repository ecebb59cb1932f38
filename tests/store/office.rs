//! Officers, sessions, one-time links and the log, on both stores.

use niemyet::feedback::Retention;
use niemyet::feedback::officer::{AccountName, Officer, Role};
use niemyet::store::{
    ABSOLUTE, AuditEntry, BrokenAudit, By, Deed, IDLE, PurgePlan, Store, StoreError, Token, Work,
    Worked, purge,
};

use crate::place::{Place, all};
use crate::sample::{NOON, slug};

fn by(account: &str, at: i64) -> By {
    By { account: account.into(), at }
}

fn account(name: &str) -> AccountName {
    AccountName::parse(name).unwrap()
}

fn officer(number: u8, name: &str, role: Role) -> Officer {
    Officer { id: [number; 16], account: account(name), name: "Nguyễn Thị Lan".into(), role }
}

pub(crate) fn token(number: u8) -> Token {
    Token::draw(|bytes| bytes.fill(number))
}

pub(crate) fn work(store: &dyn Store, work: Work) -> Worked {
    try_work(store, work).unwrap()
}

fn try_work(store: &dyn Store, work: Work) -> Result<Worked, StoreError> {
    all([store.work(work)]).remove(0)
}

/// An account with a password, as whoever used the link left it.
pub(crate) fn settle(store: &dyn Store, number: u8, name: &str, role: Role) -> Officer {
    let officer = officer(number, name, role);
    let (link, by) = ((token(number), NOON + 1_000), by("", NOON));
    let add = Work::AddOfficer { officer: Box::new(officer.clone()), link, by };
    assert_eq!(work(store, add), Worked::Done);
    let set = Work::SetPassword { link: token(number), password: "$phc".into(), at: NOON };
    assert_eq!(work(store, set), Worked::Done);
    officer
}

pub(crate) fn sign_in(officer: &Officer, number: u8, step: Option<i64>, at: i64) -> Work {
    let (password, token) = ("$phc".into(), token(number));
    Work::SignIn { officer: officer.id, password, token, former: None, step, at }
}

fn leader() -> Role {
    Role::Leader(slug("phuong-vi-du"))
}

pub(crate) fn an_account_is_made_once_and_set_up_by_its_link(place: &impl Place) {
    let store = place.open().unwrap();
    let lan = officer(1, "lan", leader());
    let add = |officer: &Officer, link| Work::AddOfficer {
        officer: Box::new(officer.clone()),
        link: (token(link), NOON + 1_000),
        by: by("", NOON),
    };
    assert_eq!(work(&*store, add(&lan, 7)), Worked::Done);
    assert_eq!(work(&*store, add(&officer(2, "lan", Role::Province), 8)), Worked::Taken);
    let there = store.officer(&account("lan")).unwrap().unwrap();
    assert_eq!((&there.officer, there.password, there.created_at), (&lan, None, NOON));
    assert_eq!(store.linked(&token(7), NOON + 1_000).unwrap().unwrap().officer, lan);
    assert!(store.linked(&token(7), NOON + 1_001).unwrap().is_none(), "its time is over");
    assert!(store.linked(&token(8), NOON).unwrap().is_none(), "of an account that was not made");
    let set = |link, at| Work::SetPassword { link: token(link), password: "$phc".into(), at };
    assert_eq!(work(&*store, set(7, NOON + 1_001)), Worked::Gone);
    assert_eq!(work(&*store, set(7, NOON)), Worked::Done);
    assert_eq!(work(&*store, set(7, NOON)), Worked::Gone, "used up");
    let there = store.officer(&account("lan")).unwrap().unwrap();
    assert_eq!(there.password.as_deref(), Some("$phc"));
    assert_eq!(store.officers().unwrap().len(), 1);
    // A second store finds it, with the log of it.
    drop(store);
    let store = place.open().unwrap();
    let log = store.audit(None, i64::MAX, 10).unwrap();
    let deeds: Vec<_> = log.iter().map(|row| (row.number, row.deed.as_str())).collect();
    assert_eq!(deeds, [(2, "password_set"), (1, "officer_added")]);
    assert_eq!((log[1].account.as_str(), log[1].subject.as_str()), ("", "lan"));
    assert_eq!(log[0].former, log[1].hash);
    assert_eq!(store.audit(Some(&slug("phuong-vi-du")), 2, 10).unwrap().len(), 1);
    assert!(store.audit(Some(&slug("xa-dong-mau")), i64::MAX, 10).unwrap().is_empty());
}

pub(crate) fn sessions_begin_end_and_are_revoked(place: &impl Place) {
    let store = place.open().unwrap();
    let lan = settle(&*store, 1, "lan", leader());
    let minh = settle(&*store, 2, "minh", leader());
    assert_eq!(work(&*store, sign_in(&lan, 11, None, NOON)), Worked::Done);
    assert_eq!(work(&*store, sign_in(&lan, 12, None, NOON + 5)), Worked::Done);
    let (session, found) = store.session(&token(11), NOON).unwrap().unwrap();
    assert_eq!((session.started_at, &found.officer), (NOON, &lan));
    assert!(store.session(&token(13), NOON).unwrap().is_none());
    let started = |now| {
        let sessions = store.sessions(&lan.id, now).unwrap();
        sessions.iter().map(|one| one.started_at - NOON).collect::<Vec<_>>()
    };
    assert_eq!(started(NOON + 5), [5, 0]);
    // Seen now and then it lives on, idle it ends, and after eight hours in any case.
    assert!(store.session(&token(11), NOON + IDLE + 1).unwrap().is_none());
    let mut now = NOON;
    while now <= NOON + ABSOLUTE - IDLE {
        now += IDLE;
        work(&*store, Work::Seen { token: token(11).hash(), at: now });
    }
    assert!(store.session(&token(11), NOON + ABSOLUTE).unwrap().is_some());
    assert!(store.session(&token(11), NOON + ABSOLUTE + 1).unwrap().is_none());
    work(&*store, Work::Seen { token: token(11).hash(), at: NOON });
    assert_eq!(store.session(&token(11), NOON).unwrap().unwrap().0.seen_at, now, "never earlier");
    // Only its owner ends it.
    let end = |officer: &Officer| Work::EndSession {
        officer: officer.id,
        token: token(12).hash(),
        by: by(officer.account.as_str(), NOON),
    };
    assert_eq!(work(&*store, end(&minh)), Worked::Gone);
    assert!(store.session(&token(12), NOON + 5).unwrap().is_some());
    assert_eq!(work(&*store, end(&lan)), Worked::Done);
    assert!(store.session(&token(12), NOON + 5).unwrap().is_none());
    // Signing in ends the session that the browser held, whoever's it was.
    let rotated = Work::SignIn {
        officer: minh.id,
        password: "$phc".into(),
        token: token(21),
        former: Some(token(11)),
        step: None,
        at: NOON + 9,
    };
    assert_eq!(work(&*store, rotated), Worked::Done);
    assert!(store.session(&token(11), NOON + 9).unwrap().is_none());
    assert!(store.session(&token(21), NOON + 9).unwrap().is_some());
}

pub(crate) fn a_one_time_number_is_used_once(place: &impl Place) {
    let store = place.open().unwrap();
    let admin = settle(&*store, 1, "quantri", Role::Administrator);
    let set = |step| Work::SetSecondFactor {
        officer: admin.id,
        sealed: vec![1, 2, 3],
        step,
        by: by("quantri", NOON),
    };
    assert_eq!(work(&*store, set(100)), Worked::Done);
    let there = store.officer(&admin.account).unwrap().unwrap();
    assert_eq!((there.second_factor, there.second_step), (Some(vec![1, 2, 3]), Some(100)));
    assert_eq!(work(&*store, sign_in(&admin, 11, Some(100), NOON)), Worked::StepUsed);
    assert!(store.session(&token(11), NOON).unwrap().is_none());
    // Twice at the same moment, on one host or two: one comes in.
    let other = place.open().unwrap();
    let both = [
        store.work(sign_in(&admin, 12, Some(101), NOON)),
        other.work(sign_in(&admin, 13, Some(101), NOON)),
    ];
    let mut came: Vec<_> = all(both).into_iter().map(Result::unwrap).collect();
    came.sort_by_key(|worked| *worked == Worked::StepUsed);
    assert_eq!(came, [Worked::Done, Worked::StepUsed]);
    assert_eq!(work(&*store, sign_in(&admin, 14, Some(102), NOON)), Worked::Done);
}

pub(crate) fn who_is_reset_or_disabled_is_out_at_once(place: &impl Place) {
    let store = place.open().unwrap();
    let lan = settle(&*store, 1, "lan", leader());
    work(&*store, sign_in(&lan, 11, None, NOON));
    let reset =
        |link| Work::Reset { officer: lan.id, link: (token(link), NOON + 1_000), by: by("", NOON) };
    assert_eq!(work(&*store, reset(31)), Worked::Done);
    assert!(store.session(&token(11), NOON).unwrap().is_none());
    assert_eq!(store.officer(&lan.account).unwrap().unwrap().password, None);
    assert_eq!(work(&*store, reset(32)), Worked::Done);
    assert!(store.linked(&token(31), NOON).unwrap().is_none(), "one link at a time");
    let set = Work::SetPassword { link: token(32), password: "$phc".into(), at: NOON };
    assert_eq!(work(&*store, set), Worked::Done);
    assert_eq!(work(&*store, sign_in(&lan, 12, None, NOON)), Worked::Done);
    let disable = || Work::Disable { officer: lan.id, by: by("", NOON) };
    assert_eq!(work(&*store, disable()), Worked::Done);
    assert_eq!(work(&*store, disable()), Worked::Gone);
    assert!(store.session(&token(12), NOON).unwrap().is_none());
    assert_eq!(work(&*store, reset(33)), Worked::Gone);
    assert_eq!(work(&*store, sign_in(&lan, 13, None, NOON)), Worked::Gone);
    assert_eq!(store.officer(&lan.account).unwrap().unwrap().disabled_at, Some(NOON));
}

pub(crate) fn a_password_that_changed_meanwhile_lets_nobody_in(place: &impl Place) {
    let store = place.open().unwrap();
    let lan = settle(&*store, 1, "lan", leader());
    let mut late = sign_in(&lan, 11, None, NOON);
    if let Work::SignIn { password, .. } = &mut late {
        *password = "$old".into();
    }
    assert_eq!(work(&*store, late), Worked::Gone);
    assert!(store.session(&token(11), NOON).unwrap().is_none());
}

pub(crate) fn two_hosts_write_one_log(place: &impl Place) {
    let (one, other) = (place.open().unwrap(), place.open().unwrap());
    let note = |number: i64| {
        Work::Note(AuditEntry {
            at: NOON + number,
            account: "lan".into(),
            deed: Deed::PersonalDataOpened,
            agency: Some(slug("phuong-vi-du")),
            subject: number.to_string(),
            detail: String::new(),
        })
    };
    let stores = [&one, &other];
    let notes = (0..40_usize).map(|at| stores[at % 2].work(note(i64::try_from(at).unwrap())));
    let notes: Vec<_> = notes.collect();
    assert!(all(notes).into_iter().all(|worked| worked.unwrap() == Worked::Done));
    let log = one.audit(None, i64::MAX, 100).unwrap();
    assert_eq!(log.len(), 40);
    assert!(log.windows(2).all(|two| two[0].former == two[1].hash), "one chain");
    assert_eq!(place.audit_head().unwrap().unwrap().number, 40);
}

pub(crate) fn a_log_that_was_changed_names_the_row(place: &impl Place) {
    let store = place.open().unwrap();
    for number in 1..=6 {
        settle(&*store, number, &format!("nguoi{number}"), Role::Province);
    }
    let head = place.audit_head().unwrap().unwrap();
    assert_eq!((head.number, head.hash.len()), (12, 64));
    let broken = || format!("{:?}", place.audit_head().unwrap().unwrap_err());
    place.alter("UPDATE audit SET subject = 'nguoi9' WHERE number = 5");
    assert!(broken().starts_with("Changed { number: 5,"), "{}", broken());
    place.alter("UPDATE audit SET subject = 'nguoi3' WHERE number = 5");
    assert!(place.audit_head().unwrap().is_ok());
    place.alter("UPDATE audit SET at = at + 1 WHERE number = 1");
    assert!(broken().starts_with("Changed { number: 1,"), "{}", broken());
    place.alter("UPDATE audit SET at = at - 1 WHERE number = 1");
    place.alter("DELETE FROM audit WHERE number > 10");
    assert_eq!(broken(), "Missing { number: 11 }");
    place.alter("DELETE FROM audit WHERE number = 4");
    assert_eq!(broken(), "Missing { number: 4 }");
}

pub(crate) fn the_log_is_purged_from_its_beginning_and_still_proved(place: &impl Place) {
    let store = place.open().unwrap();
    let month = 31 * 24 * 60 * 60 * 1_000;
    let note = |at: i64, subject: &str| {
        Work::Note(AuditEntry {
            at,
            account: "lan".into(),
            deed: Deed::PersonalDataOpened,
            agency: None,
            subject: subject.into(),
            detail: String::new(),
        })
    };
    for age in [70, 69, 64, 10, 62, 1] {
        work(&*store, note(NOON - age * month, &age.to_string()));
    }
    let head = place.audit_head().unwrap().unwrap();
    let plan = PurgePlan::of(&Retention::default(), NOON);
    let dry = purge(&place.whole(), &plan, true, true).unwrap();
    // What lies behind a young row stays, whatever it says of its time: rows only go from the beginning on.
    assert_eq!((dry.log, place.audit_head().unwrap().unwrap()), (3, head.clone()));
    assert_eq!(purge(&place.whole(), &plan, false, true).unwrap().log, 3);
    let left = |store: &dyn Store| {
        let rows = store.audit(None, i64::MAX, 10).unwrap();
        rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(left(&*store), [6, 5, 4]);
    assert_eq!(place.audit_head().unwrap().unwrap(), head, "the same head as before");
    assert_eq!(purge(&place.whole(), &plan, false, true).unwrap().log, 0);
    // It goes on where it was, and the last row stays however old it is.
    work(&*store, note(NOON, "mới"));
    let later = PurgePlan::of(&Retention::default(), NOON + 100 * month);
    assert_eq!(purge(&place.whole(), &later, false, true).unwrap().log, 3);
    work(&*store, note(NOON, "sau"));
    assert_eq!((left(&*store), place.audit_head().unwrap().unwrap().number), (vec![8, 7], 8));
    // Another line than the one that was drawn does not prove it, nor do more rows cut off.
    place.alter("UPDATE audit_line SET number = number - 1");
    assert_eq!(place.audit_head().unwrap(), Err(BrokenAudit::Missing { number: 6 }));
    place.alter("UPDATE audit_line SET number = number + 1");
    place.alter("DELETE FROM audit WHERE number = 7");
    assert_eq!(place.audit_head().unwrap(), Err(BrokenAudit::Missing { number: 7 }));
}
