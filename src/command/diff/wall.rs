//! `diff --sheet MARK`: whether a sheet on a wall is current, of what it is, and since when it is stale.

use std::fmt::Write as _;

use std::collections::BTreeSet;

use anyhow::bail;

use super::sheet_words::sheet_kind;
use crate::catalogue::PrintedSheet;
use crate::command::flags::Common;
use crate::command::print::arguments::Languages;
use crate::command::print::marks::sheets_of;
use crate::diagnostic::Tongue;
use crate::print::{Sheet, SheetKind};
use crate::publication::Publication;
use crate::text::{Date, Language};

/// How many earlier and later editions of sheets are searched for a mark that is not current.
const DAYS: usize = 12;

/// What is known of a mark.
pub(super) struct Verdict {
    /// In words, for the person before the wall.
    pub(super) words: String,
    /// Whether the sheet may stay.
    pub(super) current: bool,
}

/// Looks a mark up among the sheets of today, in the log of what was printed, and among those of other days.
pub(super) fn verdict(
    common: &Common,
    publication: &Publication,
    mark: &str,
    day: Date,
) -> anyhow::Result<Verdict> {
    let mark = mark.trim().to_uppercase();
    let tongue = common.lang;
    let mut found = Vec::new();
    for language in variants(publication) {
        let sheets = sheets_of(common, publication, day, language, None)?;
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.mark.as_str() == mark) {
            return Ok(Verdict { words: current(sheet, tongue), current: true });
        }
        found.push((language, sheets));
    }
    let logged = publication.printed.iter().rev().find(|one| *one.mark == *mark);
    let (other, held) = other_day(common, publication, &mark, day)?;
    let of = match (&other, logged) {
        (Some(sheet), _) => (sheet.kind, sheet.agency.as_str(), sheet.subject.as_deref()),
        (None, Some(sheet)) => match SheetKind::of_name(&sheet.sheet) {
            Some(kind) => (kind, sheet.agency.as_str(), sheet.subject.as_deref()),
            None => bail!(unknown(&mark, tongue)),
        },
        (None, None) => bail!(unknown(&mark, tongue)),
    };
    let is_same =
        |sheet: &&Sheet| (sheet.kind, sheet.agency.as_str(), sheet.subject.as_deref()) == of;
    let now = found.iter().find_map(|(_, sheets)| sheets.iter().find(is_same));
    let words = stale(&mark, of, now, logged, held, tongue);
    Ok(Verdict { words, current: false })
}

/// The languages that sheets of a site are printed in.
fn variants(publication: &Publication) -> Vec<Languages> {
    let languages = publication.site.languages.iter().copied().take(2);
    let mut all: Vec<_> = languages.map(Languages::One).collect();
    if all.len() > 1 {
        all.push(Languages::Both);
    }
    if all.is_empty() {
        all.push(Languages::One(Language::VI));
    }
    all
}

/// When a sheet of another day held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// To the day before this one.
    Until(Date),
    /// From this day on.
    From(Date),
    /// Not known from the editions.
    Unknown,
}

/// The sheet with this mark on another day on which editions switch: an earlier edition, or one to come.
fn other_day(
    common: &Common,
    publication: &Publication,
    mark: &str,
    day: Date,
) -> anyhow::Result<(Option<Sheet>, Held)> {
    let mut switches = BTreeSet::new();
    for head in &publication.editions {
        if publication.editions_of(&head.code).count() > 1 {
            switches.extend(head.from);
        }
        switches.extend(head.to.map(|last| last.plus_days(1)));
    }
    let earlier = switches.range(..=day).rev().take(DAYS).map(|switch| switch.plus_days(-1));
    let later = switches.range(day..).filter(|switch| **switch > day).take(DAYS).copied();
    let days: Vec<Date> = earlier.chain(later).collect();
    for other in days {
        for language in variants(publication) {
            let sheets = sheets_of(common, publication, other, language, None)?;
            if let Some(sheet) = sheets.into_iter().find(|sheet| sheet.mark.as_str() == mark) {
                let held =
                    if other > day { Held::From(other) } else { Held::Until(other.plus_days(1)) };
                return Ok((Some(sheet), held));
            }
        }
    }
    Ok((None, Held::Unknown))
}

fn current(sheet: &Sheet, tongue: Tongue) -> String {
    let of = place(sheet.agency.as_str(), sheet.subject.as_deref());
    let (kind, mark) = (sheet_kind(sheet.kind, tongue), sheet.mark);
    match tongue {
        Tongue::Vietnamese => format!("{mark}: còn dùng được – {kind} {of} ({}).", sheet.title),
        Tongue::English => format!("{mark}: current – {kind} {of} ({}).", sheet.title),
    }
}

fn stale(
    mark: &str,
    (kind, agency, subject): (SheetKind, &str, Option<&str>),
    now: Option<&Sheet>,
    logged: Option<&PrintedSheet>,
    held: Held,
    tongue: Tongue,
) -> String {
    let (kind, of) = (sheet_kind(kind, tongue), place(agency, subject));
    let vietnamese = tongue == Tongue::Vietnamese;
    let mut said = match (held, vietnamese) {
        (Held::Until(day), true) => format!("{mark}: ĐÃ CŨ từ {}", day.vietnamese()),
        (Held::Until(day), false) => format!("{mark}: STALE since {day}"),
        (Held::From(day), true) => {
            format!("{mark}: CHƯA đến ngày treo, dùng từ {}", day.vietnamese())
        }
        (Held::From(day), false) => format!("{mark}: NOT YET to hang, holds from {day}"),
        (Held::Unknown, true) => format!("{mark}: ĐÃ CŨ"),
        (Held::Unknown, false) => format!("{mark}: STALE"),
    };
    let _ = write!(said, " – {kind} {of}");
    if let Some(logged) = logged {
        let printed = if vietnamese {
            format!(", in ngày {}", logged.on.vietnamese())
        } else {
            format!(", printed on {}", logged.on)
        };
        said.push_str(&printed);
    }
    let current = match (now, vietnamese) {
        (Some(now), true) => format!(". Tờ đang dùng mang dấu {}.", now.mark),
        (Some(now), false) => format!(". The current sheet has the mark {}.", now.mark),
        (None, true) => ". Hiện không còn tờ này, xin gỡ xuống.".to_owned(),
        (None, false) => ". There is no such sheet now; take it down.".to_owned(),
    };
    said + &current
}

fn place(agency: &str, subject: Option<&str>) -> String {
    subject.map_or_else(|| agency.to_owned(), |subject| format!("{agency}/{subject}"))
}

fn unknown(mark: &str, tongue: Tongue) -> String {
    match tongue {
        Tongue::Vietnamese => format!(
            "không tờ nào mang dấu `{mark}`: không phải tờ hiện hành, không có trong printed-sheets.yaml, cũng không phải bản theo ngày khác; coi như đã cũ"
        ),
        Tongue::English => format!(
            "no sheet has the mark `{mark}`: none of today, none in printed-sheets.yaml, none of another day; take it for stale"
        ),
    }
}
