//! Brotli that comes late: what readers get, what is kept, and what happens when somebody comes between.

use std::io::Read;

use super::*;
use crate::release::{CachePolicy, Day, Mark, Media, Slot, SlotKind, Validity};
use crate::site::{CompressionPlan, Page, ReleaseSink, Sink};

fn text(title: &str) -> String {
    format!("<!doctype html><title>{title}</title>{}", "<p>Nộp hồ sơ tại quầy.</p>".repeat(40))
}

/// Publishes three pages, a small file, a rating page with a slot, and something internal.
fn build(folder: &Folder, title: &str, plan: CompressionPlan) -> IndexName {
    let publisher = folder.publisher().unwrap();
    let sink = ReleaseSink::new(&publisher, plan).unwrap();
    let slot = [Slot { offset: 20, len: 4, kind: SlotKind::Key }];
    let put = |path: &str, media, cache, slots: &[Slot], body: &str| {
        let (validity, bytes) = (Validity::ALWAYS, body.as_bytes());
        let mark = Mark::of(bytes);
        sink.put(&Page { path, bytes, mark, media, cache, validity, slots }).unwrap();
    };
    for path in ["a.html", "b.html", "404.html"] {
        put(path, Media::Html, CachePolicy::Page, &[], &text(&format!("{title} {path}")));
    }
    put("robots.txt", Media::Text, CachePolicy::Page, &[], "User-agent: *\n");
    put("q.html", Media::Html, CachePolicy::Page, &slot, &text("q"));
    put("x.json", Media::Json, CachePolicy::Internal, &[], &text("x"));
    sink.publish("Minh Họa", Mark::of(title.as_bytes())).unwrap();
    folder.current().unwrap()
}

fn unpacked(release: &OpenRelease, path: &str) -> Option<String> {
    let entry = release.find(path, Day(20_000)).unwrap();
    let packed = release.body(entry.bodies.get(Coding::Brotli)?).unwrap();
    let mut plain = String::new();
    brotli::Decompressor::new(&packed[..], 4096).read_to_string(&mut plain).unwrap();
    Some(plain)
}

fn go(folder: &Folder, name: IndexName) -> (Packed, Vec<IndexName>) {
    let mut posted = Vec::new();
    let end = pack_late(folder, name, &AtomicBool::new(false), |release| {
        posted.push(release.name());
    });
    (end.unwrap(), posted)
}

#[test]
fn what_lacks_brotli_gets_it_once_and_the_next_build_keeps_it() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let quick = build(&folder, "một", CompressionPlan::QUICK);
    let before = folder.open(quick).unwrap();
    assert_eq!(unpacked(&before, "a.html"), None);
    let (end, posted) = go(&folder, quick);
    assert_eq!((end, posted.len()), (Packed::All(3), 1));
    assert_eq!(folder.current().unwrap(), posted[0]);
    let after = folder.open_current().unwrap();
    after.verify().unwrap();
    assert_eq!(unpacked(&after, "a.html"), Some(text("một a.html")));
    for path in ["robots.txt", "q.html"] {
        assert_eq!(unpacked(&after, path), None, "{path}");
    }
    assert_eq!(after.index().len(), before.index().len());
    for (one, other) in before.index().entries().zip(after.index().entries()) {
        assert_eq!((one.path, one.etag, one.status), (other.path, other.etag, other.status));
        assert!(one.slots().eq(other.slots()));
        for coding in [Coding::Identity, Coding::Gzip] {
            let bytes = |release: &OpenRelease, view: &EntryView<'_>| {
                release.body(view.bodies.get(coding)?)
            };
            assert_eq!(bytes(&before, &one), bytes(&after, &other));
        }
    }
    assert_eq!(go(&folder, posted[0]), (Packed::All(0), Vec::new()));
    let again = build(&folder, "một", CompressionPlan::QUICK);
    assert_eq!(go(&folder, again), (Packed::All(0), Vec::new()));
    let edited = build(&folder, "hai", CompressionPlan::THOROUGH);
    assert_eq!(go(&folder, edited), (Packed::All(0), Vec::new()));
}

#[test]
fn asked_to_stop_it_leaves_everything_as_it_was() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let name = build(&folder, "một", CompressionPlan::QUICK);
    let end = pack_late(&folder, name, &AtomicBool::new(true), |_| panic!("posted"));
    assert_eq!((end.unwrap(), folder.current().unwrap()), (Packed::Stopped, name));
}

#[test]
fn a_newer_release_is_never_replaced() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let old = build(&folder, "một", CompressionPlan::QUICK);
    let new = build(&folder, "hai", CompressionPlan::QUICK);
    assert_eq!(go(&folder, old), (Packed::Overtaken, Vec::new()));
    assert_eq!(folder.current().unwrap(), new);
}

#[test]
fn it_waits_for_another_publisher_and_stops_waiting_when_asked() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::new(place.path());
    let name = build(&folder, "một", CompressionPlan::QUICK);
    let held = folder.publisher().unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let work = scope.spawn(|| pack_late(&folder, name, &stop, |_| panic!("posted")));
        sleep(Duration::from_millis(300));
        assert!(!work.is_finished());
        stop.store(true, Ordering::Relaxed);
        assert_eq!(work.join().unwrap().unwrap(), Packed::Stopped);
    });
    drop(held);
    assert_eq!(go(&folder, name).0, Packed::All(3));
}
