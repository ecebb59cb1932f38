//! What citizens bring, from the page to the store and back by its code.

use std::sync::atomic::Ordering;

use super::exchange::{Answer, post, post_from};
use super::forms::{Form, forms, hidden, key};
use super::sample_release::{codes, desk};
use super::stand::{NOW, Stand};
use crate::feedback::Mark;
use crate::feedback::matter::{Act, By, Demand, Event, MatterKind, Settled, State};
use crate::feedback::sample::slug;
use crate::store::{Appended, LogEntry, MatterLine, MatterQuery, Pile, StoredMatter};
use crate::text::Date;

const WORDS: &str = "Phiếu hẹn ghi sai ngày trả kết quả.";

fn petition() -> Vec<(&'static str, &'static str)> {
    vec![("words", WORDS), ("name", "Trần Thị Mẫu"), ("phone", "0900 000 000"), ("consent", "1")]
}

fn form(stand: &Stand, target: &str) -> Form {
    let page = stand.get(target);
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"), "{}", page.text());
    forms(&page.text()).remove(0)
}

fn send(stand: &Stand, form: &Form, answers: &[(&str, &str)]) -> Answer {
    post(stand.address(), &form.action, &[], form.with(answers).as_bytes())
}

/// Brings something and gives its tracking code.
fn bring(stand: &Stand, target: &str, answers: &[(&str, &str)]) -> String {
    let form = form(stand, target);
    stand.clock.fetch_add(30_000, Ordering::Relaxed);
    let sent = send(stand, &form, answers);
    assert_eq!((sent.status, sent.field("cache-control")), (303, "no-store"), "{}", sent.text());
    let thanks = stand.get(sent.field("location"));
    assert_eq!(thanks.status, 200);
    code_of(&thanks.text())
}

