//! A table of files in time as filing systems export it: commas, semicolons or tabs, Vietnamese or English names of
//! columns in any order, names or ids of agencies and fields.

use super::performance::{Placed, Spot, Written, tell};
use super::results::Known;
use crate::content::findings::Findings;
use crate::content::keys::nearest;
use crate::diagnostic::{Kind, Problem};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::results::{FileCounts, PerformanceRow};
use crate::text::{Date, Slug, TableCell, fold, separator, table_cells};

/// The columns, each with the names that it goes by, without marks.
const COLUMNS: [(&str, &[&str]); 9] = [
    ("agency", &["agency", "don vi", "co quan", "ma don vi", "ten don vi"]),
    ("field", &["field", "linh vuc", "ma linh vuc"]),
    ("received", &["received", "tiep nhan", "tong tiep nhan", "tong so", "so ho so tiep nhan"]),
    ("early", &["early", "truoc han", "som han", "giai quyet truoc han"]),
    ("on_time", &["on_time", "on time", "dung han", "giai quyet dung han"]),
    ("late", &["late", "qua han", "tre han", "giai quyet qua han"]),
    ("in_progress", &["in_progress", "in progress", "dang giai quyet", "dang xu ly"]),
    ("overdue", &["overdue", "dang giai quyet qua han", "dang xu ly qua han"]),
    ("day", &["day", "date", "month", "period", "ngay", "thang", "ky", "ky bao cao"]),
];

/// Columns that a table can do without.
const OPTIONAL: [&str; 3] = ["field", "overdue", "day"];

/// What a table says; none where its columns are not known.
pub(super) fn read(
    file: &str,
    text: &str,
    period: ReportingPeriod,
    known: &Known<'_>,
    findings: &mut Findings,
) -> Option<Written> {
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let Some((first, head)) = lines.next() else {
        findings.file_error(file, Problem::EmptyFile);
        return None;
    };
    let separator = separator(head);
    let names: Vec<String> =
        table_cells(head, separator).into_iter().map(|cell| cell.text).collect();
    let place = |column: &str| {
        let (_, called) = COLUMNS.iter().find(|(known, _)| *known == column)?;
        names.iter().position(|name| called.contains(&fold(name.trim()).as_str()))
    };
    let missing: Vec<String> = COLUMNS
        .iter()
        .filter(|(column, _)| !OPTIONAL.contains(column) && place(column).is_none())
        .map(|(column, _)| (*column).to_owned())
        .collect();
    if !missing.is_empty() {
        let problem = Problem::MissingColumns { missing, found: names };
        tell(file, &Spot::Cell(first, 1), problem, findings);
        return None;
    }
    let mut table = Table { file, period, known, findings };
    let mut written = Written { source: None, rows: Vec::new(), totals: Vec::new() };
    for (number, line) in lines {
        let row = table_cells(line, separator);
        let cell = |column: &str| place(column).and_then(|at| row.get(at));
        let mut counts = FileCounts::default();
        let mut sound = true;
        for (column, into) in [
            ("received", &mut counts.received),
            ("early", &mut counts.early),
            ("on_time", &mut counts.on_time),
            ("late", &mut counts.late),
            ("in_progress", &mut counts.in_progress),
            ("overdue", &mut counts.overdue),
        ] {
            if place(column).is_none() {
                continue;
            }
            match table.count(number, column, cell(column)) {
                Some(number) => *into = number,
                None => sound = false,
            }
        }
        if let Some(cell) = cell("day") {
            sound &= table.day(number, cell);
        }
        let agency = cell("agency").map(|cell| cell.text.trim()).unwrap_or_default();
        let field = cell("field").map(|cell| cell.text.trim()).unwrap_or_default();
        let at = |column| Spot::Cell(number, cell(column).map_or(1, |cell| cell.column));
        let spot = Spot::Cell(number, 1);
        if is_total(agency) {
            if sound {
                written.totals.push(Placed { spot, value: (None, counts) });
            }
            continue;
        }
        let agency = table.agency(&at("agency"), agency);
        if is_total(field) {
            if let (Some(agency), true) = (agency, sound) {
                written.totals.push(Placed { spot, value: (Some(agency), counts) });
            }
            continue;
        }
        let (field, field_known) = match field {
            "" => (None, true),
            field => {
                let found = table.field(&at("field"), field);
                let known = found.is_some();
                (found, known)
            }
        };
        if let (Some(agency), true) = (agency, sound && field_known) {
            let value = PerformanceRow { agency, field, counts };
            written.rows.push(Placed { spot, value });
        }
    }
    Some(written)
}

