//! What the register of an agency shows: what is owed by month, files that ask for an apology, and the entries.

use super::asked::Asked;
use super::way::Way;
use crate::feedback::apology::{Failing, LateFile, Owed};
use crate::store::{OverdueTotal, StoredApology};
use crate::text::{Date, Slug, in_vietnam};
use crate::theme::context::{ApologyLine, LateFileLine, OwedLine};

/// Months on the page.
const MONTHS: usize = 12;

/// Days before the due day from which a file that is under way asks for a look.
const SOON: i32 = 3;

/// What is owed by month of the due day: what was keyed in, else what the list of late files says.
pub(super) fn months(
    asked: Asked<'_>,
    register: &[StoredApology],
    files: &[LateFile],
    totals: &[OverdueTotal],
) -> Vec<OwedLine> {
    let words = asked.words();
    let (today, _) = in_vietnam(asked.visit.now);
    let late: Vec<u32> = files
        .iter()
        .filter(|file| file.is_late(today))
        .map(|file| month_number(file.due))
        .collect();
    let signed: Vec<u32> = register
        .iter()
        .filter(|stored| stored.signed.is_some() && stored.apology.failing == Failing::Late)
        .filter_map(|stored| stored.apology.due.map(month_number))
        .collect();
    let mut months: Vec<u32> = totals.iter().map(|total| total.month).collect();
    months.extend(late.iter().chain(&signed));
    months.sort_unstable_by(|one, other| other.cmp(one));
    months.dedup();
    months.truncate(MONTHS);
    let count = |all: &[u32], month| all.iter().filter(|one| **one == month).count() as u64;
    let line = |month| {
        let keyed = totals.iter().find(|total| total.month == month);
        let from_list = count(&late, month);
        let overdue = keyed.map_or(from_list, |total| total.overdue.into());
        let owed = Owed { overdue, apologised: count(&signed, month) };
        let source = match (keyed, from_list) {
            (Some(total), _) => words.fill("desk_owed_keyed", &[("account", &total.account)]),
            (None, 0) => words.get("desk_owed_unknown").to_owned(),
            (None, _) => words.get("desk_owed_listed").to_owned(),
        };
        OwedLine {
            month: format!("{:02}/{}", month % 100, month / 100),
            overdue: owed.overdue.to_string(),
            apologised: owed.apologised.to_string(),
            left: owed.left().to_string(),
            source,
            odd: owed.disagrees()
                || keyed.is_some_and(|total| u64::from(total.overdue) < from_list),
        }
    };
    months.into_iter().map(line).collect()
}

/// Late files that nobody has apologised for, then those that are due soon.
pub(super) fn flagged(
    asked: Asked<'_>,
    agency: &Slug,
    register: &[StoredApology],
    files: &[LateFile],
    may_draft: bool,
) -> Vec<LateFileLine> {
    let words = asked.words();
    let (today, _) = in_vietnam(asked.visit.now);
    let rule = &asked.visit.posted.desk.site.apology_rule;
    let has_apology = |file: &LateFile| {
        register
            .iter()
            .any(|stored| stored.apology.file == file.file && stored.apology.due == Some(file.due))
    };
    let soon = today.plus_days(SOON + i32::from(rule.days_before));
    let asks = |file: &&LateFile| {
        let waits = file.returned.is_none() && file.due <= soon;
        (file.is_late(today) || waits) && !has_apology(file)
    };
    let line = |file: &LateFile| {
        let (due, late) = (words.date(file.due), file.is_late(today));
        let latest = words.date(rule.latest(file.due));
        let said = if late {
            words.fill("desk_file_late", &[("day", &due)])
        } else {
            words.fill("desk_file_soon", &[("day", &due), ("latest", &latest)])
        };
        let way = asked.href(&Way::Apologies { agency: agency.clone() });
        let code = file.procedure.as_ref().map(|code| format!("&thu-tuc={code}"));
        let masked = file.file.as_str().replace('•', "*");
        let (due, code) = (file.due, code.unwrap_or_default());
        LateFileLine {
            file: file.file.to_string(),
            procedure: file.procedure.as_ref().map(ToString::to_string).unwrap_or_default(),
            said,
            late,
            draft: if may_draft {
                format!("{way}?ho-so={masked}&han={due}{code}")
            } else {
                String::new()
            },
        }
    };
    let mut lines: Vec<_> = files.iter().filter(asks).map(line).collect();
    lines.sort_by_key(|line| !line.late);
    lines.truncate(100);
    lines
}

/// An entry of the register.
pub(super) fn line(asked: Asked<'_>, stored: &StoredApology) -> ApologyLine {
    let words = asked.words();
    let apology = &stored.apology;
    let day = |key, day: Option<Date>| day.map(|day| words.fill(key, &[("day", &words.date(day))]));
    let days = [day("desk_due", apology.due), day("desk_apology_then", apology.new_due)];
    let state = stored.signed.as_ref().map(|signed| {
        let day = words.date(in_vietnam(signed.at).0);
        words.fill("desk_apology_signed", &[("name", &signed.name), ("day", &day)])
    });
    ApologyLine {
        href: asked.href(&Way::Apology { agency: apology.agency.clone(), id: stored.id }),
        file: apology.file.to_string(),
        failing: words.get(&format!("failing_{}", apology.failing.word())).to_owned(),
        days: days.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        draft: state.is_none(),
        state: state.unwrap_or_default(),
    }
}

/// The month of a day as a number that reads like one: 202611.
pub(super) fn month_number(day: Date) -> u32 {
    let written = day.to_string();
    let digits: String = written[..7].chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}
