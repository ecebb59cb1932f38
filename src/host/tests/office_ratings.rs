//! Ratings at the officers' desk: what is shown of them and to whom, what was set aside, words to be reviewed.

use std::sync::atomic::Ordering;

use super::office_stand::{Browser, OWN, hidden, roles, settle};
use super::stand::{NOW, Stand};
use crate::feedback::officer::Role;
use crate::feedback::sample::{level, rating, slug, wide_key};
use crate::feedback::{AnswerValue, Mark, Submission};
use crate::store::{Deed, StoredRating, TallySpan};

const HOUR: i64 = 60 * 60 * 1_000;
const DAY: i64 = 24 * HOUR;

/// The Wednesday before `NOW`, a Saturday: 2026-11-18 08:30 in Vietnam.
const WEDNESDAY: i64 = NOW - 3 * DAY;

fn wait<T>(promise: crate::store::Promise<T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(promise).unwrap()
}

/// Keeps a rating.
fn keep(stand: &Stand, number: u32, at: i64, mark: u8, words: &str, marks: &[Mark]) {
    let mut answers = vec![level("hai-long", mark)];
    if !words.is_empty() {
        answers.push((slug("gop-y"), AnswerValue::Text(words.into())));
    }
    let sent =
        Submission { answers, received_at: at, marks: marks.into(), ..rating(wide_key(number)) };
    wait(stand.store.keep(sent));
}

fn everybody(stand: &Stand) {
    for (account, role) in &roles()[..3] {
        settle(stand, account, role.clone());
    }
    settle(stand, "khac", Role::Leader(slug("xa-dong-mau")));
}

fn exported(stand: &Stand) -> Vec<StoredRating> {
    let mut all = Vec::new();
    let mut each = |one| {
        all.push(one);
        Ok(())
    };
    stand.store.export(&mut each).unwrap();
    all
}

/// A page without what differs from one session to the next.
fn page(browser: &Browser<'_>, path: &str) -> String {
    let answer = browser.get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    let text = answer.text();
    let token = hidden(&text, "token");
    let officer = text.split("class=\"soft\">").nth(1).and_then(|rest| rest.split('<').next());
    let text = text.replace(officer.unwrap_or_default(), "");
    if token.is_empty() { text } else { text.replace(&token, "") }
}

#[test]
fn answers_are_shown_from_the_next_working_day_and_five_at_a_time() {
    let stand = Stand::new();
    everybody(&stand);
    for number in 0..4 {
        keep(&stand, number, WEDNESDAY + i64::from(number) * HOUR, 5, "", &[]);
    }
    let officer = Browser::of(&stand, "lan");
    let leader = Browser::of(&stand, "minh");
    let nothing = page(&officer, "/desk/danh-gia");
    assert!(nothing.contains("chưa có đủ năm lượt") && nothing.contains("19/11/2026"), "{nothing}");
    keep(&stand, 4, WEDNESDAY + 7 * HOUR, 1, "Chờ lâu <b>", &[]);
    let shown = page(&officer, "/desk/danh-gia");
    assert!(shown.contains("Sáng 18/11/2026 đến Chiều 18/11/2026"), "{shown}");
    assert!(shown.contains("4 ×") && shown.contains("Rất hài lòng") && shown.contains("5 lượt"));
    // One who wrote is not shown among five who did not.
    assert!(!shown.contains("Chờ lâu") && shown.contains("chưa có đủ năm người"), "{shown}");
    for part in ["08:30", "14:30", "1.000894", "qr"] {
        let inside = shown.split("<main").nth(1).unwrap();
        assert!(!inside.contains(part), "{part} tells who it was: {inside}");
    }
    // Friday's are not read on Saturday, nor today's: no page of anybody changes.
    let paths = ["/desk/danh-gia", "/desk/danh-gia/cach-ly", "/desk/danh-gia?thang=2026-10"];
    let before: Vec<_> = paths.iter().map(|path| page(&officer, path)).collect();
    let lead: Vec<_> = paths.iter().map(|path| page(&leader, path)).collect();
    for number in 10..30 {
        let marks = if number % 2 == 0 { &[][..] } else { &[Mark::Burst][..] };
        let at = if number < 20 { NOW } else { WEDNESDAY + 2 * DAY };
        keep(&stand, number, at, 2, "Lời hôm nay", marks);
    }
    for ((path, before), lead) in paths.iter().zip(before).zip(lead) {
        assert_eq!(page(&officer, path), before, "{path}");
        assert_eq!(page(&leader, path), lead, "{path}");
    }
    // On Monday they are there, as a gathering of their own, and what was shown stays as it was.
    stand.clock.store(NOW + 2 * DAY, Ordering::Relaxed);
    let officer = Browser::of(&stand, "lan");
    let shown = page(&officer, "/desk/danh-gia");
    assert!(shown.contains("Sáng 20/11/2026") && shown.contains("Sáng 18/11/2026 đến Chiều"));
    assert_eq!(shown.matches("Lời hôm nay").count(), 10);
    assert!(shown.contains("Chờ lâu &lt;b&gt;"), "gathered with the words of Friday");
}

