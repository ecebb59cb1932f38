//! What the operator is told when the store cannot be opened: in their tongue, with what to do, and with the
//! system's own cause behind it.

use std::process::Command;

/// What the program complains of, and its exit code.
fn complaint(lang: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let ran = Command::new(env!("CARGO_BIN_EXE_niemyet"))
        .args(["--lang", lang])
        .args(arguments)
        .env_remove("NIEMYET_DATABASE")
        .output()
        .unwrap();
    (String::from_utf8(ran.stderr).unwrap(), ran.status.code())
}

#[test]
fn a_store_that_cannot_be_opened_is_told_in_the_operator_s_tongue() {
    let dir = tempfile::tempdir().unwrap();
    let missing = dir.path().join("var").display().to_string();
    let away = "postgres://niemyet:s3cr3t@127.0.0.1:1/niemyet";
    let odd = "postgres://niemyet:s3cr3t@127.0.0.1:1/niemyet?sslmode=maybe";
    let counting = ["--data", &missing, "store", "count"];
    let copying = ["store", "copy", "--from", &missing, "--to", &missing];
    let cases: [(&[&str], &str, &str, &str); 4] = [
        (&counting, "máy chủ đã chạy lần nào chưa", "has serve run yet", "niemyet.db"),
        (&copying, "máy chủ đã chạy lần nào chưa", "has serve run yet", "niemyet.db"),
        (
            &["--database", away, "store", "count"],
            "xem địa chỉ hoặc thư mục",
            "see that the address or folder is right",
            "os error",
        ),
        (&["--database", odd, "store", "count"], "dùng disable", "use disable", "maybe"),
    ];
    for (arguments, vi, en, cause) in cases {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let (said, code) = complaint(lang, arguments);
            assert_eq!(code, Some(2), "{said}");
            assert!(said.contains(words) && said.contains(cause), "{said}");
            assert!(!said.contains("s3cr3t") && said.lines().count() == 1, "{said}");
        }
    }
    assert!(!dir.path().join("var").exists(), "a mistyped folder is not made");
}
