//! `niemyet export`: the content as one workbook, to be changed there and imported again.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::content::Shelf;
use crate::diagnostic::Tongue;
use crate::import::export_workbook;

/// Where to.
#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    /// The workbook to write, such as tthc.xlsx; one that is there is replaced.
    #[arg(long, value_name = "FILE")]
    workbook: PathBuf,
}

pub(super) fn run(common: &Common, arguments: &ExportArguments) -> anyhow::Result<Done> {
    let path = &arguments.workbook;
    let shown = || path.display().to_string();
    let shelf = Shelf::open(&common.site);
    // Written beside it, so that a half-written workbook is never taken for a whole one.
    let new = path.with_extension("xlsx.new");
    let file = File::create(&new).with_context(shown)?;
    export_workbook(&shelf, BufWriter::new(file)).with_context(shown)?;
    std::fs::rename(&new, path).with_context(shown)?;
    let unread: Vec<&str> = shelf
        .files
        .iter()
        .filter(|file| file.written.is_none())
        .map(|file| file.name.as_str())
        .collect();
    outside::say(&match common.lang {
        Tongue::Vietnamese => {
            format!("Đã xuất {} tệp nội dung ra {}.", shelf.files.len(), path.display())
        }
        Tongue::English => {
            format!("{} content files exported to {}.", shelf.files.len(), path.display())
        }
    });
    for name in &unread {
        outside::note(&match common.lang {
            Tongue::Vietnamese => {
                format!("{name}: không đọc được nên không có trong bảng (xem niemyet check).")
            }
            Tongue::English => {
                format!("{name}: cannot be read and is not in the workbook (see niemyet check).")
            }
        });
    }
    Ok(if unread.is_empty() { Done::Fine } else { Done::Problems })
}