fn code_of(page: &str) -> String {
    page.split("<p class=\"big\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

fn look(stand: &Stand, code: &str, more: &[(&str, &str)]) -> Answer {
    let form = Form { action: "/tra-cuu".into(), hidden: Vec::new(), html: String::new() };
    send(stand, &form, &[&[("code", code), ("lang", "vi")], more].concat())
}

fn lines(stand: &Stand) -> Vec<MatterLine> {
    let query = MatterQuery {
        pile: Pile::All,
        ..MatterQuery::inbox(vec![slug("phuong-vi-du"), slug("so-mau")], 100)
    };
    stand.store.matters(&query).unwrap()
}

fn only(stand: &Stand) -> StoredMatter {
    let line = lines(stand).remove(0);
    stand.store.matter(&line.agency, &line.id).unwrap().unwrap()
}

fn officer_does(stand: &Stand, act: Act) {
    let found = only(stand);
    let at = stand.clock.load(Ordering::Relaxed);
    let entry = LogEntry {
        agency: found.matter.agency,
        matter: found.id,
        expected: found.life.events,
        event: Event { at, by: By::Officer("lan".into()), act },
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let done = runtime.block_on(stand.store.append(entry)).unwrap();
    assert!(matches!(done, Appended::Done { .. }), "{done:?}");
}

fn answer(words: &str) -> Act {
    let reopen_until = Date::parse("2026-12-31").unwrap();
    Act::Answer { settled: Settled::Fixed, words: words.into(), reopen_until }
}

#[test]
fn a_petition_is_received_and_followed_by_its_code() {
    let stand = Stand::new();
    let code = bring(&stand, "/phan-anh/phuong-vi-du", &petition());
    assert_eq!(code.len(), 23);
    let kept = only(&stand);
    assert_eq!((kept.matter.kind, &*kept.matter.words), (MatterKind::Petition, WORDS));
    assert_eq!(kept.matter.contact.as_ref().unwrap().phone.as_deref(), Some("0900 000 000"));
    assert_eq!((kept.matter.marks.as_slice(), kept.matter.received_at), (&[][..], NOW + 30_000));
    // Saturday 21 November: received on Monday 23; five working days are Monday 30, ten Monday 7.
    assert_eq!(kept.life.dues.answered.to_string(), "2026-12-07");
    let page = look(&stand, &code.to_lowercase().replace('-', " "), &[]);
    let text = page.text();
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"));
    assert!(text.contains("Đã nhận, chờ xử lý") && text.contains("07/12/2026"), "{text}");
    // Who looks it up sees no name and no number.
    assert!(!text.contains("Mẫu") && !text.contains("0900"), "{text}");
    officer_does(&stand, Act::Accept);
    officer_does(&stand, Act::Note { words: "chỉ nội bộ".into() });
    officer_does(&stand, answer("Đã sửa <phiếu> hẹn."));
    let text = look(&stand, &code, &[]).text();
    assert!(text.contains("Đã sửa &lt;phiếu&gt; hẹn.") && !text.contains("chỉ nội bộ"), "{text}");
    assert!(text.contains("31/12/2026") && text.contains("value=\"reopen\""), "{text}");
    // Once more, and only once.
    let short = look(&stand, &code, &[("do", "reopen"), ("words", "Chưa")]);
    assert!(short.status == 422 && short.text().contains(">Chưa</textarea>"), "{}", short.text());
    let again = look(&stand, &code, &[("do", "reopen"), ("words", "Vẫn còn sai ở tờ thứ hai")]);
    assert!(again.status == 200 && again.text().contains("Đã nhận đề nghị xem lại"));
    assert_eq!((only(&stand).life.state, only(&stand).life.reopened), (State::Reopened, true));
    officer_does(&stand, answer("Đã sửa nốt."));
    let twice = look(&stand, &code, &[("do", "reopen"), ("words", "Vẫn còn sai ở tờ thứ ba")]);
    assert_eq!(twice.status, 409);
    // Answered, the contact goes and the record stays.
    let gone = look(&stand, &code, &[("do", "forget")]);
    assert!(gone.text().contains("Đã xóa tên và liên hệ."), "{}", gone.text());
    assert_eq!((only(&stand).matter.contact, only(&stand).life.state), (None, State::Answered));
    assert_eq!(stand.store.count().unwrap(), 0, "no rating");
}

#[test]
fn deleting_the_contact_before_an_answer_withdraws() {
    let stand = Stand::new();
    let code = bring(&stand, "/phan-anh/phuong-vi-du", &petition());
    let text = look(&stand, &code, &[]).text();
    assert!(text.contains("nên nội dung này được rút lại"), "{text}");
    let gone = look(&stand, &code, &[("do", "forget")]);
    assert!(gone.status == 200 && gone.text().contains("nội dung được rút lại"));
    assert_eq!((only(&stand).life.state, only(&stand).matter.contact), (State::Withdrawn, None));
    assert_eq!(look(&stand, &code, &[("do", "forget")]).status, 409);
    assert!(look(&stand, &code, &[]).text().contains("Đã rút"));
}

#[test]
fn a_report_is_anonymous_and_bound_to_what_is_posted() {
    let stand = Stand::new();
    let target = "/bao-tin/phuong-vi-du/thu-tuc/1.000894";
    let text = stand.get(target).text();
    assert!(
        text.contains("Đăng ký kết hôn") && text.contains("không phải là đơn tố cáo"),
        "{text}"
    );
    bring(&stand, target, &[("demand", "fee"), ("demand", "paper")]);
    let kept = only(&stand).matter;
    assert_eq!((kept.kind, kept.contact), (MatterKind::Report, None));
    assert_eq!(kept.demands, [Demand::Paper, Demand::Fee]);
    let posted = kept.posted.unwrap();
    assert_eq!((posted.procedure.as_str(), posted.edition.0), ("1.000894", [0xab; 16]));
    bring(&stand, "/bao-tin/phuong-vi-du/quay/quay-1", &[("demand", "visit")]);
    assert!(lines(&stand).iter().any(|one| one.counter == Some(slug("quay-1"))));
    // What is not posted here is not believed.
    let form = form(&stand, "/bao-tin/phuong-vi-du");
    let made_up = [("procedure", "9.999999"), ("edition", &*key(3)), ("counter", "quay-9")];
    let made_up: Vec<_> = made_up.into_iter().chain([("demand", "fee")]).collect();
    assert_eq!(send(&stand, &form, &made_up).status, 303);
    let odd =
        lines(&stand).into_iter().find(|one| one.procedure.is_none() && one.counter.is_none());
    assert!(odd.is_some());
    // A procedure of many agencies asks for one of them.
    let choose = stand.get("/bao-tin/thu-tuc/1.000894").text();
    assert!(choose.contains(&format!("href=\"{target}\"")), "{choose}");
}

#[test]
fn a_page_that_is_wrong_is_named_by_the_browser() {
    let stand = Stand::new();
    let from = |referer: &str| {
        let field = format!("Referer: http://localhost{referer}");
        stand.get_with("/trang-sai", &[&field]).text()
    };
    let text = from("/don-vi/phuong-vi-du/thu-tuc/1.000894.html?x=1#y");
    assert!(text.contains("value=\"don-vi/phuong-vi-du/thu-tuc/1.000894.html\""), "{text}");
    // The address of a page made for one visitor is not repeated.
    let claim = format!("/cam-on/{}/nhanh-5/{}/1", codes()[0], "ab".repeat(43));
    assert!(!from(&claim).contains("abab") && !from("/trang-sai").contains("value=\"trang-sai\""));
    let page = forms(&from("/index.html")).remove(0);
    assert_eq!(page.action, "/trang-sai/phuong-vi-du");
    let sent = send(&stand, &page, &[("words", "Lệ phí ghi sai"), ("page", "index.html")]);
    assert_eq!(sent.status, 303);
    assert_eq!(only(&stand).matter.page.as_deref(), Some("index.html"));
}

#[test]
fn an_agency_that_takes_petitions_elsewhere_says_where() {
    let stand = Stand::new();
    let text = stand.get("/phan-anh/so-mau").text();
    assert!(
        text.contains("https://phananh.example") && text.contains("Phòng Tiếp công dân"),
        "{text}"
    );
    assert!(!text.contains("<form"), "{text}");
    let body = "words=Phi%E1%BA%BFu+h%E1%BA%B9n+ghi+sai";
    let sent = post(stand.address(), "/phan-anh/so-mau", &[], body.as_bytes());
    assert!(sent.status == 200 && lines(&stand).is_empty());
    // It can be told what was asked for beyond its list.
    bring(&stand, "/bao-tin/so-mau", &[("demand", "fee")]);
    let guide = stand.get("/phan-anh").text();
    assert!(guide.contains("tiếp công dân") && guide.contains("href=\"/don-vi.html\""), "{guide}");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_lost() {
    let stand = Stand::new();
    let form = form(&stand, "/phan-anh/phuong-vi-du");
    for (field, value, said) in [
        ("consent", "", "Xin đánh dấu ô này"),
        ("name", "Lan 001088001234", "không cần số đó"),
        ("phone", "không có", "không phải số điện thoại"),
        ("phone", "", "ít nhất một cách"),
        ("words", "Chờ", "ít nhất 10 ký tự"),
        ("cccd", "1", "phần không thuộc phiếu"),
    ] {
        let mut answers: Vec<_> =
            petition().into_iter().filter(|(name, _)| *name != field).collect();
        answers.push((field, value));
        let refused = send(&stand, &form, &answers);
        let text = refused.text();
        assert_eq!(refused.status, 422, "{field}");
        assert!(text.contains(said) && text.contains("<title>Lỗi:"), "{field}: {text}");
        let kept = if field == "words" { "Chờ" } else { WORDS };
        assert!(text.contains(&format!(">{kept}</textarea>")), "{field}: {text}");
        assert!(!text.contains("value=\"1\" checked"), "consent is never ticked for anybody");
        assert_eq!(hidden(&text, "key"), form.value("key"), "the next try counts once");
    }
    assert!(lines(&stand).is_empty());
    // Without a key it is to be sent once more; two taps are one matter.
    let bare = Form { hidden: Vec::new(), ..form.clone() };
    let asked = send(&stand, &bare, &petition());
    assert!(asked.status == 200 && asked.text().contains("bấm gửi một lần nữa"));
    let [one, other] = [0, 1].map(|_| send(&stand, &form, &petition()));
    assert_eq!((one.status, other.status, lines(&stand).len()), (303, 303, 1));
    let codes = [one, other].map(|sent| code_of(&stand.get(sent.field("location")).text()));
    assert_eq!(codes[0], codes[1]);
}

#[test]
fn odd_targets_and_methods_are_refused() {
    let stand = Stand::new();
    for target in [
        "/phan-anh/xa-khac",
        "/bao-tin/phuong-vi-du/thu-tuc/9.999999",
        "/bao-tin/phuong-vi-du/quay/quay-9",
        "/bao-tin/thu-tuc/9.999999",
        "/phan-anh/phuong-vi-du/da-gui/00",
        "/phan-anh/phuong-vi-du/a/b/c",
        "/tra-cuu/K7F3ABMM2QX9TRWD5H",
    ] {
        assert_eq!(stand.get(target).status, 404, "{target}");
    }
    let send = |target: &str, fields: &[&str], body: &str| {
        post(stand.address(), target, fields, body.as_bytes()).status
    };
    let own = "/phan-anh/phuong-vi-du";
    assert_eq!(send("/phan-anh/xa-khac", &[], "words=x"), 404);
    assert_eq!(send("/phan-anh", &[], "words=x"), 404);
    assert_eq!(send(own, &[], "words=%ff"), 400);
    assert_eq!(send(own, &["Content-Type: application/json"], "{}"), 415);
    assert_eq!(send("/tra-cuu", &["Content-Type: text/plain"], "code=x"), 415);
    assert_eq!(send(own, &[], &"a".repeat(10_000_000)), 413);
    assert_eq!(send(own, &["Origin: https://evil.example"], "words=x"), 403);
    assert_eq!(super::exchange::ask(stand.address(), "PUT", own, &[]).status, 405);
    assert!(lines(&stand).is_empty());
}

#[test]
fn a_form_of_another_site_does_nothing_to_a_matter() {
    let stand = Stand::new();
    let code = bring(&stand, "/phan-anh/phuong-vi-du", &petition());
    let body = format!("code={code}&do=forget");
    let foreign = ["Origin: https://evil.example"];
    let looked = post(stand.address(), "/tra-cuu", &foreign, body.as_bytes());
    assert_eq!(looked.field("access-control-allow-origin"), "");
    assert!(only(&stand).matter.contact.is_some());
}

#[test]
fn the_code_is_shown_for_half_an_hour_and_is_in_no_address() {
    let stand = Stand::new();
    let form = form(&stand, "/en/phan-anh/phuong-vi-du");
    assert!(form.action.starts_with("/en/"), "{}", form.action);
    let way = send(&stand, &form, &petition()).field("location").to_owned();
    assert!(way.starts_with("/en/phan-anh/phuong-vi-du/da-gui/"), "{way}");
    let page = stand.get(&way).text();
    let code = code_of(&page);
    assert!(page.contains("lang=\"en\"") && page.contains("7 December 2026"), "{page}");
    assert!(!way.contains(&code.replace('-', "")) && !page.contains(&format!("/{code}")));
    stand.clock.fetch_add(30 * 60_000 + 1, Ordering::Relaxed);
    let later = stand.get(&way).text();
    assert!(!later.contains(&code) && later.contains("no longer shows"), "{later}");
}

#[test]
fn wrong_codes_are_limited_and_right_ones_are_not() {
    let stand = Stand::new();
    let code = bring(&stand, "/phan-anh/phuong-vi-du", &petition());
    let mistyped = look(&stand, &format!("{}2", &code[..22]), &[]);
    assert!([200, 422].contains(&mistyped.status), "{}", mistyped.status);
    assert_eq!(look(&stand, "K7F-O", &[]).status, 422);
    // A code of another secret is well formed and unknown.
    let unknown = crate::feedback::matter::TrackingCode::of(
        &crate::feedback::Secret::new([1; 32]),
        &crate::feedback::Key([3; 16]),
    );
    let body = format!("code={}", unknown.as_str());
    let try_from =
        |source| post_from(source, stand.address(), "/tra-cuu", &[], body.as_bytes()).status;
    for _ in 0..60 {
        assert_eq!(try_from("127.0.0.9"), 404);
    }
    assert_eq!(try_from("127.0.0.9"), 429);
    // Another address goes on, and right codes cost nothing.
    assert_eq!(try_from("127.0.0.10"), 404);
    for _ in 0..70 {
        assert_eq!(look(&stand, &code, &[]).status, 200);
    }
}

#[test]
fn one_sender_of_very_many_waits_with_all_that_was_typed() {
    let stand = Stand::new();
    for number in 0..60_u8 {
        let body = format!("key={}&demand=fee", key(number + 1));
        let sent = post(stand.address(), "/bao-tin/phuong-vi-du", &[], body.as_bytes());
        assert_eq!(sent.status, 303);
    }
    let body = format!("key={}&demand=fee&words=Photo+th%C3%AAm", key(99));
    let waits = post(stand.address(), "/bao-tin/phuong-vi-du", &[], body.as_bytes());
    let text = waits.text();
    assert_eq!((waits.status, waits.field("retry-after")), (429, "10"), "{text}");
    assert!(text.contains("value=\"fee\" checked") && text.contains(">Photo thêm</textarea>"));
    assert_eq!(lines(&stand).len(), 60);
}

#[test]
fn what_seems_to_come_from_a_program_is_kept_apart() {
    let stand = Stand::with(&desk(), None);
    let body = format!("key={}&demand=fee&website=x", key(1));
    let sent = post(stand.address(), "/bao-tin/phuong-vi-du", &[], body.as_bytes());
    assert_eq!(sent.status, 303);
    assert!(lines(&stand)[0].held && only(&stand).matter.marks.contains(&Mark::Honeypot));
}