/// Whether a row is one of totals.
fn is_total(name: &str) -> bool {
    matches!(fold(name).as_str(), "tong" | "tong cong" | "tong so" | "cong" | "total" | "tat ca")
}

struct Table<'a> {
    file: &'a str,
    period: ReportingPeriod,
    known: &'a Known<'a>,
    findings: &'a mut Findings,
}

impl Table<'_> {
    fn count(&mut self, line: u32, column: &str, cell: Option<&TableCell>) -> Option<u64> {
        let text = cell.map(|cell| cell.text.trim()).unwrap_or_default();
        let number = whole(text);
        if number.is_none() {
            let (column, found) = (column.to_owned(), text.to_owned());
            let spot = Spot::Cell(line, cell.map_or(1, |cell| cell.column));
            tell(self.file, &spot, Problem::NotACount { column, found }, self.findings);
        }
        number
    }

    /// Whether a day or month lies in the period.
    fn day(&mut self, line: u32, cell: &TableCell) -> bool {
        let text = cell.text.trim();
        let within = text.is_empty()
            || Date::as_written(text).is_some_and(|day| self.period.holds(day))
            || period_of(text).is_some_and(|period| self.period.covers(period));
        if !within {
            let (period, found) = (self.period.to_string(), text.to_owned());
            let problem = Problem::NotADayOf { period, found };
            tell(self.file, &Spot::Cell(line, cell.column), problem, self.findings);
        }
        within
    }

    fn agency(&mut self, spot: &Spot, name: &str) -> Option<Slug> {
        let agencies = &self.known.publication.agencies;
        let folded = fold(name);
        let called = agencies.iter().find(|one| {
            one.id.as_str() == name
                || fold(one.name.original()) == folded
                || fold(one.short_name.original()) == folded
        });
        if called.is_none() {
            let ids = agencies.iter().flat_map(|one| [one.id.as_str(), one.name.original()]);
            let (id, suggestion) = (name.to_owned(), nearest(name, ids));
            let problem = Problem::UnknownReference { kind: Kind::Agency, id, suggestion };
            tell(self.file, spot, problem, self.findings);
        }
        called.map(|one| one.id.clone())
    }

    fn field(&mut self, spot: &Spot, name: &str) -> Option<Slug> {
        let fields = &self.known.publication.fields;
        let folded = fold(name);
        let called = fields
            .iter()
            .find(|one| one.id.as_str() == name || fold(one.name.original()) == folded);
        if called.is_none() {
            let ids = fields.iter().flat_map(|one| [one.id.as_str(), one.name.original()]);
            let (id, suggestion) = (name.to_owned(), nearest(name, ids));
            let problem = Problem::UnknownReference { kind: Kind::Field, id, suggestion };
            tell(self.file, spot, problem, self.findings);
        }
        called.map(|one| one.id.clone())
    }
}

/// A number of files: digits, perhaps with a point or space between thousands. A comma could be either, so it is
/// refused.
fn whole(text: &str) -> Option<u64> {
    let mut groups = text.split(['.', '\u{a0}', ' ']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|sign| sign.is_ascii_digit());
    let grouped = rest.iter().all(|group| group.len() == 3 && digits(group))
        && (rest.is_empty() || first.len() <= 3);
    if digits(first) && grouped { (first.to_owned() + &rest.concat()).parse().ok() } else { None }
}

/// `10/2026`, `2026-10`, `2026-q4`, `2026`.
fn period_of(text: &str) -> Option<ReportingPeriod> {
    let turned = text.split_once('/').map(|(month, year)| format!("{year}-{month:0>2}"));
    ReportingPeriod::parse(turned.as_deref().unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_months_come_in_two_styles() {
        for (text, number) in [("0", 0), ("1234", 1234), ("1.234", 1234), ("12 345", 12_345)] {
            assert_eq!(whole(text), Some(number), "{text}");
        }
        for odd in ["", "12,5", "1,234", "1.23", "-1", "1.2345", "1234.567", "x", "12%"] {
            assert_eq!(whole(odd), None, "{odd}");
        }
        let month = ReportingPeriod::parse("2026-09");
        assert_eq!((period_of("9/2026"), period_of("2026-09")), (month, month));
    }
}
