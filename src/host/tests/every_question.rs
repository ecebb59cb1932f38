//! A form for every kind of question, as a browser without script sends it: each kind answered, passed
//! over, answered by "don't know", and answered wrongly.

use super::exchange::{Answer, post};
use super::forms::{Form, forms, stored};
use super::sample_release::codes;
use super::stand::Stand;
use crate::feedback::AnswerValue;
use crate::feedback::sample::slug;

fn page(stand: &Stand) -> Form {
    let page = stand.get(&format!("/Q/{}/khao-sat/moi-loai", codes()[0]));
    assert_eq!(page.status, 200);
    forms(&page.text()).remove(0)
}

fn send(stand: &Stand, form: &Form, answers: &[(&str, &str)]) -> Answer {
    post(stand.address(), &form.action, &[], form.with(answers).as_bytes())
}

#[test]
fn every_kind_is_asked_and_its_answer_is_kept() {
    let stand = Stand::new();
    let form = page(&stand);
    for control in [
        "type=\"radio\" name=\"q-mat\" value=\"5\"",
        "type=\"radio\" name=\"q-nam-muc\" value=\"1\"",
        "type=\"radio\" name=\"q-ba-muc\" value=\"3\"",
        "type=\"radio\" name=\"q-diem\" value=\"som\"",
        "type=\"radio\" name=\"q-mot\" value=\"dont-know\"",
        "type=\"checkbox\" name=\"q-nhieu\" value=\"co\"",
        "type=\"number\" inputmode=\"numeric\" name=\"q-so\" min=\"0\" max=\"20\"",
        "name=\"q-chu\" rows=\"3\" maxlength=\"50\"",
        "type=\"checkbox\" name=\"q-so\" value=\"dont-know\"",
        "type=\"checkbox\" name=\"q-chu\" value=\"dont-know\"",
    ] {
        assert!(form.html.contains(control), "{control}\n{}", form.html);
    }
    let answers = [
        ("q-mat", "5"),
        ("q-nam-muc", "1"),
        ("q-ba-muc", "3"),
        ("q-diem", "muon"),
        ("q-mot", "co"),
        ("q-nhieu", "khong"),
        ("q-nhieu", "co"),
        ("q-so", " 20 "),
        ("q-chu", "Tốt"),
    ];
    assert_eq!(send(&stand, &form, &answers).status, 303);
    let option = |id| slug(id);
    let wanted = [
        AnswerValue::Level(5),
        AnswerValue::Level(1),
        AnswerValue::Level(3),
        AnswerValue::Points { option: option("muon"), points: 0 },
        AnswerValue::Choice(option("co")),
        AnswerValue::Choices(vec![option("co"), option("khong")]),
        AnswerValue::Number(20),
        AnswerValue::Text("Tốt".into()),
    ];
    let kept: Vec<_> =
        stored(&stand).remove(0).submission.answers.into_iter().map(|(_, answer)| answer).collect();
    assert_eq!(kept, wanted);
}

const QUESTIONS: [&str; 8] =
    ["q-mat", "q-nam-muc", "q-ba-muc", "q-diem", "q-mot", "q-nhieu", "q-so", "q-chu"];

#[test]
fn dont_know_is_an_answer_of_every_kind_and_silence_is_none() {
    let stand = Stand::new();
    let form = page(&stand);
    // As a browser sends an empty number beside its ticked box.
    let answers: Vec<_> = QUESTIONS.map(|name| (name, "dont-know")).into();
    let with_blanks = [&answers[..], &[("q-so", ""), ("q-chu", "")]].concat();
    assert_eq!(send(&stand, &form, &with_blanks).status, 303);
    let kept = stored(&stand).remove(0).submission.answers;
    assert!(kept.len() == 8 && kept.iter().all(|(_, answer)| *answer == AnswerValue::DontKnow));
    let form = page(&stand);
    assert_eq!(send(&stand, &form, &[("q-mot", "co"), ("q-so", ""), ("q-chu", "")]).status, 303);
    assert!(stored(&stand).iter().any(|one| one.submission.answers.len() == 1));
}

#[test]
fn every_kind_comes_back_refilled() {
    let stand = Stand::new();
    let form = page(&stand);
    let typed = [
        ("q-mat", "4"),
        ("q-nam-muc", "dont-know"),
        ("q-diem", "dung"),
        ("q-mot", "khong"),
        ("q-nhieu", "co"),
        ("q-nhieu", "dont-know"),
        ("q-so", "21"),
        ("q-chu", "\"Chờ\" <lâu>"),
        ("q-chu", "dont-know"),
        ("helped", "1"),
        ("ticket", ""),
    ];
    let refused = send(&stand, &form, &typed);
    assert_eq!(refused.status, 422);
    let text = refused.text();
    for part in [
        "name=\"q-mat\" value=\"4\" checked",
        "name=\"q-nam-muc\" value=\"dont-know\" checked",
        "name=\"q-diem\" value=\"dung\" checked",
        "name=\"q-mot\" value=\"khong\" checked",
        "name=\"q-nhieu\" value=\"co\" checked",
        "name=\"q-nhieu\" value=\"dont-know\" checked",
        "max=\"20\" value=\"21\"",
        "name=\"q-chu\" value=\"dont-know\" checked",
        "name=\"helped\" value=\"1\" checked",
        "id=\"q-nhieu-loi\"",
        "id=\"q-so-loi\"",
        "id=\"q-chu-loi\"",
        "&lt;lâu&gt;</textarea>",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("id=\"q-mot-loi\"") && stored(&stand).is_empty());
    assert_eq!(forms(&text)[0].value("key"), form.value("key"));
}
