//! `printed-sheets.yaml`.

use super::Reader;
use crate::catalogue::PrintedSheet;
use crate::content::keys::At;
use crate::content::shape::PrintedSheetsFile;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Kind, Problem};
use crate::text::Slug;

/// The log of what was printed.
pub(super) fn log(reader: &mut Reader, file: &ContentFile) -> Vec<PrintedSheet> {
    let Some(shape) = reader.shape::<PrintedSheetsFile>(file) else { return Vec::new() };
    let root = At::ROOT;
    let at = root.key("sheets");
    let mut sheets = Vec::with_capacity(shape.sheets.len());
    for (index, one) in shape.sheets.into_iter().enumerate() {
        let (agency, subject) = match one.of.split_once('/') {
            Some((agency, subject)) => (agency, Some(subject)),
            None => (one.of.as_str(), None),
        };
        let Ok(agency) = Slug::parse(agency) else {
            let problem =
                Problem::UnknownReference { kind: Kind::Agency, id: one.of, suggestion: None };
            reader.findings.error(&file.name, at.item(index).key("of"), problem);
            continue;
        };
        sheets.push(PrintedSheet {
            sheet: one.sheet.into(),
            agency,
            subject: subject.map(Into::into),
            code: one.code.map(|code| code.0),
            languages: one.languages.into(),
            mark: one.mark.into(),
            host: one.host.to_lowercase().into(),
            on: one.on.0,
        });
    }
    sheets
}
