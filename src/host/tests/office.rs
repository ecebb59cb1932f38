//! The officers' desk through its sockets: signing in, what it gives away, who may go where.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::exchange::{ask, post_from};
use super::office_stand::{Browser, OWN, PASSWORD, add, form, hidden, roles, settle};
use super::stand::{NOW, Stand};
use crate::feedback::officer::{Role, STEP_SECONDS, TotpSecret};
use crate::store::{ABSOLUTE, Deed, IDLE, Token};
use crate::text::Language;
use crate::theme::Theme;

fn leader() -> Role {
    roles()[1].1.clone()
}

#[test]
fn an_account_is_set_up_by_its_link_and_signs_in_and_out() {
    let stand = Stand::new();
    let link = add(&stand, "minh", leader());
    let path = format!("/desk/mat-khau/{}", link.digits());
    let mut browser = Browser::new(&stand);
    let page = browser.get(&path);
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Người minh"));
    let set = |browser: &mut Browser<'_>, password, again| {
        browser.send_as(&path, &[OWN], &[("password", password), ("again", again)])
    };
    for (password, again, said) in [
        ("ngắn", "ngắn", "ít nhất 12 ký tự"),
        ("aaaaaaaaaaaaa", "aaaaaaaaaaaaa", "dễ đoán"),
        (PASSWORD, "con mèo ngủ trưa!", "không giống nhau"),
    ] {
        let answer = set(&mut browser, password, again);
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains(said), "{said}");
    }
    let answer = set(&mut browser, PASSWORD, PASSWORD);
    assert_eq!((answer.status, answer.field("location")), (303, "/desk/dang-nhap?xong=mat-khau"));
    assert_eq!(set(&mut browser, PASSWORD, PASSWORD).status, 410, "once");
    assert_eq!(browser.get(&path).status, 410);
    assert_eq!(browser.get("/desk/").field("location"), "/desk/dang-nhap");
    let answer = browser.sign_in(" Minh ", PASSWORD, "");
    assert_eq!((answer.status, answer.field("location")), (303, "/desk/"));
    let cookie = answer.field("set-cookie");
    assert!(cookie.starts_with("desk=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"));
    let page = browser.get("/desk/");
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"));
    let policy = page.field("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("script")
    );
    assert!(page.text().contains("Người minh · Lãnh đạo đơn vị"));
    assert!(browser.get("/en/desk/").text().contains("Leader of the agency"));
    let held = browser.cookie.clone();
    let away = browser.send("/desk/dang-xuat", &[]);
    assert_eq!(away.status, 303);
    assert!(away.field("set-cookie").contains("Max-Age=0"));
    browser.cookie = held;
    assert_eq!(browser.get("/desk/").status, 303, "what was signed out is refused at once");
}

