//! Every problem in Vietnamese: the sentence an editor reads first, and what to do.

use super::vocabulary::{
    DECISION_LINE, Part, Reason, Slip, contact_line, example, excerpt, figure, home, last, listed,
    sample, shortened,
};
use super::{BookTrouble, CellTrouble, Contact, Kind, Original, Problem, Shape, Tongue};
use crate::text::{Date, NumberStyle};

/// The message and the remedy.
pub(super) fn words(problem: &Problem) -> (String, String) {
    match problem {
        // 0 đọc tệp
        Problem::Unreadable { reason } => (
            format!("Không đọc được tệp hoặc thư mục này (hệ điều hành báo: {reason})."),
            "Kiểm tra xem tệp còn ở đó không và tài khoản chạy chương trình có quyền đọc không.".into(),
        ),
        Problem::NotUtf8 { byte } => (
            format!("Tệp không phải UTF-8: byte thứ {} không đọc được thành chữ.", number(*byte)),
            "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8 (Unicode dựng sẵn); tệp cũ gõ theo TCVN3 (ABC) hoặc VNI phải chuyển mã trước.".into(),
        ),
        Problem::TooLarge { bytes, limit } => (
            format!(
                "Tệp quá lớn: {} byte, trong khi giới hạn là {} byte.",
                NumberStyle::VIETNAMESE.whole(*bytes),
                NumberStyle::VIETNAMESE.whole(*limit)
            ),
            "Tách thành nhiều tệp; tệp để người dân tải về thì đặt trong `forms/`.".into(),
        ),
        Problem::Syntax { message } => (
            format!("Từ chỗ này tệp không còn đúng cú pháp YAML: {} (bộ đọc YAML báo: {message}).", slip(Slip::of(message)).0),
            slip(Slip::of(message)).1.into(),
        ),
        Problem::Alias => (
            "Tệp dùng ký hiệu neo hoặc tham chiếu của YAML (`&tên`, `*tên`), chương trình không nhận.".into(),
            "Viết lại nội dung đầy đủ tại chỗ này; nếu `&` hoặc `*` là chữ bình thường thì đặt cả câu trong dấu ngoặc kép, ví dụ `name: \"*Ghi chú\"`.".into(),
        ),
        Problem::TooDeep { limit } => (
            format!("Nội dung lồng vào nhau quá {limit} tầng."),
            "Kiểm tra dấu cách đầu dòng và các dấu ngoặc `[`, `{` chưa đóng; không tệp nội dung nào cần nhiều tầng như vậy.".into(),
        ),
        Problem::LinkOutside { target } => (
            format!("Liên kết (symbolic link) này dẫn ra ngoài thư mục nội dung (tới `{target}`)."),
            "Xóa liên kết và chép tệp thật vào thư mục nội dung.".into(),
        ),
        Problem::FolderLoop => (
            "Thư mục này chứa chính nó qua một liên kết.".into(),
            "Xóa liên kết quay vòng.".into(),
        ),
        Problem::UnknownFile { suggestion } => (
            "Không có phần nào của trang dùng đến tệp này.".into(),
            with_guess(suggestion.as_deref(), "Đổi tên hoặc chuyển tệp về đúng thư mục; nếu không cần nữa thì xóa."),
        ),
        Problem::FileName { wanted, found } => (
            format!("Trong tên tệp, `{found}` không phải là {}.", shape(*wanted)),
            format!(
                "Đặt tên theo mẫu `<mã>.yaml`, `<mã>@2027-03-01.yaml` hoặc `<mã>.en.yaml`{}.",
                sample_of(*wanted, "; phần này viết như ")
            ),
        ),
        Problem::EmptyFile => (
            "Tệp không có nội dung.".into(),
            "Viết nội dung cho tệp, hoặc xóa tệp nếu không dùng.".into(),
        ),
        Problem::ManyDocuments => (
            "Tệp chứa nhiều hơn một tài liệu YAML (có dòng `---` ở giữa).".into(),
            "Tách mỗi tài liệu thành một tệp, hoặc xóa dòng `---`.".into(),
        ),
        Problem::NotAFile => (
            "Đây không phải là một tệp thường (có thể là thư mục, ống dẫn, socket hay thiết bị) nên không được mở.".into(),
            "Xóa hoặc đổi tên nó, rồi đặt tệp nội dung thật vào chỗ này.".into(),
        ),
        Problem::ManyMore { count } => (
            format!("Tệp này còn {} vấn đề khác, không nêu ra ở đây.", number(*count)),
            "Sửa những vấn đề đã nêu rồi kiểm tra lại; thường là do một lỗi ở đầu tệp.".into(),
        ),
        Problem::Utf16 => (
            "Tệp được lưu ở dạng UTF-16 (Windows gọi là “Unicode”), không phải UTF-8.".into(),
            "Mở tệp, chọn “Save as” và chọn “UTF-8” ở mục “Encoding”.".into(),
        ),
        Problem::ControlSign { sign } => (
            format!("Ở đây có ký tự điều khiển U+{sign:04X}, không phải chữ."),
            "Xóa ký tự này (thường lẫn vào khi chép từ PDF hoặc phần mềm khác), rồi gõ lại chữ hai bên nếu cần.".into(),
        ),
        // 1 hình thức
        Problem::UnknownKey { key, suggestion, known } => (
            format!("Ở đây không có khóa `{key}`."),
            with_guess(
                suggestion.as_deref(),
                &if known.is_empty() {
                    "Sửa lại tên khóa, hoặc xóa dòng này.".to_owned()
                } else {
                    format!("Các khóa dùng được ở đây: {}.", listed(known))
                },
            ),
        ),
        Problem::DuplicateKey { key, first_line } => (
            format!("Khóa `{key}` viết hai lần; lần đầu ở dòng {first_line}."),
            "Giữ lại một dòng; nếu cả hai đều cần thì gộp nội dung lại.".into(),
        ),
        Problem::MissingKey { key } => (
            format!("Thiếu khóa `{key}`{}.", term(key)),
            match example(key) {
                Some(line) => format!("Thêm vào đây, ví dụ: `{line}`."),
                None => format!("Thêm dòng `{}: …` vào đây.", last(key)),
            },
        ),
        Problem::WrongShape { wanted, found } => (
            format!("Chỗ này phải là {}, nhưng đang là {}.", shape(*wanted), shape(*found)),
            format!("{}.", how(*wanted)),
        ),
        Problem::NotOneOf { found, allowed, suggestion } => (
            format!("`{}` không nằm trong các từ được dùng ở đây.", excerpt(found)),
            with_guess(suggestion.as_deref(), &format!("Chọn một trong các từ: {}.", listed(allowed))),
        ),
        Problem::BadValue { wanted, found, reason: sentence } => (
            format!("`{}` không phải là {}: {}.", excerpt(found), shape(*wanted), reason(sentence)),
            format!("{}.", how(*wanted)),
        ),
        Problem::LimitWithoutUnit { found } => (
            format!("Thời hạn `{}` không có đơn vị: ngày, ngày làm việc hay giờ?", excerpt(found)),
            format!(
                "Ghi đơn vị sau số, ví dụ `limit: {} working_days` (ngày làm việc), `{} days` (ngày), `{} hours` (giờ); giải quyết trong ngày thì viết `same_day`.",
                figure(found), figure(found), figure(found)
            ),
        ),
        Problem::EmptyText => (
            "Chỗ này phải có chữ nhưng đang để trống.".into(),
            "Viết nội dung; nếu không có thì bỏ cả dòng, hoặc viết `none` nếu khóa này cho phép.".into(),
        ),
        Problem::CurlyQuotes => (
            "Nội dung bắt đầu bằng dấu ngoặc kép cong “, nên dấu này thành một phần của chữ và hiện luôn trên trang.".into(),
            "Thay “ và ” ở hai đầu bằng dấu ngoặc kép thẳng `\"`; nên gõ bằng Notepad hoặc trình soạn thảo văn bản thuần, vì Word tự đổi dấu thẳng thành dấu cong.".into(),
        ),
        Problem::CutText { lost } => (
            format!("Từ dấu # trở đi bị coi là ghi chú, nên phần “{lost}” không lên trang."),
            "Đặt cả nội dung trong dấu ngoặc kép thẳng `\"…\"`; nếu đúng là ghi chú thì để một dấu cách sau `#`.".into(),
        ),
        // 2 tham chiếu
        Problem::UnknownReference { kind: what, id, suggestion } => (
            format!("Không có {} `{id}`.", kind(*what)),
            with_guess(
                suggestion.as_deref(),
                &if *what == Kind::PrintedCode {
                    "Sửa lại cho đúng; mã in chỉ được cấp bằng `niemyet codes assign`.".to_owned()
                } else {
                    format!("Sửa lại cho đúng, hoặc khai báo {} này trong `{}`.", kind(*what), home(*what))
                },
            ),
        ),
        Problem::DuplicateId { kind: what, id } => (
            format!("Có hai {} cùng mã `{id}`.", kind(*what)),
            "Xóa mục trùng, hoặc đổi mã của mục thêm sau; mã đã công bố thì giữ nguyên.".into(),
        ),
        Problem::DuplicateProcedure { code, other } => (
            format!("Phiên bản này của thủ tục `{code}` đã có trong tệp `{other}`."),
            "Giữ lại một tệp; nếu đây là phiên bản mới thì ghi ngày có hiệu lực vào tên tệp, ví dụ `<mã>@2027-03-01.yaml`.".into(),
        ),
        Problem::WordsWithoutOriginal { kind: what, id, suggestion } => (
            format!("Bản dịch có {} `{id}`, nhưng bản gốc không có.", kind(*what)),
            with_guess(suggestion.as_deref(), "Dùng đúng mã của bản gốc, hoặc xóa phần dịch này."),
        ),
        Problem::WordsWithoutFile { original } => (
            format!("Đây là bản dịch của `{original}`, nhưng không có tệp gốc đó."),
            "Sửa lại tên tệp cho khớp với tệp gốc, hoặc tạo tệp gốc; bản dịch không đứng một mình.".into(),
        ),
        Problem::MissingForm { form, suggestion } => (
            format!("Không có biểu mẫu `{form}` trong thư mục `forms/`."),
            with_guess(suggestion.as_deref(), &format!("Chép tệp vào `forms/{form}`, hoặc sửa lại tên (chú ý chữ hoa, chữ thường và dấu).")),
        ),
        Problem::OfferedNowhere { code } => (
            format!("Không cơ quan nào tiếp nhận thủ tục `{code}`."),
            format!("Thêm mã vào một nhóm trong `sets/`, hoặc vào `agency.yaml`: `offers: {{also: [\"{code}\"]}}`."),
        ),
        Problem::IdleCounter { counter } => (
            format!("Quầy `{counter}` không tiếp nhận thủ tục nào của cơ quan."),
            "Sửa `handles` của quầy, ví dụ `handles: {fields: [ho-tich]}`, hoặc xóa quầy nếu đã bỏ.".into(),
        ),
        Problem::NoCounterFor { agency, codes } => (
            format!("Cơ quan `{agency}` có {} thủ tục mà không quầy nào tiếp nhận: {}.", codes.len(), codes_of(codes)),
            "Thêm lĩnh vực hoặc mã thủ tục vào `handles` của một quầy trong `counters.yaml`, ví dụ `handles: {fields: [ho-tich], codes: [\"1.000894\"]}`.".into(),
        ),
        Problem::ParentLoop { agency } => (
            format!("Cơ quan `{agency}` là cấp trên của chính mình: các dòng `parent` nối thành vòng."),
            "Sửa `parent` cho đúng cơ quan cấp trên trực tiếp; cơ quan cao nhất viết `parent: none`.".into(),
        ),
        Problem::StrayOffering { agency, code } => (
            format!("Tệp này quy định riêng cho thủ tục `{code}`, nhưng cơ quan `{agency}` không tiếp nhận thủ tục đó."),
            format!("Thêm vào `agency.yaml`: `offers: {{also: [\"{code}\"]}}`, hoặc xóa tệp này."),
        ),
        Problem::UndeclaredLanguage { language } => (
            format!("Tệp này viết bằng ngôn ngữ `{language}`, nhưng `languages` trong `site.yaml` không có ngôn ngữ này."),
            format!("Thêm vào `site.yaml`, ví dụ `languages: [vi, {language}]`, hoặc xóa tệp này."),
        ),
        Problem::EditionInOtherField { code, other } => (
            format!("Phiên bản này của thủ tục `{code}` nằm ở thư mục lĩnh vực khác với `{other}`."),
            "Chuyển mọi phiên bản của một thủ tục vào cùng một thư mục lĩnh vực.".into(),
        ),
        Problem::WordsNotShown { key, original } => (
            match original {
                Original::Quoted => format!("Lời dịch của `{key}`{} ở đây không hiện trên trang: bản gốc trích nguyên văn quyết định, mà lời trích thì giữ nguyên tiếng của quyết định.", term(key)),
                Original::None => format!("Lời dịch của `{key}`{} ở đây không hiện trên trang: bản gốc ghi `none` (không có).", term(key)),
                Original::Missing => format!("Lời dịch của `{key}`{} ở đây không hiện trên trang: bản gốc không có nội dung này.", term(key)),
            },
            match original {
                Original::Quoted => "Xóa lời dịch này; nếu quyết định thật ra có nêu rõ thì ghi nội dung đó vào bản gốc thay cho `as_announced`.".into(),
                Original::None | Original::Missing => "Xóa lời dịch này, hoặc ghi nội dung vào bản gốc trước.".into(),
            },
        ),
        // 3 quy định pháp luật
        Problem::MissingPart { part, citation } => (
            format!("Thiếu phần bắt buộc `{part}`{}{}.", term(part), under(citation)),
            match example(part) {
                Some(line) => format!("Chép từ quyết định công bố vào đây, ví dụ: `{line}`."),
                None => format!("Chép từ quyết định công bố vào đây: `{}: …`.", last(part)),
            },
        ),
        Problem::NoneNotStated { part, citation } => (
            format!("Chưa nói có hay không có `{part}`{}{}.", term(part), under(citation)),
            format!("Nếu không có, viết `{}: none`; nếu có thì ghi đầy đủ theo quyết định công bố.", last(part)),
        ),
        Problem::MissingContact { contact: which } => (
            format!("Thiếu đầu mối {}.", contact(*which)),
            format!("Thêm vào `contacts` trong `agency.yaml`, ví dụ: `{}`.", contact_line(*which)),
        ),
        Problem::NoHotline { agency } => (
            format!("Cơ quan `{agency}` không có số điện thoại nào để người dân hỏi về hồ sơ."),
            format!("Thêm vào `contacts` trong `agency.yaml`, ví dụ: `{}`.", contact_line(Contact::Help)),
        ),
        Problem::AnnouncedNotPosted { agency, codes } => (
            format!("Danh mục đã công bố của cơ quan `{agency}` có {} thủ tục chưa niêm yết: {}.", codes.len(), codes_of(codes)),
            "Thêm tệp thủ tục và đưa mã vào `offers`; nếu thủ tục đã bãi bỏ thì bỏ mã khỏi `announced.codes` theo quyết định mới.".into(),
        ),
        Problem::PostedNotAnnounced { agency, codes } => (
            format!("Cơ quan `{agency}` niêm yết {} thủ tục không có trong danh mục đã công bố: {}.", codes.len(), codes_of(codes)),
            "Bổ sung mã vào `announced.codes` nếu đã có quyết định công bố; nếu không, bỏ khỏi `offers` (dùng `except` khi mã đến từ một nhóm).".into(),
        ),
        Problem::Expired { code, ended } => (
            format!("Thủ tục `{code}` không còn phiên bản nào có hiệu lực; phiên bản cuối kết thúc ngày {}.", ended.vietnamese()),
            format!("Thêm phiên bản mới, ví dụ tệp `{code}@{}.yaml`; nếu thủ tục đã bãi bỏ thì bỏ mã khỏi `offers`.", ended.plus_days(1)),
        ),
        Problem::NotYetInForce { code, begins } => (
            format!("Thủ tục `{code}` chưa có phiên bản nào đang có hiệu lực; phiên bản sớm nhất bắt đầu từ ngày {}.", begins.vietnamese()),
            "Nếu đúng như vậy thì không phải sửa gì: đến ngày đó trang tự đăng; nếu không, sửa `effective_from` hoặc ngày trong tên tệp.".into(),
        ),
        Problem::EditionsOverlap { code, ends, next_begins } => (
            format!(
                "Hai phiên bản của thủ tục `{code}` cùng có hiệu lực: bản trước đến hết ngày {}, bản sau từ ngày {}.",
                ends.vietnamese(), next_begins.vietnamese()
            ),
            format!("Ở bản trước viết `effective_to: {}`, hoặc bỏ dòng này: bản trước tự hết khi bản sau bắt đầu.", next_begins.plus_days(-1)),
        ),
        Problem::EditionGap { code, ends, next_begins } => (
            format!(
                "Thủ tục `{code}` bị bỏ trống từ sau ngày {} đến trước ngày {}: không có phiên bản nào có hiệu lực.",
                ends.vietnamese(), next_begins.vietnamese()
            ),
            format!("Nếu bản trước vẫn được áp dụng, viết `effective_to: {}` hoặc bỏ dòng này.", next_begins.plus_days(-1)),
        ),
        Problem::NoDecision { code } => (
            format!("Thủ tục `{code}` không ghi quyết định công bố."),
            format!("Thêm số quyết định, ví dụ: `{DECISION_LINE}`."),
        ),
        Problem::AsAnnounced { part, words } => (
            format!("`{part}`{} được trích nguyên văn quyết định công bố: “{}”.", term(part), excerpt(words)),
            "Nếu quyết định ghi đúng như vậy thì không phải sửa; trang sẽ nói rõ với người dân. Nên đề nghị cơ quan công bố bổ sung cho cụ thể.".into(),
        ),
        Problem::Abolished { found, since, instead } => (
            format!("“{}” không còn dùng từ ngày {}.", excerpt(found), since.vietnamese()),
            if instead.is_empty() {
                "Bỏ hoặc viết lại theo quy định đang có hiệu lực.".into()
            } else {
                format!("Thay bằng: {instead}.")
            },
        ),
        Problem::SurveyWithoutCitation { survey } => (
            format!("Phiếu khảo sát `{survey}` lấy theo văn bản nhưng không ghi là văn bản nào."),
            "Thêm `citation: \"Quyết định số …\"`; nếu câu hỏi do cơ quan tự đặt thì viết `status: local`.".into(),
        ),
        Problem::EndsBeforeBegins { from, to } => (
            format!("Ngày kết thúc {} lại trước ngày bắt đầu {}.", to.vietnamese(), from.vietnamese()),
            "Sửa một trong hai ngày; viết năm-tháng-ngày, ví dụ `2026-11-21`.".into(),
        ),
        Problem::EditionsSameDay { code, day, other } => (
            format!("Phiên bản này của thủ tục `{code}` và `{other}` cùng bắt đầu ngày {}.", day.vietnamese()),
            "Giữ một phiên bản, hoặc sửa ngày bắt đầu của một trong hai.".into(),
        ),
        Problem::EditionBeforeFirst { code, dated, first } => (
            format!("Phiên bản này của thủ tục `{code}` bắt đầu ngày {}, trước cả phiên bản đầu tiên ({}).", dated.vietnamese(), first.vietnamese()),
            "Sửa ngày trong tên tệp, hoặc `effective_from` của phiên bản đầu tiên.".into(),
        ),
        Problem::FromInDatedEdition { found } => (
            format!("Tên tệp đã nói ngày bắt đầu có hiệu lực, nên ở đây không ghi `effective_from` ({}) nữa.", found.vietnamese()),
            "Xóa dòng `effective_from`; nếu ngày trong tên tệp sai thì đổi tên tệp.".into(),
        ),
        // 4 hợp lý
        Problem::FreeWithAmount { note } => (
            format!("Ghi là miễn phí, nhưng ghi chú lại nêu số tiền: “{}”.", excerpt(note)),
            "Nếu có thu, ghi số tiền vào `amount`, ví dụ `amount: 8000 VND`; nếu không thu, bỏ số tiền khỏi `note`.".into(),
        ),
        Problem::DroppedThousands { amount, meant } => (
            format!("{} đồng? Có phải {} đồng?", vnd(*amount), vnd(*meant)),
            format!(
                "Viết `amount: {meant} VND`; nếu quyết định công bố đúng là {} đồng thì thêm dòng `exact: true`.",
                vnd(*amount)
            ),
        ),
        Problem::LongTitle { characters } => (
            format!("Tên thủ tục dài {} ký tự mà không có tên ngắn.", number(*characters)),
            "Thêm tên ngắn không quá 80 ký tự, ví dụ `short_name: \"Đăng ký kết hôn\"`; tên đầy đủ vẫn hiện trên trang.".into(),
        ),
        Problem::FeeOutsideEdition { fee, from, to } => (
            format!("Khoản thu `{fee}` có hiệu lực {} nằm ngoài thời gian hiệu lực của phiên bản này.", span(*from, *to)),
            "Sửa `from`, `to` của khoản thu, hoặc chuyển khoản thu sang phiên bản đúng thời gian.".into(),
        ),
        Problem::FeeExpired { fee, ended } => (
            format!("Mức thu `{fee}` đã hết hiệu lực sau ngày {}.", ended.vietnamese()),
            format!("Thêm mức thu đang áp dụng với `from: {}`; nếu không còn thu, xóa khoản này hoặc viết `fees: none`.", ended.plus_days(1)),
        ),
        Problem::PaperWithoutCount { paper } => (
            format!("Giấy tờ `{paper}` không yêu cầu bản chính cũng không yêu cầu bản sao: có lẽ đây là lời ghi chú?"),
            "Nếu là giấy tờ, ghi `originals: 1` hoặc `copies: 1`; nếu là ghi chú, chuyển vào `note` của giấy tờ liên quan.".into(),
        ),
        Problem::OnlineChannel { channel, missing } => match *missing {
            "level" => (
                format!("Cách nộp trực tuyến `{channel}` chưa ghi mức độ."),
                "Thêm `level: full` (toàn trình) hoặc `level: partial` (một phần).".into(),
            ),
            "url" => (
                format!("Cách nộp trực tuyến `{channel}` chưa có địa chỉ nộp hồ sơ."),
                "Thêm địa chỉ đầy đủ, ví dụ `url: \"https://dichvucong.example/nop/1.000894\"`.".into(),
            ),
            _ => (
                format!("Cách nộp `{channel}` có `level` hoặc `url` nhưng không phải nộp trực tuyến."),
                "Viết `kind: online` nếu nộp trực tuyến; nếu không, xóa `level` và `url`.".into(),
            ),
        },
        Problem::UnnamedCase { case } => (
            format!("Có nhiều trường hợp hồ sơ, nhưng trường hợp `{case}` không có tên."),
            "Thêm tên để người dân biết mình thuộc trường hợp nào, ví dụ `name: \"Trường hợp ủy quyền\"`.".into(),
        ),
        Problem::LongShortName { characters } => (
            format!("Tên ngắn dài {} ký tự, trong khi chỉ nên dài nhất 80.", number(*characters)),
            "Rút gọn theo cách người dân vẫn gọi, ví dụ `short_name: \"Đăng ký kết hôn\"`; tên đầy đủ để ở `name`.".into(),
        ),
        Problem::AmountAndQuote { fee } => (
            format!("Khoản thu `{fee}` vừa có `amount` vừa có `as_announced`: trang sẽ theo bên nào?"),
            "Giữ `amount` nếu quyết định nêu số tiền; chỉ giữ `as_announced` khi quyết định không nêu.".into(),
        ),
        Problem::HoursReversed { from, to } => (
            format!("Giờ đóng cửa {to} không sau giờ mở cửa {from}."),
            "Sửa lại, ví dụ `{days: [mon, tue, wed, thu, fri], from: \"07:30\", to: \"11:30\"}`.".into(),
        ),
        Problem::OverHundredPercent { found } => (
            format!("Mức thu `{found}` lớn hơn toàn bộ giá trị dùng để tính."),
            "Đối chiếu với quyết định công bố: số thập phân viết với dấu chấm, ví dụ `amount: 0.5 %`.".into(),
        ),
        Problem::NoSets => (
            "Số lượng hồ sơ là 0 bộ: người dân không thể nộp 0 bộ.".into(),
            "Ghi số bộ theo quyết định công bố, ví dụ `file_sets: 1`.".into(),
        ),
        Problem::SurveyChanged { survey, version, next } => (
            format!("Các câu hỏi của phiếu `{survey}` đã khác với phiên bản {version} đã ghi sổ."),
            format!("Nâng `version` lên {next} rồi chạy `niemyet surveys record`; câu trả lời cũ giữ phiên bản cũ."),
        ),
        Problem::SurveyVersionBack { survey, version, newest } => (
            format!("Phiếu `{survey}` ghi phiên bản {version}, nhưng sổ đã có phiên bản {newest}."),
            format!("Ghi `version` từ {newest} trở lên; phiên bản không bao giờ lùi."),
        ),
        Problem::SurveyNotRecorded { survey, version } => (
            format!("Phiên bản {version} của phiếu `{survey}` chưa được ghi sổ."),
            "Khi các câu hỏi đã xong, chạy `niemyet surveys record`: lệnh này ghi thêm vào `survey-versions.yaml`.".into(),
        ),
        Problem::SlowFirstQuestion { survey } => (
            format!("Phiếu `{survey}` mở từ mã in nhưng không bắt đầu bằng một câu chọn một chạm."),
            "Đặt lên đầu một câu `scale`, `points` hoặc `choice` có `required: true`.".into(),
        ),
        Problem::BoundsReversed { min, max } => (
            format!("Số nhỏ nhất {min} lớn hơn số lớn nhất {max}: không ai trả lời được."),
            "Đổi lại `min` và `max`.".into(),
        ),
        Problem::HoursOverlap { day, first, first_span, second, second_span } => (
            format!("Ngày `{day}`: mục thứ {second} ({second_span}) trùng giờ với mục thứ {first} ({first_span}) của cùng danh sách."),
            "Mỗi buổi một mục, buổi sau bắt đầu khi buổi trước đã hết; giờ riêng của một ngày thì bỏ ngày đó khỏi mục chung.".into(),
        ),
        // 5 mã in và địa chỉ
        Problem::CounterWithoutCode { counter } => (
            format!("Quầy `{counter}` chưa có mã in."),
            "Chạy `niemyet codes assign`: lệnh này cấp mã và ghi thêm vào `printed-codes.yaml`.".into(),
        ),
        Problem::CodeReused { code } => (
            format!("Mã in `{code}` có hai lần trong sổ mã in."),
            "Xóa dòng thêm sau, rồi chạy `niemyet codes assign` để cấp mã mới; mã đã in không bao giờ dùng lại.".into(),
        ),
        Problem::BadSuccessor { code, successor } => (
            if code == successor {
                format!("Mã in `{code}` tự trỏ về chính nó ở `successor`.")
            } else {
                format!("Mã in `{code}` trỏ tới mã thay thế `{successor}`, nhưng sổ mã in không có mã này.")
            },
            "Ghi ở `successor` một mã khác đang có trong `printed-codes.yaml`, hoặc bỏ `successor`.".into(),
        ),
        Problem::BadBaseUrl { found } => (
            format!("`base_url` phải là địa chỉ đầy đủ, không có `?`, `#` hay tên người dùng, nhưng đang là `{}`.", excerpt(found)),
            format!("Viết cả `https://`, ví dụ `{}`.", example("base_url").unwrap_or_default()),
        ),
        Problem::PrintOriginMissing { base_url } => (
            format!("`base_url` (`{base_url}`) có đường dẫn phía sau tên miền, nên mã in cần một tên miền riêng."),
            format!("Thêm `{}`: chỉ `https://` và tên miền, không có gì phía sau.", example("print_origin").unwrap_or_default()),
        ),
        Problem::BadPrintOrigin { found } => (
            format!("`print_origin` phải là `https://` và tên miền, không có gì phía sau, nhưng đang là `{}`.", excerpt(found)),
            format!("Viết như `{}`.", example("print_origin").unwrap_or_default()),
        ),
        Problem::InsecurePrintOrigin { found } => (
            format!("Mã in sẽ mang địa chỉ `{}`: không phải `https://` thì chỉ để thử.", excerpt(found)),
            "Dùng địa chỉ `https://` trước khi cấp và in mã thật; để chạy thử thì cứ giữ, tờ mã sẽ ghi “chỉ để thử”.".into(),
        ),
        Problem::SuccessorLoop { code } => (
            format!("Các `successor` của mã in `{code}` dẫn vòng trở lại chính nó."),
            "Bỏ `successor` ở mã đang dùng; chỉ mã đã thôi dùng mới chỉ sang mã khác.".into(),
        ),
        Problem::RetiredBeforeSince { code, since, retired } => (
            format!("Mã in `{code}` thôi dùng ngày {}, trước ngày bắt đầu dùng {}.", retired.vietnamese(), since.vietnamese()),
            "Sửa `retired`; ngày `since` do `niemyet codes assign` ghi thì giữ nguyên.".into(),
        ),
        Problem::TwoLiveCodes { counter, codes } => (
            format!("Quầy `{counter}` có hơn một mã in đang dùng: {}.", codes_of(codes)),
            "Giữ mã đang treo tại quầy; với mã kia ghi `retired` và `successor`.".into(),
        ),
        Problem::PrintedHostLost { host, now, sheets } => (
            format!("{} tờ đang treo mang tên miền `{host}`, mà trang nay ở `{now}`: {}.", sheets.len(), shown(sheets)),
            format!("Giữ tên miền cũ, cho nó dẫn sang `{now}` rồi ghi `redirects_from: [\"https://{host}\"]`; in lại bằng `niemyet print --stale`."),
        ),
        Problem::PrintedCodeLost { code, printed } => (
            format!("Mã `{code}` đã in ngày {} nhưng không còn trong sổ mã in.", printed.vietnamese()),
            "Đưa dòng của mã này trở lại `printed-codes.yaml`; mã thôi dùng thì ghi `retired`, không xóa.".into(),
        ),
        // 6 cả trang
        Problem::NoSite { looked_in } => (
            format!("Không thấy `site.yaml` trong `{looked_in}`."),
            "Chỉ đúng thư mục nội dung bằng `--site`, hoặc chép thư mục mẫu `site-content/` để bắt đầu.".into(),
        ),
        Problem::NoLanguages => (
            "Danh sách ngôn ngữ của trang đang để trống.".into(),
            "Trong `site.yaml` viết `languages: [vi]` hoặc `languages: [vi, en]`; ngôn ngữ đứng đầu là bản có giá trị pháp lý.".into(),
        ),
        Problem::NoProcedures => (
            "Trang chưa có thủ tục nào.".into(),
            "Thêm tệp `procedures/<lĩnh vực>/<mã>.yaml`, ví dụ `procedures/ho-tich/1.000894.yaml`.".into(),
        ),
        Problem::PageWithoutTitle => (
            "Trang này không có tiêu đề.".into(),
            "Viết dòng đầu tiên là `# Tiêu đề của trang`.".into(),
        ),
        Problem::LeftOut { what, kept } => (
            match kept {
                Some(kept) => format!("Phần có lỗi không được đăng: {what}; trên trang vẫn là bản tốt gần nhất của {kept}."),
                None => format!("Phần có lỗi không được đăng: {what}."),
            },
            "Sửa các lỗi nêu ở trên rồi dựng lại trang.".into(),
        ),
        Problem::LawNotChecked { looked_in } => (
            format!("Không có `{looked_in}`, nên không kiểm tra được thủ tục đã đủ các nội dung bắt buộc theo luật hay chưa."),
            "Chép thư mục `law/` từ bộ nội dung mẫu, `site-content/law/`.".into(),
        ),
        // 7 kết quả
        Problem::BulletinNotSigned { period } => (
            format!("Bản tin kỳ `{period}` còn là bản nháp, chưa ai ký, nên không lên trang."),
            "Xem lại, thêm `measures` nếu cần, rồi ký: `niemyet results sign <tệp> --by \"Họ tên, chức vụ\"`.".into(),
        ),
        Problem::BulletinChanged { signed_by } => (
            format!("Nội dung bản tin đã đổi sau khi {} ký, nên không được đăng.", excerpt(signed_by)),
            "Nếu thay đổi là đúng thì ký lại bằng `niemyet results sign <tệp> --by \"Họ tên, chức vụ\"`; nếu không thì lấy lại bản đã ký.".into(),
        ),
        Problem::PeriodNotOver { period, ends } => (
            format!("Kỳ `{period}` đến hết {} mới kết thúc; số liệu của kỳ chưa hết không được đăng.", ends.vietnamese()),
            "Đợi hết kỳ rồi chạy lại `niemyet results --publish`.".into(),
        ),
        Problem::NamedOtherwise { named, written } => (
            format!("Tên tệp nói `{named}` nhưng trong tệp ghi `{written}`."),
            "Đổi tên tệp hoặc sửa trong tệp cho hai bên giống nhau.".into(),
        ),
        Problem::SmallFigureShown { n, threshold } => (
            format!("Số liệu chỉ có {n} lượt trả lời, dưới ngưỡng {threshold}: có thể lộ ý kiến của từng người."),
            "Xóa dòng này và ghi chỉ tiêu vào `withheld`, hoặc lập lại bản tin bằng `niemyet results --publish`. Ngưỡng không dưới 10.".into(),
        ),
        Problem::ImpossibleFigure { percent, low, high, n } => (
            format!("Số liệu {percent} với khoảng tin cậy {low} – {high} của {n} lượt không thể có: chúng không khớp nhau."),
            "Không sửa tay số liệu; lập lại bản tin bằng `niemyet results --publish`.".into(),
        ),
        Problem::PartsDisagree { of, parts, total } => (
            format!("`{of}`: các phần cộng lại là {parts} nhưng tổng ghi {total}."),
            "Đối chiếu với hệ thống nguồn rồi sửa phần hoặc tổng cho khớp.".into(),
        ),
        Problem::WithheldFollows { unit } => (
            format!("Số liệu không hiển thị của `{unit}` tính ra được bằng phép trừ từ những số đang hiển thị."),
            "Lập lại bản tin bằng `niemyet results --publish`; chương trình tự ẩn thêm ô cho đủ.".into(),
        ),
        Problem::UnitRetired { unit } => (
            format!("Quầy `{unit}` có trong bản tin nhưng nay không còn trong `counters.yaml`."),
            "Không cần làm gì nếu quầy đã ngừng: trang vẫn giữ tên cũ. Nếu gõ nhầm mã thì sửa lại.".into(),
        ),
        Problem::MeasureWithoutOutcome { measure, until } => (
            format!("Biện pháp `{measure}` hẹn đến {} nhưng chưa ghi kết quả.", until.vietnamese()),
            "Ghi `outcome: \"…\"` rồi ký lại bản tin.".into(),
        ),
        Problem::MissingColumns { missing, found } => (
            format!("Bảng thiếu cột {}; dòng đầu hiện có {}.", listed(missing), listed(found)),
            "Dòng đầu ghi tên cột: `agency, field, received, early, on_time, late, in_progress` hoặc `Đơn vị, Lĩnh vực, Tiếp nhận, Trước hạn, Đúng hạn, Quá hạn, Đang giải quyết`.".into(),
        ),
        Problem::NotACount { column, found } => (
            format!("Cột `{column}`: `{}` không phải là số hồ sơ; số hồ sơ là số nguyên.", excerpt(found)),
            "Viết số nguyên, ví dụ `1234` hoặc `1.234`; không có phần lẻ, không để trống.".into(),
        ),
        Problem::NotADayOf { period, found } => (
            format!("`{}` không phải là ngày hay tháng thuộc kỳ `{period}`.", excerpt(found)),
            "Viết `31/10/2026`, `31-10-2026`, `2026-10-31` hoặc tháng `10/2026`; ngày phải nằm trong kỳ mà tên tệp nói.".into(),
        ),
        Problem::ApologiesNotSigned { agency } => (
            format!("Sổ xin lỗi của `{agency}` chưa có ai ký, nên chưa được đăng."),
            "Đọc lại, rồi ký bằng `niemyet apologies sign`.".into(),
        ),
        Problem::ApologiesChanged { signed_by } => (
            format!("Sổ này đã bị sửa sau khi {signed_by} ký."),
            "Trả lại nội dung đã ký, hoặc để người chịu trách nhiệm đọc và ký lại bằng `niemyet apologies sign`.".into(),
        ),
        Problem::FileNumberReadable => (
            "Số hồ sơ ở đây chưa được che, hoặc không phải số hồ sơ.".into(),
            "Chỉ để lộ ba ký tự đầu và hai ký tự cuối: `H29.•••-••••••-••12`.".into(),
        ),
        Problem::ReasonNamesSomebody => (
            "Lý do thiếu, dài quá 300 ký tự, hoặc dường như nêu tên hay số của ai đó.".into(),
            "Viết lại lý do trong một câu, không nêu tên, số điện thoại, số giấy tờ.".into(),
        ),
        Problem::ApologyTwice { file } => (
            format!("Hồ sơ `{file}` có hai lời xin lỗi cho cùng một ngày hẹn."),
            "Giữ một; mỗi hồ sơ chỉ xin lỗi và hẹn lại một lần.".into(),
        ),
        Problem::ApologyDays { day } => (
            format!("Ngày {} không thể có ở đây.", day.vietnamese()),
            "Ngày hẹn mới phải sau ngày hẹn cũ; ngày ký không ở tương lai.".into(),
        ),
        Problem::MoreApologies { overdue, apologised } => (
            format!("Đã xin lỗi {apologised} hồ sơ trễ hạn, nhưng chỉ có {overdue} hồ sơ quá hạn."),
            "Sửa `overdue` theo báo cáo của kỳ, hoặc xem lại các dòng.".into(),
        ),
        // 9 nhập
        Problem::ToDecide { at, found, doubt } => (
            format!("CẦN XEM `{at}`: “{}”: {}.", excerpt(found), doubt.said(Tongue::Vietnamese)),
            "Đối chiếu với quyết định công bố, sửa chỗ đó rồi xóa dòng này trong `to_decide`.".into(),
        ),
        Problem::RecordUnread { reason } => (
            format!("Không nhập được bản ghi này: {reason}."),
            "Các bản ghi khác vẫn được nhập; sửa bản ghi trong tệp nguồn rồi nhập lại.".into(),
        ),
        Problem::RecordTwice { code } => (
            format!("`{code}` có từ hai dòng trở lên; chỉ dòng đầu được nhập."),
            "Giữ một dòng cho mỗi mã.".into(),
        ),
        Problem::BookRefused { why } => {
            let (message, remedy) = match why {
                BookTrouble::TooLarge => ("Tệp quá lớn để nhập.", "Chia thành nhiều tệp; bỏ hình ảnh và định dạng thừa."),
                BookTrouble::Bomb => ("Tệp nén này nở ra lớn bất thường nên không được mở.", "Mở bằng Excel hoặc LibreOffice, chép nội dung sang bảng tính mới rồi lưu."),
                BookTrouble::Macros => ("Bảng tính có macro; chương trình không mở tệp có macro.", "Lưu lại thành “Excel Workbook (*.xlsx)”, không có macro."),
                BookTrouble::Damaged => ("Không đọc được tệp: hỏng, có mật khẩu, hoặc không đúng loại như đuôi tên.", "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx."),
                BookTrouble::OtherKind => ("Chương trình không nhập loại tệp này.", "Nhập được .jsonl, .json, .xlsx và .docx; .xls và .ods thì lưu lại thành .xlsx."),
                BookTrouble::OldWord => ("Tệp .doc cần LibreOffice để chuyển sang .docx, mà máy này không có.", "Cài LibreOffice, hoặc mở tệp bằng Word và lưu lại dạng .docx."),
            };
            (message.into(), remedy.into())
        }
        Problem::SheetMissing { sheet, seen } => (
            format!("Không có trang tính `{sheet}` hoặc trang này trống; các trang hiện có: {}.", listed(seen)),
            "Giữ nguyên tên trang và hàng tiêu đề như khi xuất ra; nội dung của trang này không bị thay đổi.".into(),
        ),
        Problem::CellRefused { cell, found, why } => {
            let (said, remedy) = match why {
                CellTrouble::Formula => ("là công thức", "Chép rồi dán lại dạng giá trị (Paste Special, Values)."),
                CellTrouble::Merged => ("nằm trong vùng ô trộn", "Bỏ trộn ô (Unmerge Cells) và ghi giá trị vào từng ô."),
                CellTrouble::Hidden => ("nằm trong hàng bị ẩn; hàng vẫn được đọc", "Bỏ ẩn để xem lại, hoặc xóa hàng nếu không dùng."),
                CellTrouble::DayAsNumber => ("là ngày Excel đã đổi thành số", "Đặt định dạng ô là Text rồi ghi ngày dạng 2026-11-21."),
                CellTrouble::Comma => ("có dấu phẩy hoặc dấu chấm mà số tiền không được có", "Ghi số không dấu cách, ví dụ `8000 VND`."),
                CellTrouble::CodeAsNumber => ("là mã đã bị Excel đổi thành số, có thể mất số 0", "Đặt định dạng ô là Text rồi ghi lại mã."),
                CellTrouble::OldFont => ("gõ bằng phông cũ TCVN3 (.VnTime) hoặc VNI", "Chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6) rồi nhập lại."),
                CellTrouble::Error => ("là lỗi của bảng tính", "Sửa ô rồi nhập lại."),
                CellTrouble::Refused => ("không đúng dạng của cột", "Xem ghi chú ở tiêu đề cột và trang hướng dẫn."),
                CellTrouble::NoPlace => ("ứng với một mục không còn trong tệp nội dung", "Xuất lại bảng tính rồi sửa trên bản mới."),
                CellTrouble::UnknownColumn => ("không phải tiêu đề cột mà chương trình biết; cột này không được đọc", "Khôi phục tiêu đề như khi xuất ra, hoặc xóa cột."),
            };
            (format!("Ô {cell} “{}” {said}.", excerpt(found)), remedy.into())
        }
    }
}

