//! Messages in English.

use super::letter::Said;
use super::{Names, Told};
use crate::diagnostic::Tongue;
use crate::feedback::alert::{Digest, Facts, MatterTally};

const TONGUE: Tongue = Tongue::English;

/// A message in words.
pub(super) fn say(told: &Told, names: &Names<'_>) -> Said {
    let agency = names.agency(&told.agency, TONGUE);
    let counter = |counter| names.counter(&told.agency, counter, TONGUE);
    let (subject, mut lines) = match &told.facts {
        Facts::New(new) => {
            let total = new.brought.total() + new.reopened + new.held;
            let mut lines = vec![format!("{agency} has received:")];
            lines.extend(by_kind(new.brought));
            some(&mut lines, new.reopened, "reopened by whoever brought it");
            some(
                &mut lines,
                new.held,
                "that seem to come from a program; look before working on them",
            );
            (format!("{agency}: {total} new"), lines)
        }
        Facts::Due { until, due } => {
            let mut lines = vec![format!("{agency} has work that is due by {until}:")];
            lines.extend(by_kind(*due));
            (format!("{agency}: {} due soon", due.total()), lines)
        }
        Facts::Overdue { newly, all } => {
            let mut lines = vec![format!("{agency} has work that has just become overdue:")];
            lines.extend(by_kind(*newly));
            lines.push(format!("Overdue in all: {}.", all.total()));
            (format!("{agency}: {} newly overdue", newly.total()), lines)
        }
        Facts::Silent { counter: id, silence } => {
            let name = counter(id);
            let lines = vec![
                format!("{name} ({agency}) had no rating for {} working days in a row.", silence.days),
                format!(
                    "Before, there was one on {} of {} working days; by chance such a counter is silent for so long \
                     less than once in a thousand.",
                    silence.rated, silence.before
                ),
                "Please see whether the printed code is still there and can be scanned, and whether devices are on."
                    .into(),
            ];
            (format!("{name}: no ratings any more"), lines)
        }
        Facts::Falling { counter: id, fall } => {
            let name = counter(id);
            let (now, before) = (fall.now, fall.before);
            let lines = vec![
                format!("The share of satisfied answers at {name} ({agency}) fell:"),
                format!("- last 10 working days: {} % of {} answers", now.percent(), now.n),
                format!("- 60 working days before: {} % of {} answers", before.percent(), before.n),
                "This is more than chance explains. It does not say why: who came, which procedures were in season, \
                 and how people were asked may have changed."
                    .into(),
            ];
            (format!("{name}: fewer are satisfied"), lines)
        }
        Facts::Burst { counters } => {
            let total: u64 = counters.iter().map(|(_, n)| n).sum();
            let mut lines = vec![format!(
                "{agency}: {total} ratings came faster than a counter can serve and lie in quarantine:"
            )];
            lines.extend(counters.iter().map(|(id, n)| format!("- {}: {n}", counter(id))));
            (format!("{agency}: a burst of {total} ratings"), lines)
        }
        Facts::Daily(one) => (format!("{agency}: digest of {}", one.until), digest(&agency, one)),
        Facts::Weekly(one) => {
            (format!("{agency}: digest of the week until {}", one.until), digest(&agency, one))
        }
        Facts::Test => {
            let line = "This is a test. If you read it, alerts arrive here.";
            ("test message".into(), vec![line.into()])
        }
    };
    lines.push(String::new());
    lines.push(format!("The desk: {}", names.desk(TONGUE)));
    lines.push(String::new());
    if told.may_be_repeated {
        lines.push(
            "Note: it is not known whether an earlier try arrived, so you may have this message already."
                .into(),
        );
    }
    lines.push(
        "Sent automatically, with numbers only and nothing that citizens wrote. No reply is needed; to stop, tell \
         the administrator."
            .into(),
    );
    Said { subject, lines }
}

fn digest(agency: &str, digest: &Digest) -> Vec<String> {
    let (from, until) = (digest.from, digest.until);
    let days = if from == until { format!("On {from}") } else { format!("From {from} to {until}") };
    let mut lines = vec![format!("{agency}. {days} received:")];
    let brought = by_kind(digest.brought);
    if brought.is_empty() {
        lines.push("- no petitions and no reports".into());
    }
    lines.extend(brought);
    lines.push(match digest.held {
        0 => format!("- ratings: {}", digest.ratings),
        held => format!("- ratings: {}, and {held} in quarantine", digest.ratings),
    });
    lines.push(format!(
        "Now: {} open, of which {} overdue and {} due soon.",
        digest.open.total(),
        digest.overdue.total(),
        digest.due.total()
    ));
    lines
}

fn by_kind(tally: MatterTally) -> Vec<String> {
    let mut lines = Vec::new();
    some(&mut lines, tally.petitions, "petitions");
    some(&mut lines, tally.reports, "reports of what was asked for beyond the list");
    some(&mut lines, tally.page_errors, "pages said to be wrong");
    lines
}

fn some(lines: &mut Vec<String>, n: u64, of: &str) {
    if n > 0 {
        lines.push(format!("- {n} {of}"));
    }
}