#[test]
fn known_and_unknown_accounts_are_told_the_same_and_wait_alike() {
    let stand = Stand::new();
    settle(&stand, "minh", leader());
    let mut browser = Browser::new(&stand);
    let said = |text: String| text.split("class=\"fault\"").nth(1).unwrap()[..120].to_owned();
    let [mut known, mut unknown] = [Duration::MAX; 2];
    for at in 0..5 {
        // From addresses of their own, so that nobody waits yet.
        let try_as = |account: &str, address: u8| {
            let body =
                form(&[("account", account), ("password", "không phải đâu"), ("number", "")]);
            let from = format!("127.0.1.{address}");
            let begun = Instant::now();
            let answer =
                post_from(&from, stand.address(), "/desk/dang-nhap", &[OWN], body.as_bytes());
            (answer, begun.elapsed())
        };
        let (one, took) = try_as("minh", 10 + at);
        known = known.min(took);
        let (other, took) = try_as(&format!("khong-co{at}"), 20 + at);
        unknown = unknown.min(took);
        assert_eq!((one.status, other.status), (422, 422));
        assert_eq!(said(one.text()), said(other.text()));
    }
    let (shorter, longer) = (known.min(unknown), known.max(unknown));
    assert!(longer < shorter * 2, "known {known:?}, unknown {unknown:?}");
    // What was typed for an account that does not exist may be a password: it is not in the log.
    let log = stand.store.audit(None, i64::MAX, 50).unwrap();
    let failed = log.iter().filter(|row| row.deed == Deed::SignInFailed.word());
    let mut subjects: Vec<&str> = failed.map(|row| row.subject.as_str()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    assert!(subjects.iter().all(|one| *one == "minh" || one.starts_with("khong-co")));
    browser.sign_in("mật khẩu của tôi", "x", "");
    let log = stand.store.audit(None, i64::MAX, 50).unwrap();
    assert!(log.iter().all(|row| !row.subject.contains("khẩu")));
}

#[test]
fn wrong_passwords_make_wait_and_never_lock_out() {
    let stand = Stand::new();
    settle(&stand, "minh", leader());
    let mut browser = Browser::new(&stand);
    for _ in 0..4 {
        assert_eq!(browser.sign_in("minh", "không phải đâu", "").status, 422);
    }
    let begun = Instant::now();
    let waits = browser.sign_in("minh", PASSWORD, "");
    assert_eq!((waits.status, waits.field("retry-after")), (429, "2"));
    assert!(begun.elapsed() < Duration::from_millis(500), "nothing was hashed");
    assert!(waits.text().contains("value=\"minh\""), "what was typed is still there");
    stand.clock.fetch_add(2_000, Ordering::Relaxed);
    assert_eq!(browser.sign_in("minh", PASSWORD, "").status, 303);
}

#[test]
fn forms_of_other_sites_and_other_sessions_are_not_taken() {
    let stand = Stand::new();
    settle(&stand, "minh", leader());
    let mut browser = Browser::of(&stand, "minh");
    let token = browser.token();
    let own = ("token", token.as_str());
    for head in [
        &["Sec-Fetch-Site: cross-site"][..],
        &["Sec-Fetch-Site: same-site"],
        &["Sec-Fetch-Site: none"],
        &["Origin: https://xau.example"],
        &["Origin: null"],
        &["Origin: http://localhost", "Origin: https://xau.example"],
        &["Sec-Fetch-Site: same-origin", "Origin: https://xau.example"],
        &[],
    ] {
        let answer = browser.send_as("/desk/phien", head, &[own, ("session", "x")]);
        assert_eq!(answer.status, 403, "{head:?}");
        let answer = browser.send_as("/desk/dang-nhap", head, &[("account", "minh")]);
        assert_eq!(answer.status, 403, "{head:?}");
    }
    for token in ["", "0", &"0".repeat(32), &token[1..]] {
        let answer = browser.send_as("/desk/dang-xuat", &[OWN], &[("token", token)]);
        assert_eq!(answer.status, 403, "{token}");
    }
    // The token of another session is no better.
    let mut other = Browser::of(&stand, "minh");
    assert_eq!(other.send_as("/desk/dang-xuat", &[OWN], &[own]).status, 403);
    // An older browser says where the form stood, and no more.
    let fields = [("token", other.token())].map(|(name, value)| (name, value));
    let fields = [(fields[0].0, fields[0].1.as_str())];
    assert_eq!(
        other.send_as("/desk/dang-xuat", &["Origin: http://localhost"], &fields).status,
        303
    );
    assert_eq!(browser.get("/desk/").status, 200);
}

#[test]
fn a_session_ends_idle_absolutely_and_when_revoked() {
    let stand = Stand::new();
    settle(&stand, "minh", leader());
    let mut one = Browser::of(&stand, "minh");
    // A cookie that somebody else has put there is not taken over.
    let mut fixed = Browser::new(&stand);
    fixed.cookie = format!("desk={}", "ab".repeat(32));
    let planted = fixed.cookie.clone();
    assert_eq!(fixed.sign_in("minh", PASSWORD, "").status, 303);
    assert_ne!(fixed.cookie, planted);
    // Signing in again ends what the browser had.
    let former = fixed.cookie.clone();
    assert_eq!(fixed.sign_in("minh", PASSWORD, "").status, 303);
    let again = Browser { stand: &stand, cookie: former };
    assert_eq!(again.get("/desk/").status, 303);
    let page = one.get("/desk/phien").text();
    assert_eq!(page.matches("<tr><td>").count(), 2);
    let other = hidden(&page, "session");
    assert!(one.send("/desk/phien", &[("session", &other)]).text().contains("Đã kết thúc phiên"));
    assert_eq!(fixed.get("/desk/").status, 303, "revoked");
    assert_eq!(one.get("/desk/").status, 200);
    stand.clock.store(NOW + IDLE + 1, Ordering::Relaxed);
    assert_eq!(one.get("/desk/").status, 303, "idle");
    stand.clock.store(NOW, Ordering::Relaxed);
    let busy = Browser::of(&stand, "minh");
    let mut now = NOW;
    while now + IDLE < NOW + ABSOLUTE {
        now += IDLE;
        stand.clock.store(now, Ordering::Relaxed);
        assert_eq!(busy.get("/desk/").status, 200);
        wait_until_seen(&stand, &busy, now);
    }
    stand.clock.store(NOW + ABSOLUTE + 1, Ordering::Relaxed);
    assert_eq!(busy.get("/desk/").status, 303, "after eight hours");
}

/// What is noted as seen is on its way to the disk when the page is answered.
fn wait_until_seen(stand: &Stand, browser: &Browser<'_>, now: i64) {
    let token = Token::parse(browser.cookie.strip_prefix("desk=").unwrap()).unwrap();
    for _ in 0..500 {
        let session = stand.store.session(&token, now).unwrap();
        if session.is_some_and(|(session, _)| session.seen_at == now) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("the session was never noted as seen");
}

#[test]
fn an_administrator_sets_up_one_time_numbers_first_and_each_counts_once() {
    let stand = Stand::new();
    settle(&stand, "quantri", Role::Administrator);
    let mut browser = Browser::of(&stand, "quantri");
    for path in ["/desk/", "/desk/tai-khoan", "/desk/nhat-ky", "/desk/viec/a/b"] {
        let answer = browser.get(path);
        let expected = if path.ends_with('b') { (404, "") } else { (303, "/desk/ma-xac-thuc") };
        assert_eq!((answer.status, answer.field("location")), expected, "{path}");
    }
    let page = browser.get("/desk/ma-xac-thuc").text();
    assert!(page.contains("<svg"), "the symbol for the phone");
    let typed = page.split("class=\"key\">").nth(1).unwrap().split('<').next().unwrap();
    let secret = TotpSecret::new(unbase32(typed));
    let sealed = hidden(&page, "sealed");
    let step = NOW / 1_000 / STEP_SECONDS;
    let fields = [("sealed", sealed.as_str()), ("number", "000000")];
    let wrong = browser.send("/desk/ma-xac-thuc", &fields);
    assert_eq!(wrong.status, 422);
    assert_eq!(hidden(&wrong.text(), "sealed").len(), sealed.len(), "the same secret, sealed anew");
    let number = secret.number(step);
    let fields = [("sealed", sealed.as_str()), ("number", number.as_str())];
    assert_eq!(browser.send("/desk/ma-xac-thuc", &fields).status, 303);
    let page = browser.get("/desk/tai-khoan");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("có mã xác thực"));
    assert_eq!(browser.get("/desk/").field("location"), "/desk/tai-khoan");
    // What is set up cannot be set up anew from a session.
    assert!(!browser.get("/desk/ma-xac-thuc").text().contains("name=\"sealed\""));
    let mut other = Browser::new(&stand);
    assert_eq!(other.sign_in("quantri", PASSWORD, "").status, 422, "a password is not enough");
    assert_eq!(other.sign_in("quantri", PASSWORD, &number).status, 422, "it was used to set up");
    let next = secret.number(step + 1);
    assert_eq!(other.sign_in("quantri", "không phải đâu", &next).status, 422);
    assert_eq!(other.sign_in("quantri", PASSWORD, &next).status, 303);
    stand.clock.fetch_add(60_000, Ordering::Relaxed);
    let mut third = Browser::new(&stand);
    assert_eq!(third.sign_in("quantri", PASSWORD, &next).status, 422, "used");
}

fn unbase32(typed: &str) -> [u8; 20] {
    let signs = typed.bytes().filter(|sign| *sign != b' ');
    let bits: Vec<u8> = signs
        .flat_map(|sign| {
            let value = if sign.is_ascii_digit() { sign - b'2' + 26 } else { sign - b'A' };
            (0..5).rev().map(move |bit| value >> bit & 1)
        })
        .collect();
    let bytes: Vec<u8> =
        bits.chunks(8).map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | bit)).collect();
    bytes.try_into().unwrap()
}

