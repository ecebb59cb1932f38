//! Paper slips at the officers' desk: keyed in once each, corrected, counted as paper, and who may.

use std::sync::atomic::Ordering;

use super::office_stand::{Browser, OWN, hidden, roles, settle};
use super::stand::{NOW, Stand};
use crate::feedback::officer::Role;
use crate::feedback::sample::slug;
use crate::feedback::{AnswerValue, Mode};
use crate::store::{Deed, StoredRating};

const DAY: i64 = 24 * 60 * 60 * 1_000;
const PILES: &str = "/desk/phieu-giay";

fn everybody(stand: &Stand) {
    for (account, role) in &roles()[..3] {
        settle(stand, account, role.clone());
    }
    settle(stand, "khac", Role::Leader(slug("xa-dong-mau")));
}

fn kept(stand: &Stand) -> Vec<StoredRating> {
    let mut all = Vec::new();
    let mut each = |one| {
        all.push(one);
        Ok(())
    };
    stand.store.export(&mut each).unwrap();
    all.sort_by_key(|one: &StoredRating| one.submission.key);
    all
}

/// Begins a pile of this survey; gives its address.
fn begin(browser: &mut Browser<'_>, survey: &str) -> String {
    let id = hidden(&browser.get(PILES).text(), "id");
    let fields = [
        ("agency", "phuong-vi-du"),
        ("id", id.as_str()),
        ("quay", "quay-1"),
        ("phieu", survey),
        ("from", "2026-11-02"),
        ("until", "2026-11-18"),
    ];
    let answer = browser.send(PILES, &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.field("location").to_owned()
}

/// Keys in the slip that the page asks for.
fn key_in(browser: &mut Browser<'_>, path: &str, line: &str) -> u16 {
    let number = hidden(&browser.get(path).text(), "number");
    send(browser, path, &number, line, "")
}

fn send(browser: &mut Browser<'_>, path: &str, number: &str, line: &str, words: &str) -> u16 {
    let fields = [("viec", "key_in"), ("number", number), ("line", line), ("q-gop-y", words)];
    browser.send(path, &fields).status
}

#[test]
fn slips_are_keyed_in_once_each_corrected_and_counted_as_paper() {
    let stand = Stand::new();
    everybody(&stand);
    let mut officer = Browser::of(&stand, "lan");
    let path = begin(&mut officer, "nhanh-5");
    assert!(officer.get(&path).text().contains("Phiếu số 1"));
    assert_eq!(key_in(&mut officer, &path, "52"), 303);
    let page = officer.get(&path).text();
    assert!(page.contains("Phiếu số 2") && page.contains("5 – Rất hài lòng"), "{page}");
    // Going back and sending again adds nothing; another slip under the number is asked about.
    assert_eq!(send(&mut officer, &path, "1", "5 2", ""), 303);
    assert_eq!(kept(&stand).len(), 1);
    let fields = [("viec", "key_in"), ("number", "1"), ("line", "1-"), ("q-gop-y", "Chậm")];
    let differs = officer.send(&path, &fields);
    assert_eq!(differs.status, 409);
    let text = differs.text();
    assert!(
        text.contains("name=\"number\" value=\"2\"") && text.contains("value=\"1!\""),
        "{text}"
    );
    assert!(text.contains("value=\"1-\"") && text.contains("value=\"Chậm\""), "as typed");
    assert_eq!(kept(&stand).len(), 1);
    assert_eq!(send(&mut officer, &path, "2", "1-", "Chậm"), 303);
    let prefilled = officer.get(&format!("{path}?so=2")).text();
    assert!(prefilled.contains("value=\"1 -\"") && prefilled.contains("value=\"Chậm\""));
    assert!(prefilled.contains("Sửa phiếu số 2"));
    assert_eq!(send(&mut officer, &path, "2!", "3 1", "Gọi 0912 345 678"), 303);
    for (line, said) in [
        ("", "Phiếu trống"),
        ("--", "Phiếu trống"),
        ("5", "Cần 2 câu trả lời, dòng này có 1"),
        ("6-", "Câu 1"),
        ("5 9", "Câu 2"),
    ] {
        let fields = [("viec", "key_in"), ("number", "3"), ("line", line), ("q-gop-y", "")];
        let answer = officer.send(&path, &fields);
        assert_eq!(answer.status, 422, "{line}");
        assert!(answer.text().contains(said), "{line}: {}", answer.text());
        assert!(answer.text().contains("Phiếu số 3"));
    }
    for odd in ["", "0", "4", "x", "3!", "99999999999", "1!!!x"] {
        assert_eq!(send(&mut officer, &path, odd, "5-", ""), 422, "{odd}");
    }
    let all = kept(&stand);
    assert_eq!(all.len(), 2);
    let two = &all[1].submission;
    assert_eq!((two.mode, two.counter.as_str()), (Mode::Paper, "quay-1"));
    assert_eq!(two.answers[2].1, AnswerValue::Text("Gọi 0912 345 678".into()));
    // 2026-11-18 12:00 in Vietnam: the last day of collecting.
    assert_eq!(two.received_at, 1_794_978_000_000);
    assert!(!all[0].held && stand.store.compare_tallies().unwrap().is_empty());
    // Who keyed in is in the log, and nothing of what stands on the slips.
    let log = stand.store.audit(None, i64::MAX, 100).unwrap();
    let rows = log.iter().rev().filter(|row| row.deed == Deed::SlipKeyedIn.word());
    let rows: Vec<_> = rows.map(|row| (row.account.as_str(), row.detail.as_str())).collect();
    assert_eq!(rows, [("lan", "1"), ("lan", "2"), ("lan", "2 (sửa)")]);
    assert!(log.iter().any(|row| row.detail == "2026-11-02 – 2026-11-18"));
    // A pile that is done stays as it is.
    assert_eq!(officer.send(&path, &[("viec", "close")]).status, 303);
    assert_eq!(send(&mut officer, &path, "3", "5-", ""), 409);
    assert_eq!(send(&mut officer, &path, "2!", "5-", ""), 409);
    assert!(officer.get(&path).text().contains("đã xong, không nhập thêm"));
    assert_eq!(kept(&stand).len(), 2);
}

#[test]
fn a_pile_is_listed_when_it_is_done_and_five_are_in() {
    let stand = Stand::new();
    everybody(&stand);
    let mut officer = Browser::of(&stand, "lan");
    let (few, many) = (begin(&mut officer, "nhanh-5"), begin(&mut officer, "nhanh-5"));
    for line in ["5-", "5-", "4-", "51"] {
        assert_eq!(key_in(&mut officer, &few, line), 303);
        assert_eq!(key_in(&mut officer, &many, line), 303);
    }
    assert_eq!(key_in(&mut officer, &many, "1+2"), 422, "that is one sign");
    assert_eq!(key_in(&mut officer, &many, "1 1+2"), 303);
    stand.clock.store(NOW + 2 * DAY, Ordering::Relaxed);
    let mut officer = Browser::of(&stand, "lan");
    let list = |browser: &Browser<'_>| browser.get("/desk/danh-gia").text();
    assert!(list(&officer).contains("chưa có đủ năm lượt"), "neither is done");
    for path in [&few, &many] {
        assert_eq!(officer.send(path, &[("viec", "close")]).status, 303);
    }
    assert!(list(&officer).contains("chưa có đủ năm lượt"), "not before the next working day");
    stand.clock.store(NOW + 3 * DAY, Ordering::Relaxed);
    let officer = Browser::of(&stand, "lan");
    let page = list(&officer);
    assert!(page.contains("02/11/2026 đến 18/11/2026") && page.contains("5 lượt"), "{page}");
    assert_eq!(page.matches("class=\"sheet\"").count(), 1, "four are too few");
}

#[test]
fn who_may_key_in_and_where() {
    who_keys_in(&Stand::new());
}

pub(super) fn who_keys_in(stand: &Stand) {
    everybody(stand);
    let mut officer = Browser::of(stand, "lan");
    let path = begin(&mut officer, "nhanh-5");
    let elsewhere = path.replace("phuong-vi-du", "xa-dong-mau");
    // The form, then what leader, province and the leader of another agency get at the pile and at the same id of
    // another agency.
    let slip = [("viec", "key_in"), ("number", "1"), ("line", "5-"), ("q-gop-y", "")];
    for (account, here, there) in
        [("minh", 303, 403), ("tinh", 403, 403), ("khac", 403, 404), ("lan", 303, 403)]
    {
        let mut browser = Browser::of(stand, account);
        assert_eq!(browser.send(&path, &slip).status, here, "{account}");
        assert_eq!(browser.send(&elsewhere, &slip).status, there, "{account}");
        assert_eq!(browser.send(&elsewhere, &[("viec", "close")]).status, there, "{account}");
        let page = if here == 303 { 200 } else { 403 };
        assert_eq!(browser.get(&path).status, page, "{account}");
    }
    assert_eq!(kept(stand).len(), 1);
    assert_eq!(officer.send_as(&path, &[OWN], &[("token", "0"), ("viec", "close")]).status, 403);
    assert_eq!(officer.send(&path, &[("viec", "x")]).status, 404);
    // A pile cannot be begun elsewhere, at a counter of others, with days that cannot be, under an odd id.
    let id = hidden(&officer.get(PILES).text(), "id");
    let form = |at: usize, odd: &str| {
        let mut fields = [
            ("agency", "phuong-vi-du".to_owned()),
            ("id", id.clone()),
            ("quay", "quay-1".to_owned()),
            ("phieu", "nhanh-5".to_owned()),
            ("from", "2026-11-02".to_owned()),
            ("until", "2026-11-18".to_owned()),
        ];
        odd.clone_into(&mut fields[at].1);
        fields
    };
    for (at, odd, status) in [
        (0, "xa-dong-mau", 403),
        (0, "../x", 403),
        (1, "ffffffffffffffffffffffffffffffff", 422),
        (1, "x", 422),
        (2, "quay-9", 422),
        (3, "khong-co", 422),
        (4, "2026-11-19", 422),
        (4, "2026-05-01", 422),
        (5, "2026-11-22", 422),
        (5, "hôm qua", 422),
        (0, "phuong-vi-du", 303),
        (0, "phuong-vi-du", 303),
    ] {
        let fields = form(at, odd);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(officer.send(PILES, &fields).status, status, "{odd}");
    }
    assert_eq!(
        stand.store.slip_batches(&slug("phuong-vi-du")).unwrap().len(),
        2,
        "sent twice, begun once"
    );
}