/// What a thing is called.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Procedure => "thủ tục",
        Kind::Field => "lĩnh vực",
        Kind::Agency => "cơ quan",
        Kind::Counter => "quầy",
        Kind::Point => "điểm tiếp nhận",
        Kind::Set => "nhóm thủ tục",
        Kind::Act => "văn bản",
        Kind::Survey => "phiếu khảo sát",
        Kind::Factor => "nhóm tiêu chí",
        Kind::Question => "câu hỏi",
        Kind::Answer => "phương án trả lời",
        Kind::Step => "bước thực hiện",
        Kind::Channel => "cách thức thực hiện",
        Kind::Fee => "khoản phí, lệ phí",
        Kind::LimitCase => "trường hợp thời hạn",
        Kind::PaperCase => "trường hợp hồ sơ",
        Kind::Paper => "giấy tờ",
        Kind::Condition => "yêu cầu, điều kiện",
        Kind::Outcome => "kết quả",
        Kind::Hotline => "đường dây nóng",
        Kind::ResultUnit => "đơn vị trong bản tin",
        Kind::Measure => "biện pháp",
        Kind::Method => "phương pháp",
        Kind::Target => "mục tiêu",
        Kind::Term => "từ ngữ đã bãi bỏ",
        Kind::PrintedCode => "mã in",
    }
}

