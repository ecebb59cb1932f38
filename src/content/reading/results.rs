//! `bulletins/`, `official/`, `performance/`, `dialogues/`: all that is published back. Read after agencies, counters
//! and surveys, whose names and words it uses.

use super::files::Files;
use super::words_check::{WordsCheck, unique};
use super::{Reader, apologies, bulletin, performance, words_by_file};
use crate::content::keys::{At, nearest};
use crate::content::reading::site::slug_of_name;
use crate::content::shape::{DialogueFile, DialogueWords, OfficialFile, OfficialWords};
use crate::content::translation::Words;
use crate::content::tree::{ContentFile, FileKind};
use crate::diagnostic::{Kind, Problem};
use crate::publication::Publication;
use crate::publication::results::{
    Dialogue, DialogueQuestion, OfficialIndex, OfficialMethod, OfficialTarget, OfficialYear,
    Results,
};
use crate::text::{Date, Language, Slug, Text};

/// Everything that is published back. `publication` holds all but this.
pub(super) fn results(
    reader: &mut Reader,
    files: &Files,
    publication: &Publication,
    agencies: &std::collections::BTreeSet<String>,
    today: Date,
) -> Results {
    let known = Known { publication, agencies, today };
    let mut results = Results::default();
    for (file, words) in files.pick(|kind| matches!(kind, FileKind::Bulletin(_))) {
        let FileKind::Bulletin(stem) = &file.kind else { continue };
        if let Some(one) = bulletin::bulletin(reader, file, stem, &words, &known) {
            let signed = one.signature.is_some();
            if signed { results.bulletins.push(one) } else { results.drafts.push(one) }
        }
    }
    for (file, words) in files.pick(|kind| matches!(kind, FileKind::Official(_))) {
        let FileKind::Official(id) = &file.kind else { continue };
        results.official.extend(sound(reader, file, |reader| official(reader, file, id, &words)));
    }
    for (file, _) in files.pick(|kind| matches!(kind, FileKind::Performance { .. })) {
        let read = sound(reader, file, |reader| performance::performance(reader, file, &known));
        results.performance.extend(read);
    }
    for (file, words) in files.pick(|kind| matches!(kind, FileKind::Dialogue(_))) {
        let FileKind::Dialogue(id) = &file.kind else { continue };
        let read = sound(reader, file, |reader| dialogue(reader, file, id, &words, &known));
        results.dialogues.extend(read);
    }
    for (file, _) in files.pick(|kind| matches!(kind, FileKind::Apologies(_))) {
        let FileKind::Apologies(stem) = &file.kind else { continue };
        let read = apologies::register(reader, file, stem, &known);
        results.apologies.extend(read.filter(|one| one.signature.is_some()));
    }
    results
        .apologies
        .sort_by(|one, other| (one.period, &one.agency).cmp(&(other.period, &other.agency)));
    results.bulletins.sort_by(|one, other| {
        (one.period, &one.agency, one.drawn_on).cmp(&(other.period, &other.agency, other.drawn_on))
    });
    results.performance.sort_by_key(|one| one.period);
    results.dialogues.sort_by(|one, other| (one.date, &one.id).cmp(&(other.date, &other.id)));
    results
}

/// What was read, unless it has an error: even a site that is published although something is broken shows no
/// figures that are not sound.
pub(super) fn sound<T>(
    reader: &mut Reader,
    file: &ContentFile,
    read: impl FnOnce(&mut Reader) -> Option<T>,
) -> Option<T> {
    let before = reader.findings.list.len();
    let read = read(reader);
    let told = &reader.findings.list[before..];
    let broken = told
        .iter()
        .any(|one| one.file == file.name && one.severity == crate::diagnostic::Severity::Error);
    read.filter(|_| !broken)
}

/// What the rest of the content says.
pub(super) struct Known<'a> {
    pub publication: &'a Publication,
    /// Agencies that there are files for, whether or not they could be read.
    pub agencies: &'a std::collections::BTreeSet<String>,
    pub today: Date,
}

impl Known<'_> {
    /// Tells of an agency that there is not.
    pub(super) fn agency(&self, reader: &mut Reader, file: &str, at: At<'_>, id: &Slug) {
        if !self.agencies.contains(id.as_str()) {
            let suggestion = nearest(id.as_str(), self.agencies.iter().map(String::as_str));
            let problem =
                Problem::UnknownReference { kind: Kind::Agency, id: id.to_string(), suggestion };
            reader.findings.error(file, at, problem);
        }
    }
}

