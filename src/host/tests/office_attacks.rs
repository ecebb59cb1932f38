//! What somebody tries at the desk who wants in, or wants an officer led elsewhere: sessions fixed beforehand, addresses
//! that lead away, lines smuggled into heads.

use super::exchange::ask;
use super::office_stand::{Browser, OWN, PASSWORD, roles, settle};
use super::sample_release::codes;
use super::stand::Stand;
use crate::store::Token;

#[test]
fn a_session_that_was_put_into_the_browser_before_is_worth_nothing() {
    let stand = Stand::new();
    settle(&stand, "minh", roles()[1].1.clone());
    // A token made up by somebody, and one that belonged to a session of theirs.
    let made_up = Token::draw(|bytes| bytes.fill(7)).digits();
    let theirs = Browser::of(&stand, "minh").cookie;
    for planted in [format!("desk={made_up}"), theirs] {
        let mut browser = Browser::new(&stand);
        browser.cookie.clone_from(&planted);
        assert_eq!(browser.sign_in("minh", PASSWORD, "").status, 303);
        assert_ne!(browser.cookie, planted, "the officer has a token of their own");
        assert_eq!(browser.get("/desk/").status, 200);
        let mut other = Browser::new(&stand);
        other.cookie = planted;
        assert_eq!(other.get("/desk/").status, 303, "and the planted one opens nothing");
    }
    // Of two cookies of the name the first counts, and neither is made good by signing in.
    let mut browser = Browser::new(&stand);
    browser.cookie = format!("desk={made_up}; desk={made_up}");
    assert_eq!(browser.sign_in("minh", PASSWORD, "").status, 303);
    assert!(!browser.cookie.contains(&made_up));
    // An address carries no session.
    let with = browser.cookie.replace('=', "%3D");
    assert_eq!(ask(stand.address(), "GET", &format!("/desk/?{with}"), &[]).status, 303);
}

#[test]
fn no_address_leads_an_officer_away() {
    let stand = Stand::new();
    settle(&stand, "minh", roles()[1].1.clone());
    let away = "https://xau.example/";
    for target in [
        "/desk/dang-nhap?next=https://xau.example/",
        "/desk/dang-nhap?xong=https://xau.example/",
        "/desk//xau.example",
        "/desk/https://xau.example/",
        "//xau.example/desk/",
        "/desk/viec/phuong-vi-du/https://xau.example/",
    ] {
        let answer = ask(stand.address(), "GET", target, &[]);
        let to = answer.field("location");
        assert!(to.is_empty() || to.starts_with("/desk/"), "{target}: {to}");
        assert!(!answer.text().contains("href=\"https://xau"), "{target}");
    }
    let mut browser = Browser::new(&stand);
    for (name, value) in
        [("next", away), ("action", away), ("href", away), ("return", "//xau.example")]
    {
        let fields = [("account", "minh"), ("password", PASSWORD), ("number", ""), (name, value)];
        let answer = browser.send_as("/desk/dang-nhap", &[OWN], &fields);
        assert_eq!((answer.status, answer.field("location")), (303, "/desk/"));
    }
}

#[test]
fn no_line_is_smuggled_into_a_head() {
    let stand = Stand::new();
    settle(&stand, "minh", roles()[1].1.clone());
    let mut browser = Browser::of(&stand, "minh");
    let line = "%0d%0aSet-Cookie:%20xau=1";
    let code = codes()[0];
    let addresses = [
        format!("/desk/viec/{line}/00"),
        format!("/desk/dang-nhap?xong={line}"),
        format!("/desk/?tu={line}&mau={line}"),
        format!("/en/desk/{line}"),
        format!("/tra-cuu/{line}"),
        format!("/phan-anh/{line}"),
        format!("/bao-tin/phuong-vi-du/thu-tuc/{line}"),
        format!("/thu-tuc/1.000894?{line}"),
        format!("/thu-tuc/cu{line}"),
        format!("/cam-on/{code}/{line}/x/1"),
        format!("/Q/{code}/khao-sat/{line}"),
    ];
    for address in &addresses {
        let answer = browser.get(address);
        assert!(
            answer.fields.iter().all(|(_, value)| !value.contains("xau=1") || value.contains("%0")),
            "{address}"
        );
        assert_eq!(answer.field("set-cookie"), "", "{address}");
    }
    // In what is sent, too: an account, a token, a session that is to be ended.
    let smuggled = "x\r\nSet-Cookie: xau=1";
    for (path, fields) in [
        ("/desk/dang-nhap", [("account", smuggled), ("password", smuggled)]),
        ("/desk/phien", [("token", smuggled), ("session", smuggled)]),
        ("/tra-cuu", [("code", smuggled), ("lang", smuggled)]),
    ] {
        let answer = browser.send_as(path, &[OWN], &fields);
        assert!(answer.fields.iter().all(|(_, value)| !value.contains("xau=1")), "{path}");
    }
}
