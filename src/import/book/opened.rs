//! A workbook → cells as texts, each with what is wrong with it. Looked through before it is opened: how large it is
//! unpacked, whether it holds macros.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use crate::diagnostic::{BookTrouble, CellTrouble};
use crate::text::nfc;

/// The largest workbook that is opened, in bytes, packed and unpacked.
const LARGEST: usize = 64 * 1024 * 1024;
const LARGEST_UNPACKED: u64 = 256 * 1024 * 1024;

/// A cell as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Whether the sheet holds a number there.
    pub is_number: bool,
    /// Why it is not taken as it is.
    pub trouble: Option<CellTrouble>,
}

/// A sheet: rows and columns count from 0.
#[derive(Debug, Default)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Cells that are not empty.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    /// Rows that are hidden.
    pub hidden: BTreeSet<u32>,
}

/// What was read of a workbook.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets in their order.
    pub sheets: Vec<Table>,
}

/// Reads a workbook from its bytes.
pub fn open_workbook(bytes: Vec<u8>) -> Result<Workbook, BookTrouble> {
    if bytes.len() > LARGEST {
        return Err(BookTrouble::TooLarge);
    }
    let hidden = looked_through(&bytes)?;
    let mut source: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| BookTrouble::Damaged)?;
    let mut book = Workbook::default();
    let names = source.sheet_names();
    for (at, name) in names.into_iter().enumerate() {
        let range = source.worksheet_range(&name).map_err(|_| BookTrouble::Damaged)?;
        let formulas = source.worksheet_formula(&name).unwrap_or_default();
        let merged = source.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut table =
            Table { name, hidden: hidden.get(at).cloned().unwrap_or_default(), ..Table::default() };
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let place = (row_at(row, first_row), row_at(column, first_column));
            let mut cell = cell(data);
            let inside = merged.iter().any(|one| {
                (one.start.0..=one.end.0).contains(&place.0)
                    && (one.start.1..=one.end.1).contains(&place.1)
            });
            if formulas.get_value(place).is_some_and(|formula| !formula.is_empty()) {
                cell.trouble = Some(CellTrouble::Formula);
            } else if inside {
                cell.trouble = Some(CellTrouble::Merged);
            }
            if !cell.text.is_empty() {
                table.rows.entry(place.0).or_default().insert(place.1, cell);
            }
        }
        book.sheets.push(table);
    }
    Ok(book)
}

fn row_at(at: usize, first: u32) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX).saturating_add(first)
}

fn cell(data: &Data) -> Cell {
    let (text, trouble) = match data {
        Data::Empty => (String::new(), None),
        Data::String(text) => {
            let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
            let text = nfc(text.trim()).into_owned();
            let trouble = is_of_an_old_font(&text).then_some(CellTrouble::OldFont);
            (text, trouble)
        }
        Data::Int(number) => (number.to_string(), None),
        Data::Float(number) => (number.to_string(), None),
        Data::Bool(value) => (value.to_string(), None),
        // A cell that the sheet itself calls a day is certain.
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            (format!("{year:04}-{month:02}-{day:02}"), None)
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => {
            (text.chars().take(10).collect(), None)
        }
        Data::Error(error) => (format!("{error:?}"), Some(CellTrouble::Error)),
    };
    Cell { text, is_number: matches!(data, Data::Int(_) | Data::Float(_)), trouble }
}

/// Signs that TCVN3 and VNI put in the place of Vietnamese letters, and that no Vietnamese text in Unicode has.
const OLD_SIGNS: &str = "®©¨ª«¬µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïðñö÷øûüþÄÅÛ";

