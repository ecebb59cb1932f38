//! The letter that answers what somebody brought.

use super::{Letter, Paragraph};
use crate::text::Date;

/// What the agency decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided<'a> {
    /// It answers.
    Answered(&'a str),
    /// It will not handle it, with the reason.
    Refused(&'a str),
    /// It handed it to another body, which is reached so.
    PassedOn {
        /// That body.
        body: &'a str,
        /// How to reach it.
        contact: &'a str,
    },
}

/// What a reply is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply<'a> {
    /// The agency that writes.
    pub agency: &'a str,
    /// Who brought it; none leaves a blank, since whoever writes did not open the name.
    pub to: Option<&'a str>,
    /// Where that person lives or can be reached, if it was opened.
    pub at: Option<&'a str>,
    /// What was brought, within a sentence: `phản ánh, kiến nghị`.
    pub brought: &'a str,
    /// When it came in.
    pub received: Date,
    /// What was decided.
    pub decided: Decided<'a>,
    /// The last day on which it can be reopened.
    pub reopen_until: Date,
    /// The day of the letter's making; only its year is printed.
    pub today: Date,
}

impl Reply<'_> {
    /// The letter, to be numbered and signed.
    pub fn letter(&self) -> Letter {
        let Self { agency, brought, .. } = *self;
        let received = self.received.vietnamese();
        let came = format!("{agency} nhận được {brought} của ông/bà ngày {received}.");
        let mut lines = Vec::new();
        match self.decided {
            Decided::Answered(words) => {
                lines.push(format!("{came} Sau khi xem xét, {agency} trả lời như sau:"));
                lines.extend(paragraphs(words));
            }
            Decided::Refused(reason) => {
                lines.push(format!("{came} {agency} không xử lý được nội dung này. Lý do:"));
                lines.extend(paragraphs(reason));
            }
            Decided::PassedOn { body, contact } => {
                lines.push(format!(
                    "{came} Nội dung này thuộc thẩm quyền của {body}. {agency} đã chuyển đến cơ quan đó và \
                     thông báo để ông/bà biết."
                ));
                lines.push(format!("Liên hệ: {contact}"));
            }
        }
        lines.push(format!(
            "Nếu thấy trả lời chưa đủ hoặc chưa đúng, ông/bà có thể hỏi lại một lần bằng mã tra cứu đã nhận, đến hết \
             ngày {}.",
            self.reopen_until.vietnamese()
        ));
        lines.push("Trân trọng./.".into());
        let to = self.to.map_or_else(|| "Ông/Bà ……………………………".into(), |to| format!("Ông/Bà {to}"));
        let at = self.at.map(|at| format!("\n{at}")).unwrap_or_default();
        Letter {
            name: format!("Trả lời {brought} ngày {received}"),
            agency: agency.to_owned(),
            year: self.today.year().unsigned_abs(),
            about: format!("trả lời {brought}\nnhận ngày {received}"),
            to: format!("{to}{at}"),
            body: lines.into_iter().map(|line| Paragraph::text(line).into()).collect(),
            copies: copies(),
            ..Letter::default()
        }
    }
}

/// Who gets every letter.
pub(super) fn copies() -> Vec<String> {
    vec!["- Như trên;".into(), "- Lưu: VT, ……".into()]
}

/// A text of an officer, a paragraph for each line.
fn paragraphs(words: &str) -> impl Iterator<Item = String> {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Block;

    fn reply(decided: Decided<'_>) -> Reply<'_> {
        let day = |text| Date::parse(text).unwrap();
        Reply {
            agency: "UBND phường Ví Dụ",
            to: None,
            at: None,
            brought: "phản ánh, kiến nghị",
            received: day("2026-11-20"),
            decided,
            reopen_until: day("2026-12-15"),
            today: day("2026-11-22"),
        }
    }

    fn lines(letter: &Letter) -> Vec<String> {
        let words = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.words(),
            Block::Table(_) => String::new(),
        };
        letter.body.iter().map(words).collect()
    }

    #[test]
    fn an_answer_stands_line_by_line_and_says_how_to_ask_again() {
        let letter = reply(Decided::Answered("Đã trả lại tiền.\n\n Xin lỗi ông/bà. ")).letter();
        let lines = lines(&letter);
        assert_eq!(lines[1..3], ["Đã trả lại tiền.", "Xin lỗi ông/bà."]);
        assert!(lines[0].contains("nhận được phản ánh, kiến nghị của ông/bà ngày 20/11/2026"));
        assert!(lines[3].ends_with("đến hết ngày 15/12/2026."));
        assert_eq!((letter.to.as_str(), letter.year), ("Ông/Bà ……………………………", 2026));
    }

    #[test]
    fn other_decisions_say_what_was_decided() {
        let refused = reply(Decided::Refused("Là khiếu nại")).letter();
        assert!(lines(&refused)[0].ends_with("Lý do:"));
        let passed = Decided::PassedOn { body: "Sở Ví Dụ", contact: "0200" };
        let passed =
            Reply { to: Some("Trần Văn Bình"), at: Some("Số 1"), ..reply(passed) }.letter();
        assert!(lines(&passed)[0].contains("thẩm quyền của Sở Ví Dụ"));
        assert_eq!(lines(&passed)[1], "Liên hệ: 0200");
        assert_eq!(passed.to, "Ông/Bà Trần Văn Bình\nSố 1");
    }
}
