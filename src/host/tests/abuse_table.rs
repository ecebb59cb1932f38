//! The table of requests that only abuse sends, over a real socket: for each the status, whether the connection stays
//! open, and always the safety fields.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::exchange::{Answer, read};
use super::odd_requests::assert_safe;
use super::sample_release::codes;
use super::stand::Stand;

/// What becomes of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Open,
    Closed,
}
use After::{Closed, Open};

/// The answer, without the leave to go on that may stand before it.
fn answer(bytes: &[u8]) -> Option<Answer> {
    read(bytes.strip_prefix(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap_or(bytes))
}

/// Sends a request as it is and reads one answer; then looks whether the connection is still there.
fn probe(address: SocketAddr, request: &[u8]) -> (Option<Answer>, After) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    // The server may stop reading half-way, which is its right.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let mut some = [0; 16 * 1024];
    loop {
        let read_now = match stream.read(&mut some) {
            Ok(count) => count,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return (answer(&bytes), Open);
            }
            Err(_) => 0,
        };
        bytes.extend_from_slice(&some[..read_now]);
        if read_now == 0 {
            return (answer(&bytes), Closed);
        }
        let length = |answer: &Answer| answer.field("content-length").parse().unwrap_or(0_usize);
        if answer(&bytes).is_some_and(|answer| answer.body.len() >= length(&answer)) {
            // The rest of the wait is only for the end.
            stream.set_read_timeout(Some(Duration::from_millis(2_500))).unwrap();
        }
    }
}

const HOST: &str = "Host: localhost\r\n";

fn get(target: &str, fields: &str) -> Vec<u8> {
    format!("GET {target} HTTP/1.1\r\n{HOST}{fields}\r\n").into_bytes()
}

fn post(fields: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST /Q/{} HTTP/1.1\r\n{HOST}Content-Type: application/x-www-form-urlencoded\r\n{fields}\r\n",
        codes()[0]
    );
    [head.as_bytes(), body].concat()
}

/// What is asked, as bytes, and how it ends.
type Row = (&'static str, Vec<u8>, u16, After);

fn framing() -> Vec<Row> {
    let raw = |text: &str| text.as_bytes().to_vec();
    let chunked = "Transfer-Encoding: chunked\r\n";
    vec![
        (
            "length and chunks",
            post(&format!("Content-Length: 3\r\n{chunked}"), b"0\r\n\r\n"),
            400,
            Closed,
        ),
        ("two lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", b"ab"), 400, Closed),
        ("a list of lengths", post("Content-Length: 1, 2\r\n", b"ab"), 400, Closed),
        ("a signed length", post("Content-Length: +1\r\n", b"a"), 400, Closed),
        ("a negative length", post("Content-Length: -1\r\n", b""), 400, Closed),
        ("an odd coding", post("Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n"), 400, Closed),
        ("chunked twice", post(&format!("{chunked}{chunked}"), b"0\r\n\r\n"), 400, Closed),
        ("a chunk without a size", post(chunked, b"zz\r\nab\r\n0\r\n\r\n"), 400, Closed),
        ("no Host", raw("GET / HTTP/1.1\r\n\r\n"), 400, Closed),
        ("two Hosts", get("/", HOST), 400, Closed),
        ("a folded field", get("/", " folded\r\n"), 400, Closed),
        (
            "a space before the colon",
            raw("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n"),
            400,
            Closed,
        ),
        ("a space in the target", get("/a b", ""), 400, Closed),
        ("a control sign in the target", get("/\u{1}", ""), 400, Closed),
        ("a field with a control sign", get("/", "X: a\u{1}b\r\n"), 400, Closed),
        ("HTTP/0.9", raw("GET /\r\n\r\n"), 400, Closed),
        ("HTTP/2 without asking", raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400, Closed),
        ("no HTTP at all", raw("\u{16}\u{3}\u{1}\u{2}\r\n\r\n"), 400, Closed),
        ("bare line ends", raw("GET / HTTP/1.1\nHost: localhost\n\n"), 200, Open),
        ("HTTP/1.0", raw("GET / HTTP/1.0\r\n\r\n"), 200, Closed),
    ]
}

