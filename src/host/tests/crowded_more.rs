//! What follows a rating is bounded too: pages that are added, and one-time codes that are guessed. A hall passes; beyond
//! it nothing is lost.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::exchange::{Answer, post};
use super::feigned_store::FeignedStore;
use super::forms::{Form, escape, forms, key, stored};
use super::sample_release::{codes, desk};
use super::stand::{NOW, Stand};
use crate::feedback::{Mark, OneTimeCode, Secret};
use crate::store::{Health, Kept, StoreError};

/// Rates by one tap and gives the form of the page that follows.
fn tapped(stand: &Stand, visit: u8) -> Form {
    let sent = stand.rate(&format!("key={}&part=0&q-hai-long=4", key(visit)));
    assert_eq!(sent.status, 303, "{visit}");
    forms(&stand.get(sent.field("location")).text()).remove(1)
}

fn send(stand: &Stand, form: &Form, answers: &[(&str, &str)]) -> Answer {
    post(stand.address(), &form.action, &[], form.with(answers).as_bytes())
}

/// A one-time code of the open counter; signed by us or by somebody else.
fn slip(serial: u8, ours: bool) -> String {
    let secret = Secret::new([if ours { 9 } else { 1 }; 32]);
    let today = i32::try_from(NOW / (24 * 60 * 60 * 1_000)).unwrap();
    OneTimeCode::issue(&secret, &codes()[0], [0, 1, serial], today + 30).to_string()
}

fn rate_with(stand: &Stand, visit: u8, ticket: &str, more: &str) -> Answer {
    let ticket = escape(ticket);
    let words = escape("Chờ lâu & nóng");
    let part = format!("key={}&part=0&q-hai-long=2&q-gop-y={words}", key(visit));
    stand.rate(&format!("{part}&ticket={ticket}{more}"))
}

/// A form, how many milliseconds after its page it is sent, with what besides, and the marks that it gets.
type Case<'a> = (&'a Form, i64, &'a [(&'a str, &'a str)], &'a [Mark]);

fn counted(stand: &Stand, line: &str) {
    let metrics = stand.get("/metrics").text();
    assert!(metrics.lines().any(|one| one == line), "{line}\n{metrics}");
}

#[test]
fn fifty_phones_add_eight_pages_each_at_once() {
    let stand = Stand::new();
    std::thread::scope(|scope| {
        for visit in 1..=50 {
            let stand = &stand;
            scope.spawn(move || {
                let form = tapped(stand, visit);
                for page in 0..8 {
                    let words = format!("Lời của ông/bà thứ {visit} ở trang {page}");
                    let sent = send(stand, &form, &[("q-gop-y", &words)]);
                    assert_eq!(sent.status, 303, "{visit} {page}");
                }
            });
        }
    });
    let all = stored(&stand);
    assert_eq!(all.len(), 50);
    assert!(all.iter().all(|one| one.submission.answers.len() == 2));
    assert!(!all.iter().any(|one| one.submission.marks.contains(&Mark::Repeat)));
}

#[test]
fn one_rating_is_not_changed_without_end_and_what_was_typed_stays() {
    let stand = Stand::new();
    let form = tapped(&stand, 1);
    for time in 0..30 {
        assert_eq!(send(&stand, &form, &[("q-gop-y", &format!("Lần {time}"))]).status, 303);
    }
    let answers = [("q-ly-do", "cho-lau"), ("q-gop-y", "Lần cuối & dài")];
    let waits = send(&stand, &form, &answers);
    assert_eq!((waits.status, waits.field("retry-after")), (429, "10"));
    assert_eq!(waits.field("cache-control"), "no-store");
    let text = waits.text();
    assert!(text.contains("10 giây") && text.contains("<button"), "{text}");
    let again = forms(&text).remove(0);
    assert_eq!(again.value("claim"), form.value("claim"));
    assert_eq!((again.value("q-ly-do"), again.value("q-gop-y")), ("cho-lau", "Lần cuối &amp; dài"));
    counted(&stand, "niemyet_waits_total{reason=\"rating\"} 1");
    counted(&stand, "niemyet_ratings_total{outcome=\"waiting\"} 1");
    // Others are not held up, and after the wait the same form is taken.
    assert_eq!(send(&stand, &tapped(&stand, 2), &[("q-gop-y", "Khác")]).status, 303);
    stand.clock.store(NOW + 10_000, Ordering::Relaxed);
    assert_eq!(send(&stand, &form, &answers).status, 303);
    // A page with a slip on it costs nothing.
    for _ in 0..40 {
        assert_eq!(send(&stand, &form, &[("q-khac", "1")]).status, 422);
    }
}

#[test]
fn a_store_that_is_away_uses_nothing_up() {
    let away = Health { accepting: false, trouble: Some("away".into()), waiting: 0 };
    let gone = Arc::new(AtomicBool::new(true));
    let is_gone = Arc::clone(&gone);
    let store = FeignedStore::shared(away, move |submission| {
        let kept = if is_gone.load(Ordering::Relaxed) {
            Err(StoreError::Away("away".into()))
        } else {
            Ok(Kept::New(submission.receipt))
        };
        Box::pin(async { kept })
    });
    let stand = Stand::with(&desk(), Some(store));
    let rate = |visit| stand.rate(&format!("key={}&q-hai-long=4", key(visit))).status;
    for again in 0..250 {
        assert_eq!(rate(7), 503, "{again}");
    }
    gone.store(false, Ordering::Relaxed);
    for visit in 1..=200 {
        assert_eq!(rate(visit), 303, "{visit}");
    }
    assert_eq!(rate(201), 429);
}

