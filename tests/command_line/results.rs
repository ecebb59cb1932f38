//! A bulletin from a store to the page: drawn, signed, built, and refused where it should be.

use niemyet::catalogue::PrintedCode;
use niemyet::feedback::{AnswerValue, Key, Mode, Receipt, Secret, Submission};
use niemyet::store::{DataFolder, Place};
use niemyet::text::{Language, Slug};

use super::site::Site;

/// 2026-08-15 15:30 in Vietnam.
const AUGUST: i64 = 1_786_782_600_000;

fn rating(number: u32, mode: Mode, level: u8) -> Submission {
    let mut key = Key([1; 16]);
    key.0[..4].copy_from_slice(&number.to_be_bytes());
    let slug = |id| Slug::parse(id).unwrap();
    Submission {
        key,
        receipt: Receipt::of(&Secret::new([1; 32]), &key),
        survey: slug("nhanh"),
        version: 1,
        agency: slug("xa-thu"),
        point: None,
        counter: slug("quay-1"),
        code: PrintedCode::mint(|| 7),
        about: None,
        language: Language::VI,
        mode,
        ticket: None,
        answers: vec![(slug("hai-long"), AnswerValue::Level(level))],
        received_at: AUGUST,
        marks: Vec::new(),
    }
}

/// A site with a store in which the counter has these ratings of August.
fn rated(ratings: &[(Mode, u8, u32)]) -> Site {
    let site = Site::sound();
    let folder = DataFolder::prepare(&site.output().with_file_name("var")).unwrap();
    let mut drawn = 0_u64;
    let random = std::sync::Arc::new(std::sync::Mutex::new(move |bytes: &mut [u8]| {
        drawn += 1;
        bytes[..8].copy_from_slice(&drawn.to_be_bytes());
    }));
    let random: niemyet::store::Randomness =
        std::sync::Arc::new(move |bytes: &mut [u8]| (random.lock().unwrap())(bytes));
    let store = Place::Folder(folder).open(random).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut number = 0;
    for (mode, level, times) in ratings {
        for _ in 0..*times {
            number += 1;
            runtime.block_on(store.keep(rating(number, *mode, *level))).unwrap();
        }
    }
    site
}

#[test]
fn a_bulletin_goes_from_the_store_to_the_page_once_somebody_signed() {
    let site = rated(&[(Mode::Qr, 5, 20), (Mode::Qr, 2, 10), (Mode::Kiosk, 1, 4)]);
    let shown = site.run(&["results", "--period", "2026-q3"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    // 20 of 30 by Wilson; the kiosk has four.
    for said in
        ["66.67 % (48.78 – 80.77), n = 30", "qr/open", "withheld because of too few answers"]
    {
        assert!(shown.out.contains(said), "{said}: {}", shown.out);
    }
    let csv = site.run(&["results", "--period", "2026-q3", "--format", "csv"]).out;
    assert!(csv.contains(",shown,66.67,48.78,80.77,wilson,30,"), "{csv}");
    let kiosk = csv.lines().filter(|line| line.contains("kiosk/open"));
    assert!(
        kiosk.clone().count() > 0 && kiosk.clone().all(|line| line.contains(",withheld,,,,,,"))
    );
    let drawn = site.run(&["results", "--period", "2026-q3", "--publish", "--target", "90"]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    let file = site.path("bulletins/2026-q3.yaml");
    let checked = site.run(&["check"]);
    assert!(checked.out.contains("N701"), "{checked:?}");
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.page("ket-qua.html"), "", "a draft is nowhere");
    // Measures that somebody typed stay when the draft is drawn again.
    let measure = "measures:\n  - {id: them-ghe, unit: xa-thu, survey: nhanh, criterion: hai-long, cause: \"Đông\", \
                   measure: \"Thêm ghế\", answerable: \"Chủ tịch\", until: 2027-06-30}\n";
    let draft = std::fs::read_to_string(&file).unwrap().replace("measures: []\n", measure);
    std::fs::write(&file, draft).unwrap();
    assert_eq!(site.run(&["results", "--period", "2026-q3", "--publish"]).code, 0);
    let name = file.display().to_string();
    let signed = site.run(&["results", "sign", &name, "--by", "Trần Thị B, Chánh Văn phòng"]);
    assert_eq!(signed.code, 0, "{signed:?}");
    let built = site.run(&["build"]);
    assert_eq!(built.code, 0, "{built:?}");
    let page = site.page("ket-qua/2026-q3/xa-thu/quay-1.html");
    for said in [
        "66,67 %",
        "48,78 – 80,77 %",
        "Không hiển thị do ít lượt",
        "Trần Thị B",
        "du-lieu/2026-q3.csv",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(site.page("ket-qua/2026-q3.html").contains("Thêm ghế"));
    assert!(site.page("ket-qua/du-lieu/2026-q3.csv").contains("66.67"));
    assert!(!site.page("ket-qua/du-lieu/2026-q3.json").contains("\"n\":4"));
    let again = site.run(&["results", "--period", "2026-q3", "--publish"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("signed and published already"), "{}", again.err);
    // Edited after signing: nothing is built, and the report says what to do.
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("Thêm ghế", "Thêm bàn")).unwrap();
    let changed = site.run(&["check"]);
    assert_eq!(changed.code, 1);
    assert!(changed.out.contains("N702"), "{}", changed.out);
    let kept = site.run(&["build", "--keep-going"]);
    assert!(kept.out.contains("N702"), "{kept:?}");
    assert!(!site.page("ket-qua/2026-q3.html").contains("Thêm bàn"));
    assert_eq!(site.run(&["results", "sign", &name, "--by", "Trần Thị B"]).code, 0);
    assert_eq!(site.run(&["check"]).code, 0);
}

#[test]
fn what_cannot_be_published_is_refused() {
    let site = rated(&[(Mode::Qr, 5, 12)]);
    let none = site.run(&["results", "--period", "2026-q2", "--publish"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("no ratings"), "{}", none.err);
    let coming = site.run(&["results", "--period", "2099", "--publish"]);
    assert_eq!(coming.code, 1, "{coming:?}");
    assert!(coming.err.contains("not over"), "{}", coming.err);
    assert!(!site.path("bulletins").exists());
    for odd in [["--period", "2026-q5"], ["--period", "2026-13"], ["--agency", "xa-thu"]] {
        assert_eq!(site.run(&["results", odd[0], odd[1]]).code, 2);
    }
    let stranger = site.run(&["results", "--period", "2026-q3", "--agency", "xa-la"]);
    assert_eq!(stranger.code, 2);
    assert!(stranger.err.contains("no agency xa-la"), "{}", stranger.err);
    let elsewhere = site.path("site.yaml").display().to_string();
    assert_eq!(site.run(&["results", "sign", &elsewhere, "--by", "A"]).code, 2);
}
