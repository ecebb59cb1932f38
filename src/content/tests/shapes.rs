//! Slips in the shape of a file, and all that is found beside them in the same run.

use super::Folder;
use super::folder::{AGENCY, PROCEDURE};
use crate::diagnostic::{Diagnostic, Problem};

#[test]
fn a_mistake_of_shape_hides_no_other() {
    let folder = Folder::sound()
        .procedure("limit: same_day", "limit: 3")
        .procedure("8000 VND", "20 VND")
        .procedure("decision: {number: \"1872/QĐ-BTP\"}\n", "")
        .procedure("acts: []", "acts: [\"1/2020\"]");
    assert_eq!(folder.found(), ["N311:1", "N107:15", "N402:19", "N201:28"]);
}

#[test]
fn what_was_wrong_is_not_called_missing() {
    let folder =
        Folder::sound().procedure("    fees:", "    fee:").procedure("cases:", "cases: 1\ncase:");
    assert_eq!(folder.found(), ["N101:16", "N104:21", "N101:22"]);
    let agency = Folder::sound().edit(
        AGENCY,
        "phone: \"0200 000 0001\", email: \"a@b.example\"",
        "phone: abc",
    );
    assert_eq!(agency.found(), ["N106:9"]);
}

#[test]
fn nothing_in_a_file_is_one_problem() {
    for empty in ["", "  \n", "# chỉ có ghi chú\n", "---\n"] {
        assert_eq!(Folder::sound().with(PROCEDURE, empty).found(), ["N011:0"], "{empty:?}");
    }
}

#[test]
fn a_slip_is_told_where_it_stands_and_not_where_the_parser_stopped() {
    for (from, to, found) in [
        ("    kind: counter", "    kind:counter", "N004:14"),
        ("  - id: tai-quay", "  -id: tai-quay", "N004:13"),
        ("    kind: counter", "\u{a0}\u{a0}\u{a0}\u{a0}kind: counter", "N004:14"),
        ("bodies: {decides", "bodies:\n\tdecides: \"x\"\nb: {decides", "N004:9"),
    ] {
        let folder = Folder::sound().procedure(from, to);
        assert_eq!(folder.found(), [found], "{to:?}: {}", folder.messages());
    }
}

#[test]
fn curly_marks_round_a_value_are_told_beside_what_they_spoil() {
    let name = Folder::sound().procedure("\"Đăng ký kết hôn\"", "“Đăng ký kết hôn”");
    assert_eq!(name.found(), ["N109:2"]);
    assert!(name.messages().contains("Word"), "{}", name.messages());
    let phone = Folder::sound().edit(AGENCY, "\"0200 000 0001\"", "“0200 000 0001”");
    assert_eq!(phone.found(), ["N106:9", "N109:9"]);
}

#[test]
fn a_text_that_is_cut_off_is_told_with_what_is_lost() {
    let folder = Folder::sound().procedure("\"Đăng ký kết hôn\"", "Đăng ký kết hôn #2");
    assert_eq!(folder.found(), ["N110:2"]);
    assert!(folder.messages().contains("“#2”"), "{}", folder.messages());
}

#[test]
fn a_case_without_papers_says_so() {
    let papers = "papers:\n      - {id: to-khai, name: \"Tờ khai\", originals: 1, copies: 0}";
    assert_eq!(Folder::sound().procedure(papers, "papers: none").found(), [""; 0]);
    assert_eq!(Folder::sound().procedure(papers, "papers: []").found(), ["N302:23"]);
    let quoted = Folder::sound().procedure(papers, "papers: {as_announced: \"Không\"}");
    assert_eq!(quoted.found(), ["N104:23"]);
}

#[test]
fn words_of_one_language_that_cannot_be_read_are_not_taken_for_those_of_another() {
    let words = "fields: {ho-tich: Status, khac: Other}\n";
    let folder = Folder::sound()
        .edit("site.yaml", "languages: [vi, en]", "languages: [vi, en, fr]")
        .with("fields.en.yaml", "fields: [")
        .with("fields.fr.yaml", words);
    let told = folder.report().diagnostics;
    let khac = told.iter().find(|one| id_told(one) == "khac").unwrap();
    assert_eq!(khac.place.file, "fields.fr.yaml");
}

/// The id of which a diagnostic speaks.
fn id_told(one: &Diagnostic) -> &str {
    match &one.problem {
        Problem::WordsWithoutOriginal { id, .. } => id,
        _ => "",
    }
}
