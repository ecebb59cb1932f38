//! One-time codes: each proves one visit, to one counter, once; what is typed is never lost for one that
//! proves nothing.

use std::sync::atomic::Ordering;

use super::exchange::{Answer, post};
use super::forms::{escape, forms, key, stored};
use super::sample_release::codes;
use super::stand::{NOW, Stand};
use crate::feedback::{ADD_WINDOW, AnswerValue, OneTimeCode, Secret};

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// A slip of the open counter (0), of the closed one (1) or of none (2).
fn slip(counter: usize, serial: u8, days: i32) -> OneTimeCode {
    let today = i32::try_from((NOW + 7 * DAY / 24) / DAY).unwrap();
    OneTimeCode::issue(&Secret::new([9; 32]), &codes()[counter], [0, 0, serial], today + days)
}

fn rate(stand: &Stand, visit: u8, ticket: &str) -> Answer {
    let (key, ticket) = (key(visit), escape(ticket));
    stand.rate(&format!("key={key}&part=0&q-hai-long=2&q-ly-do=cho-lau&ticket={ticket}"))
}

#[test]
fn a_code_from_the_slip_or_typed_marks_the_answer_verified() {
    let stand = Stand::new();
    let place = format!("/Q/{}", codes()[0]);
    let scanned = slip(0, 1, 30);
    let page = stand.get(&format!("{place}/{}", scanned.grouped().to_lowercase()));
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"));
    let text = page.text();
    assert!(text.contains(&format!("value=\"{}\"", scanned.grouped())), "{text}");
    let form = forms(&text).remove(0);
    let answers = [("q-hai-long", "4"), ("ticket", &*scanned.grouped())];
    let sent = post(stand.address(), &place, &[], form.with(&answers).as_bytes());
    assert_eq!(sent.status, 303);
    let typed = slip(0, 2, 30).grouped().replace('-', " ");
    assert_eq!(rate(&stand, 1, &typed).status, 303);
    assert_eq!(rate(&stand, 2, "").status, 303);
    let verified = stored(&stand).into_iter().filter(|one| one.submission.verified()).count();
    assert_eq!((verified, stand.store.count().unwrap()), (2, 3));
}

#[test]
fn fifty_posts_of_one_code_at_once_keep_one() {
    let stand = Stand::new();
    let code = slip(0, 3, 30).to_string();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let stand = &stand;
        let code = &code;
        let posts: Vec<_> =
            (1..=50).map(|visit| scope.spawn(move || rate(stand, visit, code).status)).collect();
        posts.into_iter().map(|post| post.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 49, "{statuses:?}");
    assert_eq!(stand.store.count().unwrap(), 1);
    assert!(stored(&stand)[0].submission.verified());
}

#[test]
fn what_proves_nothing_is_said_why_and_may_be_sent_openly() {
    let stand = Stand::new();
    let good = slip(0, 4, 30).to_string();
    assert_eq!(rate(&stand, 1, &good).status, 303);
    let expired = slip(0, 5, -1).to_string();
    let elsewhere = slip(1, 6, 30).to_string();
    let other_secret = OneTimeCode::issue(&Secret::new([1; 32]), &codes()[0], [1; 3], 20_800);
    let cases = [
        (good.as_str(), "đã được dùng"),
        (expired.as_str(), "đã hết hạn"),
        (elsewhere.as_str(), "dành cho quầy khác"),
        (other_secret.as_str(), "Mã dùng một lần chưa đúng"),
        ("K7F3A", "có 15 ký tự"),
        ("<script>alert(1)</script>", "có 15 ký tự"),
    ];
    for (visit, (ticket, reason)) in (10_u8..).zip(cases) {
        let refused = rate(&stand, visit, ticket);
        assert_eq!((refused.status, refused.field("cache-control")), (422, "no-store"), "{ticket}");
        let text = refused.text();
        assert!(text.contains(reason) && !text.contains("<script>alert"), "{reason}\n{text}");
        let form = forms(&text).remove(0);
        assert_eq!(form.value("key"), key(visit));
        assert_eq!((form.value("q-hai-long"), form.value("q-ly-do")), ("2", "cho-lau"));
        let openly = form.with(&[("ticket", ticket), ("openly", "1")]);
        assert_eq!(post(stand.address(), &form.action, &[], openly.as_bytes()).status, 303);
    }
    let all = stored(&stand);
    assert_eq!(all.len(), 1 + cases.len());
    assert_eq!(all.iter().filter(|one| one.submission.verified()).count(), 1);
    let metrics = stand.get("/metrics").text();
    for line in ["reason=\"ticket_spent\"} 1", "reason=\"ticket_mistyped\"} 2"] {
        assert!(metrics.contains(line), "{line}\n{metrics}");
    }
}

