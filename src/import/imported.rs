//! A procedure as a source says it: its words, unread, each with its place in the source. The same for every source.

/// Where a fact stands in the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The file.
    pub file: String,
    /// The line from 1; 0 where a file has none.
    pub line: u32,
}

/// What one record of a source says. A text is never empty: what the source leaves blank is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedProcedure {
    /// Where the record stands.
    pub source: Source,
    /// Mã thủ tục.
    pub code: String,
    /// Tên.
    pub name: String,
    /// Lĩnh vực.
    pub field: Option<String>,
    /// Cấp thực hiện.
    pub levels: Vec<String>,
    /// Loại thủ tục.
    pub kind: Option<String>,
    /// Đối tượng thực hiện.
    pub applicants: Vec<String>,
    /// The bodies in their parts.
    pub bodies: ImportedBodies,
    /// Trình tự thực hiện.
    pub steps: Option<String>,
    /// Cách thức thực hiện, a row each.
    pub channels: Vec<ImportedChannel>,
    /// Thành phần hồ sơ; `None` where the source has no table of papers.
    pub cases: Option<Vec<ImportedCase>>,
    /// Yêu cầu, điều kiện.
    pub conditions: Option<String>,
    /// Kết quả.
    pub results: Vec<ImportedResult>,
    /// Căn cứ pháp lý.
    pub acts: Vec<ImportedAct>,
    /// Số quyết định.
    pub decision: Option<String>,
    /// What content files have no key for: heading and words, kept as remarks.
    pub left_over: Vec<(String, String)>,
}

/// Bodies in their parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedBodies {
    /// Cơ quan có thẩm quyền.
    pub decides: Option<String>,
    /// Cơ quan thực hiện.
    pub handles: Option<String>,
    /// Cơ quan phối hợp.
    pub coordinates: Option<String>,
    /// Cơ quan được ủy quyền.
    pub delegated: Option<String>,
}

/// One row of Cách thức thực hiện.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedChannel {
    /// Hình thức nộp.
    pub kind: String,
    /// Thời gian.
    pub limit: ImportedLimit,
    /// Phí, lệ phí, a line each.
    pub fees: Vec<ImportedFee>,
    /// Mô tả.
    pub note: Option<String>,
}

/// A time limit as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedLimit {
    /// The number.
    pub number: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Words in place of a number, or besides it.
    pub words: Option<String>,
}

/// A fee as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedFee {
    /// The cell as it is shown.
    pub text: String,
    /// Phí or Lệ phí, where the source tells them apart.
    pub kind: Option<String>,
    /// The amount that the source itself reads in the cell.
    pub amount: Option<String>,
    /// What is said beside it.
    pub note: Option<String>,
}

/// A table of papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedCase {
    /// The heading above the table.
    pub heading: Option<String>,
    /// Its rows.
    pub papers: Vec<ImportedPaper>,
    /// Words of the table that are no row.
    pub rest: Option<String>,
}

/// A row of a table of papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedPaper {
    /// Tên giấy tờ.
    pub name: String,
    /// Bản chính, as it is written.
    pub originals: Option<String>,
    /// Bản sao, as it is written.
    pub copies: Option<String>,
    /// Mẫu đơn, tờ khai: the name of a file.
    pub form: Option<String>,
}

/// A result.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedResult {
    /// Its name.
    pub name: String,
    /// Its code at the portal.
    pub code: Option<String>,
}

/// An act of the legal basis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedAct {
    /// Số ký hiệu, as it is written.
    pub number: String,
    /// Trích yếu.
    pub title: Option<String>,
    /// Ngày ban hành.
    pub issued: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
}
