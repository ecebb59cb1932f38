//! Ratings from the printed code to the row in the store.

use super::exchange::{Answer, post};
use super::forms::{hidden, key, stored};
use super::sample_release::{codes, desk};
use super::stand::{NOW, Stand};
use crate::feedback::{AnswerValue, Mark};
use crate::text::Slug;
use std::sync::atomic::Ordering;

#[test]
fn a_scan_becomes_a_rating_and_a_receipt() {
    let stand = Stand::new();
    let page = stand.get(&format!("/Q/{}", codes()[0]));
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"));
    assert_eq!(
        (page.field("etag"), page.field("content-length")),
        ("", &*page.body.len().to_string())
    );
    let text = page.text();
    let (key, stamp) = (hidden(&text, "key"), hidden(&text, "stamp"));
    assert!(!key.starts_with("0000") && stamp.len() == 64);
    stand.clock.store(NOW + 30_000, Ordering::Relaxed);
    let form = format!(
        "key={key}&stamp={stamp}&lang=vi&survey=nhanh-5&version=1&website=&q-hai-long=4\
         &q-ly-do=cho-lau&q-ly-do=nhanh-gon&q-gop-y=Ch%E1%BB%9D+l%C3%A2u"
    );
    let sent = stand.rate(&form);
    assert_eq!((sent.status, sent.field("cache-control")), (303, "no-store"));
    let location = sent.field("location").to_owned();
    assert!(location.starts_with(&format!("/cam-on/{}/", codes()[0])), "{location}");
    let thanks = stand.get(&location);
    assert_eq!((thanks.status, thanks.field("cache-control")), (200, "no-store"));
    let kept = stored(&stand).remove(0).submission;
    assert!(thanks.text().contains(&kept.receipt.grouped()));
    // Who reads the receipt aloud gives nothing away: it is not in the address.
    assert!(!location.contains(kept.receipt.as_str()));
    assert_eq!(kept.marks, []);
    assert_eq!(kept.received_at, NOW + 30_000);
    assert_eq!(kept.answers[2].1, AnswerValue::Text("Chờ lâu".into()));
    assert_eq!((kept.agency.as_str(), kept.code), ("phuong-vi-du", codes()[0]));
    assert_eq!(kept.point.as_ref().map(Slug::as_str), Some("trung-tam"));
}

#[test]
fn every_visit_has_a_key_of_its_own_and_packing_does_not_hide_it() {
    let stand = Stand::new();
    let target = format!("/Q/{}", codes()[0]);
    let one = stand.get_with(&target, &["Accept-Encoding: gzip, br"]);
    assert_eq!(one.field("content-encoding"), "gzip");
    assert_ne!(hidden(&one.text(), "key"), hidden(&stand.get(&target).text(), "key"));
}

#[test]
fn a_code_is_found_however_it_is_typed() {
    let stand = Stand::new();
    let code = codes()[0];
    let (small, (one, two)) = (code.as_str().to_lowercase(), code.as_str().split_at(3));
    let targets = [
        format!("/q/{small}"),
        format!("/Q/{one}-{two}"),
        format!("/q/{one}%20{two}/"),
        format!("/Q/{code}/"),
        format!("/Q/{code}/index.html"),
    ];
    for target in targets {
        let page = stand.get(&target);
        assert_eq!(page.status, 200, "{target}");
        assert!(page.text().contains("lang=\"vi\""));
    }
    let english = stand.get(&format!("/q/{small}/en.html"));
    assert!(english.status == 200 && hidden(&english.text(), "lang") == "en");
    let sent = stand.rate(&format!("key={}&lang=en&q-hai-long=5", key(1)));
    assert!(sent.field("location").starts_with("/en/cam-on/"), "{sent:?}");
    assert!(stand.get(sent.field("location")).text().contains("lang=\"en\""));
}

#[test]
fn sending_twice_at_once_fifty_times_is_one_rating() {
    let stand = Stand::new();
    let form = format!("key={}&q-hai-long=3", key(7));
    let locations: Vec<String> = std::thread::scope(|scope| {
        let posts: Vec<_> = (0..50).map(|_| scope.spawn(|| stand.rate(&form))).collect();
        posts.into_iter().map(|post| post.join().unwrap().field("location").to_owned()).collect()
    });
    let receipt = stored(&stand)[0].submission.receipt.grouped();
    for location in &locations {
        assert!(location.starts_with("/cam-on/") && stand.get(location).text().contains(&receipt));
    }
    assert_eq!(stand.store.count().unwrap(), 1);
    stand.rate(&format!("key={}&q-hai-long=3", key(8)));
    assert_eq!(stand.store.count().unwrap(), 2);
}

