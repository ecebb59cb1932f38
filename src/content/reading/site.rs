//! `site.yaml`, `fields.yaml`, `sets/`, `printed-codes.yaml`.

use super::channel::is_web_address;
use super::words_check::{WordsCheck, unique};
use super::{Reader, apology_rule, retention, time_limits, words_by_file};
use crate::catalogue::agency::ProcedureSet;
use crate::catalogue::{Field, Ledger, LedgerEntry};
use crate::content::keys::At;
use crate::content::shape::{
    FieldsFile, FieldsWords, PrintedCodesFile, ReplyShape, Scalar, SetFile, SetWords, SiteFile,
    SiteWords, TargetsShape,
};
use crate::content::translation::Words;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Kind, Problem, Shape};
use crate::feedback::matter::ReplyTemplate;
use crate::publication::{PrintOrigin, Site};
use crate::text::{Language, Slug};

/// The shape of the site file and its languages; the words come once the languages are known.
pub(super) fn languages(shape: &SiteFile) -> Vec<Language> {
    let listed: Vec<Language> = shape.languages.iter().map(|language| language.0).collect();
    if listed.is_empty() { vec![Language::VI] } else { listed }
}

/// A site in place of one whose file cannot be read, so that all other files are checked in the same
/// run. Its languages are those that files are written in.
pub(super) fn stand_in(found: &[(String, std::path::PathBuf)]) -> SiteFile {
    let written = found.iter().filter_map(|(name, _)| super::language_tag(name));
    let mut languages: Vec<Language> = std::iter::once(Language::VI).chain(written).collect();
    languages.sort_by_key(|language| (*language != Language::VI, *language));
    languages.dedup();
    SiteFile {
        name: "-".into(),
        short_name: None,
        owner: "-".into(),
        base_url: "https://a.example".into(),
        print_origin: None,
        redirects_from: Vec::new(),
        languages: languages.into_iter().map(Scalar).collect(),
        theme: None,
        sample: false,
        surveys: None,
        scan_instructions: Vec::new(),
        feedback: None,
        retention: None,
        time_limits: None,
        targets: None,
        apologies: None,
        replies: Vec::new(),
    }
}

/// The site as a whole.
pub(super) fn site(
    reader: &mut Reader,
    file: &ContentFile,
    shape: SiteFile,
    words_files: &[&ContentFile],
) -> Site {
    let root = At::ROOT;
    let findings = &mut reader.findings;
    if shape.languages.is_empty() {
        findings.error(&file.name, root.key("languages"), Problem::NoLanguages);
    }
    let base_url = shape.base_url.trim_end_matches('/').to_owned();
    let print_origin = origins(&file.name, &shape, &base_url, findings);
    let hosted = shape.feedback.as_deref() != Some(Site::NO_HOST);
    let endpoint = shape.feedback.clone().filter(|_| hosted);
    if let Some(found) = endpoint.filter(|one| PrintOrigin::trial(one).is_err()) {
        let reason = "https://…".to_owned();
        let problem = Problem::BadValue { wanted: Shape::WebAddress, found, reason };
        findings.error(&file.name, root.key("feedback"), problem);
    }
    for (at, found) in shape.redirects_from.iter().enumerate() {
        if PrintOrigin::trial(found).is_err() {
            let (found, reason) = (found.clone(), "https://…".to_owned());
            let problem = Problem::BadValue { wanted: Shape::WebAddress, found, reason };
            findings.error(&file.name, root.key("redirects_from").item(at), problem);
        }
    }
    let retention = retention::read(&file.name, shape.retention.as_ref(), findings);
    let time_limits = time_limits::read(&file.name, shape.time_limits.as_ref(), findings);
    let satisfaction_target = target(&file.name, shape.targets.as_ref(), findings);
    let apology_rule = apology_rule::read(&file.name, shape.apologies.as_ref(), findings);
    let replies = replies(&file.name, &shape.replies, findings);
    let languages = languages(&shape);
    let each: Vec<(Language, SiteWords)> = reader.words(words_files);
    for (words, file) in words_by_file(&each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.texts(root, &[("short_name", &words.short_name, &shape.short_name)]);
    }
    let words = Words::new(&each);
    let instructions = shape.scan_instructions.into_iter().enumerate();
    let name = words.text(shape.name, |w| w.name.as_ref());
    Site {
        short_name: words
            .text_of(shape.short_name, |w| w.short_name.as_ref())
            .unwrap_or_else(|| name.clone()),
        name,
        owner: words.text(shape.owner, |w| w.owner.as_ref()),
        base_url: base_url.into(),
        print_origin: print_origin.into(),
        redirects_from: shape.redirects_from.into_iter().map(Into::into).collect(),
        languages,
        theme: shape.theme.unwrap_or_else(|| "default".into()).into(),
        sample: shape.sample,
        counter_survey: shape.surveys.as_ref().map(|surveys| surveys.counter.0.clone()),
        more_surveys: shape
            .surveys
            .map(|surveys| surveys.more.into_iter().map(|one| one.0).collect())
            .unwrap_or_default(),
        scan_instructions: instructions
            .map(|(at, line)| words.text(line, |w| w.scan_instructions.get(at)))
            .collect(),
        feedback: shape.feedback.filter(|_| hosted).map(Into::into),
        hosted,
        retention,
        time_limits,
        satisfaction_target,
        apology_rule,
        replies,
    }
}

