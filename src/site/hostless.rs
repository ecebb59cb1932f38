//! A site that no host answers for: a folder on a plain web server, or opened from a disk. No page of it leads to what
//! only a host makes; pages say whom to call instead.

use super::whole_site::{attributes, build};
use crate::release::Media;
use crate::theme::invented::{day, publication};

#[test]
fn without_a_host_no_page_leads_to_what_a_host_makes() {
    let mut publication = publication();
    publication.site.hosted = false;
    let mut told = 0;
    for ((path, _), kept) in build(&publication, day()) {
        if kept.media != Media::Html {
            continue;
        }
        for href in attributes(&kept.html, " href=\"") {
            let dead = ["phan-anh", "bao-tin", "trang-sai", "tra-cuu"];
            let mut parts = href.split(['/', '?', '#']);
            assert!(!parts.any(|part| dead.contains(&part)), "{path}: {href}");
        }
        told += usize::from(kept.html.contains("đường dây nóng ở cuối trang"));
    }
    // No form either, which would lose what is typed: a plain web server takes none.
    let mut codes = 0;
    for ((path, _), kept) in build(&publication, day()) {
        if kept.media == Media::Html {
            assert!(!kept.html.contains("method=\"post\""), "{path}");
            codes += usize::from(kept.html.contains("không nhận đánh giá qua mạng"));
        }
    }
    assert!(codes > 0);
    // Agencies, counters and procedures say whom to call instead.
    assert!(told > 10, "{told}");
}

#[test]
fn with_an_endpoint_elsewhere_those_links_lead_there() {
    let mut publication = publication();
    publication.site.feedback = Some("https://gopy.minhhoa.example".into());
    let mut led = 0;
    for ((path, _), kept) in build(&publication, day()) {
        for href in attributes(&kept.html, " href=\"") {
            let host_made = ["/phan-anh", "/bao-tin/", "/tra-cuu", "/trang-sai"];
            if host_made.iter().any(|word| href.contains(word)) {
                assert!(href.starts_with("https://gopy.minhhoa.example/"), "{path}: {href}");
                led += 1;
            }
        }
    }
    assert!(led > 100, "{led}");
}
