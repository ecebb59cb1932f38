//! Out into a workbook and back: what was not touched changes nothing, one cell changes one line.

use std::io::Cursor;
use std::path::Path;

use rust_xlsxwriter::{Format, Formula, Workbook as Written};

use super::opened::{Cell, Workbook};
use super::{apply_workbook, export_workbook, open_workbook};
use crate::content::Shelf;
use crate::diagnostic::{BookTrouble, CellTrouble, Problem};
use crate::import::{Proposal, difference};

fn shelf() -> Shelf {
    Shelf::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content"))
}

fn exported(shelf: &Shelf) -> Workbook {
    let mut bytes = Cursor::new(Vec::new());
    export_workbook(shelf, &mut bytes).unwrap();
    open_workbook(bytes.into_inner()).unwrap()
}

/// Sets the cell of a row that begins with these ids, in the column of a heading.
fn set(book: &mut Workbook, sheet: &str, ids: &[&str], heading: &str, cell: Cell) {
    let table = book.sheets.iter_mut().find(|table| table.name == sheet).unwrap();
    let at = *table.rows[&0].iter().find(|(_, head)| head.text == heading).unwrap().0;
    let is_its = |row: &std::collections::BTreeMap<u32, Cell>| {
        (0..).zip(ids).all(|(at, id)| row.get(&at).is_some_and(|cell| cell.text == *id))
    };
    let row = table.rows.values_mut().find(|row| is_its(row)).unwrap();
    row.insert(at, cell);
}

fn text(text: &str) -> Cell {
    Cell { text: text.to_owned(), ..Cell::default() }
}

fn lines(proposal: &Proposal) -> Vec<String> {
    let each = proposal.files.iter();
    each.flat_map(|file| difference(file.before.as_deref().unwrap_or_default(), &file.after))
        .collect()
}

#[test]
fn what_was_not_touched_changes_nothing() {
    let shelf = shelf();
    let proposal = apply_workbook("a.xlsx", &exported(&shelf), &shelf);
    assert!(proposal.report.diagnostics.is_empty(), "{:?}", proposal.report.diagnostics.first());
    assert!(proposal.files.is_empty(), "{:?}", lines(&proposal));
}

#[test]
fn one_changed_cell_is_one_changed_line() {
    let shelf = shelf();
    let cases: [(&str, &[&str], &str, &str, &str); 6] = [
        (
            "Phí, lệ phí",
            &["1.000894", "tai-quay", "le-phi"],
            "Số tiền",
            "8000 VND",
            "        amount: 8000 VND",
        ),
        (
            "Cách nộp",
            &["1.000894", "tai-quay"],
            "Thời hạn",
            "5 working_days",
            "    limit: 5 working_days",
        ),
        ("Cách nộp", &["1.000894", "truc-tuyen"], "Mức độ", "Một phần", "    level: partial"),
        ("Thủ tục", &["1.000894"], "Cơ quan phối hợp", "Công an", "  coordinates: \"Công an\""),
        ("Thủ tục", &["1.000894"], "Ngày đối chiếu", "2026-11-22", "checked_on: 2026-11-22"),
        ("Giấy tờ", &["1.000894", "chung", "to-khai"], "Bản sao", "2", "        copies: 2"),
    ];
    for (sheet, ids, heading, cell, line) in cases {
        let mut book = exported(&shelf);
        set(&mut book, sheet, ids, heading, text(cell));
        let proposal = apply_workbook("a.xlsx", &book, &shelf);
        let lines = lines(&proposal);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(
            lines[0].starts_with('-') && lines[1].starts_with('+') && lines[1].ends_with(line),
            "{lines:?}"
        );
    }
    let mut book = exported(&shelf);
    set(&mut book, "Tiếng Anh", &["1.000894", "name"], "Tiếng Anh", text("To marry"));
    let proposal = apply_workbook("a.xlsx", &book, &shelf);
    assert_eq!(proposal.files[0].name, "procedures/ho-tich/1.000894.en.yaml");
    assert!(
        lines(&proposal).iter().any(|line| line.ends_with("name: \"To marry\"")),
        "{:?}",
        lines(&proposal)
    );
}