/// The target of satisfaction; one that no share can reach is told and left out.
fn target(
    file: &str,
    shape: Option<&TargetsShape>,
    findings: &mut crate::content::findings::Findings,
) -> Option<u8> {
    let found = shape?.satisfaction;
    if (1..=100).contains(&found) {
        return u8::try_from(found).ok();
    }
    let (wanted, reason) = (Shape::Number, "1–100".to_owned());
    let problem = Problem::BadValue { wanted, found: found.to_string(), reason };
    findings.error(file, At::ROOT.key("targets").key("satisfaction"), problem);
    None
}

/// The reply templates; one that no answer could begin with is told and left out.
fn replies(
    file: &str,
    shapes: &[ReplyShape],
    findings: &mut crate::content::findings::Findings,
) -> Vec<ReplyTemplate> {
    let mut replies = Vec::new();
    for (index, ReplyShape { name, words }) in shapes.iter().enumerate() {
        let mut sound = true;
        for (key, text, most) in [("name", name, 100), ("words", words, ReplyTemplate::LONGEST)] {
            let length = text.trim().chars().count();
            if !(1..=most).contains(&length) {
                let reason = format!("1–{most}");
                let found = length.to_string();
                let problem = Problem::BadValue { wanted: Shape::Text, found, reason };
                findings.error(file, At::ROOT.key("replies").item(index).key(key), problem);
                sound = false;
            }
        }
        if sound {
            replies.push(ReplyTemplate { name: name.trim().into(), words: words.trim().into() });
        }
    }
    replies
}

/// Checks the addresses and gives the origin that codes carry.
fn origins(
    file: &str,
    shape: &SiteFile,
    base_url: &str,
    findings: &mut crate::content::findings::Findings,
) -> String {
    let root = At::ROOT;
    // A question, a part of a page or a user name after the host would be in every address.
    let is_sound = is_web_address(base_url) && !base_url.contains(['?', '#', '@']);
    if !is_sound {
        let problem = Problem::BadBaseUrl { found: shape.base_url.clone() };
        findings.error(file, root.key("base_url"), problem);
    }
    let Some(origin) = &shape.print_origin else {
        if is_sound && PrintOrigin::trial(base_url).is_err() {
            let problem = Problem::PrintOriginMissing { base_url: base_url.to_owned() };
            findings.error(file, root.key("base_url"), problem);
        } else if is_sound {
            secure(file, root.key("base_url"), base_url, findings);
        }
        return base_url.to_owned();
    };
    // Whether it can be reached is asked when something is printed; here only its shape.
    if PrintOrigin::trial(origin).is_err() {
        let problem = Problem::BadPrintOrigin { found: origin.clone() };
        findings.error(file, root.key("print_origin"), problem);
    } else {
        secure(file, root.key("print_origin"), origin, findings);
    }
    origin.clone()
}

