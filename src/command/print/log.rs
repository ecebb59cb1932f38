//! The log of what was printed: what differs from it, and what is added to it.

use anyhow::{Context, bail};

use super::Print;
use super::collection::Collection;
use crate::catalogue::{PrintedSheet, hanging};
use crate::command::outside;
use crate::content;
use crate::print::Sheet;

impl Print<'_> {
    /// Leaves only the sheets that differ from those that hang.
    pub(super) fn only_stale(&self, collections: &mut [Collection]) {
        let log = &self.selection.publication.printed;
        let hanging = hanging(log);
        for collection in collections {
            collection.sheets.retain(|sheet| {
                let new = self.entry(sheet);
                let old = hanging.iter().find(|old| old.is_replaced_by(&new));
                old.is_none_or(|old| old.mark != new.mark || old.host != new.host)
            });
        }
    }

    /// Writes down that these sheets are printed.
    pub(super) fn record(&self, collections: &[Collection]) -> anyhow::Result<()> {
        if self.origin.is_trial() {
            bail!(self.words(
                "tờ in thử không ghi vào sổ: bỏ --trial hoặc bỏ --record".into(),
                "sheets of a trial are not recorded: leave out --trial or --record".into(),
            ));
        }
        let sheets = collections.iter().flat_map(|collection| &collection.sheets);
        let entries: Vec<PrintedSheet> = sheets.map(|sheet| self.entry(sheet)).collect();
        if entries.is_empty() {
            return Ok(());
        }
        content::append_sheets(&self.common.site, &entries).with_context(|| {
            format!("writing printed-sheets.yaml in {}", self.common.site.display())
        })?;
        outside::say(&self.words(
            format!("Đã ghi {} tờ vào printed-sheets.yaml.", entries.len()),
            format!("{} sheets recorded in printed-sheets.yaml.", entries.len()),
        ));
        Ok(())
    }

    fn entry(&self, sheet: &Sheet) -> PrintedSheet {
        let languages = self.selection.languages.iter().map(|one| one.tag().to_owned());
        // Sheets of counters carry the origin of codes, the others that of the pages.
        let host =
            if sheet.code.is_some() { self.origin.host().to_lowercase() } else { self.domain() };
        PrintedSheet {
            sheet: sheet.kind.name().into(),
            agency: sheet.agency.clone(),
            subject: sheet.subject.as_deref().map(Into::into),
            code: sheet.code,
            languages: languages.collect::<Vec<_>>().join("+").into(),
            mark: sheet.mark.as_str().into(),
            host: host.into(),
            on: self.today,
        }
    }
}
