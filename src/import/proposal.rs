//! Imported procedures held against the content folder → whole texts of files to be written, and a report.

use std::collections::{BTreeMap, BTreeSet};

use super::act::act_number;
use super::imported::{ImportedAct, ImportedProcedure};
use super::meaning::{Keys, meant};
use super::named::{Ids, id_of};
use crate::content::{Edited, Shelf, ShelfKind, Way, Written};
use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::text::{Date, fold};

/// The file in which acts are kept that no other file has.
const ACTS_FILE: &str = "law/acts-nhap.yaml";

/// What the admin says of all that is imported.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The agency that offers them.
    pub agency: Option<String>,
    /// How many sets are handed in (số lượng hồ sơ), which the portal does not say.
    pub file_sets: Option<u8>,
    /// Whether procedures that are there already are written anew.
    pub replace: bool,
}

/// A file as it is and as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedFile {
    /// Relative to the content folder.
    pub name: String,
    /// What stands there now.
    pub before: Option<String>,
    /// What would stand there.
    pub after: String,
}

/// All that an import would write.
#[derive(Debug, Default)]
pub struct Proposal {
    /// New and changed files, in the order of their names.
    pub files: Vec<ProposedFile>,
    /// Codes that are there already with other words, and were left as they are.
    pub left: Vec<String>,
    /// What a person must decide, with its place in the source.
    pub report: Report,
}

impl Proposal {
    /// Adds a file, unless nothing would change.
    pub(super) fn put(&mut self, name: &str, before: Option<&str>, after: String) {
        if before != Some(after.as_str()) {
            let (name, before) = (name.to_owned(), before.map(str::to_owned));
            self.files.push(ProposedFile { name, before, after });
        }
    }
}

/// What would be written of imported procedures.
pub fn propose(procedures: &[ImportedProcedure], shelf: &Shelf, settings: &Settings) -> Proposal {
    let mut proposal = Proposal::default();
    let mut fields = Fields::of(shelf);
    let mut acts: BTreeMap<String, &ImportedAct> = BTreeMap::new();
    for procedure in procedures {
        let meant = meant(procedure, &shelf.forms, settings.file_sets);
        for mark in meant.marks {
            let place = Place {
                file: procedure.source.file.clone(),
                line: procedure.source.line,
                quoted: format!("{} {}", procedure.code, procedure.name),
                ..Place::default()
            };
            let at = format!("{}: {}", procedure.code, mark.at);
            let problem = Problem::ToDecide { at, found: mark.found, doubt: mark.doubt };
            proposal.report.diagnostics.push(Diagnostic::warning(place, problem));
        }
        let remarks: Vec<String> = std::iter::once(remark(procedure))
            .chain(
                procedure
                    .left_over
                    .iter()
                    .map(|(heading, words)| format!("{heading}: {}", words.replace('\n', " "))),
            )
            .collect();
        let text = meant.written.file("procedure", 2, &remarks);
        let there = shelf.files.iter().find(|file| {
            file.language.is_none()
                && matches!(&file.kind, ShelfKind::Procedure { code, from: None, .. } if *code == procedure.code)
        });
        match there {
            Some(file) if file.written.as_ref() == Some(&meant.written) => {}
            Some(file) if settings.replace => proposal.put(&file.name, Some(&file.text), text),
            Some(_) => proposal.left.push(procedure.code.clone()),
            None => {
                let field = fields.id(procedure.field.as_deref().unwrap_or("Lĩnh vực khác"));
                let name = format!("procedures/{field}/{}.yaml", procedure.code);
                proposal.put(&name, None, text);
            }
        }
        for act in &procedure.acts {
            let Some(number) = act_number(&act.number) else { continue };
            let known = acts.entry(number).or_insert(act);
            if known.title.is_none() {
                *known = act;
            }
        }
    }
    fields.put(shelf, &mut proposal);
    put_acts(&acts, shelf, &mut proposal);
    if let Some(agency) = &settings.agency {
        offer(agency, procedures, shelf, &mut proposal);
    }
    proposal.files.sort_by(|one, two| one.name.cmp(&two.name));
    proposal
}

fn remark(procedure: &ImportedProcedure) -> String {
    let source = &procedure.source;
    let line = if source.line > 0 { format!(", dòng {}", source.line) } else { String::new() };
    format!("Nhập từ {}{line}. Đối chiếu với quyết định công bố trước khi đăng.", source.file)
}

/// The fields that there are, and those that come.
struct Fields {
    known: BTreeMap<String, String>,
    ids: Ids,
    new: Vec<(String, String)>,
}

