//! Apologies at the officers' desk: who may draft and sign, what is kept of a file, and what stands on the letter.

use super::office_stand::{Browser, OWN, roles, settle};
use super::stand::Stand;
use crate::feedback::officer::Role;
use crate::feedback::sample::slug;

const NUMBER: &str = "H29.113-261122-0012";
const MASKED: &str = "H29.•••-••••••-••12";
const REGISTER: &str = "/desk/xin-loi/phuong-vi-du";

/// A draft's form.
fn draft<'a>(number: &'a str, reason: &'a str) -> [(&'a str, &'a str); 7] {
    [
        ("viec", "draft"),
        ("so", number),
        ("thu-tuc", "1.001193"),
        ("loi", "late"),
        ("han", "2026-11-21"),
        ("hen-lai", "2026-11-28"),
        ("ly-do", reason),
    ]
}

fn everybody(stand: &Stand) {
    for (account, role) in &roles()[..3] {
        settle(stand, account, role.clone());
    }
    settle(stand, "khac", Role::Leader(slug("xa-dong-mau")));
}

/// The address of the page that a sent form leads to.
fn led_to(answer: &super::exchange::Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.field("location").trim_end_matches("?xong=1").to_owned()
}

#[test]
fn a_file_is_apologised_for_once_signed_by_the_leader_and_had_as_a_letter() {
    let stand = Stand::new();
    everybody(&stand);
    let mut officer = Browser::of(&stand, "lan");
    assert_eq!(officer.get("/desk/xin-loi").field("location"), REGISTER);
    assert!(officer.get(REGISTER).text().contains("trước ngày hẹn ít nhất 1 ngày"));
    let path = led_to(&officer.send(REGISTER, &draft(NUMBER, "Phải xác minh <b>")));
    let page = officer.get(&path).text();
    for part in
        [MASKED, "Phải xác minh &lt;b&gt;", "21/11/2026", "lẽ ra phải gửi trước hết ngày 20/11"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("261122"), "the whole number is nowhere");
    let again = officer.send(REGISTER, &draft("h29-113-261122-0012", "Khác"));
    assert_eq!(again.status, 409);
    assert!(
        again.text().contains("Mỗi hồ sơ chỉ xin lỗi") && again.text().contains("value=\"Khác\"")
    );
    // The officer does not sign; the leader does, once, and then nothing is thrown away.
    let sign = [("viec", "sign"), ("ten", "Trần Thị Minh, Chủ tịch <UBND>")];
    assert_eq!(officer.send(&path, &sign).status, 403);
    let mut leader = Browser::of(&stand, "minh");
    assert!(leader.get(&path).text().contains("value=\"Người minh\""));
    assert_eq!(leader.send(&path, &[("viec", "sign"), ("ten", " ")]).status, 422);
    assert_eq!(led_to(&leader.send(&path, &sign)), path);
    assert_eq!(leader.send(&path, &sign).status, 409);
    assert_eq!(leader.send(&path, &[("viec", "drop")]).status, 409);
    assert_eq!(leader.send(&path, &[("viec", "x")]).status, 404);
    let register = leader.get(REGISTER).text();
    assert!(register.contains("Trần Thị Minh, Chủ tịch &lt;UBND&gt; ký 21/11/2026"), "{register}");
    // The letter has a whole number and a name only if they are typed for it.
    let letter = format!("{path}/thu");
    let blank = leader.send(&letter, &[("dang", "in")]).text();
    assert!(blank.contains(MASKED) && blank.contains("Kính gửi: Ông/Bà ……"), "{blank}");
    assert!(blank.contains("CHỦ TỊCH &lt;UBND&gt;") && blank.contains("Trần Thị Minh</span>"));
    let fields = [("dang", "in"), ("so", "H29 113 261122 0012"), ("nguoi", "Lê Văn <Bình>")];
    let whole = leader.send(&letter, &fields).text();
    assert!(whole.contains("H291132611220012") && whole.contains("Ông/Bà Lê Văn &lt;Bình&gt;"));
    assert_eq!(leader.send(&letter, &[("dang", "in"), ("so", "H29.113-261122-0013")]).status, 422);
    let docx = leader.send(&letter, &[("dang", "docx")]);
    assert!(docx.body.starts_with(b"PK\x03\x04"));
    let log = stand.store.audit(Some(&slug("phuong-vi-du")), i64::MAX, 50).unwrap();
    assert!(log.iter().all(|row| !format!("{row:?}").contains("Bình")));
    assert_eq!(log.iter().filter(|row| row.deed == "letter_taken").count(), 3);
    assert_eq!(log.iter().filter(|row| row.deed == "apology_signed").count(), 1);
}

