//! Which file is what: the layout of the content folder, and nothing else.
//!
//! The walk follows no symbolic link out of the folder, meets no folder twice, and skips hidden
//! files. A file that no rule reads is a finding, since a misspelt folder would otherwise vanish
//! from the site in silence.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::findings::Findings;
use super::reading::language_tag;
use crate::diagnostic::{Problem, Shape};
use crate::text::{Date, Language, Slug};

/// What a content file holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FileKind {
    Site,
    Fields,
    Acts,
    RequiredParts,
    Abolished,
    CalendarYear,
    ProcedureSet(String),
    Agency(String),
    Counters(String),
    Offering {
        agency: String,
        code: String,
    },
    Survey(String),
    PrintedCodes,
    PrintedSheets,
    SurveyVersions,
    /// A period, and `@` and an agency if it is of one alone.
    Bulletin(String),
    Official(String),
    /// A period; as a table, or as YAML.
    Performance {
        stem: String,
        table: bool,
    },
    Dialogue(String),
    /// A period, `@` and an agency.
    Apologies(String),
    Procedure {
        field: String,
        code: String,
        from: Option<Date>,
        guidance: bool,
    },
    Page(String),
    Form(String),
}

/// A content file, known by its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ContentFile {
    pub kind: FileKind,
    /// `None` for the original.
    pub language: Option<Language>,
    /// Relative to the content folder, `/` between folders.
    pub name: String,
    pub path: PathBuf,
}

/// Every file below the folder, in a steady order: relative name and path.
pub(super) fn walk(root: &Path, findings: &mut Findings) -> Vec<(String, PathBuf)> {
    // Links are judged by where they really lead, so the walk begins at the real place too.
    let root = &root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let mut files = Vec::new();
    let mut outside = Vec::new();
    let walk = WalkDir::new(root).follow_links(true).sort_by_file_name();
    let walk = walk.into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        // `~$` begins what office programs leave beside a document as long as it is open.
        let is_hidden = name.starts_with('.') || name.starts_with("~$");
        if entry.depth() == 0 || is_hidden {
            return entry.depth() == 0;
        }
        let leads_out = entry.path_is_symlink().then(|| leads_out(entry.path(), root)).flatten();
        match leads_out {
            // Not even listed: what lies there is nobody's business.
            Some(target) => {
                outside.push((relative(root, entry.path()), Problem::LinkOutside { target }));
                false
            }
            None => true,
        }
    });
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                files.push((relative(root, entry.path()), entry.into_path()));
            }
            Ok(entry) => {
                let name = relative(root, entry.path());
                if !entry.file_type().is_dir() || is_named_like_a_file(&name) {
                    findings.file_error(name, Problem::NotAFile);
                }
            }
            Err(error) => {
                let at = error.path().unwrap_or(root);
                let problem = if error.loop_ancestor().is_some() {
                    Problem::FolderLoop
                } else {
                    Problem::Unreadable { reason: reason(&error) }
                };
                findings.file_error(relative(root, at), problem);
            }
        }
    }
    for (name, problem) in outside {
        findings.file_error(name, problem);
    }
    files
}

/// Where a link leads, if that is not inside the folder.
fn leads_out(link: &Path, real_root: &Path) -> Option<String> {
    match link.canonicalize() {
        Ok(real) if real.starts_with(real_root) => None,
        Ok(real) => Some(real.display().to_string()),
        // A link that leads nowhere is reported by the walk.
        Err(_) => None,
    }
}

fn is_named_like_a_file(name: &str) -> bool {
    !name.starts_with("forms/")
        && Path::new(name).extension().is_some_and(|ending| ending == "yaml" || ending == "md")
}

