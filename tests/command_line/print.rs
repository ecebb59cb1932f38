//! Printing: what is named wrongly is answered with what there is, what stops a print is said alone, and in a build with
//! the typesetter every kind of sheet lands where it was asked for and is remembered.

use std::path::Path;

use crate::site::{Ran, Site};

/// A site whose address print may carry.
fn printable() -> Site {
    let site = Site::sound();
    let text = std::fs::read_to_string(site.path("site.yaml")).unwrap();
    site.put("site.yaml", text.replace("niemyet.thu.example", "niemyet.xathu.gov.vn"));
    site
}

fn print(site: &Site, arguments: &[&str]) -> Ran {
    site.run(&[&["print"], arguments, &["--as-of", "2026-11-22"]].concat())
}

#[test]
fn what_is_not_there_is_answered_with_what_there_is() {
    let site = printable();
    let wrong = [
        (&["posters", "--counter", "xa-thu/quay-9"][..], "xa-thu/quay-9", "xa-thu/quay-1"),
        (&["posters", "--agency", "xa-khac"], "xa-khac", "xa-thu"),
        (&["board", "--language", "en"], "`en`", "there are: vi"),
        (&["survey", "--survey", "dai"], "`dai`", "nhanh"),
        (&["procedure", "--procedure", "9.999999"], "9.999999", "1.000894, 1.001193"),
    ];
    for (arguments, asked, there) in wrong {
        let ran = print(&site, arguments);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains(asked) && ran.err.contains(there), "{ran:?}");
        assert!(!site.output().join("sheets").exists(), "{arguments:?}");
    }
}

#[test]
fn what_stops_a_print_is_said_without_all_that_is_only_doubtful() {
    let site = printable();
    site.put("agencies/xa-thu/counters.yaml", "counters:\n  - {id: quay-1, nam: \"Quầy 1\"}\n");
    let checked = site.run(&["check"]);
    assert!(checked.out.contains("error") && checked.out.contains("warning"), "{checked:?}");
    let ran = print(&site, &["posters"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("counters.yaml") && !ran.out.contains("warning"), "{ran:?}");
    assert!(ran.err.contains("niemyet check"), "{ran:?}");
}

#[test]
fn an_address_that_print_may_not_carry_is_printed_for_a_trial_only_and_never_remembered() {
    let site = Site::sound();
    assert_eq!(print(&site, &["posters"]).code, 2);
    let out = site.output().join("thu");
    let out = out.to_str().unwrap();
    assert_eq!(print(&site, &["posters", "--trial", "-o", out]).code, 0);
    assert!(Path::new(out).is_dir());
    let recorded = print(&site, &["posters", "--trial", "--record", "-o", out]);
    assert_eq!(recorded.code, 2, "{recorded:?}");
    assert!(!site.path("printed-sheets.yaml").exists());
}

#[test]
fn only_what_differs_from_the_log_is_printed_again() {
    let site = printable();
    assert_eq!(print(&site, &["posters", "--record"]).code, 0);
    let log = std::fs::read_to_string(site.path("printed-sheets.yaml")).unwrap();
    assert!(log.contains("5XWFRM7") && log.contains("niemyet.xathu.gov.vn"), "{log}");
    assert!(log.contains("2026-11-22"), "{log}");
    let sheets = site.output().join("sheets");
    std::fs::remove_dir_all(&sheets).unwrap();
    let again = print(&site, &["posters", "--stale"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(again.out.starts_with("0 "), "{again:?}");
    let counters =
        "counters:\n  - {id: quay-1, name: \"Quầy số 1\", handles: {fields: [ho-tich]}}\n";
    site.put("agencies/xa-thu/counters.yaml", counters);
    let changed = print(&site, &["posters", "--stale"]);
    assert!(changed.out.starts_with("1 "), "{changed:?}");
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_the_typesetter_says_how_to_get_it() {
    let site = printable();
    let ran = print(&site, &["all"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("--features pdf"), "{ran:?}");
    assert!(site.output().join("sheets/xa-thu/quay-1.vi.html").is_file());
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    fn is_pdf(path: &Path) -> bool {
        std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"))
    }

    #[test]
    fn each_kind_goes_into_a_file_or_a_folder() {
        let site = printable();
        let kinds = [
            ("posters", "poster/xa-thu-quay-1"),
            ("tents", "tent/xa-thu-quay-1"),
            ("labels", "labels/xa-thu-quay-1"),
            ("board", "board/xa-thu"),
            ("procedure", "procedure/xa-thu-1.000894"),
            ("survey", "survey/xa-thu-quay-1"),
            ("notice", "notice/xa-thu"),
        ];
        let folder = site.output().join("to");
        for (kind, file) in kinds {
            let one = site.output().join(format!("{kind}.pdf"));
            let ran = print(&site, &[kind, "-o", one.to_str().unwrap()]);
            assert_eq!(ran.code, 0, "{kind}: {ran:?}");
            assert!(is_pdf(&one), "{kind}");
            let ran = print(&site, &[kind, "-o", folder.to_str().unwrap()]);
            assert_eq!(ran.code, 0, "{kind}: {ran:?}");
            assert!(is_pdf(&folder.join(format!("{file}.pdf"))), "{kind}: {ran:?}");
        }
        let all = print(&site, &["all", "-o", folder.join("a.pdf").to_str().unwrap()]);
        assert_eq!(all.code, 2, "several kinds do not go into one file: {all:?}");
    }

    #[test]
    fn doubts_are_counted_and_told_when_asked_for() {
        let site = printable();
        let text = std::fs::read_to_string(site.path("site.yaml")).unwrap();
        let long = "https://mot-ten-mien-rat-dai-cua-uy-ban-nhan-dan-xa-thu.gov.vn";
        site.put("site.yaml", text.replace("https://niemyet.xathu.gov.vn", long));
        let counted = print(&site, &["labels"]);
        assert_eq!(counted.code, 0, "{counted:?}");
        assert!(counted.err.contains("--warnings") && !counted.err.contains("mm"), "{counted:?}");
        let told = print(&site, &["labels", "--warnings"]);
        assert!(told.err.contains("mm") && !told.err.contains("--warnings"), "{told:?}");
    }
}