#[test]
fn the_desk_opens_over_https_or_on_this_machine_only() {
    let stand = Stand::new();
    settle(&stand, "minh", leader());
    let body = form(&[("account", "minh"), ("password", PASSWORD), ("number", "")]);
    // A name of the network, a proxy that we do not know: the password would be read on the way.
    for head in
        [&["Host: may-chu.lan"][..], &["X-Forwarded-For: 203.0.113.7"], &["Forwarded: for=x"]]
    {
        let answer = ask(stand.address(), "GET", "/desk/dang-nhap", head);
        assert_eq!(answer.status, 403, "{head:?}");
    }
    // 127.0.0.2 is a trusted proxy.
    let https = "X-Forwarded-Proto: https";
    let proxied = |head: &[&str]| {
        post_from("127.0.0.2", stand.address(), "/desk/dang-nhap", head, body.as_bytes())
    };
    let answer = proxied(&[OWN, https, "X-Forwarded-For: 203.0.113.7"]);
    assert_eq!(answer.status, 303);
    let cookie = answer.field("set-cookie");
    assert!(cookie.starts_with("__Host-desk=") && cookie.contains("; Secure"), "{cookie}");
    assert!(!answer.field("strict-transport-security").is_empty());
    let http = proxied(&[OWN, "X-Forwarded-Proto: http", "X-Forwarded-For: 203.0.113.7"]);
    assert_eq!(http.status, 403);
    // A cookie of the plain name is not looked at over https.
    let plain = cookie.replace("__Host-desk", "desk");
    let plain = format!("Cookie: {}", plain.split(';').next().unwrap());
    let answer =
        post_from("127.0.0.2", stand.address(), "/desk/dang-xuat", &[OWN, https, &plain], b"");
    assert_eq!(answer.status, 403);
}

