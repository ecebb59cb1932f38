//! Whatever is edited, and in whatever order: a build that keeps what did not change gives what a
//! build from nothing gives, byte for byte, in the folder and in the release.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::arguments::{BuildArguments, Parts};
use super::build::{Built, build, release_folder};
use super::flags::{Common, ReadingArguments};
use crate::diagnostic::Tongue;
use crate::release::{Coding, Folder};
use crate::text::Date;

/// A copy of the sample content with an output folder beside it.
pub(super) struct Checkout {
    folder: tempfile::TempDir,
    day: Date,
}

/// Something that a web admin, a designer or a stranger does between two builds.
pub(super) type Edit = (&'static str, fn(&mut Checkout));

pub(super) const EDITS: [Edit; 21] = [
    ("a fee", |one| {
        one.swap("procedures/ho-tich/2.002516.yaml", "amount: 8000 VND", "amount: 9000 VND");
    }),
    ("a step", |one| one.swap("procedures/ho-tich/1.000894.yaml", "Người", "Công dân")),
    ("the name of a procedure", |one| {
        one.swap("procedures/ho-tich/1.000894.yaml", "name: \"", "name: \"Ấp ");
    }),
    ("guidance", |one| one.append("procedures/ho-tich/1.000894.md", "\n\nMột câu nữa.\n")),
    ("English words", |one| {
        one.swap("procedures/ho-tich/1.000894.en.yaml", "name: \"", "name: \"A ");
    }),
    ("a procedure leaves and comes back", |one| {
        one.hide("procedures/ho-tich/1.001193");
        one.swap("sets/cap-xa.yaml", "  - \"1.001193\"", "  # - \"1.001193\"");
    }),
    ("a coming edition", Checkout::coming_edition),
    ("what a coming edition asks for", |one| one.coming_fee()),
    ("a hotline", |one| {
        one.swap("agencies/tinh-minh-hoa/agency.yaml", "0200 000 0009", "0200 000 0019");
    }),
    ("a counter's name", |one| {
        one.swap("agencies/phuong-vi-du/counters.yaml", "Quầy 1 –", "Quầy số 1 –");
    }),
    ("what a counter handles", |one| {
        one.swap("agencies/phuong-vi-du/counters.yaml", "[ho-tich, chung-thuc,", "[chung-thuc,");
    }),
    ("an agency's name", |one| {
        one.swap("agencies/phuong-vi-du/agency.yaml", "\"Phường Ví Dụ\"", "\"P. Ví Dụ\"");
    }),
    ("an agency's own fee", |one| {
        one.swap(
            "agencies/phuong-vi-du/offerings/2.000815.yaml",
            "amount: 2000 VND",
            "amount: 1000 VND",
        );
    }),
    ("a field's name", |one| {
        one.swap("fields.yaml", "name: \"Hộ tịch\"", "name: \"Việc hộ tịch\"");
    }),
    ("an act's title", |one| one.swap("law/acts.yaml", "title: \"Bộ luật", "title: \"Luật bộ")),
    // Words above the questions: the questions themselves do not change under a recorded version.
    ("a survey", |one| one.swap("surveys/nhanh-5.yaml", "intro: \"Chạm", "intro: \"Xin chạm")),
    ("a word of the theme", |one| {
        one.theme("words/vi.json", "\"papers\": \"", "\"papers\": \"Mọi ");
    }),
    ("a template", |one| one.theme("templates/procedure.html", "<h1>", "<h1 class=\"x\">")),
    ("another day", |one| {
        one.day = one.day.plus_days(if one.day == day() { 200 } else { -200 });
    }),
    ("a stranger's hand in the output", |one| {
        let page = one.output().join("site/thu-tuc/2.002516.html");
        fs::write(&page, fs::read_to_string(&page).unwrap().replace("8.000", "0.000")).unwrap();
    }),
    ("a page is deleted", |one| {
        fs::remove_file(one.output().join("site/thu-tuc/2.000815.html")).unwrap();
    }),
];

fn day() -> Date {
    Date::parse("2026-11-22").unwrap()
}

impl Checkout {
    pub(super) fn new() -> Self {
        let one = Self { folder: tempfile::tempdir().unwrap(), day: day() };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content"), &one.content());
        one
    }

    pub(super) fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    pub(super) fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// Puts `other` where `one` first stands, or the other way round when it was done before.
    pub(super) fn swap(&self, file: &str, one: &str, other: &str) {
        swap(&self.content().join(file), one, other);
    }

    fn append(&self, file: &str, words: &str) {
        let path = self.content().join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text + words).unwrap();
    }

    /// Moves all files that begin so out of the content, or back.
    fn hide(&self, stem: &str) {
        let (folder, stem) = stem.rsplit_once('/').unwrap();
        let (here, there) = (self.content().join(folder), self.folder.path().join("hidden"));
        fs::create_dir_all(&there).unwrap();
        let starts = |folder: &Path| -> Vec<String> {
            let names = fs::read_dir(folder).unwrap().map(|one| one.unwrap().file_name());
            let names = names.map(|name| name.into_string().unwrap());
            names.filter(|name| name.starts_with(stem)).collect()
        };
        let own = starts(&here);
        let (from, to, names) =
            if own.is_empty() { (&there, &here, starts(&there)) } else { (&here, &there, own) };
        for name in names {
            fs::rename(from.join(&name), to.join(&name)).unwrap();
        }
    }

    /// The edition of 1 March 2027, written from the one in force; or it is taken back.
    fn coming_edition(&mut self) {
        let folder = self.content().join("procedures/ho-tich");
        let coming = folder.join("2.002516@2027-03-01.yaml");
        if fs::remove_file(&coming).is_ok() {
            return;
        }
        let text = fs::read_to_string(folder.join("2.002516.yaml")).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("effective_from"));
        fs::write(coming, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    }

    /// Another fee in the coming edition, if there is one.
    fn coming_fee(&self) {
        let coming = self.content().join("procedures/ho-tich/2.002516@2027-03-01.yaml");
        let Ok(text) = fs::read_to_string(&coming) else { return };
        let fees = ["amount: 8000 VND", "amount: 9000 VND", "amount: 9500 VND"];
        let own = fees.into_iter().find(|fee| text.contains(fee)).unwrap();
        let other = if own == fees[2] { fees[0] } else { fees[2] };
        fs::write(coming, text.replacen(own, other, 1)).unwrap();
    }

    /// Changes a file of the site's own theme, taken from the one that came with the program.
    fn theme(&self, file: &str, one: &str, other: &str) {
        let own = self.folder.path().join("themes/default").join(file);
        if !own.exists() {
            fs::create_dir_all(own.parent().unwrap()).unwrap();
            let embedded = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(file);
            fs::copy(embedded, &own).unwrap();
        }
        swap(&own, one, other);
    }

    pub(super) fn build(&self, output: &Path, no_cache: bool, only: Option<Parts>) -> Built {
        let (common, arguments) = self.arguments(output, no_cache, only);
        let built = build(&common, &arguments).unwrap();
        let report = built.report.human(Tongue::English, false);
        assert!(built.site.is_some(), "{report}");
        built
    }

    pub(super) fn arguments(
        &self,
        output: &Path,
        no_cache: bool,
        only: Option<Parts>,
    ) -> (Common, BuildArguments) {
        let common = Common { output: output.to_owned(), ..common_at(self.folder.path()) };
        let reading = ReadingArguments { as_of: Some(self.day), no_cache };
        // Named, so that a folder alone is the same as one beside a release.
        let feedback = Some("https://gopy.example".to_owned());
        let compress = false;
        (common, BuildArguments { reading, keep_going: false, compress, only, feedback })
    }

    /// Everything that an output folder says to a reader: files, and entries of the release with
    /// their bodies.
    fn said(&self, output: &Path) -> BTreeMap<String, Vec<u8>> {
        let mut said = self.released(output);
        files(&output.join("site"), "", &mut said);
        said
    }

    /// What the release of an output folder says.
    pub(super) fn released(&self, output: &Path) -> BTreeMap<String, Vec<u8>> {
        let mut said = BTreeMap::new();
        let (common, _) = self.arguments(output, false, None);
        let release = Folder::new(release_folder(&common)).open_current().unwrap();
        for view in release.index().entries() {
            let entry = view.to_entry();
            let (etag, slots) = (entry.etag, &entry.slots);
            let about = format!("{:?} {} {etag} {slots:?}", entry.media, entry.status);
            let mut bytes = about.into_bytes();
            for coding in Coding::ALL {
                if let Some(body) = view.bodies.get(coding) {
                    bytes.extend_from_slice(&release.body(body).unwrap());
                }
            }
            let key = format!("release: {} {:?}", entry.path, entry.validity);
            assert!(said.insert(key, bytes).is_none());
        }
        said
    }

    /// Builds once more over what is there, and once from nothing, and compares.
    fn prove(&self, after: &str) {
        self.build(&self.output(), false, None);
        let fresh = tempfile::tempdir().unwrap();
        self.build(fresh.path(), true, None);
        let (kept, fresh) = (self.said(&self.output()), self.said(fresh.path()));
        let names = |one: &BTreeMap<String, Vec<u8>>| one.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&kept), names(&fresh), "after {after}");
        for (name, bytes) in &kept {
            assert!(*bytes == fresh[name], "{name} after {after}");
        }
    }
}

