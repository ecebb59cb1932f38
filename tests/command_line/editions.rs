//! Editions by date: what a build on a day says, and what one release answers on different days.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use niemyet::feedback::Secret;
use niemyet::host::{Board, HostSettings, Posted, start};
use niemyet::release::Folder;
use niemyet::store::{DataFolder, SqliteStore};

use super::site::{MARRIAGE, Site, procedure};

const PAGE: &str = "thu-tuc/1.000894.html";
/// The first moment of 22 November 2026 in Vietnam, in milliseconds UTC.
const MIDNIGHT: i64 = 1_795_280_400_000;
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// One edition that is over, one in force since June 2026, one that comes in March 2027.
fn three() -> Site {
    let edition = |name| procedure(name, "");
    Site::sound()
        .with(MARRIAGE, procedure("Kết hôn bản cũ", "effective_from: 2020-09-04\n"))
        .with("procedures/ho-tich/1.000894@2026-06-01.yaml", edition("Kết hôn bản nay"))
        .with("procedures/ho-tich/1.000894@2027-03-01.yaml", edition("Kết hôn bản sau"))
}

fn built_on(site: &Site, day: &str) -> String {
    let ran = site.run(&["build", "--as-of", day]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    site.page(PAGE)
}

#[test]
fn a_build_says_what_its_day_asks_for() {
    let site = three();
    let heading = |name: &str| format!("<h1>{name}</h1>");
    for (day, name, next) in [
        ("2026-05-31", "Kết hôn bản cũ", Some("01/06/2026")),
        ("2026-06-01", "Kết hôn bản nay", Some("01/03/2027")),
        ("2027-02-28", "Kết hôn bản nay", Some("01/03/2027")),
        ("2027-03-01", "Kết hôn bản sau", None),
    ] {
        let page = built_on(&site, day);
        assert!(page.contains(&heading(name)), "{day}: not {name}");
        let notice = page.split("class=\"note\">").nth(1);
        let notice = notice.and_then(|rest| rest.split("</p>").next());
        match next {
            Some(next) => {
                assert!(notice.is_some_and(|one| one.contains(next)), "{day}: {notice:?}");
            }
            None => assert_eq!(notice, None, "{day}"),
        }
        for list in ["a-z.html", "linh-vuc/ho-tich.html", "don-vi/xa-thu.html"] {
            let list_page = site.page(list);
            assert!(list_page.contains(&format!(">{name}<")), "{day}: {list}");
            assert_eq!(list_page.matches("Kết hôn bản").count(), 1, "{day}: {list}");
        }
        // Every edition can be read at its own date, whatever day it is.
        for (dated, name) in [
            ("2020-09-04", "Kết hôn bản cũ"),
            ("2026-06-01", "Kết hôn bản nay"),
            ("2027-03-01", "Kết hôn bản sau"),
        ] {
            let page = site.page(&format!("thu-tuc/1.000894/{dated}.html"));
            assert!(page.contains(&heading(name)), "{day}: {dated}");
        }
    }
}

#[test]
fn one_release_answers_by_the_calendar() {
    let site = three();
    built_on(&site, "2026-11-22");
    let release = Folder::new(site.output().join("release")).open_current().unwrap();
    let data = tempfile::tempdir().unwrap();
    let folder = DataFolder::prepare(data.path()).unwrap();
    let random: niemyet::store::Randomness = Arc::new(|bytes| bytes.fill(7));
    let clock = Arc::new(AtomicI64::new(MIDNIGHT));
    let told = Arc::clone(&clock);
    let running = start(HostSettings {
        listen: vec!["127.0.0.1:0".parse().unwrap()],
        encryption: None,
        board: Board::new(Posted::open(release).unwrap()),
        store: Arc::new(SqliteStore::open(&folder, Arc::clone(&random)).unwrap()),
        secret: Secret::new([9; 32]),
        clock: Arc::new(move || told.load(Ordering::Relaxed)),
        random,
        letter_setter: None,
        proxies: Vec::new(),
        names: Vec::new(),
        watchers: Vec::new(),
        https_days: 0,
        watched: None,
        crowd: 50,
        connections: 100,
        workers: 1,
    })
    .unwrap();
    let address = running.addresses()[0];
    let ask = |after: i64| {
        clock.store(MIDNIGHT + after, Ordering::Relaxed);
        let answer = ureq::get(format!("http://{address}/{PAGE}")).call().unwrap();
        answer.into_body().read_to_string().unwrap()
    };
    // 1 March 2027 is 99 days later.
    for (after, name) in [
        (0, "Kết hôn bản nay"),
        (99 * DAY - 1, "Kết hôn bản nay"),
        (99 * DAY, "Kết hôn bản sau"),
        (400 * DAY, "Kết hôn bản sau"),
        // A clock that is set back finds the edition of its day again.
        (DAY, "Kết hôn bản nay"),
    ] {
        assert!(ask(after).contains(&format!("<h1>{name}</h1>")), "{after}: not {name}");
    }
    running.stop(true).unwrap();
}

#[test]
fn gaps_and_overlaps_are_told_with_their_line() {
    for (ends, code) in [("2026-04-30", "N310"), ("2026-06-01", "N309")] {
        let more = format!("effective_from: 2020-09-04\neffective_to: {ends}\n");
        let site = three().with(MARRIAGE, procedure("Kết hôn bản cũ", &more));
        let ran = site.run(&["check", "--as-of", "2026-11-22"]);
        assert_eq!(ran.code, 1, "{}", ran.out);
        assert!(ran.out.contains(code), "{}", ran.out);
        assert!(ran.out.contains("1.000894.yaml:19:"), "{}", ran.out);
    }
    let whole = "effective_from: 2020-09-04\neffective_to: 2026-05-31\n";
    let site = three().with(MARRIAGE, procedure("Kết hôn bản cũ", whole));
    assert_eq!(site.run(&["surveys", "record"]).code, 0);
    let ran = site.run(&["check", "--deny", "warnings", "--as-of", "2026-11-22"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}
