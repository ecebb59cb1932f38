//! The words of the data dictionary in both tongues: one exhaustive match a type.

use super::column::Column;
use crate::diagnostic::Tongue;
use crate::feedback::{Mark, Mode};

/// What a column holds, and what it means.
pub(super) fn column(column: Column, tongue: Tongue) -> (&'static str, &'static str) {
    let (holds, vi, en) = match column {
        Column::Rating => (
            "text, 32 hex",
            "Số riêng của lượt đánh giá; các câu trả lời của một lượt có cùng số. Đếm số khác nhau, đừng đếm dòng",
            "Id of the rating; all answers of one rating share it. Count distinct ids, not rows",
        ),
        Column::ReceivedAt => (
            "time, RFC 3339, UTC",
            "Lúc nhận được, giờ UTC (giờ Việt Nam trừ 7)",
            "When it was received, UTC (Vietnam is 7 hours ahead)",
        ),
        Column::Day => (
            "integer, YYYYMMDD",
            "Ngày nhận được theo giờ Việt Nam",
            "Day on which it was received, by the clocks of Vietnam",
        ),
        Column::Agency => {
            ("text", "Cơ quan, theo tên thư mục nội dung", "Agency, by its content folder")
        }
        Column::Point => (
            "text or blank",
            "Điểm phục vụ nơi đặt quầy, theo mã trong agency.yaml; trống nếu cơ quan không ghi điểm nào hoặc đánh giá có từ trước khi lưu mục này",
            "Service point where the counter stood, by its id in agency.yaml; blank where the agency names none, or in ratings from before it was kept",
        ),
        Column::Counter => {
            ("text", "Quầy, theo mã trong counters.yaml", "Counter, by its id in counters.yaml")
        }
        Column::Code => {
            ("text", "Mã in trên tờ ở quầy", "Code printed on the sheet at the counter")
        }
        Column::Procedure => (
            "text or blank",
            "Mã thủ tục, nếu trang đánh giá nói về một thủ tục",
            "Code of the procedure, if the page was about one",
        ),
        Column::Edition => (
            "text, 32 hex, or blank",
            "Dấu nội dung của bản niêm yết mà người đánh giá đã xem",
            "Content mark of the edition that the citizen saw",
        ),
        Column::Survey => ("text", "Phiếu hỏi", "Survey"),
        Column::Version => (
            "integer",
            "Phiên bản của phiếu hỏi lúc trả lời",
            "Version of the survey that was answered",
        ),
        Column::Language => ("text", "Ngôn ngữ của trang", "Language of the page"),
        Column::Mode => ("word", "Cách đánh giá", "Way on which the rating came"),
        Column::Verified => (
            "0 or 1",
            "1: có mã một lần chứng tỏ đã đến làm thủ tục; 0: để ngỏ. Không cộng hai loại mà không nói rõ",
            "1: a one-time code proved a visit; 0: open. Never add the two up without saying so",
        ),
        Column::State => ("word", "Được tính hay còn cách ly", "Counted, or in quarantine"),
        Column::Marks => {
            ("words with spaces between, or blank", "Lý do cần xem lại", "Reasons to look twice")
        }
        Column::AmendedAt => (
            "time, RFC 3339, UTC, or blank",
            "Lần cuối người đánh giá chọn lại hoặc bổ sung",
            "When the citizen last chose again or added to it",
        ),
        Column::Receipt => (
            "text, 8 signs",
            "Mã biên nhận đã đưa cho người đánh giá",
            "Receipt that the citizen was shown",
        ),
        Column::Question => {
            ("text", "Câu hỏi, theo mã trong phiếu", "Question, by its id in the survey")
        }
        Column::Kind => ("word", "Loại câu trả lời", "Kind of the answer"),
        Column::Answer => (
            "number, ids with spaces between, words, or blank",
            "Câu trả lời; ô bắt đầu như công thức được thêm dấu ' phía trước",
            "The answer; a cell that would begin a formula has a ' in front",
        ),
        Column::Points => (
            "integer 0–2 or blank",
            "Điểm của lựa chọn, với câu hỏi 0/1/2",
            "Points of the option, for 0/1/2 questions",
        ),
    };
    (holds, of(tongue, vi, en))
}

pub(super) fn mode(mode: Mode, tongue: Tongue) -> &'static str {
    let (vi, en) = match mode {
        Mode::Qr => {
            ("Quét mã in, trên điện thoại của mình", "By the printed symbol, on one's own phone")
        }
        Mode::Web => ("Theo liên kết trên trang", "By a link on the site"),
        Mode::Kiosk => ("Trên máy đặt ở nơi tiếp dân", "On a device in the hall"),
        Mode::Paper => ("Phiếu giấy do nhân viên nhập", "On paper, keyed in by staff"),
        Mode::Helped => ("Có người bấm giúp", "Somebody else held the phone"),
    };
    of(tongue, vi, en)
}

pub(super) fn state(held: bool, tongue: Tongue) -> &'static str {
    if held {
        of(
            tongue,
            "Cách ly: giữ lại, đếm riêng cho đến khi có người xem",
            "In quarantine: kept, counted apart until a person has looked",
        )
    } else {
        of(tongue, "Được tính", "Counted")
    }
}

pub(super) fn mark(mark: Mark, tongue: Tongue) -> &'static str {
    let (vi, en) = match mark {
        Mark::TooFast => ("Gửi nhanh hơn tay người", "Sent sooner than a hand can"),
        Mark::Stale => {
            ("Trang đã mở từ một ngày trở lên", "The page had lain open for a day or more")
        }
        Mark::NoStamp => (
            "Trang không có dấu giờ (máy chủ tĩnh)",
            "The page was never stamped (a plain static host)",
        ),
        Mark::ForgedStamp => ("Dấu giờ không phải của ta", "The stamp is not ours"),
        Mark::Honeypot => {
            ("Có điền ô mà người không thấy", "A field was filled that people do not see")
        }
        Mark::Burst => (
            "Quá nhiều lượt ở một quầy trong chốc lát",
            "Many ratings of one counter within a moment",
        ),
        Mark::Repeat => (
            "Giống hệt nhiều lượt khác cùng nơi, cùng ngày",
            "The same as many others from the same place on the same day",
        ),
        Mark::Personal => {
            ("Lời viết có thể có dữ liệu cá nhân", "The words may hold personal data")
        }
    };
    of(tongue, vi, en)
}

/// The meaning of a word that [`super::column::kind`] gives.
pub(super) fn kind(kind: &str, tongue: Tongue) -> &'static str {
    let (vi, en) = match kind {
        "level" => ("Mức của thang, 1 là kém nhất", "Level of the scale, 1 is worst"),
        "points" => ("Một lựa chọn có điểm", "One option that carries points"),
        "choice" => ("Một lựa chọn", "One option"),
        "choices" => ("Các lựa chọn đã đánh dấu", "The options that were ticked"),
        "number" => ("Một số", "A number"),
        "text" => ("Lời viết", "Words"),
        "dont_know" => ("Không biết / không sử dụng", "Don't know / did not use"),
        "masked" => (
            "Có lời viết, không đưa ra vì có thể có dữ liệu cá nhân",
            "Words were written; not shown, since they may hold personal data",
        ),
        "erased" => (
            "Có lời viết, đã xóa khi hết hạn lưu",
            "Words were written; erased when their time was over",
        ),
        _ => ("", ""),
    };
    of(tongue, vi, en)
}

fn of(tongue: Tongue, vi: &'static str, en: &'static str) -> &'static str {
    match tongue {
        Tongue::Vietnamese => vi,
        Tongue::English => en,
    }
}