#[test]
fn words_that_are_added_to_many_ratings_are_marked() {
    let stand = Stand::new();
    let words = "Nhân viên quầy này làm việc rất chậm";
    for visit in 1..=3 {
        assert_eq!(send(&stand, &tapped(&stand, visit), &[("q-gop-y", words)]).status, 303);
    }
    let marked = stored(&stand);
    let marked = marked.iter().filter(|one| one.submission.marks.contains(&Mark::Repeat)).count();
    assert_eq!(marked, 2);
    counted(&stand, "niemyet_marks_total{mark=\"repeat\"} 2");
}

#[test]
fn what_looks_odd_is_kept_marked_and_counted() {
    let stand = Stand::new();
    let page = || forms(&stand.get(&format!("/Q/{}", codes()[0])).text()).remove(0);
    let (hasty, old, forged) = (page(), page(), page());
    let day = 24 * 60 * 60 * 1_000;
    let cases: [Case<'_>; 4] = [
        (&hasty, 999, &[], &[Mark::TooFast]),
        (&page(), 5_000, &[], &[]),
        (&old, day, &[("website", "http://x")], &[Mark::Stale, Mark::Honeypot]),
        (&forged, 5_000, &[], &[Mark::ForgedStamp]),
    ];
    for (form, later, more, marks) in cases {
        stand.clock.store(NOW + later, Ordering::Relaxed);
        let mut form = form.clone();
        if marks == [Mark::ForgedStamp] {
            let stamp = form.hidden.iter_mut().find(|(name, _)| name == "stamp").unwrap();
            stamp.1 = "12".repeat(32);
        }
        let answers = [&[("q-hai-long", "4")], more].concat();
        let key = form.value("key").to_owned();
        assert_eq!(send(&stand, &form, &answers).status, 303);
        let kept = stored(&stand);
        let kept = kept.iter().find(|one| one.submission.key.to_string() == key).unwrap();
        assert_eq!(kept.submission.marks, marks);
    }
    for mark in ["too_fast", "stale", "honeypot", "forged_stamp"] {
        counted(&stand, &format!("niemyet_marks_total{{mark=\"{mark}\"}} 1"));
    }
}

#[test]
fn a_hall_may_mistype_but_not_guess() {
    let stand = Stand::new();
    std::thread::scope(|scope| {
        for visit in 1..=50 {
            let stand = &stand;
            scope.spawn(move || {
                assert_eq!(rate_with(stand, visit, &slip(visit, false), "").status, 422);
                assert_eq!(rate_with(stand, visit, &slip(visit, true), "").status, 303, "{visit}");
            });
        }
    });
    assert!(stored(&stand).iter().all(|one| one.submission.verified()));
    for guess in 1..=50 {
        assert_eq!(rate_with(&stand, 51, &slip(guess, false), "").status, 422);
    }
    // From here on right and wrong codes are answered alike.
    let shape = |answer: &Answer, code: &str| {
        assert_eq!((answer.status, answer.field("retry-after")), (429, "10"));
        answer.text().replace(code, "CODE")
    };
    let (right, wrong) = (slip(60, true), slip(60, false));
    let waits = rate_with(&stand, 60, &right, "");
    let text = shape(&waits, &right);
    assert_eq!(text, shape(&rate_with(&stand, 60, &wrong, ""), &wrong));
    assert!(text.contains("10 giây") && text.contains("Gửi không cần mã"), "{text}");
    let form = forms(&waits.text()).remove(0);
    assert_eq!((form.value("q-hai-long"), form.value("key")), ("2", &*key(60)));
    assert_eq!(form.value("q-gop-y"), "Chờ lâu &amp; nóng");
    assert!(waits.text().contains(&format!("name=\"ticket\" value=\"{right}\"")));
    // In the address of a slip too.
    let page = |code: &str| {
        let page = stand.get(&format!("/Q/{}/{code}", codes()[0]));
        assert_eq!(page.status, 200);
        let form = forms(&page.text()).remove(0);
        let (key, stamp) = (form.value("key").to_owned(), form.value("stamp").to_owned());
        let grouped = OneTimeCode::parse(code).unwrap().grouped();
        page.text().replace(&grouped, "CODE").replace(&key, "").replace(&stamp, "")
    };
    assert_eq!(page(&right), page(&wrong));
    counted(&stand, "niemyet_waits_total{reason=\"client_tries_codes\"} 4");
    counted(&stand, "niemyet_ratings_total{outcome=\"waiting\"} 2");
    // Whoever has no code, or goes without, does not wait.
    assert_eq!(rate_with(&stand, 61, "", "").status, 303);
    assert_eq!(send(&stand, &form, &[("ticket", &right), ("openly", "1")]).status, 303);
    assert_eq!(rate_with(&stand, 62, &right, "&openly=0").status, 429);
    // What cannot be a code is no guess.
    assert_eq!(rate_with(&stand, 62, "K7F3A", "").status, 422);
    stand.clock.store(NOW + 10_000, Ordering::Relaxed);
    assert_eq!(rate_with(&stand, 62, &right, "").status, 303);
    assert_eq!(stored(&stand).iter().filter(|one| one.submission.verified()).count(), 51);
}

#[test]
fn codes_guessed_by_their_address_run_out_too() {
    let stand = Stand::new();
    let page = |code: &str| stand.get(&format!("/Q/{}/{code}", codes()[0])).text();
    for guess in 0..100 {
        assert!(page(&slip(guess, false)).contains("Mã dùng một lần chưa đúng"), "{guess}");
    }
    let unseen = page(&slip(200, false));
    assert!(!unseen.contains("chưa đúng") && unseen.contains("đã được điền sẵn"), "{unseen}");
    assert_eq!(rate_with(&stand, 1, &slip(201, true), "").status, 429);
}