/// What a shape is called.
pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Map => "một nhóm khóa",
        Shape::List => "một danh sách",
        Shape::Text => "chữ",
        Shape::Number => "số",
        Shape::YesNo => "`true` hoặc `false`",
        Shape::Date => "ngày tháng",
        Shape::Hour => "giờ",
        Shape::Money => "số tiền",
        Shape::TimeLimit => "thời hạn",
        Shape::Phone => "số điện thoại",
        Shape::Email => "địa chỉ thư điện tử",
        Shape::WebAddress => "địa chỉ trang web",
        Shape::Slug => "mã định danh",
        Shape::ProcedureCode => "mã thủ tục",
        Shape::Language => "mã ngôn ngữ",
        Shape::PrintedCode => "mã in",
        Shape::FileName => "tên tệp hợp lệ",
        Shape::Period => "kỳ báo cáo",
        Shape::Percent => "tỷ lệ phần trăm",
        Shape::Unit => "đơn vị trong bản tin",
        Shape::Ways => "cách thu nhận đánh giá",
        Shape::Topic => "tên chỉ tiêu",
        Shape::ListOrNone => "một danh sách hoặc `none`",
        Shape::TextOrNone => "chữ hoặc `none`",
        Shape::Nothing => "chỗ trống",
    }
}

