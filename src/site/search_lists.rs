//! The lists that procedures are found by, one a language: made of the same heads and in the same order as A to Z.

use super::Plan;
use crate::publication::Publication;
use crate::search::{self, Entry};
use crate::text::Language;
use crate::theme::Theme;

/// The list of a language.
pub(super) struct SearchList {
    pub(super) language: Language,
    /// Where it lies on the site.
    pub(super) path: String,
    pub(super) text: String,
}

/// The lists of all languages of the site.
pub(super) fn search_lists(
    publication: &Publication,
    plan: &Plan,
    theme: &Theme,
) -> Vec<SearchList> {
    let binding = publication.site.binding();
    let list = |language: Language| {
        let entries = plan.lists(language).order.rows.iter().map(|index| {
            let edition = publication.edition(*index);
            let name = edition.name.read(language, binding);
            let field = publication.field(edition.field.as_str());
            let field = field.map(|field| field.name.read(language, binding).words);
            let aliases = edition
                .official
                .iter()
                .chain(&edition.aliases)
                .map(|alias| alias.read(language, binding).words);
            Entry {
                code: edition.code.as_str().into(),
                name: name.words.into(),
                foreign: name.fallback,
                aliases: aliases.map(str::to_owned).collect(),
                field: field.unwrap_or(edition.field.as_str()).into(),
            }
        });
        let entries: Vec<_> = entries.collect();
        let text = search::write(&entries, theme.words(language).get("search_fillers"));
        SearchList { language, path: search::path(&text, language), text }
    };
    plan.lists.iter().map(|lists| list(lists.language)).collect()
}
