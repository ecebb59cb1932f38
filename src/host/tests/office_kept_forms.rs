//! A form of the desk that came after its session had ended: nothing typed is lost, nothing is done or shown by it.

use super::office_matters::{bring, everybody, path, stored};
use super::office_stand::{Browser, OWN, hidden};
use super::stand::Stand;
use crate::feedback::matter::{MatterKind, State};

/// The fields of a form.
type Fields<'f> = &'f [(&'f str, &'f str)];

#[test]
fn a_form_sent_after_the_session_ended_comes_back_with_all_that_was_typed() {
    let stand = Stand::new();
    everybody(&stand);
    let id = bring(&stand, 3, "phuong-vi-du", MatterKind::Petition, "Chờ lâu");
    let path = path("phuong-vi-du", id);
    let mut browser = Browser::of(&stand, "minh");
    browser.send(&path, &[("viec", "accept"), ("expected", "1")]);
    let held = browser.token();
    let words = "Đơn vị xin lỗi ông/bà.\n<script>\"x\"</script>";
    stand.clock.fetch_add(crate::store::IDLE + 1, std::sync::atomic::Ordering::Relaxed);
    let late =
        [("token", held.as_str()), ("viec", "answer"), ("settled", "fixed"), ("words", words)];
    let answer = browser.send_as(&path, &[OWN], &late);
    assert_eq!(answer.status, 403);
    let page = answer.text();
    assert!(
        page.contains("nội dung vừa gõ được giữ") && page.contains("type=\"password\""),
        "{page}"
    );
    assert!(!page.contains("<script>"));
    // A slip of the password loses nothing either.
    let kept = |page: &str| {
        ["giu:duong", "giu-viec", "giu-settled", "giu-words"]
            .map(|name| (name, unescape(&hidden(page, name))))
    };
    let fields = |page: &str, password: &str| {
        let kept = kept(page).map(|(name, value)| (name.to_owned(), value));
        let own = [("account", "minh"), ("password", password), ("number", "")];
        let own = own.map(|(name, value)| (name.to_owned(), value.to_owned()));
        kept.into_iter().chain(own).collect::<Vec<_>>()
    };
    let send = |browser: &mut Browser<'_>, fields: &[(String, String)]| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        browser.send_as("/desk/dang-nhap", &[OWN], &fields)
    };
    let slip = send(&mut browser, &fields(&page, "không phải đâu"));
    assert_eq!(slip.status, 422);
    let back = send(&mut browser, &fields(&slip.text(), super::office_stand::PASSWORD));
    assert_eq!((back.status, back.field("location")), (200, ""));
    assert!(back.field("set-cookie").starts_with("desk="));
    let page = back.text();
    assert!(page.contains("chưa được gửi"), "{page}");
    assert!(unescape(&page).contains(words), "{page}");
    // Nothing was done by signing in; the form is sent again with the token of the new session.
    assert_eq!(stored(&stand, "phuong-vi-du", id).life.state, State::Accepted);
    let token = hidden(&page, "token");
    assert!(!token.is_empty() && token != held);
    let again = [
        ("token", token.as_str()),
        ("expected", "2"),
        ("viec", "answer"),
        ("settled", "fixed"),
        ("words", words),
    ];
    assert_eq!(browser.send_as(&path, &[OWN], &again).status, 303);
    assert_eq!(stored(&stand, "phuong-vi-du", id).life.state, State::Answered);
}

#[test]
fn what_is_kept_leads_nowhere_and_shows_nothing_that_one_may_not_see() {
    let stand = Stand::new();
    everybody(&stand);
    let foreign = bring(&stand, 4, "xa-dong-mau", MatterKind::Petition, "Việc của xã khác");
    let digits = format!("{:032x}", u128::from_be_bytes(foreign));
    let own = [("account", "minh"), ("password", super::office_stand::PASSWORD), ("number", "")];
    for (way, status) in [
        // Of another agency: refused whether it is there or not, and under one's own it is not there.
        (format!("desk/viec/xa-dong-mau/{digits}"), 403),
        (format!("desk/viec/xa-dong-mau/{:032x}", 7), 403),
        (format!("desk/viec/phuong-vi-du/{digits}"), 404),
        ("desk/xin-loi/xa-dong-mau".to_owned(), 403),
        ("desk/viec-da-lam/xa-dong-mau".to_owned(), 403),
        (format!("desk/phieu-giay/xa-dong-mau/{digits}"), 403),
        // No address of anything: the inbox.
        (format!("https://xau.example/{digits}"), 303),
        (format!("//xau.example/{digits}"), 303),
        ("desk/viec/phuong-vi-du/..".to_owned(), 303),
        ("desk/phien".to_owned(), 303),
        (format!("desk/viec/a\r\nLocation: https://xau.example/{digits}"), 303),
    ] {
        let mut fields = vec![
            ("giu:duong", way.as_str()),
            ("giu-viec", "note"),
            ("giu-words", "x"),
            ("giu-ly-do", "x"),
            ("giu-y-kien", "x"),
            ("giu-line", "x"),
        ];
        fields.extend(own);
        let mut browser = Browser::new(&stand);
        let answer = browser.send_as("/desk/dang-nhap", &[OWN], &fields);
        assert_eq!(answer.status, status, "{way}");
        assert!(["", "/desk/"].contains(&answer.field("location")), "{way}");
        assert!(!answer.text().contains("Việc của xã khác"));
    }
}