/// What a contact is called.
pub(super) fn contact(contact: Contact) -> &'static str {
    match contact {
        Contact::Help => "hướng dẫn hồ sơ (`help`)",
        Contact::Petitions => "tiếp nhận phản ánh, kiến nghị (`petitions`)",
        Contact::Complaints => "tiếp công dân, khiếu nại, tố cáo (`complaints`)",
    }
}

/// How a value of a shape is written.
fn how(shape: Shape) -> &'static str {
    match shape {
        Shape::Map => "Viết mỗi khóa một dòng, thụt vào hai dấu cách, ví dụ `name: \"…\"`",
        Shape::List => {
            "Viết mỗi mục một dòng bắt đầu bằng `- `, hoặc viết gọn `[mục một, mục hai]`"
        }
        Shape::Text => "Viết chữ trong dấu ngoặc kép, ví dụ `\"Tờ khai\"`",
        Shape::Number => "Viết số nguyên bằng chữ số, không có dấu chấm, ví dụ `1`",
        Shape::YesNo => "Viết `true` (có) hoặc `false` (không)",
        Shape::Date => "Viết năm-tháng-ngày, ví dụ `2026-11-21`",
        Shape::Hour => "Viết giờ và phút trong dấu ngoặc kép, ví dụ `\"07:30\"`",
        Shape::Money => {
            "Viết số liền không có dấu chấm, rồi đơn vị, ví dụ `8000 VND`, `10 USD`, `0.5 %`"
        }
        Shape::TimeLimit => {
            "Viết số và đơn vị, ví dụ `3 working_days`, `15 days`, `4 hours`, `60 minutes`, `2 months`, hoặc `same_day`"
        }
        Shape::Phone => {
            "Viết đúng một số trong dấu ngoặc kép, ví dụ `\"0203 123 4567\"` hoặc `\"1022\"`"
        }
        Shape::Email => "Viết một địa chỉ, ví dụ `\"mot-cua@minhhoa.example\"`",
        Shape::WebAddress => "Viết cả `https://`, ví dụ `\"https://dichvucong.example\"`",
        Shape::Slug => "Chỉ dùng chữ thường không dấu a-z, chữ số và `-`, ví dụ `ho-tich`",
        Shape::ProcedureCode => {
            "Viết mã như trên Cơ sở dữ liệu quốc gia, trong dấu ngoặc kép, ví dụ `\"1.000894\"`"
        }
        Shape::Language => "Viết mã ngôn ngữ, ví dụ `vi`, `en`, `km`",
        Shape::PrintedCode => "Không tự đặt mã in: chạy `niemyet codes assign` để được cấp",
        Shape::FileName => "Viết tên một tệp, không có thư mục, ví dụ `to-khai.pdf`",
        Shape::Period => "Viết tháng `2026-11`, quý `2026-q4` hoặc năm `2026`",
        Shape::Percent => {
            "Viết số từ 0 đến 100, dấu chấm thập phân, nhiều nhất hai chữ số lẻ, ví dụ `82.66`"
        }
        Shape::Unit => {
            "Viết `site`, mã cơ quan hoặc `<cơ quan>/<quầy>`, ví dụ `phuong-vi-du/quay-1`"
        }
        Shape::Ways => {
            "Viết cách và loại, ví dụ `qr/open`, `kiosk/verified`; nhiều cách gộp lại thì `combined:qr/open+kiosk/open`"
        }
        Shape::Topic => "Viết `whole`, `factor/<mã yếu tố>` hoặc `question/<mã câu hỏi>`",
        Shape::ListOrNone => "Viết một danh sách, hoặc viết `none` nếu không có",
        Shape::TextOrNone => "Viết chữ trong dấu ngoặc kép, hoặc viết `none` nếu không có",
        Shape::Nothing => "Bỏ trống chỗ này",
    }
}

