//! Records in the shape of the national portal, a JSON object a line → [`ImportedProcedure`]s.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::imported::{
    ImportedAct, ImportedBodies, ImportedCase, ImportedChannel, ImportedFee, ImportedLimit,
    ImportedPaper, ImportedProcedure, ImportedResult, Source,
};
use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::text::nfc;

/// The longest line that is taken for a record, in bytes; the longest real one has 150,000.
const LONGEST: usize = 4 * 1024 * 1024;

/// A value that a source writes as a number or as a text.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
struct Cell(Option<Value>);

impl Cell {
    fn text(&self) -> Option<String> {
        match self.0.as_ref()? {
            Value::String(text) => said(Some(text)),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    code: Cell,
    #[serde(default)]
    name: Cell,
    #[serde(default)]
    decision_no: Cell,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    kind: Cell,
    #[serde(default)]
    field: Cell,
    #[serde(default)]
    applicants: Vec<String>,
    #[serde(default)]
    issuing_ministry: Cell,
    #[serde(default)]
    implementing_agencies: Vec<String>,
    #[serde(default)]
    implementing_agency_text: Cell,
    #[serde(default)]
    competent_authority: Cell,
    #[serde(default)]
    receiving_address: Cell,
    #[serde(default)]
    delegated_authority: Cell,
    #[serde(default)]
    coordinating_agency: Cell,
    #[serde(default)]
    steps: Cell,
    #[serde(default)]
    methods: Vec<Method>,
    documents: Option<Vec<Group>>,
    #[serde(default)]
    conditions: Cell,
    #[serde(default)]
    results: Vec<Outcome>,
    #[serde(default)]
    keywords: Cell,
    #[serde(default)]
    legal_refs: Vec<String>,
    #[serde(default)]
    legal_basis: Vec<Basis>,
    #[serde(default)]
    source: Option<Value>,
}

#[derive(Deserialize)]
struct Method {
    #[serde(default)]
    channel: Cell,
    #[serde(default)]
    duration: Cell,
    #[serde(default)]
    unit: Cell,
    #[serde(default)]
    duration_text: Cell,
    #[serde(default)]
    fees: Vec<FeeCell>,
    #[serde(default)]
    note: Cell,
}

#[derive(Deserialize)]
struct FeeCell {
    #[serde(default)]
    text: Cell,
    #[serde(default)]
    kind: Cell,
    #[serde(default)]
    amount: Cell,
    #[serde(default)]
    currency: Cell,
    #[serde(default)]
    note: Cell,
}

#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    case: Cell,
    #[serde(default)]
    items: Vec<Row>,
    #[serde(default)]
    tail: Cell,
}

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    name: Cell,
    #[serde(default)]
    originals: Cell,
    #[serde(default)]
    copies: Cell,
    #[serde(default)]
    form_file: Cell,
}

#[derive(Deserialize)]
struct Outcome {
    #[serde(default)]
    name: Cell,
    #[serde(default)]
    code: Cell,
}

#[derive(Deserialize)]
struct Basis {
    #[serde(default)]
    no: Cell,
    #[serde(default)]
    title: Cell,
    #[serde(default)]
    date: Cell,
    #[serde(default)]
    issuer: Cell,
}

/// The records of a text, a JSON object a line (or one list of objects). Lines that are none are told and passed over.
pub fn portal_records(file: &str, text: &str, report: &mut Report) -> Vec<ImportedProcedure> {
    let mut records = Vec::new();
    let mut seen = BTreeSet::new();
    let whole = text.trim_start_matches('\u{feff}');
    let mut take = |line: usize, read: Result<Record, String>| {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let mut tell = |problem| {
            let place = Place { file: file.to_owned(), line, ..Place::default() };
            report.diagnostics.push(Diagnostic::error(place, problem));
        };
        let source = Source { file: file.to_owned(), line };
        match read.and_then(|record| imported(record, source)) {
            Err(reason) => tell(Problem::RecordUnread { reason }),
            Ok(record) if !seen.insert(record.code.clone()) => {
                tell(Problem::RecordTwice { code: record.code });
            }
            Ok(record) => records.push(record),
        }
    };
    if whole.trim_start().starts_with('[') {
        match serde_json::from_str::<Vec<Value>>(whole) {
            Ok(list) => list.into_iter().enumerate().for_each(|(at, one)| {
                take(at + 1, serde_json::from_value(one).map_err(|error| error.to_string()));
            }),
            Err(error) => take(error.line(), Err(error.to_string())),
        }
        return records;
    }
    for (at, line) in whole.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let read = if line.len() > LONGEST {
            Err(format!("{} > {LONGEST} byte", line.len()))
        } else {
            serde_json::from_str(line).map_err(|error| error.to_string())
        };
        take(at + 1, read);
    }
    records
}

