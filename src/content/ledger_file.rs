//! Appending to the ledgers `printed-codes.yaml`, `printed-sheets.yaml` and `survey-versions.yaml`. What hangs on a wall or
//! was answered cannot be recalled, so the files are only ever added to, by hand-readable lines, and
//! appear whole or not at all.

use std::fmt::Write;
use std::io;
use std::path::Path;

use crate::catalogue::{LedgerEntry, PrintedCode, PrintedSheet};
use crate::feedback::SurveyVersion;
use crate::text::Date;

const HEAD: &str = "\
# yaml-language-server: $schema=.schema/printed-codes.json
# Sổ mã in: chỉ thêm, không sửa, không xóa. `niemyet codes assign` ghi thêm vào cuối tệp.
codes:
";

const VERSIONS_HEAD: &str = "\
# yaml-language-server: $schema=.schema/survey-versions.json
# Sổ phiên bản phiếu: chỉ thêm, không sửa, không xóa. `niemyet surveys record` ghi thêm vào cuối tệp.
versions:
";

const SHEETS_HEAD: &str = "\
# yaml-language-server: $schema=.schema/printed-sheets.json
# Sổ tờ đã in: chỉ thêm, không sửa, không xóa. `niemyet print --record` ghi thêm vào cuối tệp.
sheets:
";

/// Adds sheets at the end of the log of what was printed of a content folder.
pub fn append_sheets(root: &Path, sheets: &[PrintedSheet]) -> io::Result<()> {
    let mut lines = String::new();
    for one in sheets {
        let PrintedSheet { sheet, languages, mark, host, on, .. } = one;
        let code = one.code.map(|code| format!(", code: {code}")).unwrap_or_default();
        // Writing to a String cannot fail. Quoted, since digits alone would be a number.
        let _ = writeln!(
            lines,
            "  - {{sheet: {sheet}, of: \"{}\"{code}, languages: {languages}, mark: \"{mark}\", host: \"{host}\", on: {on}}}",
            one.of()
        );
    }
    append(root, "printed-sheets.yaml", SHEETS_HEAD, &lines)
}

/// Adds entries at the end of the ledger of printed codes of a content folder.
pub fn append_codes(root: &Path, entries: &[LedgerEntry]) -> io::Result<()> {
    let mut lines = String::new();
    for entry in entries {
        let LedgerEntry { code, agency, counter, since, .. } = entry;
        // Writing to a String cannot fail.
        let _ =
            writeln!(lines, "  - {{code: {code}, counter: {agency}/{counter}, since: {since}}}");
    }
    append(root, "printed-codes.yaml", HEAD, &lines)
}

/// Adds versions at the end of the ledger of surveys of a content folder.
pub fn append_survey_versions(root: &Path, versions: &[SurveyVersion]) -> io::Result<()> {
    let mut lines = String::new();
    for one in versions {
        let SurveyVersion { survey, version, questions, since } = one;
        // Writing to a String cannot fail. Quoted, since digits alone would be a number.
        let _ = writeln!(
            lines,
            "  - {{survey: {survey}, version: {version}, questions: \"{questions}\", since: {since}}}"
        );
    }
    append(root, "survey-versions.yaml", VERSIONS_HEAD, &lines)
}

/// Writes into the ledger that a code is out of use from a day on, and which one stands in its place. Gives whether it
/// was done: the line of the code must be as `codes assign` writes it, since a ledger that was laid out by hand is left
/// to its hand.
pub fn retire_code(
    root: &Path,
    code: &PrintedCode,
    day: Date,
    successor: Option<&PrintedCode>,
) -> io::Result<bool> {
    let path = root.join("printed-codes.yaml");
    let text = std::fs::read_to_string(&path)?;
    let begin = format!("- {{code: {code},");
    let is_its = |line: &str| {
        line.trim_start().starts_with(&begin) && line.ends_with('}') && !line.contains("retired:")
    };
    let Some(line) = text.lines().find(|line| is_its(line)) else { return Ok(false) };
    let successor = successor.map(|one| format!(", successor: {one}")).unwrap_or_default();
    let new = format!("{}, retired: {day}{successor}}}", &line[..line.len() - 1]);
    replace(root, "printed-codes.yaml", text.replacen(line, &new, 1)).map(|()| true)
}

fn append(root: &Path, name: &str, head: &str, lines: &str) -> io::Result<()> {
    let path = root.join(name);
    let mut text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => head.to_owned(),
        Err(error) => return Err(error),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(lines);
    replace(root, name, text)
}

/// Puts a file in place whole or not at all.
fn replace(root: &Path, name: &str, text: String) -> io::Result<()> {
    let new = root.join(format!(".{name}.new"));
    std::fs::write(&new, text)?;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(new, root.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Slug;

    #[test]
    fn a_code_is_retired_once_and_only_on_its_own_line() {
        let folder = tempfile::tempdir().unwrap();
        let code = |seed: u8| {
            let mut next = seed;
            PrintedCode::mint(move || {
                next = next.wrapping_mul(29).wrapping_add(17);
                next
            })
        };
        let day = Date::parse("2027-01-01").unwrap();
        let entry = |seed, counter: &str| LedgerEntry {
            code: code(seed),
            agency: Slug::parse("phuong-vi-du").unwrap(),
            counter: Slug::parse(counter).unwrap(),
            since: Date::parse("2026-11-22").unwrap(),
            retired: None,
            successor: None,
        };
        append_codes(folder.path(), &[entry(1, "quay-1"), entry(2, "quay-2")]).unwrap();
        let retire = |seed, successor| {
            retire_code(folder.path(), &code(seed), day, Some(&code(successor))).unwrap()
        };
        assert!(retire(1, 2));
        assert!(!retire(1, 2), "it is retired already");
        assert!(!retire(3, 2), "it is not in the ledger");
        let text = std::fs::read_to_string(folder.path().join("printed-codes.yaml")).unwrap();
        let (one, two) = (code(1), code(2));
        assert!(text.contains(&format!(
            "- {{code: {one}, counter: phuong-vi-du/quay-1, since: 2026-11-22, retired: 2027-01-01, successor: {two}}}\n"
        )));
        assert!(text.ends_with(&format!(
            "{{code: {two}, counter: phuong-vi-du/quay-2, since: 2026-11-22}}\n"
        )));
    }
}
