//! Typefaces of a theme, and letters of an office set as PDF for the desk and for reports: `print/letter.typ` with what stands
//! on a letter. Only in a build with the typesetter.

#[cfg(feature = "pdf")]
use std::path::PathBuf;
#[cfg(feature = "pdf")]
use std::sync::Arc;

#[cfg(feature = "pdf")]
use anyhow::Context;

use super::flags::Common;
#[cfg(feature = "pdf")]
use super::theme;
use crate::host::LetterSetter;
#[cfg(feature = "pdf")]
use crate::print::pdf::{Letters, Typesetter};

/// What sets letters as the theme of this name has them; none in a build without the typesetter.
#[cfg(not(feature = "pdf"))]
#[allow(clippy::unnecessary_wraps, reason = "with the typesetter, a theme may be unreadable")]
pub(super) fn setter(_: &Common, _: &str) -> anyhow::Result<Option<LetterSetter>> {
    Ok(None)
}

/// What sets letters as the theme of this name has them; none in a build without the typesetter.
#[cfg(feature = "pdf")]
pub(super) fn setter(common: &Common, name: &str) -> anyhow::Result<Option<LetterSetter>> {
    let theme = theme::load(common, name)?;
    let typesetter = Typesetter::new(theme.print_files(), of_theme(common, name)?)?;
    Ok(Some(Arc::new(move |letter, today| {
        let document = crate::print::letter_document(letter, today);
        let set = typesetter.set("letter.typ", &document);
        set.map(|set| set.pdf).map_err(|error| error.to_string())
    })))
}

/// Our typefaces, and the whole fonts that the theme keeps in `print/fonts`.
#[cfg(feature = "pdf")]
pub(super) fn of_theme(common: &Common, name: &str) -> anyhow::Result<Letters> {
    let folder = common.themes.join(name).join("print").join("fonts");
    let mut paths: Vec<PathBuf> = match std::fs::read_dir(&folder) {
        Ok(entries) => entries.filter_map(|one| Some(one.ok()?.path())).collect(),
        Err(_) => Vec::new(),
    };
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ttf" || ending == "otf"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        files.push((path.display().to_string(), bytes));
    }
    Ok(Letters::with(files)?)
}