#[test]
fn every_way_of_the_desk_for_every_role() {
    every_way(&Stand::new());
}

pub(super) fn every_way(stand: &Stand) {
    for (account, role) in roles() {
        settle(stand, account, role);
    }
    let matter = format!("/desk/viec/phuong-vi-du/{}", "0".repeat(32));
    let elsewhere = format!("/desk/viec/xa-dong-mau/{}", "0".repeat(32));
    // The way, then what officer, leader, province and administrator get. The administrator has not set up
    // one-time numbers here, so all but the own account leads there.
    let led = [303; 2];
    let table: [(&str, [[u16; 2]; 4]); 9] = [
        ("/desk/", [[200, 404], [200, 404], [200, 404], led]),
        ("/desk/dang-nhap", [[200, 422]; 4]),
        ("/desk/dang-xuat", [[404, 303]; 4]),
        ("/desk/ma-xac-thuc", [[200, 200]; 4]),
        ("/desk/phien", [[200, 404]; 4]),
        ("/desk/nhat-ky", [[403, 403], [200, 404], [200, 404], led]),
        ("/desk/tai-khoan", [[403, 403], [403, 403], [403, 403], led]),
        (&matter, [[404, 404], [404, 404], [404, 404], led]),
        (&elsewhere, [[403, 403], [403, 403], [404, 404], led]),
    ];
    for (path, expected) in table {
        let outside = Browser::new(stand);
        let answer = outside.get(path);
        let open = path == "/desk/dang-nhap";
        assert_eq!(answer.status, if open { 200 } else { 303 }, "nobody reads {path}");
        let mut outside = outside;
        let status = outside.send_as(path, &[OWN], &[("token", "")]).status;
        assert_eq!(status, if open { 422 } else { 403 }, "nobody sends to {path}");
        for ((account, _), [reads, sends]) in roles().into_iter().zip(expected) {
            let mut browser = Browser::of(stand, account);
            assert_eq!(browser.get(path).status, reads, "{account} reads {path}");
            let status = browser.send(path, &[]).status;
            assert_eq!(status, sends, "{account} sends to {path}");
            // Wrong sign-ins of the table must make nobody wait.
            stand.clock.fetch_add(70_000, Ordering::Relaxed);
        }
    }
    for odd in ["/desk/khong-co", "/desk/viec", "/desk//xau.example", "/desk/viec/A/00"] {
        let answer = Browser::of(stand, "minh").get(odd);
        assert_eq!(answer.status, 404, "{odd}");
        let answer = Browser::new(stand).get(odd);
        assert_eq!((answer.status, answer.field("location")), (303, "/desk/dang-nhap"), "{odd}");
    }
    for odd in ["/desk/..%2fphien", "/desk/%0d%0aX:y", "/desk/%ff"] {
        assert!([400, 404].contains(&Browser::of(stand, "minh").get(odd).status), "{odd}");
    }
    let answer = ask(stand.address(), "DELETE", "/desk/", &[]);
    assert_eq!((answer.status, answer.field("allow")), (405, "GET, HEAD, POST"));
}

