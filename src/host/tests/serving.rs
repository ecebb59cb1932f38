//! Pages and files as they are served.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::exchange::ask;
use super::sample_release::{SWITCH, codes, desk, page_text, publish};
use super::stand::Stand;
use crate::host::Posted;

#[test]
fn a_page_is_served_in_the_coding_that_is_welcome() {
    let stand = Stand::new();
    let plain = stand.get("/thu-tuc/1.000894.html");
    assert_eq!((plain.status, plain.field("content-encoding")), (200, ""));
    assert_eq!(plain.field("content-type"), "text/html; charset=utf-8");
    assert_eq!(plain.field("cache-control"), "no-cache");
    assert_eq!(plain.field("vary"), "Accept-Encoding");
    assert_eq!(plain.text(), page_text("thu-tuc/1.000894.html"));
    let gzip = stand.get_with("/thu-tuc/1.000894.html", &["Accept-Encoding: gzip"]);
    assert_eq!(gzip.field("content-encoding"), "gzip");
    assert_eq!(gzip.text(), plain.text());
    let brotli = stand.get_with("/thu-tuc/1.000894.html", &["Accept-Encoding: gzip, br"]);
    assert_eq!(brotli.field("content-encoding"), "br");
    assert_eq!(brotli.body, b"brotli of thu-tuc/1.000894.html");
    let tags = [&plain, &gzip, &brotli].map(|answer| answer.field("etag"));
    assert!(
        tags.iter().all(|tag| tag.starts_with('"')) && tags[0] != tags[1] && tags[1] != tags[2]
    );
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let stand = Stand::new();
    let tag = stand.get("/index.html").field("etag").to_owned();
    let again = |field: &str| stand.get_with("/index.html", &[field]);
    for known in [&format!("\"x\", {tag}"), &format!("W/{tag}"), "*"] {
        let answer = again(&format!("If-None-Match: {known}"));
        assert_eq!((answer.status, answer.body.len()), (304, 0), "{known}");
        assert_eq!((answer.field("etag"), answer.field("cache-control")), (&*tag, "no-cache"));
        assert_eq!(answer.field("content-length"), "");
    }
    assert_eq!(again("If-None-Match: \"x\"").status, 200);
}

#[test]
fn a_head_tells_the_length_and_sends_nothing() {
    let stand = Stand::new();
    let get = stand.get("/index.html");
    let head = ask(stand.address(), "HEAD", "/index.html", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.field("content-length"), get.body.len().to_string());
    assert_eq!(head.field("etag"), get.field("etag"));
}

#[test]
fn a_file_can_be_resumed_and_is_kept() {
    let stand = Stand::new();
    let target = "/bieu-mau/t%E1%BB%9D%20khai.pdf";
    let whole = stand.get(target);
    assert_eq!((whole.status, whole.field("content-type")), (200, "application/pdf"));
    assert_eq!(whole.field("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(whole.field("accept-ranges"), "bytes");
    let part = stand.get_with(target, &["Range: bytes=2-4"]);
    assert_eq!((part.status, &*part.body), (206, &b"234"[..]));
    assert_eq!(part.field("content-range"), "bytes 2-4/10");
    let beyond = stand.get_with(target, &["Range: bytes=10-"]);
    assert_eq!((beyond.status, beyond.field("content-range")), (416, "bytes */10"));
    let many = stand.get_with(target, &["Range: bytes=0-1,3-4"]);
    assert_eq!((many.status, many.body.len()), (200, 10));
    let tag = format!("If-Range: {}", whole.field("etag"));
    assert_eq!(stand.get_with(target, &["Range: bytes=0-1", &tag]).status, 206);
    assert_eq!(stand.get_with(target, &["Range: bytes=0-1", "If-Range: \"x\""]).status, 200);
    let binary = stand.get("/bieu-mau/cai-dat.bin");
    assert_eq!(binary.field("content-disposition"), "attachment");
}

#[test]
fn every_way_of_writing_an_address_leads_to_the_one() {
    let stand = Stand::new();
    let leads = |target: &str| {
        let answer = stand.get(target);
        (answer.status, answer.field("location").to_owned())
    };
    let page = (301, "/thu-tuc/1.000894.html".to_owned());
    for target in
        ["/thu-tuc/1.000894", "/thu-tuc/1.000894/", "/thu-tuc/1.000894.html/", "/thu-tuc/cu"]
    {
        assert_eq!(leads(target), page, "{target}");
    }
    assert_eq!(leads("/thu-tuc/1.000894?in=1").1, "/thu-tuc/1.000894.html?in=1");
    assert_eq!(leads("/en"), (301, "/en/".into()));
    for target in ["/", "/en/", "/index.html", "/thu-tuc/1.000894.html?x"] {
        assert_eq!(leads(target), (200, String::new()), "{target}");
    }
    assert_eq!(leads("/bieu-mau/t%E1%BB%9D%20khai.pdf/").1, "/bieu-mau/t%E1%BB%9D%20khai.pdf");
}

#[test]
fn what_is_not_there_is_said_in_the_language_of_the_path() {
    let stand = Stand::new();
    let missing = stand.get("/thu-tuc/9.999999.html");
    assert_eq!((missing.status, missing.field("etag")), (404, ""));
    assert!(missing.text().contains("Không tìm thấy"));
    assert!(stand.get("/en/nowhere").text().contains("Not found"));
    assert_eq!(stand.get("/desk.postcard").status, 404);
    assert_eq!(stand.get("/theme.postcard").status, 404);
}

#[test]
fn an_edition_changes_over_at_midnight_in_vietnam() {
    let stand = Stand::new();
    let midnight = i64::from(SWITCH.0) * 86_400_000 - 7 * 3_600_000;
    let shown = |now| {
        stand.clock.store(now, Ordering::Relaxed);
        stand.get("/thu-tuc/2.000001.html").text()
    };
    assert!(shown(midnight - 1).contains("bản cũ"));
    assert!(shown(midnight).contains("bản mới"));
}

#[test]
fn a_new_release_is_posted_while_the_host_runs() {
    let stand = Stand::new();
    let mut changed = desk();
    changed.places.retain(|place| place.code == codes()[0]);
    let before = stand.get("/healthz").text();
    let release = publish(&stand.dir.path().join("release"), &changed);
    stand.board.post(Posted::open(release).unwrap());
    assert_ne!(stand.get("/healthz").text(), before);
    assert_eq!(stand.get(&format!("/Q/{}", codes()[1])).status, 404);
}

#[test]
fn both_loopback_addresses_answer_on_one_port() {
    let stand = Stand::new();
    let addresses = stand.addresses().to_vec();
    for address in &addresses {
        assert_eq!(ask(*address, "GET", "/", &[]).status, 200, "{address}");
        assert_eq!(address.port(), addresses[0].port());
    }
    stand.stop();
}

#[test]
fn what_is_the_same_in_the_next_release_is_shared_and_what_is_not_is_read_anew() {
    let dir = tempfile::tempdir().unwrap();
    let posted = Posted::open(publish(dir.path(), &desk())).unwrap();
    let same = posted.follow(publish(dir.path(), &desk())).unwrap();
    assert!(Arc::ptr_eq(&posted.desk, &same.desk) && Arc::ptr_eq(&posted.pages, &same.pages));
    let mut changed = desk();
    changed.site.sample = false;
    let changed = posted.follow(publish(dir.path(), &changed)).unwrap();
    assert!(!Arc::ptr_eq(&posted.desk, &changed.desk) && !changed.desk.site.sample);
}