#[test]
fn a_page_without_a_key_asks_once_more_and_counts_once() {
    let stand = Stand::new();
    let form = format!(
        "key={}&stamp={}&q-hai-long=2&q-ly-do=cho-lau&q-gop-y=%22%3E%3Cb%3E",
        "0".repeat(32),
        "0".repeat(64)
    );
    let page = stand.rate(&form);
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"));
    let text = page.text();
    assert_eq!(stand.store.count().unwrap(), 0);
    assert_eq!(hidden(&text, "q-hai-long"), "2");
    assert_eq!(hidden(&text, "q-ly-do"), "cho-lau");
    assert!(!text.contains("<b>"), "{text}");
    let again = format!("key={}&q-hai-long=2&q-ly-do=cho-lau", hidden(&text, "key"));
    assert_eq!((stand.rate(&again).status, stand.rate(&again).status), (303, 303));
    assert_eq!(stored(&stand).len(), 1);
    assert_eq!(stored(&stand)[0].submission.marks, [Mark::NoStamp]);
}

#[test]
fn a_slip_comes_back_with_all_that_was_typed() {
    let stand = Stand::new();
    let key = key(3);
    let comment = |count: usize| "<i>\"".to_owned() + &"ờ".repeat(count);
    let form = |comment: &str| {
        let escaped =
            comment.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"));
        format!("key={key}&q-hai-long=1&q-ly-do=cho-lau&q-gop-y={escaped}")
    };
    let html = "<script>alert(1)</script>".repeat(200);
    for long in [comment(501), comment(1_500), html] {
        let answer = stand.rate(&form(&long));
        assert_eq!((answer.status, answer.field("cache-control")), (422, "no-store"));
        let text = answer.text();
        let shown = long.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        assert!(text.contains(&shown.replace('/', "&#x2F;")) || text.contains(&shown), "{text}");
        assert!(!text.contains("<i>") && !text.contains("<script>alert"));
        assert!(text.contains("value=\"1\" checked") && text.contains("value=\"cho-lau\" checked"));
        assert_eq!(hidden(&text, "key"), key);
    }
    let too_long = stand.rate(&form(&comment(5_000)));
    assert_eq!(too_long.status, 413);
    assert!(too_long.text().contains("0200 000 0001"));
    let twice = stand.rate(&format!("key={key}&q-hai-long=4&q-hai-long=5"));
    assert_eq!(twice.status, 422);
    assert_eq!(stand.rate(&format!("key={key}&q-hai-long=4&ho-ten=Lan")).status, 422);
    assert_eq!(stand.rate("").status, 422);
    assert_eq!(stand.store.count().unwrap(), 0);
}

#[test]
fn a_trap_that_was_stepped_into_looks_like_thanks_and_is_marked() {
    let stand = Stand::new();
    let sent =
        stand.rate(&format!("key={}&q-hai-long=5&website=http%3A%2F%2Fspam.example", key(4)));
    assert_eq!(sent.status, 303);
    assert_eq!(stored(&stand)[0].submission.marks, [Mark::NoStamp, Mark::Honeypot]);
}

#[test]
fn only_the_site_itself_may_read_an_answer_from_elsewhere() {
    let mut elsewhere = desk();
    elsewhere.site.feedback = Some("http://gopy.minhhoa.example".into());
    let stand = Stand::with(&elsewhere, None);
    let target = format!("/Q/{}", codes()[0]);
    let from = |origin: &str, body: &str| -> Answer {
        let field = format!("Origin: {origin}");
        post(stand.address(), &target, &[&field], body.as_bytes())
    };
    let form = format!("key={}&q-hai-long=5", key(5));
    let site = from("https://niemyet.minhhoa.example", &form);
    assert_eq!(site.field("access-control-allow-origin"), "https://niemyet.minhhoa.example");
    assert_eq!(site.field("access-control-allow-credentials"), "");
    let other = from("https://evil.example", &form);
    assert_eq!((other.status, other.field("access-control-allow-origin")), (403, ""));
    let there = ["Host: gopy.minhhoa.example"];
    let thanks = stand.get_with(site.field("location"), &there);
    let policy = thanks.field("content-security-policy").to_owned();
    assert!(policy.contains("form-action 'self' http://gopy.minhhoa.example;"), "{policy}");
    let thanks = thanks.text();
    assert!(
        thanks.contains("href=\"https://niemyet.minhhoa.example/don-vi/phuong-vi-du.html\""),
        "{thanks}"
    );
    assert!(
        stand.get(site.field("location")).text().contains("href=\"/don-vi/phuong-vi-du.html\"")
    );
}
