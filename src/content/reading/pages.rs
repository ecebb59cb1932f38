//! `pages/*.md` and the files in `forms/`.

use std::path::Path;

use super::Reader;
use super::abolished::AbolishedNames;
use super::site::slug_of_name;
use crate::content::tree::ContentFile;
use crate::diagnostic::Problem;
use crate::publication::{FormFile, FreePage};
use crate::release::Mark;
use crate::text::Text;

/// A page and its translations.
pub(super) fn page(
    reader: &mut Reader,
    file: &ContentFile,
    id: &str,
    words_files: &[&ContentFile],
    abolished: &AbolishedNames,
) -> Option<FreePage> {
    let id = slug_of_name(reader, file, id)?;
    let text = reader.text(&file.path, &file.name)?;
    reader.findings.list.extend(abolished.find_in_prose(&file.name, &text));
    let (title, markdown) = titled(reader, file, &text)?;
    let mut page = FreePage { id, title: Text::new(title), markdown: Text::new(markdown) };
    for file in words_files {
        let Some(language) = file.language else { continue };
        let Some(text) = reader.text(&file.path, &file.name) else { continue };
        if let Some((title, markdown)) = titled(reader, file, &text) {
            page.title.translate(language, title);
            page.markdown.translate(language, markdown);
        }
    }
    Some(page)
}

/// The title of a Markdown file (its first line, `# …`) and the rest.
fn titled(reader: &mut Reader, file: &ContentFile, text: &str) -> Option<(String, String)> {
    let body = text.trim_start();
    let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
    let Some(title) = first.strip_prefix("# ") else {
        reader.findings.file_error(&file.name, Problem::PageWithoutTitle);
        return None;
    };
    Some((title.trim().to_owned(), rest.trim().to_owned()))
}

/// A file to download: its size and the hash of its content.
pub(super) fn form(reader: &mut Reader, name: &str, file: &ContentFile) -> Option<FormFile> {
    match hash_of(&file.path) {
        Ok((bytes, mark)) => Some(FormFile { name: name.into(), bytes, mark }),
        Err(error) => {
            let problem = Problem::Unreadable { reason: error.to_string() };
            reader.findings.file_error(&file.name, problem);
            None
        }
    }
}

fn hash_of(path: &Path) -> std::io::Result<(u64, [u8; 16])> {
    // The walk gave only ordinary files; a pipe put in its place since must not be waited for.
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut hasher = blake3::Hasher::new();
    let bytes = std::io::copy(&mut std::fs::File::open(path)?, &mut hasher)?;
    Ok((bytes, Mark::from_hash(&hasher.finalize()).0))
}
