//! Ratings that cannot be taken, and how that is said.

use std::sync::Arc;

use super::exchange::post;
use super::feigned_store::FeignedStore;
use super::forms::key;
use super::sample_release::{codes, desk};
use super::stand::{NOW, Stand};
use crate::feedback::sample::slug;
use crate::feedback::{Claim, Key, Secret};
use crate::store::{Health, Store, StoreError};

/// A store that keeps nothing, because it is busy or because it has stopped.
fn full(stopped: bool) -> Arc<dyn Store> {
    let trouble = stopped.then(|| "disk I/O error".to_owned());
    FeignedStore::shared(Health { accepting: !stopped, trouble, waiting: 4096 }, move |_| {
        let error =
            if stopped { StoreError::Stopped("đĩa hỏng".into()) } else { StoreError::Busy };
        Box::pin(async { Err(error) })
    })
}

const FORM: &str = "key=11111111111111111111111111111111&q-hai-long=4&q-gop-y=Ch%E1%BB%9D";

#[test]
fn a_store_that_is_full_hands_the_form_back_whole() {
    for stopped in [false, true] {
        let stand = Stand::with(&desk(), Some(full(stopped)));
        let answer = stand.rate(FORM);
        assert_eq!((answer.status, answer.field("retry-after")), (503, "5"));
        let text = answer.text();
        assert!(text.contains("value=\"4\" checked") && text.contains(">Chờ</textarea>"), "{text}");
        assert!(text.contains("value=\"11111111111111111111111111111111\""));
        // Also what the page of the part that was sent has no room for.
        let more = stand.rate(&format!("{FORM}&part=0")).text();
        assert!(more.contains("value=\"4\" checked") && more.contains(">Chờ</textarea>"), "{more}");
        let tapped = stand.rate("key=11111111111111111111111111111111&q-hai-long=4&part=0").text();
        assert!(tapped.contains("name=\"part\" value=\"0\"") && !tapped.contains("</textarea>"));
        let health = stand.get("/healthz");
        assert_eq!(health.status, if stopped { 503 } else { 200 });
        assert_eq!(health.text().contains("disk I/O error"), stopped);
    }
}

#[test]
fn pages_made_at_run_time_have_the_foot_and_the_language_of_all_others() {
    let stand = Stand::with(&desk(), Some(full(false)));
    let [code, closed, unknown] = codes();
    let kind = "Content-Type: application/x-www-form-urlencoded";
    for (end, pages, title) in
        [("", "/trang/", "Giới thiệu trang"), ("/en.html", "/en/trang/", "Giới thiệu trang")]
    {
        let language = if end.is_empty() { "vi" } else { "en" };
        let target = |code: &str| format!("/Q/{code}{end}");
        let send = |fields: &[&str], body: &str| {
            post(stand.address(), &target(code.as_str()), fields, body.as_bytes())
        };
        let key = Key([1; 16]);
        let claim = Claim { key, at: NOW, version: 1, chosen: 4, verified: false };
        let claim = claim.write(&Secret::new([9; 32]), &code, &slug("nhanh-5"));
        let tag = if language == "vi" { "" } else { "/en" };
        let thanks = format!("{tag}/cam-on/{code}/nhanh-5/{claim}/1");
        let answers = [
            (stand.get(&thanks), 200),
            (stand.get(&target(closed.as_str())), 410),
            (stand.get(&target(unknown.as_str())), 404),
            (send(&[], "key=&q-hai-long=9"), 422),
            (send(&[], "q-hai-long=4"), 200),
            (send(&[], FORM), 503),
            (send(&["Content-Type: text/plain"], FORM), 415),
            (send(&[kind, "Content-Encoding: gzip"], FORM), 415),
            (send(&[], "key=%ff"), 400),
            (send(&["Origin: https://evil.example"], FORM), 403),
        ];
        for (answer, status) in answers {
            let text = answer.text();
            assert_eq!(answer.status, status, "{text}");
            assert!(text.contains(&format!("<html lang=\"{language}\"")), "{status} {text}");
            assert!(text.contains(&format!("href=\"{pages}gioi-thieu.html\"")), "{status} {text}");
            assert!(text.contains(title) && text.contains("0200 000 0009"), "{status} {text}");
        }
    }
}