#[test]
fn a_code_put_right_is_taken() {
    let stand = Stand::new();
    let good = slip(0, 7, 30).to_string();
    let form = forms(&rate(&stand, 1, &good[1..]).text()).remove(0);
    let mended = form.with(&[("ticket", &good)]);
    assert_eq!(post(stand.address(), &form.action, &[], mended.as_bytes()).status, 303);
    assert!(stored(&stand)[0].submission.verified());
}

#[test]
fn the_address_of_a_slip_that_proves_nothing_offers_the_open_form() {
    let stand = Stand::new();
    let place = format!("/Q/{}", codes()[0]);
    stand.clock.store(NOW + 40 * DAY, Ordering::Relaxed);
    let expired = stand.get(&format!("{place}/{}", slip(0, 8, 30)));
    let text = expired.text();
    assert_eq!(expired.status, 200);
    assert!(text.contains("đã hết hạn") && text.contains("không cần mã"), "{text}");
    assert!(!text.contains(slip(0, 8, 30).as_str()));
    let form = forms(&text).remove(0);
    let open = form.with(&[("q-hai-long", "5"), ("ticket", "")]);
    assert_eq!(post(stand.address(), &form.action, &[], open.as_bytes()).status, 303);
    assert!(!stored(&stand)[0].submission.verified());
    assert_eq!(stand.get(&format!("{place}/en/{}", slip(0, 8, 30))).status, 200);
    assert_eq!(stand.get(&format!("{place}/TOKEN")).status, 404);
}

/// An open rating by one tap; the address of its page of thanks.
fn tapped(stand: &Stand, visit: u8) -> String {
    let sent = stand.rate(&format!("key={}&part=0&q-hai-long=4", key(visit)));
    assert_eq!(sent.status, 303);
    sent.field("location").to_owned()
}

/// Types a code on the page that the page of thanks leads to.
fn verify(stand: &Stand, thanks: &str, ticket: &str) -> Answer {
    let asking = stand.get(&format!("{thanks}/ma"));
    assert_eq!((asking.status, asking.field("cache-control")), (200, "no-store"));
    let form = forms(&asking.text()).remove(0);
    post(stand.address(), &form.action, &[], form.with(&[("ticket", ticket)]).as_bytes())
}

fn verified(stand: &Stand) -> usize {
    stored(stand).into_iter().filter(|one| one.submission.verified()).count()
}

#[test]
fn a_code_typed_after_the_tap_verifies_the_rating_that_is_kept() {
    let stand = Stand::new();
    let thanks = tapped(&stand, 1);
    let page = stand.get(&thanks).text();
    assert!(page.contains(&format!("href=\"{thanks}/ma\" rel=\"noreferrer\"")), "{page}");
    let asking = stand.get(&format!("{thanks}/ma")).text();
    assert!(asking.contains("đã được ghi nhận") && !asking.contains("role=\"alert\""), "{asking}");
    // Half an hour is enough, where an answer could be changed for two minutes only.
    stand.clock.store(NOW + ADD_WINDOW, Ordering::Relaxed);
    let slip = slip(0, 9, 30).grouped().to_lowercase();
    let sent = verify(&stand, &thanks, &slip);
    assert_eq!(sent.status, 303);
    let done = sent.field("location").to_owned();
    let text = stand.get(&done).text();
    assert!(text.contains("đã xác nhận đánh giá") && !text.contains("/ma\""), "{text}");
    assert!(text.contains("name=\"q-gop-y\""), "the rest of the survey is still asked");
    let kept = &stored(&stand)[0].submission;
    assert!(kept.verified() && kept.answers.len() == 1);
    // Whoever opens the address again is not asked again, and the old address spends nothing more.
    let again = done.split('?').next().unwrap();
    assert!(forms(&stand.get(&format!("{again}/ma")).text())[0].value("part") == "1");
    assert_eq!(verify(&stand, &thanks, &slip).status, 303);
    assert_eq!((stand.store.count().unwrap(), verified(&stand)), (1, 1));
    assert!(stand.store.compare_tallies().unwrap().is_empty());
}

