//! A table of late files from an agency's own system: comma, semicolon or tab between cells, days written in three ways. What
//! cannot be read is named by its line and column; the lines that can be are read nevertheless.

use super::{FileNumber, LateFile, MaskedFile};
use crate::catalogue::procedure::ProcedureCode;
use crate::text::{Date, fold, separator, table_cells};

/// The most lines of a table.
const LINES: usize = 5_000;

/// A column that we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableColumn {
    /// The number of the file, masked or whole.
    File,
    /// The procedure's code.
    Procedure,
    /// When it was due.
    Due,
    /// When the result was given.
    Returned,
}

/// What is wrong with a table. Lines count from 1, the names of columns included.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// A column that must be there.
    #[error("line 1: there is no column `{}`", .0.word())]
    NoColumn(TableColumn),
    /// A cell that is no number of a file.
    #[error("line {line}: not a file number")]
    File {
        /// The line.
        line: usize,
    },
    /// A cell that is no code of a procedure.
    #[error("line {line}: `{found}` is no procedure code")]
    Procedure {
        /// The line.
        line: usize,
        /// What stands there.
        found: String,
    },
    /// A cell that is no day.
    #[error("line {line}, column `{}`: `{found}` is no day; write 21/11/2026, 21-11-2026 or 2026-11-21", .column.word())]
    Day {
        /// The line.
        line: usize,
        /// The column.
        column: TableColumn,
        /// What stands there.
        found: String,
    },
    /// Too many lines.
    #[error("line {line}: a table has at most 5000 lines")]
    TooLong {
        /// The first line too many.
        line: usize,
    },
}

impl TableColumn {
    /// The name of the column in a table that we write, and in what is said of it.
    pub fn word(self) -> &'static str {
        match self {
            Self::File => "so_ho_so",
            Self::Procedure => "thu_tuc",
            Self::Due => "han",
            Self::Returned => "ngay_tra",
        }
    }

    /// The column of a name as systems write it: without marks, spaces as good as underscores.
    fn of(name: &str) -> Option<Self> {
        let name = fold(name.trim_matches(['"', ' ', '\u{feff}'])).replace(['_', '-'], " ");
        Some(match name.trim() {
            "so ho so" | "ma ho so" | "file" | "file number" => Self::File,
            "thu tuc" | "ma thu tuc" | "ma tthc" | "procedure" => Self::Procedure,
            "han" | "han tra" | "ngay hen tra" | "due" => Self::Due,
            "ngay tra" | "da tra" | "ngay tra ket qua" | "returned" => Self::Returned,
            _ => return None,
        })
    }
}

/// Reads a table; what is wrong stands beside what could be read. Whole numbers are masked here and go no further.
pub fn read_late_files(text: &str) -> (Vec<LateFile>, Vec<TableFault>) {
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let head =
        lines.by_ref().find(|(_, line)| !line.trim().is_empty()).map_or("", |(_, line)| line);
    let sign = separator(head);
    let columns: Vec<_> =
        table_cells(head, sign).iter().map(|name| TableColumn::of(&name.text)).collect();
    let place = |column| columns.iter().position(|own| *own == Some(column));
    let mut faults = Vec::new();
    for column in [TableColumn::File, TableColumn::Due] {
        if place(column).is_none() {
            faults.push(TableFault::NoColumn(column));
        }
    }
    if !faults.is_empty() {
        return (Vec::new(), faults);
    }
    let mut files = Vec::new();
    for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty()) {
        if files.len() >= LINES {
            faults.push(TableFault::TooLong { line });
            break;
        }
        let cells = table_cells(text, sign);
        let cell = |column| {
            let at = place(column)?;
            cells.get(at).map(|cell| cell.text.trim()).filter(|cell| !cell.is_empty())
        };
        match row(line, &cell) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(fault),
        }
    }
    (files, faults)
}

fn row<'c>(
    line: usize,
    cell: &impl Fn(TableColumn) -> Option<&'c str>,
) -> Result<LateFile, TableFault> {
    let number = cell(TableColumn::File).unwrap_or_default();
    let whole = FileNumber::parse(number).map(|number| number.masked());
    let file = MaskedFile::parse(number).or(whole).map_err(|_| TableFault::File { line })?;
    let procedure = cell(TableColumn::Procedure).map(|code| {
        let refuse = |_| TableFault::Procedure { line, found: cut(code) };
        ProcedureCode::parse(code).map_err(refuse)
    });
    let wrong = |column, found: &str| TableFault::Day { line, column, found: cut(found) };
    let due = cell(TableColumn::Due).unwrap_or_default();
    let due = Date::as_written(due).ok_or_else(|| wrong(TableColumn::Due, due))?;
    let returned = cell(TableColumn::Returned)
        .map(|text| Date::as_written(text).ok_or_else(|| wrong(TableColumn::Returned, text)));
    Ok(LateFile { file, procedure: procedure.transpose()?, due, returned: returned.transpose()? })
}

/// Enough of a cell to find it.
fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn tables_are_read_as_offices_write_them() {
        let comma = "Số hồ sơ,Thủ tục,Hạn trả,Ngày trả\n\
                     H29.113-261122-0012,1.001193,21/11/2026,\n\
                     \"H29.•••-••••••-••13\",,2026-11-20,22-11-2026\n";
        let semicolon =
            "\u{feff}ma_ho_so;HAN;DA_TRA\r\nH29.113-261122-0012;21.11.2026 15:00;1/12/2026\r\n\r\n";
        let (files, faults) = read_late_files(comma);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(files[0].file.as_str(), "H29.•••-••••••-••12");
        assert_eq!(files[0].procedure.as_ref().unwrap().as_str(), "1.001193");
        assert_eq!((files[0].due, files[0].returned), (date("2026-11-21"), None));
        assert_eq!(
            (files[1].due, files[1].returned),
            (date("2026-11-20"), date("2026-11-22").into())
        );
        let (files, faults) = read_late_files(semicolon);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(
            (files[0].due, files[0].returned),
            (date("2026-11-21"), date("2026-12-01").into())
        );
        assert!(files[0].is_late(date("2026-11-21")) && files[0].returned.is_some());
    }

    #[test]
    fn what_cannot_be_read_is_named_by_line_and_the_rest_is_read() {
        let table = "so_ho_so,thu_tuc,han,ngay_tra\n\
                     H29.113-261122-0012,1.001193,11/21/2026,\n\
                     x,,21/11/2026,\n\
                     H29.113-261122-0013,khai sinh,21/11/2026,\n\
                     H29.113-261122-0014,,21/11/2026,mai\n\
                     H29.113-261122-0015,,21/11/2026,\n";
        let (files, faults) = read_late_files(table);
        assert_eq!(files.len(), 1);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told[0].starts_with("line 2, column `han`: `11/21/2026` is no day"));
        assert_eq!(told[1], "line 3: not a file number");
        assert!(
            told[2].starts_with("line 4: `khai sinh`")
                && told[3].contains("column `ngay_tra`: `mai`")
        );
        let (files, faults) = read_late_files("ten,ngay\nA,B\n");
        assert!(files.is_empty());
        let missing = [TableColumn::File, TableColumn::Due].map(TableFault::NoColumn);
        assert_eq!(faults, missing);
        assert_eq!(read_late_files("").1.len(), 2);
    }
}