fn hosts() -> Vec<Row> {
    let host = |host: &str| format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").into_bytes();
    vec![
        ("a Host with a space", host("a b/.."), 400, Closed),
        ("a Host with a path", host("localhost/../b"), 400, Closed),
        ("an empty Host", host(""), 400, Closed),
        ("another's Host", host("evil.example"), 421, Closed),
        ("another's address", host("203.0.113.7"), 421, Closed),
        ("a name that ends like ours", host("xniemyet.minhhoa.example"), 421, Closed),
        ("a target of another", get("http://evil.example/", ""), 421, Closed),
        (
            "a tunnel",
            b"CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
            421,
            Closed,
        ),
        ("the site", host("niemyet.minhhoa.example"), 200, Open),
        ("the site with port and final dot", host("NIEMYET.minhhoa.example.:8443"), 200, Open),
        ("a name that was given", host("may-chu.lan:8080"), 200, Open),
        ("loopback", host("[::1]:8080"), 200, Open),
        ("all of loopback", host("127.8.8.8"), 200, Open),
        ("a target of ours", get("http://niemyet.minhhoa.example/", ""), 200, Open),
    ]
}

fn sizes() -> Vec<Row> {
    let many = |count: usize| "X-Many: a\r\n".repeat(count);
    let long = |size: usize| format!("X: {}\r\n", "a".repeat(size));
    let ranges = (0..1_000).map(|at| format!("{at}-{at}")).collect::<Vec<_>>().join(",");
    let zeros = {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&vec![0; 10 * 1024 * 1024]).unwrap();
        packer.finish().unwrap()
    };
    let packed = format!("Content-Encoding: gzip\r\nContent-Length: {}\r\n", zeros.len());
    let chunk = [b"8000\r\n".to_vec(), vec![b'a'; 0x8000], b"\r\n0\r\n\r\n".to_vec()].concat();
    vec![
        ("a body too long, announced", post("Content-Length: 1000000\r\n", b""), 413, Closed),
        ("a body too long, in chunks", post("Transfer-Encoding: chunked\r\n", &chunk), 413, Closed),
        ("200 fields", get("/", &many(200)), 431, Closed),
        ("a field of 64 KB", get("/", &long(64 * 1024)), 431, Closed),
        ("a field of 17 KB", get("/", &long(17 * 1024)), 431, Closed),
        ("a head without end", get("/", &long(200 * 1024)), 431, Closed),
        ("a target of 9 KB", get(&format!("/{}", "a".repeat(9_000)), ""), 414, Closed),
        ("a field of 8 KB", get("/", &long(8 * 1024)), 200, Open),
        ("a bomb", post(&packed, &zeros), 415, Closed),
        (
            "packed twice",
            post("Content-Encoding: gzip, br\r\nContent-Length: 0\r\n", b""),
            415,
            Closed,
        ),
        (
            "a body too long, with a question first",
            post("Content-Length: 1000000\r\nExpect: 100-continue\r\n", b""),
            413,
            Closed,
        ),
        ("a thousand ranges", get("/", &format!("Range: bytes={ranges}\r\n")), 200, Open),
    ]
}

fn targets() -> Vec<Row> {
    let mut rows: Vec<Row> = [
        "/../x",
        "/%2e%2e/x",
        "/..%2fx",
        "/%5cx",
        "/..%5c..%5cx",
        "/%00",
        "/a%",
        "/a%zz",
        "/%ff",
        "/%0d%0aSet-Cookie:%20a=b",
        "//evil.example",
        "/.git/config",
        "/desk.postcard",
    ]
    .map(|target| (target, get(target, ""), 404, Open))
    .into();
    let other = |method: &str| format!("{method} / HTTP/1.1\r\n{HOST}\r\n").into_bytes();
    rows.extend([
        ("TRACE", other("TRACE"), 405, Closed),
        ("an invented method", other("BREW"), 405, Closed),
        (
            "a method to a star",
            format!("OPTIONS * HTTP/1.1\r\n{HOST}\r\n").into_bytes(),
            405,
            Closed,
        ),
        ("an upgrade", get("/", "Connection: Upgrade\r\nUpgrade: websocket\r\n"), 200, Closed),
    ]);
    rows
}

