//! A form of the desk that came after its session had ended: nothing typed is lost, nothing is done or shown by it.

use super::office_matters::{bring, everybody, path, stored};
use super::office_stand::{Browser, OWN, hidden};
use super::stand::Stand;
use crate::feedback::matter::{MatterKind, State};

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
        ["giu-agency", "giu-id", "giu-viec", "giu-words"]
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
    for (agency, id, status) in [
        // Of another agency: as if it were not there.
        ("xa-dong-mau", digits.as_str(), 404),
        ("phuong-vi-du", digits.as_str(), 404),
        // No address of anything: the inbox.
        ("https://xau.example", digits.as_str(), 303),
        ("//xau.example", "//xau.example", 303),
        ("phuong-vi-du", "..", 303),
        ("a\r\nLocation: https://xau.example", digits.as_str(), 303),
    ] {
        let mut fields =
            vec![("giu-agency", agency), ("giu-id", id), ("giu-viec", "note"), ("giu-words", "x")];
        fields.extend(own);
        let mut browser = Browser::new(&stand);
        let answer = browser.send_as("/desk/dang-nhap", &[OWN], &fields);
        assert_eq!(answer.status, status, "{agency} {id}");
        assert!(["", "/desk/"].contains(&answer.field("location")), "{agency} {id}");
        assert!(!answer.text().contains("Việc của xã khác"));
    }
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
