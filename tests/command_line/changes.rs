//! What changed: `diff` between folders, revisions, the last release and editions; the sheets to print again; the page
//! of changes and its feeds; what is announced before a coming edition, and when.

use std::fs;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use niemyet::feedback::Secret;
use niemyet::host::{Board, HostSettings, Posted, start};
use niemyet::release::Folder;
use niemyet::store::{DataFolder, SqliteStore};

use super::site::{MARRIAGE, Site, procedure};

const COMING: &str = "procedures/ho-tich/1.000894@2027-03-01.yaml";
const PAGE: &str = "thu-tuc/1.000894.html";

/// A procedure with a fee at the counter.
fn with_fee(amount: &str) -> String {
    let fee = format!("fees: [{{id: le-phi, kind: charge, amount: {amount}}}]");
    procedure("Đăng ký kết hôn", "").replace("fees: none", &fee)
}

/// A fee of 8,000 now, of 15,000 from 1 March 2027.
fn coming() -> Site {
    Site::sound().with(MARRIAGE, with_fee("8000 VND")).with(COMING, with_fee("15000 VND"))
}

fn diff(site: &Site, arguments: &[&str]) -> String {
    let ran = site.run(&[&["diff", "--as-of", "2026-11-22"], arguments].concat());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    ran.out
}

fn json(site: &Site, arguments: &[&str]) -> serde_json::Value {
    let said = diff(site, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&said).unwrap()
}

/// The sheets to print again, `kind agency/subject day`.
fn sheets(told: &serde_json::Value) -> Vec<String> {
    let text = |one: &serde_json::Value| one.as_str().unwrap_or("-").to_owned();
    let all = told["reprint"].as_array().unwrap().iter();
    let mut all: Vec<_> = all
        .map(|one| {
            let [sheet, agency, subject, from] =
                ["sheet", "agency", "subject", "from"].map(|key| text(&one[key]));
            format!("{sheet} {agency}/{subject} {from}")
        })
        .collect();
    all.sort();
    all
}