fn reason(sentence: &str) -> String {
    let known = match Reason::of(sentence) {
        Some(Reason::NotADate) => "ngày viết theo năm-tháng-ngày",
        Some(Reason::NoSuchDay) => "không có ngày này trong lịch",
        Some(Reason::NotAnHour) => "giờ từ 00:00 đến 24:00, viết đủ hai chữ số",
        Some(Reason::NotAnAmount) => "số tiền gồm một số và đơn vị",
        Some(Reason::NoCurrency) => "số tiền không có đơn vị VND, USD hoặc %",
        Some(Reason::DecimalDong) => {
            "tiền đồng không có số lẻ; đừng dùng dấu chấm để tách hàng nghìn"
        }
        Some(Reason::NotAPhone) => "số điện thoại có từ 3 đến 15 chữ số, không kèm chữ",
        Some(Reason::NotAnId) => {
            "mã định danh không có dấu, chữ hoa hay dấu cách, và không quá 64 ký tự"
        }
        Some(Reason::NotALanguage) => "mã ngôn ngữ là vài chữ cái không dấu",
        Some(Reason::NotALimit) => "thời hạn gồm một số nguyên và đơn vị",
        Some(Reason::HalfAnHour) => "thời hạn là số nguyên; nửa giờ viết là `30 minutes`",
        Some(Reason::NotAProcedureCode) => {
            "mã thủ tục chỉ có chữ A-Z, chữ số, `.`, `_` và `-`, ví dụ `1.000894`"
        }
        Some(Reason::ForeignSign) => "có ký tự mà mã in không bao giờ dùng",
        Some(Reason::CodeLength) => "mã in có đúng 7 ký tự",
        Some(Reason::CheckSign) => "các ký tự không khớp nhau: sai một chữ, hoặc hai chữ đổi chỗ",
        Some(Reason::NumberInQuotes) => "số viết không có dấu ngoặc kép",
        Some(Reason::NotWrittenSo) => "cách viết không đúng",
        None => return sentence.to_owned(),
    };
    known.to_owned()
}

