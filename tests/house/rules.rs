//! The rules. Each takes a path from the root and a text, and gives the places that break it.

use std::fmt;

use crate::plan;
use crate::tokens::{Token, tokens};

/// One place that breaks a rule.
#[derive(Debug)]
pub(crate) struct Breach {
    file: String,
    line: usize,
    rule: &'static str,
    what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, rule, what } = self;
        write!(f, "{file}:{line}: {rule}: {what}")
    }
}

fn breach(file: &str, line: usize, rule: &'static str, what: String) -> Breach {
    Breach { file: file.to_owned(), line, rule, what }
}

/// The room of a source file; `main` and `lib` for the two files beside the rooms.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// Whether the whole file is test code.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The word before and the word after a token; empty at the ends.
fn around(all: &[Token], at: usize) -> (&str, &str) {
    let text =
        |i: Option<usize>| i.and_then(|i| all.get(i)).map_or("", |token| token.text.as_str());
    (text(at.checked_sub(1)), text(Some(at + 1)))
}

/// The first names of the path or paths that follow `crate::` at `at`, whether one or in braces.
fn after_crate(all: &[Token], at: usize) -> Vec<&Token> {
    let Some(first) = all.get(at + 2) else {
        return Vec::new();
    };
    if !first.is("{") {
        return vec![first];
    }
    let mut depth = 0;
    let mut found = Vec::new();
    for (i, token) in all.iter().enumerate().skip(at + 2) {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 1 && matches!(around(all, i).0, "{" | ",") => found.push(token),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// A room imports only from storeys below it, and by paths that start at `crate::`.
pub(crate) fn storeys(path: &str, text: &str) -> Vec<Breach> {
    let from = room(path);
    if matches!(from, "main" | "lib") {
        return Vec::new();
    }
    let all = tokens(text);
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate() {
        if token.is("crate") && around(&all, at).1 == "::" {
            for to in after_crate(&all, at) {
                let known = plan::ROOMS.contains(&to.text.as_str());
                if !known {
                    let what = format!("`crate::{}` is no room", to.text);
                    found.push(breach(path, to.line, "storeys", what));
                } else if !plan::may_import(from, &to.text) {
                    let what = format!("`{from}` must not import from `{}`", to.text);
                    found.push(breach(path, to.line, "storeys", what));
                }
            }
        }
        if token.is("super") && around(&all, at).0 != "::" && climbs_out(path, &all, at) {
            let what = format!("`super` climbs out of `{from}`; write `crate::…`");
            found.push(breach(path, token.line, "storeys", what));
        }
    }
    found
}

/// Whether the chain of `super::` at `at` reaches the root of the crate.
fn climbs_out(path: &str, all: &[Token], at: usize) -> bool {
    let climbs = all[at..].iter().step_by(2).take_while(|token| token.is("super")).count();
    let parts = path.trim_start_matches("src/").split('/').count();
    let depth = if path.ends_with("/mod.rs") { parts - 1 } else { parts };
    climbs >= depth + all[at].inline_modules
}

/// No room reaches itself through the rooms that it may import.
pub(crate) fn cycles(may_import: impl Fn(&str, &str) -> bool) -> Vec<Breach> {
    let rooms = plan::ROOMS;
    let mut reach = rooms.map(|from| rooms.map(|to| from != to && may_import(from, to)));
    for via in 0..rooms.len() {
        for from in 0..rooms.len() {
            for to in 0..rooms.len() {
                reach[from][to] |= reach[from][via] && reach[via][to];
            }
        }
    }
    let looped = (0..rooms.len()).filter(|&at| reach[at][at]);
    looped
        .map(|at| {
            let what = format!("`{}` may import itself by way of others", rooms[at]);
            breach("tests/house/plan.rs", 1, "cycles", what)
        })
        .collect()
}

/// `src/lib.rs` is a map: `pub mod` lines, one for each folder, and nothing else.
pub(crate) fn map(text: &str, folders: &[String]) -> Vec<Breach> {
    let file = "src/lib.rs";
    let all = tokens(text);
    let mut found = Vec::new();
    let mut listed = Vec::new();
    for line in all.chunks(4) {
        let words: Vec<&str> = line.iter().map(|token| token.text.as_str()).collect();
        match words[..] {
            ["pub", "mod", name, ";"] if plan::ROOMS.contains(&name) => listed.push(name),
            ["pub", "mod", name, ";"] => {
                let what = format!("`{name}` has no storey; name it in tests/house/plan.rs");
                found.push(breach(file, line[0].line, "map", what));
            }
            _ => {
                let what = format!("`{}` is more than a `pub mod` line", words.join(" "));
                found.push(breach(file, line[0].line, "map", what));
                break;
            }
        }
    }
    let missing = folders.iter().filter(|f| !listed.contains(&f.as_str()));
    found.extend(missing.map(|folder| {
        let what = format!("the folder src/{folder} is not on the map");
        breach(file, 1, "map", what)
    }));
    found
}

/// A foreign crate is imported behind its one door.
pub(crate) fn doors(path: &str, text: &str) -> Vec<Breach> {
    let from = room(path);
    let all = tokens(text);
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let Some((name, homes)) = plan::DOORS.iter().find(|(name, _)| token.is(name)) else {
            continue;
        };
        let (before, after) = around(&all, at);
        let names_the_crate =
            before != "::" && (after == "::" || matches!(before, "use" | "crate"));
        let root_path = before == "::" && !(at >= 2 && all[at - 2].is_word()) && after == "::";
        if (names_the_crate || root_path) && !homes.contains(&from) {
            let what = format!("`{name}` is imported by `{}` only", homes.join("`, `"));
            found.push(breach(path, token.line, "doors", what));
        }
    }
    found
}

/// `unsafe` is where the plan has it.
pub(crate) fn unsafe_code(path: &str, text: &str) -> Vec<Breach> {
    if plan::UNSAFE_FILES.contains(&path) {
        return Vec::new();
    }
    let what = || format!("`unsafe` belongs to {} only", plan::UNSAFE_FILES.join(" and "));
    tokens(text)
        .iter()
        .filter(|token| token.is("unsafe"))
        .map(|token| breach(path, token.line, "unsafe", what()))
        .collect()
}

/// Only `command` and `main` print, end the process or read the environment; test code may read it.
pub(crate) fn voices(path: &str, text: &str) -> Vec<Breach> {
    if matches!(room(path), "command" | "main") || is_test_file(path) {
        return Vec::new();
    }
    let all = tokens(text);
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate().filter(|(_, token)| !token.in_test) {
        let (before, after) = around(&all, at);
        let last = all.get(at + 2).map_or("", |token| token.text.as_str());
        let what = match token.text.as_str() {
            "print" | "println" | "eprint" | "eprintln" if after == "!" => {
                format!("`{}!` speaks past `command`", token.text)
            }
            "exit" | "abort" if before == "::" && at >= 2 && all[at - 2].is("process") => {
                format!("`process::{}` ends the process past `main`", token.text)
            }
            "process" if after == "::" && last == "{" => {
                "write `std::process::…` out, one path to a line".to_owned()
            }
            "env" if before == "::" && at >= 2 && all[at - 2].is("std") => {
                "`std::env` is read by `command` only".to_owned()
            }
            "env" if after == "::" => "`env::` is read by `command` only".to_owned(),
            "env" if matches!(before, "{" | ",") && after != "!" && in_use_of_std(&all, at) => {
                "`std::env` is read by `command` only".to_owned()
            }
            _ => continue,
        };
        found.push(breach(path, token.line, "voices", what));
    }
    found
}

/// Whether the token stands in `use std::{…}`.
fn in_use_of_std(all: &[Token], at: usize) -> bool {
    let start = all[..at].iter().rposition(|token| token.is(";") || token.is("use"));
    start.is_some_and(|i| all[i].is("use") && all.get(i + 1).is_some_and(|t| t.is("std")))
}

/// Every file says first what it is.
pub(crate) fn opening(path: &str, text: &str) -> Vec<Breach> {
    let first = text.lines().find(|line| !line.trim().is_empty());
    if first.is_some_and(|line| line.starts_with("//!") && line.trim().len() > 3) {
        return Vec::new();
    }
    let what = "the file does not open with `//!` and what it is".to_owned();
    vec![breach(path, 1, "opening", what)]
}

/// Files are short.
pub(crate) fn length(path: &str, text: &str) -> Vec<Breach> {
    let lines = text.lines().count();
    let excused = plan::LONG_FILES.iter().any(|(file, _)| *file == path);
    if lines <= plan::LONGEST || excused {
        return Vec::new();
    }
    let what = format!("{lines} lines, {} at most", plan::LONGEST);
    vec![breach(path, lines, "length", what)]
}

/// Files and modules are named after what they hold.
pub(crate) fn names(path: &str, text: &str) -> Vec<Breach> {
    let empty = |name: &str| {
        let last = name.rsplit('_').next().unwrap_or(name);
        plan::EMPTY_NAMES.contains(&last)
    };
    let what = |name: &str| format!("`{name}` says nothing of the field");
    let parts = path.split('/').skip(1);
    let of_path = parts.map(|part| part.strip_suffix(".rs").unwrap_or(part));
    let mut found: Vec<Breach> = of_path
        .filter(|part| empty(part))
        .map(|part| breach(path, 1, "names", what(part)))
        .collect();
    let all = tokens(text);
    let inline = all.windows(3).filter(|w| w[0].is("mod") && w[2].is("{") && empty(&w[1].text));
    found.extend(inline.map(|w| breach(path, w[1].line, "names", what(&w[1].text))));
    found
}

/// No leftovers and no paths of one machine, wherever they stand: code, comments, docs, scripts.
pub(crate) fn words(path: &str, text: &str) -> Vec<Breach> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for word in plan::LEFTOVERS.iter().filter(|word| line.contains(*word)) {
            found.push(breach(path, at + 1, "leftovers", format!("`{word}`")));
        }
        for start in plan::MACHINE_PATHS.iter().filter(|p| has_path(line, p)) {
            let what = format!("a path of one machine: `{start}…`");
            found.push(breach(path, at + 1, "machine path", what));
        }
    }
    found
}

/// Whether `line` holds a path that begins with `start`; a longer path or address that merely contains it does not count.
fn has_path(line: &str, start: &str) -> bool {
    line.match_indices(start).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-~}".contains(c))
    })
}
