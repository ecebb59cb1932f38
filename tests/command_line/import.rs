//! Records are shown before they are written, kept apart from what is there, and taken back by `--undo`.

use std::path::Path;
use std::process::{Command, Output};

const RECORD: &str = r#"{"code":"9.000001","name":"Cấp giấy thử","decision_no":"12/QĐ-BTP","levels":["Cấp xã"],"kind":"Loại khác","field":"Việc thử","applicants":["Công dân Việt Nam"],"competent_authority":"Ủy ban nhân dân cấp xã","steps":"Nộp","methods":[{"channel":"Trực tiếp","duration":1,"fees":[{"text":"20 VNĐ","amount":20,"currency":"VND"}]}],"documents":[{"case":null,"items":[{"name":"Tờ khai","originals":1,"copies":0}]}],"conditions":"Không","results":[{"name":"Giấy"}],"legal_refs":["1/2020/NĐ-CP"]}"#;

fn run(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let Output { stdout, stderr, status } = Command::new(env!("CARGO_BIN_EXE_niemyet"))
        .current_dir(folder)
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
    (said, status.code())
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn nothing_is_written_before_yes_and_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content"), &folder.join("site-content"));
    std::fs::write(folder.join("a.jsonl"), RECORD).unwrap();
    let fields = || std::fs::read_to_string(folder.join("site-content/fields.yaml")).unwrap();
    let file = folder.join("site-content/procedures/viec-thu/9.000001.yaml");
    let before = fields();

    let (said, code) = run(folder, &["import", "a.jsonl"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Chưa ghi gì") && said.contains("viec-thu"), "{said}");
    assert!(said.contains("N901") && said.contains("CẦN XEM"), "{said}");
    assert!(!file.exists() && fields() == before);

    let (said, code) = run(
        folder,
        &["import", "a.jsonl", "--yes", "--agency", "phuong-vi-du", "--file-sets", "1"],
    );
    assert_eq!(code, Some(0), "{said}");
    assert!(file.exists());
    // What was there before stays, line for line; the new field stands below it.
    assert!(
        fields().starts_with(before.trim_end()) && fields().contains("id: viec-thu"),
        "{}",
        fields()
    );
    let agency =
        std::fs::read_to_string(folder.join("site-content/agencies/phuong-vi-du/agency.yaml"))
            .unwrap();
    assert!(agency.contains("9.000001"));
    let (said, _) = run(folder, &["check"]);
    assert!(said.contains("không có lỗi") && said.contains("channels[0].limit"), "{said}");

    let (said, _) = run(
        folder,
        &["import", "a.jsonl", "--yes", "--agency", "phuong-vi-du", "--file-sets", "1"],
    );
    assert!(said.contains("Không có gì thay đổi"), "{said}");
    let (said, _) = run(folder, &["import", "--undo"]);
    assert!(!file.exists() && fields() == before, "{said}");
}

#[test]
fn words_of_a_person_are_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content"), &folder.join("site-content"));
    let record = RECORD.replace("9.000001", "1.000894");
    std::fs::write(folder.join("a.jsonl"), record).unwrap();
    let file = folder.join("site-content/procedures/ho-tich/1.000894.yaml");
    let before = std::fs::read_to_string(&file).unwrap();
    let (said, _) = run(folder, &["import", "a.jsonl", "--yes"]);
    assert!(said.contains("1.000894: đã có"), "{said}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
}
