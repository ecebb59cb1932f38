//! The way to a database over a network: encrypted, and only to a server that proves its name.

use std::fs;
use std::path::Path;
use std::process::Command;

use niemyet::store::{Database, PostgresStore, Store, StoreError};

use crate::place::{keep, randomness};
use crate::sample::rating;
use crate::server::Server;

fn openssl(folder: &Path, arguments: &str) {
    let done =
        Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// An authority, and a certificate by it for the address 127.0.0.1.
fn certify(folder: &Path) {
    let new = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2";
    openssl(folder, &format!("req -x509 {new} -subj /CN=authority -keyout ca.key -out ca.pem"));
    openssl(folder, &format!("req {new} -subj /CN=server -keyout server.key -out server.csr"));
    fs::write(folder.join("names"), "subjectAltName=IP:127.0.0.1\n").unwrap();
    let sign = "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2";
    openssl(folder, &format!("{sign} -extfile names -out server.pem"));
}

fn open(address: &str) -> Result<PostgresStore, StoreError> {
    PostgresStore::open(Database::parse(address)?, randomness())
}

#[test]
fn a_server_that_proves_its_name_is_trusted_and_no_other() {
    let (server, address) = Server::start("secrecy");
    let own = tempfile::tempdir().unwrap();
    certify(own.path());
    server.encrypt(own.path());
    let roots = |file: &str| own.path().join(file).display().to_string().replace('/', "%2F");
    let store = open(&format!("{address}?sslrootcert={}", roots("ca.pem"))).unwrap();
    keep(&store, rating(1, ""));
    assert_eq!(store.count().unwrap(), 1);
    // Another authority, the system's, and another name.
    let other = tempfile::tempdir().unwrap();
    certify(other.path());
    let foreign = other.path().join("ca.pem").display().to_string().replace('/', "%2F");
    let elsewhere = address.replace("127.0.0.1", "localhost");
    for refused in [
        format!("{address}?sslrootcert={foreign}"),
        format!("{address}?sslmode=require"),
        format!("{elsewhere}?sslrootcert={}", roots("ca.pem")),
    ] {
        let error = open(&refused).err().map(|error| format!("{error:?}")).unwrap_or_default();
        assert!(error.contains("InvalidCertificate"), "{refused}: {error}");
    }
    // Nobody gets in unencrypted where the server wants it, and the store says why.
    drop(store);
    assert!(open(&format!("{address}?sslmode=disable")).is_err());
}