impl Fields {
    fn of(shelf: &Shelf) -> Self {
        let mut fields = Self { known: BTreeMap::new(), ids: Ids::default(), new: Vec::new() };
        for file in shelf
            .files
            .iter()
            .filter(|file| file.kind == ShelfKind::Fields && file.language.is_none())
        {
            let list = file.written.as_ref().and_then(|file| file.get("fields"));
            for field in list.map(Written::items).unwrap_or_default() {
                if let (Some(id), Some(name)) = (field.text("id"), field.text("name")) {
                    fields.ids.once(id);
                    fields.known.insert(fold(name), id.to_owned());
                }
            }
        }
        fields
    }

    fn id(&mut self, name: &str) -> String {
        if let Some(id) = self.known.get(&fold(name)) {
            return id.clone();
        }
        let id = id_of(name, 50);
        let id = self.ids.once(if id.is_empty() { "linh-vuc" } else { &id });
        self.known.insert(fold(name), id.clone());
        self.new.push((id.clone(), name.to_owned()));
        id
    }

    fn put(self, on: &Shelf, proposal: &mut Proposal) {
        let items = self.new.into_iter().map(|(id, name)| {
            let mut keys = Keys::default();
            keys.bare("id", id);
            keys.words("name", name);
            keys.map()
        });
        append(on, "fields.yaml", ("fields", 0, "fields"), &items.collect::<Vec<_>>(), proposal);
    }
}

/// Adds items to the list of a file; a file that is not there is begun.
fn append(
    shelf: &Shelf,
    name: &str,
    (kind, depth, key): (&str, usize, &str),
    items: &[Written],
    proposal: &mut Proposal,
) {
    if items.is_empty() {
        return;
    }
    let Some(file) = shelf.file(name) else {
        let head = Written::Map(Vec::new()).file(kind, depth, &[]);
        let lines: String = items.iter().map(Written::one_line_item).collect();
        return proposal.put(name, None, format!("{head}{key}:\n{lines}"));
    };
    let mut edited = Edited::new(file.text.as_str());
    let done = items.iter().all(|item| edited.push(&[Way::Key(key)], item));
    if done && Written::read(edited.text()).is_some() {
        proposal.put(name, Some(&file.text), edited.into_text());
    }
}

fn put_acts(acts: &BTreeMap<String, &ImportedAct>, shelf: &Shelf, proposal: &mut Proposal) {
    let files =
        shelf.files.iter().filter(|file| file.kind == ShelfKind::Acts && file.language.is_none());
    let listed = files.filter_map(|file| file.written.as_ref()?.get("acts"));
    let known: BTreeSet<&str> =
        listed.flat_map(Written::items).filter_map(|act| act.text("id")).collect();
    let new =
        acts.iter().filter(|(number, _)| !known.contains(number.as_str())).map(|(number, act)| {
            let mut keys = Keys::default();
            keys.words("id", number);
            if let Some(title) = act.title.as_ref().filter(|title| !title.trim().is_empty()) {
                keys.words("title", title);
            }
            if let Some(issuer) = &act.issuer {
                keys.words("issuer", issuer);
            }
            if let Some(day) = act.issued.as_deref().and_then(day) {
                keys.bare("issued", day.to_string());
            }
            keys.map()
        });
    append(shelf, ACTS_FILE, ("acts", 1, "acts"), &new.collect::<Vec<_>>(), proposal);
}

/// `19-02-2016`, `19/02/2016`, `2016-02-19`.
fn day(text: &str) -> Option<Date> {
    if let Ok(day) = Date::parse(text) {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
}

/// Puts the codes on the list of what an agency offers.
fn offer(agency: &str, procedures: &[ImportedProcedure], shelf: &Shelf, proposal: &mut Proposal) {
    let name = format!("agencies/{agency}/agency.yaml");
    let Some(file) = shelf.file(&name) else { return };
    let Some(written) = &file.written else { return };
    let offers = written.get("offers");
    let listed = offers.and_then(|one| one.get("also")).map(Written::items).unwrap_or_default();
    let mut codes: Vec<Written> = listed.to_vec();
    let known: BTreeSet<&str> = listed.iter().filter_map(Written::scalar).collect();
    codes.extend(
        procedures
            .iter()
            .filter(|one| !known.contains(one.code.as_str()))
            .map(|one| Written::Words(one.code.clone())),
    );
    if codes.len() == listed.len() {
        return;
    }
    let mut edited = Edited::new(file.text.as_str());
    let codes = Written::List(codes);
    let done = if offers.is_some() {
        edited.set(&[Way::Key("offers")], "also", &codes)
    } else {
        edited.set(&[], "offers", &Written::Map(vec![("also".to_owned(), codes)]))
    };
    if done && Written::read(edited.text()).is_some() {
        proposal.put(&name, Some(&file.text), edited.into_text());
    }
}
