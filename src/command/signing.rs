//! Signs a file that is published back: a bulletin, a register of apologies. What is wrong in it is told, and then it is
//! not signed.

use std::path::Path;

use anyhow::{Context, bail};

use super::flags::Common;
use super::outside;
use crate::content;
use crate::diagnostic::{Code, Severity};
use crate::publication::results::Signature;
use crate::text::Date;

/// The name of a file within the content, if it lies in this folder of it.
pub(super) fn placed(common: &Common, folder: &str, file: &Path) -> Option<String> {
    let name = format!("{folder}/{}", file.file_name()?.to_string_lossy());
    let placed = common.site.join(&name);
    let is_there = std::fs::canonicalize(file).ok() == std::fs::canonicalize(&placed).ok();
    (placed.is_file() && is_there).then_some(name)
}

/// Signs; none if something in the file is wrong, which was told. `changed` says that it was changed since it was signed:
/// that is what the new signature is for.
pub(super) fn sign(
    common: &Common,
    name: &str,
    changed: Code,
    by: &str,
    on: Option<Date>,
) -> anyhow::Result<Option<Signature>> {
    if by.trim().is_empty() {
        bail!("--by");
    }
    let today = outside::today()?;
    let options = content::ReadingOptions { today, keep_going: true, cache: None };
    let mut report = content::read(&common.site, &options).report;
    report.diagnostics.retain(|one| {
        let signing = one.code() == changed || one.code() == Code::LeftOut;
        one.place.file == name && one.severity == Severity::Error && !signing
    });
    if !report.diagnostics.is_empty() {
        outside::say(&report.human(common.lang, outside::wants_colour()));
        return Ok(None);
    }
    let signature = Signature { by: by.trim().into(), on: on.unwrap_or(today) };
    let placed = common.site.join(name);
    content::sign_file(&placed, &signature).with_context(|| placed.display().to_string())?;
    Ok(Some(signature))
}
