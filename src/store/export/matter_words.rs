//! The words of the data dictionary for matters and their logs, in both tongues: one exhaustive match a type.

use super::event_column::EventColumn;
use super::matter_column::MatterColumn;
use crate::diagnostic::Tongue;

/// What a column of the table of matters holds, and what it means.
pub(super) fn matter(column: MatterColumn, tongue: Tongue) -> (&'static str, &'static str) {
    use MatterColumn as C;
    let (holds, vi, en) = match column {
        C::Matter => (
            "text, 32 hex",
            "Số riêng của phản ánh, tin báo; cùng số trong bảng log",
            "Id of the matter; the same in the table log",
        ),
        C::ReceivedAt => {
            ("time, RFC 3339, UTC", "Lúc nhận được, giờ UTC", "When it was received, UTC")
        }
        C::Day => (
            "integer, YYYYMMDD",
            "Ngày nhận được theo giờ Việt Nam",
            "Day on which it was received, by the clocks of Vietnam",
        ),
        C::Agency => ("text", "Cơ quan nhận, theo tên thư mục nội dung", "Agency that received it"),
        C::Kind => (
            "word",
            "Loại; không bao giờ cộng các loại với nhau hay với đánh giá",
            "Its kind; kinds are never added up, neither with each other nor with ratings",
        ),
        C::Procedure => (
            "text or blank",
            "Mã thủ tục mà người gửi nói đến",
            "Code of the procedure that it is about",
        ),
        C::EditionFrom => (
            "date or blank",
            "Ngày có hiệu lực của bản niêm yết mà người gửi đã xem",
            "First day of the edition that the citizen saw",
        ),
        C::Edition => (
            "text, 32 hex, or blank",
            "Dấu nội dung của bản niêm yết đó",
            "Content mark of that edition",
        ),
        C::Counter => ("text or blank", "Quầy, theo mã", "Counter, by its id"),
        C::Page => ("text or blank", "Trang bị báo là sai", "The page that is said to be wrong"),
        C::Demands => (
            "words with spaces between, or blank",
            "Đã bị đòi thêm gì ngoài bản niêm yết",
            "What was asked for beyond the posted listing",
        ),
        C::Language => ("text", "Ngôn ngữ của trang", "Language of the page"),
        C::Words => (
            "text or blank",
            "Lời của người gửi; số điện thoại, số định danh, thư điện tử và tên người gửi hiện là ••• trừ khi xuất với --with-personal",
            "What the citizen wrote; telephone and identity numbers, e-mail addresses and the citizen's name are ••• unless exported --with-personal",
        ),
        C::State => ("word", "Đang ở bước nào", "Where its handling stands"),
        C::HandledBy => {
            ("date", "Hạn phải trả lời có tiếp nhận hay không", "Last day to say who handles it")
        }
        C::AnsweredBy => ("date", "Hạn trả lời", "Last day to answer it"),
        C::Due => (
            "date or blank",
            "Hạn của việc còn phải làm; trống nếu không còn việc gì",
            "Last day of what is still to be done; blank where nothing is",
        ),
        C::HandledAt => (
            "time, RFC 3339, UTC, or blank",
            "Lần đầu được tiếp nhận, chuyển, từ chối hoặc trả lời",
            "When it was first accepted, passed on, refused or answered",
        ),
        C::DecidedAt => (
            "time, RFC 3339, UTC, or blank",
            "Lần cuối được chuyển, từ chối hoặc trả lời",
            "When it was last passed on, refused or answered",
        ),
        C::Settled => (
            "word or blank",
            "Trả lời cuối: đã sửa hay giải thích",
            "The last answer: put right, or explained",
        ),
        C::Body => ("text or blank", "Nơi đã chuyển đến", "The body it was passed on to"),
        C::Answer => (
            "text or blank",
            "Lời trả lời hoặc lý do từ chối cuối cùng, che như cột words",
            "The last answer or reason of refusal, hidden like the column words",
        ),
        C::Reopened => ("0 or 1", "1: người gửi đã đề nghị xem lại", "1: it was reopened once"),
        C::ReopenUntil => (
            "date or blank",
            "Ngày cuối còn đề nghị xem lại được",
            "Last day on which it can be reopened",
        ),
        C::Assigned => {
            ("text or blank", "Tài khoản cán bộ đang xử lý", "Account of the officer who has it")
        }
        C::Number => (
            "text or blank",
            "Số trên hệ thống phản ánh, kiến nghị quốc gia",
            "Its number in the national system",
        ),
        C::Events => ("integer", "Số dòng trong bảng log", "How many rows it has in the table log"),
        C::ChangedAt => (
            "time, RFC 3339, UTC",
            "Lần cuối có việc được làm; thời hạn lưu tính từ đây",
            "When something was last done; periods of keeping run from here",
        ),
        C::Marks => {
            ("words with spaces between, or blank", "Lý do cần xem lại", "Reasons to look twice")
        }
        C::Held => (
            "0 or 1",
            "1: có vẻ do chương trình gửi và chưa cán bộ nào xem",
            "1: it seems to come from a program and no officer has looked at it",
        ),
        C::Contact => ("word", "Có liên hệ của người gửi không", "Whether there is a contact"),
        C::Name => (
            "text or blank",
            "Tên người gửi; chỉ khi xuất với --with-personal",
            "Name of the citizen; only if exported --with-personal",
        ),
        C::Phone => (
            "text or blank",
            "Điện thoại; chỉ khi xuất với --with-personal",
            "Telephone; only if exported --with-personal",
        ),
        C::Email => (
            "text or blank",
            "Thư điện tử; chỉ khi xuất với --with-personal",
            "E-mail address; only if exported --with-personal",
        ),
        C::Address => (
            "text or blank",
            "Địa chỉ; chỉ khi xuất với --with-personal",
            "Postal address; only if exported --with-personal",
        ),
    };
    (holds, in_tongue(tongue, vi, en))
}

