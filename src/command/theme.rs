//! `niemyet theme check`: a theme that names what does not exist is found before a site is built.

use anyhow::Context;

use super::arguments::{ThemeArguments, ThemeVerb};
use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::diagnostic::Tongue;
use crate::text::Language;
use crate::theme::Theme;

pub(super) fn run(common: &Common, arguments: &ThemeArguments) -> Done {
    match &arguments.verb {
        ThemeVerb::Check { name } => check(common, name),
    }
}

fn check(common: &Common, name: &str) -> Done {
    let theme = match load(common, name) {
        Ok(theme) => theme,
        Err(error) => {
            outside::say(&format!("{error:#}"));
            return Done::Problems;
        }
    };
    let languages = [Language::VI, Language::EN];
    let faults = theme.check(&languages);
    for fault in &faults {
        outside::say(&fault.to_string());
    }
    outside::say(&match (common.lang, faults.len()) {
        (Tongue::Vietnamese, 0) => format!("Giao diện {name}: không có lỗi."),
        (Tongue::Vietnamese, count) => format!("Giao diện {name}: {count} lỗi."),
        (Tongue::English, 0) => format!("Theme {name}: no faults."),
        (Tongue::English, count) => format!("Theme {name}: {count} faults."),
    });
    if faults.is_empty() { Done::Fine } else { Done::Problems }
}

/// The theme of that name: the embedded one, with the files of its folder in place of its own.
pub(super) fn load(common: &Common, name: &str) -> anyhow::Result<Theme> {
    let folder = common.themes.join(name);
    if folder.is_dir() {
        return Theme::with_overrides(&folder)
            .with_context(|| format!("reading the theme in {}", folder.display()));
    }
    anyhow::ensure!(
        name == "default",
        "the theme {name:?} of site.yaml has no folder {}",
        folder.display()
    );
    Ok(Theme::embedded())
}
