//! Matters at the officers' desk: who sees which, who may do what, and what is left of it in the logs.

use super::office_stand::{Browser, OWN, hidden, roles, settle};
use super::stand::{NOW, Stand};
use crate::feedback::Mark;
use crate::feedback::matter::{
    Act, By, Contact, Demand, Dues, Matter, MatterKind, State, TrackingHash,
};
use crate::feedback::officer::Role;
use crate::feedback::sample::slug;
use crate::store::{Deed, MatterQuery, StoredMatter};
use crate::text::{Date, Language};

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// A form, its fields, and what each role gets.
type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], [u16; 4]);

fn wait<T>(promise: crate::store::Promise<T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(promise).unwrap()
}

/// Brings something; gives its id.
pub(super) fn bring(
    stand: &Stand,
    number: u8,
    agency: &str,
    kind: MatterKind,
    words: &str,
) -> [u8; 16] {
    let day = |text| Date::parse(text).unwrap();
    let contact = Contact {
        name: "Trần Văn Bình".into(),
        phone: Some("0912 345 678".into()),
        email: None,
        address: None,
    };
    let matter = Matter {
        agency: slug(agency),
        tracking: TrackingHash([number; 32]),
        kind,
        posted: None,
        counter: Some(slug("quay-1")),
        page: None,
        demands: if kind == MatterKind::Report { vec![Demand::Fee] } else { Vec::new() },
        words: words.into(),
        contact: Some(contact),
        language: Language::VI,
        received_at: NOW - i64::from(number) * DAY,
        dues: Dues {
            handled: day("2026-11-18").plus_days(number.into()),
            answered: day("2026-12-31"),
        },
        marks: Vec::<Mark>::new(),
    };
    wait(stand.store.receive(matter));
    let lines = stand.store.matters(&MatterQuery::inbox(vec![slug(agency)], 1_000)).unwrap();
    lines.iter().find(|line| *line.words == *words).unwrap().id
}

pub(super) fn stored(stand: &Stand, agency: &str, id: [u8; 16]) -> StoredMatter {
    stand.store.matter(&slug(agency), &id).unwrap().unwrap()
}

pub(super) fn path(agency: &str, id: [u8; 16]) -> String {
    format!("/desk/viec/{agency}/{:032x}", u128::from_be_bytes(id))
}

pub(super) fn everybody(stand: &Stand) {
    for (account, role) in &roles()[..3] {
        settle(stand, account, role.clone());
    }
}

#[test]
fn the_inbox_shows_what_is_overdue_first_and_only_what_one_may_see() {
    let stand = Stand::new();
    everybody(&stand);
    bring(&stand, 9, "phuong-vi-du", MatterKind::Petition, "Đường dây nóng không ai nghe máy");
    bring(&stand, 1, "phuong-vi-du", MatterKind::PageError, "Lệ phí ghi sai");
    bring(&stand, 5, "phuong-vi-du", MatterKind::Report, "Đòi thêm bản sao <b>");
    bring(&stand, 4, "xa-dong-mau", MatterKind::Petition, "Việc của xã khác");
    let order = |page: &str, all: &[&str]| {
        let places: Vec<_> = all.iter().map(|words| page.find(words).expect(words)).collect();
        assert!(places.is_sorted(), "{all:?}");
    };
    let leader = Browser::of(&stand, "minh");
    let page = leader.get("/desk/").text();
    order(&page, &["Lệ phí ghi sai", "Đòi thêm bản sao &lt;b&gt;", "Đường dây nóng"]);
    assert!(page.contains("Quá hạn từ 19/11/2026") && !page.contains("Việc của xã khác"));
    let officer = Browser::of(&stand, "lan");
    let page = officer.get("/desk/").text();
    order(&page, &["Lệ phí ghi sai", "Đường dây nóng"]);
    assert!(!page.contains("Đòi thêm"), "not before it is given to the counter");
    let page = officer.get("/desk/?loai=report&trang-thai=all").text();
    assert!(!page.contains("Đòi thêm") && page.contains("Không có việc nào"));
    // The sample has one agency with printed codes; the province sees the agencies that it knows.
    let province = Browser::of(&stand, "tinh");
    assert!(province.get("/desk/").text().contains("Đòi thêm"));
    let found = |query: &str| {
        let page = leader.get(&format!("/desk/?{query}")).text();
        page.matches("<li>\n<p><span class=\"tag\">").count()
    };
    assert_eq!(found("tim=DUONG+day+nong"), 1, "without marks");
    assert_eq!(found("tim=%25"), 0, "a sign of patterns is a sign");
    assert_eq!((found("loai=petition"), found("loai=report"), found("loai=x")), (1, 1, 3));
    assert_eq!((found("trang-thai=received"), found("trang-thai=closed")), (3, 0));
    assert_eq!((found("trang-thai=all"), found("cua-toi=1"), found("sau=x")), (3, 0, 3));
}

