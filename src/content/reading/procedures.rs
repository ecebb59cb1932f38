//! All procedures: files grouped by edition, read by all cores, bodies packed as they come.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::Reader;
use super::abolished::AbolishedNames;
use super::left_out::{Cause, LeftOut};
use super::procedure::{WrittenEdition, procedure};
use super::references::Known;
use crate::catalogue::law::RequiredPart;
use crate::catalogue::procedure::{
    Channel, Edition, EditionMark, Procedure, ProcedureCode, outline,
};
use crate::content::cache::{Extent, Pack, Record};
use crate::content::file_stamp::{Moment, stamp};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{ProcedureFile, ProcedureWords};
use crate::content::source::read_text;
use crate::content::tree::{ContentFile, FileKind};
use crate::diagnostic::{Problem, Severity};
use crate::release::Mark;
use crate::text::{Date, Language, Slug, Text};

/// How many editions a worker reads before it hands in their bodies.
const SHARE: usize = 64;

/// What every procedure is read with.
pub(super) struct Setting<'s> {
    pub required: &'s [RequiredPart],
    pub abolished: &'s AbolishedNames,
    pub known: &'s Known,
    pub today: Date,
    pub keep_going: bool,
    /// Hash of all of the above that can change what is found.
    pub digest: [u8; 16],
    /// When the reading began, by the clock of the file system.
    pub began: Option<Moment>,
}

/// The files of one edition.
#[derive(Default)]
struct Group<'f> {
    field: &'f str,
    facts: Option<&'f ContentFile>,
    words: Vec<&'f ContentFile>,
    guidance: Option<&'f ContentFile>,
    guidance_words: Vec<&'f ContentFile>,
}

/// Everything that was read, in order of code and date.
pub(super) struct ReadProcedures {
    pub records: Vec<Record>,
    pub findings: Findings,
    /// Editions that could not be read.
    pub left_out: Vec<LeftOut>,
}

/// Reads all procedures into the pack.
pub(super) fn read_all(
    files: &[ContentFile],
    setting: &Setting<'_>,
    pack: &Pack,
    cached: Vec<Record>,
) -> ReadProcedures {
    let mut findings = Findings::default();
    let groups = group(files, &mut findings);
    let groups: Vec<_> = groups.into_iter().collect();
    let cached: HashMap<String, Record> =
        cached.into_iter().map(|record| (record.file.clone(), record)).collect();
    let shares: Vec<Share> = groups
        .par_chunks(SHARE)
        .map(|groups| {
            let mut share = Share::default();
            for ((code, from), group) in groups {
                share.read(code, *from, group, setting, &cached);
            }
            share.hand_in(pack);
            share
        })
        .collect();
    let (records, left_out) = (Vec::with_capacity(groups.len()), Vec::new());
    let mut read = ReadProcedures { records, findings, left_out };
    for share in shares {
        read.records.extend(share.records);
        read.findings.absorb(share.reader.findings);
        read.left_out.extend(share.left_out);
    }
    read.records.sort_by(|one, other| {
        (&one.edition.code, one.edition.from).cmp(&(&other.edition.code, other.edition.from))
    });
    read
}

type Key = (String, Option<Date>);

fn group<'f>(files: &'f [ContentFile], findings: &mut Findings) -> BTreeMap<Key, Group<'f>> {
    let mut groups: BTreeMap<Key, Group<'f>> = BTreeMap::new();
    for file in files {
        let FileKind::Procedure { field, code, from, guidance } = &file.kind else { continue };
        let group = groups.entry((code.clone(), *from)).or_default();
        match (guidance, file.language) {
            (false, None) => {
                if let Some(other) = group.facts {
                    let (code, other) = (code.clone(), other.name.clone());
                    findings.file_error(&file.name, Problem::DuplicateProcedure { code, other });
                    continue;
                }
                group.field = field;
                group.facts = Some(file);
            }
            (false, Some(_)) => group.words.push(file),
            (true, None) => group.guidance = Some(file),
            (true, Some(_)) => group.guidance_words.push(file),
        }
    }
    groups.retain(|_, group| {
        if group.facts.is_none() {
            let strays = group.words.iter().chain(group.guidance.iter());
            for stray in strays.chain(&group.guidance_words) {
                let original = original_of(&stray.name);
                findings.file_error(&stray.name, Problem::WordsWithoutFile { original });
            }
        }
        group.facts.is_some()
    });
    groups
}

fn original_of(name: &str) -> String {
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".md")).unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, tag)| {
        if Language::parse(tag).is_ok() { stem } else { name.trim_end_matches(".md") }
    });
    format!("{stem}.yaml")
}

