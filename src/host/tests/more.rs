//! After the first tap: correcting a slip, saying more page by page, and the times for both.

use std::sync::atomic::Ordering;

use super::exchange::{Answer, post};
use super::forms::{Form, forms, key, stored};
use super::sample_release::codes;
use super::stand::{NOW, Stand};
use crate::feedback::{ADD_WINDOW, AnswerValue, Mark, REPLACE_WINDOW};

/// A rating by one tap, from the page to thanks.
fn tapped(stand: &Stand, face: &str) -> Answer {
    let page = stand.get(&format!("/Q/{}", codes()[0]));
    let form = forms(&page.text()).remove(0);
    after(stand, 5_000);
    let sent = send(stand, &form, &[("q-hai-long", face)]);
    assert_eq!(sent.status, 303);
    stand.get(sent.field("location"))
}

fn send(stand: &Stand, form: &Form, answers: &[(&str, &str)]) -> Answer {
    post(stand.address(), &form.action, &[], form.with(answers).as_bytes())
}

/// Sets the clock so many milliseconds after the beginning.
fn after(stand: &Stand, millis: i64) {
    stand.clock.store(NOW + millis, Ordering::Relaxed);
}

fn first_answer(stand: &Stand) -> AnswerValue {
    stored(stand)[0].submission.answers[0].1.clone()
}

#[test]
fn one_tap_is_kept_at_once_and_more_is_added_to_it() {
    let stand = Stand::new();
    let thanks = tapped(&stand, "4");
    assert_eq!((thanks.status, thanks.field("cache-control")), (200, "no-store"));
    assert_eq!(stored(&stand)[0].submission.answers.len(), 1);
    assert_eq!(stored(&stand)[0].submission.marks, []);
    let text = thanks.text();
    assert!(text.contains("Ông/bà đã chọn: <strong>Hài lòng</strong>"), "{text}");
    let [again, more] = <[Form; 2]>::try_from(forms(&text)).unwrap();
    assert_eq!((again.value("replace"), more.value("replace")), ("1", ""));
    assert!(!text.contains(&key(0)) && more.value("claim").len() == 86);
    after(&stand, REPLACE_WINDOW + 60_000);
    let words = "Chờ lâu <b>& gọi 0912 345 678";
    let answers = [("q-ly-do", "cho-lau"), ("q-ly-do", "nhanh-gon"), ("q-gop-y", words)];
    let sent = send(&stand, &more, &answers);
    assert_eq!(sent.status, 303);
    let done = stand.get(sent.field("location")).text();
    assert!(done.contains("Đã thêm vào đánh giá") && forms(&done).is_empty(), "{done}");
    let kept = &stored(&stand)[0];
    assert_eq!(kept.submission.answers.len(), 3);
    assert_eq!(kept.submission.answers[2].1, AnswerValue::Text(words.into()));
    assert_eq!(kept.submission.marks, [Mark::Personal]);
    assert_eq!(stand.store.count().unwrap(), 1);
    // The same page sent again, by a double tap say, changes nothing and is thanked for too.
    assert_eq!(send(&stand, &more, &answers).status, 303);
    assert_eq!(&stored(&stand)[0].submission, &kept.submission);
}

#[test]
fn a_slip_is_corrected_within_two_minutes_and_not_after() {
    let stand = Stand::new();
    let thanks = tapped(&stand, "1").text();
    let again = forms(&thanks).remove(0);
    after(&stand, 5_000 + REPLACE_WINDOW);
    let sent = send(&stand, &again, &[("q-hai-long", "5")]);
    let replaced = stand.get(sent.field("location")).text();
    assert!(replaced.contains("Đã đổi sang câu trả lời mới"), "{replaced}");
    assert!(replaced.contains("<strong>Rất hài lòng</strong>"), "{replaced}");
    assert_eq!(first_answer(&stand), AnswerValue::Level(5));
    after(&stand, 5_000 + REPLACE_WINDOW + 1);
    let late = send(&stand, &again, &[("q-hai-long", "2")]);
    assert_eq!(late.status, 303);
    let late = stand.get(late.field("location")).text();
    assert!(late.contains("Đã quá 2 phút") && !late.contains("Bấm nhầm"), "{late}");
    assert_eq!(first_answer(&stand), AnswerValue::Level(5));
    assert_eq!(stand.store.count().unwrap(), 1);
}

#[test]
fn going_back_and_choosing_otherwise_corrects_the_same_rating() {
    let stand = Stand::new();
    let rate = |face: &str| stand.rate(&format!("key={}&part=0&q-hai-long={face}", key(9)));
    rate("1");
    after(&stand, 60_000);
    let second = rate("4");
    assert!(stand.get(second.field("location")).text().contains("<strong>Hài lòng</strong>"));
    assert_eq!(first_answer(&stand), AnswerValue::Level(4));
    after(&stand, 600_000);
    let third = rate("2");
    let late = stand.get(third.field("location")).text();
    assert!(late.contains("Đã quá 2 phút"), "{late}");
    assert_eq!(first_answer(&stand), AnswerValue::Level(4));
    assert_eq!(stand.store.count().unwrap(), 1);
}