/// What proxies and programs have disagreed about elsewhere, so that a second request could hide in the first.
fn smuggling() -> Vec<Row> {
    let chunked = "Transfer-Encoding: chunked\r\n";
    let old = |fields: &str, body: &str| {
        format!("POST /Q/{} HTTP/1.0\r\n{HOST}{fields}\r\n{body}", codes()[0]).into_bytes()
    };
    let raw = |text: &str| text.as_bytes().to_vec();
    let hidden = get("/healthz", "");
    vec![
        ("chunks to an old version", old(chunked, "0\r\n\r\n"), 400, Closed),
        ("chunked, then packed", post("Transfer-Encoding: chunked, gzip\r\n", b""), 400, Closed),
        (
            "packed, then chunked",
            post("Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n"),
            400,
            Closed,
        ),
        ("chunked with a tab", post("Transfer-Encoding:\tchunked\r\n", b"zz\r\n"), 400, Closed),
        ("a length of nothing", post("Content-Length: \r\n", b""), 400, Closed),
        ("a length in hexadecimal", post("Content-Length: 0x1\r\n", b"a"), 400, Closed),
        ("a length beyond all", post("Content-Length: 99999999999999999999\r\n", b""), 400, Closed),
        ("a chunk beyond all", post(chunked, b"fffffffffffffffff\r\n"), 400, Closed),
        ("a signed chunk", post(chunked, b"-1\r\na\r\n0\r\n\r\n"), 400, Closed),
        ("a chunk longer than said", post(chunked, b"1\r\nab\r\n0\r\n\r\n"), 400, Closed),
        ("equal lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n", b"a"), 400, Closed),
        ("a field without a name", get("/", ": a\r\n"), 400, Closed),
        ("a field without a colon", get("/", "nothing\r\n"), 400, Closed),
        ("a field with a zero", get("/", "X: a\u{0}b\r\n"), 400, Closed),
        ("a field with a lone return", get("/", "X: a\rY: b\r\n"), 400, Closed),
        ("an unknown version", raw("GET / HTTP/3.7\r\nHost: localhost\r\n\r\n"), 400, Closed),
        (
            "a target that is no path",
            raw("GET index.html HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            421,
            Closed,
        ),
        (
            "a request for the body of another",
            get("/", &format!("Content-Length: {}\r\n", hidden.len()))
                .into_iter()
                .chain(hidden)
                .collect(),
            200,
            Closed,
        ),
    ]
}

fn more_hosts() -> Vec<Row> {
    let host = |host: &str| format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").into_bytes();
    vec![
        ("a Host with a port beyond all", host("localhost:99999999"), 400, Closed),
        ("a Host with letters for a port", host("localhost:http"), 400, Closed),
        ("an open bracket", host("[::1"), 400, Closed),
        ("two Hosts in one", host("localhost, evil.example"), 400, Closed),
        ("a Host with a user", host("localhost@evil.example"), 400, Closed),
        ("a Host after ours", host("localhost.evil.example"), 421, Closed),
        ("the name of all addresses", host("0.0.0.0"), 421, Closed),
        ("a target with a user", get("http://localhost@evil.example/", ""), 421, Closed),
        (
            "a target of ours, a Host of another",
            b"GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n\r\n".to_vec(),
            421,
            Closed,
        ),
        ("a forwarded Host", get("/", "X-Forwarded-Host: evil.example\r\n"), 200, Open),
        (
            "a target rewritten by a field",
            get("/", "X-Original-URL: /healthz\r\nX-Rewrite-URL: /metrics\r\n"),
            200,
            Open,
        ),
    ]
}

#[test]
fn every_request_of_the_table_ends_as_it_should() {
    let stand = Stand::new();
    let address = stand.address();
    // All at once, since most of the time is spent looking whether a connection stays open.
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let rows = [framing(), smuggling(), hosts(), more_hosts(), sizes(), targets()]
            .into_iter()
            .flatten();
        let probes: Vec<_> = rows
            .map(|(what, request, status, after)| {
                scope.spawn(move || {
                    let (answer, ended) = probe(address, &request);
                    answer.iter().for_each(assert_safe);
                    let length = |answer: &Answer| answer.field("content-length").parse().ok();
                    let alone = answer.iter().all(|one| length(one) == Some(one.body.len()));
                    let found = answer.map(|answer| answer.status);
                    let right = alone && (found, ended) == (Some(status), after);
                    let said =
                        format!("{what}: {found:?} {ended:?} {alone}, not {status} {after:?}");
                    (!right).then_some(said)
                })
            })
            .collect();
        probes.into_iter().filter_map(|probe| probe.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(stand.store.count().unwrap(), 0);
    assert_eq!(stand.get("/").status, 200);
}
