//! A letter of an office in the form of Nghị định số 30/2020/NĐ-CP.

use super::{Align, Block, Cell, Paragraph, Run, Table};
use crate::text::Date;

/// The name of the state, as every letter has it.
pub(super) const STATE: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

/// The motto below it.
pub(super) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// What stands where the office writes by hand.
const BLANK: &str = "……";

/// A letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// What the document is called, for whoever opens it; not on the paper.
    pub name: String,
    /// The office that writes.
    pub agency: String,
    /// What is written after the number: `/UBND-VP`; empty leaves a blank.
    pub symbol: String,
    /// The day; none leaves day and month blank.
    pub day: Option<Date>,
    /// The year where there is no day.
    pub year: u16,
    /// The kind of paper, in capitals, for papers that have a name: `BÁO CÁO`. Empty for plain letters.
    pub kind: String,
    /// What it is about: "V/v …" on the left of a plain letter, below the name of another paper.
    pub about: String,
    /// To whom; empty for papers to nobody in particular.
    pub to: String,
    /// The text.
    pub body: Vec<Block>,
    /// Who else gets it, a line each.
    pub copies: Vec<String>,
    /// In what capacity somebody signs; empty leaves a blank.
    pub capacity: String,
    /// The name of who signs; empty leaves a blank.
    pub signer: String,
}

impl Letter {
    /// Everything on the paper, in order.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![self.head()];
        if !self.kind.is_empty() {
            let name = Run::of(self.kind.to_uppercase()).bold().sized(14);
            let name = Paragraph { above: 18, heading: Some(1), ..Paragraph::of(name).centred() };
            let about = Paragraph::of(Run::of(self.about.clone()).bold().sized(14)).centred();
            let about = Paragraph { below: 12, rule: Some(60), ..about };
            blocks.extend([name.into(), about.into()]);
        }
        if !self.to.is_empty() {
            let to = Run::of(format!("Kính gửi: {}", self.to));
            let to = Paragraph { above: 18, below: 12, ..Paragraph::of(to).centred() };
            blocks.push(to.into());
        }
        blocks.extend(self.body.iter().cloned());
        blocks.push(self.foot());
        blocks
    }

    /// The agency beside the name of the state, the number beside the date.
    fn head(&self) -> Block {
        let line = |words: &str, size| Paragraph::of(Run::of(words).bold().sized(size)).centred();
        let agency = Paragraph { rule: Some(22), ..line(&self.agency.to_uppercase(), 12) };
        let motto = Paragraph { rule: Some(18), ..line(MOTTO, 13) };
        let symbol = if self.symbol.is_empty() { "/……-……" } else { &self.symbol };
        let number = Run::of(format!("Số: {BLANK}{symbol}")).sized(13);
        let mut left = vec![Paragraph { above: 8, below: 6, ..Paragraph::of(number).centred() }];
        if self.kind.is_empty() && !self.about.is_empty() {
            let about = Run::of(format!("V/v {}", self.about)).sized(12);
            left.push(Paragraph::of(about).centred());
        }
        let day = Run::of(format!("{BLANK}……, {}", self.dated())).italic().sized(13);
        let right = Paragraph { above: 8, ..Paragraph::of(day).centred() };
        let cell = |paragraphs| Cell { paragraphs, ..Cell::default() };
        let rows = vec![
            vec![cell(vec![agency]), cell(vec![line(STATE, 12), motto])],
            vec![cell(left), cell(vec![right])],
        ];
        Table { widths: vec![68, 97], rows, ..Table::default() }.into()
    }

    fn dated(&self) -> String {
        self.day.map_or_else(
            || blank_day(self.year),
            |day| {
                let written = day.vietnamese();
                let mut parts = written.split('/');
                let mut next = || parts.next().unwrap_or_default();
                format!("ngày {} tháng {} năm {}", next(), next(), next())
            },
        )
    }

    /// Who else gets it beside who signs.
    fn foot(&self) -> Block {
        let mut left = vec![Paragraph::of(Run::of("Nơi nhận:").bold().italic().sized(12))];
        left.extend(self.copies.iter().map(|copy| Paragraph::of(Run::of(copy.clone()).sized(11))));
        let capacity = if self.capacity.is_empty() {
            Run::of("CHỨC VỤ CỦA NGƯỜI KÝ").sized(13)
        } else {
            Run::of(self.capacity.to_uppercase()).sized(13)
        };
        // Room for the signature and the seal.
        let room = Paragraph { below: 64, ..Paragraph::of(Run::of("")) };
        let signer = if self.signer.is_empty() { "Họ và tên" } else { &self.signer };
        let right = vec![
            Paragraph::of(capacity.bold()).centred(),
            room,
            Paragraph::of(Run::of(signer).bold().sized(14)).centred(),
        ];
        let right = right.into_iter().map(|one| Paragraph { kept_with_next: true, ..one });
        let above = Paragraph { align: Align::Left, ..Paragraph::of(Run::of("").sized(6)) };
        left.insert(0, above.clone());
        let right: Vec<_> = std::iter::once(above).chain(right).collect();
        let cell = |paragraphs| Cell { paragraphs, ..Cell::default() };
        let rows = vec![vec![cell(left), cell(right)]];
        Table { widths: vec![80, 85], rows, ..Table::default() }.into()
    }
}

/// A date whose day and month are written by hand.
pub fn blank_day(year: u16) -> String {
    format!("ngày …… tháng …… năm {year}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(blocks: &[Block]) -> Vec<String> {
        let mut all = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => all.push(paragraph.words()),
                Block::Table(table) => all.extend(
                    table
                        .rows
                        .iter()
                        .flatten()
                        .flat_map(|cell| &cell.paragraphs)
                        .map(Paragraph::words),
                ),
            }
        }
        all.retain(|line| !line.is_empty());
        all
    }

    #[test]
    fn a_letter_has_all_parts_in_their_order_and_blanks_for_what_the_office_writes() {
        let letter = Letter {
            agency: "Ủy ban nhân dân phường Ví Dụ".into(),
            about: "trả lời phản ánh".into(),
            year: 2026,
            to: "Ông/Bà".into(),
            body: vec![Paragraph::text("Nội dung.").into()],
            copies: vec!["- Như trên;".into(), "- Lưu: VT.".into()],
            ..Letter::default()
        };
        assert_eq!(
            words(&letter.blocks()),
            [
                "ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ",
                STATE,
                MOTTO,
                "Số: ……/……-……",
                "V/v trả lời phản ánh",
                "…………, ngày …… tháng …… năm 2026",
                "Kính gửi: Ông/Bà",
                "Nội dung.",
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT.",
                "CHỨC VỤ CỦA NGƯỜI KÝ",
                "Họ và tên",
            ]
        );
    }

    #[test]
    fn a_paper_with_a_name_carries_it_above_what_it_is_about() {
        let day = Date::parse("2026-02-03").ok();
        let report = Letter {
            kind: "Báo cáo".into(),
            about: "Kết quả khảo sát".into(),
            day,
            signer: "Nguyễn Văn A".into(),
            capacity: "Chủ tịch".into(),
            ..Letter::default()
        };
        let words = words(&report.blocks());
        let at = |line: &str| words.iter().position(|one| one == line).expect(line);
        assert!(at("BÁO CÁO") < at("Kết quả khảo sát"));
        assert!(at("…………, ngày 03 tháng 02 năm 2026") < at("BÁO CÁO"));
        assert!(at("CHỦ TỊCH") < at("Nguyễn Văn A"));
        assert!(!words.iter().any(|line| line.starts_with("V/v") || line.starts_with("Kính gửi")));
    }
}
