//! The whole invented site, rendered and looked at as a reader and a browser would: every page is
//! there, no link leads nowhere, nothing is undefined, slots lie where they say, pages stay small.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Mutex;

use super::{EarlierPage, FolderSink, Left, Page, PageMemory, Sink, plan, render};
use crate::publication::Publication;
use crate::release::{CachePolicy, Day, Media, Slot, SlotKind, Validity};
use crate::text::{Date, Language};
use crate::theme::invented::{date, day, many, printed, publication};
use crate::theme::{Markup, Theme};

/// A page as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) html: String,
    validity: Validity,
    pub(super) media: Media,
    pub(super) slots: Vec<Slot>,
}

/// Pages in memory, by path and first day.
#[derive(Default)]
struct InMemory(Mutex<BTreeMap<(String, Option<Day>), Kept>>);

impl Sink for InMemory {
    fn put(&self, page: &Page<'_>) -> io::Result<Left> {
        if page.cache == CachePolicy::Internal {
            return Ok(Left::default());
        }
        let is_list = page.path.starts_with("tim-");
        let cache = if is_list { CachePolicy::Fingerprinted } else { CachePolicy::Page };
        assert_eq!(page.cache, cache, "{}", page.path);
        let html = String::from_utf8(page.bytes.to_vec()).unwrap();
        let (validity, media, slots) = (page.validity, page.media, page.slots.to_vec());
        let key = (page.path.to_owned(), validity.from);
        let old = self.0.lock().unwrap().insert(key, Kept { html, validity, media, slots });
        assert!(old.is_none(), "{} was written twice", page.path);
        Ok(Left::default())
    }

    fn has(&self, _: &EarlierPage<'_>) -> io::Result<bool> {
        Ok(false)
    }

    fn keep(&self, page: &EarlierPage<'_>) {
        panic!("{} is not there", page.path);
    }
}

pub(super) fn build(publication: &Publication, on: Date) -> BTreeMap<(String, Option<Day>), Kept> {
    let plan = plan(publication, on);
    let sink = InMemory::default();
    let rendered =
        render(publication, &Theme::embedded(), &plan, &sink, &PageMemory::none()).unwrap();
    let pages = sink.0.into_inner().unwrap();
    assert_eq!(rendered.pages, pages.len());
    pages
}

/// The pages that hold on a day, by path.
fn site(on: Date) -> BTreeMap<String, Kept> {
    let pages = build(&publication(), on).into_iter();
    let held = pages.filter(|(_, kept)| kept.validity.contains(Day(on.day_number())));
    held.map(|((path, _), kept)| (path, kept)).collect()
}

#[test]
fn every_page_is_there_in_both_languages() {
    let site = site(day());
    let first = printed(1);
    for path in [
        "index.html",
        "a-z.html",
        "linh-vuc.html",
        "linh-vuc/ho-tich.html",
        "thu-tuc/1.000894.html",
        "thu-tuc/1.000894/2020-09-04.html",
        "thu-tuc/1.000894/2027-03-01.html",
        "thu-tuc/2.000815.html",
        "thu-tuc/9.999999.html",
        "don-vi.html",
        "don-vi/phuong-vi-du.html",
        "don-vi/phuong-vi-du/quay/quay-1.html",
        "don-vi/phuong-vi-du/thu-tuc/2.000815.html",
        "trang/gioi-thieu.html",
        "404.html",
    ] {
        assert!(site.contains_key(path), "{path}");
        assert!(site.contains_key(&format!("en/{path}")), "en/{path}");
    }
    for path in [format!("Q/{first}/index.html"), format!("Q/{first}/en.html")] {
        assert!(site.contains_key(&path), "{path}");
    }
    assert!(site.contains_key("sitemap.xml") && site.contains_key("robots.txt"));
}

