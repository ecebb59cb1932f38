//! `niemyet check`: every problem of the content in one run.

use super::arguments::{CheckArguments, Deny, Format};
use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::content;

pub(super) fn run(common: &Common, arguments: &CheckArguments) -> anyhow::Result<Done> {
    let options = outside::reading(common, &arguments.reading, false)?;
    let mut reading = content::read(&common.site, &options);
    if arguments.deny == Some(Deny::Warnings) {
        reading.report.deny_warnings();
    }
    let report = &reading.report;
    outside::say(&match arguments.format {
        Format::Human => report.human(common.lang, outside::wants_colour()),
        Format::Json => report.json(common.lang),
        Format::Sarif => report.sarif(common.lang),
    });
    Ok(if report.errors() == 0 { Done::Fine } else { Done::Problems })
}
