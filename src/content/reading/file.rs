//! One file → its shape; and when that fails, all that is wrong with it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::curly_quotes::curly_quotes;
use super::cut_texts::cut_texts;
use crate::content::findings::{Finding, Findings};
use crate::content::quick::quick;
use crate::content::schema::{kind_name, schema_of};
use crate::content::second::{
    Found, MOST, Node, has_empty_values, hold, is_suspicious, locate, read_nodes, shape_of_node,
    telltale,
};
use crate::content::source::read_text;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Problem, Severity};
use crate::text::Language;

/// Reads files and collects what is wrong with them.
#[derive(Default)]
pub(in crate::content) struct Reader {
    pub(in crate::content) findings: Findings,
    /// Gives no shape for a file with mistakes, not even what is left of it: for a site that is
    /// published although something is broken.
    pub(in crate::content) strict: bool,
    broken: BTreeMap<String, Broken>,
    buffer: Vec<u8>,
}

/// What is left of a file with mistakes of shape.
#[derive(Debug)]
struct Broken {
    root: Node,
    /// Key paths of which something was taken out.
    damaged: Vec<String>,
}

impl Reader {
    /// A reader that gives what is left of broken files, unless it is strict.
    pub(in crate::content) fn new(strict: bool) -> Self {
        Self { strict, ..Self::default() }
    }

    /// The shape of a file, or `None` with findings.
    pub(in crate::content) fn shape<T: DeserializeOwned>(
        &mut self,
        file: &ContentFile,
    ) -> Option<T> {
        let mut buffer = std::mem::take(&mut self.buffer);
        let shape = match read_text(&file.path, &mut buffer) {
            Ok(text) => self.shape_of_text(file, &text),
            Err(problem) => {
                self.findings.file_error(&file.name, problem);
                None
            }
        };
        self.buffer = buffer;
        shape
    }

    /// The shape of a text that has been read already.
    pub(in crate::content) fn shape_of_text<T: DeserializeOwned>(
        &mut self,
        file: &ContentFile,
        text: &str,
    ) -> Option<T> {
        if holds_nothing(text) {
            self.findings.file_error(&file.name, Problem::EmptyFile);
            return None;
        }
        let curly = curly_quotes(text).into_iter().map(|at| (at, Problem::CurlyQuotes));
        let cut = cut_texts(text).into_iter().map(|(at, lost)| (at, Problem::CutText { lost }));
        for (position, problem) in curly.chain(cut) {
            self.findings.list.push(Finding {
                file: file.name.clone(),
                path: String::new(),
                position: Some(position),
                severity: Severity::Warning,
                problem,
            });
        }
        let has_empty_values = has_empty_values(text);
        if !has_empty_values && let Some(shape) = quick(text) {
            return Some(shape);
        }
        if has_empty_values || is_suspicious(text) {
            return self.read_again(file, text, None);
        }
        match serde_yaml::from_str(text) {
            Ok(shape) => Some(shape),
            Err(error) => self.read_again(file, text, Some(&error)),
        }
    }

    /// The text of a file that is not YAML.
    pub(in crate::content) fn text(&mut self, path: &Path, name: &str) -> Option<String> {
        let mut buffer = std::mem::take(&mut self.buffer);
        let text = match read_text(path, &mut buffer) {
            Ok(text) => Some(text.into_owned()),
            Err(problem) => {
                self.findings.file_error(name, problem);
                None
            }
        };
        self.buffer = buffer;
        text
    }

    /// The words files that belong to an original.
    pub(in crate::content) fn words<T: DeserializeOwned>(
        &mut self,
        files: &[&ContentFile],
    ) -> Vec<(Language, T)> {
        let mut words = Vec::with_capacity(files.len());
        for file in files {
            let Some(language) = file.language else { continue };
            if let Some(shape) = self.shape(file) {
                words.push((language, shape));
            }
        }
        words
    }

    /// Forgets the findings that only follow from a mistake already told, and finds the lines of the
    /// others in what is left of their file. To be called once a file, or all files, have been read.
    pub(in crate::content) fn settle(&mut self) {
        let broken = std::mem::take(&mut self.broken);
        if broken.is_empty() {
            return;
        }
        self.findings.list.retain_mut(|finding| {
            use Problem::{WordsNotShown, WordsWithoutOriginal};
            if matches!(finding.problem, WordsWithoutOriginal { .. } | WordsNotShown { .. }) {
                return !broken.contains_key(&original_of(&finding.file));
            }
            let Some(file) = broken.get(&finding.file) else { return true };
            if finding.position.is_some() || finding.path.is_empty() {
                return true;
            }
            finding.position = Some(locate(&file.root, &finding.path));
            !file.explains(finding)
        });
    }