#[test]
fn what_is_wrong_with_a_draft_is_said_and_nothing_typed_is_lost() {
    let stand = Stand::new();
    everybody(&stand);
    let mut officer = Browser::of(&stand, "lan");
    let with = |name: &'static str, value: &'static str| {
        draft(NUMBER, "Phải xác minh")
            .map(|(own, old)| (own, if own == name { value } else { old }))
    };
    for (fields, said) in [
        (with("so", "12"), "từ 7 đến 40"),
        (with("so", "Nguyễn Văn Bình"), "từ 7 đến 40"),
        (with("ly-do", "Do ông Bình chưa nộp"), "nêu tên hoặc số"),
        (with("ly-do", "gọi 0912 345 678"), "nêu tên hoặc số"),
        (with("ly-do", ""), "Cần lý do"),
        (with("han", ""), "cần ngày hẹn trả ban đầu"),
        (with("han", "21/11/2026"), "Ngày phải có dạng"),
        (with("hen-lai", "2026-11-21"), "phải sau ngày hẹn"),
        (with("thu-tuc", "khai sinh"), "Mã thủ tục"),
        (with("loi", "x"), "desk_incomplete"),
    ] {
        let answer = officer.send(REGISTER, &fields);
        assert_eq!(answer.status, 422, "{said}");
        let text = answer.text();
        assert!(said == "desk_incomplete" || text.contains(said), "{said}: {text}");
        assert!(text.contains("<details id=\"draft\" open>"), "{said}");
    }
    assert!(stand.store.apologies(&slug("phuong-vi-du"), 0, 10).unwrap().is_empty());
    // A file of the list is known by its ends.
    let page = officer.get(&format!("{REGISTER}?ho-so=H29.***-******-**12&han=2026-11-21")).text();
    assert!(page.contains(MASKED) && page.contains("value=\"2026-11-21\""), "{page}");
    let mut fields = draft("H29.113-261122-0099", "Phải xác minh").to_vec();
    fields.push(("che", MASKED));
    assert_eq!(officer.send(REGISTER, &fields).status, 422, "another file");
}

