//! The letter with which an agency apologises for a file that is late, wrong or lost, and names a new day: what offices
//! know as "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết".

use super::reply::copies;
use super::{Letter, Paragraph};
use crate::text::Date;

/// What went wrong, as the letter says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The file will not be, or was not, done in time.
    Late,
    /// The result was wrong.
    Wrong,
    /// A paper was lost or spoilt.
    Lost,
}

/// What an apology is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApologyFacts<'a> {
    /// The agency that writes.
    pub agency: &'a str,
    /// Who brought the file; none leaves a blank.
    pub to: Option<&'a str>,
    /// The number of the file: whole where it was typed for the letter, else masked.
    pub file: &'a str,
    /// The procedure, by name; empty if it is not known.
    pub procedure: &'a str,
    /// What went wrong.
    pub failed: Failed,
    /// Why.
    pub reason: &'a str,
    /// When the file was due.
    pub due: Option<Date>,
    /// The new day.
    pub new_due: Option<Date>,
    /// The day of the letter; only its year is printed until somebody signs.
    pub today: Date,
    /// Who signs, with name and capacity; empty leaves blanks.
    pub signer: &'a str,
}

impl ApologyFacts<'_> {
    /// The letter, to be numbered and signed.
    pub fn letter(&self) -> Letter {
        let Self { agency, file, procedure, .. } = *self;
        let of =
            if procedure.is_empty() { String::new() } else { format!(", thủ tục {procedure}") };
        let file = format!("hồ sơ số {file}{of}");
        let due = self.due.map(Date::vietnamese);
        let due = due.map(|day| format!(", hẹn trả kết quả ngày {day}")).unwrap_or_default();
        let received = format!("{agency} đã tiếp nhận {file}{due}.");
        let failed = match self.failed {
            Failed::Late => "Đến nay cơ quan chưa giải quyết xong hồ sơ đúng hạn đã hẹn.",
            Failed::Wrong => "Kết quả giải quyết hồ sơ có sai sót do lỗi của cơ quan.",
            Failed::Lost => "Giấy tờ trong hồ sơ bị mất hoặc hư hỏng do lỗi của cơ quan.",
        };
        let mut lines = vec![
            received,
            format!("{failed} Lý do: {}", sentence(self.reason)),
            format!(
                "{agency} xin lỗi ông/bà về việc này và về thời gian, công sức đi lại của ông/bà."
            ),
        ];
        if let Some(day) = self.new_due.map(Date::vietnamese) {
            lines.push(format!(
                "{agency} hẹn trả kết quả vào ngày {day}. Hồ sơ này chỉ được hẹn lại một lần."
            ));
        }
        if self.failed != Failed::Late {
            lines.push(
                "Chi phí khắc phục do cơ quan chịu; ông/bà không phải nộp lại khoản nào.".into(),
            );
        }
        lines.push("Trân trọng./.".into());
        let (capacity, signer) = match self.signer.split_once(',') {
            Some((name, capacity)) => (capacity.trim(), name.trim()),
            None => ("", self.signer.trim()),
        };
        let about = match self.new_due {
            Some(_) => "xin lỗi và hẹn lại ngày trả kết quả",
            None => "xin lỗi về việc giải quyết hồ sơ",
        };
        Letter {
            name: "Văn bản xin lỗi".into(),
            agency: agency.to_owned(),
            year: self.today.year().unsigned_abs(),
            about: about.into(),
            to: self.to.map_or_else(|| "Ông/Bà ……………………………".into(), |to| format!("Ông/Bà {to}")),
            body: lines.into_iter().map(|line| Paragraph::text(line).into()).collect(),
            copies: copies(),
            capacity: capacity.to_owned(),
            signer: signer.to_owned(),
            ..Letter::default()
        }
    }
}

/// With a stop at its end.
fn sentence(words: &str) -> String {
    let words = words.trim();
    let ends = words.ends_with(['.', '!', '?', '…']);
    if ends { words.to_owned() } else { format!("{words}.") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Block;

    fn facts() -> ApologyFacts<'static> {
        let day = |text| Date::parse(text).ok();
        ApologyFacts {
            agency: "UBND phường Ví Dụ",
            to: None,
            file: "000.••.••12",
            procedure: "Đăng ký khai sinh",
            failed: Failed::Late,
            reason: "phải xác minh thêm",
            due: day("2026-11-20"),
            new_due: day("2026-11-27"),
            today: day("2026-11-19").unwrap(),
            signer: "Nguyễn Thị Lan, Chủ tịch",
        }
    }

    fn text(letter: &Letter) -> String {
        let words = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.words(),
            Block::Table(_) => String::new(),
        };
        letter.body.iter().map(words).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_late_file_is_named_with_its_reason_and_both_days() {
        let letter = facts().letter();
        let text = text(&letter);
        for part in [
            "hồ sơ số 000.••.••12, thủ tục Đăng ký khai sinh, hẹn trả kết quả ngày 20/11/2026.",
            "Lý do: phải xác minh thêm.",
            "xin lỗi ông/bà",
            "vào ngày 27/11/2026. Hồ sơ này chỉ được hẹn lại một lần.",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("Chi phí"));
        assert_eq!(
            (letter.capacity.as_str(), letter.signer.as_str()),
            ("Chủ tịch", "Nguyễn Thị Lan")
        );
    }

    #[test]
    fn what_was_wrong_or_lost_costs_the_citizen_nothing() {
        for failed in [Failed::Wrong, Failed::Lost] {
            let letter = ApologyFacts { failed, new_due: None, signer: "", ..facts() }.letter();
            let text = text(&letter);
            assert!(
                text.contains("Chi phí khắc phục do cơ quan chịu") && !text.contains("hẹn lại")
            );
            assert_eq!(letter.about, "xin lỗi về việc giải quyết hồ sơ");
            assert!(letter.signer.is_empty());
        }
    }
}
