//! Posters as HTML, for whoever prints from a browser; all that a build without the typesetter can do.

use super::collection::Collection;
use super::{Print, outside};
use crate::command::sheets;
use crate::print::SheetKind;

impl Print<'_> {
    /// Writes the posters and leaves out the rest; a build without the typesetter says how to get it.
    pub(super) fn deliver_html(&self, collections: &mut Vec<Collection>) -> anyhow::Result<()> {
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
                "{count} tờ mã quầy dạng HTML: {}; mở bằng trình duyệt rồi in ở cỡ 100%.",
                folder.display()
            ),
            format!(
                "{count} counter sheets as HTML: {}; open them in a browser and print at 100%.",
                folder.display()
            ),
        ));
        if cfg!(not(feature = "pdf")) {
            outside::say(
                &self.words(
                    "Bản này không kèm bộ dàn trang PDF. Muốn có PDF và các loại tờ khác: \
                 cargo build --release --features pdf"
                        .into(),
                    "This build is without the typesetter. For PDF and the other kinds of sheets: \
                 cargo build --release --features pdf"
                        .into(),
                ),
            );
        }
        Ok(())
    }
}
