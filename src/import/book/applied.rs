//! A workbook held against the content: each cell that says something else becomes one edit at its place. Rows that are
//! no more in the workbook take nothing away; cells that cannot be read change nothing and are told.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{push, put};
use super::exported::FIELD;
use super::form::Form;
use super::opened::{Cell, Table, Workbook};
use super::plan::{Of, SHEETS, Sheet};
use super::rows::{Row, name_of, rows, value, way};
use super::translated;
use crate::catalogue::procedure::ProcedureCode;
use crate::content::{Edited, Shelf, Way, Written};
use crate::diagnostic::{CellTrouble, Diagnostic, Place, Problem, Report, Severity};
use crate::import::proposal::Proposal;
use crate::text::Slug;

/// What would change if a workbook were written back.
pub fn apply_workbook(file: &str, book: &Workbook, shelf: &Shelf) -> Proposal {
    let mut work = Work {
        file,
        shelf,
        edits: BTreeMap::new(),
        drafts: BTreeMap::new(),
        report: Report::default(),
    };
    let seen: Vec<String> = book.sheets.iter().map(|table| table.name.clone()).collect();
    for sheet in &SHEETS {
        match book.sheets.iter().find(|table| table.name == sheet.name && !table.rows.is_empty()) {
            Some(table) => work.sheet(sheet, table),
            None => work.missing(sheet.name, &seen),
        }
    }
    match book.sheets.iter().find(|table| table.name == translated::SHEET && !table.rows.is_empty())
    {
        Some(table) => work.words(table),
        None => work.missing(translated::SHEET, &seen),
    }
    work.finish()
}

struct Work<'s> {
    file: &'s str,
    shelf: &'s Shelf,
    /// Files that change, by name.
    edits: BTreeMap<String, Edited>,
    /// New procedures: what they are called, and their folder with their keys.
    drafts: BTreeMap<String, (String, Written)>,
    report: Report,
}

