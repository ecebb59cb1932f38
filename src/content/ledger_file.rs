//! Appending to the two ledgers, `printed-codes.yaml` and `survey-versions.yaml`. What hangs on a wall or
//! was answered cannot be recalled, so the files are only ever added to, by hand-readable lines, and
//! appear whole or not at all.

use std::fmt::Write;
use std::io;
use std::path::Path;

use crate::catalogue::LedgerEntry;
use crate::feedback::SurveyVersion;

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
    let new = root.join(format!(".{name}.new"));
    std::fs::write(&new, text)?;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(new, path)
}