#[test]
fn every_deed_and_role_has_words() {
    let theme = Theme::embedded();
    for language in [Language::VI, Language::EN] {
        let words = theme.words(language);
        for deed in Deed::ALL {
            let key = format!("deed_{}", deed.word());
            assert_ne!(words.get(&key), key);
        }
        for (_, role) in roles() {
            let key = format!("role_{}", role.word());
            assert_ne!(words.get(&key), key);
        }
    }
}

#[test]
fn a_flood_of_sign_ins_is_turned_away_and_ratings_go_on() {
    let stand = Stand::new();
    settle(&stand, "minh", leader());
    let body = form(&[("account", "minh"), ("password", "không phải đâu"), ("number", "")]);
    std::thread::scope(|scope| {
        let flood: Vec<_> = (0..8_u8)
            .map(|thread| {
                let (body, address) = (body.as_bytes(), stand.address());
                let send = move |at: u8| {
                    // Each from an address of its own, so that no delay stands before the hashing.
                    let from = format!("127.1.{thread}.{}", at + 1);
                    post_from(&from, address, "/desk/dang-nhap", &[OWN], body).status
                };
                scope.spawn(move || (0..25).map(send).collect::<Vec<u16>>())
            })
            .collect();
        let mut slowest = Duration::ZERO;
        for number in 0..20_u8 {
            let begun = Instant::now();
            let rated =
                stand.rate(&format!("key={number:032x}&q-hai-long=5&survey=nhanh-5&version=1"));
            assert!([200, 303].contains(&rated.status), "{}", rated.status);
            slowest = slowest.max(begun.elapsed());
        }
        let statuses: Vec<u16> = flood.into_iter().flat_map(|one| one.join().unwrap()).collect();
        let turned_away = statuses.iter().filter(|status| [429, 503].contains(*status)).count();
        assert!(turned_away > 100, "{turned_away} of {}", statuses.len());
        assert!(slowest < Duration::from_secs(2), "a rating took {slowest:?}");
    });
}
