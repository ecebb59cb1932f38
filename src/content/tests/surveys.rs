//! Surveys whose questions change, and surveys that no form can ask.

use super::Folder;

const SURVEY: &str = "surveys/nhanh.yaml";
const LEDGER: &str = "survey-versions.yaml";

#[test]
fn questions_do_not_change_under_a_recorded_version() {
    let changed = Folder::sound().edit(SURVEY, "hài lòng không", "thấy thế nào");
    assert_eq!(changed.found(), ["N415:2"]);
    assert!(changed.messages().contains("Nâng `version` lên 2"), "{}", changed.messages());
    let raised = changed.edit(SURVEY, "version: 1", "version: 2");
    assert_eq!(raised.found(), ["N417:2"], "a new version waits to be recorded");
    let back = Folder::sound().edit(LEDGER, "version: 1", "version: 2");
    assert_eq!(back.found(), ["N416:2"]);
    assert_eq!(Folder::sound().without(LEDGER).found(), ["N417:2"]);
    assert_eq!(Folder::sound().edit(SURVEY, "name: \"Nhanh\"", "name: \"Gọn\"").found(), [""; 0]);
    // A ledger that cannot be read is told itself, and nothing is said of what it holds.
    assert_eq!(Folder::sound().edit(LEDGER, "version: 1", "version: x").found(), ["N106:2"]);
    assert_eq!(Folder::sound().edit(LEDGER, "questions: \"", "questions: \"z").found(), ["N106:2"]);
}

#[test]
fn the_survey_at_the_counter_begins_with_one_tap() {
    let slow = Folder::sound().edit(SURVEY, ", required: true", "");
    let slow = slow.without(LEDGER).found();
    assert_eq!(slow, ["N417:2", "N418:5"]);
}

#[test]
fn a_number_that_nobody_can_give_is_told() {
    let number = "  - {id: lan, kind: number, ask: \"Mấy lần?\", min: 3, max: 2}\n";
    let survey = format!("name: \"Số\"\nversion: 1\nstatus: local\nquestions:\n{number}");
    assert_eq!(Folder::sound().with("surveys/so.yaml", &survey).found(), ["N419:5"]);
}
