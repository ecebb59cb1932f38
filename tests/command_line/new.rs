//! Beginning a site: the sample is sound as it is made, and what is to be filled in is named by `check`.

use std::fs;

use super::site::{Site, files};

#[test]
fn the_sample_is_sound_in_both_languages_and_is_never_put_over_anything() {
    for (language, word) in [("vi", "Trích lục hộ tịch"), ("en", "Copy of a civil status extract")]
    {
        let site = Site::empty();
        fs::remove_dir(site.path("")).unwrap();
        let made = site.run(&["new", "--lang", language]);
        assert_eq!(made.code, 0, "{}{}", made.out, made.err);
        let check = site.run(&["check"]);
        assert_eq!(check.code, 0, "{}", check.out);
        assert!(check.out.contains("no errors, 2 warnings"), "{}", check.out);
        for code in ["N501", "N417"] {
            assert!(check.out.contains(code), "only what the next steps are for: {}", check.out);
        }
        assert!(
            fs::read_to_string(site.path("site.yaml"))
                .unwrap()
                .starts_with("# yaml-language-server")
        );
        assert!(site.path(".schema/procedure.json").exists());
        assert_eq!(site.run(&["codes", "assign", "--trial"]).code, 0);
        assert_eq!(site.run(&["surveys", "record"]).code, 0);
        let check = site.run(&["check", "--deny", "warnings"]);
        assert_eq!(check.code, 0, "{}", check.out);
        assert_eq!(site.run(&["build"]).code, 0);
        assert!(site.page("thu-tuc/1.000001.html").to_lowercase().contains(&word.to_lowercase()));
        let before = files(&site.path(""));
        let again = site.run(&["new"]);
        assert!(again.code == 2 && again.err.contains("not empty"), "{}", again.err);
        assert!(files(&site.path("")) == before);
    }
}

#[test]
fn what_is_to_be_filled_in_is_named_place_by_place() {
    let site = Site::empty();
    fs::remove_dir(site.path("")).unwrap();
    assert_eq!(site.run(&["new"]).code, 0);
    assert_eq!(site.run(&["new", "procedure", "1.234567"]).code, 0);
    let check = site.run(&["check"]);
    assert_eq!(check.code, 1);
    let file = "procedures/ho-tich/1.234567.yaml";
    let text = fs::read_to_string(site.path(file)).unwrap();
    let empty: Vec<usize> = (1..)
        .zip(text.lines())
        .filter(|(_, line)| {
            let line = line.split('#').next().unwrap().trim_end();
            let parents =
                ["bodies:", "steps:", "channels:", "cases:", "results:", "decision:", "papers:"];
            line.ends_with(':') && !parents.contains(&line.trim())
        })
        .map(|(number, _)| number)
        .collect();
    assert!(empty.len() >= 12, "{empty:?}");
    for number in empty
        .iter()
        .filter(|number| !text.lines().nth(*number - 1).unwrap().starts_with("effective_from"))
    {
        assert!(check.out.contains(&format!("{file}:{number}:")), "line {number}: {}", check.out);
    }
    let again = site.run(&["new", "procedure", "1.234567"]);
    assert!(again.code == 2 && again.err.contains("overwritten"), "{}", again.err);
    fs::remove_file(site.path(file)).unwrap();

    assert_eq!(site.run(&["new", "agency", "xa-hai"]).code, 0);
    let check = site.run(&["check"]);
    assert!(check.code == 1 && check.out.contains("agencies/xa-hai/agency.yaml:"), "{}", check.out);
    fs::remove_dir_all(site.path("agencies/xa-hai")).unwrap();

    assert_eq!(site.run(&["new", "edition", "1.000001", "2027-03-01"]).code, 0);
    let check = site.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    assert!(site.path("procedures/ho-tich/1.000001@2027-03-01.yaml").exists());
    let unknown = site.run(&["new", "edition", "9.999999", "2027-03-01"]);
    assert_eq!(unknown.code, 2, "{}", unknown.err);
}
