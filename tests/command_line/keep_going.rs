//! `--keep-going`: what is sound is published, what broke stays as it last was, and the report says which.

use std::fs;

use super::site::{BIRTH, MARRIAGE, Site, procedure};

const KEEP: [&str; 4] = ["build", "--keep-going", "--as-of", "2026-11-22"];
const PAGE: &str = "thu-tuc/1.000894.html";
const OTHER: &str = "thu-tuc/1.001193.html";
/// Lists on which a procedure stands.
const LISTS: [&str; 3] = ["a-z.html", "linh-vuc/ho-tich.html", "don-vi/xa-thu.html"];

/// A text that is no procedure any more.
fn broken() -> String {
    procedure("Đăng ký kết hôn, bản hỏng", "").replace("3 working_days", "3 ngày")
}

#[test]
fn a_file_that_breaks_keeps_its_last_good_page_until_it_is_mended() {
    let site = Site::sound();
    assert_eq!(site.run(&KEEP).code, 0);
    let sound = site.page(PAGE);
    assert!(sound.contains("Đăng ký kết hôn"));

    site.put(MARRIAGE, broken());
    site.put(BIRTH, procedure("Đăng ký khai sinh, bản mới", ""));
    let ran = site.run(&KEEP);
    assert_eq!(ran.code, 1, "{}", ran.out);
    for said in ["N106", "N605", "1.000894.yaml"] {
        assert!(ran.out.contains(said), "no {said} in {}", ran.out);
    }
    assert!(ran.out.contains("last good"), "{}", ran.out);
    // The notice stands at the mistake, not at the site.
    let limit = broken().lines().position(|line| line.contains("3 ngày")).unwrap() + 1;
    let place = format!("{MARRIAGE}:{limit}:");
    assert_eq!(ran.out.matches(&place).count(), 2, "{place} in {}", ran.out);
    assert!(!ran.out.contains("site.yaml"), "{}", ran.out);
    assert!(!ran.out.contains("1.001193"), "{}", ran.out);
    assert_eq!(site.page(PAGE), sound, "the last good edition stays");
    assert!(site.page(OTHER).contains("Đăng ký khai sinh, bản mới"), "the rest goes on");
    for list in LISTS {
        assert!(site.page(list).contains(">Đăng ký kết hôn<"), "{list}");
    }

    // Without being told to keep going, nothing is published.
    site.put(BIRTH, procedure("Đăng ký khai sinh, bản ba", ""));
    let ran = site.run(&["build", "--as-of", "2026-11-22"]);
    assert_eq!(ran.code, 1);
    assert!(site.page(OTHER).contains("bản mới"));

    site.put(MARRIAGE, procedure("Đăng ký kết hôn, bản sửa", ""));
    let ran = site.run(&KEEP);
    assert_eq!(ran.code, 0, "{}", ran.out);
    for page in [PAGE].iter().chain(&LISTS) {
        assert!(site.page(page).contains("Đăng ký kết hôn, bản sửa"), "{page}");
    }
}

#[test]
fn what_never_was_sound_is_left_out_and_said() {
    let site = Site::sound().with(MARRIAGE, broken());
    left_out(&site);
    site.put(MARRIAGE, procedure("Đăng ký kết hôn", ""));
    assert_eq!(site.run(&KEEP).code, 0);
    assert!(site.page(PAGE).contains("Đăng ký kết hôn"));
    assert!(site.page("a-z.html").contains("1.000894"));
}

#[test]
fn without_a_cache_there_is_no_last_good_edition() {
    let site = Site::sound();
    assert_eq!(site.run(&KEEP).code, 0);
    site.put(MARRIAGE, broken());
    fs::remove_dir_all(site.output().join("cache")).unwrap();
    // The page of the sound edition is taken away too: nothing vouches for it any more.
    left_out(&site);
}

fn left_out(site: &Site) {
    let ran = site.run(&KEEP);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("N605") && ran.out.contains("1.000894"), "{}", ran.out);
    assert!(!ran.out.contains("last good"), "{}", ran.out);
    assert_eq!(site.page(PAGE), "");
    assert!(site.page(OTHER).contains("Đăng ký khai sinh"));
    for list in LISTS {
        let text = site.page(list);
        assert!(text.contains("Đăng ký khai sinh") && !text.contains("1.000894"), "{list}");
    }
}

#[test]
fn an_agency_or_survey_that_breaks_is_said_where_it_breaks() {
    let site = Site::sound();
    let survey = "name: \"Nhanh\"\nversion: x\nstatus: local\nquestions: []\n";
    site.put("surveys/nhanh.yaml", survey);
    let ran = site.run(&KEEP);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("N605") && ran.out.contains("surveys/nhanh"), "{}", ran.out);
    assert!(!ran.out.contains("site.yaml:"), "{}", ran.out);
}
