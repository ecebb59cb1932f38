//! A content folder on disk in which nothing is wrong, to be spoilt one slip at a time.

use std::path::PathBuf;

use crate::content::{ReadingOptions, read};
use crate::diagnostic::{Report, Tongue};
use crate::text::Date;

/// The one procedure of the folder.
pub(super) const PROCEDURE: &str = "procedures/ho-tich/1.000894.yaml";
/// Its agency.
pub(super) const AGENCY: &str = "agencies/tinh/agency.yaml";

const FILES: [(&str, &str); 9] = [
    (
        "site.yaml",
        "name: \"Niêm yết\"\nowner: \"UB\"\nbase_url: \"https://a.example\"\nlanguages: [vi, en]\n\
         surveys: {counter: nhanh}\n",
    ),
    ("fields.yaml", "fields:\n  - {id: ho-tich, name: \"Hộ tịch\"}\n"),
    (
        "law/required-parts.yaml",
        "citation: \"NĐ 63\"\nparts:\n  - {part: name, stated: true}\n  - {part: steps, stated: true}\n  \
         - {part: channels, stated: true}\n  - {part: cases, stated: true}\n  - {part: file_sets, stated: true}\n  \
         - {part: limit, stated: true}\n  - {part: applicants, stated: true}\n  - {part: bodies, stated: true}\n  \
         - {part: results, stated: or_none}\n  - {part: conditions, stated: or_none}\n  - {part: fees, stated: or_none}\n",
    ),
    (
        "law/abolished.yaml",
        "terms:\n  - {id: huyen, words: [\"Ủy ban nhân dân huyện\"], kind: body, since: 2025-07-01, instead: \"xã\"}\n",
    ),
    (
        "agencies/tinh/agency.yaml",
        "name: \"Tỉnh\"\nlevel: province\nkind: province\nparent: none\nplace: {address: \"Số 1\"}\n\
         hours:\n  - {days: [mon], from: \"07:30\", to: \"11:30\"}\n\
         contacts:\n  help: {phone: \"0200 000 0001\", email: \"a@b.example\"}\n  \
         petitions: {phone: \"0200 000 0002\", website: \"https://b.example\"}\n  \
         complaints: {place: \"Phòng 1\"}\noffers: {also: [\"1.000894\"]}\n",
    ),
    (
        "agencies/tinh/counters.yaml",
        "counters:\n  - {id: quay-1, name: \"Quầy 1\", handles: {fields: [ho-tich]}}\n",
    ),
    (
        "printed-codes.yaml",
        "codes:\n  - {code: 5XWFRM7, counter: tinh/quay-1, since: 2026-11-22}\n",
    ),
    (
        "surveys/nhanh.yaml",
        "name: \"Nhanh\"\nversion: 1\nstatus: local\nquestions:\n  \
         - {id: hai-long, kind: scale, scale: faces5, ask: \"Ông/bà hài lòng không?\", required: true}\n",
    ),
    (
        "survey-versions.yaml",
        "versions:\n  - {survey: nhanh, version: 1, questions: \"ce3befca3caf226d9eedb5110936f1f5\", since: 2026-11-22}\n",
    ),
];

const SOUND: &str = "\
name: \"Thủ tục đăng ký kết hôn\"
short_name: \"Đăng ký kết hôn\"
aliases: []
summary: \"Đăng ký.\"
level: [commune]
kind: detailed_by_law
applicants: [citizen]
bodies: {decides: \"Xã\", handles: \"Xã\", coordinates: none, delegated: none}
answerable: \"Chủ tịch\"
steps:
  - {id: nop, position: \"Người yêu cầu\", action: \"Nộp.\"}
channels:
  - id: tai-quay
    kind: counter
    limit: same_day
    fees:
      - id: le-phi
        kind: charge
        amount: 8000 VND
file_sets: 1
cases:
  - id: chung
    papers:
      - {id: to-khai, name: \"Tờ khai\", originals: 1, copies: 0}
conditions: none
results:
  - {id: giay, name: \"Giấy chứng nhận\"}
acts: []
decision: {number: \"1872/QĐ-BTP\"}
effective_from: 2020-09-04
";

/// The folder; deleted when it goes.
pub(super) struct Folder {
    place: tempfile::TempDir,
}

impl Folder {
    /// A folder in which nothing is wrong.
    pub(super) fn sound() -> Self {
        let folder = Self { place: tempfile::tempdir().unwrap() };
        FILES
            .iter()
            .fold(folder, |folder, (name, text)| folder.with(name, text))
            .with(PROCEDURE, SOUND)
    }

    /// The real path of a file.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("content").join(name)
    }

    /// With one more file, or another text in one.
    pub(super) fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Without a file or folder.
    pub(super) fn without(self, name: &str) -> Self {
        let path = self.path(name);
        if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }
            .unwrap();
        self
    }

    /// With some words of a file replaced by others.
    pub(super) fn edit(self, name: &str, from: &str, to: &str) -> Self {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        self.with(name, text.replacen(from, to, 1))
    }

    /// The same in the procedure.
    pub(super) fn procedure(self, from: &str, to: &str) -> Self {
        self.edit(PROCEDURE, from, to)
    }

    /// What `check` says.
    pub(super) fn report(&self) -> Report {
        let today = Date::parse("2026-11-22").unwrap();
        let options = ReadingOptions { today, keep_going: false, cache: None };
        read(&self.path(""), &options).report
    }

    /// Codes and lines of what `check` says, in order: `N101:12`.
    pub(super) fn found(&self) -> Vec<String> {
        let report = self.report();
        let each = report.diagnostics.iter();
        each.map(|one| format!("{}:{}", one.code(), one.place.line)).collect()
    }

    /// The messages, in Vietnamese.
    pub(super) fn messages(&self) -> String {
        let report = self.report();
        let each = report.diagnostics.iter().map(|one| one.problem.wording(Tongue::Vietnamese));
        each.map(|wording| wording.message + " " + &wording.remedy + "\n").collect()
    }
}