#[test]
fn what_was_typed_may_be_written_better_while_slips_may_be_corrected() {
    let stand = Stand::new();
    let more = forms(&tapped(&stand, "4").text()).remove(1);
    let words = |stand: &Stand| stored(stand)[0].submission.answers[1].1.clone();
    send(&stand, &more, &[("q-gop-y", "Chờ lâu")]);
    send(&stand, &more, &[("q-gop-y", "Chờ rất lâu")]);
    assert_eq!(words(&stand), AnswerValue::Text("Chờ rất lâu".into()));
    after(&stand, REPLACE_WINDOW + 10_000);
    assert_eq!(send(&stand, &more, &[("q-gop-y", "Khác")]).status, 303);
    assert_eq!(words(&stand), AnswerValue::Text("Chờ rất lâu".into()));
}

#[test]
fn what_comes_too_late_is_not_lost_from_the_page() {
    let stand = Stand::new();
    let thanks = tapped(&stand, "3");
    let more = forms(&thanks.text()).remove(1);
    after(&stand, 5_000 + ADD_WINDOW + 1);
    let late = send(&stand, &more, &[("q-gop-y", "Chờ lâu & nóng"), ("q-ly-do", "cho-lau")]);
    assert_eq!((late.status, late.field("cache-control")), (409, "no-store"));
    let text = late.text();
    assert!(text.contains(">Chờ lâu &amp; nóng</textarea>"), "{text}");
    assert!(text.contains("value=\"cho-lau\" checked") && text.contains("Đã quá thời gian"));
    assert!(text.contains(&format!("href=\"/Q/{}\"", codes()[0])));
    assert_eq!(stored(&stand)[0].submission.answers.len(), 1);
}

#[test]
fn the_page_of_thanks_forgets_what_can_no_longer_be_done() {
    let stand = Stand::new();
    let sent = stand.rate(&format!("key={}&part=0&q-hai-long=4", key(2)));
    let location = sent.field("location").to_owned();
    let shown = |millis| {
        after(&stand, millis);
        forms(&stand.get(&location).text()).len()
    };
    assert_eq!([shown(0), shown(REPLACE_WINDOW), shown(REPLACE_WINDOW + 1)], [2, 2, 1]);
    assert_eq!([shown(ADD_WINDOW), shown(ADD_WINDOW + 1)], [1, 0]);
}

#[test]
fn wrong_input_comes_back_filled_and_can_be_put_right() {
    let stand = Stand::new();
    let more = forms(&tapped(&stand, "3").text()).remove(1);
    let long = "ờ".repeat(501);
    let refused = send(&stand, &more, &[("q-ly-do", "cho-lau"), ("q-gop-y", &long)]);
    assert_eq!((refused.status, refused.field("cache-control")), (422, "no-store"));
    let text = refused.text();
    assert!(text.contains(&long) && text.contains("value=\"cho-lau\" checked"), "{text}");
    assert!(text.contains("role=\"alert\"") && text.contains("href=\"#q-gop-y-o\""));
    let mended = forms(&text).pop().unwrap();
    assert_eq!(mended.value("claim"), more.value("claim"));
    assert_eq!(send(&stand, &mended, &[("q-gop-y", "Ngắn")]).status, 303);
    assert_eq!(send(&stand, &more, &[("q-khac", "1")]).status, 422);
    assert_eq!(send(&stand, &more, &[]).status, 303, "nothing more to say is no fault");
    assert_eq!(stored(&stand)[0].submission.answers.len(), 2);
}

#[test]
fn a_claim_that_is_not_ours_adds_nothing_and_loses_nothing() {
    let stand = Stand::new();
    let mut more = forms(&tapped(&stand, "3").text()).remove(1);
    for field in &mut more.hidden {
        if field.0 == "claim" {
            field.1 = "0".repeat(86);
        }
    }
    let answer = send(&stand, &more, &[("q-gop-y", "Vẫn còn đây")]);
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains(">Vẫn còn đây</textarea>"));
    assert_eq!(stored(&stand)[0].submission.answers.len(), 1);
}

