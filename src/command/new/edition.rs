//! A coming edition begins as a copy of the last one before it, with its words in other languages and its guidance; the
//! day it takes force stands in the names of its files alone.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};

use crate::command::flags::Common;
use crate::diagnostic::Tongue;
use crate::text::Date;

/// The files of the new edition: name within the content, and text.
pub(super) fn files(
    common: &Common,
    code: &str,
    from: Date,
) -> anyhow::Result<Vec<(String, String)>> {
    let root = common.site.join("procedures");
    let folders = fs::read_dir(&root).with_context(|| format!("reading {}", root.display()))?;
    for folder in folders.filter_map(Result::ok).filter(|one| one.path().is_dir()) {
        let field = folder.file_name().to_string_lossy().into_owned();
        let own = names(&folder.path());
        let Some(last) = last_before(&own, code, from) else { continue };
        let mut files = Vec::new();
        for name in own.iter().filter(|name| belongs(name, &last)) {
            let path: PathBuf = folder.path().join(name);
            let text =
                fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let new = format!("procedures/{field}/{code}@{from}{}", &name[last.len()..]);
            files.push((new, without_dates(&text)));
        }
        return Ok(files);
    }
    bail!(match common.lang {
        Tongue::Vietnamese => format!("chưa có thủ tục {code} để chép sang bản mới"),
        Tongue::English => format!("there is no procedure {code} to begin a new edition from"),
    })
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let list = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<String> =
        list.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}

/// The stem of the last edition that takes force before this day.
fn last_before(names: &[String], code: &str, from: Date) -> Option<String> {
    let stems = names.iter().filter_map(|name| name.strip_suffix(".yaml"));
    let dated = stems.filter_map(|stem| {
        let day = stem.strip_prefix(code)?.strip_prefix('@')?;
        Date::parse(day).ok().filter(|day| *day < from).map(|day| (day, stem))
    });
    let last = dated.max().map(|(_, stem)| stem.to_owned());
    last.or_else(|| names.contains(&format!("{code}.yaml")).then(|| code.to_owned()))
}

/// Whether a file is of the edition with this stem: the facts, words, guidance. `1.000894.H19.yaml` is of another
/// procedure than `1.000894.yaml`.
fn belongs(name: &str, stem: &str) -> bool {
    let Some(rest) = name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('.')) else {
        return false;
    };
    let parts: Vec<&str> = rest.split('.').collect();
    match parts[..] {
        [ending] => ending == "yaml" || ending == "md",
        [language, "yaml" | "md"] => {
            language.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-')
        }
        _ => false,
    }
}

/// Without the lines that say when the old edition holds.
fn without_dates(text: &str) -> String {
    let kept = text
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("effective_from:") && !line.starts_with("effective_to:"));
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_edition_before_the_day_is_copied_and_no_other_procedure() {
        let names: Vec<String> =
            ["1.1.yaml", "1.1.H19.yaml", "1.1@2027-01-01.yaml", "1.1@2028-01-01.yaml"]
                .map(str::to_owned)
                .to_vec();
        let last = |day| last_before(&names, "1.1", Date::parse(day).unwrap());
        assert_eq!(last("2027-06-01").as_deref(), Some("1.1@2027-01-01"));
        assert_eq!(last("2026-06-01").as_deref(), Some("1.1"));
        assert!(
            belongs("1.1.en.yaml", "1.1")
                && belongs("1.1.md", "1.1")
                && belongs("1.1.en.md", "1.1")
        );
        assert!(!belongs("1.1.H19.yaml", "1.1") && !belongs("1.1@2027-01-01.yaml", "1.1"));
        assert_eq!(without_dates("name: a\neffective_from: 2020-01-01\nx: 1\n"), "name: a\nx: 1\n");
    }
}