fn built(site: &Site, day: &str) -> String {
    let ran = site.run(&["build", "--as-of", day]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    ran.out
}

#[test]
fn one_fee_changes_one_page_and_exactly_its_sheets() {
    let site = Site::sound().with(MARRIAGE, with_fee("8000 VND"));
    built(&site, "2026-11-22");
    let nothing = json(&site, &[]);
    assert!(nothing["procedures"].as_array().unwrap().is_empty(), "{nothing:#}");
    assert!(sheets(&nothing).is_empty(), "{nothing:#}");
    site.put(MARRIAGE, with_fee("20000 VND"));
    let told = json(&site, &[]);
    assert_eq!(told["procedures"].as_array().unwrap().len(), 1, "{told:#}");
    let change = &told["procedures"][0]["changes"][0];
    assert_eq!((&change["aspect"], &change["weight"]), (&"fee".into(), &"substance".into()));
    assert_eq!(
        change["said"]["vi"],
        "Phí, lệ phí (tại quầy): từ 8.000 đồng (lệ phí) thành 20.000 đồng (lệ phí)"
    );
    assert_eq!(sheets(&told), ["board xa-thu/- -", "procedure xa-thu/1.000894 -"]);
    let human = diff(&site, &[]);
    for words in ["2 sheets to print again", "To hang at once:", "VND 8,000", "1.000894"] {
        assert!(human.contains(words), "{words}: {human}");
    }
    let markdown = diff(&site, &["--format", "markdown"]);
    assert!(markdown.starts_with("# Compared: the last release → "), "{markdown}");
    assert!(markdown.contains("### 1.000894 Đăng ký kết hôn"), "{markdown}");
}

#[test]
fn what_is_only_said_otherwise_is_wording_and_still_printed_again() {
    let site = Site::sound();
    built(&site, "2026-11-22");
    let other = procedure("Đăng ký kết hôn", "").replace("Nộp hồ sơ.", "Nộp đủ hồ sơ.");
    site.put(MARRIAGE, other);
    let told = json(&site, &[]);
    assert_eq!(told["procedures"][0]["changes"][0]["weight"], "wording", "{told:#}");
    assert_eq!(sheets(&told), ["procedure xa-thu/1.000894 -"], "the board names no steps");
}

#[test]
fn a_hotline_touches_what_carries_it_and_a_comment_nothing() {
    let site = Site::sound();
    built(&site, "2026-11-22");
    let agency = fs::read_to_string(site.path("agencies/xa-thu/agency.yaml")).unwrap();
    site.put("agencies/xa-thu/agency.yaml", format!("# one remark\n{agency}"));
    site.put(MARRIAGE, format!("# another\n{}", procedure("Đăng ký kết hôn", "")));
    let told = json(&site, &[]);
    assert!(told["procedures"].as_array().unwrap().is_empty(), "{told:#}");
    assert!(sheets(&told).is_empty(), "{told:#}");
    site.put("agencies/xa-thu/agency.yaml", agency.replace("0200 000 0001", "0200 000 0011"));
    let told = json(&site, &[]);
    assert_eq!(told["agencies"][0]["changes"][0]["aspect"], "contact", "{told:#}");
    let sheets = sheets(&told);
    assert!(sheets.contains(&"poster xa-thu/quay-1 -".to_owned()), "{sheets:?}");
    assert!(sheets.contains(&"board xa-thu/- -".to_owned()), "{sheets:?}");
}

#[test]
fn a_coming_edition_is_told_with_its_day_and_so_are_its_sheets() {
    let site = Site::sound().with(MARRIAGE, with_fee("8000 VND"));
    built(&site, "2026-11-22");
    site.put(COMING, with_fee("15000 VND"));
    let told = json(&site, &[]);
    assert_eq!(told["procedures"][0]["from"], "2027-03-01", "{told:#}");
    assert_eq!(
        sheets(&told),
        ["board xa-thu/- 2027-03-01", "procedure xa-thu/1.000894 2027-03-01"]
    );
    let editions = ["edition:1.000894", "edition:1.000894@2027-03-01"];
    let told = json(&site, &editions);
    assert_eq!(told["procedures"][0]["from"], serde_json::Value::Null, "{told:#}");
    assert_eq!(sheets(&told), ["board xa-thu/- -", "procedure xa-thu/1.000894 -"]);
}

#[test]
fn folders_and_revisions_are_compared() {
    let (old, new) = (Site::sound(), Site::sound().with(MARRIAGE, with_fee("8000 VND")));
    let told = json(&new, &[old.path("").to_str().unwrap()]);
    assert_eq!(told["procedures"][0]["changes"].as_array().unwrap().len(), 1, "{told:#}");
    let git = |arguments: &[&str]| {
        let ran = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@b.example", "-C"])
            .arg(old.path(""))
            .args(arguments)
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "one"]);
    old.put(MARRIAGE, with_fee("8000 VND"));
    let told = json(&old, &["git:HEAD"]);
    assert_eq!(told["before"], "git:HEAD");
    assert_eq!(told["procedures"][0]["changes"][0]["aspect"], "fee", "{told:#}");
    let left =
        fs::read_dir(old.output().join("cache")).unwrap().map(|one| one.unwrap().file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with("compared")).collect();
    assert!(left.is_empty(), "{left:?}");
    for side in ["git:nowhere", "git:--help", "nowhere", "edition:9.999999"] {
        let ran = old.run(&["diff", side]);
        assert_eq!(ran.code, 2, "{side}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn without_a_release_diff_says_what_to_do() {
    let ran = Site::sound().run(&["diff"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("niemyet build"), "{}", ran.err);
}

#[test]
fn a_mark_on_the_wall_tells_whether_its_sheet_is_current() {
    let site = coming();
    built(&site, "2026-11-22");
    let told = json(&site, &["edition:1.000894", "edition:1.000894@2027-03-01"]);
    let sheet = told["reprint"].as_array().unwrap().iter().find(|one| one["sheet"] == "procedure");
    let mark = |side: &str| sheet.unwrap()[side].as_str().unwrap().to_owned();
    let ask = |mark: &str, day: &str| {
        let ran = site.run(&["diff", "--sheet", mark, "--as-of", day]);
        (ran.code, ran.out + &ran.err)
    };
    let (code, said) = ask(&mark("before").to_lowercase(), "2026-11-22");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("current – procedure sheet xa-thu/1.000894"), "{said}");
    let (code, said) = ask(&mark("after"), "2026-11-22");
    assert!(code == 1 && said.contains("NOT YET to hang, holds from 2027-03-01"), "{said}");
    let (code, said) = ask(&mark("before"), "2027-03-02");
    assert!(code == 1 && said.contains("STALE since 2027-03-01"), "{said}");
    assert!(said.contains(&mark("after")), "{said}");
    assert_eq!(ask("ZZZZZZ", "2026-11-22").0, 2);
}

#[test]
fn a_coming_edition_is_announced_thirty_days_ahead_with_what_it_changes() {
    let site = coming();
    let change = "từ 8.000 đồng (lệ phí) thành 15.000 đồng (lệ phí)";
    for (day, announced, next) in [
        ("2027-01-29", false, "2027-01-30"),
        ("2027-01-30", true, "2027-03-01"),
        ("2027-02-28", true, "2027-03-01"),
    ] {
        let said = built(&site, day);
        assert!(said.contains(&format!("Next switch: {next}")), "{day}: {said}");
        let page = site.page(PAGE);
        let notice = page.split("class=\"note\">").nth(1).unwrap().split("</div>").next().unwrap();
        assert_eq!(notice.contains(change), announced, "{day}: {notice}");
        assert!(notice.contains("01/03/2027"), "{day}: {notice}");
    }
    let said = built(&site, "2027-03-01");
    assert!(!said.contains("Next switch"), "{said}");
    let page = site.page(PAGE);
    assert!(!page.contains("class=\"note\""), "nothing is announced any more");
    assert!(page.contains(change), "its history tells what changed");
    let past = site.page("thu-tuc/1.000894/2027-03-01.html");
    assert!(past.contains("Trang này ghi bản có hiệu lực từ 01/03/2027."), "{past}");
}

#[test]
fn changes_have_a_page_and_feeds() {
    let site = coming().with(
        "procedures/ho-tich/1.001193.yaml",
        procedure("Đăng ký khai sinh", "effective_from: 2020-01-01\neffective_to: 2026-12-31\n"),
    );
    built(&site, "2026-11-22");
    let page = site.page("thay-doi.html");
    let places = ["01/03/2027", "15.000 đồng", "01/01/2027", "Hết hiệu lực."]
        .map(|words| page.find(words).unwrap_or_else(|| panic!("{words}: {page}")));
    assert!(places.is_sorted(), "the latest day first");
    assert!(site.page("index.html").contains("href=\"thay-doi.html\""));
    assert!(site.page("linh-vuc/ho-tich.html").contains("../thay-doi/linh-vuc/ho-tich.xml"));
    assert!(site.page("don-vi/xa-thu.html").contains("../thay-doi/don-vi/xa-thu.xml"));
    let ids = |xml: &str| -> Vec<String> {
        let parts = xml.split("<id>").skip(1);
        parts.filter_map(|rest| rest.split("</id>").next()).map(str::to_owned).collect()
    };
    let feeds = ["thay-doi.xml", "thay-doi/linh-vuc/ho-tich.xml", "thay-doi/don-vi/xa-thu.xml"];
    let first = site.page(feeds[0]);
    for feed in feeds {
        let xml = site.page(feed);
        well_formed(&xml);
        assert_eq!(xml.matches("<entry>").count(), 2, "{xml}");
        assert_eq!(ids(&xml)[1..], ids(&first)[1..], "an entry has one id in every feed");
        assert!(xml.contains("<updated>2027-01-30T00:00:00+07:00</updated>"), "{xml}");
    }
    let known = ids(&first);
    assert!(known[1].starts_with("tag:niemyet.thu.example,2026:thu-tuc/1.000894/2027-03-01"));
    // Another day, another fee, another host that keeps the old one in mind: the ids stay.
    site.put(COMING, with_fee("16000 VND"));
    let settings = fs::read_to_string(site.path("site.yaml")).unwrap();
    site.put(
        "site.yaml",
        settings.replace("niemyet.thu.example", "moi.thu.example")
            + "redirects_from: [\"https://niemyet.thu.example\"]\n",
    );
    built(&site, "2027-01-15");
    assert_eq!(ids(&site.page(feeds[0])), known);
}

#[test]
fn a_site_without_changes_has_neither_page_nor_feed() {
    let site = Site::sound();
    built(&site, "2026-11-22");
    assert_eq!((site.page("thay-doi.html"), site.page("thay-doi.xml")), Default::default());
    assert!(!site.page("index.html").contains("thay-doi"));
}

/// Whether every element that is opened is closed in its order, and no sign stands where XML allows none.
fn well_formed(xml: &str) {
    let mut rest = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
    let mut open: Vec<&str> = Vec::new();
    while let Some(at) = rest.find('<') {
        references(&rest[..at]);
        let end = rest[at..].find('>').expect("a tag ends") + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
            continue;
        }
        let values: Vec<_> = tag.split('"').collect();
        assert!(values.len() % 2 == 1, "{tag}");
        values.iter().skip(1).step_by(2).for_each(|value| references(value));
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    assert!(xml.chars().all(|sign| sign == '\n' || !sign.is_control()));
}

fn references(text: &str) {
    for after in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| after.starts_with(name));
        assert!(known, "{text}");
    }
}

