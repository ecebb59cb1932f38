//! Appending to `printed-codes.yaml`. What hangs on a wall cannot be recalled, so the file is only
//! ever added to, by hand-readable lines, and appears whole or not at all.

use std::fmt::Write;
use std::io;
use std::path::Path;

use crate::catalogue::LedgerEntry;

const HEAD: &str = "\
# yaml-language-server: $schema=.schema/printed-codes.json
# Sổ mã in: chỉ thêm, không sửa, không xóa. `niemyet codes assign` ghi thêm vào cuối tệp.
codes:
";

/// Adds entries at the end of the ledger of a content folder.
pub fn append_codes(root: &Path, entries: &[LedgerEntry]) -> io::Result<()> {
    let path = root.join("printed-codes.yaml");
    let mut text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => HEAD.to_owned(),
        Err(error) => return Err(error),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    for entry in entries {
        let LedgerEntry { code, agency, counter, since, .. } = entry;
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  - {{code: {code}, counter: {agency}/{counter}, since: {since}}}");
    }
    let new = root.join(".printed-codes.new");
    std::fs::write(&new, text)?;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(new, path)
}