#[test]
fn long_lists_go_on_page_by_page_without_gap_or_repeat() {
    let stand = Stand::new();
    everybody(&stand);
    for number in 0..120_u8 {
        bring(
            &stand,
            number,
            "phuong-vi-du",
            MatterKind::Petition,
            &format!("Việc số {number:03}."),
        );
    }
    let leader = Browser::of(&stand, "minh");
    let (mut path, mut seen) = ("/desk/?tim=viec".to_owned(), Vec::new());
    loop {
        let page = leader.get(&path).text();
        let numbers = page.split("Việc số ").skip(1).map(|rest| rest[..3].to_owned());
        seen.extend(numbers);
        let Some(next) = page.split("href=\"/desk/?sau=").nth(1) else { break };
        let query = next.split('"').next().unwrap().replace("&amp;", "&");
        path = format!("/desk/?sau={query}");
    }
    assert_eq!(seen[0], "000");
    seen.sort_unstable();
    let expected: Vec<_> = (0..120).map(|number| format!("{number:03}")).collect();
    assert_eq!(seen, expected);
}

#[test]
fn every_deed_for_every_role() {
    every_deed(&Stand::new());
}

pub(super) fn every_deed(stand: &Stand) {
    everybody(stand);
    settle(stand, "khac", Role::Leader(slug("xa-dong-mau")));
    // The form, its fields, then whether officer, leader, province and the leader of another agency may.
    let forms: [Row<'_>; 9] = [
        ("open", &[], [200, 200, 403, 403]),
        ("accept", &[], [303, 303, 403, 403]),
        ("assign", &[("account", "lan")], [403, 303, 303, 403]),
        ("note", &[("words", "Đã gọi điện")], [303, 303, 303, 403]),
        ("register", &[("number", "PAKN-1")], [303, 303, 403, 403]),
        ("pass_on", &[("body", "Sở Ví Dụ"), ("contact", "0200")], [303, 303, 403, 403]),
        ("refuse", &[("words", "Là khiếu nại")], [403, 303, 403, 403]),
        ("answer", &[("words", "Đã sửa"), ("settled", "fixed")], [303, 303, 403, 403]),
        ("unknown", &[], [404, 404, 404, 403]),
    ];
    let mut number = 0;
    for (account, at) in [("lan", 0), ("minh", 1), ("tinh", 2), ("khac", 3)] {
        let mut browser = Browser::of(stand, account);
        for (form, fields, expected) in forms {
            number += 1;
            let words = format!("Việc {account} {form}");
            let id = bring(stand, number, "phuong-vi-du", MatterKind::Petition, &words);
            let mut all = vec![("viec", form), ("expected", "1")];
            all.extend_from_slice(fields);
            let answer = browser.send(&path("phuong-vi-du", id), &all);
            assert_eq!(answer.status, expected[at], "{form} as {account}: {}", answer.text());
            let events = stored(stand, "phuong-vi-du", id).events;
            let done = expected[at] == 303;
            assert_eq!(events.len(), if done { 2 } else { 1 }, "{form} as {account}");
            if done {
                assert_eq!(events[1].by, By::Officer(account.into()));
            }
            // A report is not theirs before it is given to them, whatever they would do.
            if account == "lan" {
                number += 1;
                let words = format!("Báo {form}");
                let id = bring(stand, number, "phuong-vi-du", MatterKind::Report, &words);
                assert_eq!(browser.get(&path("phuong-vi-du", id)).status, 404);
                let answer = browser.send(&path("phuong-vi-du", id), &all);
                assert_eq!(answer.status, 404, "{form}");
                assert_eq!(stored(stand, "phuong-vi-du", id).events.len(), 1);
            }
        }
    }
    // Another agency's address leads to nothing of ours.
    let id = bring(stand, 200, "phuong-vi-du", MatterKind::Petition, "Việc cuối");
    let mut other = Browser::of(stand, "khac");
    assert_eq!(other.get(&path("xa-dong-mau", id)).status, 404);
    let all = [("viec", "accept"), ("expected", "1")];
    assert_eq!(other.send(&path("xa-dong-mau", id), &all).status, 404);
    assert_eq!(stored(stand, "phuong-vi-du", id).events.len(), 1);
}

