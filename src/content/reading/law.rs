//! `law/`: acts, required parts, abolished terms, the calendar.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::words_check::WordsCheck;
use super::{Reader, words_by_file};
use crate::catalogue::law::{AbolishedTerm, Act, Calendar, DayOff, MakeUpWorkday, RequiredPart};
use crate::content::keys::At;
use crate::content::shape::{AbolishedFile, ActsFile, ActsWords, CalendarFile, RequiredPartsFile};
use crate::content::tree::ContentFile;
use crate::diagnostic::{Kind, Problem};
use crate::text::{Date, Language, Text};

/// All acts of several files, in order of number. A province cites thousands, so the files are read
/// side by side.
pub(super) fn all_acts(
    reader: &mut Reader,
    files: &[(&ContentFile, Vec<&ContentFile>)],
) -> Vec<Act> {
    let strict = reader.strict;
    let read: Vec<(Vec<Act>, Reader)> = files
        .par_iter()
        .map(|(file, words)| {
            let mut reader = Reader::new(strict);
            let acts = acts(&mut reader, file, words);
            reader.settle();
            (acts, reader)
        })
        .collect();
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for ((acts, other), (file, _)) in read.into_iter().zip(files) {
        reader.findings.absorb(other.findings);
        for (index, act) in acts.into_iter().enumerate() {
            if known.insert(act.number.clone()) {
                all.push(act);
            } else {
                let root = At::ROOT;
                let problem = Problem::DuplicateId { kind: Kind::Act, id: act.number.into() };
                let at = root.key("acts");
                reader.findings.error(&file.name, at.item(index).key("id"), problem);
            }
        }
    }
    all.sort_by(|one, other| one.number.cmp(&other.number));
    all
}

/// The acts of one file, as written.
fn acts(reader: &mut Reader, file: &ContentFile, words_files: &[&ContentFile]) -> Vec<Act> {
    let Some(shape) = reader.shape::<ActsFile>(file) else { return Vec::new() };
    let words: Vec<(Language, ActsWords)> = reader.words(words_files);
    let ids: Vec<&str> = shape.acts.iter().map(|act| act.id.as_str()).collect();
    let root = At::ROOT;
    for (words, file) in words_by_file(&words, words_files) {
        let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
        check.map(root.key("acts"), Kind::Act, &words.acts, &ids);
    }
    let acts = shape.acts.into_iter().map(|act| {
        let title = act.title.map(|title| {
            let mut title = Text::new(title);
            for (language, words) in &words {
                if let Some(words) = words.acts.get(&act.id) {
                    title.translate(*language, words.as_str());
                }
            }
            title
        });
        Act {
            number: act.id.into(),
            title,
            issuer: act.issuer.map(Text::new),
            issued: act.issued.map(|date| date.0),
            from: act.from.map(|date| date.0),
            to: act.to.map(|date| date.0),
        }
    });
    acts.collect()
}

/// The parts required on a day.
pub(super) fn required(reader: &mut Reader, file: &ContentFile, day: Date) -> Vec<RequiredPart> {
    let Some(shape) = reader.shape::<RequiredPartsFile>(file) else { return Vec::new() };
    let citation = shape.citation;
    let parts = shape.parts.into_iter().map(|part| RequiredPart {
        part: part.part.0,
        requirement: part.stated.0,
        citation: citation.clone(),
        from: part.from.map(|date| date.0),
        to: part.to.map(|date| date.0),
    });
    let in_force = |part: &RequiredPart| {
        part.from.is_none_or(|from| from <= day) && part.to.is_none_or(|to| day < to)
    };
    parts.filter(in_force).collect()
}

/// The terms abolished by a day.
pub(super) fn abolished(reader: &mut Reader, file: &ContentFile, day: Date) -> Vec<AbolishedTerm> {
    let Some(shape) = reader.shape::<AbolishedFile>(file) else { return Vec::new() };
    let terms = shape.terms.into_iter().map(|term| AbolishedTerm {
        id: term.id,
        kind: term.kind.0,
        words: term.words,
        since: term.since.0,
        act: term.act,
        instead: term.instead,
    });
    terms.filter(|term| term.since <= day).collect()
}

/// Adds one year to the calendar.
pub(super) fn calendar(reader: &mut Reader, file: &ContentFile, into: &mut Calendar) {
    let Some(shape) = reader.shape::<CalendarFile>(file) else { return };
    if let Some(weekend) = shape.weekend {
        into.weekend = weekend.into_iter().map(|day| day.0 as u8).collect();
    }
    into.days_off.extend(shape.days_off.into_iter().map(|off| DayOff {
        date: off.date.0,
        name: Text::new(off.name),
        kind: off.kind.0,
        certainty: off.status.0,
    }));
    into.make_up.extend(shape.make_up_workdays.into_iter().map(|made_up| MakeUpWorkday {
        date: made_up.date.0,
        instead_of: made_up.instead_of.map(|date| date.0),
    }));
    into.days_off.sort_by_key(|off| off.date);
    into.make_up.sort_by_key(|made_up| made_up.date);
}