/// What one worker read.
#[derive(Default)]
struct Share {
    reader: Reader,
    records: Vec<Record>,
    bytes: Vec<u8>,
    /// Records whose offsets still count from the start of `bytes`.
    fresh: Vec<usize>,
    left_out: Vec<LeftOut>,
    buffers: Vec<Vec<u8>>,
}

impl Share {
    fn hand_in(&mut self, pack: &Pack) {
        if self.fresh.is_empty() {
            return;
        }
        match pack.append(&self.bytes) {
            Ok(base) => {
                for at in &self.fresh {
                    self.records[*at].extent.offset += base;
                }
            }
            Err(error) => {
                let problem = Problem::Unreadable { reason: error.to_string() };
                self.reader.findings.file_error("(cache)", problem);
            }
        }
        self.bytes = Vec::new();
        self.buffers = Vec::new();
    }

    fn read(
        &mut self,
        code: &str,
        from: Option<Date>,
        group: &Group<'_>,
        setting: &Setting<'_>,
        cached: &HashMap<String, Record>,
    ) {
        let Some(facts) = group.facts else { return };
        let known = cached.get(&facts.name);
        let found_before = self.reader.findings.list.len();
        let record = self.read_group(code, from, group, facts, setting, known);
        self.reader.settle();
        let found = &self.reader.findings.list[found_before..];
        let broken = found.iter().any(|found| found.severity == Severity::Error);
        let cause = Cause::first(found, &facts.name);
        match record {
            Some(record) if !broken => self.records.push(record),
            _ => {
                // What was fresh for this edition must not be moved with the rest.
                self.fresh.retain(|at| *at < self.records.len());
                let last_good = known.filter(|_| setting.keep_going).cloned();
                let (code, stands_in) = (code.to_owned(), last_good.is_some());
                self.left_out.push(LeftOut { code, from, stands_in, cause });
                self.records.extend(last_good);
            }
        }
    }