#[test]
fn a_long_survey_goes_page_by_page_into_one_rating() {
    let stand = Stand::new();
    let place = format!("/Q/{}", codes()[0]);
    let first = stand.get(&format!("{place}/khao-sat/nhieu-phan"));
    assert_eq!((first.status, first.field("cache-control")), (200, "no-store"));
    let text = first.text();
    assert!(text.contains("Phần 1/3") && text.contains(&format!("{place}/khao-sat/nhieu-phan/3")));
    let page = forms(&text).remove(0);
    assert_eq!(page.html.matches("<fieldset").count(), 4);
    let empty = send(&stand, &page, &[]);
    assert_eq!(empty.status, 422);
    let page = forms(&empty.text()).remove(0);
    let sent = send(&stand, &page, &[("q-a-1", "5"), ("q-a-3", "2")]);
    let second = stand.get(sent.field("location")).text();
    let page = forms(&second).remove(0);
    assert!(second.contains("Phần 2/3") && page.html.matches("<fieldset").count() == 3);
    let lacking = send(&stand, &page, &[("q-b-2", "4")]);
    assert_eq!(lacking.status, 422, "a mandatory question of the page");
    assert!(lacking.text().contains("value=\"4\" checked"));
    let sent = send(&stand, &page, &[("q-b-1", "1"), ("q-b-2", "4")]);
    let third = stand.get(sent.field("location")).text();
    let sent = send(&stand, &forms(&third).remove(0), &[("q-c-3", "3")]);
    let done = stand.get(sent.field("location")).text();
    assert!(forms(&done).is_empty() && done.contains(&format!("{place}/khao-sat/nhanh-5")));
    let kept = stored(&stand).remove(0).submission;
    let ids: Vec<&str> = kept.answers.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["a-1", "a-3", "b-1", "b-2", "c-3"]);
    assert_eq!((kept.survey.as_str(), stand.store.count().unwrap()), ("nhieu-phan", 1));
    // Who only wants to speak of one thing begins there.
    let third = stand.get(&format!("{place}/khao-sat/nhieu-phan/3"));
    assert_eq!(forms(&third.text())[0].value("part"), "3");
    for nothing in ["nhieu-phan/4", "nhieu-phan/0", "khong-co", "nhieu-phan/1/1"] {
        assert_eq!(stand.get(&format!("{place}/khao-sat/{nothing}")).status, 404, "{nothing}");
    }
}

#[test]
fn the_way_on_which_a_page_was_opened_is_kept() {
    let stand = Stand::new();
    let place = format!("/Q/{}", codes()[0]);
    let cases =
        [("", "qr"), ("?web", "web"), ("?kiosk", "kiosk"), ("?paper", "qr"), ("?x=web", "qr")];
    for (query, mode) in cases {
        let pages = ["", "/khao-sat/nhanh-5", "/thu-tuc/1.000894"];
        for page in pages.map(|rest| stand.get(&format!("{place}{rest}{query}"))) {
            assert_eq!(forms(&page.text())[0].value("mode"), mode, "{query}");
        }
    }
    let page = stand.get(&format!("{place}?web"));
    send(&stand, &forms(&page.text())[0], &[("q-hai-long", "4")]);
    let page = stand.get(&place);
    send(&stand, &forms(&page.text())[0], &[("q-hai-long", "4"), ("helped", "1")]);
    let modes: Vec<_> = stored(&stand).iter().map(|one| one.submission.mode.word()).collect();
    assert_eq!((modes.contains(&"web"), modes.contains(&"helped")), (true, true), "{modes:?}");
}

#[test]
fn a_procedure_is_chosen_from_the_counter_and_kept_with_its_edition() {
    let stand = Stand::new();
    let place = format!("/Q/{}", codes()[0]);
    assert!(stand.get(&place).text().contains(&format!("href=\"{place}/thu-tuc\"")));
    let choice = stand.get(&format!("{place}/thu-tuc")).text();
    assert!(choice.contains(&format!("href=\"{place}/thu-tuc/1.000894\"")), "{choice}");
    let page = stand.get(&format!("{place}/thu-tuc/1.000894")).text();
    assert!(page.contains("<strong>Đăng ký kết hôn</strong>"), "{page}");
    send(&stand, &forms(&page)[0], &[("q-hai-long", "4")]);
    let kept = stored(&stand).remove(0).submission.about.unwrap();
    assert_eq!((kept.procedure.as_str(), kept.edition.0), ("1.000894", [0xab; 16]));
    assert_eq!(stand.get(&format!("{place}/thu-tuc/2.000001")).status, 404);
    // What is claimed but not posted at this counter is not believed; the rating is.
    let claimed = format!("procedure=2.000001&edition={}", "ab".repeat(16));
    stand.rate(&format!("key={}&q-hai-long=4&{claimed}", key(5)));
    let unlisted = format!("procedure=1.000894&edition={}", "cd".repeat(16));
    stand.rate(&format!("key={}&q-hai-long=4&{unlisted}", key(6)));
    let about = stored(&stand).into_iter().filter(|one| one.submission.about.is_some()).count();
    assert_eq!((stand.store.count().unwrap(), about), (3, 1));
}