    /// All mistakes of a file that the first reading stopped at, and the shape of what is left.
    fn read_again<T: DeserializeOwned>(
        &mut self,
        file: &ContentFile,
        text: &str,
        error: Option<&serde_yaml::Error>,
    ) -> Option<T> {
        let before = self.findings.list.len();
        let text = self.without_control_signs(file, text);
        let mut outcome = read_nodes(&text);
        for (line, column, problem) in &mut outcome.problems.list {
            let Problem::Syntax { message } = problem else { continue };
            if let Some((at, from, slip)) = telltale(&text, *line) {
                (*line, *column, *message) = (at, from, slip.to_owned());
            }
        }
        self.place_all(file, outcome.problems);
        let schema = kind_name(&file.kind, file.language.is_some()).and_then(schema_of)?;
        let mut root = outcome.root?;
        let held = hold(&mut root, schema);
        self.place_all(file, held.found);
        let shape = held.sound.then(|| shape_of_node(&root)).flatten();
        if self.findings.list.len() == before {
            if error.is_none() && shape.is_some() {
                return shape;
            }
            // The second reading found nothing to say; the first one's sentence is better than none.
            let (line, column) = error
                .and_then(serde_yaml::Error::location)
                .map_or((1, 1), |at| (at.line(), at.column()));
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let message = error.map(ToString::to_string).unwrap_or_default();
            self.place(file, (count(line), count(column), Problem::Syntax { message }));
        }
        self.broken.insert(file.name.clone(), Broken { root, damaged: held.damaged });
        shape.filter(|_| !self.strict)
    }

    /// Tells each control sign, and gives the text with spaces in their place.
    fn without_control_signs<'t>(&mut self, file: &ContentFile, text: &'t str) -> Cow<'t, str> {
        let controls =
            |sign: char| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{85}');
        if !text.contains(controls) {
            return Cow::Borrowed(text);
        }
        let (mut line, mut column, mut told) = (1, 0, 0);
        for sign in text.chars() {
            (line, column) = if sign == '\n' { (line + 1, 0) } else { (line, column + 1) };
            if controls(sign) && told < MOST {
                told += 1;
                self.place(file, (line, column, Problem::ControlSign { sign: sign.into() }));
            }
        }
        Cow::Owned(text.replace(controls, " "))
    }

    fn place_all(&mut self, file: &ContentFile, found: Found) {
        for one in found.list {
            self.place(file, one);
        }
        if found.more > 0 {
            self.findings.file_error(&file.name, Problem::ManyMore { count: found.more });
        }
    }

    fn place(&mut self, file: &ContentFile, (line, column, problem): (u32, u32, Problem)) {
        self.findings.list.push(Finding {
            file: file.name.clone(),
            path: String::new(),
            position: Some((line, column)),
            severity: Severity::Error,
            problem,
        });
    }
}

impl Broken {
    /// Whether a finding says no more than that a part which was taken out is not there.
    fn explains(&self, finding: &Finding) -> bool {
        let within = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        let misses = matches!(
            finding.problem,
            Problem::MissingPart { .. }
                | Problem::NoneNotStated { .. }
                | Problem::MissingKey { .. }
                | Problem::MissingContact { .. }
                | Problem::NoHotline { .. }
                | Problem::NoDecision { .. }
                | Problem::NoLanguages
                | Problem::OnlineChannel { .. }
                | Problem::SurveyWithoutCitation { .. }
        );
        self.damaged.iter().any(|damaged| {
            *damaged == finding.path
                || misses && (within(damaged, &finding.path) || within(&finding.path, damaged))
        })
    }
}

/// The words that [`Reader::words`] gave, each with its file. One that could not be read has none, so the two lists
/// do not run side by side.
pub(in crate::content) fn words_by_file<'a, T>(
    words: &'a [(Language, T)],
    files: &'a [&'a ContentFile],
) -> impl Iterator<Item = (&'a T, &'a ContentFile)> {
    words.iter().filter_map(|(language, words)| {
        let file = files.iter().find(|file| file.language.as_ref() == Some(language))?;
        Some((words, *file))
    })
}

/// Whether there are only comments and empty lines: of a shape whose keys may all be missing, the
/// first reading would say nothing.
fn holds_nothing(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#') || matches!(line, "---" | "..."))
}

/// The language that a file name gives (`1.000894.en.yaml`), declared or not: two or three letters.
pub(in crate::content) fn language_tag(name: &str) -> Option<Language> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (_, tag) = stem.rsplit('/').next()?.rsplit_once('.')?;
    let sound = matches!(ending, "yaml" | "md")
        && (2..=3).contains(&tag.len())
        && tag.bytes().all(|sign| sign.is_ascii_lowercase());
    if sound { Language::parse(tag).ok() } else { None }
}

/// The original beside which a words file stands: `a/b.en.yaml` belongs to `a/b.yaml`.
fn original_of(words: &str) -> String {
    let stem = words.strip_suffix(".yaml").unwrap_or(words);
    format!("{}.yaml", stem.rsplit_once('.').map_or(stem, |(before, _)| before))
}
