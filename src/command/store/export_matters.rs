//! Petitions and reports in an export: who brought them only on an explicit wish, which is in the log before a byte
//! is written.

use std::io::{Seek, Write};
use std::path::Path;

use super::arguments::{ExportArguments, Exported, RatingsFormat};
use crate::command::outside;
use crate::store::{
    AuditEntry, Deed, Dictionary, Masking, MatterBook, MatterTable, MatterText, Store, StoreError,
    Work,
};

/// Writes into the log of the desk that personal data goes out. Whoever sits at the machine has no account.
pub(super) fn note(store: &dyn Store, arguments: &ExportArguments) -> anyhow::Result<()> {
    let entry = AuditEntry {
        at: outside::moment(),
        account: String::new(),
        deed: Deed::PersonalDataExported,
        agency: None,
        subject: table(arguments).to_owned(),
        detail: String::new(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(store.work(Work::Note(entry)))?;
    Ok(())
}

/// CSV or JSON lines.
pub(super) fn text(
    store: &dyn Store,
    arguments: &ExportArguments,
    to: impl Write,
) -> Result<(), StoreError> {
    let table = match arguments.of {
        Exported::MatterLog => MatterTable::Log,
        Exported::Matters | Exported::Ratings => MatterTable::Matters,
    };
    let mut text = match arguments.format {
        RatingsFormat::Json => MatterText::json(to, table, masking(arguments)),
        _ => MatterText::csv(to, table, masking(arguments), !arguments.no_bom)?,
    };
    store.export_matters(&mut |stored| text.add(&stored))?;
    text.finish()
}

/// A workbook with both tables and the dictionary.
pub(super) fn book(
    store: &dyn Store,
    arguments: &ExportArguments,
    folder: &Path,
    dictionary: &Dictionary,
    to: impl Write + Seek + Send,
) -> Result<(), StoreError> {
    let mut book = MatterBook::start(folder, masking(arguments))?;
    store.export_matters(&mut |stored| book.add(&stored))?;
    book.finish(dictionary, to)
}

fn masking(arguments: &ExportArguments) -> Masking {
    if arguments.with_personal { Masking::Reviewed } else { Masking::Masked }
}

/// What goes out, as the log names it.
fn table(arguments: &ExportArguments) -> &'static str {
    match (arguments.of, arguments.format) {
        (_, RatingsFormat::Xlsx) => "matters, log",
        (Exported::MatterLog, _) => "log",
        _ => "matters",
    }
}