/// Warns of an origin that is only fit for a trial; nothing keeps a trial from being built.
fn secure(file: &str, at: At<'_>, origin: &str, findings: &mut crate::content::findings::Findings) {
    if origin.starts_with("http://") {
        let problem = Problem::InsecurePrintOrigin { found: origin.to_owned() };
        findings.warning(file, at, problem);
    }
}

/// The fields, as written.
pub(super) fn fields(
    reader: &mut Reader,
    file: &ContentFile,
    words_files: &[&ContentFile],
) -> Vec<Field> {
    let Some(shape) = reader.shape::<FieldsFile>(file) else { return Vec::new() };
    let each: Vec<(Language, FieldsWords)> = reader.words(words_files);
    let ids: Vec<&str> = shape.fields.iter().map(|field| field.id.0.as_str()).collect();
    let root = At::ROOT;
    unique(&file.name, root.key("fields"), Kind::Field, &ids, &mut reader.findings);
    for (words, file) in words_by_file(&each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.map(root.key("fields"), Kind::Field, &words.fields, &ids);
    }
    let words = Words::new(&each).inner(|words| &words.fields);
    let fields = shape.fields.into_iter().map(|field| Field {
        name: words.of(field.id.0.as_str()).whole(field.name),
        id: field.id.0,
    });
    fields.collect()
}

/// A bundle of procedures.
pub(super) fn set(
    reader: &mut Reader,
    file: &ContentFile,
    id: &str,
    words_files: &[&ContentFile],
) -> Option<ProcedureSet> {
    let id = slug_of_name(reader, file, id)?;
    let shape = reader.shape::<SetFile>(file)?;
    let each: Vec<(Language, SetWords)> = reader.words(words_files);
    Some(ProcedureSet {
        id,
        name: Words::new(&each).text(shape.name, |words| words.name.as_ref()),
        procedures: shape.procedures.into_iter().map(|code| code.0).collect(),
    })
}

/// The ledger of printed codes.
pub(super) fn ledger(reader: &mut Reader, file: &ContentFile) -> Ledger {
    let Some(shape) = reader.shape::<PrintedCodesFile>(file) else { return Ledger::default() };
    let root = At::ROOT;
    let at = root.key("codes");
    let mut entries = Vec::with_capacity(shape.codes.len());
    for (index, entry) in shape.codes.into_iter().enumerate() {
        let parts = entry.counter.split_once('/');
        let parts = parts.and_then(|(agency, counter)| {
            Some((Slug::parse(agency).ok()?, Slug::parse(counter).ok()?))
        });
        let Some((agency, counter)) = parts else {
            let (kind, id, suggestion) = (Kind::Counter, entry.counter, None);
            let problem = Problem::UnknownReference { kind, id, suggestion };
            reader.findings.error(&file.name, at.item(index).key("counter"), problem);
            continue;
        };
        entries.push(LedgerEntry {
            code: entry.code.0,
            agency,
            counter,
            since: entry.since.0,
            retired: entry.retired.map(|date| date.0),
            successor: entry.successor.map(|code| code.0),
        });
    }
    Ledger { entries }
}

/// An id that a file or folder name gives.
pub(super) fn slug_of_name(reader: &mut Reader, file: &ContentFile, name: &str) -> Option<Slug> {
    let slug = Slug::parse(name).ok();
    if slug.is_none() {
        let problem = Problem::FileName { wanted: Shape::Slug, found: name.to_owned() };
        reader.findings.file_error(&file.name, problem);
    }
    slug
}
