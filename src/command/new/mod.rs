//! `niemyet new`: a small sample agency to begin with, and single files to be filled in. Nothing that is there is ever
//! overwritten; what must be filled in stands there empty, and `niemyet check` names each place.

mod edition;
mod starter;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};

use super::done::Done;
use super::flags::{Common, date, slug};
use super::outside;
use crate::catalogue::procedure::ProcedureCode;
use crate::diagnostic::Tongue;
use crate::text::{Date, Slug};

/// A procedure to be filled in.
const PROCEDURE: &str = include_str!("procedure.yaml");

/// An agency to be filled in.
const AGENCY: &str = include_str!("new-agency.yaml");

/// Its counters.
const COUNTERS: &str = include_str!("new-counters.yaml");

/// What is to be made.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct NewArguments {
    #[command(subcommand)]
    pub verb: Option<NewVerb>,
    /// An empty folder, or one that is not there yet; a sample agency in the language of --lang is put into site-content
    /// in it. The content folder itself if left out.
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum NewVerb {
    /// A procedure to be filled in.
    Procedure {
        /// Its code, such as 1.000894.
        #[arg(value_parser = code)]
        code: ProcedureCode,
        /// Its field, such as ho-tich; may be left out where there is one only.
        #[arg(long, value_parser = slug)]
        field: Option<Slug>,
    },
    /// An agency with a counter to be filled in.
    Agency {
        /// Its id, such as xa-dong-mau.
        #[arg(value_parser = slug)]
        id: Slug,
    },
    /// The edition of a procedure that takes force on a day, begun as a copy of the last.
    Edition {
        /// The code of the procedure.
        #[arg(value_parser = code)]
        code: ProcedureCode,
        /// The day, such as 2027-03-01.
        #[arg(value_parser = date)]
        from: Date,
    },
}

fn code(text: &str) -> Result<ProcedureCode, String> {
    ProcedureCode::parse(text).map_err(|error| error.to_string())
}

pub(super) fn run(common: &Common, arguments: &NewArguments) -> anyhow::Result<Done> {
    let made = match &arguments.verb {
        None => return starter::make(common, arguments.folder.as_deref()),
        Some(NewVerb::Procedure { code, field }) => {
            let field = match field {
                Some(field) => field.to_string(),
                None => only_field(common)?,
            };
            let name = format!("procedures/{field}/{code}.yaml");
            put(common, &[(name, PROCEDURE.to_owned())])?
        }
        Some(NewVerb::Agency { id }) => {
            let file = |name: &str| format!("agencies/{id}/{name}.yaml");
            put(common, &[(file("agency"), AGENCY.into()), (file("counters"), COUNTERS.into())])?
        }
        Some(NewVerb::Edition { code, from }) => {
            put(common, &edition::files(common, code.as_str(), *from)?)?
        }
    };
    let mut said = made.join("\n");
    said.push_str(match common.lang {
        Tongue::Vietnamese => {
            "\nĐiền hoặc sửa xong thì chạy: niemyet check (kể từng chỗ còn phải điền)"
        }
        Tongue::English => {
            "\nOnce it is filled in, run: niemyet check (it names each place that is left)"
        }
    });
    outside::say(&said);
    Ok(Done::Fine)
}

/// The one folder of procedures.
fn only_field(common: &Common) -> anyhow::Result<String> {
    let folders = fs::read_dir(common.site.join("procedures")).into_iter().flatten();
    let folders = folders.filter_map(Result::ok).filter(|one| one.path().is_dir());
    let mut names: Vec<String> =
        folders.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    match &names[..] {
        [one] => Ok(one.clone()),
        _ => bail!(match common.lang {
            Tongue::Vietnamese => format!("thêm --field: lĩnh vực nào? ({})", names.join(", ")),
            Tongue::English => format!("add --field: which field? ({})", names.join(", ")),
        }),
    }
}

/// Writes files into the content, all of them new; yields their paths as people read them.
fn put(common: &Common, files: &[(String, String)]) -> anyhow::Result<Vec<String>> {
    for (name, _) in files {
        let path = common.site.join(name);
        if fs::symlink_metadata(&path).is_ok() {
            bail!(match common.lang {
                Tongue::Vietnamese => format!("{} đã có; không ghi đè", path.display()),
                Tongue::English =>
                    format!("{} is there already; nothing is overwritten", path.display()),
            });
        }
    }
    let mut made = Vec::with_capacity(files.len());
    for (name, text) in files {
        let path = common.site.join(name);
        write_new(&path, text)?;
        made.push(path.display().to_string());
    }
    Ok(made)
}

fn write_new(path: &Path, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.with_context(|| format!("writing {}", path.display()))
}
