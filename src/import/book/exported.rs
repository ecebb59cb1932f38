//! The content folder → a workbook. All cells are text, so that no code or day is turned into something else.

use std::io::{Seek, Write};

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Note, Workbook, Worksheet, XlsxError};

use super::form::Form;
use super::plan::SHEETS;
use super::rows::{rows, value};
use super::translated::{HEADINGS, SHEET, lines};
use crate::content::Shelf;

/// What stood in the way of writing a workbook.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be written")]
pub struct ExportError(#[from] XlsxError);

/// Rows below the last one that have drop-down lists too, for what is added.
const ROOM: u32 = 500;

/// A cell of a workbook holds no more characters.
const WIDEST: usize = 32_767;

const GUIDE: [&str; 12] = [
    "Bảng tính này chứa toàn bộ nội dung niêm yết. Sửa ở đây rồi chạy: niemyet import TÊN-TỆP.xlsx",
    "Chương trình cho xem từng thay đổi trước khi ghi; ô nào không sửa thì tệp nội dung không đổi một chữ.",
    "Mỗi hàng là một mục. Các cột mã ở đầu hàng cho biết hàng thuộc thủ tục nào: không sửa mã của hàng đã có.",
    "Thêm hàng: ghi mã thủ tục và một mã mới (chữ thường không dấu, số, gạch nối), ví dụ giay-5.",
    "Thêm thủ tục: thêm hàng ở trang Thủ tục, ghi thêm cột Lĩnh vực; rồi thêm hàng ở các trang khác.",
    "Xóa hàng không xóa nội dung: muốn bỏ hẳn một mục thì sửa trong tệp nội dung.",
    "Để trống một ô là bỏ nội dung của ô đó. “Không có” nghĩa là không có, khác với để trống.",
    "“Theo công bố: …” là chép nguyên lời quyết định công bố khi quyết định để ngỏ.",
    "Mọi ô để định dạng Text. Số tiền ghi 8000 VND, không dấu chấm. Ngày ghi 2026-11-21.",
    "Thời hạn ghi 3 working_days (ngày làm việc), 15 days (ngày), same_day (trong ngày).",
    "Không dùng công thức, không trộn ô, không đổi tên trang và tiêu đề cột.",
    "Trang Tiếng Anh: sửa cột cuối. Chữ trong tệp phải là Unicode.",
];

/// Writes the workbook.
pub fn export_workbook<W: Write + Seek + Send>(shelf: &Shelf, to: W) -> Result<(), ExportError> {
    let mut book = Workbook::new();
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let head = Format::new()
        .set_bold()
        .set_num_format("@")
        .set_background_color("#DDE7F0")
        .set_text_wrap();
    let guide = book.add_worksheet().set_name("Hướng dẫn")?;
    guide.set_column_width(0, 110)?;
    for (line, words) in (0..).zip(GUIDE) {
        guide.write_string_with_format(line, 0, words, &text)?;
    }
    for sheet in &SHEETS {
        let page = book.add_worksheet().set_name(sheet.name)?;
        let address = u16::try_from(sheet.address.len()).unwrap_or(0);
        begin(page, address)?;
        for (at, heading) in (0..).zip(sheet.address) {
            page.set_column_width(at, 18)?.set_column_format(at, &text)?;
            page.write_string_with_format(0, at, *heading, &head)?;
            page.insert_note(0, at, &note("Mã để tìm ra mục. Không sửa mã của hàng đã có."))?;
        }
        // A procedure lies in the folder of its field.
        let extra = u16::from(sheet.lists.is_empty() && sheet.name == "Thủ tục");
        if extra == 1 {
            page.set_column_width(address, 18)?.set_column_format(address, &text)?;
            page.write_string_with_format(0, address, FIELD, &head)?;
            page.insert_note(
                0,
                address,
                &note("Mã lĩnh vực trong fields.yaml. Chỉ đọc khi thêm thủ tục."),
            )?;
        }
        let rows = rows(sheet, shelf);
        let last = u32::try_from(rows.len()).unwrap_or(0) + ROOM;
        for (at, column) in (address + extra..).zip(sheet.columns) {
            let width = if matches!(column.form, Form::Words | Form::Lines) { 32 } else { 18 };
            page.set_column_width(at, width)?.set_column_format(at, &text)?;
            page.write_string_with_format(0, at, column.heading, &head)?;
            page.insert_note(0, at, &note(column.note))?;
            if let Form::Choice(choices) = column.form {
                let shown: Vec<&str> = choices.iter().map(|(_, shown)| *shown).collect();
                // A quote may stand in the place of a word, so another value is warned of and not refused.
                let allowed = DataValidation::new()
                    .allow_list_strings(&shown)?
                    .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning);
                page.add_data_validation(1, at, last, at, &allowed)?;
            }
        }
        for (line, row) in (1..).zip(&rows) {
            for (at, id) in (0..).zip(&row.address) {
                page.write_string_with_format(line, at, id, &text)?;
            }
            if extra == 1
                && let crate::content::ShelfKind::Procedure { field, .. } = &row.file.kind
            {
                page.write_string_with_format(line, address, field, &text)?;
            }
            for (at, column) in (address + extra..).zip(sheet.columns) {
                let shown = column.form.shown(value(row.map, column.keys));
                write(page, line, at, &shown, &text)?;
            }
        }
    }
    let page = book.add_worksheet().set_name(SHEET)?;
    begin(page, 2)?;
    for (at, heading) in (0..).zip(HEADINGS) {
        page.set_column_width(at, if at < 2 { 24 } else { 60 })?.set_column_format(at, &text)?;
        page.write_string_with_format(0, at, heading, &head)?;
    }
    for (line, words) in (1..).zip(lines(shelf)) {
        let english = words.english.as_deref().unwrap_or_default();
        for (at, cell) in
            (0..).zip([words.file.as_str(), words.path.as_str(), &words.binding, english])
        {
            write(page, line, at, cell, &text)?;
        }
    }
    book.save_to_writer(to)?;
    Ok(())
}

/// The heading of the column that names the folder of a procedure.
pub(super) const FIELD: &str = "Lĩnh vực";

fn begin(page: &mut Worksheet, columns: u16) -> Result<(), XlsxError> {
    page.set_freeze_panes(1, columns).map(drop)
}

fn note(words: &str) -> Note {
    Note::new(words).set_author("niemyet")
}

fn write(
    page: &mut Worksheet,
    line: u32,
    at: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if text.is_empty() || text.chars().count() > WIDEST {
        return Ok(());
    }
    page.write_string_with_format(line, at, text, format).map(drop)
}
