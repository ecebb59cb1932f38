//! The bounds of a crowd, at their edges and by their marks.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::catalogue::PrintedCode;
use crate::feedback::How;
use crate::feedback::sample::{self, text, wide_key};

const NOW: i64 = 1_795_224_600_000;

fn crowd() -> Crowd {
    let drawn = AtomicU64::new(0);
    let random: Randomness = Arc::new(move |bytes: &mut [u8]| {
        bytes.fill(u8::try_from(drawn.fetch_add(1, Ordering::Relaxed)).unwrap());
    });
    Crowd::new(random, 50)
}

/// A rating under the key of this number, at the counter of that number, with these words.
fn rating(number: u32, counter: u8, words: &str) -> Submission {
    let mut byte = counter;
    let code = PrintedCode::mint(|| {
        byte += 1;
        byte
    });
    let answers = vec![text("gop-y", words)];
    Submission { code, answers, received_at: NOW, ..sample::rating(wide_key(number)) }
}

fn admit(crowd: &Crowd, client: &str, rating: Submission, now: i64) -> Result<Vec<Mark>, Wait> {
    let mut rating = rating;
    crowd.admit(client.parse().ok(), &mut rating, now).map(|_| rating.marks)
}

#[test]
fn a_hall_passes_unmarked_a_flood_is_marked_and_then_waits() {
    let crowd = crowd();
    for number in 0..200 {
        let counter = u8::try_from(number % 3).unwrap() * 40;
        let marks = admit(&crowd, "203.0.113.7", rating(number, counter, ""), NOW).unwrap();
        assert_eq!(marks, if number < 120 { vec![] } else { vec![Mark::Burst] }, "{number}");
    }
    let wait = admit(&crowd, "203.0.113.7", rating(200, 0, ""), NOW).unwrap_err();
    assert_eq!(wait, Wait { reason: Crowded::Client, millis: 1_000 });
    assert_eq!(admit(&crowd, "203.0.113.8", rating(201, 200, ""), NOW), Ok(vec![]));
    assert!(admit(&crowd, "203.0.113.7", rating(200, 0, ""), NOW + 1_000).is_ok());
}

#[test]
fn a_counter_has_a_bound_however_many_addresses_send() {
    let crowd = crowd();
    let send = |number: u32, counter| {
        let client = format!("2001:db8:{:x}:{:x}::1", number / 65_536, number % 65_536);
        admit(&crowd, &client, rating(number, counter, ""), NOW)
    };
    let waits: Vec<_> = (0..300).filter_map(|number| send(number, 0).err()).collect();
    assert_eq!(waits.len(), 60);
    assert!(waits.iter().all(|wait| wait.reason == Crowded::Counter));
    assert_eq!(send(400, 200), Ok(vec![]));
}

/// The answers of a rating as a page that is added to it.
fn amendment(rating: &Submission) -> Amendment {
    Amendment {
        agency: rating.agency.clone(),
        key: rating.key,
        survey: rating.survey.clone(),
        version: 1,
        how: How::Add,
        answers: rating.answers.clone(),
        ticket: None,
        code: rating.code,
        marks: Vec::new(),
        at: rating.received_at,
    }
}

/// A page that is added to the rating of this number, at the counter of that number.
fn more(crowd: &Crowd, client: &str, (number, counter): (u32, u8), now: i64) -> Option<Wait> {
    let rating = rating(number, counter, "");
    crowd.admit_more(client.parse().ok(), rating.code, &mut amendment(&rating), now).err()
}

#[test]
fn additions_are_bounded_for_one_rating_one_client_and_one_counter() {
    let crowd = crowd();
    let waits =
        |number| (0..40).filter_map(|_| more(&crowd, "203.0.113.7", (number, 0), NOW)).collect();
    let first: Vec<Wait> = waits(1);
    assert_eq!(first, [Wait { reason: Crowded::Rating, millis: 10_000 }; 10]);
    assert_eq!(more(&crowd, "203.0.113.7", (1, 0), NOW + 10_000), None);
    let crowd = self::crowd();
    let reasons = |client: &dyn Fn(u32) -> String| {
        let all = (0..800).filter_map(|number| more(&crowd, &client(number), (number, 0), NOW));
        all.map(|wait| wait.reason).collect::<Vec<_>>()
    };
    assert_eq!(reasons(&|_| "203.0.113.7".into()), [Crowded::ClientAdds; 200]);
    let many = reasons(&|number| format!("2001:db8:0:{number:x}::1"));
    assert_eq!(many, [Crowded::CounterAdds; 680], "600 of 720 were taken by one address");
    // Ratings are not held up by what is added to others.
    assert_eq!(admit(&crowd, "203.0.113.7", rating(900, 0, ""), NOW), Ok(vec![]));
}