#[test]
fn a_code_that_proves_nothing_leaves_the_rating_as_it_was() {
    let stand = Stand::new();
    let thanks = tapped(&stand, 1);
    let good = slip(0, 10, 30).to_string();
    assert_eq!(rate(&stand, 2, &good).status, 303);
    let cases = [
        (good, "đã được dùng"),
        (slip(1, 6, 30).to_string(), "dành cho quầy khác"),
        (slip(0, 5, -1).to_string(), "đã hết hạn"),
        ("K7F3A".to_owned(), "có 15 ký tự"),
    ];
    for (ticket, reason) in &cases {
        let refused = verify(&stand, &thanks, ticket);
        assert_eq!((refused.status, refused.field("cache-control")), (422, "no-store"), "{ticket}");
        let text = refused.text();
        assert!(text.contains(reason) && text.contains(ticket.as_str()), "{text}");
        assert!(text.contains("đã được ghi nhận") && !text.contains("chưa gửi đi"), "{text}");
        let form = forms(&text).remove(0);
        let skipped = form.with(&[("ticket", ticket), ("openly", "1")]);
        let skipped = post(stand.address(), &form.action, &[], skipped.as_bytes());
        assert_eq!(skipped.field("location"), thanks);
    }
    assert_eq!((stand.store.count().unwrap(), verified(&stand)), (2, 1));
    // Put right, it is taken; too late, it is not, nor asked for.
    let form = forms(&verify(&stand, &thanks, "K7F3A").text()).remove(0);
    let mended = form.with(&[("ticket", slip(0, 11, 30).as_str())]);
    assert_eq!(post(stand.address(), &form.action, &[], mended.as_bytes()).status, 303);
    assert_eq!(verified(&stand), 2);
    let third = tapped(&stand, 3);
    let form = forms(&stand.get(&format!("{third}/ma")).text()).remove(0);
    stand.clock.store(NOW + ADD_WINDOW + 1, Ordering::Relaxed);
    let late = form.with(&[("ticket", slip(0, 12, 30).as_str())]);
    assert_eq!(post(stand.address(), &form.action, &[], late.as_bytes()).status, 409);
    assert!(!stand.get(&third).text().contains("/ma\""));
    assert!(forms(&stand.get(&format!("{third}/ma")).text()).is_empty());
    assert_eq!(verified(&stand), 2);
}

#[test]
fn fifty_ratings_and_one_code_make_one_verified() {
    let stand = Stand::new();
    let pages: Vec<String> = (1..=50).map(|visit| tapped(&stand, visit)).collect();
    let code = slip(0, 13, 30).to_string();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let (stand, code) = (&stand, &code);
        let posts: Vec<_> = pages
            .iter()
            .map(|page| scope.spawn(move || verify(stand, page, code).status))
            .collect();
        posts.into_iter().map(|post| post.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 49, "{statuses:?}");
    assert_eq!((stand.store.count().unwrap(), verified(&stand)), (50, 1));
    assert!(stand.store.compare_tallies().unwrap().is_empty());
}

#[test]
fn going_back_and_typing_a_code_verifies_the_same_rating() {
    let stand = Stand::new();
    tapped(&stand, 1);
    stand.clock.store(NOW + ADD_WINDOW, Ordering::Relaxed);
    let code = slip(0, 14, 30).to_string();
    // Another face as well: too late for that, not for the code.
    assert_eq!(rate(&stand, 1, &code).status, 303);
    let kept = &stored(&stand)[0].submission;
    assert_eq!((kept.verified(), kept.answers.len()), (true, 1));
    assert_eq!(kept.answers[0].1, AnswerValue::Level(4));
    // A code that is spent is said to be so, though the rating is kept.
    tapped(&stand, 2);
    let refused = rate(&stand, 2, &code);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("đã được ghi nhận"), "{}", refused.text());
    assert_eq!((stand.store.count().unwrap(), verified(&stand)), (2, 1));
}