#[test]
fn new_rows_become_items_and_new_procedures_become_files() {
    let shelf = shelf();
    let mut book = exported(&shelf);
    let mut add = |sheet: &str, cells: &[(&str, &str)]| {
        let table = book.sheets.iter_mut().find(|table| table.name == sheet).unwrap();
        let heads: Vec<(u32, String)> =
            table.rows[&0].iter().map(|(at, head)| (*at, head.text.clone())).collect();
        let line = table.rows.keys().last().unwrap() + 1;
        let at = |heading: &str| heads.iter().find(|(_, head)| head == heading).unwrap().0;
        table.rows.insert(line, cells.iter().map(|(head, cell)| (at(head), text(cell))).collect());
    };
    add(
        "Giấy tờ",
        &[
            ("Mã thủ tục", "1.000894"),
            ("Mã trường hợp", "chung"),
            ("Mã giấy tờ", "anh"),
            ("Tên giấy tờ", "Ảnh"),
            ("Bản chính", "2"),
        ],
    );
    add(
        "Thủ tục",
        &[
            ("Mã thủ tục", "9.000001"),
            ("Lĩnh vực", "ho-tich"),
            ("Tên thủ tục", "Thử"),
            ("Cấp thực hiện", "Cấp xã; Cấp tỉnh"),
        ],
    );
    add(
        "Cách nộp",
        &[
            ("Mã thủ tục", "9.000001"),
            ("Mã cách nộp", "tai-quay"),
            ("Hình thức", "Trực tiếp"),
            ("Phí, lệ phí", ""),
        ],
    );
    add(
        "Phí, lệ phí",
        &[
            ("Mã thủ tục", "9.000001"),
            ("Mã cách nộp", "tai-quay"),
            ("Mã khoản", "phi"),
            ("Số tiền", "10000 VND"),
        ],
    );
    let proposal = apply_workbook("a.xlsx", &book, &shelf);
    assert!(proposal.report.diagnostics.is_empty(), "{:?}", proposal.report.diagnostics);
    let names: Vec<&str> = proposal.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["procedures/ho-tich/1.000894.yaml", "procedures/ho-tich/9.000001.yaml"]);
    let added: Vec<String> =
        difference(proposal.files[0].before.as_deref().unwrap(), &proposal.files[0].after);
    assert_eq!(added.len(), 3, "{added:?}");
    assert!(
        added.iter().all(|line| line.starts_with('+')) && added[0].ends_with("      - id: anh"),
        "{added:?}"
    );
    let new = &proposal.files[1].after;
    assert!(
        new.contains("level: [commune, province]") && new.contains("        amount: 10000 VND"),
        "{new}"
    );
}

#[test]
fn doubtful_cells_are_told_at_their_place_and_change_nothing() {
    let shelf = shelf();
    let number = |text: &str| Cell { text: text.to_owned(), is_number: true, trouble: None };
    let trouble = |why| Cell { text: "x".to_owned(), is_number: false, trouble: Some(why) };
    for (heading, cell, why) in [
        ("Ngày đối chiếu", number("45982"), CellTrouble::DayAsNumber),
        ("Ngày đối chiếu", text("21/11/2026"), CellTrouble::Refused),
        ("Tên thủ tục", trouble(CellTrouble::Formula), CellTrouble::Formula),
        ("Tên thủ tục", trouble(CellTrouble::Merged), CellTrouble::Merged),
        ("Tên thủ tục", trouble(CellTrouble::OldFont), CellTrouble::OldFont),
        ("Cấp thực hiện", text("Cấp huyện"), CellTrouble::Refused),
        ("Mã thủ tục", number("1.000894"), CellTrouble::CodeAsNumber),
        ("Mã thủ tục", text("mã 1"), CellTrouble::Refused),
    ] {
        let mut book = exported(&shelf);
        set(&mut book, "Thủ tục", &["1.000894"], heading, cell);
        let proposal = apply_workbook("a.xlsx", &book, &shelf);
        assert!(proposal.files.is_empty(), "{heading}");
        let told = &proposal.report.diagnostics;
        assert_eq!(told.len(), 1, "{heading}: {told:?}");
        assert!(
            matches!(&told[0].problem, Problem::CellRefused { why: found, .. } if *found == why),
            "{told:?}"
        );
        assert!(told[0].place.file == "a.xlsx › Thủ tục" && told[0].place.line > 1, "{told:?}");
    }
    let mut book = exported(&shelf);
    set(
        &mut book,
        "Phí, lệ phí",
        &["1.000894", "tai-quay", "le-phi"],
        "Số tiền",
        text("8.000,5 đồng"),
    );
    let proposal = apply_workbook("a.xlsx", &book, &shelf);
    assert!(proposal.files.is_empty() && proposal.report.errors() == 1);
}