/// What broke the YAML, and what to do.
fn slip(slip: Slip) -> (&'static str, &'static str) {
    match slip {
        Slip::Tab => (
            "có dấu tab ở chỗ phải là dấu cách",
            "Thay dấu tab bằng dấu cách, mỗi bậc thụt vào hai dấu cách.",
        ),
        Slip::Colon => (
            "có dấu hai chấm `:` ở chỗ không đúng",
            "Nếu trong câu có dấu hai chấm thì đặt cả câu trong dấu ngoặc kép, ví dụ `note: \"Lưu ý: nộp bản chính\"`.",
        ),
        Slip::Quote => (
            "dấu ngoặc kép mở mà không đóng, hoặc có chữ thừa sau dấu đóng",
            "Đóng dấu ngoặc kép ở cuối câu; dấu ngoặc kép nằm trong câu thì viết “ và ”.",
        ),
        Slip::Bracket => (
            "dấu ngoặc `[` hoặc `{` không đóng, hoặc thiếu dấu phẩy",
            "Đóng dấu ngoặc và đặt dấu phẩy giữa các mục, ví dụ `[ho-tich, chung-thuc]`.",
        ),
        Slip::Indent => (
            "dòng này thụt vào không khớp với dòng trên",
            "Cho các khóa cùng một nhóm thẳng hàng với nhau, mỗi bậc hai dấu cách; sau khóa phải có `:` và một dấu cách.",
        ),
        Slip::NoSpace => (
            "thiếu dấu cách sau dấu `-` hoặc dấu `:`",
            "Thêm một dấu cách sau dấu đó, ví dụ `- id: nop`, `kind: counter`.",
        ),
        Slip::ForeignSpace => (
            "đầu dòng có khoảng trắng chép từ Word hoặc trang web, không phải dấu cách",
            "Xóa khoảng trắng ở đầu dòng rồi gõ lại bằng phím cách.",
        ),
        Slip::Unknown => (
            "chương trình không đọc tiếp được",
            "Xem lại dòng này và dòng ngay trên: dấu cách đầu dòng, dấu hai chấm, dấu ngoặc kép.",
        ),
    }
}

