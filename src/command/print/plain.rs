//! Sheets without the typesetter: those that a browser can print, and how to get the others.

use super::collection::Collection;
use super::{Print, outside};
use crate::command::sheets;
use crate::print::SheetKind;

impl Print<'_> {
    /// Writes the posters as HTML, leaves out the rest, and says how to get PDF.
    pub(super) fn deliver(&self, collections: &mut Vec<Collection>) -> anyhow::Result<()> {
        collections.retain(|collection| collection.kind == SheetKind::Poster);
        let folder = self.arguments.out.clone();
        let folder = folder.unwrap_or_else(|| self.common.output.join("sheets"));
        let posters: Vec<_> = collections.iter().flat_map(|one| &one.sheets).collect();
        let mut counters = self.selection.counters();
        counters.retain(|(_, _, entry)| posters.iter().any(|sheet| sheet.code == Some(entry.code)));
        let publication = self.selection.publication;
        let count =
            sheets::html(self.common, &folder, publication, &self.theme, &self.origin, &counters)?;
        outside::say(&self.words(
            format!(
                "{count} tờ mã quầy dạng HTML: {}; mở bằng trình duyệt rồi in ở cỡ 100%.\n\
                 Bản này không kèm bộ dàn trang PDF. Muốn có PDF và các loại tờ khác: \
                 cargo build --release --features pdf",
                folder.display()
            ),
            format!(
                "{count} counter sheets as HTML: {}; open them in a browser and print at 100%.\n\
                 This build is without the typesetter. For PDF and the other kinds of sheets: \
                 cargo build --release --features pdf",
                folder.display()
            ),
        ));
        Ok(())
    }
}
