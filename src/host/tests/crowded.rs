//! Many at once: a hall passes, a flood waits and loses nothing, and nobody can talk his way out of his own address.

use std::sync::Mutex;
use std::sync::atomic::Ordering;

use super::exchange::{Answer, ask, post_from};
use super::sample_release::codes;
use super::stand::{NOW, Stand};
use crate::feedback::Mark;

fn form(number: usize) -> String {
    format!("key={number:032x}&q-hai-long=4&q-gop-y=C%E1%BA%A3m+%C6%A1n")
}

fn rate_from(stand: &Stand, source: &str, fields: &[&str], number: usize) -> Answer {
    let target = format!("/Q/{}", codes()[0]);
    post_from(source, stand.address(), &target, fields, form(number).as_bytes())
}

fn marks(stand: &Stand) -> Vec<Mark> {
    let mut all = Vec::new();
    let mut each = |rating: crate::store::StoredRating| {
        all.extend(rating.submission.marks);
        Ok(())
    };
    stand.store.export(&mut each).unwrap();
    all
}

#[test]
fn fifty_phones_behind_one_address_all_pass_at_once() {
    let stand = Stand::new();
    std::thread::scope(|scope| {
        for number in 1..=50 {
            let stand = &stand;
            scope.spawn(move || assert_eq!(stand.rate(&form(number)).status, 303, "{number}"));
        }
    });
    assert_eq!(stand.store.count().unwrap(), 50);
    assert!(!marks(&stand).iter().any(|mark| matches!(mark, Mark::Burst | Mark::Repeat)));
}

#[test]
fn five_hundred_from_one_address_wait_and_nothing_is_lost() {
    let stand = Stand::new();
    let send = |numbers: Vec<usize>| {
        let waiting = Mutex::new(Vec::new());
        let numbers = Mutex::new(numbers.into_iter());
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    loop {
                        let Some(number) = numbers.lock().unwrap().next() else { break };
                        let answer = stand.rate(&form(number));
                        if answer.status == 303 {
                            continue;
                        }
                        assert_eq!((answer.status, answer.field("retry-after")), (429, "1"));
                        let text = answer.text();
                        assert!(text.contains(&format!("name=\"key\" value=\"{number:032x}\"")));
                        assert!(text.contains("name=\"q-gop-y\" value=\"Cảm ơn\""), "{text}");
                        assert!(text.contains("name=\"q-hai-long\" value=\"4\""), "{text}");
                        assert!(text.contains("<button") && text.contains("1 giây"), "{text}");
                        waiting.lock().unwrap().push(number);
                    }
                });
            }
        });
        waiting.into_inner().unwrap()
    };
    let mut waiting = send((1..=500).collect());
    assert_eq!((waiting.len(), stand.store.count().unwrap()), (300, 200));
    assert!(marks(&stand).contains(&Mark::Burst));
    let metrics = stand.get("/metrics").text();
    for line in [
        "niemyet_waits_total{reason=\"client\"} 300",
        "niemyet_ratings_total{outcome=\"waiting\"} 300",
        "niemyet_marks_total{mark=\"burst\"} 80",
        "niemyet_marks_total{mark=\"no_stamp\"} 200",
    ] {
        assert!(metrics.contains(line), "{line}\n{metrics}");
    }
    for minutes in 1.. {
        stand.clock.store(NOW + minutes * 240_000, Ordering::Relaxed);
        waiting = send(waiting);
        if waiting.is_empty() {
            break;
        }
        assert!(minutes < 4, "{} still wait", waiting.len());
    }
    assert_eq!(stand.store.count().unwrap(), 500);
}

#[test]
fn a_forged_header_does_not_change_who_one_is() {
    let stand = Stand::new();
    for number in 1..=200 {
        let forged = format!("X-Forwarded-For: 198.51.100.{number}");
        let other = format!("Forwarded: for=198.51.100.{number}");
        let answer = rate_from(&stand, "127.0.0.1", &[&forged, &other], number);
        assert_eq!(answer.status, 303, "{number}");
    }
    let forged = ["X-Forwarded-For: 192.0.2.1"];
    assert_eq!(rate_from(&stand, "127.0.0.1", &forged, 201).status, 429);
    // The same through the proxy that is trusted: who is right-most counts, whatever he wrote before.
    assert_eq!(rate_from(&stand, "127.0.0.2", &forged, 201).status, 303);
    stand.clock.store(NOW + 3_600_000, Ordering::Relaxed);
    for number in 301..=500 {
        let forged = format!("X-Forwarded-For: 198.51.100.{}, 192.0.2.9", number - 300);
        assert_eq!(rate_from(&stand, "127.0.0.2", &[&forged], number).status, 303, "{number}");
    }
    let plain = ["X-Forwarded-For: 192.0.2.9"];
    assert_eq!(rate_from(&stand, "127.0.0.2", &plain, 501).status, 429);
    assert_eq!(rate_from(&stand, "127.0.0.2", &["X-Forwarded-For: 192.0.2.8"], 501).status, 303);
}

#[test]
fn a_form_with_a_slip_costs_nothing() {
    let stand = Stand::new();
    for _ in 0..250 {
        assert_eq!(stand.rate("key=&q-hai-long=9").status, 422);
    }
    assert_eq!(stand.rate(&form(1)).status, 303);
}

#[test]
fn only_who_came_over_https_is_told_to_come_so_again() {
    let stand = Stand::new();
    let field = |source: &str, fields: &[&str]| {
        let answer = post_from(source, stand.address(), "/", fields, b"");
        answer.field("strict-transport-security").to_owned()
    };
    let secure = ["X-Forwarded-Proto: https"];
    assert_eq!(field("127.0.0.2", &secure), "max-age=31536000");
    assert_eq!(field("127.0.0.2", &["Forwarded: for=192.0.2.1;proto=https"]), "max-age=31536000");
    assert_eq!(field("127.0.0.2", &["X-Forwarded-Proto: http"]), "");
    assert_eq!(field("127.0.0.1", &secure), "");
    assert_eq!(ask(stand.address(), "GET", "/", &[]).field("strict-transport-security"), "");
}
