//! `apologies/<period>@<agency>.yaml`: read, and held to what may be published of an apology.

use super::Reader;
use super::results::{Known, sound};
use super::signed::Signed;
use crate::content::keys::At;
use crate::content::shape::{ApologiesFile, ApologyShape};
use crate::content::tree::ContentFile;
use crate::diagnostic::Problem;
use crate::feedback::apology::{Failing, MaskedFile, check_reason};
use crate::publication::results::{ApologyRegister, Bulletin, PublishedApology};

/// A register; none if nothing of it may be shown.
pub(super) fn register(
    reader: &mut Reader,
    file: &ContentFile,
    stem: &str,
    known: &Known<'_>,
) -> Option<ApologyRegister> {
    sound(reader, file, |reader| {
        let text = reader.text(&file.path, &file.name)?;
        let shape = reader.shape_of_text::<ApologiesFile>(file, &text)?;
        let root = At::ROOT;
        let written = Bulletin::stem(shape.period.0, Some(&shape.agency.0));
        if written != stem {
            let problem = Problem::NamedOtherwise { named: stem.to_owned(), written };
            reader.findings.error(&file.name, root.key("period"), problem);
        }
        known.agency(reader, &file.name, root.key("agency"), &shape.agency.0);
        let signed = Signed {
            by: shape.signed_by.as_deref(),
            on: shape.signed_on.as_ref().map(|on| on.0),
            hash: shape.content_hash.as_deref(),
        };
        let unsigned = Problem::ApologiesNotSigned { agency: shape.agency.0.to_string() };
        let changed = |signed_by| Problem::ApologiesChanged { signed_by };
        let signature = signed.read(reader, file, &text, changed, unsigned);
        let at = root.key("entries");
        let mut entries: Vec<PublishedApology> = Vec::with_capacity(shape.entries.len());
        for (index, entry) in shape.entries.into_iter().enumerate() {
            let Some(entry) = self::entry(reader, &file.name, at.item(index), entry) else {
                continue;
            };
            let twice = |one: &PublishedApology| one.file == entry.file && one.due == entry.due;
            if entries.iter().any(twice) {
                let problem = Problem::ApologyTwice { file: entry.file.to_string() };
                reader.findings.error(&file.name, at.item(index).key("file"), problem);
            }
            if entry.apologised > known.today {
                let day = entry.apologised;
                let problem = Problem::ApologyDays { day };
                reader.findings.error(&file.name, at.item(index).key("apologised"), problem);
            }
            entries.push(entry);
        }
        entries.sort_by_key(|entry| entry.apologised);
        let (period, agency, overdue) = (shape.period.0, shape.agency.0, shape.overdue);
        let register = ApologyRegister { period, agency, overdue, entries, signature };
        if let Some(owed) = register.owed().filter(|owed| owed.disagrees()) {
            let problem =
                Problem::MoreApologies { overdue: owed.overdue, apologised: owed.apologised };
            reader.findings.error(&file.name, root.key("overdue"), problem);
        }
        Some(register)
    })
}

fn entry(
    reader: &mut Reader,
    file: &str,
    at: At<'_>,
    shape: ApologyShape,
) -> Option<PublishedApology> {
    let findings = &mut reader.findings;
    let masked = MaskedFile::parse(&shape.file);
    if masked.is_err() {
        // What stands there may be a whole number, so it is not said again.
        findings.error(file, at.key("file"), Problem::FileNumberReadable);
    }
    if check_reason(&shape.reason).is_err() {
        findings.error(file, at.key("reason"), Problem::ReasonNamesSomebody);
    }
    let (due, new_due) = (shape.due.map(|day| day.0), shape.new_due.map(|day| day.0));
    if due.is_none() && shape.failing.0 == Failing::Late {
        findings.error(file, at, Problem::MissingKey { key: "due".into() });
    }
    if let Some(day) = new_due.filter(|new| due.is_some_and(|due| *new <= due)) {
        findings.error(file, at.key("new_due"), Problem::ApologyDays { day });
    }
    Some(PublishedApology {
        file: masked.ok()?,
        procedure: shape.procedure.map(|code| code.0),
        failing: shape.failing.0,
        reason: shape.reason.trim().into(),
        due,
        new_due,
        apologised: shape.apologised.0,
        signed_by: shape.signed_by.trim().into(),
    })
}
