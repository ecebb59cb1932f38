//! https spoken by the host itself: a real handshake, a certificate renewed under load, and the signpost on plain http.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio_rustls::rustls::crypto::ring as provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::exchange::{Answer, ask, head, read, send};
use super::stand::Stand;
use crate::host::{Certificate, CertificateError, CertificateInUse};

/// A certificate for this machine, signed by itself, and its key; of a kind that authorities hand out.
struct Pair {
    chain: Vec<u8>,
    key: Vec<u8>,
}

fn openssl(folder: &Path, arguments: &str) {
    let done =
        Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn pair(kind: &str) -> Pair {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    openssl(at, &format!("req {kind} -nodes -subj /CN=host -keyout key -out asked"));
    std::fs::write(at.join("names"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n").unwrap();
    openssl(at, "x509 -req -in asked -signkey key -days 2 -extfile names -out chain");
    let read = |name| std::fs::read(at.join(name)).unwrap();
    Pair { chain: read("chain"), key: read("key") }
}

fn elliptic() -> Pair {
    pair("-newkey ec -pkeyopt ec_paramgen_curve:P-256")
}

impl Pair {
    fn certificate(&self) -> Certificate {
        Certificate::from_pem(&self.chain, &self.key).unwrap()
    }
}

/// A browser that trusts these.
fn trusting(pairs: &[&Pair]) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    for pair in pairs {
        roots.add(CertificateDer::from_pem_slice(&pair.chain).unwrap()).unwrap();
    }
    let config = ClientConfig::builder_with_provider(Arc::new(provider::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

type Encrypted = StreamOwned<ClientConnection, TcpStream>;

fn connect(browser: &Arc<ClientConfig>, address: SocketAddr) -> Encrypted {
    let name = ServerName::try_from("localhost").unwrap();
    let connection = ClientConnection::new(Arc::clone(browser), name).unwrap();
    let socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    StreamOwned::new(connection, socket)
}

/// A request over a connection of its own; the reason if the server is not trusted.
fn ask_encrypted(
    browser: &Arc<ClientConfig>,
    address: SocketAddr,
    target: &str,
    fields: &[&str],
) -> Result<Answer, std::io::Error> {
    let mut stream = connect(browser, address);
    stream.write_all(head("GET", target, fields).as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    Ok(read(&bytes).unwrap())
}

#[test]
fn pages_come_over_https_and_browsers_are_told_to_stay_there() {
    for kind in ["-newkey ec -pkeyopt ec_paramgen_curve:P-256", "-newkey rsa:2048"] {
        let pair = pair(kind);
        let stand = Stand::encrypted(CertificateInUse::new(pair.certificate()));
        let browser = trusting(&[&pair]);
        for address in stand.addresses() {
            let page = ask_encrypted(&browser, *address, "/thu-tuc/1.000894.html", &[]).unwrap();
            assert_eq!(page.status, 200);
            let stay = page.field("strict-transport-security");
            assert_eq!(stay, "max-age=31536000");
            assert_eq!(page.field("x-content-type-options"), "nosniff");
        }
        // An answer that the server beneath makes by itself comes completed here too.
        let mut stream = connect(&browser, stand.address());
        stream.write_all(b"GET / HTTP/1.1\r\nNo field\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        // It breaks the connection off without the farewell of an encrypted one.
        let _ = stream.read_to_end(&mut bytes);
        let bare = read(&bytes).unwrap();
        assert_eq!((bare.status, bare.field("x-content-type-options")), (400, "nosniff"));
    }
}

#[test]
fn the_desk_opens_over_https_with_the_cookie_for_it() {
    let pair = elliptic();
    let stand = Stand::encrypted(CertificateInUse::new(pair.certificate()));
    let site = "Host: niemyet.minhhoa.example";
    let page =
        ask_encrypted(&trusting(&[&pair]), stand.address(), "/desk/dang-nhap", &[site]).unwrap();
    assert!(page.text().contains("type=\"password\""), "{}", page.text());
}

#[test]
fn a_certificate_is_renewed_under_load_without_a_failed_request() {
    let pairs = [elliptic(), elliptic()];
    let in_use = CertificateInUse::new(pairs[0].certificate());
    let stand = Stand::encrypted(Arc::clone(&in_use));
    let address = stand.address();
    let only = [trusting(&[&pairs[0]]), trusting(&[&pairs[1]])];
    assert!(ask_encrypted(&only[0], address, "/", &[]).is_ok());
    assert!(ask_encrypted(&only[1], address, "/", &[]).is_err());
    // One that stays connected throughout.
    let mut stays = connect(&only[0], address);
    let mut again = || {
        stays.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut bytes = [0; 4096];
        let length = stays.read(&mut bytes).unwrap();
        assert!(bytes[..length].starts_with(b"HTTP/1.1 200"));
    };
    again();
    let done = Arc::new(AtomicBool::new(false));
    let both = trusting(&[&pairs[0], &pairs[1]]);
    let crowd: Vec<_> = (0..4)
        .map(|_| {
            let (done, both) = (Arc::clone(&done), Arc::clone(&both));
            std::thread::spawn(move || {
                let mut asked = 0;
                while !done.load(Ordering::Relaxed) {
                    let answer = ask_encrypted(&both, address, "/", &[]).unwrap();
                    assert_eq!(answer.status, 200);
                    asked += 1;
                }
                asked
            })
        })
        .collect();
    for turn in 1..=20 {
        std::thread::sleep(Duration::from_millis(25));
        in_use.exchange(pairs[turn % 2].certificate());
        again();
    }
    in_use.exchange(pairs[1].certificate());
    done.store(true, Ordering::Relaxed);
    let asked: u32 = crowd.into_iter().map(|one| one.join().unwrap()).sum();
    assert!(asked >= 20, "{asked}");
    again();
    assert!(ask_encrypted(&only[1], address, "/", &[]).is_ok());
    assert!(ask_encrypted(&only[0], address, "/", &[]).is_err());
}

#[test]
fn who_speaks_no_https_is_let_go_and_counted() {
    let pair = elliptic();
    let stand = Stand::encrypted(CertificateInUse::new(pair.certificate()));
    assert!(send(stand.address(), head("GET", "/", &[]).as_bytes()).is_none());
    // Whoever says nothing is let go too.
    let mut silent = TcpStream::connect(stand.address()).unwrap();
    silent.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert!(matches!(silent.read(&mut [0; 16]), Ok(0) | Err(_)));
    let browser = trusting(&[&pair]);
    let metrics = ask_encrypted(&browser, stand.address(), "/metrics", &[]).unwrap().text();
    assert!(metrics.contains("niemyet_handshakes_failed_total 2"), "{metrics}");
    let line = |line: &&str| line.starts_with("niemyet_certificate_end_timestamp_seconds ");
    let end = metrics.lines().find(line).unwrap().split(' ').nth(1).unwrap();
    assert!(end.parse::<u64>().unwrap() > 1_700_000_000, "{end}");
}

#[test]
fn plain_http_is_only_a_signpost() {
    let pair = elliptic();
    let stand = Stand::encrypted(CertificateInUse::new(pair.certificate()));
    let port = stand.address().port();
    let leads = |method: &str, target: &str, fields: &[&str]| {
        let answer = ask(stand.signpost(), method, target, fields);
        assert_eq!(answer.field("strict-transport-security"), "", "not to be said over http");
        (answer.status, answer.field("location").to_owned())
    };
    let site = "Host: niemyet.minhhoa.example:80";
    let to = |status, to: &str| (status, to.to_owned());
    assert_eq!(
        leads("GET", "/thu-tuc/1.000894.html?in=1", &[site]),
        to(301, "https://niemyet.minhhoa.example/thu-tuc/1.000894.html?in=1")
    );
    assert_eq!(leads("HEAD", "/", &[site]), to(301, "https://niemyet.minhhoa.example/"));
    assert_eq!(leads("POST", "/Q/K7F", &[site]).0, 308);
    assert_eq!(
        leads("GET", "/a", &["Host: localhost"]),
        to(301, &format!("https://localhost:{port}/a"))
    );
    assert_eq!(
        leads("GET", "/a", &["Host: [::1]:80"]),
        to(301, &format!("https://[::1]:{port}/a"))
    );
    assert_eq!(leads("GET", "/desk/", &["Host: localhost"]).0, 301);
    assert_eq!(leads("GET", "/metrics", &["Host: localhost"]).0, 301);
    // Nobody is led elsewhere, whatever is asked for.
    assert_eq!(leads("GET", "/", &["Host: evil.example"]), to(421, ""));
    assert_eq!(
        leads("GET", "//evil.example/", &[site]).1,
        "https://niemyet.minhhoa.example//evil.example/"
    );
    assert_eq!(leads("GET", "http://evil.example/", &[site]), to(421, ""));
    assert_eq!(leads("OPTIONS", "*", &[site]).1, "https://niemyet.minhhoa.example/");
}

#[test]
fn two_files_that_are_no_pair_are_told_in_one_line() {
    let (one, two) = (elliptic(), elliptic());
    for (chain, key, why) in [
        (&one.chain[..], &two.key[..], CertificateError::NotItsKey),
        (b"", &one.key, CertificateError::NoCertificate),
        (&one.key, &one.key, CertificateError::NoCertificate),
        (
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            &one.key,
            CertificateError::NoCertificate,
        ),
        (&one.chain, b"", CertificateError::NoKey),
        (&one.chain, &one.chain, CertificateError::NoKey),
    ] {
        let error = Certificate::from_pem(chain, key).err().unwrap();
        assert_eq!(error, why);
        assert!(!error.to_string().contains('\n'));
    }
}