#[test]
fn a_code_that_opens_nothing_says_why_and_whom_to_call() {
    let stand = Stand::new();
    let [open, closed, unknown] = codes();
    for post_too in [false, true] {
        let ask = |code: &str| {
            let target = format!("/Q/{code}");
            if post_too {
                post(stand.address(), &target, &[], FORM.as_bytes())
            } else {
                stand.get(&target)
            }
        };
        let retired = ask(closed.as_str());
        let text = retired.text();
        assert_eq!((retired.status, retired.field("cache-control")), (410, "no-store"));
        assert!(text.contains("0200 000 0001") && text.contains(&format!("/Q/{open}")), "{text}");
        // Not only another code, but where to go with what this counter did.
        assert!(text.contains("nay làm tại") && text.contains("Quầy 1"), "{text}");
        assert_eq!(ask(unknown.as_str()).status, 404);
        let mistyped = ask("AAAAAAA");
        assert_eq!(mistyped.status, 404);
        assert!(!mistyped.text().contains("AAAAAAA"));
    }
    assert_eq!(stand.get(&format!("/Q/{open}/TOKEN")).status, 404);
    assert_eq!(stand.store.count().unwrap(), 0);
}

#[test]
fn a_claim_that_is_none_of_ours_opens_nothing() {
    let stand = Stand::new();
    let code = codes()[0];
    let sent = stand.rate(&format!("key={}&q-hai-long=4", key(1)));
    let good = sent.field("location").to_owned();
    assert_eq!(stand.get(&good).status, 200);
    let claim = good.split('/').nth(4).unwrap();
    let flipped = claim.replacen(['0', '1'], "2", 1);
    for target in [
        format!("/cam-on/{code}/7KX4Q2MB"),
        format!("/cam-on/{code}/nhanh-5/{flipped}/1"),
        format!("/cam-on/{code}/moi-loai/{claim}/1"),
        format!("/cam-on/{}/nhanh-5/{claim}/1", codes()[1]),
        format!("/cam-on/{}/nhanh-5/{claim}/1", codes()[2]),
        format!("/cam-on/{code}/nhanh-5/{claim}/1/1"),
        format!("/cam-on/{code}/nhanh-5/{claim}/x"),
        format!("/cam-on/{code}/%3Cscript%3E/{claim}"),
        "/cam-on/x/nhanh-5/1".to_owned(),
    ] {
        assert_eq!(stand.get(&target).status, 404, "{target}");
    }
}

#[test]
fn only_forms_are_taken() {
    let stand = Stand::new();
    let target = format!("/Q/{}", codes()[0]);
    let send = |fields: &[&str], body: &[u8]| post(stand.address(), &target, fields, body).status;
    let kind = "Content-Type: application/x-www-form-urlencoded";
    assert_eq!(send(&["Content-Type: application/json"], b"{}"), 415);
    assert_eq!(send(&["Content-Type: multipart/form-data; boundary=x"], b""), 415);
    assert_eq!(send(&[kind, "Content-Encoding: gzip"], b"\x1f\x8b"), 415);
    assert_eq!(
        send(&["Content-Type: application/x-www-form-urlencoded; charset=utf-16"], b""),
        415
    );
    assert_eq!(
        send(&["Content-Type: Application/X-WWW-Form-Urlencoded;charset=UTF-8"], FORM.as_bytes()),
        303
    );
    assert_eq!(send(&[], b"key=%ff&q-hai-long=4"), 400);
    assert_eq!(send(&[], b"q-gop-y=\xc3\x28"), 400);
    assert_eq!(send(&[], &vec![b'a'; 10 * 1024 * 1024]), 413);
}