/// Milliseconds UTC of a moment in Vietnam, given as day, hour and minute.
fn in_vietnam(day: &str, hour: i64, minute: i64) -> i64 {
    let day = niemyet::text::Date::parse(day).unwrap().day_number();
    ((i64::from(day) * 24 + hour - 7) * 60 + minute) * 60_000
}

#[test]
fn one_release_announces_and_switches_by_the_clock_alone() {
    // The year's end; the first day of Tết Đinh Mùi (6 February 2027); both at midnight in Vietnam and not in UTC.
    let site = Site::sound()
        .with(MARRIAGE, with_fee("8000 VND"))
        .with("procedures/ho-tich/1.000894@2027-01-01.yaml", with_fee("9000 VND"))
        .with("procedures/ho-tich/1.000894@2027-02-06.yaml", with_fee("10000 VND"));
    built(&site, "2026-11-22");
    let release = Folder::new(site.output().join("release")).open_current().unwrap();
    let data = tempfile::tempdir().unwrap();
    let folder = DataFolder::prepare(data.path()).unwrap();
    let random: niemyet::store::Randomness = Arc::new(|bytes| bytes.fill(7));
    let clock = Arc::new(AtomicI64::new(0));
    let told = Arc::clone(&clock);
    let running = start(HostSettings {
        listen: vec!["127.0.0.1:0".parse().unwrap()],
        encryption: None,
        letter_setter: None,
        watched: None,
        board: Board::new(Posted::open(release).unwrap()),
        store: Arc::new(SqliteStore::open(&folder, Arc::clone(&random)).unwrap()),
        secret: Secret::new([9; 32]),
        clock: Arc::new(move || told.load(Ordering::Relaxed)),
        random,
        proxies: Vec::new(),
        names: Vec::new(),
        watchers: Vec::new(),
        https_days: 0,
        crowd: 50,
        connections: 100,
        workers: 1,
    })
    .unwrap();
    let address = running.addresses()[0];
    let ask = |moment: i64| {
        clock.store(moment, Ordering::Relaxed);
        let answer = ureq::get(format!("http://{address}/{PAGE}")).call().unwrap();
        answer.into_body().read_to_string().unwrap()
    };
    for (day, hour, minute, fee, announced) in [
        ("2026-12-01", 23, 59, "8.000 đồng", None),
        ("2026-12-02", 0, 0, "8.000 đồng", Some("9.000 đồng")),
        ("2026-12-31", 23, 59, "8.000 đồng", Some("9.000 đồng")),
        ("2027-01-01", 0, 0, "9.000 đồng", None),
        ("2027-01-06", 23, 59, "9.000 đồng", None),
        ("2027-01-07", 0, 0, "9.000 đồng", Some("10.000 đồng")),
        ("2027-02-05", 23, 59, "9.000 đồng", Some("10.000 đồng")),
        ("2027-02-06", 0, 0, "10.000 đồng", None),
        ("2027-12-31", 23, 59, "10.000 đồng", None),
    ] {
        let page = ask(in_vietnam(day, hour, minute));
        let at = format!("{day} {hour}:{minute:02}");
        let history = page.find("id=\"cac-ban\"").unwrap();
        let (said, _) = page.split_at(history);
        let notice = said.split("class=\"note\">").nth(1);
        let notice = notice.map_or("", |rest| rest.split("</div>").next().unwrap());
        assert_eq!(notice.contains("thành"), announced.is_some(), "{at}: {notice}");
        assert!(notice.contains(announced.unwrap_or("")), "{at}: {notice}");
        assert!(said.replace(notice, "").contains(fee), "{at}: not {fee}");
    }
    running.stop(true).unwrap();
}
