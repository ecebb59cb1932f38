//! A letter or report as the typesetter reads it: the same blocks that become a .docx or a page.

use serde::Serialize;
use serde_json::{Value, json};

use crate::letter::{Align, Block, Cell, Letter, Paragraph, Table};
use crate::text::Date;

/// What stands on a page: one of the two.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Printed {
    Paragraph(PrintedParagraph),
    Table(PrintedTable),
}

#[derive(Debug, Serialize)]
struct PrintedParagraph {
    runs: Vec<PrintedRun>,
    align: &'static str,
    indented: bool,
    /// In points.
    above: u8,
    /// In points.
    below: u8,
    kept_with_next: bool,
    /// From 1; 0 for none.
    heading: u8,
    /// A line below, this many millimetres in from both sides.
    rule: Option<u8>,
}

#[derive(Debug, Serialize)]
struct PrintedRun {
    words: String,
    bold: bool,
    italic: bool,
    /// In points.
    size: u8,
}

#[derive(Debug, Serialize)]
struct PrintedTable {
    /// In millimetres.
    widths: Vec<u8>,
    ruled: bool,
    headed: bool,
    rows: Vec<Vec<PrintedCell>>,
}

#[derive(Debug, Serialize)]
struct PrintedCell {
    paragraphs: Vec<PrintedParagraph>,
    over: u8,
    ground: Option<&'static str>,
}

/// The size of running text, in points.
const SIZE: u8 = 14;

/// The document of a letter, for `print/letter.typ`. The file is dated by `today`; what day stands on the paper is the
/// letter's own affair.
pub fn letter_document(letter: &Letter, today: Date) -> Value {
    let day = today.to_string();
    let mut numbers = day.split('-').map(|part| part.parse::<u16>().unwrap_or_default());
    let (year, month, day) = (numbers.next(), numbers.next(), numbers.next());
    json!({
        "title": letter.name,
        "author": letter.agency,
        "date": {"year": year, "month": month, "day": day},
        "blocks": letter.blocks().iter().map(printed).collect::<Vec<_>>(),
    })
}

fn printed(block: &Block) -> Printed {
    match block {
        Block::Paragraph(one) => Printed::Paragraph(paragraph(one)),
        Block::Table(one) => Printed::Table(table(one)),
    }
}

fn paragraph(paragraph: &Paragraph) -> PrintedParagraph {
    let runs = paragraph.runs.iter().map(|run| PrintedRun {
        words: run.words.clone(),
        bold: run.bold,
        italic: run.italic,
        size: run.size.unwrap_or(SIZE),
    });
    PrintedParagraph {
        runs: runs.collect(),
        align: match paragraph.align {
            Align::Left => "left",
            Align::Centre => "centre",
            Align::Right => "right",
            Align::Both => "both",
        },
        indented: paragraph.indented,
        above: paragraph.above,
        below: paragraph.below,
        kept_with_next: paragraph.kept_with_next,
        heading: paragraph.heading.unwrap_or_default(),
        rule: paragraph.rule,
    }
}

fn table(table: &Table) -> PrintedTable {
    let cell = |cell: &Cell| PrintedCell {
        paragraphs: cell.paragraphs.iter().map(paragraph).collect(),
        over: cell.over.max(1),
        ground: cell.ground,
    };
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect();
    PrintedTable {
        widths: table.widths.clone(),
        ruled: table.ruled,
        headed: table.headed,
        rows: table.rows.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Run;

    fn letter() -> Letter {
        let named = Paragraph::of(Run::of("Đơn vị").bold());
        let figure = Paragraph { align: Align::Right, ..Paragraph::of(Run::of("12,5").italic()) };
        let wide = Cell { over: 2, ground: Some("DDDDDD"), ..Cell::of(Paragraph::text("Chung")) };
        let rows = vec![
            vec![Cell::of(named.clone()), Cell::of(named)],
            vec![wide],
            vec![Cell::of(Paragraph::text("A")), Cell::of(figure)],
        ];
        let table = Table { widths: vec![100, 65], ruled: true, headed: true, rows };
        Letter {
            name: "Báo cáo".into(),
            agency: "UBND phường Ví Dụ".into(),
            year: 2026,
            kind: "Báo cáo".into(),
            about: "kết quả\nkhảo sát".into(),
            body: vec![Paragraph::heading(2, "1. Phần đầu").into(), table.into()],
            ..Letter::default()
        }
    }

    #[test]
    fn nothing_of_a_letter_is_lost() {
        let document = letter_document(&letter(), Date::parse("2026-11-22").unwrap());
        assert_eq!(document["date"], json!({"year": 2026, "month": 11, "day": 22}));
        let blocks = document["blocks"].as_array().unwrap();
        assert_eq!(blocks.len(), letter().blocks().len());
        let heading = blocks.iter().find(|one| one["paragraph"]["heading"] == 2).unwrap();
        assert_eq!(heading["paragraph"]["runs"][0]["words"], "1. Phần đầu");
        let table = blocks.iter().find(|one| one["table"]["ruled"] == true).unwrap();
        assert_eq!(table["table"]["rows"][1][0]["over"], 2);
        assert_eq!(table["table"]["rows"][2][1]["paragraphs"][0]["align"], "right");
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn a_letter_is_set_with_its_words_searchable() {
        use crate::print::pdf::{Letters, Typesetter};
        use crate::theme::Theme;

        let theme = Theme::embedded();
        let typesetter = Typesetter::new(theme.print_files(), Letters::own()).unwrap();
        let today = Date::parse("2026-11-22").unwrap();
        let set = typesetter.set("letter.typ", &letter_document(&letter(), today)).unwrap();
        assert_eq!(set.pages, 1);
        assert!(memchr::memmem::find(&set.pdf, "Báo cáo".as_bytes()).is_some());
        let body = vec![Paragraph::text("Nội dung. ".repeat(400)).into(); 4];
        let long = Letter { body, ..letter() };
        let set = typesetter.set("letter.typ", &letter_document(&long, today)).unwrap();
        assert!(set.pages > 2, "{}", set.pages);
    }
}
