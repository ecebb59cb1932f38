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
    let mut faults: Vec<String> = theme.check(&languages).iter().map(ToString::to_string).collect();
    match printed(common, name, &theme) {
        Ok(found) => faults.extend(found),
        Err(error) => faults.push(format!("{error:#}")),
    }
    for fault in &faults {
        outside::say(fault);
    }
    outside::say(&match (common.lang, faults.len()) {
        (Tongue::Vietnamese, 0) => format!("Giao diện {name}: không có lỗi."),
        (Tongue::Vietnamese, count) => format!("Giao diện {name}: {count} lỗi."),
        (Tongue::English, 0) => format!("Theme {name}: no faults."),
        (Tongue::English, count) => format!("Theme {name}: {count} faults."),
    });
    if faults.is_empty() { Done::Fine } else { Done::Problems }
}

/// Faults of what is printed.
#[cfg(feature = "pdf")]
fn printed(
    common: &Common,
    name: &str,
    theme: &Theme,
) -> anyhow::Result<std::collections::BTreeSet<String>> {
    Ok(crate::print::pdf::check(theme, super::letters::of_theme(common, name)?))
}

/// Says that what is printed was not looked at, where the theme has files of its own for it.
#[cfg(not(feature = "pdf"))]
#[allow(clippy::unnecessary_wraps, reason = "with the typesetter, fonts may be unreadable")]
fn printed(common: &Common, name: &str, _: &Theme) -> anyhow::Result<Option<String>> {
    if common.themes.join(name).join("print").is_dir() {
        outside::note(match common.lang {
            Tongue::Vietnamese => {
                "Bản này không kèm bộ dàn trang: các tệp print/*.typ chưa được kiểm tra."
            }
            Tongue::English => {
                "This build is without the typesetter: files in print/ were not checked."
            }
        });
    }
    Ok(None)
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
