//! Editions in time: which are in force, whether they follow each other without gap or overlap.

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::reading::Sources;
use crate::diagnostic::Problem;
use crate::publication::{EditionIndex, Publication};
use crate::text::Date;

/// Checks the editions of every procedure.
pub(super) fn check(
    publication: &Publication,
    sources: &Sources,
    today: Date,
    findings: &mut Findings,
) {
    let editions = &publication.editions;
    let mut start = 0;
    while start < editions.len() {
        let code = &editions[start].code;
        let own = editions[start..].iter().take_while(|edition| edition.code == *code);
        let count = own.count();
        follow_each_other(publication, sources, start..start + count, findings);
        let standing = publication.standing(EditionIndex(start), today);
        if standing.in_force.is_none() {
            not_in_force(publication, sources, start + count - 1, today, findings);
        }
        start += count;
    }
}

fn follow_each_other(
    publication: &Publication,
    sources: &Sources,
    range: std::ops::Range<usize>,
    findings: &mut Findings,
) {
    let root = At::ROOT;
    beside_each_other(publication, sources, range.clone(), findings);
    for at in range.clone().skip(1) {
        let (before, after) = (&publication.editions[at - 1], &publication.editions[at]);
        let (Some(ends), Some(next_begins)) = (before.to, after.from) else { continue };
        let code = before.code.to_string();
        let file = &sources.edition_files[at - 1];
        if before.from.is_some_and(|from| ends < from) {
            // Said below: its own dates are the mistake.
        } else if ends >= next_begins {
            let problem = Problem::EditionsOverlap { code, ends, next_begins };
            findings.error(file, root.key("effective_to"), problem);
        } else if ends.plus_days(1) < next_begins {
            let problem = Problem::EditionGap { code, ends, next_begins };
            findings.error(file, root.key("effective_to"), problem);
        }
    }
    for at in range {
        let edition = &publication.editions[at];
        if let (Some(from), Some(to)) = (edition.from, edition.to)
            && to < from
        {
            let problem = Problem::EndsBeforeBegins { from, to };
            findings.error(&sources.edition_files[at], root.key("effective_to"), problem);
        }
    }
}

/// Two on one day, one before the first, one in the folder of another field.
fn beside_each_other(
    publication: &Publication,
    sources: &Sources,
    range: std::ops::Range<usize>,
    findings: &mut Findings,
) {
    let editions = &publication.editions[range.clone()];
    let files = &sources.edition_files[range];
    let first = editions.iter().find(|edition| !edition.dated).and_then(|edition| edition.from);
    for (at, edition) in editions.iter().enumerate().filter(|(_, edition)| edition.dated) {
        let code = edition.code.to_string();
        if let (Some(dated), Some(first)) = (edition.from, first)
            && dated < first
        {
            let problem = Problem::EditionBeforeFirst { code, dated, first };
            findings.file_error(&files[at], problem);
        } else if let Some(day) = edition.from.filter(|day| first == Some(*day)) {
            let other = editions.iter().position(|edition| !edition.dated).unwrap_or_default();
            let other = files[other].clone();
            findings.file_error(&files[at], Problem::EditionsSameDay { code, day, other });
        }
        if edition.field != editions[0].field {
            let (code, other) = (edition.code.to_string(), files[0].clone());
            findings.file_error(&files[at], Problem::EditionInOtherField { code, other });
        }
    }
}

fn not_in_force(
    publication: &Publication,
    sources: &Sources,
    last: usize,
    today: Date,
    findings: &mut Findings,
) {
    let edition = &publication.editions[last];
    let (file, code) = (&sources.edition_files[last], edition.code.to_string());
    let root = At::ROOT;
    if let Some(begins) = edition.from.filter(|from| *from > today) {
        let problem = Problem::NotYetInForce { code, begins };
        findings.warning(file, root.key("effective_from"), problem);
    } else if let Some(ended) = edition.to {
        findings.warning(file, root.key("effective_to"), Problem::Expired { code, ended });
    }
}
