//! Files that would fill the memory or take forever.

use super::Folder;
use super::folder::{AGENCY, PROCEDURE};

#[test]
fn nothing_is_wrong_in_the_sound_folder() {
    assert_eq!(Folder::sound().found(), Vec::<String>::new());
}

#[test]
fn an_alias_is_refused_even_in_a_sound_file_and_never_followed() {
    let small = Folder::sound().procedure("level: [commune]", "level: &l [commune]");
    assert_eq!(small.found(), ["N005:5"]);
    let bomb = format!("x: &a \"{}\"\naliases: [{}]\n", "ơ".repeat(300_000), "*a,".repeat(200_000));
    let found = Folder::sound().with(PROCEDURE, bomb).found();
    assert_eq!(found.iter().filter(|one| one.starts_with("N005")).count(), 89, "{found:?}");
    assert!(found.iter().any(|one| one == "N014:0"), "{found:?}");
    let text = Folder::sound().procedure("\"Nộp.\"", "\"Nộp *một* bản & bản sao\"");
    assert_eq!(text.found(), Vec::<String>::new());
}

#[test]
fn deep_brackets_are_told_at_their_place() {
    for open in ["[", "{a: ", "[\"]\","] {
        let text = format!("name: a\nsteps: {}", open.repeat(100_000));
        assert_eq!(Folder::sound().with(PROCEDURE, text).found(), ["N006:2"], "{open}");
    }
}

#[test]
fn a_flood_of_mistakes_is_counted() {
    let keys = flood("khoa", 100_000);
    let report = Folder::sound().with(PROCEDURE, keys).report();
    assert_eq!(report.diagnostics.len(), 101);
    let ids: String = (0..20_000).map(|_| "  - {id: a, text: b}\n").collect();
    let twice = Folder::sound().procedure("conditions: none", &format!("conditions:\n{ids}"));
    assert_eq!(twice.report().diagnostics.len(), 101);
    let hotlines = flood("hotline", 50_000);
    let text = std::fs::read_to_string(Folder::sound().path(AGENCY)).unwrap();
    assert_eq!(Folder::sound().with(AGENCY, text + &hotlines).report().diagnostics.len(), 101);
}

fn flood(key: &str, count: usize) -> String {
    let lines: Vec<String> = (0..count).map(|at| format!("{key}{at}: 1\n")).collect();
    lines.concat()
}
