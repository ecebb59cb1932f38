//! Results at the officers' desk: who sees which, what is not shown, and that they are those of the tallies.

use super::office_stand::{Browser, roles, settle};
use super::stand::{NOW, Stand};
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::sample::{level, rating, slug};
use crate::feedback::{About, Key, Submission};
use crate::text::Language;
use crate::theme::Theme;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Keeps so many ratings of a counter with this level, so many days before now.
fn rate(stand: &Stand, agency: &str, counter: &str, stars: u8, times: u8, days: i64) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for number in 0..times {
        let name = format!("{agency} {counter} {stars} {days} {number}");
        let mut key = Key([0; 16]);
        key.0.copy_from_slice(&blake3::hash(name.as_bytes()).as_bytes()[..16]);
        let one = Submission {
            agency: slug(agency),
            counter: slug(counter),
            answers: vec![level("hai-long", stars)],
            about: Some(About {
                procedure: ProcedureCode::parse("1.000894").unwrap(),
                edition: EditionMark([0xab; 16]),
            }),
            received_at: NOW - days * DAY,
            ..rating(key)
        };
        runtime.block_on(stand.store.keep(one)).unwrap();
    }
}

/// The rows of all tables of a page as text.
fn rows(page: &str) -> Vec<String> {
    let rows = page.split("<tr>").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let bare = rows.map(|row| {
        let mut text = String::new();
        let mut inside = false;
        for sign in row.chars() {
            match sign {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                sign if !inside => text.push(sign),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    bare.collect()
}

fn row<'r>(rows: &'r [String], named: &str) -> &'r str {
    rows.iter().find(|row| row.contains(named)).unwrap_or_else(|| panic!("{named}: {rows:#?}"))
}

#[test]
fn an_agency_sees_its_figures_with_n_interval_and_target() {
    let stand = Stand::new();
    // October; and some of this month, which is not over.
    rate(&stand, "phuong-vi-du", "quay-1", 5, 54, 40);
    rate(&stand, "phuong-vi-du", "quay-1", 2, 6, 40);
    rate(&stand, "phuong-vi-du", "quay-2", 5, 20, 45);
    rate(&stand, "phuong-vi-du", "quay-2", 1, 20, 45);
    rate(&stand, "phuong-vi-du", "quay-1", 1, 9, 3);
    settle(&stand, "minh", roles()[1].1.clone());
    let browser = Browser::of(&stand, "minh");
    let moved = browser.get("/desk/ket-qua");
    assert_eq!((moved.status, moved.field("location")), (303, "/desk/ket-qua/phuong-vi-du"));
    let page = browser.get("/desk/ket-qua/phuong-vi-du").text();
    assert!(page.contains("100 đánh giá, Tháng 10/2026."), "{page}");
    let rows = rows(&page);
    // 54 of 60 is 79.9 to 95.3 by Wilson's formula, worked by statsmodels (proportion_confint).
    let first = row(&rows, "Quầy 1");
    assert!(first.contains("90,0 % 79,9–95,3 Wilson 60 chưa thể nói"), "{first}");
    let second = row(&rows, "quay-2");
    assert!(second.contains("50,0 % 35,2–64,8 Wilson 40 chưa đạt"), "{second}");
    assert!(page.contains("url(#p-p)"), "what is below the target for sure is hatched");
    assert!(page.contains("<title id=\"p-t\">") && page.contains("<desc id=\"p-d\">"));
    assert!(!page.contains("<script"));
    // A month is not chosen before it is over, whatever the address says.
    assert!(!page.contains("value=\"2026-11\""));
    let early = browser.get("/desk/ket-qua/phuong-vi-du?ky=2026-11").text();
    assert!(early.contains("100 đánh giá, Tháng 10/2026."));
    let counter = browser.get("/desk/ket-qua/phuong-vi-du/quay/quay-2").text();
    assert!(counter.contains("40 đánh giá"));
    // 980 of 1,000 files; and where the words of the counter are, of which there are none.
    assert!(page.contains("98,00 % hồ sơ đã trả") && page.contains("24 hồ sơ quá hạn"), "{page}");
    assert!(!page.contains("Lời góp ý</h2>"), "words of an agency are not put together");
    let all = "don-vi=phuong-vi-du&amp;thang=2026-10&amp;quay=quay-2";
    assert!(counter.contains("Lời góp ý</h2>") && counter.contains(all), "{counter}");
    let procedures = browser.get("/desk/ket-qua/phuong-vi-du/thu-tuc").text();
    assert!(procedures.contains("Đăng ký kết hôn (1.000894)"), "{procedures}");
    let english = browser.get("/en/desk/ket-qua/phuong-vi-du?cach=gop&tinh=mean5-criteria_mean");
    assert!(english.text().contains("100 ratings, 10/2026. All ways combined."));
    for (odd, status) in [
        ("/desk/ket-qua/phuong-vi-du?ky=2026-13&phieu=../x&cach=%27&tinh=zz", 200),
        ("/desk/ket-qua/phuong-vi-du?cach=kiosk-verified", 200),
        ("/desk/ket-qua/phuong-vi-du?phieu=nhieu-phan&ky=2025", 200),
        ("/desk/ket-qua/phuong-vi-du/quay/khong-co", 200),
        ("/desk/ket-qua/phuong-vi-du/x", 404),
    ] {
        assert_eq!(browser.get(odd).status, status, "{odd}");
    }
}

#[test]
fn nobody_of_an_agency_reaches_results_of_another() {
    who_reaches_results(&Stand::new());
}

pub(super) fn who_reaches_results(stand: &Stand) {
    rate(stand, "so-mau", "quay-1", 5, 30, 40);
    for (account, role) in roles() {
        settle(stand, account, role);
    }
    let paths = ["so-mau", "so-mau/thu-tuc", "so-mau/quay/quay-1", "khong-co"];
    for account in ["lan", "minh"] {
        let browser = Browser::of(stand, account);
        for path in paths {
            for language in ["", "/en"] {
                let answer = browser.get(&format!("{language}/desk/ket-qua/{path}"));
                assert_eq!(answer.status, 403, "{path} as {account}");
                assert!(!answer.text().contains("30 đánh giá"));
            }
        }
        assert_eq!(Browser::new(stand).get("/desk/ket-qua/so-mau").status, 303);
    }
    let mut province = Browser::of(stand, "tinh");
    let page = province.get("/desk/ket-qua").text();
    assert!(page.contains("href=\"/desk/ket-qua/so-mau?ky=2026-10"), "{page}");
    assert!(province.get("/desk/ket-qua/so-mau").text().contains("30 đánh giá"));
    assert_eq!(province.get("/desk/ket-qua/khong-co").status, 404);
    assert_eq!(province.send("/desk/ket-qua", &[]).status, 404, "nothing is sent there");
}

#[test]
fn officers_of_a_counter_are_not_shown_what_fewer_than_five_said() {
    let stand = Stand::new();
    rate(&stand, "phuong-vi-du", "quay-1", 5, 12, 40);
    rate(&stand, "phuong-vi-du", "quay-2", 1, 3, 40);
    rate(&stand, "phuong-vi-du", "quay-3", 4, 8, 40);
    for (account, role) in roles() {
        settle(&stand, account, role);
    }
    let officer = Browser::of(&stand, "lan").get("/desk/ket-qua/phuong-vi-du").text();
    assert!(officer.contains("dưới 5 đánh giá"));
    let found = rows(&officer);
    assert!(row(&found, "quay-2").contains("Không hiện"));
    // Else the three would be the total less the two others.
    let hidden = found.iter().filter(|row| row.contains("Không hiện")).count();
    assert!(hidden >= 2 || officer.contains("quá ít đánh giá"), "{found:#?}");
    let small = Browser::of(&stand, "lan").get("/desk/ket-qua/phuong-vi-du/quay/quay-2").text();
    assert!(small.contains("quá ít đánh giá") && !small.contains("<table>"), "{small}");
    let leader = Browser::of(&stand, "minh").get("/desk/ket-qua/phuong-vi-du").text();
    assert!(row(&rows(&leader), "quay-2").contains("0,0 %"));
}

#[test]
fn words_of_results_are_there_in_both_languages() {
    let theme = Theme::embedded();
    for language in [Language::VI, Language::EN] {
        let words = theme.words(language);
        for mode in crate::feedback::Mode::ALL {
            let key = format!("desk_mode_{}", mode.word());
            assert_ne!(words.get(&key), key, "{language}");
        }
    }
}