/// Content, output, data and themes side by side in one folder.
pub(super) fn common_at(folder: &Path) -> Common {
    Common {
        site: folder.join("content"),
        output: folder.join("output"),
        data: folder.join("var"),
        database: None,
        themes: folder.join("themes"),
        lang: Tongue::English,
    }
}

fn swap(path: &Path, one: &str, other: &str) {
    let text = fs::read_to_string(path).unwrap();
    let (from, to) = if text.contains(other) { (other, one) } else { (one, other) };
    assert!(text.contains(from), "{} holds no {from:?}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for found in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(found.file_name());
        if found.file_type().unwrap().is_dir() {
            copy(&found.path(), &target);
        } else {
            fs::copy(found.path(), target).unwrap();
        }
    }
}

fn files(folder: &Path, path: &str, all: &mut BTreeMap<String, Vec<u8>>) {
    for found in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{path}/{}", found.file_name().to_string_lossy());
        if found.file_type().unwrap().is_dir() {
            files(&found.path(), &path, all);
        } else {
            all.insert(path, fs::read(found.path()).unwrap());
        }
    }
}

/// Every kind of edit, in any order, some of them together, some twice.
fn sequences() -> impl Strategy<Value = Vec<Vec<usize>>> {
    let all: Vec<usize> = (0..EDITS.len()).chain(0..EDITS.len() / 2).collect();
    (Just(all).prop_shuffle(), proptest::collection::vec(1..5_usize, EDITS.len() * 2)).prop_map(
        |(order, sizes)| {
            let mut rest = &order[..];
            let mut steps = Vec::new();
            for size in sizes {
                let (step, after) = rest.split_at(size.min(rest.len()));
                steps.push(step.to_vec());
                rest = after;
            }
            steps.retain(|step| !step.is_empty());
            steps
        },
    )
}

