//! Proof that every rule bites: each is given a small text that breaks it, and a near one that does not.

use crate::plan;
use crate::rules::{self, Breach};
use crate::tokens::tokens;

type Rule = fn(&str, &str) -> Vec<Breach>;

#[track_caller]
fn breaks(rule: Rule, path: &str, text: &str, expected: &str) {
    let found = rule(path, text);
    let list: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(list, [expected], "for {text}");
}

#[track_caller]
fn keeps(rule: Rule, path: &str, text: &str) {
    let found = rule(path, text);
    assert!(found.is_empty(), "{found:?} for {text}");
}

#[test]
fn code_is_told_from_comments_and_literals() {
    let source = r##"
        // crate::host
        /* crate::host /* nested */ still */
        let a = "crate::host \" quoted"; let b = r#"crate::"host" x"#; let c = b"x"; let d = '"'; let e = '\'';
        fn f<'a>(r#type: &'a str) {}
    "##;
    let words: Vec<String> = tokens(source).into_iter().map(|t| t.text).collect();
    let line = words.join(" ");
    assert_eq!(
        line,
        "let a = ; let b = ; let c = ; let d = ; let e = ; fn f < ' a > ( type : & ' a str ) { }"
            .replace("' a", "a")
    );
}

#[test]
fn storeys_bite() {
    let below = "`text` must not import from `host`";
    breaks(
        rules::storeys,
        "src/text/money.rs",
        "//! x\nuse crate::host::Desk;",
        &format!("src/text/money.rs:2: storeys: {below}"),
    );
    breaks(
        rules::storeys,
        "src/site/plan.rs",
        "use crate::{text::Text, content::{Kind, Place}, theme};",
        "src/site/plan.rs:1: storeys: `site` must not import from `content`",
    );
    breaks(
        rules::storeys,
        "src/host/form.rs",
        "fn f() { crate::print::sheet() }",
        "src/host/form.rs:1: storeys: `host` must not import from `print`",
    );
    breaks(
        rules::storeys,
        "src/symbol/svg.rs",
        "use crate::diagnostic::Code;",
        "src/symbol/svg.rs:1: storeys: `symbol` must not import from `diagnostic`",
    );
    breaks(
        rules::storeys,
        "src/site/plan.rs",
        "use crate::*;",
        "src/site/plan.rs:1: storeys: `crate::*` is no room",
    );
    keeps(
        rules::storeys,
        "src/site/plan.rs",
        "use crate::{text, theme::Theme, site::Page}; // crate::content",
    );
    keeps(rules::storeys, "src/host/form.rs", "use crate::store::Store;");
    keeps(rules::storeys, "src/command/build.rs", "use crate::host::Host;");
    keeps(
        rules::storeys,
        "src/text/money.rs",
        "pub(crate) fn f() {} pub(in crate::text) fn g() {}",
    );
}

#[test]
fn a_way_round_by_super_bites() {
    let expected = "src/text/mod.rs:1: storeys: `super` climbs out of `text`; write `crate::…`";
    breaks(rules::storeys, "src/text/mod.rs", "use super::host::Desk;", expected);
    breaks(
        rules::storeys,
        "src/text/money.rs",
        "use super::super::host::Desk;",
        &expected.replace("mod.rs", "money.rs"),
    );
    keeps(rules::storeys, "src/text/mod.rs", "mod tests { use super::*; }");
    keeps(rules::storeys, "src/text/money.rs", "use super::Text;");
    keeps(rules::storeys, "src/text/money.rs", "mod tests { use super::super::Text; }");
}

#[test]
fn a_cycle_in_the_plan_bites() {
    let looped =
        |from: &str, to: &str| plan::may_import(from, to) || (from, to) == ("text", "publication");
    assert!(!rules::cycles(looped).is_empty());
}

#[test]
fn the_map_bites() {
    let folders = ["text".to_owned(), "host".to_owned()];
    let say = |text: &str| -> Vec<String> {
        let found = rules::map(text, &folders);
        found.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        say("//! x\npub mod text;"),
        ["src/lib.rs:1: map: the folder src/host is not on the map"]
    );
    assert_eq!(
        say("pub mod text; pub mod host; pub mod attic;"),
        ["src/lib.rs:1: map: `attic` has no storey; name it in tests/house/plan.rs"]
    );
    assert_eq!(
        say("pub mod text; pub mod host;\nfn f() {}"),
        ["src/lib.rs:2: map: `fn f ( )` is more than a `pub mod` line"]
    );
}