/// Every form in which somebody types something: sent too late, it is there again after signing in, and nothing was done.
#[test]
fn whatever_is_typed_at_the_desk_survives_an_ended_session() {
    whatever_is_typed(&Stand::new());
}

pub(super) fn whatever_is_typed(stand: &Stand) {
    everybody(stand);
    let digits = "0a".repeat(16);
    let words = "Nhận sai phiếu <b>\"x\"</b>";
    let whole = crate::store::SlipBatch::draw_id(|bytes| bytes.fill(7));
    let pile = format!("{:032x}", u128::from_be_bytes(whole));
    let mut leader = Browser::of(stand, "minh");
    let survey = stand.board.posted().desk().surveys[0].id.to_string();
    let counter = stand.board.posted().desk().places[0].counter.to_string();
    let day = "2026-11-20";
    let begun = [
        ("agency", "phuong-vi-du"),
        ("id", pile.as_str()),
        ("quay", counter.as_str()),
        ("phieu", survey.as_str()),
        ("from", day),
        ("until", day),
    ];
    assert_eq!(leader.send("/desk/phieu-giay", &begun).status, 303);
    let slips = format!("/desk/phieu-giay/phuong-vi-du/{pile}");
    let register = "/desk/xin-loi/phuong-vi-du";
    let measures = "/desk/viec-da-lam/phuong-vi-du";
    let draft =
        [("viec", "draft"), ("so", "H01.02-261120-0007"), ("ly-do", words), ("loi", "late")];
    let table = [("viec", "files"), ("bang", words)];
    let total = [("viec", "total"), ("thang", "2026-09"), ("qua-han", "1234567")];
    let measure = [("viec", "measure"), ("ky", "2026-q4"), ("nguyen-nhan", words), ("ma", "")];
    let quote = [("viec", "quote"), ("ky", "2026-q4"), ("y-kien", words), ("ma", digits.as_str())];
    let slip = [("viec", "key_in"), ("number", "1"), ("line", words)];
    let days = [("agency", "phuong-vi-du"), ("from", "2026-10-05"), ("until", day)];
    let forms: [(&str, Fields<'_>, &str); 7] = [
        (register, &draft[..], words),
        (register, &table, words),
        (register, &total, "1234567"),
        (measures, &measure, words),
        (measures, &quote, words),
        (&slips, &slip, words),
        ("/desk/phieu-giay", &days, "2026-10-05"),
    ];
    for (path, sent, typed) in forms {
        let mut fields = vec![("token", leader.token())];
        fields.extend(sent.iter().map(|(name, value)| (*name, (*value).to_owned())));
        stand.clock.fetch_add(crate::store::IDLE + 1, std::sync::atomic::Ordering::Relaxed);
        let late: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = leader.send_as(path, &[OWN], &late);
        assert_eq!(answer.status, 403, "{path}");
        let page = answer.text();
        let kept = all_hidden(&page);
        assert!(
            kept.iter().any(|(name, value)| name.starts_with("giu-") && value == typed),
            "{path}"
        );
        assert!(!kept.iter().any(|(name, _)| name.contains("token")), "{path}: {kept:?}");
        let own =
            [("account", "minh"), ("password", super::office_stand::PASSWORD), ("number", "")];
        let all = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(own);
        let back = leader.send_as("/desk/dang-nhap", &[OWN], &all.collect::<Vec<_>>());
        assert_eq!(back.status, 200, "{path}");
        let page = unescape(&back.text());
        assert!(page.contains("chưa được gửi") && page.contains(typed), "{path}: {page}");
    }
    let agency = crate::text::Slug::parse("phuong-vi-du").unwrap();
    assert!(stand.store.apologies(&agency, 0, 9).unwrap().is_empty());
    assert!(stand.store.measures(&agency, "2026-q4").unwrap().is_empty());
    assert_eq!(stand.store.slip_batch(&agency, &whole).unwrap().unwrap().slips, 0);
}

/// All hidden fields of a page.
fn all_hidden(page: &str) -> Vec<(String, String)> {
    let fields = page.split("<input type=\"hidden\" name=\"").skip(1);
    let field = |text: &str| {
        let (name, rest) = text.split_once('"')?;
        let value = rest.strip_prefix(" value=\"")?.split_once('"')?.0;
        Some((name.to_owned(), unescape(value)))
    };
    fields.filter_map(field).collect()
}

/// A value as a browser reads it.
fn unescape(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}
