//! `performance/<period>.yaml`, or the same as a table, `performance/<period>.csv`, as a filing system exports it.

use std::collections::BTreeMap;

use super::results::Known;
use super::{Reader, performance_table};
use crate::content::findings::{Finding, Findings};
use crate::content::keys::{At, nearest};
use crate::content::shape::PerformanceFile;
use crate::content::tree::{ContentFile, FileKind};
use crate::diagnostic::{Kind, Problem, Severity, Shape};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::results::{FileCounts, Performance, PerformanceRow};
use crate::text::{Slug, Text};

/// The files of a period.
pub(super) fn performance(
    reader: &mut Reader,
    file: &ContentFile,
    known: &Known<'_>,
) -> Option<Performance> {
    let FileKind::Performance { stem, table } = &file.kind else { return None };
    let Some(named) = ReportingPeriod::parse(stem) else {
        let problem = Problem::FileName { wanted: Shape::Period, found: stem.clone() };
        reader.findings.file_error(&file.name, problem);
        return None;
    };
    let read = if *table {
        let text = reader.text(&file.path, &file.name)?;
        performance_table::read(&file.name, &text, named, known, &mut reader.findings)?
    } else {
        of_yaml(reader, file, named, known)?
    };
    let told = reader.findings.list.iter().any(|one| one.file == file.name);
    // Of rows that could not be read nothing is known, so neither is the sum.
    let read = if told { Written { totals: Vec::new(), ..read } } else { read };
    sums(&file.name, &read, &mut reader.findings);
    let rows = read.rows.into_iter().map(|row| row.value).collect();
    Some(Performance { period: named, source: read.source, rows })
}

/// Where something stands: a key path, or a line and column of a table.
#[derive(Clone)]
pub(super) enum Spot {
    Path(String),
    Cell(u32, u32),
}

/// A row and where it stands.
pub(super) struct Placed<T> {
    pub spot: Spot,
    pub value: T,
}

/// What a file says.
pub(super) struct Written {
    pub source: Option<Text>,
    pub rows: Vec<Placed<PerformanceRow>>,
    /// Totals as reported, of an agency or of all.
    pub totals: Vec<Placed<(Option<Slug>, FileCounts)>>,
}

/// An error at a spot.
pub(super) fn tell(file: &str, spot: &Spot, problem: Problem, findings: &mut Findings) {
    let (path, position) = match spot {
        Spot::Path(path) => (path.clone(), None),
        Spot::Cell(line, column) => (String::new(), Some((*line, *column))),
    };
    let (file, severity) = (file.to_owned(), Severity::Error);
    findings.list.push(Finding { file, path, position, severity, problem });
}

fn of_yaml(
    reader: &mut Reader,
    file: &ContentFile,
    named: ReportingPeriod,
    known: &Known<'_>,
) -> Option<Written> {
    let shape = reader.shape::<PerformanceFile>(file)?;
    let root = At::ROOT;
    if shape.period.0 != named {
        let (named, written) = (named.to_string(), shape.period.0.to_string());
        let problem = Problem::NamedOtherwise { named, written };
        reader.findings.error(&file.name, root.key("period"), problem);
    }
    let at_rows = root.key("rows");
    let mut rows = Vec::new();
    for (index, row) in shape.rows.into_iter().enumerate() {
        let at = at_rows.item(index);
        known.agency(reader, &file.name, at.key("agency"), &row.agency.0);
        let fields = &known.publication.fields;
        if let Some(field) = &row.field
            && !fields.is_empty()
            && known.publication.field(field.0.as_str()).is_none()
        {
            let id = field.0.to_string();
            let suggestion = nearest(&id, fields.iter().map(|field| field.id.as_str()));
            let problem = Problem::UnknownReference { kind: Kind::Field, id, suggestion };
            reader.findings.error(&file.name, at.key("field"), problem);
        }
        let counts = FileCounts {
            received: row.received,
            early: row.early,
            on_time: row.on_time,
            late: row.late,
            in_progress: row.in_progress,
            overdue: row.overdue,
        };
        let (agency, field) = (row.agency.0, row.field.map(|field| field.0));
        let value = PerformanceRow { agency, field, counts };
        rows.push(Placed { spot: Spot::Path(at.to_string()), value });
    }
    let at_totals = root.key("totals");
    let totals = shape.totals.into_iter().enumerate().map(|(index, total)| {
        let counts = FileCounts {
            received: total.received,
            early: total.early,
            on_time: total.on_time,
            late: total.late,
            in_progress: total.in_progress,
            overdue: total.overdue,
        };
        let spot = Spot::Path(at_totals.item(index).to_string());
        Placed { spot, value: (total.agency.map(|agency| agency.0), counts) }
    });
    Some(Written { source: shape.source.map(Text::new), rows, totals: totals.collect() })
}

/// Rows against themselves, rows against each other, totals against rows.
fn sums(file: &str, written: &Written, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for row in &written.rows {
        let PerformanceRow { agency, field, counts } = &row.value;
        let parts = counts.returned() + counts.in_progress;
        if parts != counts.received {
            let (of, total) = ("received".to_owned(), counts.received);
            tell(file, &row.spot, Problem::PartsDisagree { of, parts, total }, findings);
        }
        if counts.overdue > counts.in_progress {
            let (of, total) = ("overdue".to_owned(), counts.in_progress);
            let problem = Problem::PartsDisagree { of, parts: counts.overdue, total };
            tell(file, &row.spot, problem, findings);
        }
        // A row of all fields beside rows of single ones would count files twice.
        let split = seen.entry(agency).or_insert_with(Vec::new);
        if split.contains(&field)
            || (!split.is_empty() && (field.is_none() || split.contains(&&None)))
        {
            let field = field.as_ref().map(|field| format!(" {field}")).unwrap_or_default();
            let problem =
                Problem::DuplicateId { kind: Kind::Field, id: format!("{agency}{field}") };
            tell(file, &row.spot, problem, findings);
        }
        split.push(field);
    }
    for total in &written.totals {
        let (agency, counts) = &total.value;
        let mut all = FileCounts::default();
        let own = written.rows.iter().map(|row| &row.value);
        own.filter(|row| agency.as_ref().is_none_or(|id| row.agency == *id))
            .for_each(|row| all.add(&row.counts));
        for (of, parts, total_of) in [
            ("received", all.received, counts.received),
            ("early", all.early, counts.early),
            ("on_time", all.on_time, counts.on_time),
            ("late", all.late, counts.late),
            ("in_progress", all.in_progress, counts.in_progress),
        ] {
            if parts != total_of {
                let of = of.to_owned();
                let problem = Problem::PartsDisagree { of, parts, total: total_of };
                tell(file, &total.spot, problem, findings);
            }
        }
    }
}
