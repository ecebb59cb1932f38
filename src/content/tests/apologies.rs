//! Registers of apologies: read back as they are written, and what may not be published.

use super::Folder;
use crate::content::{ReadingOptions, read, sign_file, write_apologies};
use crate::feedback::apology::{Failing, MaskedFile};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::results::{ApologyRegister, PublishedApology, Signature};
use crate::text::{Date, Slug};

const FILE: &str = "apologies/2026-q3@tinh.yaml";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn register() -> ApologyRegister {
    let entry = |end: &str, apologised: &str| PublishedApology {
        file: MaskedFile::parse(&format!("H29.•••-••••••-••{end}")).unwrap(),
        procedure: None,
        failing: Failing::Late,
        reason: "Phải \"xác minh\"".into(),
        due: Some(day("2026-09-20")),
        new_due: Some(day("2026-09-25")),
        apologised: day(apologised),
        signed_by: "Trần Thị B, Chủ tịch".into(),
    };
    ApologyRegister {
        period: ReportingPeriod::Quarter(2026, 3),
        agency: Slug::parse("tinh").unwrap(),
        overdue: Some(3),
        entries: vec![entry("12", "2026-09-18"), entry("13", "2026-09-19")],
        signature: None,
    }
}

/// The codes that a folder is told, and the registers that its site shows.
fn told(folder: &Folder) -> (Vec<String>, Vec<ApologyRegister>) {
    let options = ReadingOptions { today: day("2026-11-21"), keep_going: true, cache: None };
    let reading = read(&folder.path(""), &options);
    let own = reading.report.diagnostics.iter().filter(|one| one.place.file == FILE);
    let codes = own.map(|one| one.code().to_string()).filter(|code| code != "N605").collect();
    (codes, reading.publication.map(|whole| whole.results.apologies).unwrap_or_default())
}

#[test]
fn what_is_written_is_shown_once_it_is_signed_and_no_more_once_it_is_changed() {
    let draft = write_apologies(&register());
    let folder = Folder::sound().with(FILE, &draft);
    assert_eq!(told(&folder), (vec!["N801".to_owned()], Vec::new()));
    let signature = Signature { by: "Trần Thị B, Chủ tịch".into(), on: day("2026-10-02") };
    sign_file(&folder.path(FILE), &signature).unwrap();
    let signed = ApologyRegister { signature: Some(signature), ..register() };
    assert_eq!(told(&folder), (Vec::new(), vec![signed]));
    let text = std::fs::read_to_string(folder.path(FILE)).unwrap();
    let folder = Folder::sound().with(FILE, text.replace("overdue: 3", "overdue: 2"));
    assert_eq!(told(&folder), (vec!["N802".to_owned()], Vec::new()));
}

#[test]
fn what_may_not_be_published_is_placed_and_left_out() {
    let draft = write_apologies(&register());
    for (from, to, code) in [
        ("H29.•••-••••••-••12", "H29.113-261122-0012", "N803"),
        ("H29.•••-••••••-••12", "Trần Thị Hoa", "N803"),
        ("\"Phải \\\"xác minh\\\"\"", "\"Do ông Bình nộp thiếu\"", "N804"),
        ("\"Phải \\\"xác minh\\\"\"", "\"\"", "N108"),
        ("••13", "••12", "N805"),
        ("new_due: 2026-09-25", "new_due: 2026-09-20", "N806"),
        ("apologised: 2026-09-19", "apologised: 2026-12-01", "N806"),
        ("overdue: 3", "overdue: 1", "N807"),
        ("period: 2026-q3", "period: 2026-q2", "N704"),
    ] {
        let changed = draft.replace(from, to);
        assert_ne!(changed, draft, "{from}");
        let (codes, shown) = told(&Folder::sound().with(FILE, &changed));
        assert!(codes.contains(&code.to_owned()), "{to}: {codes:?}");
        assert!(shown.is_empty());
    }
    let unknown = draft.replace("agency: tinh", "agency: tinhh");
    let (codes, _) = told(&Folder::sound().with(FILE, &unknown));
    assert!(codes.len() >= 2, "{codes:?}");
}
