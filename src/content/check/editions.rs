//! Editions in time: which are in force, whether they follow each other without gap or overlap.

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::reading::Sources;
use crate::diagnostic::Problem;
use crate::publication::Publication;
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
        let count = editions[start..].partition_point(|edition| edition.code == *code);
        follow_each_other(publication, sources, start..start + count, findings);
        let standing = publication.standing(code, today);
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
    for at in range.clone().skip(1) {
        let (before, after) = (&publication.editions[at - 1], &publication.editions[at]);
        let (Some(ends), Some(next_begins)) = (before.to, after.from) else { continue };
        let code = before.code.to_string();
        let file = &sources.edition_files[at - 1];
        if ends >= next_begins {
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
            let code = edition.code.to_string();
            let problem = Problem::EditionsOverlap { code, ends: to, next_begins: from };
            findings.error(&sources.edition_files[at], root.key("effective_to"), problem);
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
