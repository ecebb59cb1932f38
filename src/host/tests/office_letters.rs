//! Letters to whoever brought something: what stands on them, and what the log says of them.

use super::office_matters::{bring, everybody, path};
use super::office_stand::{Browser, OWN};
use super::stand::Stand;
use crate::feedback::matter::MatterKind;
use crate::feedback::sample::slug;
use crate::store::Deed;

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
    let log = stand.store.audit(Some(&slug("phuong-vi-du")), i64::MAX, 10).unwrap();
    let deeds: Vec<_> = log.iter().take(4).map(|row| (row.deed.as_str(), &*row.detail)).collect();
    let (taken, opened) = (Deed::LetterTaken.word(), Deed::PersonalDataOpened.word());
    assert_eq!(
        deeds,
        [(taken, "docx"), (taken, "print"), (opened, "letter"), (taken, "print")],
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
