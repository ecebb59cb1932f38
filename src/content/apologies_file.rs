//! Writing a register of apologies as a draft. What is written reads back as the same register.

use std::fmt::Write;

use crate::publication::results::{ApologyRegister, ContentHash, PublishedApology};

const HEAD: &str = "\
# yaml-language-server: $schema=../.schema/apologies.json
# Bản nháp do `niemyet apologies --publish` lập từ sổ xin lỗi ở bàn xử lý. Đọc lại, rồi ký:
#   niemyet apologies sign <tệp này> --by \"Họ tên, chức vụ\"
";

/// A register as the text of its file, without a signature but with the hash of what it says.
pub fn write_apologies(register: &ApologyRegister) -> String {
    let mut out = String::from(HEAD);
    // Writing to a String cannot fail; here and below.
    let _ = writeln!(out, "period: {}\nagency: {}", register.period, register.agency);
    if let Some(overdue) = register.overdue {
        let _ = writeln!(out, "overdue: {overdue}");
    }
    out.push_str(if register.entries.is_empty() { "entries: []\n" } else { "entries:\n" });
    for entry in &register.entries {
        let _ = write(&mut out, entry);
    }
    let hash = ContentHash::of(&out);
    let _ = writeln!(out, "content_hash: \"{hash}\"");
    out
}

fn write(out: &mut String, entry: &PublishedApology) -> std::fmt::Result {
    let PublishedApology { file, procedure, failing, reason, due, new_due, apologised, signed_by } =
        entry;
    writeln!(out, "  - file: {}", quoted(file.as_str()))?;
    if let Some(code) = procedure {
        writeln!(out, "    procedure: {code}")?;
    }
    writeln!(out, "    failing: {}\n    reason: {}", failing.word(), quoted(reason))?;
    for (key, day) in [("due", due), ("new_due", new_due)] {
        if let Some(day) = day {
            writeln!(out, "    {key}: {day}")?;
        }
    }
    writeln!(out, "    apologised: {apologised}\n    signed_by: {}", quoted(signed_by))
}

/// A text in double quotes, as YAML and JSON both read it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