#[test]
fn who_may_see_ratings_of_which_agency() {
    who_sees_ratings(&Stand::new());
}

pub(super) fn who_sees_ratings(stand: &Stand) {
    everybody(stand);
    let own = "?don-vi=phuong-vi-du";
    let other = "?don-vi=xa-dong-mau";
    // The way, then what officer, leader, province and the leader of another agency get.
    let table: [(&str, &str, [u16; 4]); 9] = [
        ("/desk/danh-gia", own, [200, 200, 200, 403]),
        ("/desk/danh-gia", other, [403, 403, 200, 200]),
        ("/desk/danh-gia", "?don-vi=..%2f", [403, 403, 403, 403]),
        ("/desk/danh-gia/cach-ly", own, [200, 200, 200, 403]),
        ("/desk/danh-gia/cach-ly", other, [403, 403, 200, 200]),
        ("/desk/danh-gia/loi-gop-y", own, [403, 200, 403, 403]),
        ("/desk/danh-gia/loi-gop-y", other, [403, 403, 403, 200]),
        ("/desk/phieu-giay", own, [200, 200, 403, 403]),
        ("/desk/phieu-giay", other, [403, 403, 403, 200]),
    ];
    for (at, account) in ["lan", "minh", "tinh", "khac"].into_iter().enumerate() {
        let browser = Browser::of(stand, account);
        for (way, query, expected) in table {
            let answer = browser.get(&format!("{way}{query}"));
            assert_eq!(answer.status, expected[at], "{way}{query} as {account}");
        }
    }
    for odd in [
        "?quay=khac&phieu=x&thang=2026-13",
        "?thang=9999-12&truoc=x&tu=x",
        "?truoc=-9999999999999999999",
        "?truoc=9223372036854775807&tu=18446744073709551615",
        "?thang=1900-01",
    ] {
        let browser = Browser::of(stand, "lan");
        assert_eq!(browser.get(&format!("/desk/danh-gia{odd}")).status, 200, "{odd}");
    }
}

#[test]
fn what_was_set_aside_is_judged_in_groups_and_the_tallies_follow() {
    let stand = Stand::new();
    everybody(&stand);
    for number in 0..6 {
        keep(&stand, number, WEDNESDAY + i64::from(number), 1, "Rất chậm", &[Mark::Burst]);
    }
    keep(&stand, 9, WEDNESDAY, 1, "", &[Mark::TooFast]);
    let officer = Browser::of(&stand, "lan");
    let path = "/desk/danh-gia/cach-ly";
    let shown = page(&officer, path);
    assert!(shown.contains("<td>7</td><td>0</td>") && !shown.contains("Dồn dập"), "{shown}");
    let mut leader = Browser::of(&stand, "minh");
    let shown = page(&leader, path);
    assert!(shown.contains("Dồn dập") && shown.contains("6 lượt"), "{shown}");
    assert!(
        !shown.contains("Rất chậm") && !shown.contains("hai-long"),
        "nothing that was answered"
    );
    let group = |marks, n, verdict| {
        let half = hidden(&shown, "half-day");
        [
            ("agency", "phuong-vi-du".to_owned()),
            ("counter", "quay-1".to_owned()),
            ("half-day", half),
            ("marks", marks),
            ("n", n),
            ("viec", verdict),
            ("reason", "Đoàn khách đến cùng lúc".to_owned()),
        ]
    };
    let send = |browser: &mut Browser<'_>, fields: &[(&str, String)]| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.send(path, &fields).status
    };
    let burst = |n: &str, verdict: &str| group("burst".into(), n.into(), verdict.into());
    let counted = || {
        let tallies = stand.store.tallies(&TallySpan::month(None, 202_611)).unwrap();
        let of = |held| {
            let rows = tallies.hours.iter().filter(|(cell, _)| cell.held == held);
            rows.map(|(_, n)| *n).sum::<i64>()
        };
        (of(false), of(true))
    };
    let mut lan = Browser::of(&stand, "lan");
    let mut khac = Browser::of(&stand, "khac");
    assert_eq!(send(&mut lan, &burst("6", "release")), 403, "officers see numbers");
    assert_eq!(send(&mut khac, &burst("6", "release")), 403, "another agency's");
    let mut elsewhere = burst("6", "release");
    elsewhere[0].1 = "xa-dong-mau".into();
    assert_eq!(send(&mut khac, &elsewhere), 409, "nothing of ours lies there");
    assert_eq!(send(&mut leader, &burst("5", "release")), 409, "more than was decided about");
    assert_eq!(send(&mut leader, &burst("6", "x")), 404);
    for (at, odd) in [(6, ""), (6, "a\u{7}"), (4, "x"), (3, "x"), (2, "-1"), (1, "../x")] {
        let mut fields = burst("6", "release");
        fields[at].1 = odd.into();
        assert_eq!(send(&mut leader, &fields), 422, "{odd}");
    }
    let forged = [("token", "0"), ("viec", "release")];
    assert_eq!(leader.send_as(path, &[OWN], &forged).status, 403);
    assert_eq!(counted(), (0, 7));
    assert_eq!(send(&mut leader, &burst("6", "release")), 303);
    assert_eq!(counted(), (6, 1));
    assert_eq!(send(&mut leader, &burst("6", "release")), 409, "once");
    let mut province = Browser::of(&stand, "tinh");
    assert_eq!(send(&mut province, &group("too_fast".into(), "1".into(), "keep_out".into())), 303);
    assert_eq!(counted(), (6, 1));
    assert!(page(&officer, path).contains("<td>0</td><td>1</td>"));
    assert!(stand.store.compare_tallies().unwrap().is_empty());
    // What a person has let out is counted, and not listed one by one where it would stand out.
    assert!(page(&officer, "/desk/danh-gia").contains("chưa có đủ năm lượt"));
    let log = stand.store.audit(None, i64::MAX, 100).unwrap();
    let rows: Vec<_> = log.iter().filter(|row| row.deed == Deed::RatingReleased.word()).collect();
    assert_eq!(rows.len(), 6);
    assert!(rows.iter().all(|row| row.account == "minh" && row.subject == "quay-1"));
    assert_eq!(rows[0].detail, "2026-11-18 sáng: burst");
    let held: Vec<_> = log.iter().filter(|row| row.deed == Deed::RatingHeld.word()).collect();
    assert_eq!((held.len(), held[0].account.as_str()), (1, "tinh"));
    // The id of a rating begins with its time; nothing that the desk shows or logs holds one.
    for one in exported(&stand) {
        let id = one.id_digits();
        let shown = page(&leader, "/desk/nhat-ky");
        assert!(!shown.contains(&id) && log.iter().all(|row| !row.detail.contains(&id[..12])));
    }
}