impl Work<'_> {
    fn tell(&mut self, severity: Severity, sheet: &str, line: u32, problem: Problem) {
        let place =
            Place {
                file: format!("{} › {sheet}", self.file), line: line + 1, ..Place::default()
            };
        self.report.diagnostics.push(Diagnostic { severity, problem, place });
    }

    fn refuse(&mut self, table: &Table, (line, at): (u32, u32), cell: &Cell, why: CellTrouble) {
        let severity = if why == CellTrouble::Hidden { Severity::Warning } else { Severity::Error };
        let (cell, found) = (address(line, at), cell.text.clone());
        self.tell(severity, &table.name, line, Problem::CellRefused { cell, found, why });
    }

    fn missing(&mut self, sheet: &str, seen: &[String]) {
        let place = Place::file(self.file);
        let problem = Problem::SheetMissing { sheet: sheet.to_owned(), seen: seen.to_vec() };
        self.report.diagnostics.push(Diagnostic::warning(place, problem));
    }

    fn sheet(&mut self, sheet: &Sheet, table: &Table) {
        let Some(columns) = self.columns(sheet, table) else { return };
        let known = rows(sheet, self.shelf);
        let known: BTreeMap<&[String], &Row<'_>> =
            known.iter().map(|row| (row.address.as_slice(), row)).collect();
        let mut done: BTreeSet<Vec<String>> = BTreeSet::new();
        for (&line, cells) in table.rows.iter().skip(1) {
            if table.hidden.contains(&line)
                && let Some((at, cell)) = cells.iter().next()
            {
                self.refuse(table, (line, *at), cell, CellTrouble::Hidden);
            }
            let Some(row_address) = self.address(sheet, table, &columns, line, cells) else {
                continue;
            };
            if !done.insert(row_address.clone()) {
                let code = row_address.join(" › ");
                self.tell(Severity::Error, sheet.name, line, Problem::RecordTwice { code });
                continue;
            }
            match known.get(row_address.as_slice()) {
                Some(row) => self.compare(sheet, table, &columns, (line, cells), row),
                None => self.add(sheet, table, &columns, (line, cells), &row_address),
            }
        }
    }

    /// Where each heading stands; headings that nobody knows are told.
    fn columns(&mut self, sheet: &Sheet, table: &Table) -> Option<Columns> {
        let (&line, heads) = table.rows.iter().next()?;
        let mut columns = Columns::default();
        for (&at, head) in heads {
            let heading = head.text.as_str();
            let is_known = sheet.address.contains(&heading)
                || heading == FIELD
                || sheet.columns.iter().any(|column| column.heading == heading);
            if !is_known || columns.0.insert(heading.to_owned(), at).is_some() {
                self.refuse(table, (line, at), head, CellTrouble::UnknownColumn);
            }
        }
        let lost = sheet.address.iter().find(|heading| !columns.0.contains_key(**heading));
        if let Some(heading) = lost {
            let problem = Problem::MissingColumns {
                missing: vec![(*heading).to_owned()],
                found: heads.values().map(|head| head.text.clone()).collect(),
            };
            self.tell(Severity::Error, sheet.name, line, problem);
            return None;
        }
        Some(columns)
    }

    /// The ids of a row, unless one of them cannot be trusted.
    fn address(
        &mut self,
        sheet: &Sheet,
        table: &Table,
        columns: &Columns,
        line: u32,
        cells: &BTreeMap<u32, Cell>,
    ) -> Option<Vec<String>> {
        let mut ids = Vec::new();
        for (index, heading) in sheet.address.iter().enumerate() {
            let at = *columns.0.get(*heading)?;
            let empty = Cell::default();
            let cell = cells.get(&at).unwrap_or(&empty);
            let is_code = index == 0 && sheet.of == Of::Procedure;
            let (code, _) = cell.text.split_once('@').unwrap_or((&cell.text, ""));
            let sound = if is_code {
                ProcedureCode::parse(code).is_ok()
            } else {
                Slug::parse(&cell.text).is_ok()
            };
            let why = cell.trouble.or_else(|| {
                let as_number = is_code && cell.is_number;
                as_number
                    .then_some(CellTrouble::CodeAsNumber)
                    .or((!sound).then_some(CellTrouble::Refused))
            });
            if let Some(why) = why {
                self.refuse(table, (line, at), cell, why);
                return None;
            }
            ids.push(cell.text.clone());
        }
        Some(ids)
    }

    /// The value of each column of a row that can be read, in the order of the plan.
    fn read(
        &mut self,
        sheet: &Sheet,
        table: &Table,
        columns: &Columns,
        (line, cells): (u32, &BTreeMap<u32, Cell>),
        shown: impl Fn(usize) -> String,
    ) -> Vec<(usize, Option<Written>)> {
        let mut values = Vec::new();
        for (index, column) in sheet.columns.iter().enumerate() {
            let Some(&at) = columns.0.get(column.heading) else { continue };
            let empty = Cell::default();
            let cell = cells.get(&at).unwrap_or(&empty);
            // What was not touched is not read: it may be longer than a cell, or written in another way.
            if same(&cell.text, &shown(index)) {
                continue;
            }
            let is_day = matches!(column.form, Form::Day) && cell.is_number;
            let trouble = cell.trouble.or(is_day.then_some(CellTrouble::DayAsNumber));
            match trouble.map_or_else(|| column.form.read(&cell.text), Err) {
                Ok(value) => values.push((index, value)),
                Err(why) => self.refuse(table, (line, at), cell, why),
            }
        }
        values
    }

    fn compare(
        &mut self,
        sheet: &Sheet,
        table: &Table,
        columns: &Columns,
        row: (u32, &BTreeMap<u32, Cell>),
        known: &Row<'_>,
    ) {
        let shown = |index: usize| {
            let column = &sheet.columns[index];
            column.form.shown(value(known.map, column.keys))
        };
        for (index, new) in self.read(sheet, table, columns, row, shown) {
            let keys = sheet.columns[index].keys;
            let mut at = way(sheet, &known.places);
            let (key, outer) = keys.split_last().map_or(("", keys), |(key, outer)| (*key, outer));
            at.extend(outer.iter().map(|key| Way::Key(key)));
            let edited = self
                .edits
                .entry(known.file.name.clone())
                .or_insert_with(|| Edited::new(known.file.text.as_str()));
            let done = match new {
                Some(new) => edited.set_deep(&at, key, &new),
                None => edited.remove(&at, key),
            };
            if !done {
                let at = columns.0.get(sheet.columns[index].heading).copied().unwrap_or(0);
                let cell = row.1.get(&at).cloned().unwrap_or_default();
                self.refuse(table, (row.0, at), &cell, CellTrouble::NoPlace);
            }
        }
    }

    /// A row that the content does not have: an item of a list, or a new procedure.
    fn add(
        &mut self,
        sheet: &Sheet,
        table: &Table,
        columns: &Columns,
        row: (u32, &BTreeMap<u32, Cell>),
        ids: &[String],
    ) {
        let values = self.read(sheet, table, columns, row, |_| String::new());
        let mut entries = Vec::new();
        if let (Some(id), false) = (ids.last(), sheet.lists.is_empty()) {
            entries.push(("id".to_owned(), Written::Bare(id.clone())));
        }
        let mut item = Written::Map(entries);
        for (index, new) in values {
            if let Some(new) = new {
                put(&mut item, sheet.columns[index].keys, new);
            }
        }
        let first = &ids[0];
        let fits = self.drafts.contains_key(first) && sheet.of == Of::Procedure;
        if sheet.lists.is_empty() && sheet.of == Of::Procedure {
            let field =
                columns.0.get(FIELD).and_then(|at| row.1.get(at)).map(|cell| cell.text.clone());
            match field.filter(|field| Slug::parse(field).is_ok()) {
                Some(field) => {
                    self.drafts.insert(first.clone(), (field, item));
                }
                None => self.tell(
                    Severity::Error,
                    sheet.name,
                    row.0,
                    Problem::MissingKey { key: FIELD.to_owned() },
                ),
            }
            return;
        }
        let added = if fits {
            self.drafts
                .get_mut(first)
                .is_some_and(|(_, draft)| push(draft, sheet.lists, &ids[1..], item))
        } else {
            self.push(sheet, ids, &item)
        };
        if !added {
            let (at, cell) =
                row.1.iter().next().map(|(at, cell)| (*at, cell.clone())).unwrap_or_default();
            self.refuse(table, (row.0, at), &cell, CellTrouble::NoPlace);
        }
    }

    /// Puts an item at the end of a list of a file that is there.
    fn push(&mut self, sheet: &Sheet, ids: &[String], item: &Written) -> bool {
        let file = self.shelf.files.iter().find(|file| {
            file.language.is_none()
                && name_of(&file.kind).is_some_and(|(of, name)| of == sheet.of && name == ids[0])
        });
        let (Some(file), Some((list, outer))) = (file, sheet.lists.split_last()) else {
            return false;
        };
        let edited =
            self.edits.entry(file.name.clone()).or_insert_with(|| Edited::new(file.text.as_str()));
        // Looked up in the text as it is by now: a row above may have added what this one belongs to.
        let Some(now) = Written::read(edited.text()) else { return false };
        let (mut map, mut at) = (&now, Vec::new());
        for (key, id) in outer.iter().zip(&ids[1..]) {
            let items = map.get(key).map(Written::items).unwrap_or_default();
            let Some(place) = items.iter().position(|one| one.text("id") == Some(id)) else {
                return false;
            };
            at.extend([Way::Key(key), Way::Item(place)]);
            map = &items[place];
        }
        if map.get(list).is_some_and(|list| !list.items().is_empty()) {
            at.push(Way::Key(list));
            edited.push(&at, item)
        } else {
            edited.set(&at, list, &Written::List(vec![item.clone()]))
        }
    }

    fn words(&mut self, table: &Table) {
        let lines = translated::lines(self.shelf);
        let known: BTreeMap<(&str, &str), &translated::Line> =
            lines.iter().map(|line| ((line.file.as_str(), line.path.as_str()), line)).collect();
        for (&line, cells) in table.rows.iter().skip(1) {
            let text = |at| cells.get(&at).map_or("", |cell: &Cell| cell.text.as_str());
            let Some(found) = known.get(&(text(0), text(1))) else {
                if let Some((at, cell)) = cells.iter().next() {
                    self.refuse(table, (line, *at), cell, CellTrouble::NoPlace);
                }
                continue;
            };
            let old = found.english.as_deref().unwrap_or_default();
            if same(text(3), old) || text(3).is_empty() {
                continue;
            }
            if let Some(cell) = cells.get(&3)
                && let Some(why) = cell.trouble
            {
                self.refuse(table, (line, 3), cell, why);
                continue;
            }
            let original = self.shelf.files.iter().find(|file| {
                file.language.is_none()
                    && name_of(&file.kind)
                        .is_some_and(|(of, name)| of == Of::Procedure && name == text(0))
            });
            let Some(original) = original else { continue };
            let there = translated::words_file(self.shelf, &original.kind);
            let name = original.name.replace(".yaml", ".en.yaml");
            let edited = self.edits.entry(name).or_insert_with(|| {
                let begun = "# yaml-language-server: $schema=../../.schema/procedure-words.json\n";
                Edited::new(there.map_or(begun, |file| file.text.as_str()))
            });
            let keys: Vec<&str> = text(1).split('/').collect();
            let Some((key, outer)) = keys.split_last() else { continue };
            let at: Vec<Way<'_>> = outer.iter().map(|key| Way::Key(key)).collect();
            if !edited.set_deep(&at, key, &Written::Words(text(3).to_owned()))
                && let Some(cell) = cells.get(&3)
            {
                self.refuse(table, (line, 3), cell, CellTrouble::NoPlace);
            }
        }
    }

    fn finish(self) -> Proposal {
        let mut proposal = Proposal { report: self.report, ..Proposal::default() };
        for (name, edited) in self.edits {
            // No file is written that could not be read afterwards.
            if Written::read(edited.text()).is_none() {
                let problem = Problem::RecordUnread { reason: name.clone() };
                proposal.report.diagnostics.push(Diagnostic::error(Place::file(name), problem));
                continue;
            }
            let before = self.shelf.file(&name).map(|file| file.text.as_str());
            proposal.put(&name, before, edited.into_text());
        }
        for (code, (field, draft)) in self.drafts {
            let remark = format!("Thêm từ {}.", self.file);
            proposal.put(
                &format!("procedures/{field}/{code}.yaml"),
                None,
                draft.file("procedure", 2, &[remark]),
            );
        }
        proposal.files.sort_by(|one, two| one.name.cmp(&two.name));
        proposal
    }
}

/// Headings and their columns.
#[derive(Default)]
struct Columns(BTreeMap<String, u32>);

/// `B12`.
fn address(line: u32, mut at: u32) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(b'A' + u8::try_from(at % 26).unwrap_or(0)));
        if at < 26 {
            return format!("{letters}{}", line + 1);
        }
        at = at / 26 - 1;
    }
}

/// Whether two cells say the same: a spreadsheet may change blanks at the ends and the sign of a line's end.
fn same(one: &str, two: &str) -> bool {
    let lines = |text: &str| text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    one == two || lines(one) == lines(two)
}
