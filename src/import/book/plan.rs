//! Which sheet shows what: one table for writing and reading.

use super::form::{Choices, Form};

/// Which content files the rows of a sheet come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Procedure,
    Agency,
    Counters,
}

/// A column that shows a key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// What stands above it.
    pub heading: &'static str,
    /// The keys that lead from the row's map to the value.
    pub keys: &'static [&'static str],
    pub form: Form,
    /// What the note on the heading says.
    pub note: &'static str,
}

/// A sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub name: &'static str,
    pub of: Of,
    /// The keys of the lists that lead from the file to a row; none where the file is the row.
    pub lists: &'static [&'static str],
    /// Headings of the columns by which a row is found: the file, then an id for each list.
    pub address: &'static [&'static str],
    pub columns: &'static [Column],
}

const LEVELS: Choices = &[("province", "Cấp tỉnh"), ("commune", "Cấp xã"), ("ministry", "Cấp bộ")];
const KINDS: Choices = &[
    ("detailed_by_law", "Được luật giao quy định chi tiết"),
    ("not_delegated", "Không được luật giao cho địa phương"),
    ("local", "Của địa phương"),
    ("other", "Loại khác"),
];
const APPLICANTS: Choices = &[
    ("citizen", "Công dân Việt Nam"),
    ("overseas_vietnamese", "Người Việt Nam định cư ở nước ngoài"),
    ("foreigner", "Người nước ngoài"),
    ("enterprise", "Doanh nghiệp"),
    ("foreign_enterprise", "Doanh nghiệp có vốn đầu tư nước ngoài"),
    ("cooperative", "Hợp tác xã"),
    ("organisation", "Tổ chức"),
    ("foreign_organisation", "Tổ chức nước ngoài"),
    ("official", "Cán bộ, công chức, viên chức"),
    ("party_member", "Đảng viên"),
    ("party_organisation", "Tổ chức đảng"),
];
const CHANNELS: Choices =
    &[("counter", "Trực tiếp"), ("online", "Trực tuyến"), ("post", "Bưu chính")];
const ONLINE: Choices = &[("full", "Toàn trình"), ("partial", "Một phần")];
const STARTS: Choices =
    &[("receipt", "Nhận hồ sơ"), ("complete_file", "Hồ sơ đủ, hợp lệ"), ("payment", "Nộp tiền")];
const FEES: Choices = &[("fee", "Phí"), ("charge", "Lệ phí")];
const HAND_IN: Choices =
    &[("submit", "Nộp"), ("show", "Xuất trình"), ("online_data", "Đã có trong cơ sở dữ liệu")];
const AGENCY_LEVELS: Choices =
    &[("province", "Cấp tỉnh"), ("department", "Sở, ngành"), ("commune", "Cấp xã")];

const STATED: &str =
    "Một câu; “Không có” nếu không có; “Theo công bố: …” nếu chép nguyên lời quyết định.";
const LIMIT: &str = "Ví dụ: 3 working_days (ngày làm việc), 15 days (ngày), 4 hours (giờ), 60 minutes (phút), 2 months (tháng), same_day (trong ngày).";
const DAY: &str = "Năm-tháng-ngày, ví dụ 2026-11-21. Ô để định dạng Text.";

macro_rules! columns {
    ($($heading:literal $keys:expr => $form:expr, $note:expr;)*) => {
        &[$(Column { heading: $heading, keys: &$keys, form: $form, note: $note },)*]
    };
}