#[test]
fn doors_bite() {
    let expected = "src/site/page.rs:1: doors: `tera` is imported by `theme` only";
    breaks(rules::doors, "src/site/page.rs", "use tera::Tera;", expected);
    breaks(rules::doors, "src/site/page.rs", "fn f(t: &tera::Tera) {}", expected);
    breaks(rules::doors, "src/site/page.rs", "use tera as engine;", expected);
    breaks(rules::doors, "src/site/page.rs", "fn f(t: &::tera::Tera) {}", expected);
    breaks(
        rules::doors,
        "src/store/rows.rs",
        "fn f() -> anyhow::Result<()> {}",
        "src/store/rows.rs:1: doors: `anyhow` is imported by `command`, `main` only",
    );
    keeps(rules::doors, "src/theme/engine.rs", "use tera::Tera;");
    keeps(rules::doors, "src/main.rs", "use clap::Parser;");
    keeps(rules::doors, "src/site/page.rs", "let s = symbol::png::to_bytes();");
    keeps(rules::doors, "src/site/page.rs", "//! rendered by [`tera::Tera`]");
}

#[test]
fn unsafe_bites() {
    let code = "fn f() { unsafe { g() } } // unsafe";
    breaks(
        rules::unsafe_code,
        "src/release/reader.rs",
        code,
        "src/release/reader.rs:1: unsafe: `unsafe` belongs to src/release/map.rs and src/main.rs only",
    );
    keeps(rules::unsafe_code, "src/release/map.rs", code);
    keeps(rules::unsafe_code, "src/text/mod.rs", "#![allow(unsafe_code)]");
}

#[test]
fn voices_bite() {
    let path = "src/site/page.rs";
    for (text, what) in [
        ("println!(\"x\");", "`println!` speaks past `command`"),
        ("eprint!(\"x\");", "`eprint!` speaks past `command`"),
        ("std::process::exit(2);", "`process::exit` ends the process past `main`"),
        ("let v = std::env::var(k);", "`std::env` is read by `command` only"),
        ("let v = env::args();", "`env::` is read by `command` only"),
        ("use std::{env, fs};", "`std::env` is read by `command` only"),
    ] {
        breaks(rules::voices, path, text, &format!("{path}:1: voices: {what}"));
        keeps(rules::voices, "src/command/build.rs", text);
        keeps(rules::voices, "src/main.rs", text);
    }
    keeps(rules::voices, path, "let v = env!(\"CARGO_PKG_VERSION\");");
    keeps(rules::voices, path, "#[cfg(test)]\nmod tests { fn f() { std::env::temp_dir(); } }");
    keeps(rules::voices, path, "writeln!(out, \"println!\");");
}

#[test]
fn opening_bites() {
    let expected = "src/text/fold.rs:1: opening: the file does not open with `//!` and what it is";
    for text in ["pub fn f() {}", "", "//!\n", "// a comment\n//! late"] {
        breaks(rules::opening, "src/text/fold.rs", text, expected);
    }
    keeps(rules::opening, "src/text/fold.rs", "//! Folds marks away.\n");
}

#[test]
fn length_bites() {
    let long = "//! x\n".repeat(plan::LONGEST + 1);
    let expected = "src/text/fold.rs:401: length: 401 lines, 400 at most";
    breaks(rules::length, "src/text/fold.rs", &long, expected);
    keeps(rules::length, plan::LONG_FILES[0].0, &long);
}

#[test]
fn names_bite() {
    let expected =
        |file: &str, name: &str| format!("{file}:1: names: `{name}` says nothing of the field");
    for (file, name) in [
        ("src/text/utils.rs", "utils"),
        ("src/host/form_handler.rs", "form_handler"),
        ("src/store/models/rating.rs", "models"),
    ] {
        breaks(rules::names, file, "//! x", &expected(file, name));
    }
    let file = "src/text/mod.rs";
    breaks(rules::names, file, "mod helpers {}", &expected(file, "helpers"));
    keeps(rules::names, "src/site/base_url.rs", "mod tests {}");
}

#[test]
fn words_bite() {
    for word in plan::LEFTOVERS {
        let text = format!("one\ntwo // {word}");
        let expected = format!("docs/a.md:2: leftovers: `{word}`");
        breaks(rules::words, "docs/a.md", &text, &expected);
    }
    for start in plan::MACHINE_PATHS {
        let text = format!("see \"{start}x\"");
        let expected = format!("docs/a.md:1: machine path: a path of one machine: `{start}…`");
        breaks(rules::words, "docs/a.md", &text, &expected);
        let address = format!("see https://example.vn{start}x");
        keeps(rules::words, "docs/a.md", &address);
    }
    keeps(rules::words, "docs/a.md", "a to-do list at home/root/x");
}
