//! The words of [`BackupError`]: one exhaustive match a tongue.

use super::BackupError as E;
use super::passphrase::SHORTEST;

pub(super) fn vietnamese(error: &E) -> String {
    match error {
        E::File { path, .. } => format!("không đọc hoặc ghi được {}", path.display()),
        E::Exists(path) => format!(
            "đã có {}; bản sao lưu không ghi đè lên tệp nào, hãy chọn tên khác",
            path.display()
        ),
        E::NoDatabase(path) => {
            format!("không có {}; máy chủ đã chạy lần nào chưa?", path.display())
        }
        E::Store(_) => "không đọc được kho đánh giá".into(),
        E::Database { path, .. } => format!("không đọc được cơ sở dữ liệu {}", path.display()),
        E::Seal => "không mã hóa được khóa".into(),
        E::ShortPassphrase => format!(
            "cụm mật khẩu quá ngắn: cần ít nhất {SHORTEST} ký tự, vì ai giữ bản sao lưu cũng có thể dò"
        ),
        E::PassphraseNeeded => "bản sao lưu có khóa đã mã hóa nên cần cụm mật khẩu (biến \
             NIEMYET_BACKUP_PASSPHRASE, --passphrase-file, hoặc gõ ở màn hình); không cần khóa thì \
             thêm --without-keys"
            .into(),
        E::WrongPassphrase => "cụm mật khẩu không đúng, hoặc phần khóa đã bị sửa".into(),
        E::Foreign => {
            "đây không phải bản sao lưu, thư mục dữ liệu hay cơ sở dữ liệu của niemyet".into()
        }
        E::NewerBackup { found, known } => format!(
            "bản sao lưu có định dạng {found}, chương trình này chỉ biết đến {known}; hãy dùng bản \
             niemyet mới hơn đã tạo ra nó"
        ),
        E::Damaged { part } => format!("bản sao lưu bị hỏng: phần {part} không đúng như lúc ghi"),
        E::Truncated { part } => format!("bản sao lưu bị cụt: hết tệp ở phần {part}"),
        E::Unsound { found } => format!("cơ sở dữ liệu không lành lặn: {found}"),
        E::Differs { said, found } => format!(
            "bản sao lưu ghi là có {} đánh giá (số kiểm {}), nhưng trong cơ sở dữ liệu có {} (số kiểm {})",
            said.ratings,
            said.digest(),
            found.ratings,
            found.digest()
        ),
        E::Occupied { folder, ratings } => format!(
            "{} đã có {}; thêm --replace để thay (cái cũ được giữ lại bên cạnh)",
            folder.display(),
            match ratings {
                Some(ratings) => format!("{ratings} đánh giá"),
                None => "dữ liệu hoặc khóa".into(),
            }
        ),
    }
}

pub(super) fn english(error: &E) -> String {
    match error {
        E::File { path, .. } => format!("cannot read or write {}", path.display()),
        E::Exists(path) => format!(
            "{} is there already; a backup overwrites nothing, choose another name",
            path.display()
        ),
        E::NoDatabase(path) => format!("there is no {}; has serve run yet?", path.display()),
        E::Store(_) => "cannot read the ratings".into(),
        E::Database { path, .. } => format!("cannot read the database {}", path.display()),
        E::Seal => "the keys could not be sealed".into(),
        E::ShortPassphrase => format!(
            "the pass phrase is too short: at least {SHORTEST} characters, since whoever holds the \
             backup can guess"
        ),
        E::PassphraseNeeded => {
            "the backup holds sealed keys and needs the pass phrase (the variable \
             NIEMYET_BACKUP_PASSPHRASE, --passphrase-file, or typed at the terminal); \
             --without-keys leaves them"
                .into()
        }
        E::WrongPassphrase => "the pass phrase is wrong, or the sealed keys were changed".into(),
        E::Foreign => "this is no backup, data folder or database of niemyet".into(),
        E::NewerBackup { found, known } => format!(
            "the backup is of form {found}, this program knows forms up to {known}; use the newer \
             niemyet that made it"
        ),
        E::Damaged { part } => format!("the backup is damaged: {part} is not what was written"),
        E::Truncated { part } => format!("the backup is cut short: the file ends at {part}"),
        E::Unsound { found } => format!("the database is not sound: {found}"),
        E::Differs { said, found } => format!(
            "the backup says {} ratings (digest {}), its database holds {} (digest {})",
            said.ratings,
            said.digest(),
            found.ratings,
            found.digest()
        ),
        E::Occupied { folder, ratings } => format!(
            "{} holds {} already; --replace puts the backup in their place (the old are kept aside)",
            folder.display(),
            match ratings {
                Some(ratings) => format!("{ratings} ratings"),
                None => "data or keys".into(),
            }
        ),
    }
}
