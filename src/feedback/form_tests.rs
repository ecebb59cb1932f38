//! What a rating form takes and what it refuses, through its one door.

use super::*;
use crate::feedback::sample::{self, code, option, secret, slug};
use crate::feedback::{Question, QuestionKind, Scale};

const NOW: i64 = 1_795_000_000_000;
const KEY: Key = Key([5; 16]);

pub(super) fn question(id: &str, kind: QuestionKind, required: bool, dont_know: bool) -> Question {
    Question { required, dont_know, ..sample::question(id, kind) }
}

fn survey() -> Survey {
    let reasons = vec![option("nhanh-gon", None), option("cho-lau", None)];
    let limit = vec![option("dung", Some(2)), option("muon", Some(0))];
    let questions = vec![
        question("hai-long", QuestionKind::Scale(Scale::Faces5), true, false),
        question("ly-do", QuestionKind::Choices(reasons.clone()), false, false),
        question("kenh", QuestionKind::Choice(reasons), false, true),
        question("thoi-han", QuestionKind::Points(limit), false, true),
        question("so-lan", QuestionKind::Number { min: 0, max: 20 }, false, true),
        question("gop-y", QuestionKind::Text { max: 20 }, false, false),
    ];
    Survey { version: 3, ..sample::survey("nhanh-5", questions) }
}

pub(super) fn read_with(survey: &Survey, typed: &[(&str, &str)]) -> Result<Submission, Rejection> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let pairs: Vec<_> = typed.iter().map(own).collect();
    let asked = Asked {
        survey,
        code: code(),
        agency: &slug("phuong-vi-du"),
        point: Some(&slug("trung-tam")),
        counter: &slug("quay-1"),
        languages: &[Language::VI, Language::EN],
        secret: &secret(),
        now: NOW,
    };
    read(&pairs, &asked)
}

fn read_typed(typed: &[(&str, &str)]) -> Result<Submission, Rejection> {
    read_with(&survey(), typed)
}

/// A form with a key and one more field beside the mandatory answer.
fn reason_of(name: &str, values: &[&str]) -> Option<Reason> {
    let key = KEY.to_string();
    let mut typed = vec![("key", key.as_str())];
    if name != "q-hai-long" {
        typed.push(("q-hai-long", "4"));
    }
    typed.extend(values.iter().map(|value| (name, *value)));
    read_typed(&typed).err().and_then(|rejection| rejection.reason(name))
}

#[test]
fn a_full_form_becomes_a_submission() {
    let stamp = Stamp::sign(&secret(), &code(), &KEY, NOW - 9_000).to_string();
    let submission = read_typed(&[
        ("key", &KEY.to_string()),
        ("stamp", &stamp),
        ("survey", "nhanh-5"),
        ("version", "3"),
        ("lang", "en"),
        ("mode", "kiosk"),
        ("procedure", "1.000894"),
        ("edition", &"ab".repeat(16)),
        ("website", ""),
        ("q-hai-long", "4"),
        ("q-ly-do", "cho-lau"),
        ("q-ly-do", "nhanh-gon"),
        ("q-kenh", "dont-know"),
        ("q-thoi-han", "dung"),
        ("q-so-lan", "2"),
        ("q-gop-y", " Chờ lâu\r\nquá\u{7} "),
    ])
    .unwrap();
    let answers = vec![
        (slug("hai-long"), AnswerValue::Level(4)),
        (slug("ly-do"), AnswerValue::Choices(vec![slug("nhanh-gon"), slug("cho-lau")])),
        (slug("kenh"), AnswerValue::DontKnow),
        (slug("thoi-han"), AnswerValue::Points { option: slug("dung"), points: 2 }),
        (slug("so-lan"), AnswerValue::Number(2)),
        (slug("gop-y"), AnswerValue::Text("Chờ lâu\nquá".into())),
    ];
    assert_eq!(submission.answers, answers);
    assert_eq!((submission.key, submission.mode), (KEY, Mode::Kiosk));
    assert_eq!((submission.point, submission.counter), (Some(slug("trung-tam")), slug("quay-1")));
    assert_eq!((submission.language, submission.version), (Language::EN, 3));
    assert_eq!(submission.about.unwrap().procedure.as_str(), "1.000894");
    assert_eq!(submission.marks, []);
}

#[test]
fn an_untouched_page_yields_a_blank_key() {
    let zeros = ["0".repeat(32), "0".repeat(64)];
    let typed = [("key", &*zeros[0]), ("stamp", &*zeros[1]), ("q-hai-long", "5")];
    let submission = read_typed(&typed).unwrap();
    assert!(submission.key.is_blank());
    assert_eq!(submission.marks, [Mark::NoStamp]);
    assert_eq!((submission.language, submission.mode), (Language::VI, Mode::Qr));
}

#[test]
fn what_is_odd_is_marked_and_kept() {
    let key = KEY.to_string();
    let stamped = |age: i64| Stamp::sign(&secret(), &code(), &KEY, NOW - age).to_string();
    let marks = |stamp: &str, website: &str, words: &str| {
        let typed = [
            ("key", &*key),
            ("stamp", stamp),
            ("website", website),
            ("q-hai-long", "1"),
            ("q-gop-y", words),
        ];
        read_typed(&typed).unwrap().marks
    };
    assert_eq!(marks(&stamped(999), "", ""), [Mark::TooFast]);
    assert_eq!(marks(&stamped(1_000), "", ""), []);
    assert_eq!(marks(&stamped(STALE), "", ""), [Mark::Stale]);
    assert_eq!(marks("zz", "http://spam.example", ""), [Mark::ForgedStamp, Mark::Honeypot]);
    assert_eq!(marks(&stamped(5_000), "", "gọi 0912 345 678"), [Mark::Personal]);
}

