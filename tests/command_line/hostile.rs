//! Folders that nobody should have: each gets a clear message at its place, in bounded time.

use std::fs::{self, File};

use super::site::{BIRTH, MARRIAGE, Ran, Site, procedure};

fn check(site: &Site) -> Ran {
    site.run(&["check", "--as-of", "2026-11-22"])
}

/// That `check` refuses the site and says all of this.
fn refused(site: &Site, says: &[&str]) {
    let ran = check(site);
    assert_eq!(ran.code, 1, "{ran:?}");
    for said in says {
        assert!(ran.out.contains(said), "no {said} in {}", ran.out);
    }
}

#[test]
fn nothing_at_all_is_told() {
    refused(&Site::empty(), &["N601", "site.yaml"]);
    let nowhere = Site::empty();
    fs::remove_dir(nowhere.path("")).unwrap();
    refused(&nowhere, &["N601", "site.yaml"]);
    let site = Site::sound();
    let text = fs::read_to_string(site.path("site.yaml")).unwrap();
    site.put("site.yaml", text.replace("languages: [vi]", "languages: []"));
    refused(&site, &["N602", "site.yaml:4:"]);
    site.put("site.yaml", text.replace("languages: [vi]\n", ""));
    refused(&site, &["N103", "site.yaml:1:1"]);
}

#[test]
fn two_files_for_one_procedure_are_told_with_both_places() {
    let twin = "procedures/khac/1.000894.yaml";
    let fields = "fields:\n  - {id: ho-tich, name: a}\n  - {id: khac, name: b}\n";
    let site = Site::sound().with("fields.yaml", fields).with(twin, procedure("Kết hôn", ""));
    refused(&site, &["N203", twin, MARRIAGE]);
}

#[test]
fn a_title_of_1094_characters_asks_for_a_short_name_and_is_built_with_one() {
    let title = "Thủ tục cấp giấy phép dài ".repeat(50).chars().take(1094).collect::<String>();
    let site = Site::sound().with(MARRIAGE, procedure(&title, ""));
    refused(&site, &["N403", "1.000894.yaml:1:", "1,094"]);
    site.put(MARRIAGE, procedure(&title, "short_name: \"Giấy phép\"\n"));
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page("thu-tuc/1.000894.html");
    assert!(page.contains("<h1>Giấy phép</h1>") && page.contains(title.trim()));
}

#[test]
fn ninety_four_papers_are_all_on_the_page() {
    let papers = (0..94).fold(String::new(), |all, n| {
        all + &format!("      - {{id: g{n}, name: \"Giấy thứ {n}.\", originals: 1}}\n")
    });
    let text = procedure("Nhiều giấy tờ", "");
    let text = text.replace("      - {id: to-khai, name: \"Tờ khai\", originals: 1}\n", &papers);
    let site = Site::sound().with(MARRIAGE, text);
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page("thu-tuc/1.000894.html");
    assert!((0..94).all(|n| page.contains(&format!("Giấy thứ {n}."))));
}

#[test]
fn names_with_spaces_and_vietnamese_letters_are_served_or_told() {
    let form = "Tờ khai đăng ký (mẫu 01).txt";
    let text = procedure("Kết hôn", "")
        .replace("originals: 1}", &format!("originals: 1, form: \"{form}\"}}"));
    let site = Site::sound().with(MARRIAGE, text).with(&format!("forms/{form}"), "x");
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    assert!(site.output().join("site/forms").join(form).is_file());
    for name in
        ["procedures/ho-tich/Đăng ký kết hôn.yaml", "pages/giới thiệu.md", "sets/cấp xã.yaml"]
    {
        let site = Site::sound().with(name, "name: a\n");
        refused(&site, &[name]);
    }
}

#[test]
fn an_output_that_cannot_be_written_is_one_error_with_its_path() {
    let site = Site::sound();
    // A file in the folder's place refuses even an administrator.
    fs::write(site.output(), "x").unwrap();
    let ran = site.run(&["build", "--as-of", "2026-11-22"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("output"), "{}", ran.err);
    // Checking needs no output: without a cache it is only slower.
    assert_eq!(check(&site).code, 0);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_and_loops_are_told_and_not_followed() {
    use std::os::unix::fs::symlink;
    let site = Site::sound();
    symlink("/etc/passwd", site.path("pages/mat-khau.md")).unwrap();
    symlink("/", site.path("forms")).unwrap();
    refused(&site, &["N007", "pages/mat-khau.md", "forms"]);
    let site = Site::sound();
    symlink(site.path("pages"), site.path("pages/vong")).unwrap();
    refused(&site, &["N008", "pages/vong"]);
}

#[test]
fn files_made_to_fill_the_memory_are_refused() {
    let first = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    let bomb = ('b'..='z').zip('a'..).fold(first, |all, (name, of)| {
        all + &format!("{name}: &{name} [{}]\n", vec![format!("*{of}"); 9].join(", "))
    });
    let site = Site::sound().with(MARRIAGE, bomb);
    refused(&site, &["N005", "1.000894.yaml:1:4"]);
    let site = Site::sound().with(MARRIAGE, format!("name: {}", "[".repeat(100_000)));
    refused(&site, &["N006", "1.000894.yaml:1:"]);
    // Sparse: the disk holds nothing of it.
    let site = Site::sound();
    File::create(site.path(BIRTH)).unwrap().set_len(100 * 1024 * 1024).unwrap();
    refused(&site, &["N003", "1.001193.yaml"]);
}

#[test]
fn bytes_that_are_no_text_are_told_at_their_place() {
    let site = Site::sound().with(MARRIAGE, b"name: \"K\xeft h\xf4n\"\n");
    refused(&site, &["N002", "1.000894.yaml"]);
    let utf16: Vec<u8> = "\u{feff}name: a\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let site = Site::sound().with(MARRIAGE, utf16);
    refused(&site, &["N015", "1.000894.yaml"]);
}
