//! `niemyet import`: files of others become content files. What would change is shown first; nothing is written before
//! yes; what is overwritten is kept, and `--undo` puts it back.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;

use super::done::Done;
use super::flags::{Common, slug};
use super::outside;
use crate::content::{Shelf, put_file};
use crate::diagnostic::{BookTrouble, Diagnostic, Place, Problem, Report, Tongue};
use crate::import::{
    Proposal, ProposedFile, Settings, apply_workbook, difference, open_workbook, portal_records,
    propose,
};

/// Which file, and what the admin says of all that is in it.
#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    /// The file: records of the portal (.jsonl, .json), or a workbook that `export` wrote (.xlsx).
    #[arg(required_unless_present = "undo")]
    file: Option<PathBuf>,
    /// The agency that offers what is imported, by its id.
    #[arg(long, value_parser = slug)]
    agency: Option<crate::text::Slug>,
    /// How many sets are handed in (số lượng hồ sơ), for all: the portal does not say it.
    #[arg(long)]
    file_sets: Option<u8>,
    /// Write procedures anew that are there already with other words.
    #[arg(long)]
    replace: bool,
    /// Show every changed line, not only the first of each file.
    #[arg(long)]
    full: bool,
    /// Write without asking.
    #[arg(long)]
    yes: bool,
    /// Put back what the last import overwrote, and take away what it added.
    #[arg(long, conflicts_with_all = ["file", "agency", "replace"])]
    undo: bool,
}

/// The largest file of records that is read.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Lines of one file that are shown without `--full`.
const SHOWN: usize = 12;

pub(super) fn run(common: &Common, arguments: &ImportArguments) -> anyhow::Result<Done> {
    let Some(file) = &arguments.file else { return undo(common) };
    let shelf = Shelf::open(&common.site);
    let proposal = proposal(common, arguments, file, &shelf)?;
    decide(common, arguments, &proposal)
}

fn proposal(
    common: &Common,
    arguments: &ImportArguments,
    file: &Path,
    shelf: &Shelf,
) -> anyhow::Result<Proposal> {
    let vi = common.lang == Tongue::Vietnamese;
    if let Some(agency) = &arguments.agency
        && shelf.file(&format!("agencies/{agency}/agency.yaml")).is_none()
    {
        bail!("{}: {agency}", if vi { "không có cơ quan này" } else { "there is no such agency" });
    }
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut report = Report::default();
    let ending = file.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    match ending.as_deref().and_then(std::ffi::OsStr::to_str) {
        Some("xlsx" | "xlsm") => return workbook(file, &name, shelf),
        Some("jsonl" | "json") => {}
        _ => return Ok(refused(&name, BookTrouble::OtherKind)),
    }
    let text = text(file, &name, &mut report)?;
    let records = portal_records(&name, &text, &mut report);
    let settings = Settings {
        agency: arguments.agency.as_ref().map(ToString::to_string),
        file_sets: arguments.file_sets,
        replace: arguments.replace,
    };
    let mut proposal = propose(&records, shelf, &settings);
    report.diagnostics.append(&mut proposal.report.diagnostics);
    proposal.report = report;
    outside::note(&if vi {
        format!("{} bản ghi đọc được.", records.len())
    } else {
        format!("{} records read.", records.len())
    });
    Ok(proposal)
}

/// What a workbook changes.
fn workbook(file: &Path, name: &str, shelf: &Shelf) -> anyhow::Result<Proposal> {
    let shown = || file.display().to_string();
    let found = fs::metadata(file).with_context(shown)?;
    if !found.is_file() || found.len() > LARGEST {
        return Ok(refused(name, BookTrouble::TooLarge));
    }
    Ok(match open_workbook(fs::read(file).with_context(shown)?) {
        Ok(book) => apply_workbook(name, &book, shelf),
        Err(why) => refused(name, why),
    })
}

fn refused(name: &str, why: BookTrouble) -> Proposal {
    let mut proposal = Proposal::default();
    let refused = Diagnostic::error(Place::file(name), Problem::BookRefused { why });
    proposal.report.diagnostics.push(refused);
    proposal
}

/// The text of a file of records; what is none is told.
fn text(file: &Path, name: &str, report: &mut Report) -> anyhow::Result<String> {
    let shown = || file.display().to_string();
    let mut refuse = |problem| {
        report.diagnostics.push(Diagnostic::error(Place::file(name), problem));
        Ok(String::new())
    };
    let found = fs::metadata(file).with_context(shown)?;
    if !found.is_file() {
        return refuse(Problem::NotAFile);
    }
    if found.len() > LARGEST {
        return refuse(Problem::TooLarge { bytes: found.len(), limit: LARGEST });
    }
    let bytes = fs::read(file).with_context(shown)?;
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return refuse(Problem::Utf16);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => refuse(Problem::NotUtf8 { byte: error.utf8_error().valid_up_to() + 1 }),
    }
}