#[test]
fn a_report_is_given_to_an_officer_and_answered_with_every_step_in_the_log() {
    let stand = Stand::new();
    everybody(&stand);
    let words = "Cán bộ đòi thêm tiền, gọi tôi 0912 345 678 <script>alert(1)</script>";
    let id = bring(&stand, 3, "phuong-vi-du", MatterKind::Report, words);
    let path = path("phuong-vi-du", id);
    let mut leader = Browser::of(&stand, "minh");
    let page = leader.get(&path).text();
    assert!(page.contains("Thêm tiền") && page.contains("gọi tôi ••• &lt;script&gt;"), "{page}");
    assert!(!page.contains("0912") && !page.contains("Trần Văn Bình"));
    let opened = leader.send(&path, &[("viec", "open")]).text();
    assert!(opened.contains("0912 345 678 &lt;script&gt;") && opened.contains("Trần Văn Bình"));
    let send = |browser: &mut Browser<'_>, form: &str, fields: &[(&str, &str)]| {
        let expected = hidden(&browser.get(&path).text(), "expected");
        let mut all = vec![("viec", form), ("expected", expected.as_str())];
        all.extend_from_slice(fields);
        browser.send(&path, &all).status
    };
    assert_eq!(send(&mut leader, "assign", &[("account", "khong-co")]), 422);
    assert_eq!(send(&mut leader, "assign", &[("account", "tinh")]), 422, "not of this agency");
    assert_eq!(send(&mut leader, "assign", &[("account", "lan")]), 303);
    let mut officer = Browser::of(&stand, "lan");
    assert!(officer.get("/desk/").text().contains("đòi thêm tiền"), "now it is theirs");
    assert_eq!(send(&mut officer, "accept", &[]), 303);
    let page = officer.get(&path).text();
    assert!(page.contains("?mau=1#answer\">Đã khắc phục &lt;b&gt;</a>"), "{page}");
    let page = officer.get(&format!("{path}?mau=1")).text();
    assert!(
        page.contains("<details open>")
            && page.contains("Đơn vị đã khắc phục.\nXin lỗi ông/bà.</textarea>")
    );
    for odd in ["0", "2", "x", "99999999999999999999"] {
        assert_eq!(officer.get(&format!("{path}?mau={odd}")).status, 200, "{odd}");
    }
    assert_eq!(send(&mut officer, "answer", &[("words", " "), ("settled", "fixed")]), 422);
    assert_eq!(send(&mut officer, "answer", &[("words", "Xin lỗi"), ("settled", "x")]), 422);
    // Somebody else was quicker: what was typed comes back.
    let stale =
        [("viec", "answer"), ("expected", "1"), ("words", "Đã trả lại"), ("settled", "fixed")];
    let back = officer.send(&path, &stale);
    assert_eq!(back.status, 409);
    assert!(back.text().contains("Đã trả lại</textarea>"));
    let endless = "a".repeat(5_001);
    assert_eq!(send(&mut officer, "answer", &[("words", &endless), ("settled", "fixed")]), 422);
    let answer = [("words", "Đã trả lại tiền.\r\nXin lỗi ông/bà."), ("settled", "fixed")];
    assert_eq!(send(&mut officer, "answer", &answer), 303);
    assert_eq!(send(&mut officer, "close", &[]), 409, "it may still be reopened");
    let there = stored(&stand, "phuong-vi-du", id);
    assert_eq!(there.life.state, State::Answered);
    let Act::Answer { words, .. } = &there.events.last().unwrap().act else { panic!() };
    assert_eq!(&**words, "Đã trả lại tiền.\nXin lỗi ông/bà.");
    let log = stand.store.audit(Some(&slug("phuong-vi-du")), i64::MAX, 100).unwrap();
    let digits = format!("{:032x}", u128::from_be_bytes(id));
    let of_it = log.iter().rev().filter(|row| row.subject == digits);
    let deeds: Vec<_> = of_it.map(|row| (row.account.as_str(), row.deed.as_str())).collect();
    assert_eq!(
        deeds,
        [
            ("minh", Deed::PersonalDataOpened.word()),
            ("minh", Deed::MatterAssigned.word()),
            ("lan", Deed::MatterAccepted.word()),
            ("lan", Deed::MatterAnswered.word()),
        ]
    );
    assert!(log.iter().all(|row| !row.detail.contains("Xin lỗi")), "never what was written");
    assert!(leader.get("/desk/nhat-ky").text().contains("Mở thông tin cá nhân"));
    // A token of nobody does nothing.
    let forged = [("token", "0"), ("viec", "accept")];
    assert_eq!(officer.send_as(&path, &[OWN], &forged).status, 403);
}

