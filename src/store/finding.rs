//! What `check` finds wrong with a data folder, in both tongues.

use std::path::PathBuf;

use super::{BrokenAudit, Difference};
use crate::diagnostic::Tongue;

/// Something wrong.
#[derive(Debug)]
pub enum Finding {
    /// The database is not sound, or none of ours; the words say what.
    Database(crate::store::backup::BackupError),
    /// A tally is not what the ratings add up to.
    Tally(Difference),
    /// The log of the desk is not what was written.
    Audit(BrokenAudit),
    /// The row of a matter is not what its log amounts to, or the log cannot be.
    Matter {
        /// The id, in hexadecimal digits.
        id: String,
        /// What is wrong with it.
        what: String,
    },
    /// There is no database.
    NoDatabase(PathBuf),
    /// There is no key in use.
    NoKey(PathBuf),
    /// A key file does not hold a key.
    BadKey(PathBuf),
    /// Others than the owner may look into a file or folder.
    Open {
        /// Which.
        path: PathBuf,
        /// Its rights, as `chmod` writes them.
        rights: u32,
    },
    /// A restore was cut off.
    RestoreUnfinished(PathBuf),
    /// The disk has not even room for a copy of the database.
    LittleRoom {
        /// Bytes that are free.
        free: u64,
        /// Bytes of the database.
        database: u64,
    },
    /// Something could not be looked at.
    Unseen {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl Finding {
    /// What is wrong and what to do.
    pub fn say(&self, tongue: Tongue) -> String {
        match tongue {
            Tongue::Vietnamese => self.vietnamese(),
            Tongue::English => self.english(),
        }
    }

    fn vietnamese(&self) -> String {
        match self {
            Self::Database(error) => format!(
                "{}; hãy giữ nguyên thư mục, khôi phục bản sao lưu gần nhất: niemyet store restore TỆP --replace",
                error.say_with_causes(Tongue::Vietnamese)
            ),
            Self::Tally(difference) => {
                format!("số tổng hợp không khớp với đánh giá gốc: {difference}")
            }
            Self::Audit(BrokenAudit::Changed { number, at }) => format!(
                "nhật ký của bàn xử lý bị sửa: dòng {number} (ghi lúc {at}) không còn như khi được ghi; đối chiếu với bản sao lưu gần nhất"
            ),
            Self::Audit(BrokenAudit::Missing { number }) => format!(
                "nhật ký của bàn xử lý bị thiếu từ dòng {number}; đối chiếu với bản sao lưu gần nhất"
            ),
            Self::Matter { id, what } => format!(
                "phản ánh {id} không khớp với quá trình xử lý đã ghi ({what}); khôi phục bản sao lưu, hoặc sửa dòng đó"
            ),
            Self::NoDatabase(path) => format!("không có {}", path.display()),
            Self::NoKey(path) => format!(
                "không có khóa đang dùng trong {}; nếu từng có, hãy khôi phục từ bản sao lưu",
                path.display()
            ),
            Self::BadKey(path) => format!("{} không phải là khóa (64 chữ số hex)", path.display()),
            Self::Open { path, rights } => format!(
                "người khác đọc được {} (quyền {rights:o}); sửa: chmod go= {}",
                path.display(),
                path.display()
            ),
            Self::RestoreUnfinished(path) => format!(
                "lần khôi phục vào {} bị ngắt giữa chừng; hãy chạy lại niemyet store restore",
                path.display()
            ),
            Self::LittleRoom { free, database } => format!(
                "đĩa chỉ còn {free} byte, không đủ cho một bản sao của cơ sở dữ liệu ({database} byte)"
            ),
            Self::Unseen { path, reason } => {
                format!("không xem được {}: {reason}", path.display())
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Database(error) => format!(
                "{}; leave the folder as it is and restore the last backup: niemyet store restore FILE --replace",
                error.say_with_causes(Tongue::English)
            ),
            Self::Tally(difference) => {
                format!("a tally is not what the ratings add up to: {difference}")
            }
            Self::Audit(BrokenAudit::Changed { number, at }) => format!(
                "the log of the desk was changed: row {number} (written {at}) is not what was written; compare with the last backup"
            ),
            Self::Audit(BrokenAudit::Missing { number }) => format!(
                "the log of the desk lacks rows from number {number} on; compare with the last backup"
            ),
            Self::Matter { id, what } => format!(
                "the matter {id} is not what its log amounts to ({what}); restore a backup or correct the row"
            ),
            Self::NoDatabase(path) => format!("there is no {}", path.display()),
            Self::NoKey(path) => format!(
                "no key is in use in {}; if there was one, restore it from a backup",
                path.display()
            ),
            Self::BadKey(path) => format!("{} is no key (64 hexadecimal digits)", path.display()),
            Self::Open { path, rights } => format!(
                "others may read {} (rights {rights:o}); mend it: chmod go= {}",
                path.display(),
                path.display()
            ),
            Self::RestoreUnfinished(path) => format!(
                "a restore into {} was cut off; run niemyet store restore again",
                path.display()
            ),
            Self::LittleRoom { free, database } => format!(
                "the disk has {free} bytes left, not enough for a copy of the database ({database} bytes)"
            ),
            Self::Unseen { path, reason } => format!("cannot look at {}: {reason}", path.display()),
        }
    }
}