    fn read_group(
        &mut self,
        code: &str,
        from: Option<Date>,
        group: &Group<'_>,
        facts: &ContentFile,
        setting: &Setting<'_>,
        known: Option<&Record>,
    ) -> Option<Record> {
        let files: Vec<&ContentFile> = std::iter::once(facts)
            .chain(group.words.iter().copied())
            .chain(group.guidance)
            .chain(group.guidance_words.iter().copied())
            .collect();
        // Before they are read: what changes meanwhile has another stamp the next time.
        let stamp = stamp(&files, setting.began);
        if let (Some(known), Some((stamp, _))) = (known, stamp)
            && known.stamp == Some(stamp)
            && is_current(known, &key_of(known.edition.mark, setting.digest), setting)
        {
            return Some(known.clone());
        }
        let mut buffers = std::mem::take(&mut self.buffers);
        buffers.resize_with(files.len().max(buffers.len()), Vec::new);
        let mut texts = Vec::with_capacity(files.len());
        for (file, buffer) in files.iter().zip(&mut buffers) {
            match read_text(&file.path, buffer) {
                Ok(text) => texts.push(text),
                Err(problem) => self.reader.findings.file_error(&file.name, problem),
            }
        }
        let record = (texts.len() == files.len())
            .then(|| self.read_texts(code, from, group, &files, &texts, setting, known))
            .flatten();
        drop(texts);
        self.buffers = buffers;
        let rested = stamp.filter(|(_, rested)| *rested).map(|(stamp, _)| stamp);
        record.map(|record| Record { stamp: rested, ..record })
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one edition, passed on once")]
    fn read_texts(
        &mut self,
        code: &str,
        from: Option<Date>,
        group: &Group<'_>,
        files: &[&ContentFile],
        texts: &[Cow<'_, str>],
        setting: &Setting<'_>,
        known: Option<&Record>,
    ) -> Option<Record> {
        let mark = mark_of(files, texts);
        let key = key_of(mark, setting.digest);
        if let Some(record) = known.filter(|record| is_current(record, &key, setting)) {
            return Some(record.clone());
        }
        let found_before = self.reader.findings.list.len();
        let facts = files[0];
        let shape = self.reader.shape_of_text::<ProcedureFile>(facts, &texts[0]);
        let words_end = 1 + group.words.len();
        let mut words: Vec<(Language, ProcedureWords)> = Vec::new();
        let mut words_files = Vec::new();
        for (file, text) in files[1..words_end].iter().zip(&texts[1..words_end]) {
            if let (Some(language), Some(shape)) =
                (file.language, self.reader.shape_of_text(file, text))
            {
                words.push((language, shape));
                words_files.push(file.name.as_str());
            }
        }
        let shape = shape?;
        let guidance = guidance(&files[words_end..], &texts[words_end..], group.guidance.is_some());
        let starts = self.starts(facts, from, &shape);
        let to = shape.effective_to.as_ref().map(|date| date.0);
        if shape.decision.is_none() {
            let problem = Problem::NoDecision { code: code.to_owned() };
            self.reader.findings.error(&facts.name, At::ROOT.key("decision"), problem);
        }
        let written = WrittenEdition {
            file: &facts.name,
            shape,
            words: &words,
            words_files: &words_files,
            guidance,
        };
        let body = procedure(written, setting.required, &mut self.reader.findings);
        let refs =
            setting.known.check(&facts.name, &body, setting.today, &mut self.reader.findings);
        let abolished = setting.abolished.find(&facts.name, &texts[0]);
        self.reader.findings.list.extend(abolished);
        for (file, text) in files[words_end..].iter().zip(&texts[words_end..]) {
            let found = setting.abolished.find_in_prose(&file.name, text);
            self.reader.findings.list.extend(found);
        }
        let clean = self.reader.findings.list.len() == found_before;
        let edition = head(code, group.field, (starts, to, from.is_some()), mark, &body)?;
        let extent = self.pack(&body)?;
        Some(Record {
            key,
            stamp: None,
            file: facts.name.clone(),
            edition,
            acts: refs.acts,
            forms: refs.forms,
            recheck_from: refs.fees_end,
            clean,
            extent,
        })
    }

    /// The day an edition takes force: said by the file name, or by the first edition itself.
    fn starts(
        &mut self,
        file: &ContentFile,
        from: Option<Date>,
        shape: &ProcedureFile,
    ) -> Option<Date> {
        let written = shape.effective_from.as_ref().map(|date| date.0);
        if let (Some(_), Some(written)) = (from, written) {
            let problem = Problem::FromInDatedEdition { found: written };
            self.reader.findings.error(&file.name, At::ROOT.key("effective_from"), problem);
        }
        from.or(written)
    }

    fn pack(&mut self, body: &Procedure) -> Option<Extent> {
        let offset = self.bytes.len();
        let bytes = std::mem::take(&mut self.bytes);
        self.bytes = postcard::to_extend(body, bytes).ok()?;
        self.fresh.push(self.records.len());
        let length = u32::try_from(self.bytes.len() - offset).ok()?;
        Some(Extent { offset: offset as u64, length })
    }
}

fn is_current(record: &Record, key: &[u8; 16], setting: &Setting<'_>) -> bool {
    record.clean
        && record.key == *key
        && record.recheck_from.is_none_or(|from| setting.today < from)
        && setting.known.has(&record.acts, &record.forms)
}

fn mark_of(files: &[&ContentFile], texts: &[Cow<'_, str>]) -> EditionMark {
    let mut hasher = blake3::Hasher::new();
    for (file, text) in files.iter().zip(texts) {
        // Language and length set the parts apart, so that no text can pose as two.
        hasher.update(
            file.language.map(|language| language.tag().to_owned()).unwrap_or_default().as_bytes(),
        );
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    EditionMark(Mark::from_hash(&hasher.finalize()).0)
}

fn key_of(mark: EditionMark, digest: [u8; 16]) -> [u8; 16] {
    let mut key = mark.0;
    for (part, other) in key.iter_mut().zip(digest) {
        *part ^= other;
    }
    key
}

fn guidance(files: &[&ContentFile], texts: &[Cow<'_, str>], has_original: bool) -> Option<Text> {
    if !has_original {
        return None;
    }
    let mut guidance = Text::new(texts[0].trim());
    for (file, text) in files[1..].iter().zip(&texts[1..]) {
        if let Some(language) = file.language {
            guidance.translate(language, text.trim());
        }
    }
    Some(guidance)
}

fn head(
    code: &str,
    field: &str,
    (from, to, dated): (Option<Date>, Option<Date>, bool),
    mark: EditionMark,
    body: &Procedure,
) -> Option<Edition> {
    Some(Edition {
        code: ProcedureCode::parse(code).ok()?,
        field: Slug::parse(field).ok()?,
        from,
        to,
        dated,
        mark,
        name: body.display_name().clone(),
        official: body.short_name.as_ref().map(|_| body.name.clone()),
        aliases: body.aliases.clone(),
        level: body.level.clone(),
        channels: body.channels.iter().map(Channel::outline).collect(),
        apart: outline(body),
    })
}