#[test]
fn the_letter_that_answers_carries_a_name_only_if_that_was_opened_and_logged() {
    let stand = Stand::new();
    everybody(&stand);
    let words = "Gọi tôi 0912 345 678";
    let id = bring(&stand, 3, "phuong-vi-du", MatterKind::Petition, words);
    let (path, letter) = (path("phuong-vi-du", id), format!("{}/thu", path("phuong-vi-du", id)));
    let mut officer = Browser::of(&stand, "lan");
    assert!(!officer.get(&path).text().contains("/thu\""), "nothing is decided yet");
    assert_eq!(officer.send(&letter, &[("dang", "in")]).status, 404);
    let said = "Đã gọi 0912 345 678.\r\nXin lỗi <ông/bà> & gia đình.";
    let answer = [("viec", "answer"), ("expected", "1"), ("words", said), ("settled", "fixed")];
    assert_eq!(officer.send(&path, &answer).status, 303);
    assert!(officer.get(&path).text().contains(&format!("action=\"{letter}\"")));
    let print = officer.send(&letter, &[("dang", "in")]);
    let page = print.text();
    assert_eq!((print.status, print.field("cache-control")), (200, "no-store"));
    for part in ["Đã gọi •••.", "Xin lỗi &lt;ông/bà&gt; &amp; gia đình.", "Kính gửi: Ông/Bà ……"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("0912") && !page.contains("Trần Văn Bình"));
    let opened = officer.send(&letter, &[("dang", "in"), ("mo", "1")]).text();
    assert!(opened.contains("Kính gửi: Ông/Bà Trần Văn Bình<br>0912 345 678"), "{opened}");
    let docx = officer.send(&letter, &[("dang", "docx")]);
    assert!(docx.field("content-type").ends_with("wordprocessingml.document"));
    assert!(docx.field("content-disposition").starts_with("attachment; filename=\"tra-loi-"));
    assert!(docx.body.starts_with(b"PK\x03\x04"));
    let pdf = officer.send(&letter, &[("dang", "pdf")]);
    assert_eq!(pdf.field("content-type"), "application/pdf");
    assert!(pdf.field("content-disposition").ends_with(".pdf\""));
    let told = String::from_utf8(pdf.body).unwrap();
    assert!(
        told.starts_with("%PDF") && told.contains("Trả lời phản ánh") && !told.contains("0912"),
        "{told}"
    );
    let log = stand.store.audit(Some(&slug("phuong-vi-du")), i64::MAX, 10).unwrap();
    let deeds: Vec<_> = log.iter().take(5).map(|row| (row.deed.as_str(), &*row.detail)).collect();
    let (taken, opened) = (Deed::LetterTaken.word(), Deed::PersonalDataOpened.word());
    assert_eq!(
        deeds,
        [(taken, "pdf"), (taken, "docx"), (taken, "print"), (opened, "letter"), (taken, "print")],
        "the latest first"
    );
    // Who may not answer takes no letter; a report is nobody's before it was given to them.
    assert_eq!(Browser::of(&stand, "tinh").send(&letter, &[("dang", "docx")]).status, 403);
    let report = bring(&stand, 4, "phuong-vi-du", MatterKind::Report, "Đòi tiền");
    let report = format!("/desk/viec/phuong-vi-du/{:032x}/thu", u128::from_be_bytes(report));
    assert_eq!(officer.send(&report, &[("dang", "docx")]).status, 404);
    let foreign = letter.replace("phuong-vi-du", "xa-dong-mau");
    assert_eq!(officer.send(&foreign, &[("dang", "docx")]).status, 403);
    assert_eq!(officer.send_as(&letter, &[OWN], &[("token", "0"), ("dang", "docx")]).status, 403);
    assert_eq!(officer.get(&letter).status, 404);
}