fn reason(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

fn relative(root: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = rest.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// What a file is, by its place; `None` for files that are let be, a problem for those that no rule
/// reads.
pub(super) fn classify(
    name: &str,
    path: PathBuf,
    languages: &[Language],
) -> Result<Option<ContentFile>, Problem> {
    let parts: Vec<&str> = name.split('/').collect();
    let last = parts[parts.len() - 1];
    let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
    let is_yaml = ending == "yaml";
    let is_markdown = ending == "md";
    let is_table = ending == "csv";
    let (stem, language) = match stem.rsplit_once('.') {
        Some((before, tag)) => match Language::parse(tag) {
            Ok(language) if languages[1..].contains(&language) => (before, Some(language)),
            // Codes end in digits or in a capital and digits, never in two or three small letters.
            Ok(language) if !parts[0].starts_with("forms") && language_tag(name).is_some() => {
                return Err(Problem::UndeclaredLanguage { language: language.tag().to_owned() });
            }
            _ => (stem, None),
        },
        None => (stem, None),
    };
    let unknown = || Problem::UnknownFile { suggestion: suggestion(&parts, last) };
    let own = |text: &str| text.to_owned();
    let kind = match (&parts[..parts.len() - 1], stem) {
        ([], "site") if is_yaml => FileKind::Site,
        ([], "fields") if is_yaml => FileKind::Fields,
        ([], "printed-codes") if is_yaml => FileKind::PrintedCodes,
        ([], "printed-sheets") if is_yaml => FileKind::PrintedSheets,
        ([], "survey-versions") if is_yaml => FileKind::SurveyVersions,
        ([], "README") if is_markdown => return Ok(None),
        (["law"], "required-parts") if is_yaml => FileKind::RequiredParts,
        (["law"], "abolished") if is_yaml => FileKind::Abolished,
        (["law"], "acts") if is_yaml => FileKind::Acts,
        (["law"], stem) if is_yaml && stem.starts_with("acts-") => FileKind::Acts,
        (["law", "calendar"], _) if is_yaml => FileKind::CalendarYear,
        (["sets"], id) if is_yaml => FileKind::ProcedureSet(own(id)),
        (["surveys"], id) if is_yaml => FileKind::Survey(own(id)),
        (["agencies", agency], "agency") if is_yaml => FileKind::Agency(own(agency)),
        (["agencies", agency], "counters") if is_yaml => FileKind::Counters(own(agency)),
        (["agencies", agency, "offerings"], code) if is_yaml => {
            FileKind::Offering { agency: own(agency), code: own(code) }
        }
        (["procedures", field], stem) if is_yaml || is_markdown => {
            procedure(field, stem, is_markdown)?
        }
        (["bulletins"], stem) if is_yaml => FileKind::Bulletin(own(stem)),
        (["official"], id) if is_yaml => FileKind::Official(own(id)),
        (["performance"], stem) if is_yaml || is_table => {
            FileKind::Performance { stem: own(stem), table: is_table }
        }
        (["dialogues"], id) if is_yaml => FileKind::Dialogue(own(id)),
        (["apologies"], stem) if is_yaml => FileKind::Apologies(own(stem)),
        (["pages"], id) if is_markdown => FileKind::Page(own(id)),
        (["forms", ..], _) => {
            let form = own(&name["forms/".len()..]);
            return Ok(Some(ContentFile {
                kind: FileKind::Form(form),
                language: None,
                name: name.into(),
                path,
            }));
        }
        _ => return Err(unknown()),
    };
    Ok(Some(ContentFile { kind, language, name: name.into(), path }))
}

fn procedure(field: &str, stem: &str, guidance: bool) -> Result<FileKind, Problem> {
    let refuse = |wanted, found: &str| Problem::FileName { wanted, found: found.to_owned() };
    let (code, from) = match stem.split_once('@') {
        Some((code, date)) => {
            (code, Some(Date::parse(date).map_err(|_| refuse(Shape::Date, date))?))
        }
        None => (stem, None),
    };
    crate::catalogue::procedure::ProcedureCode::parse(code)
        .map_err(|_| refuse(Shape::ProcedureCode, code))?;
    Slug::parse(field).map_err(|_| refuse(Shape::Slug, field))?;
    Ok(FileKind::Procedure { field: field.to_owned(), code: code.to_owned(), from, guidance })
}

/// The folders that rules read.
const FOLDERS: [&str; 12] = [
    "law",
    "procedures",
    "forms",
    "sets",
    "agencies",
    "surveys",
    "pages",
    "bulletins",
    "official",
    "performance",
    "dialogues",
    "apologies",
];

/// The files at the top that rules read.
const FILES: [&str; 5] = [
    "site.yaml",
    "fields.yaml",
    "printed-codes.yaml",
    "printed-sheets.yaml",
    "survey-versions.yaml",
];

/// What a stray file was probably meant to be.
fn suggestion(parts: &[&str], last: &str) -> Option<String> {
    // Another ending, capitals, or the one that an editor of Windows adds unseen.
    let lower = last.to_lowercase();
    let plain = lower.strip_suffix(".txt").unwrap_or(&lower);
    for (ending, right) in
        [(".yml", ".yaml"), (".yaml", ".yaml"), (".markdown", ".md"), (".md", ".md")]
    {
        let stem = plain.strip_suffix(ending).and_then(|stem| last.get(..stem.len()));
        if let Some(name) = stem.map(|stem| format!("{stem}{right}")).filter(|name| name != last) {
            return Some(name);
        }
    }
    // It lies in a folder that rules read already.
    if parts.len() > 1 && FOLDERS.contains(&parts[0]) {
        return None;
    }
    let known: &[&str] = if parts.len() > 1 { &FOLDERS } else { &FILES };
    super::keys::nearest(parts[0], known.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str) -> Result<Option<(FileKind, Option<Language>)>, Problem> {
        classify(name, PathBuf::new(), &[Language::VI, Language::EN])
            .map(|file| file.map(|file| (file.kind, file.language)))
    }

    #[test]
    fn a_dotted_code_is_no_language() {
        let procedure = |code: &str, from: Option<&str>, guidance| FileKind::Procedure {
            field: "ho-tich".into(),
            code: code.into(),
            from: from.map(|date| Date::parse(date).unwrap()),
            guidance,
        };
        let read = |name: &str| kind(&format!("procedures/ho-tich/{name}")).unwrap().unwrap();
        assert_eq!(read("1.012753.H19.yaml"), (procedure("1.012753.H19", None, false), None));
        assert_eq!(
            read("1.000894@2027-03-01.en.yaml"),
            (procedure("1.000894", Some("2027-03-01"), false), Some(Language::EN))
        );
        assert_eq!(read("1.000894.en.md"), (procedure("1.000894", None, true), Some(Language::EN)));
        assert!(matches!(
            kind("procedures/ho-tich/1.000894@hôm nay.yaml"),
            Err(Problem::FileName { wanted: Shape::Date, .. })
        ));
    }

    #[test]
    fn a_stray_file_is_named_with_a_suggestion() {
        let stray = |name: &str| match kind(name) {
            Err(Problem::UnknownFile { suggestion }) => suggestion,
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!(stray("site.yml"), Some("site.yaml".into()));
        for name in ["1.000894.YAML", "1.000894.yaml.txt", "1.000894.yml", "1.000894.YML"] {
            let name = format!("procedures/ho-tich/{name}");
            assert_eq!(stray(&name), Some("1.000894.yaml".into()), "{name}");
        }
        assert_eq!(stray("procedures/Thumbs.db"), None);
        assert_eq!(stray("procedure/ho-tich/1.000894.yaml"), Some("procedures".into()));
        assert_eq!(stray("zzz.txt"), None);
    }
}