/// The Vietnamese term of a part, in brackets.
fn term(path: &str) -> String {
    let term = match Part::of(path) {
        Some(Part::Name) => "tên",
        Some(Part::Steps) => "trình tự thực hiện",
        Some(Part::Channels) => "cách thức thực hiện",
        Some(Part::Papers) => "thành phần hồ sơ",
        Some(Part::FileSets) => "số lượng hồ sơ",
        Some(Part::Limit) => "thời hạn giải quyết",
        Some(Part::Applicants) => "đối tượng thực hiện",
        Some(Part::Bodies) => "cơ quan giải quyết",
        Some(Part::Decides) => "cơ quan có thẩm quyền",
        Some(Part::Handles) => "cơ quan thực hiện",
        Some(Part::Forms) => "mẫu đơn, mẫu tờ khai",
        Some(Part::Results) => "kết quả",
        Some(Part::Conditions) => "yêu cầu, điều kiện",
        Some(Part::Fees) => "phí, lệ phí",
        Some(Part::Acts) => "căn cứ pháp lý",
        Some(Part::Decision) => "quyết định công bố",
        None => return String::new(),
    };
    format!(" ({term})")
}

fn under(citation: &str) -> String {
    if citation.is_empty() { String::new() } else { format!(", theo {citation}") }
}

