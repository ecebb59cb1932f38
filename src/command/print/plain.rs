//! Sheets without the typesetter: those that a browser can print, and how to get the others.

use super::collection::Collection;
use super::{Print, outside};
use crate::command::sheets;

impl Print<'_> {
    /// Writes the sheets of counters as HTML and says how to get PDF.
    pub(super) fn deliver(&self, collections: &[Collection]) -> anyhow::Result<()> {
        let folder =
            self.arguments.out.clone().unwrap_or_else(|| self.common.output.join("sheets"));
        let publication = self.selection.publication;
        let chosen = self.selection.counters();
        let count =
            sheets::html(self.common, &folder, publication, &self.theme, &self.origin, &chosen)?;
        let _ = collections;
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