/// Shows what would change, asks, and writes.
fn decide(
    common: &Common,
    arguments: &ImportArguments,
    proposal: &Proposal,
) -> anyhow::Result<Done> {
    let vi = common.lang == Tongue::Vietnamese;
    if !proposal.report.diagnostics.is_empty() {
        outside::say(&proposal.report.human(common.lang, outside::wants_colour()));
    }
    for code in &proposal.left {
        outside::note(&if vi {
            format!("{code}: đã có, nội dung khác; giữ nguyên tệp đang có (--replace để ghi lại).")
        } else {
            format!(
                "{code}: is there already with other words and stays (--replace writes it anew)."
            )
        });
    }
    let ended = || if proposal.report.errors() > 0 { Done::Problems } else { Done::Fine };
    if proposal.files.is_empty() {
        outside::say(if vi { "Không có gì thay đổi." } else { "Nothing changes." });
        return Ok(ended());
    }
    outside::say(&shown(proposal, common.lang, arguments.full));
    if !arguments.yes {
        let question =
            if vi { "Ghi các thay đổi này? [c/K]" } else { "Write these changes? [y/N]" };
        if !outside::can_ask() || !outside::ask(question)? {
            outside::say(if vi {
                "Chưa ghi gì. Chạy lại với --yes để ghi."
            } else {
                "Nothing was written. Run it again with --yes to write."
            });
            return Ok(ended());
        }
    }
    let backup = write(common, &proposal.files)?;
    outside::say(&if vi {
        format!(
            "Đã ghi {} tệp. Bản cũ giữ ở {}; quay lại bằng: niemyet import --undo\nTiếp theo: niemyet check",
            proposal.files.len(),
            backup.display()
        )
    } else {
        format!(
            "{} files written. What was there is kept in {}; to go back: niemyet import --undo\nNext: niemyet check",
            proposal.files.len(),
            backup.display()
        )
    });
    Ok(ended())
}

fn shown(proposal: &Proposal, tongue: Tongue, full: bool) -> String {
    let vi = tongue == Tongue::Vietnamese;
    let mut out = String::new();
    // Writing to a String cannot fail; here and below.
    for ProposedFile { name, before, after } in &proposal.files {
        let Some(before) = before else {
            let word = if vi { "tệp mới" } else { "new" };
            let _ = writeln!(out, "{name}: {word}, {} ", lines(after.lines().count(), tongue));
            continue;
        };
        let changes = difference(before, after);
        let _ = writeln!(out, "{name}:");
        let most = if full { changes.len() } else { SHOWN };
        for line in changes.iter().take(most) {
            let _ = writeln!(out, "  {line}");
        }
        if changes.len() > most {
            let _ = writeln!(out, "  … {} (--full)", lines(changes.len() - most, tongue));
        }
    }
    out
}

fn lines(count: usize, tongue: Tongue) -> String {
    match tongue {
        Tongue::Vietnamese => format!("{count} dòng"),
        Tongue::English if count == 1 => "1 line".to_owned(),
        Tongue::English => format!("{count} lines"),
    }
}

fn backups(common: &Common) -> PathBuf {
    common.output.join("backup")
}

/// The list of files that a backup knows: `+` those that came, `~` those that changed.
const LIST: &str = "files.txt";

/// Keeps what is there, then writes; gives the folder of the backup.
fn write(common: &Common, files: &[ProposedFile]) -> anyhow::Result<PathBuf> {
    let folder = backups(common).join(outside::moment().to_string());
    let mut list = String::new();
    for ProposedFile { name, before, .. } in files {
        let sign = if let Some(text) = before {
            let kept = folder.join("content").join(name);
            put_file(&kept, text).with_context(|| kept.display().to_string())?;
            '~'
        } else {
            '+'
        };
        let _ = writeln!(list, "{sign} {name}");
    }
    // Written before anything is changed, so that a write that stops half way can be undone too.
    let listed = folder.join(LIST);
    put_file(&listed, &list).with_context(|| listed.display().to_string())?;
    for ProposedFile { name, after, .. } in files {
        let path = common.site.join(name);
        put_file(&path, after).with_context(|| path.display().to_string())?;
    }
    Ok(folder)
}

fn undo(common: &Common) -> anyhow::Result<Done> {
    let vi = common.lang == Tongue::Vietnamese;
    let nothing = if vi {
        "Không có lần nhập nào để quay lại."
    } else {
        "There is no import to undo."
    };
    let Ok(entries) = fs::read_dir(backups(common)) else {
        outside::say(nothing);
        return Ok(Done::Fine);
    };
    let folders = entries.filter_map(Result::ok).map(|entry| entry.path());
    let Some(folder) = folders.filter(|path| path.join(LIST).is_file()).max() else {
        outside::say(nothing);
        return Ok(Done::Fine);
    };
    let list = fs::read_to_string(folder.join(LIST))?;
    for line in list.lines() {
        let Some((sign, name)) = line.split_once(' ') else { continue };
        let path = common.site.join(name);
        if sign == "+" {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error).with_context(|| path.display().to_string());
                }
                _ => outside::say(&format!("- {name}")),
            }
        } else {
            let text = fs::read_to_string(folder.join("content").join(name))
                .with_context(|| folder.display().to_string())?;
            put_file(&path, &text).with_context(|| path.display().to_string())?;
            outside::say(&format!("~ {name}"));
        }
    }
    // The list is renamed, so that another undo goes one step further back.
    fs::rename(folder.join(LIST), folder.join("undone.txt"))?;
    Ok(Done::Fine)
}
