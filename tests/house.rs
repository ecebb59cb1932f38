//! Holds the code to the plan of the house: storeys, doors, and the habits that a compiler does not check.
//!
//! The rules read words, not types: a path `crate::<room>`, the name of a foreign crate, a macro. That is enough,
//! because paths are written out in this project. Each failure names file, line and rule; `mod bite` at the end proves
//! that every rule can fail.

#[path = "house/bite.rs"]
mod bite;
#[path = "house/plan.rs"]
mod plan;
#[path = "house/rules.rs"]
mod rules;
#[path = "house/tokens.rs"]
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

use rules::Breach;

/// Folders that hold no sources of ours: what is built, fetched or written at run time.
const NOT_OURS: [&str; 6] = [".git", "target", "output", "var", "node_modules", "corpus"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` as (path from the root, text), in a fixed order. Files that are not UTF-8 (pictures, fonts)
/// are left out.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in entries(folder) {
        let ours = !NOT_OURS.iter().any(|name| path.ends_with(name));
        if path.is_symlink() || !ours {
            continue;
        }
        if path.is_dir() {
            found.extend(texts(&path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push((from_root(&path), text));
        }
    }
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let list = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()
    });
    let mut found =
        list.unwrap_or_else(|error| panic!("cannot list {}: {error}", folder.display()));
    found.sort();
    found
}

fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned()
}

fn rust_below(folder: &str) -> Vec<(String, String)> {
    let mut found = texts(&root().join(folder));
    found.retain(|(path, _)| Path::new(path).extension().is_some_and(|ending| ending == "rs"));
    found
}

fn sources() -> Vec<(String, String)> {
    let found = rust_below("src");
    assert!(found.len() > plan::ROOMS.len() / 2, "hardly any source; is the checkout whole?");
    found
}

fn hold(breaches: &[Breach]) {
    let list: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    assert!(
        list.is_empty(),
        "{} places break the plan of the house:\n{}",
        list.len(),
        list.join("\n")
    );
}

fn over_sources(rule: impl Fn(&str, &str) -> Vec<Breach>) {
    let breaches: Vec<Breach> =
        sources().iter().flat_map(|(path, text)| rule(path, text)).collect();
    hold(&breaches);
}

#[test]
fn a_room_imports_only_from_storeys_below_it() {
    over_sources(rules::storeys);
}

#[test]
fn the_plan_has_no_cycles() {
    hold(&rules::cycles(plan::may_import));
}

#[test]
fn the_map_lists_the_rooms_and_nothing_else() {
    let map = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rooms = entries(&root().join("src")).into_iter().filter(|path| path.is_dir());
    let folders: Vec<String> =
        rooms.map(|path| from_root(&path).trim_start_matches("src/").to_owned()).collect();
    hold(&rules::map(&map, &folders));
}

#[test]
fn a_foreign_crate_enters_by_its_door() {
    over_sources(rules::doors);
}

#[test]
fn unsafe_code_is_in_one_file() {
    over_sources(rules::unsafe_code);
}

#[test]
fn only_command_prints_exits_or_reads_the_environment() {
    over_sources(rules::voices);
}

/// Benches stand outside the rooms, but are read by the same people.
fn over_sources_and_benches(rule: impl Fn(&str, &str) -> Vec<Breach>) {
    let mut all = sources();
    all.extend(rust_below("benches"));
    hold(&all.iter().flat_map(|(path, text)| rule(path, text)).collect::<Vec<_>>());
}

#[test]
fn a_source_file_opens_by_saying_what_it_is() {
    over_sources_and_benches(rules::opening);
}

#[test]
fn files_are_short() {
    over_sources_and_benches(rules::length);
}

#[test]
fn names_are_nouns_of_the_field() {
    over_sources(rules::names);
}

#[test]
fn no_word_that_was_to_be_removed_is_left() {
    let breaches: Vec<Breach> =
        texts(root()).iter().flat_map(|(path, text)| rules::words(path, text)).collect();
    hold(&breaches);
}