/// A text without signs that no page can show, in normal form, or nothing.
fn said(text: Option<&str>) -> Option<String> {
    let text = text?.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let text: String = text
        .chars()
        .map(|sign| if sign == '\t' { ' ' } else { sign })
        .filter(|sign| *sign == '\n' || !(sign.is_control() || *sign == '\u{feff}'))
        .collect();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let text = lines.join("\n");
    let text = text.trim();
    (!text.is_empty()).then(|| nfc(text).into_owned())
}

fn all(list: &[String]) -> Vec<String> {
    list.iter().filter_map(|one| said(Some(one))).collect()
}

fn imported(record: Record, source: Source) -> Result<ImportedProcedure, String> {
    let code = record.code.text().ok_or("code?")?;
    crate::catalogue::procedure::ProcedureCode::parse(&code)
        .map_err(|error| format!("{code}: {error}"))?;
    let name = record.name.text().ok_or_else(|| format!("{code}: name?"))?;
    let mut left_over = Vec::new();
    let origin = record.source.as_ref().and_then(|one| one.get("url").or_else(|| one.get("file")));
    let origin = origin.and_then(Value::as_str).map(str::to_owned);
    let agencies = all(&record.implementing_agencies).join("; ");
    let agencies = said(Some(&agencies));
    let handles = record.implementing_agency_text.text();
    let also = handles.is_some().then(|| agencies.clone()).flatten();
    for (heading, words) in [
        ("Nguồn", origin),
        ("Cơ quan ban hành", record.issuing_ministry.text()),
        ("Cơ quan thực hiện (danh mục)", also),
        ("Địa chỉ tiếp nhận hồ sơ", record.receiving_address.text()),
        ("Từ khóa", record.keywords.text()),
    ] {
        left_over.extend(words.map(|words| (heading.to_owned(), words)));
    }
    let mut acts: Vec<ImportedAct> = Vec::new();
    for number in all(&record.legal_refs) {
        acts.push(ImportedAct { number, ..ImportedAct::default() });
    }
    for basis in &record.legal_basis {
        let (number, title) = (basis.no.text(), basis.title.text());
        let Some(number) = number.or_else(|| title.clone()) else { continue };
        let (day, issuer) = (basis.date.text(), basis.issuer.text());
        acts.push(ImportedAct { number, title, issued: day, issuer });
    }
    Ok(ImportedProcedure {
        source,
        code,
        name,
        field: record.field.text(),
        levels: all(&record.levels),
        kind: record.kind.text(),
        applicants: all(&record.applicants),
        bodies: ImportedBodies {
            decides: record.competent_authority.text(),
            handles: handles.or(agencies),
            coordinates: record.coordinating_agency.text(),
            delegated: record.delegated_authority.text(),
        },
        steps: record.steps.text(),
        channels: record.methods.iter().map(channel).collect(),
        cases: record.documents.map(|groups| groups.iter().map(case).collect()),
        conditions: record.conditions.text(),
        results: record.results.iter().filter_map(result).collect(),
        acts,
        decision: record.decision_no.text(),
        left_over,
    })
}

fn channel(method: &Method) -> ImportedChannel {
    let fee = |cell: &FeeCell| {
        let (amount, currency) = (cell.amount.text(), cell.currency.text());
        let amount = amount.map(|amount| format!("{amount} {}", currency.unwrap_or_default()));
        let text = cell.text.text().or_else(|| amount.clone())?;
        Some(ImportedFee { text, kind: cell.kind.text(), amount, note: cell.note.text() })
    };
    ImportedChannel {
        kind: method.channel.text().unwrap_or_default(),
        limit: ImportedLimit {
            number: method.duration.text(),
            unit: method.unit.text(),
            words: method.duration_text.text(),
        },
        fees: method.fees.iter().filter_map(fee).collect(),
        note: method.note.text(),
    }
}

fn case(group: &Group) -> ImportedCase {
    let paper = |row: &Row| {
        let (originals, copies) = (row.originals.text(), row.copies.text());
        let form = row.form_file.text();
        let name = row.name.text().or_else(|| form.clone())?;
        Some(ImportedPaper { name, originals, copies, form })
    };
    let papers = group.items.iter().filter_map(paper).collect();
    ImportedCase { heading: group.case.text(), papers, rest: group.tail.text() }
}

fn result(outcome: &Outcome) -> Option<ImportedResult> {
    let code = outcome.code.text();
    let name = outcome.name.text().or_else(|| code.clone())?;
    Some(ImportedResult { name, code })
}
