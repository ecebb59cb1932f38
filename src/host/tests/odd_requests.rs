//! Requests that no browser sends: each is answered or dropped, none reaches past the release.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::exchange::{Answer, ask, send};
use super::sample_release::codes;
use super::stand::Stand;

#[test]
fn malformed_requests_are_refused() {
    let stand = Stand::new();
    let table: &[(&str, u16)] = &[
        (
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
        ),
        (
            "POST /Q/A HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            400,
        ),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        ("GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("GET /\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("GET /\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a b/..\r\nConnection: close\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a/../b\r\nConnection: close\r\n\r\n", 400),
        ("GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n", 200),
        ("GET / HTTP/1.0\r\n\r\n", 200),
    ];
    for (request, status) in table {
        let answer = send(stand.address(), request.as_bytes());
        let answer = answer.unwrap_or_else(|| panic!("no answer to {request:?}"));
        assert_eq!(answer.status, *status, "{request:?}");
        assert_safe(&answer);
    }
}

#[test]
fn no_path_leads_out_of_the_release() {
    let stand = Stand::new();
    for target in [
        "/../var/niemyet.db",
        "/%2e%2e/var/niemyet.db",
        "/..%2fvar",
        "/..%5cvar",
        "/..\\var",
        "/%00",
        "/a%",
        "/%ff",
        "//evil.example",
        "//evil.example/%2f..",
        "/%2f%2fevil.example",
        "/\\evil.example",
        "/thu-tuc//1.000894.html",
        "/thu-tuc%2F1.000894.html",
        "/./index.html",
        "/Q",
        "/Q/",
        "/q//",
        "/Q/%00",
        "/Q/../index.html",
        "/var/niemyet.db",
        "/desk.postcard",
        "/.git/config",
        "/index.html%00",
    ] {
        let answer = stand.get(target);
        assert_eq!((answer.status, answer.field("location")), (404, ""), "{target}");
    }
}

#[test]
fn other_methods_are_told_what_is_allowed() {
    let stand = Stand::new();
    let code = format!("/Q/{}", codes()[0]);
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"] {
        let answer = ask(stand.address(), method, "/", &[]);
        assert_eq!((answer.status, answer.field("allow")), (405, "GET, HEAD"), "{method}");
    }
    assert_eq!(ask(stand.address(), "POST", "/", &["Content-Length: 0"]).status, 405);
    assert_eq!(ask(stand.address(), "DELETE", &code, &[]).field("allow"), "GET, HEAD, POST");
}

#[test]
fn too_much_is_too_much() {
    let stand = Stand::new();
    let long = format!("X-Long: {}", "a".repeat(20_000));
    assert_eq!(stand.get_with("/", &[&long]).status, 431);
    assert_eq!(stand.get(&format!("/{}", "a".repeat(9_000))).status, 414);
    let many: Vec<String> =
        (0..90).map(|number| format!("X-{number}: {}", "a".repeat(200))).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(stand.get_with("/", &many).status, 431);
}

#[test]
fn a_body_that_never_ends_is_given_five_seconds() {
    let stand = Stand::new();
    let mut stream = TcpStream::connect(stand.address()).unwrap();
    let head = format!(
        "POST /Q/{} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 100\r\n\r\n",
        codes()[0]
    );
    let began = Instant::now();
    stream.write_all(head.as_bytes()).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let mut answer = Vec::new();
    while began.elapsed() < Duration::from_secs(15) && !answer.starts_with(b"HTTP/1.1 408") {
        let _ = stream.write_all(b"a");
        let mut some = [0; 1024];
        let read = stream.read(&mut some).unwrap_or_default();
        answer.extend_from_slice(&some[..read]);
    }
    let waited = began.elapsed();
    assert!(answer.starts_with(b"HTTP/1.1 408"), "{waited:?}");
    assert!((Duration::from_secs(4)..Duration::from_secs(9)).contains(&waited), "{waited:?}");
}