#[test]
fn words_are_reviewed_one_by_one() {
    let stand = Stand::new();
    everybody(&stand);
    for (number, words) in
        ["Gọi tôi 0912 345 678", "Cô Lan quầy 2 tốt, 0987 654 321", "a 0912345679", "Tốt", "b"]
            .into_iter()
            .enumerate()
    {
        let number = u32::try_from(number).unwrap();
        let marks = if words.contains('0') { &[Mark::Personal][..] } else { &[] };
        keep(&stand, number, WEDNESDAY + i64::from(number), 3, words, marks);
    }
    let path = "/desk/danh-gia/loi-gop-y";
    let mut leader = Browser::of(&stand, "minh");
    let officer = Browser::of(&stand, "lan");
    let shown = page(&leader, path);
    assert!(shown.contains("3 lời chờ duyệt") && !shown.contains("0912"), "{shown}");
    let name = |shown: &str, words: &str| hidden(shown.split(words).nth(1).unwrap(), "words-of");
    let first = name(&shown, "Gọi tôi •••");
    let opened = leader.send(path, &[("viec", "open"), ("words-of", &first)]).text();
    assert!(opened.contains("Gọi tôi 0912 345 678") && !opened.contains("0987"), "{opened}");
    let second = name(&shown, "Cô Lan quầy 2 tốt");
    let mask = |words| [("viec", "mask"), ("words-of", second.as_str()), ("proposed", words)];
    let back = leader.send(path, &mask("Cô Hoa quầy 2 tốt"));
    assert_eq!(back.status, 422);
    assert!(back.text().contains("Cô Hoa quầy 2 tốt</textarea>"), "what was typed is still there");
    assert_eq!(leader.send(path, &mask("Cô ••• quầy 2 tốt, •••")).status, 303);
    assert_eq!(leader.send(path, &mask("•••")).status, 409, "what was decided first stands");
    let withhold = [("viec", "withhold"), ("words-of", first.as_str())];
    assert_eq!(leader.send(path, &withhold).status, 303);
    let third = name(&shown, "a •••");
    let approve = [("viec", "approve"), ("words-of", third.as_str())];
    let mut other = Browser::of(&stand, "khac");
    assert_eq!(other.send(path, &approve).status, 409, "a name of elsewhere leads nowhere");
    assert_eq!(Browser::of(&stand, "lan").send(path, &approve).status, 403);
    assert_eq!(leader.send(path, &[("viec", "x"), ("words-of", &third)]).status, 404);
    assert_eq!(leader.send(path, &approve).status, 303);
    assert!(page(&leader, path).contains("Không có lời nào chờ duyệt"));
    let shown = page(&officer, "/desk/danh-gia");
    assert!(shown.contains("Cô ••• quầy 2 tốt, •••") && !shown.contains("Gọi tôi"), "{shown}");
    assert_eq!(shown.matches("Đã duyệt").count(), 2);
    let log = stand.store.audit(None, i64::MAX, 100).unwrap();
    let deeds = |deed: Deed| log.iter().filter(|row| row.deed == deed.word()).count();
    assert_eq!((deeds(Deed::WordsReviewed), deeds(Deed::PersonalDataOpened)), (3, 1));
    assert!(log.iter().all(|row| !row.detail.contains("Lan")), "never what a citizen wrote");
}
