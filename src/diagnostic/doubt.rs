//! What an import could not read with certainty: one word each, as `to_decide` in a content file has it, and what a
//! person must decide.

use super::Tongue;

/// Why something waits for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is explained by `Doubt::said`")]
pub enum Doubt {
    DroppedThousands,
    FreeWithSum,
    FreeWithNote,
    UnreadAmount,
    NoUnit,
    UnreadLimit,
    SeveralSituations,
    NotASituation,
    UnnamedSituation,
    UnreadRest,
    RemarkAsPaper,
    UnreadCount,
    SeveralForms,
    UnreadAct,
    UnreadDecision,
    UnknownWord,
    CutName,
}

impl Doubt {
    /// All of them, with the word that a content file uses.
    pub const WORDS: [(&'static str, Self); 17] = [
        ("dropped_thousands", Self::DroppedThousands),
        ("free_with_sum", Self::FreeWithSum),
        ("free_with_note", Self::FreeWithNote),
        ("unread_amount", Self::UnreadAmount),
        ("no_unit", Self::NoUnit),
        ("unread_limit", Self::UnreadLimit),
        ("several_situations", Self::SeveralSituations),
        ("not_a_situation", Self::NotASituation),
        ("unnamed_situation", Self::UnnamedSituation),
        ("unread_rest", Self::UnreadRest),
        ("remark_as_paper", Self::RemarkAsPaper),
        ("unread_count", Self::UnreadCount),
        ("several_forms", Self::SeveralForms),
        ("unread_act", Self::UnreadAct),
        ("unread_decision", Self::UnreadDecision),
        ("unknown_word", Self::UnknownWord),
        ("cut_name", Self::CutName),
    ];

    /// The word in a content file.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, one)| *one == self).map_or("", |(word, _)| word)
    }

    /// What is doubtful, and what to decide.
    pub fn said(self, tongue: Tongue) -> &'static str {
        let (vi, en) = match self {
            Self::DroppedThousands => (
                "dưới 1.000 đồng: có lẽ ba số 0 đã mất; ghi `amount` đúng theo quyết định công bố",
                "under 1,000 đồng: three zeros were probably lost; write the `amount` of the announcing decision",
            ),
            Self::FreeWithSum => (
                "ghi miễn phí nhưng ghi chú nêu số tiền; chọn một trong hai",
                "said to be free, but the note names a sum; keep one of the two",
            ),
            Self::FreeWithNote => (
                "ghi miễn phí nhưng ghi chú nói đến mức thu; xem có thật sự miễn phí không",
                "said to be free, but the note speaks of a rate; see whether it is free indeed",
            ),
            Self::UnreadAmount => (
                "không đọc được thành số tiền; ghi `amount` và `kind`, hoặc giữ nguyên lời",
                "cannot be read as an amount; write `amount` and `kind`, or keep the words",
            ),
            Self::NoUnit => (
                "số không có đơn vị; ghi ngày làm việc, ngày hay giờ (cổng thường ghi 1 cho “trong ngày”: `same_day`)",
                "a number without a unit; say working days, days or hours (the portal often writes 1 for `same_day`)",
            ),
            Self::UnreadLimit => (
                "không đọc được thành thời hạn; ghi `limit`, hoặc giữ nguyên lời",
                "cannot be read as a time limit; write `limit`, or keep the words",
            ),
            Self::SeveralSituations => (
                "một tiêu đề gộp nhiều trường hợp; tách thành nhiều mục trong `cases`",
                "one heading holds several situations; split it into several `cases`",
            ),
            Self::NotASituation => (
                "tiêu đề này không phải một trường hợp; nhập giấy tờ vào trường hợp đúng, ghi `hand_in: show` nếu chỉ xuất trình",
                "this heading is no situation; move its papers to the right case, with `hand_in: show` if they are only shown",
            ),
            Self::UnnamedSituation => (
                "có nhiều trường hợp mà trường hợp này không có tên; đặt tên",
                "there are several situations and this one has no name; name it",
            ),
            Self::UnreadRest => (
                "phần chữ còn lại, không thuộc giấy tờ nào; đưa vào chỗ đúng hoặc bỏ",
                "a rest of text that belongs to no paper; put it where it belongs, or drop it",
            ),
            Self::RemarkAsPaper => (
                "không có bản chính cũng không có bản sao: có lẽ là lời dặn; chuyển vào `note` hoặc ghi số bản",
                "neither an original nor a copy: probably a remark; move it to a `note` or write how many",
            ),
            Self::UnreadCount => (
                "không đọc được số bản; ghi `originals`, `copies`",
                "the number of copies cannot be read; write `originals`, `copies`",
            ),
            Self::SeveralForms => (
                "có nhiều tệp mẫu dính liền, hoặc tên tệp lẫn chữ khác; tách và đặt tệp vào `forms/`",
                "several files in one name, or other words in it; separate them and put the files into `forms/`",
            ),
            Self::UnreadAct => (
                "không đọc được số, ký hiệu văn bản; ghi vào `acts` và `law/acts.yaml`",
                "the number of the act cannot be read; write it into `acts` and `law/acts.yaml`",
            ),
            Self::UnreadDecision => (
                "số quyết định công bố không đủ ký hiệu; ghi `decision` cho đúng",
                "the number of the announcing decision lacks its symbol; mend `decision`",
            ),
            Self::CutName => (
                "tên dài hơn 250 ký tự nên `short_name` là phần đầu bị cắt; đặt tên ngắn cho dễ hiểu",
                "the name is longer than 250 characters, so `short_name` is its beginning; write one that people understand",
            ),
            Self::UnknownWord => (
                "từ này chưa có trong danh mục của chương trình; chọn từ gần nghĩa hoặc bỏ",
                "this word is on no list of ours; choose one that means the same, or drop it",
            ),
        };
        match tongue {
            Tongue::Vietnamese => vi,
            Tongue::English => en,
        }
    }
}

/// Why a whole file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BookTrouble {
    /// More bytes than an import reads, or more when unpacked.
    TooLarge,
    /// Unpacks into far more than it is.
    Bomb,
    /// With macros inside.
    Macros,
    /// No workbook of the kind its name says, or damaged.
    Damaged,
    /// Of a kind that is not read.
    OtherKind,
    /// An old `.doc`, and no LibreOffice to convert it.
    OldWord,
}

/// Why a cell is not taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellTrouble {
    /// A formula.
    Formula,
    /// Part of a merged range.
    Merged,
    /// In a hidden row.
    Hidden,
    /// A day as a number.
    DayAsNumber,
    /// A decimal comma, or a point for thousands.
    Comma,
    /// A code as a number, which may have lost zeros.
    CodeAsNumber,
    /// Letters of an old font.
    OldFont,
    /// An error of the spreadsheet, such as #N/A.
    Error,
    /// Refused by the type of its column.
    Refused,
    /// The key it stands for is not where the export put it.
    NoPlace,
    /// A heading that no column has.
    UnknownColumn,
}