fn with_guess(suggestion: Option<&str>, remedy: &str) -> String {
    match suggestion {
        Some(guess) => format!("Có phải ý ông/bà là `{guess}`? {remedy}"),
        None => remedy.to_owned(),
    }
}

fn codes_of(codes: &[String]) -> String {
    match shortened(codes) {
        (shown, 0) => shown,
        (shown, left) => format!("{shown} và {left} mã khác"),
    }
}

fn span(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("từ {} đến {}", from.vietnamese(), to.vietnamese()),
        (Some(from), None) => format!("từ {}", from.vietnamese()),
        (None, Some(to)) => format!("đến hết {}", to.vietnamese()),
        (None, None) => "không ghi ngày".into(),
    }
}

fn sample_of(shape: Shape, before: &str) -> String {
    sample(shape).map(|value| format!("{before}`{value}`")).unwrap_or_default()
}

fn vnd(amount: u64) -> String {
    NumberStyle::VIETNAMESE.whole(amount)
}

fn number(count: usize) -> String {
    NumberStyle::VIETNAMESE.whole(u64::try_from(count).unwrap_or(u64::MAX))
}

/// The first few of a list of sheets.
fn shown(sheets: &[String]) -> String {
    const FEW: usize = 6;
    let mut said: Vec<String> = sheets.iter().take(FEW).cloned().collect();
    if sheets.len() > FEW {
        said.push(format!("và {} tờ nữa", sheets.len() - FEW));
    }
    said.join(", ")
}