fn official(
    reader: &mut Reader,
    file: &ContentFile,
    id: &str,
    words_files: &[&ContentFile],
) -> Option<OfficialIndex> {
    let id = slug_of_name(reader, file, id)?;
    let shape = reader.shape::<OfficialFile>(file)?;
    let each: Vec<(Language, OfficialWords)> = reader.words(words_files);
    let root = At::ROOT;
    let targets: Vec<&str> = shape.targets.iter().map(|one| one.id.0.as_str()).collect();
    let methods: Vec<&str> = shape.methods.iter().map(|one| one.id.0.as_str()).collect();
    let all_factors = shape.years.iter().flat_map(|year| &year.factors);
    let factors: Vec<&str> = all_factors.map(|one| one.id.0.as_str()).collect();
    let years: Vec<String> = shape.years.iter().map(|one| one.year.to_string()).collect();
    let year_ids: Vec<&str> = years.iter().map(String::as_str).collect();
    for (words, file) in words_by_file(&each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.map(root.key("targets"), Kind::Target, &words.targets, &targets);
        check.map(root.key("methods"), Kind::Method, &words.methods, &methods);
        check.map(root.key("factors"), Kind::Factor, &words.factors, &factors);
        check.map(root.key("samples"), Kind::ResultUnit, &words.samples, &year_ids);
    }
    let findings = &mut reader.findings;
    unique(&file.name, root.key("targets"), Kind::Target, &targets, findings);
    unique(&file.name, root.key("methods"), Kind::Method, &methods, findings);
    let at_years = root.key("years");
    for (index, year) in shape.years.iter().enumerate() {
        let at = at_years.item(index);
        let method = year.method.0.as_str();
        if !methods.contains(&method) {
            let suggestion = nearest(method, methods.iter().copied());
            let problem =
                Problem::UnknownReference { kind: Kind::Method, id: method.into(), suggestion };
            findings.error(&file.name, at.key("method"), problem);
        }
        if shape.years[..index].iter().any(|earlier| earlier.year == year.year) {
            let problem = Problem::DuplicateId { kind: Kind::ResultUnit, id: years[index].clone() };
            findings.error(&file.name, at.key("year"), problem);
        }
        if year.rank.is_some() != year.of.is_some() || year.rank > year.of {
            let key = if year.of.is_none() { "of" } else { "rank" };
            findings.error(&file.name, at, Problem::MissingKey { key: key.to_owned() });
        }
    }
    let words = Words::new(&each);
    let target_words = words.inner(|words| &words.targets);
    let method_words = words.inner(|words| &words.methods);
    let factor_words = words.inner(|words| &words.factors);
    let sample_words = words.inner(|words| &words.samples);
    let mut years: Vec<OfficialYear> = shape
        .years
        .into_iter()
        .map(|year| OfficialYear {
            value: year.value.0,
            rank: year.rank.zip(year.of),
            national: year.national.map(|value| value.0),
            factors: year
                .factors
                .into_iter()
                .map(|one| (factor_words.of(one.id.0.as_str()).whole(one.name), one.value.0))
                .collect(),
            sample: year.sample.map(|text| sample_words.of(&year.year.to_string()).whole(text)),
            method: year.method.0,
            source: Text::new(year.source),
            year: year.year,
        })
        .collect();
    years.sort_by_key(|year| year.year);
    Some(OfficialIndex {
        id,
        name: words.text(shape.name, |words| words.name.as_ref()),
        area: words.text(shape.area, |words| words.area.as_ref()),
        publisher: words.text(shape.publisher, |words| words.publisher.as_ref()),
        about: words.text_of(shape.about, |words| words.about.as_ref()),
        targets: shape
            .targets
            .into_iter()
            .map(|one| OfficialTarget {
                value: one.value.0,
                text: target_words.of(one.id.0.as_str()).whole(one.text),
                citation: one.citation.map(Text::new),
            })
            .collect(),
        methods: shape
            .methods
            .into_iter()
            .map(|one| OfficialMethod {
                name: method_words.of(one.id.0.as_str()).whole(one.name),
                id: one.id.0,
            })
            .collect(),
        years,
    })
}

fn dialogue(
    reader: &mut Reader,
    file: &ContentFile,
    id: &str,
    words_files: &[&ContentFile],
    known: &Known<'_>,
) -> Option<Dialogue> {
    let id = slug_of_name(reader, file, id)?;
    let shape = reader.shape::<DialogueFile>(file)?;
    let each: Vec<(Language, DialogueWords)> = reader.words(words_files);
    let root = At::ROOT;
    let questions: Vec<&str> = shape.questions.iter().map(|one| one.id.0.as_str()).collect();
    for (words, file) in words_by_file(&each, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.map(root.key("questions"), Kind::Question, &words.questions, &questions);
    }
    let at = root.key("questions");
    unique(&file.name, at, Kind::Question, &questions, &mut reader.findings);
    known.agency(reader, &file.name, root.key("agency"), &shape.agency.0);
    let words = Words::new(&each);
    let question_words = words.inner(|words| &words.questions);
    Some(Dialogue {
        id,
        date: shape.date.0,
        hour: shape.hour.map(|hour| hour.0),
        agency: shape.agency.0,
        place: words.text(shape.place, |words| words.place.as_ref()),
        topic: words.text(shape.topic, |words| words.topic.as_ref()),
        chair: words.text_of(shape.chair, |words| words.chair.as_ref()),
        questions: shape
            .questions
            .into_iter()
            .map(|one| {
                let words = question_words.of(one.id.0.as_str());
                DialogueQuestion {
                    ask: words.text(one.ask, |words| words.ask.as_ref()),
                    answer: words.text_of(one.answer, |words| words.answer.as_ref()),
                    answered_by: words.text_of(one.answered_by, |words| words.answered_by.as_ref()),
                    answered_on: one.answered_on.map(|day| day.0),
                    id: one.id.0,
                }
            })
            .collect(),
    })
}
