//! Surveys whose questions change, and surveys that no form can ask.

use super::Folder;
use crate::content::{ReadingOptions, read};
use crate::text::Date;

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

#[test]
fn a_question_that_measures_trips_says_which_answers_are_at_most_one() {
    let survey = |question: &str| {
        let text = format!("name: \"Số\"\nversion: 1\nstatus: local\nquestions:\n{question}");
        Folder::sound().with("surveys/so.yaml", &text)
    };
    let trips = |folder: &Folder| {
        let today = Date::parse("2026-11-22").unwrap();
        let options = ReadingOptions { today, keep_going: true, cache: None };
        let read = read(&folder.path(""), &options).publication.unwrap();
        read.survey("so").unwrap().extra_trips.clone()
    };
    let number = "  - {id: lan, kind: number, ask: \"Mấy lần?\", measures: extra_trips, max: 4}\n";
    let told = trips(&survey(number)).unwrap();
    assert_eq!(told.question.as_str(), "lan");
    assert_eq!((told.at_most_one.len(), told.more.len()), (2, 3));
    let choice = "  - id: lan\n    kind: choice\n    ask: \"Mấy lần?\"\n    measures: extra_trips\n    \
                  options: [{id: khong, label: \"Không\", trips: 0}, {id: nhieu, label: \"Nhiều\", trips: 2}, \
                  {id: quen, label: \"Không nhớ\"}]\n";
    let told = trips(&survey(choice)).unwrap();
    let all: Vec<&String> = told.at_most_one.iter().chain(&told.more).collect();
    assert_eq!(all, ["khong", "nhieu"]);
    // No answer means more than one; levels are no trips; no end; two questions.
    assert_eq!(survey(&choice.replace("trips: 2", "trips: 1")).found(), ["N106:8"]);
    let scale = "  - {id: a, kind: scale, scale: faces5, ask: \"?\", measures: extra_trips}\n";
    assert_eq!(survey(scale).found().len(), 1);
    assert_eq!(survey(&number.replace(", max: 4", "")).found().len(), 1);
    let second = number.replace("id: lan", "id: hai");
    assert_eq!(survey(&format!("{number}{second}")).found().len(), 1);
}