/// Whether a text was typed in an old font: at least two such signs beside letters, and no letter that only Unicode has.
fn is_of_an_old_font(text: &str) -> bool {
    let is_own = |sign: char| {
        matches!(sign, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
    };
    if text.contains(is_own) {
        return false;
    }
    let signs: Vec<char> = text.chars().collect();
    let beside = |at: usize| {
        let letter = |at: usize| signs.get(at).is_some_and(char::is_ascii_alphabetic);
        letter(at + 1) || at.checked_sub(1).is_some_and(letter)
    };
    (0..signs.len()).filter(|at| OLD_SIGNS.contains(signs[*at]) && beside(*at)).count() >= 2
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let slice = bytes.get(at..at.checked_add(length)?)?;
    Some(slice.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
}

fn place(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(number(bytes, at, 4)?).ok()
}

/// Goes through the list of an archive and unpacks every part, counting and keeping nothing but the hidden rows of its
/// sheets: what an archive says of its own size may be a lie.
fn looked_through(bytes: &[u8]) -> Result<Vec<BTreeSet<u32>>, BookTrouble> {
    let damaged = BookTrouble::Damaged;
    let from = bytes.len().saturating_sub(66_000);
    let end =
        bytes[from..].windows(4).rposition(|four| four == b"PK\x05\x06").ok_or(damaged)? + from;
    let count = number(bytes, end + 10, 2).ok_or(damaged)?;
    let mut at = place(bytes, end + 16).ok_or(damaged)?;
    let (mut left, mut hidden) = (LARGEST_UNPACKED, BTreeMap::new());
    for _ in 0..count {
        if bytes.get(at..).is_none_or(|rest| !rest.starts_with(b"PK\x01\x02")) {
            return Err(damaged);
        }
        let field = |offset, length| {
            number(bytes, at + offset, length)
                .and_then(|one| usize::try_from(one).ok())
                .ok_or(damaged)
        };
        let (method, packed) = (field(10, 2)?, field(20, 4)?);
        let (name, extra, remark, local) =
            (field(28, 2)?, field(30, 2)?, field(32, 2)?, field(42, 4)?);
        let title = String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name).ok_or(damaged)?)
            .into_owned();
        if title.to_lowercase().ends_with("vbaproject.bin") {
            return Err(BookTrouble::Macros);
        }
        let skip = |offset| {
            number(bytes, local + offset, 2)
                .and_then(|one| usize::try_from(one).ok())
                .ok_or(damaged)
        };
        let start = local + 30 + skip(26)? + skip(28)?;
        let body = bytes.get(start..start.saturating_add(packed)).ok_or(damaged)?;
        let sheet = title
            .strip_prefix("xl/worksheets/sheet")
            .and_then(|rest| rest.strip_suffix(".xml")?.parse::<u32>().ok());
        let mut rows = HiddenRows::default();
        let mut part: Box<dyn Read> = match method {
            0 => Box::new(body),
            8 => Box::new(flate2::read::DeflateDecoder::new(body)),
            _ => return Err(damaged),
        };
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let read = part.read(&mut buffer).map_err(|_| damaged)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(BookTrouble::Bomb)?;
            if sheet.is_some() {
                rows.look(&buffer[..read]);
            }
        }
        hidden.extend(sheet.map(|number| (number, rows.found)));
        at += 46 + name + extra + remark;
    }
    Ok(hidden.into_values().collect())
}

/// Rows of a sheet that are hidden, found in its XML as it streams by.
#[derive(Default)]
struct HiddenRows {
    found: BTreeSet<u32>,
    tag: Vec<u8>,
    inside: bool,
}

impl HiddenRows {
    fn look(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'<' => {
                    self.inside = true;
                    self.tag.clear();
                }
                b'>' if self.inside => {
                    self.inside = false;
                    self.close();
                }
                byte if self.inside && self.tag.len() < 400 => self.tag.push(*byte),
                _ => {}
            }
        }
    }

    fn close(&mut self) {
        let tag = String::from_utf8_lossy(&self.tag);
        if !tag.starts_with("row ")
            || !(tag.contains(" hidden=\"1\"") || tag.contains(" hidden=\"true\""))
        {
            return;
        }
        let number = tag
            .split_once(" r=\"")
            .and_then(|(_, rest)| rest.split('"').next()?.parse::<u32>().ok());
        self.found.extend(number.and_then(|number| number.checked_sub(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_fonts_are_known_and_unicode_is_not_taken_for_one() {
        for old in [
            "Uû ban nh©n d©n x·",
            "Thñ tôc ®¨ng ký",
            "UÛy ban nhaân daân xaõ, ñaêng kyù teân cöûa haøng",
        ] {
            assert!(is_of_an_old_font(old), "{old}");
        }
        for sound in
            ["Ủy ban nhân dân xã", "Café à la carte, Zürich", "a@b.vn", "© 2026", "Công an"]
        {
            assert!(!is_of_an_old_font(sound), "{sound}");
        }
    }
}