/// The sheets in their order.
pub(super) const SHEETS: [Sheet; 11] = [
    Sheet {
        name: "Thủ tục",
        of: Of::Procedure,
        lists: &[],
        address: &["Mã thủ tục"],
        columns: columns! {
            "Tên thủ tục" ["name"] => Form::Words, "Tên đầy đủ theo quyết định công bố.";
            "Tên ngắn" ["short_name"] => Form::Words, "Không quá 80 ký tự.";
            "Tên gọi khác" ["aliases"] => Form::Lines, "Mỗi dòng một tên.";
            "Tóm tắt" ["summary"] => Form::Words, "Một câu dễ hiểu.";
            "Cấp thực hiện" ["level"] => Form::Choices(LEVELS), "Ngăn cách bằng dấu chấm phẩy.";
            "Loại" ["kind"] => Form::Choice(KINDS), "Chọn trong danh sách.";
            "Đối tượng" ["applicants"] => Form::Choices(APPLICANTS), "Ngăn cách bằng dấu chấm phẩy.";
            "Cơ quan có thẩm quyền" ["bodies", "decides"] => Form::Words, STATED;
            "Cơ quan thực hiện" ["bodies", "handles"] => Form::Words, STATED;
            "Cơ quan phối hợp" ["bodies", "coordinates"] => Form::Words, STATED;
            "Cơ quan được ủy quyền" ["bodies", "delegated"] => Form::Words, STATED;
            "Người chịu trách nhiệm" ["answerable"] => Form::Words, "Một chức danh, không ghi tên người.";
            "Số bộ hồ sơ" ["file_sets"] => Form::Number, "Một số.";
            "Thành phần hồ sơ" ["cases"] => Form::Elsewhere, "Chỉ ghi ở đây nếu không có; giấy tờ ở trang riêng.";
            "Điều kiện" ["conditions"] => Form::Elsewhere, "Chỉ ghi ở đây nếu không có; điều kiện ở trang riêng.";
            "Kết quả" ["results"] => Form::Elsewhere, "Chỉ ghi ở đây nếu không có; kết quả ở trang riêng.";
            "Căn cứ pháp lý" ["acts"] => Form::Lines, "Số, ký hiệu văn bản, mỗi dòng một văn bản.";
            "Số quyết định" ["decision", "number"] => Form::Words, "Quyết định công bố.";
            "Ngày quyết định" ["decision", "issued"] => Form::Day, DAY;
            "Cơ quan công bố" ["decision", "body"] => Form::Words, "Cơ quan ban hành quyết định.";
            "Hiệu lực từ" ["effective_from"] => Form::Day, DAY;
            "Hiệu lực đến" ["effective_to"] => Form::Day, DAY;
            "Ngày đối chiếu" ["checked_on"] => Form::Day, DAY;
        },
    },
    Sheet {
        name: "Các bước",
        of: Of::Procedure,
        lists: &["steps"],
        address: &["Mã thủ tục", "Mã bước"],
        columns: columns! {
            "Chức danh" ["position"] => Form::Words, STATED;
            "Việc làm" ["action"] => Form::Words, "Bước này làm gì.";
            "Thời gian" ["time"] => Form::Limit, LIMIT;
        },
    },
    Sheet {
        name: "Cách nộp",
        of: Of::Procedure,
        lists: &["channels"],
        address: &["Mã thủ tục", "Mã cách nộp"],
        columns: columns! {
            "Hình thức" ["kind"] => Form::Choice(CHANNELS), "Chọn trong danh sách.";
            "Mức độ" ["level"] => Form::Choice(ONLINE), "Chỉ cho trực tuyến.";
            "Địa chỉ nộp" ["url"] => Form::Words, "Chỉ cho trực tuyến.";
            "Thời hạn" ["limit"] => Form::Limit, LIMIT;
            "Tính từ" ["starts"] => Form::Choice(STARTS), "Chọn trong danh sách.";
            "Giờ chốt" ["cutoff"] => Form::Hour, "Ví dụ 15:00.";
            "Phí, lệ phí" ["fees"] => Form::Elsewhere, "Chỉ ghi ở đây nếu không thu; mức thu ở trang riêng.";
            "Ghi chú" ["note"] => Form::Words, "Nếu cần.";
        },
    },
    Sheet {
        name: "Phí, lệ phí",
        of: Of::Procedure,
        lists: &["channels", "fees"],
        address: &["Mã thủ tục", "Mã cách nộp", "Mã khoản"],
        columns: columns! {
            "Loại" ["kind"] => Form::Choice(FEES), "Phí hoặc lệ phí.";
            "Số tiền" ["amount"] => Form::Money, "Ví dụ 8000 VND, 10 USD, 0.5 %; không dấu chấm hàng nghìn.";
            "Nguyên lời công bố" ["as_announced"] => Form::Words, "Thay cho số tiền, nếu quyết định không nêu số.";
            "Tính cho mỗi" ["per"] => Form::Words, "trang, bản, hồ sơ…";
            "Tỷ lệ của" ["of"] => Form::Words, "Chỉ cho %.";
            "Khi" ["when"] => Form::Words, "Điều kiện, nếu có.";
            "Từ ngày" ["from"] => Form::Day, DAY;
            "Đến ngày" ["to"] => Form::Day, DAY;
            "Văn bản" ["act"] => Form::Words, "Số, ký hiệu văn bản quy định mức thu.";
            "Ghi chú" ["note"] => Form::Words, "Nếu cần.";
        },
    },
    Sheet {
        name: "Trường hợp",
        of: Of::Procedure,
        lists: &["cases"],
        address: &["Mã thủ tục", "Mã trường hợp"],
        columns: columns! {
            "Tên trường hợp" ["name"] => Form::Words, "Bắt buộc khi có từ hai trường hợp.";
            "Giấy tờ" ["papers"] => Form::Elsewhere, "Chỉ ghi ở đây nếu không có; giấy tờ ở trang riêng.";
        },
    },
    Sheet {
        name: "Giấy tờ",
        of: Of::Procedure,
        lists: &["cases", "papers"],
        address: &["Mã thủ tục", "Mã trường hợp", "Mã giấy tờ"],
        columns: columns! {
            "Tên giấy tờ" ["name"] => Form::Words, "Tên như trong quyết định công bố.";
            "Bản chính" ["originals"] => Form::Number, "Số bản.";
            "Bản sao" ["copies"] => Form::Number, "Số bản.";
            "Nộp hay xuất trình" ["hand_in"] => Form::Choice(HAND_IN), "Chọn trong danh sách.";
            "Tệp mẫu" ["form"] => Form::Words, "Tên tệp trong forms/.";
            "Ghi chú" ["note"] => Form::Words, "Nếu cần.";
        },
    },
    Sheet {
        name: "Điều kiện",
        of: Of::Procedure,
        lists: &["conditions"],
        address: &["Mã thủ tục", "Mã điều kiện"],
        columns: columns! { "Nội dung" ["text"] => Form::Words, "Một điều kiện."; },
    },
    Sheet {
        name: "Kết quả",
        of: Of::Procedure,
        lists: &["results"],
        address: &["Mã thủ tục", "Mã kết quả"],
        columns: columns! {
            "Tên kết quả" ["name"] => Form::Words, "Giấy tờ người dân nhận.";
            "Hiệu lực" ["validity"] => Form::Words, STATED;
            "Cách trả" ["returned"] => Form::Words, "Nếu cần.";
        },
    },
    Sheet {
        name: "Cơ quan",
        of: Of::Agency,
        lists: &[],
        address: &["Mã cơ quan"],
        columns: columns! {
            "Tên" ["name"] => Form::Words, "Tên đầy đủ.";
            "Tên ngắn" ["short_name"] => Form::Words, "Nếu cần.";
            "Cấp" ["level"] => Form::Choice(AGENCY_LEVELS), "Chọn trong danh sách.";
            "Cơ quan cấp trên" ["parent"] => Form::Id, "Mã cơ quan; “Không có” cho cấp tỉnh.";
            "Biển tên nơi tiếp nhận" ["one_stop"] => Form::Words, "Trung tâm Phục vụ hành chính công …";
            "Địa chỉ" ["place", "address"] => Form::Words, "Số nhà, đường, xã, tỉnh.";
            "Chỉ dẫn" ["place", "note"] => Form::Words, "Nếu cần.";
            "Giờ chốt" ["cutoff"] => Form::Hour, "Ví dụ 15:00.";
            "Hướng dẫn: tên" ["contacts", "help", "name"] => Form::Words, "Đầu mối hướng dẫn hồ sơ.";
            "Hướng dẫn: điện thoại" ["contacts", "help", "phone"] => Form::Words, "Ví dụ 0203 123 4567.";
            "Hướng dẫn: thư điện tử" ["contacts", "help", "email"] => Form::Words, "Nếu có.";
            "Phản ánh: tên" ["contacts", "petitions", "name"] => Form::Words, "Nơi nhận phản ánh, kiến nghị.";
            "Phản ánh: điện thoại" ["contacts", "petitions", "phone"] => Form::Words, "Nếu có.";
            "Phản ánh: thư điện tử" ["contacts", "petitions", "email"] => Form::Words, "Nếu có.";
            "Phản ánh: địa chỉ" ["contacts", "petitions", "address"] => Form::Words, "Nếu có.";
            "Tiếp công dân: tên" ["contacts", "complaints", "name"] => Form::Words, "Nơi tiếp công dân.";
            "Tiếp công dân: nơi" ["contacts", "complaints", "place"] => Form::Words, "Phòng, địa chỉ.";
            "Tiếp công dân: ngày" ["contacts", "complaints", "days"] => Form::Words, "Ví dụ: Thứ Năm hằng tuần.";
            "Tiếp công dân: điện thoại" ["contacts", "complaints", "phone"] => Form::Words, "Nếu có.";
        },
    },
    Sheet {
        name: "Đường dây nóng",
        of: Of::Agency,
        lists: &["hotlines"],
        address: &["Mã cơ quan", "Mã đường dây"],
        columns: columns! {
            "Tên" ["name"] => Form::Words, "Tên đường dây.";
            "Điện thoại" ["phone"] => Form::Words, "Ví dụ 1022.";
            "Thư điện tử" ["email"] => Form::Words, "Nếu có.";
            "Giờ" ["hours"] => Form::Words, "Nếu cần.";
        },
    },
    Sheet {
        name: "Quầy",
        of: Of::Counters,
        lists: &["counters"],
        address: &["Mã cơ quan", "Mã quầy"],
        columns: columns! {
            "Tên" ["name"] => Form::Words, "Tên trên biển quầy.";
            "Điểm phục vụ" ["point"] => Form::Id, "Mã điểm, nếu cơ quan có nhiều điểm.";
            "Tầng" ["floor"] => Form::Words, "Nếu cần.";
        },
    },
];
