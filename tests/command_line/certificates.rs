//! A certificate that `serve` cannot speak https with is told before anything is built: one line, what to do.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::site::Site;

/// A certificate and its key, signed by itself.
fn made(folder: &Path, name: &str) {
    let arguments = format!(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={name} \
         -keyout {name}.key -out {name}.pem"
    );
    let openssl =
        Command::new("openssl").args(arguments.split_whitespace()).current_dir(folder).output();
    let done = openssl.unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_key_of_another_certificate_is_told_in_one_line() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path(), "one");
    made(dir.path(), "two");
    fs::write(dir.path().join("empty"), "").unwrap();
    let site = Site::sound();
    let path = |name: &str| dir.path().join(name).display().to_string();
    for (chain, key, vi, en) in [
        (
            "one.pem",
            "two.key",
            "khóa không phải của chứng thư này",
            "the key is not that of the certificate",
        ),
        ("empty", "one.key", "không có chứng thư dạng PEM", "holds no certificate in PEM"),
        ("one.pem", "one.pem", "không có khóa riêng dạng PEM", "holds no private key in PEM"),
        ("one.pem", "none.key", "không đọc được", "cannot be read"),
    ] {
        for (lang, said) in [("vi", vi), ("en", en)] {
            let (chain, key) = (path(chain), path(key));
            let tls = ["--tls-cert", &chain, "--tls-key", &key];
            let arguments = [&["--lang", lang, "serve", "--port", "0"][..], &tls].concat();
            let ran = site.run(&arguments);
            assert_eq!((ran.code, ran.err.trim_end().lines().count()), (2, 1), "{}", ran.err);
            assert!(ran.err.contains(said), "{}", ran.err);
        }
    }
    assert!(!site.output().join("site").exists(), "nothing was built");
    let alone = site.run(&["serve", "--tls-cert", "x"]);
    assert!(alone.code == 2 && alone.err.contains("--tls-key"), "{}", alone.err);
}
