//! A small sound site in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The longest that any command may take here; a debug build on a busy machine needs a few seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// Its procedures; each is offered and handled at the one counter.
pub(crate) const MARRIAGE: &str = "procedures/ho-tich/1.000894.yaml";
/// The other one.
pub(crate) const BIRTH: &str = "procedures/ho-tich/1.001193.yaml";

const FILES: [(&str, &str); 8] = [
    (
        "site.yaml",
        "name: \"Niêm yết thử\"\nowner: \"Ủy ban nhân dân xã Thử\"\nbase_url: \"https://niemyet.thu.example\"\n\
         languages: [vi]\nsample: true\nsurveys: {counter: nhanh}\n",
    ),
    ("fields.yaml", "fields:\n  - {id: ho-tich, name: \"Hộ tịch\"}\n"),
    (
        "law/required-parts.yaml",
        "citation: \"63/2010/NĐ-CP\"\nparts:\n  - {part: name, stated: true}\n  - {part: fees, stated: or_none}\n",
    ),
    (
        "agencies/xa-thu/agency.yaml",
        "name: \"Ủy ban nhân dân xã Thử\"\nlevel: commune\nkind: commune\nparent: none\nplace: {address: \"Số 1\"}\n\
         hours:\n  - {days: [mon], from: \"07:30\", to: \"11:30\"}\n\
         contacts:\n  help: {phone: \"0200 000 0001\"}\n  petitions: {phone: \"0200 000 0002\"}\n  \
         complaints: {place: \"Phòng 1\"}\noffers: {also: [\"1.000894\", \"1.001193\"]}\n",
    ),
    (
        "agencies/xa-thu/counters.yaml",
        "counters:\n  - {id: quay-1, name: \"Quầy 1\", handles: {fields: [ho-tich]}}\n",
    ),
    (
        "printed-codes.yaml",
        "codes:\n  - {code: 5XWFRM7, counter: xa-thu/quay-1, since: 2026-11-22}\n",
    ),
    (
        "surveys/nhanh.yaml",
        "name: \"Nhanh\"\nversion: 1\nstatus: local\nquestions:\n  \
         - {id: hai-long, kind: scale, scale: faces5, required: true, ask: \"Ông/bà hài lòng không?\"}\n",
    ),
    ("pages/gioi-thieu.md", "# Giới thiệu\n\nTrang thử.\n"),
];

/// A procedure of that name; `more` stands at its end.
pub(crate) fn procedure(name: &str, more: &str) -> String {
    format!(
        "name: \"{name}\"\nlevel: [commune]\napplicants: [citizen]\n\
         bodies: {{decides: \"Ủy ban nhân dân cấp xã\"}}\n\
         steps:\n  - {{id: nop, position: \"Người yêu cầu\", action: \"Nộp hồ sơ.\"}}\n\
         channels:\n  - {{id: tai-quay, kind: counter, limit: 3 working_days, fees: none}}\n\
         file_sets: 1\n\
         cases:\n  - id: chung\n    papers:\n      - {{id: to-khai, name: \"Tờ khai\", originals: 1}}\n\
         conditions: none\nresults:\n  - {{id: giay, name: \"Giấy chứng nhận\"}}\n\
         decision: {{number: \"1872/QĐ-BTP\"}}\n{more}"
    )
}

/// The folder; deleted when it goes.
pub(crate) struct Site {
    place: tempfile::TempDir,
}

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// What it printed.
    pub(crate) out: String,
    /// What it complained of.
    pub(crate) err: String,
}

impl Site {
    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        let site = Self { place: tempfile::tempdir().unwrap() };
        fs::create_dir(site.path("")).unwrap();
        site
    }

    /// A site in which nothing is wrong.
    pub(crate) fn sound() -> Self {
        let site = FILES.iter().fold(Self::empty(), |site, (name, text)| site.with(name, text));
        site.with(MARRIAGE, procedure("Đăng ký kết hôn", ""))
            .with(BIRTH, procedure("Đăng ký khai sinh", ""))
    }

    /// The real path of a content file.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("content").join(name)
    }

    /// The output folder.
    pub(crate) fn output(&self) -> PathBuf {
        self.place.path().join("output")
    }

    /// A built page; empty if there is none.
    pub(crate) fn page(&self, name: &str) -> String {
        fs::read_to_string(self.output().join("site").join(name)).unwrap_or_default()
    }

    /// With one more file, or another text in one.
    pub(crate) fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        self.put(name, text);
        self
    }

    /// Writes a content file.
    pub(crate) fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The program, about to be run in its own folders.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        command(&self.path(""), &self.output(), arguments)
    }

    /// Runs the program in its own folders.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        run(&self.path(""), &self.output(), arguments)
    }
}

/// The program, about to be run on a content folder.
pub(crate) fn command(site: &Path, output: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_niemyet"));
    command
        .args(arguments)
        .arg("--site")
        .arg(site)
        .arg("--output")
        .arg(output)
        .arg("--data")
        .arg(output.with_file_name("var"))
        .env("NIEMYET_LANG", "en");
    command
}

/// Runs the program on a content folder, and holds it to its time.
pub(crate) fn run(site: &Path, output: &Path, arguments: &[&str]) -> Ran {
    let started = Instant::now();
    let ran = command(site, output, arguments).output().unwrap();
    assert!(started.elapsed() < PATIENCE, "{arguments:?} took {:?}", started.elapsed());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(ran.stdout), text(ran.stderr));
    assert!(!err.contains("panicked"), "{err}");
    Ran { code: ran.status.code().expect("it ended by itself"), out, err }
}

/// Every file below a folder with its bytes, save what caches keep.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("cache") {
                    folders.push(path);
                }
            } else {
                let name = path.strip_prefix(folder).unwrap().to_path_buf();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}