#[test]
fn every_answer_carries_the_safety_fields() {
    let stand = Stand::new();
    let code = format!("/Q/{}", codes()[0]);
    let answers = [
        stand.get("/"),
        stand.get("/nowhere"),
        stand.get("/en"),
        stand.get(&code),
        stand.get("/healthz"),
        stand.get("/metrics"),
        stand.rate(""),
        stand.rate("key=%ff"),
        ask(stand.address(), "PUT", "/", &[]),
        stand.get_with("/", &["Host: a b"]),
        stand.get_with("/", &["If-None-Match: *"]),
        stand.get("/bieu-mau/cai-dat.bin"),
        stand.get("/Q/AAAAAAA"),
        stand.rate(&format!("key={}&q-hai-long=4", "12".repeat(16))),
    ];
    answers.iter().for_each(assert_safe);
}

/// Every answer says what a browser must not do with it.
pub(super) fn assert_safe(answer: &Answer) {
    let policy = answer.field("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
        "{answer:?}"
    );
    assert_eq!(answer.field("x-content-type-options"), "nosniff");
    assert_eq!(answer.field("referrer-policy"), "same-origin");
    assert_eq!(answer.field("cross-origin-opener-policy"), "same-origin");
    assert!(!answer.field("permissions-policy").is_empty());
    assert!(!answer.field("cache-control").is_empty(), "{answer:?}");
    assert_eq!(answer.field("server"), "");
}

#[test]
fn a_head_that_never_ends_is_cut_off() {
    let stand = Stand::new();
    let mut stream = TcpStream::connect(stand.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(12))).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ").unwrap();
    let began = Instant::now();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(began.elapsed() < Duration::from_secs(9), "{:?}", began.elapsed());
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 408"));
}

#[test]
fn a_head_that_comes_line_by_line_is_cut_off_all_the_same() {
    let stand = Stand::new();
    let mut stream = TcpStream::connect(stand.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(400))).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").unwrap();
    let began = Instant::now();
    let mut some = [0; 1024];
    while began.elapsed() < Duration::from_secs(15) {
        // Every line would be reason enough to wait on, if each began the time anew.
        let written = stream.write_all(b"X-Slow: a\r\n");
        let read = stream.read(&mut some);
        if written.is_err() || read.is_ok() {
            break;
        }
    }
    let waited = began.elapsed();
    assert!((Duration::from_secs(3)..Duration::from_secs(9)).contains(&waited), "{waited:?}");
}

#[test]
fn who_holds_all_connections_holds_them_for_seconds_only() {
    let stand = Stand::new();
    let idle: Vec<TcpStream> = (0..120)
        .map(|at| {
            let mut stream = TcpStream::connect(stand.address()).unwrap();
            // Some have begun a head, some say nothing at all.
            stream.write_all(&b"GET / HTTP/1.1\r\nX-Slow: "[..at % 20]).unwrap();
            stream
        })
        .collect();
    let began = Instant::now();
    let answer = stand.get("/");
    let waited = began.elapsed();
    assert_eq!(answer.status, 200);
    assert!((Duration::from_secs(3)..Duration::from_secs(15)).contains(&waited), "{waited:?}");
    drop(idle);
}

#[test]
fn one_connection_carries_many_requests() {
    let stand = Stand::new();
    let get = |target: &str, more: &str| {
        format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n")
    };
    let body = "key=12121212121212121212121212121212&q-hai-long=4";
    let post = format!(
        "POST /Q/{} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        codes()[0],
        body.len()
    );
    let all = get("/", "") + &get("/nowhere", "") + &post + &get("/en/", "Connection: close\r\n");
    let mut stream = TcpStream::connect(stand.address()).unwrap();
    stream.write_all(all.as_bytes()).unwrap();
    let mut answers = Vec::new();
    stream.read_to_end(&mut answers).unwrap();
    let text = String::from_utf8_lossy(&answers);
    let statuses: Vec<&str> = text.split("HTTP/1.1 ").skip(1).map(|one| &one[..3]).collect();
    assert_eq!(statuses, ["200", "404", "303", "200"]);
}