fn replay(steps: &[Vec<usize>]) {
    let mut checkout = Checkout::new();
    checkout.build(&checkout.output(), false, None);
    for step in steps {
        let mut names = Vec::new();
        for at in step {
            let (name, edit) = EDITS[*at];
            edit(&mut checkout);
            names.push(name);
        }
        checkout.prove(&names.join(", "));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_give_what_a_build_from_nothing_gives(steps in sequences()) {
        replay(&steps);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "minutes; the short form runs with the others"]
    fn any_edits_give_what_a_build_from_nothing_gives_long(steps in sequences()) {
        replay(&steps);
    }
}

#[test]
fn only_what_an_edit_touches_is_rendered() {
    let checkout = Checkout::new();
    let output = checkout.output();
    let rendered = |only| {
        let built = checkout.build(&output, false, only);
        built.site.unwrap().rendered_anew()
    };
    let all = rendered(None);
    let ratings = rendered(None);
    assert!(ratings * 4 < all, "rating pages alone are made anew: {ratings} of {all}");
    checkout.append("procedures/ho-tich/1.000894.md", "\n\nMột câu nữa.\n");
    assert_eq!(rendered(None) - ratings, 2, "the page in two languages");
    checkout.swap("procedures/ho-tich/2.002516.yaml", "amount: 8000 VND", "amount: 9000 VND");
    assert_eq!(rendered(Some(Parts::Site)) - ratings, 2);
    assert_eq!(rendered(None) - ratings, 2, "the release has not seen them yet");
    assert_eq!(rendered(None), ratings);
    checkout.swap("agencies/tinh-minh-hoa/agency.yaml", "0200 000 0009", "0200 000 0019");
    assert_eq!(rendered(None), all, "a hotline stands on every page");
}