#[test]
fn totals_and_lists_show_what_is_owed() {
    let stand = Stand::new();
    everybody(&stand);
    let mut leader = Browser::of(&stand, "minh");
    let total = |month, number| [("viec", "total"), ("thang", month), ("qua-han", number)];
    for (month, number) in [("2026-13", "1"), ("2026-12", "1"), ("2026-11", "1,5"), ("x", "")] {
        assert_eq!(leader.send(REGISTER, &total(month, number)).status, 422, "{month} {number}");
    }
    assert_eq!(leader.send(REGISTER, &total("2026-11", "12")).status, 303);
    for number in 10..19 {
        let number = format!("H29.113-261122-00{number}");
        let path = led_to(&leader.send(REGISTER, &draft(&number, "Chờ xác minh")));
        led_to(&leader.send(&path, &[("viec", "sign"), ("ten", "Minh, Chủ tịch")]));
    }
    let page = leader.get(REGISTER).text();
    assert!(
        page.contains("<th scope=\"row\">11/2026</th><td>12</td><td>9</td><td>3</td>"),
        "{page}"
    );
    let table = "so_ho_so;thu_tuc;han;ngay_tra\n\
                 H29.113-261122-0010;;21/11/2026;\n\
                 H29.113-261122-0050;1.001193;18-11-2026;\n\
                 H29.113-261122-0051;;2026-11-24;\n\
                 H29.113-261122-0052;;2026-11-01;2026-11-01\n";
    let bad = table.replace("18-11-2026", "18 tháng 11");
    let answer = leader.send(REGISTER, &[("viec", "files"), ("bang", &bad)]);
    assert_eq!(answer.status, 422);
    let text = answer.text();
    assert!(text.contains("Dòng 3, cột han: “18 tháng 11” không phải ngày."), "{text}");
    assert!(text.contains("H29.113-261122-0051"), "the table comes back");
    assert!(
        leader
            .send(REGISTER, &[("viec", "files"), ("bang", "a;b\n1;2")])
            .text()
            .contains("thiếu cột han")
    );
    assert_eq!(leader.send(REGISTER, &[("viec", "files"), ("bang", table)]).status, 303);
    let page = leader.get(REGISTER).text();
    assert!(page.contains("quá hạn từ 18/11/2026, chưa xin lỗi"), "{page}");
    assert!(page.contains("hạn 24/11/2026: nếu không kịp, phải xin lỗi trước hết ngày 23/11/2026"));
    let flagged = page.split("Hồ sơ cần xin lỗi").nth(1).unwrap().split("<h2>").next().unwrap();
    assert_eq!(
        flagged.matches("<li>").count(),
        2,
        "one has an apology, one was in time: {flagged}"
    );
}

#[test]
fn nobody_reaches_the_register_of_another_agency() {
    who_reaches_registers(&Stand::new());
}

pub(super) fn who_reaches_registers(stand: &Stand) {
    everybody(stand);
    let mut leader = Browser::of(stand, "minh");
    let path = led_to(&leader.send(REGISTER, &draft(NUMBER, "Chờ xác minh")));
    let letter = format!("{path}/thu");
    let mut other = Browser::of(stand, "khac");
    for page in [REGISTER, path.as_str()] {
        assert_eq!(other.get(page).status, 403, "{page}");
    }
    let sign = [("viec", "sign"), ("ten", "Khác")];
    assert_eq!(other.send(&path, &sign).status, 403);
    assert_eq!(other.send(&letter, &[("dang", "docx")]).status, 403);
    assert_eq!(other.send(REGISTER, &draft("H29.113-261122-0077", "x")).status, 403);
    // The id of ours below an agency of theirs.
    let foreign = path.replace("phuong-vi-du", "xa-dong-mau");
    assert_eq!(other.get(&foreign).status, 404);
    assert_eq!(other.send(&foreign, &sign).status, 404);
    assert_eq!(other.send(&format!("{foreign}/thu"), &[("dang", "docx")]).status, 404);
    // The province sees and does nothing; the administrator sees nothing.
    let mut province = Browser::of(stand, "tinh");
    let page = province.get(&path);
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("name=\"viec\""));
    assert_eq!(province.send(&path, &sign).status, 403);
    assert_eq!(province.send(REGISTER, &draft("H29.113-261122-0077", "x")).status, 403);
    assert_eq!(province.send(&letter, &[("dang", "docx")]).status, 403);
    // Forms without the token of the session do nothing.
    let forged = [("token", "0"), ("viec", "sign"), ("ten", "x")];
    assert_eq!(leader.send_as(&path, &[OWN], &forged).status, 403);
    assert_eq!(leader.send_as(&path, &["Sec-Fetch-Site: cross-site"], &sign).status, 403);
    let stored = stand.store.apologies(&slug("phuong-vi-du"), 0, 10).unwrap();
    assert!(stored.len() == 1 && stored[0].signed.is_none());
    assert_eq!(leader.send(&path, &[("viec", "drop")]).status, 303);
    assert_eq!(leader.get(&path).status, 404);
}