/// What a column of the log holds, and what it means.
pub(super) fn event(column: EventColumn, tongue: Tongue) -> (&'static str, &'static str) {
    use EventColumn as C;
    let (holds, vi, en) = match column {
        C::Matter => ("text, 32 hex", "Số riêng của phản ánh, tin báo", "Id of the matter"),
        C::Agency => ("text", "Cơ quan", "Agency"),
        C::Number => {
            ("integer", "Số thứ tự trong quá trình xử lý, từ 1", "Its place in the log, from 1")
        }
        C::At => ("time, RFC 3339, UTC", "Lúc nào, giờ UTC", "When, UTC"),
        C::Day => ("integer, YYYYMMDD", "Ngày theo giờ Việt Nam", "Day, by the clocks of Vietnam"),
        C::By => ("word", "Ai làm", "Who did it"),
        C::Account => ("text or blank", "Tài khoản cán bộ", "Account of the officer"),
        C::Act => ("word", "Việc gì", "What was done"),
        C::Settled => {
            ("word or blank", "Trả lời: đã sửa hay giải thích", "Put right, or explained")
        }
        C::Words => (
            "text or blank",
            "Lời kèm theo, che như cột words của bảng matters",
            "What was said, hidden like the column words of the table matters",
        ),
        C::Body => ("text or blank", "Nơi được chuyển đến", "The body it was passed on to"),
        C::BodyContact => ("text or blank", "Cách liên hệ nơi đó", "How to reach that body"),
        C::To => (
            "text or blank",
            "Giao cho tài khoản nào; trống: trả về cho cả đơn vị",
            "To which account it was given; blank puts it back for everybody",
        ),
        C::NationalNumber => {
            ("text or blank", "Số trên hệ thống quốc gia", "Its number in the national system")
        }
        C::ReopenUntil => (
            "date or blank",
            "Ngày cuối còn đề nghị xem lại được",
            "Last day on which it can be reopened",
        ),
        C::HandledBy => ("date or blank", "Hạn tiếp nhận được đặt", "The day set for handling it"),
        C::AnsweredBy => ("date or blank", "Hạn trả lời được đặt", "The day set for answering it"),
    };
    (holds, in_tongue(tongue, vi, en))
}

/// What a word in one of these columns means; empty for a word that none of them holds.
pub(super) fn meaning(word: &str, tongue: Tongue) -> &'static str {
    let (vi, en) = match word {
        "petition" => ("phản ánh, kiến nghị", "petition"),
        "report" => {
            ("báo tin bị đòi ngoài bản niêm yết", "report of what was asked for beyond the list")
        }
        "page_error" => ("báo trang sai", "a page that is wrong"),
        "paper" => ("giấy tờ", "a paper"),
        "fee" => ("tiền", "money"),
        "visit" => ("đi lại thêm", "one more visit"),
        "other" => ("điều khác", "something else"),
        "received" => ("đã nhận, chưa có quyết định", "received, nothing is decided"),
        "accepted" => ("đang xử lý", "the agency handles it"),
        "passed_on" => ("đã chuyển nơi khác", "passed on to another body"),
        "refused" => ("không xử lý, có lý do", "refused, with the reason"),
        "answered" => ("đã trả lời", "answered"),
        "closed" => ("đã đóng", "closed"),
        "reopened" => ("người gửi đề nghị xem lại", "reopened by the citizen"),
        "withdrawn" => ("người gửi đã rút", "withdrawn by the citizen"),
        "fixed" => ("đã sửa", "put right"),
        "explained" => ("giữ nguyên, đã giải thích", "stays as it is, explained"),
        "given" => ("có", "there is one"),
        "none" => ("không để lại", "none was left"),
        "deleted" => ("đã xóa", "it was deleted"),
        "citizen" => ("người gửi, bằng mã tra cứu", "whoever brought it, by the tracking code"),
        "officer" => ("cán bộ", "an officer"),
        "system" => ("chương trình, khi hết thời hạn", "the program, when a period is over"),
        "receive" => ("nhận", "it came in"),
        "accept" => ("tiếp nhận xử lý", "the agency takes it on"),
        "pass_on" => ("chuyển nơi khác", "passed on"),
        "refuse" => ("từ chối", "refused"),
        "answer" => ("trả lời", "answered"),
        "close" => ("đóng", "closed"),
        "reopen" => ("đề nghị xem lại", "reopened"),
        "withdraw" => ("rút", "withdrawn"),
        "forget" => ("xóa liên hệ", "the contact was deleted"),
        "assign" => ("giao cho cán bộ", "given to an officer"),
        "note" => ("ghi chú nội bộ", "a note for colleagues"),
        "register" => ("ghi số trên hệ thống quốc gia", "its national number was recorded"),
        _ => ("", ""),
    };
    in_tongue(tongue, vi, en)
}

fn in_tongue(tongue: Tongue, vi: &'static str, en: &'static str) -> &'static str {
    match tongue {
        Tongue::Vietnamese => vi,
        Tongue::English => en,
    }
}
