//! `niemyet store dictionary`: what stands in an export.

use super::arguments::{DictionaryArguments, DictionaryFormat};
use crate::command::done::Done;
use crate::command::flags::{Common, ReadingArguments};
use crate::command::outside;
use crate::content;
use crate::store::Dictionary;

pub(super) fn run(common: &Common, arguments: &DictionaryArguments) -> anyhow::Result<Done> {
    let dictionary = of_content(common)?;
    outside::say(&match arguments.format {
        DictionaryFormat::Markdown => dictionary.markdown(),
        DictionaryFormat::Csv => dictionary.csv(),
        DictionaryFormat::Json => serde_json::to_string_pretty(&dictionary)?,
    });
    Ok(Done::Fine)
}

/// The dictionary with the surveys of the content folder; without them where it cannot be read, since an
/// export must not wait until a page is mended.
pub(super) fn of_content(common: &Common) -> anyhow::Result<Dictionary> {
    if !common.site.is_dir() {
        return Ok(Dictionary::new(&[], common.lang));
    }
    let reading_arguments = ReadingArguments { as_of: None, no_cache: false };
    let options = outside::reading(common, &reading_arguments, true)?;
    let publication = content::read(&common.site, &options).publication;
    let surveys = publication.map(|publication| publication.surveys).unwrap_or_default();
    Ok(Dictionary::new(&surveys, common.lang))
}
