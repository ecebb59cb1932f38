//! One request and its answer over a plain socket, byte for byte, so that odd requests can be sent as
//! odd as they are.

use std::io::{Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use socket2::{Domain, Socket, Type};

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) fields: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// A header field, by its name in small letters; empty if absent.
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The body as text, unpacked if it was packed.
    pub(super) fn text(&self) -> String {
        let mut plain = Vec::new();
        match self.field("content-encoding") {
            "gzip" => drop(flate2::read::GzDecoder::new(&self.body[..]).read_to_end(&mut plain)),
            _ => plain.clone_from(&self.body),
        }
        String::from_utf8(plain).unwrap()
    }
}

/// Sends these bytes and reads until the server closes the connection; none for a server that closes it
/// without a word.
pub(super) fn send(address: SocketAddr, request: &[u8]) -> Option<Answer> {
    exchange(TcpStream::connect(address).unwrap(), request)
}

fn exchange(mut stream: TcpStream, request: &[u8]) -> Option<Answer> {
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // The server may stop reading half-way, which is its right.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let _ = stream.shutdown(Shutdown::Both);
    read(&bytes)
}

pub(super) fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let fields = lines.filter_map(|line| line.split_once(": "));
    let fields = fields.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
    Some(Answer { status, fields: fields.collect(), body: bytes[end + 4..].to_vec() })
}

/// A request with these field lines; the connection ends with its answer.
pub(super) fn ask(address: SocketAddr, method: &str, target: &str, fields: &[&str]) -> Answer {
    send(address, head(method, target, fields).as_bytes()).unwrap()
}

/// The bytes of such a request.
pub(super) fn head(method: &str, target: &str, fields: &[&str]) -> String {
    let mut head = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n");
    if !fields.iter().any(|field| field.starts_with("Host:")) {
        head.push_str("Host: localhost\r\n");
    }
    for field in fields {
        head.push_str(field);
        head.push_str("\r\n");
    }
    head + "\r\n"
}

/// A posted form.
pub(super) fn post(address: SocketAddr, target: &str, fields: &[&str], body: &[u8]) -> Answer {
    send(address, &posted(target, fields, body)).unwrap()
}

/// A posted form that comes from this address of loopback.
pub(super) fn post_from(
    source: &str,
    address: SocketAddr,
    target: &str,
    fields: &[&str],
    body: &[u8],
) -> Answer {
    exchange(bound(source, address), &posted(target, fields, body)).unwrap()
}

/// A request that comes from this address of loopback.
pub(super) fn ask_from(
    source: &str,
    address: SocketAddr,
    method: &str,
    target: &str,
    fields: &[&str],
) -> Answer {
    exchange(bound(source, address), head(method, target, fields).as_bytes()).unwrap()
}

fn bound(source: &str, address: SocketAddr) -> TcpStream {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    let source: IpAddr = source.parse().unwrap();
    socket.bind(&SocketAddr::new(source, 0).into()).unwrap();
    socket.connect(&address.into()).unwrap();
    socket.into()
}

fn posted(target: &str, fields: &[&str], body: &[u8]) -> Vec<u8> {
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let kind =
        if fields.iter().any(|field| field.starts_with("Content-Type")) { "X: y" } else { kind };
    let fields = fields.join("\r\n") + if fields.is_empty() { "" } else { "\r\n" };
    let length = body.len();
    let head = format!(
        "POST {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{kind}\r\n{fields}\
         Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}