#[test]
fn each_slip_has_its_reason() {
    use Reason as R;
    let table: &[(&str, &[&str], Reason)] = &[
        ("q-hai-long", &[], R::Missing),
        ("q-hai-long", &[""], R::Missing),
        ("q-hai-long", &["0"], R::UnknownOption),
        ("q-hai-long", &["6"], R::UnknownOption),
        ("q-hai-long", &["+4"], R::UnknownOption),
        ("q-hai-long", &["dont-know"], R::UnknownOption),
        ("q-hai-long", &["4", "4"], R::Repeated),
        ("q-ly-do", &["khac"], R::UnknownOption),
        ("q-ly-do", &["cho-lau", "cho-lau"], R::Repeated),
        ("q-kenh", &["dont-know", "cho-lau"], R::Contradiction),
        ("q-kenh", &["nhanh-gon", "cho-lau"], R::Repeated),
        ("q-thoi-han", &["2"], R::UnknownOption),
        ("q-so-lan", &["hai"], R::NotANumber),
        ("q-so-lan", &["99999999999"], R::NotANumber),
        ("q-so-lan", &["21"], R::OutOfBounds { min: 0, max: 20 }),
        ("q-gop-y", &["một hai ba bốn năm sáu"], R::TooLong { max: 20, given: 22 }),
        ("q-gop-y", &["a", "b"], R::Repeated),
        ("q-khac", &["1"], R::UnknownField),
        ("ho_ten", &["Lan"], R::UnknownField),
        ("Q-HAI-LONG", &["4"], R::UnknownField),
        ("lang", &["de"], R::UnknownOption),
        ("lang", &["en", "vi"], R::Repeated),
        ("mode", &["paper"], R::UnknownOption),
        ("helped", &["yes"], R::UnknownOption),
        ("survey", &["nam-yeu-to"], R::SurveyChanged),
        ("edition", &["ab"], R::Damaged),
        ("procedure", &["../x"], R::Damaged),
        ("website", &["", ""], R::Repeated),
    ];
    for (name, values, reason) in table {
        assert_eq!(reason_of(name, values), Some(*reason), "{name} {values:?}");
    }
    assert_eq!(reason_of("q-so-lan", &["", "dont-know"]), None);
    assert_eq!(reason_of("helped", &["1"]), None);
}

#[test]
fn a_damaged_key_is_refused_and_a_version_that_has_passed_too() {
    let of = |typed: &[(&str, &str)], field: &str| read_typed(typed).unwrap_err().reason(field);
    assert_eq!(of(&[("key", "12"), ("q-hai-long", "4")], "key"), Some(Reason::Damaged));
    assert_eq!(of(&[("version", "2"), ("q-hai-long", "4")], "survey"), Some(Reason::SurveyChanged));
}

#[test]
fn a_rejection_names_every_slip_and_keeps_all_that_was_typed() {
    let typed = [("q-so-lan", "99"), ("q-gop-y", "<b>chờ quá lâu, rất lâu</b>"), ("ten", "x")];
    let rejection = read_typed(&typed).unwrap_err();
    let names: Vec<&str> = rejection.fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["ten", "q-hai-long", "q-so-lan", "q-gop-y"]);
    assert_eq!(rejection.filled.len(), 3);
    assert_eq!(value(&rejection.filled, "q-gop-y"), Some("<b>chờ quá lâu, rất lâu</b>"));
    assert_eq!(rejection.beyond_questions().count(), 1);
}

#[test]
fn an_empty_form_is_no_rating_even_if_nothing_is_mandatory() {
    let mut lenient = survey();
    lenient.questions[0].required = false;
    let rejection = read_with(&lenient, &[("q-gop-y", "  ")]).unwrap_err();
    assert_eq!(rejection.reason("q-hai-long"), Some(Reason::Missing));
}

#[test]
fn a_page_asks_for_its_own_mandatory_questions_only() {
    let mut strict = survey();
    strict.questions[4].required = true;
    let read = |typed: &[(&str, &str)]| read_with(&strict, typed).map_err(|wrong| wrong.fields);
    assert_eq!(read(&[("part", "0"), ("q-hai-long", "4")]).unwrap().answers.len(), 1);
    let missing = |name: &str| Err(vec![(name.to_owned(), Reason::Missing)]);
    assert_eq!(read(&[("part", "0")]).map(|_| ()), missing("q-hai-long"));
    assert_eq!(read(&[("q-hai-long", "4")]).map(|_| ()), missing("q-so-lan"), "the whole form");
    assert_eq!(read(&[("part", "1"), ("q-kenh", "cho-lau")]).map(|_| ()), missing("q-so-lan"));
    let odd = Err(vec![("part".to_owned(), Reason::Damaged)]);
    assert_eq!(read(&[("part", "9"), ("q-hai-long", "4"), ("q-so-lan", "1")]).map(|_| ()), odd);
}

#[test]
fn a_flood_of_fields_is_refused_without_reading_them() {
    let typed = vec![("q-ly-do", "cho-lau"); 300];
    let rejection = read_typed(&typed).unwrap_err();
    assert_eq!(rejection.reason("survey"), Some(Reason::TooManyFields));
}

#[test]
fn the_longest_honest_form_has_room() {
    let one = survey();
    assert!(longest(&[one]) > 20 * 9 + 4_096);
}