#[test]
fn no_link_leads_nowhere() {
    let site = site(day());
    let mut seen = 0;
    for (path, kept) in site.iter().filter(|(_, kept)| kept.media == Media::Html) {
        let ids: BTreeSet<_> = attributes(&kept.html, " id=\"").into_iter().collect();
        for href in attributes(&kept.html, " href=\"") {
            if ["https:", "http:", "mailto:", "tel:", "data:"].iter().any(|s| href.starts_with(s)) {
                continue;
            }
            // What lies below a printed code is made by the host that receives the rating.
            if href.starts_with("/Q/") {
                continue;
            }
            seen += 1;
            let (target, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let target = target.split('?').next().unwrap_or(target);
            if target.is_empty() {
                assert!(ids.contains(anchor), "{path}: #{anchor}");
                continue;
            }
            let target = resolve(path, target);
            let is_there = |path: &str| site.contains_key(path);
            if target.starts_with("forms/") || is_made_by_host(&target, is_there) {
                continue;
            }
            let found = site.get(&target).unwrap_or_else(|| panic!("{path}: {href} -> {target}"));
            let anchored = anchor.is_empty() || found.html.contains(&format!(" id=\"{anchor}\""));
            assert!(anchored, "{path}: {href}");
        }
    }
    assert!(seen > 300, "{seen}");
}

/// Whether a host makes a page there at run time, on which something is brought or looked up: about an agency, a counter
/// or a procedure that has a page of its own.
pub(super) fn is_made_by_host(target: &str, is_there: impl Fn(&str) -> bool) -> bool {
    let target = target.strip_prefix("en/").unwrap_or(target);
    let parts: Vec<&str> = target.split('/').collect();
    match parts.as_slice() {
        ["phan-anh" | "tra-cuu" | "trang-sai"] => true,
        ["bao-tin", "thu-tuc", code] => is_there(&format!("thu-tuc/{code}.html")),
        ["phan-anh" | "bao-tin", agency] => is_there(&format!("don-vi/{agency}.html")),
        ["bao-tin", agency, "quay", counter] => {
            is_there(&format!("don-vi/{agency}/quay/{counter}.html"))
        }
        ["bao-tin", agency, "thu-tuc", code] => {
            is_there(&format!("don-vi/{agency}.html")) && is_there(&format!("thu-tuc/{code}.html"))
        }
        _ => false,
    }
}

/// The values of an attribute in a page.
pub(super) fn attributes(html: &str, opening: &str) -> Vec<String> {
    let parts = html.split(opening).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Where a link of a page leads, from the root of the site.
pub(super) fn resolve(path: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix("/tthc/") {
        return absolute.to_owned();
    }
    let mut parts: Vec<_> = path.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{path}: {target} leads out"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn pages_are_whole_and_hold_one_heading() {
    for (path, kept) in site(day()).iter().filter(|(_, kept)| kept.media == Media::Html) {
        let html = &kept.html;
        assert!(
            html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"),
            "{path}"
        );
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert_eq!(html.matches("<main").count(), 1, "{path}");
        for odd in ["undefined", "{{", "{%", "{n}", "Some(", "null", "style=", "onclick"] {
            assert!(!html.contains(odd), "{path} holds {odd}");
        }
        assert!(html.contains("class=\"sample\""), "{path}");
        let language =
            if path.starts_with("en/") || path.ends_with("en.html") { "en" } else { "vi" };
        assert!(html.contains(&format!("<html lang=\"{language}\">")), "{path}");
        let mut ids = attributes(html, " id=\"");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{path} gives an id twice");
        balanced(path, html);
    }
}

/// Every element that is opened is closed, in order.
fn balanced(path: &str, html: &str) {
    const VOID: [&str; 8] = ["meta", "link", "br", "wbr", "input", "img", "path", "circle"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').unwrap();
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap();
        if tag.starts_with('!') || tag.ends_with('/') || VOID.contains(&name) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{path}: </{name}>");
            continue;
        }
        open.push(name);
        if matches!(name, "style" | "script") {
            rest = &rest[rest.find(&format!("</{name}")).unwrap()..];
        }
    }
    assert!(open.is_empty(), "{path}: {open:?}");
}

#[test]
fn texts_without_english_words_are_marked_as_vietnamese() {
    let site = site(day());
    let page = &site["en/thu-tuc/1.000894.html"].html;
    assert!(page.contains("<h1>Register a marriage</h1>"));
    assert!(page.contains("<span lang=\"vi\">Căn cước</span>"));
    assert!(page.contains("<div lang=\"vi\">"), "guidance falls back as a whole");
    assert!(!site["thu-tuc/1.000894.html"].html.contains("<span lang="));
    let minimal = &site["thu-tuc/9.999999.html"].html;
    assert!(minimal.contains("Ấp ủ &quot;một&quot; &lt;thủ tục&gt; tối thiểu"));
    assert!(!page.contains("<script>alert"));
}

#[test]
fn a_procedure_says_what_the_law_asks_for() {
    let page = &site(day())["thu-tuc/1.000894.html"].html;
    for words in [
        "Ông/bà thuộc trường hợp nào?",
        "Nộp trực tuyến",
        "8.000 đồng",
        "Lệ phí",
        "Trong ngày làm việc",
        "5 ngày làm việc",
        "Quyết định số 1872/QĐ-BTP ngày 04/09/2020 của Bộ Tư pháp",
        "có hiệu lực từ 04/09/2020",
        "đối chiếu ngày 21/11/2026",
        "Luật Hộ tịch",
        "tel:1022",
        "Có bản mới, hiệu lực từ ngày 01/03/2027",
        "2 loại giấy tờ, thêm tùy trường hợp",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let offering = &site(day())["don-vi/phuong-vi-du/thu-tuc/2.000815.html"].html;
    assert!(offering.contains("5.000 đồng") && offering.contains("4 giờ"), "the agency’s own");
    let agency = &site(day())["don-vi/phuong-vi-du.html"].html;
    assert!(agency.contains("Đã niêm yết 1/2 thủ tục") && agency.contains("1.000001"));
    assert!(agency.contains("7 giờ 30 – 11 giờ 30</span>; <span class=\"nb\">13 giờ 30 – 17 giờ<"));
}

#[test]
fn the_coming_edition_is_in_the_build_and_takes_its_place_by_the_calendar() {
    let pages = build(&publication(), day());
    let switch = Day(date("2027-03-01").day_number());
    let coming = &pages[&("thu-tuc/1.000894.html".to_owned(), Some(switch))];
    assert!(
        coming.html.contains("có hiệu lực từ 01/03/2027") && !coming.html.contains("Có bản mới")
    );
    let now = &pages[&("thu-tuc/1.000894.html".to_owned(), None)];
    let notice = Day(date("2027-01-30").day_number());
    let announced = &pages[&("thu-tuc/1.000894.html".to_owned(), Some(notice))];
    assert_eq!((now.validity.to, announced.validity.to), (Some(notice), Some(switch)));
    assert!(announced.html.contains("Không có gì thay đổi"), "what it changes is announced");
    assert_eq!(plan(&publication(), day()).switches(), [notice, switch]);
}

#[test]
fn the_rating_page_has_its_slots_and_its_trap() {
    let site = site(day());
    let code = printed(1);
    let kept = &site[&format!("Q/{code}/index.html")];
    let kinds: Vec<_> = kept.slots.iter().map(|slot| (slot.kind, slot.len)).collect();
    assert_eq!(kinds, [(SlotKind::Key, 32), (SlotKind::Time, 64)]);
    for slot in &kept.slots {
        let (start, end) = (slot.offset as usize, usize::try_from(slot.end()).unwrap());
        assert!(kept.html[start..end].bytes().all(|sign| sign == b'0'));
        assert_eq!((&kept.html[start - 1..start], &kept.html[end..=end]), ("\"", "\""));
    }
    for words in [
        &format!("action=\"/Q/{code}\""),
        "method=\"post\"",
        "name=\"website\"",
        "tabindex=\"-1\"",
        "name=\"q-hai-long\" value=\"5\"",
        "name=\"part\" value=\"0\"",
        "name=\"mode\" value=\"qr\"",
        "name=\"ticket\"",
        "tel:02000000001",
        "name=\"survey\" value=\"nhanh-5\"",
    ] {
        assert!(kept.html.contains(words), "{words}");
    }
    let retired = &site[&format!("Q/{}/index.html", printed(2))];
    assert!(retired.html.contains("đã ngừng sử dụng") && retired.slots.is_empty());
    assert!(retired.html.contains(&code.grouped()));
}

#[test]
fn a_feedback_endpoint_elsewhere_is_named_in_form_and_policy() {
    let mut publication = publication();
    publication.site.feedback = Some("https://gopy.minhhoa.example".into());
    let pages = build(&publication, day());
    let page = &pages[&(format!("Q/{}/index.html", printed(1)), None)].html;
    assert!(page.contains("action=\"https://gopy.minhhoa.example/Q/"));
    assert!(
        page.contains("form-action &#x27;self&#x27; https://gopy.minhhoa.example")
            || page.contains("form-action &#39;self&#39; https://gopy.minhhoa.example")
    );
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert_eq!(build(&publication(), day()), build(&publication(), day()));
}

#[test]
fn pages_stay_small() {
    let gzip = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(9));
        io::Write::write_all(&mut encoder, bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let theme = Theme::embedded();
    assert!(gzip(theme.style().as_bytes()) <= 3 * 1024, "{}", gzip(theme.style().as_bytes()));
    assert!(gzip(theme.script().as_bytes()) <= 1024, "{}", gzip(theme.script().as_bytes()));
    let own = |script: &str| gzip(script.as_bytes());
    assert!(own(theme.search_script()) <= 2 * 1024, "{}", own(theme.search_script()));
    assert!(own(theme.day_script()) <= 1024, "{}", own(theme.day_script()));
    for (path, kept) in site(day()) {
        let size = gzip(kept.html.as_bytes());
        assert!(size <= 14 * 1024, "{path}: {size}");
    }
}

#[test]
fn a_folder_holds_the_site_and_a_second_build_writes_nothing() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/invented-site");
    let publication = publication();
    let build = || {
        let sink = FolderSink::new(&folder, day()).unwrap();
        let plan = plan(&publication, day());
        render(&publication, &Theme::embedded(), &plan, &sink, &PageMemory::none()).unwrap();
        sink.finish(None, None).unwrap()
    };
    build();
    let again = build();
    assert_eq!((again.written, again.removed), (0, 0));
    assert!(again.unchanged > 30, "{again:?}");
}

#[test]
fn a_site_in_one_language_has_no_language_menu() {
    let mut publication = publication();
    publication.site.languages = vec![Language::VI];
    let pages = build(&publication, day());
    assert!(!pages.contains_key(&("en/index.html".to_owned(), None)));
    assert!(!pages[&("index.html".to_owned(), None)].html.contains("hreflang"));
    assert_eq!(Markup::json("1").as_str(), "1");
}

#[test]
fn long_lists_are_split_and_their_parts_lead_to_each_other() {
    let pages = build(&many(600), day());
    let page = |path: &str| &pages[&(path.to_owned(), None)].html;
    for path in ["a-z-3.html", "linh-vuc/ho-tich-3.html", "don-vi/phuong-vi-du-3.html"] {
        assert_eq!(page(path).matches("class=\"code\"").count(), 100, "{path}");
    }
    let second = page("linh-vuc/ho-tich-2.html");
    assert!(second.contains("href=\"../linh-vuc/ho-tich-3.html\""), "the next part");
    assert!(second.contains("<title>Hộ tịch, phần 2 – Niêm yết Minh Họa</title>"));
    let counter = page("don-vi/phuong-vi-du/quay/quay-1.html");
    assert!(counter.contains("600 thủ tục") && !counter.contains("class=\"rows\""));
}