#[test]
fn what_could_not_be_kept_takes_nothing() {
    let crowd = crowd();
    let client = "203.0.113.7".parse().ok();
    for number in 0..1_000 {
        let mut rating = rating(number % 3, 0, "");
        crowd.give_back(&crowd.admit(client, &mut rating, NOW).unwrap());
        assert_eq!(rating.marks, []);
        let mut more = amendment(&rating);
        crowd.give_back(&crowd.admit_more(client, rating.code, &mut more, NOW).unwrap());
    }
}

#[test]
fn copied_words_are_marked_also_where_they_are_added() {
    let crowd = crowd();
    let words = "Nhân viên quầy số 1 làm việc rất chậm";
    assert_eq!(admit(&crowd, "203.0.113.7", rating(1, 0, words), NOW), Ok(vec![]));
    let added = |number| {
        let rating = rating(number, 0, words);
        let mut amendment = Amendment { marks: vec![Mark::Personal], ..amendment(&rating) };
        crowd.admit_more(None, rating.code, &mut amendment, NOW).map(|_| amendment.marks).unwrap()
    };
    assert_eq!(added(1), [Mark::Personal]);
    assert_eq!(added(2), [Mark::Personal, Mark::Repeat]);
}

#[test]
fn guesses_run_out_and_good_codes_do_not_count() {
    let crowd = crowd();
    let code = rating(0, 0, "").code;
    let tried = |client: &str, now| crowd.may_try(client.parse().ok(), code, now);
    for _ in 0..1_000 {
        crowd.give_back(&tried("203.0.113.7", NOW).unwrap());
    }
    for _ in 0..100 {
        let _ = tried("203.0.113.7", NOW).unwrap();
    }
    let wait = Wait { reason: Crowded::ClientTries, millis: 10_000 };
    assert_eq!(tried("203.0.113.7", NOW), Err(wait));
    assert!(tried("203.0.113.7", NOW + 10_000).is_ok());
    let elsewhere = |number: u32| format!("2001:db8:{:x}:{:x}::1", number / 256, number % 256);
    let waits = (0..1_000).filter(|number| tried(&elsewhere(*number), NOW).is_err());
    assert_eq!(waits.count(), 101, "of one counter, however many addresses guess");
}

#[test]
fn one_network_is_one_client_and_a_mapped_address_is_its_own() {
    assert_eq!(network_of("2001:db8::1".parse().ok()), network_of("2001:db8::ffff:2".parse().ok()));
    assert_ne!(network_of("2001:db8::1".parse().ok()), network_of("2001:db8:0:1::1".parse().ok()));
    assert_eq!(network_of("::ffff:1.2.3.4".parse().ok()), network_of("1.2.3.4".parse().ok()));
}

#[test]
fn the_same_long_words_under_another_key_are_marked_and_forgotten_at_midnight() {
    let crowd = crowd();
    let words = "Nhân viên quầy số 1 làm việc rất chậm";
    let send = |number, words, now| admit(&crowd, "203.0.113.7", rating(number, 0, words), now);
    assert_eq!(send(1, words, NOW), Ok(vec![]));
    assert_eq!(send(1, words, NOW), Ok(vec![]), "sent twice by one hand");
    let copied = "  NHÂN viên quầy số 1\nlàm việc rất chậm";
    assert_eq!(send(2, copied, NOW), Ok(vec![Mark::Repeat]));
    assert_eq!([send(3, "Cảm ơn", NOW), send(4, "Cảm ơn", NOW)], [Ok(vec![]), Ok(vec![])]);
    assert_eq!(send(5, words, NOW + 24 * 60 * 60 * 1_000), Ok(vec![]));
}

#[test]
fn the_salt_of_a_day_is_drawn_once_and_never_again() {
    let crowd = crowd();
    let (today, tomorrow) = (Day(20_000), Day(20_001));
    let salts = [crowd.salt(today), crowd.salt(today), crowd.salt(tomorrow), crowd.salt(today)];
    assert_eq!(salts, [[0; 32], [0; 32], [1; 32], [2; 32]]);
}