#[test]
fn missing_sheets_strange_headings_and_double_rows_are_told() {
    let shelf = shelf();
    let mut book = exported(&shelf);
    book.sheets[1].name = "Trang 1".into();
    let proposal = apply_workbook("a.xlsx", &book, &shelf);
    assert!(proposal.files.is_empty());
    assert!(
        matches!(&proposal.report.diagnostics[0].problem, Problem::SheetMissing { sheet, .. } if sheet == "Thủ tục")
    );

    let mut book = exported(&shelf);
    let table = &mut book.sheets[1];
    table.rows.get_mut(&0).unwrap().insert(60, text("Cột lạ"));
    table.hidden.insert(1);
    let first = table.rows[&1].clone();
    let line = table.rows.keys().last().unwrap() + 1;
    table.rows.insert(line, first);
    let proposal = apply_workbook("a.xlsx", &book, &shelf);
    let codes: Vec<String> =
        proposal.report.diagnostics.iter().map(|one| one.code().to_string()).collect();
    assert_eq!(codes, ["N906", "N906", "N903"]);
    assert!(proposal.files.is_empty());
}

fn bytes(make: impl FnOnce(&mut Written)) -> Vec<u8> {
    let mut book = Written::new();
    make(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn cells_are_read_as_what_they_are() {
    let book = open_workbook(bytes(|book| {
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "Ho\u{323} te\u{302}n").unwrap();
        sheet.write_number(1, 0, 1.0009).unwrap();
        sheet.write_formula(2, 0, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.merge_range(3, 0, 3, 2, "gộp", &Format::new()).unwrap();
        sheet.write_string(4, 0, "ẩn").unwrap();
        sheet.set_row_hidden(4).unwrap();
        book.add_worksheet();
    }))
    .unwrap();
    let table = &book.sheets[0];
    let cell = |line: u32| &table.rows[&line][&0];
    assert_eq!(cell(0).text, "Họ tên");
    assert_eq!((cell(1).text.as_str(), cell(1).is_number), ("1.0009", true));
    assert_eq!(cell(2).trouble, Some(CellTrouble::Formula));
    assert_eq!(cell(3).trouble, Some(CellTrouble::Merged));
    assert_eq!(table.hidden.iter().copied().collect::<Vec<_>>(), [4]);
    assert!(book.sheets[1].rows.is_empty());
}

#[test]
fn files_that_harm_are_not_opened() {
    let sound = bytes(|book| {
        book.add_worksheet();
    });
    assert!(open_workbook(sound.clone()).is_ok());
    let refused = |bytes: Vec<u8>| open_workbook(bytes).map(drop);
    assert_eq!(refused(Vec::new()), Err(BookTrouble::Damaged));
    assert_eq!(refused(b"Not a workbook".to_vec()), Err(BookTrouble::Damaged));
    assert_eq!(refused(sound[..sound.len() / 2].to_vec()), Err(BookTrouble::Damaged));
    assert_eq!(refused(vec![0; 65 * 1024 * 1024]), Err(BookTrouble::TooLarge));
    // 300 MB of one byte: the archive says that it is small.
    let bomb = archive("xl/worksheets/sheet1.xml", 300 * 1024 * 1024);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(refused(bomb), Err(BookTrouble::Bomb));
    assert_eq!(refused(archive("xl/vbaProject.bin", 10)), Err(BookTrouble::Macros));
}

/// An archive of one part that says it is one byte long.
fn archive(name: &str, length: u64) -> Vec<u8> {
    use std::io::{Read, Write};
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::copy(&mut std::io::repeat(b' ').take(length), &mut packer).unwrap();
    packer.flush().unwrap();
    let body = packer.finish().unwrap();
    let (size, title) = (
        u32::try_from(body.len()).unwrap().to_le_bytes(),
        u16::try_from(name.len()).unwrap().to_le_bytes(),
    );
    let mut out = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    out.extend(size);
    out.extend(1_u32.to_le_bytes());
    out.extend(title);
    out.extend([0, 0]);
    out.extend(name.bytes());
    out.extend(&body);
    let list = u32::try_from(out.len()).unwrap().to_le_bytes();
    out.extend(b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0");
    out.extend(size);
    out.extend(1_u32.to_le_bytes());
    out.extend(title);
    out.extend([0; 16]);
    out.extend(name.bytes());
    let length = u32::try_from(46 + name.len()).unwrap().to_le_bytes();
    out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    out.extend(length);
    out.extend(list);
    out.extend([0, 0]);
    out
}
