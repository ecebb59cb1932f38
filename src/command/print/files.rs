//! Sheets as PDF files: one for all, or one for each.

use std::path::Path;

use anyhow::{Context, bail};

use super::collection::Collection;
use super::{Print, outside};
use crate::command::letters;
use crate::print::pdf::{Letters, Typesetter};
use crate::print::{Sheet, SheetKind, document};

/// The page of advice, where each sheet is a file.
const COVER: &str = "00-cover.pdf";

/// From so many files on, something is said now and then.
const LONG: usize = 20;

impl Print<'_> {
    /// Sets all sheets and writes them.
    pub(super) fn deliver_pdf(&self, collections: &mut Vec<Collection>) -> anyhow::Result<()> {
        let typesetter = Typesetter::new(self.theme.print_files(), self.letters()?)?;
        let out = self.arguments.out.clone().unwrap_or_else(|| self.common.output.join("sheets"));
        let one_file = out.extension().is_some_and(|ending| ending == "pdf");
        if one_file && collections.len() > 1 {
            bail!(self.words(
                "nhiều loại tờ không nằm chung một tệp PDF; hãy ghi tên một thư mục".into(),
                "several kinds of sheets do not go into one PDF; name a folder".into(),
            ));
        }
        let files: usize = collections.iter().map(|one| one.sheets.len()).sum();
        let (mut written, mut pages) = (0, 0);
        collections.retain(|collection| !collection.sheets.is_empty());
        for Collection { kind, sheets } in &*collections {
            if one_file {
                let all: Vec<_> = sheets.iter().collect();
                pages += self.file(&typesetter, *kind, &all, &all, &out)?;
                continue;
            }
            let folder = out.join(kind.name());
            if *kind == SheetKind::Poster && !self.arguments.no_cover {
                let all: Vec<_> = sheets.iter().collect();
                pages += self.file(&typesetter, *kind, &[], &all, &folder.join(COVER))?;
            }
            for sheet in sheets {
                let path = folder.join(format!("{}.pdf", sheet.file_stem()));
                pages += self.file(&typesetter, *kind, &[sheet], &[], &path)?;
                written += 1;
                if files >= LONG && written % LONG == 0 {
                    outside::note(&format!("{written}/{files}"));
                }
            }
        }
        outside::say(&self.words(
            format!("{files} tờ, {pages} trang PDF: {}", out.display()),
            format!("{files} sheets, {pages} pages of PDF: {}", out.display()),
        ));
        Ok(())
    }

    /// Sets sheets into one file; gives the pages.
    fn file(
        &self,
        typesetter: &Typesetter,
        kind: SheetKind,
        sheets: &[&Sheet],
        cover: &[&Sheet],
        path: &Path,
    ) -> anyhow::Result<usize> {
        let document = document(kind, sheets, self.setting(kind, cover));
        let set = typesetter.set(&format!("{}.typ", kind.name()), &document)?;
        for warning in set.warnings {
            self.doubt(warning);
        }
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        if self.arguments.facts {
            let facts = path.with_extension("json");
            std::fs::write(&facts, document.to_string())
                .with_context(|| format!("writing {}", facts.display()))?;
        }
        std::fs::write(path, &set.pdf).with_context(|| format!("writing {}", path.display()))?;
        Ok(set.pages)
    }

    /// The letters of the site's theme.
    fn letters(&self) -> anyhow::Result<Letters> {
        letters::of_theme(self.common, &self.selection.publication.site.theme)
    }
}
