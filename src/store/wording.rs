//! What an operator is told when something of the store fails, in both tongues, each with what to do. The
//! English words of an error are its own; here are the Vietnamese.

use std::error::Error;

use super::backup::BackupError;
use super::{AddressError, CopyError, PurgeError, StoreError};
use crate::diagnostic::Tongue;

/// An error in a tongue, without its causes. One that is not of the store, of the system say, speaks as it
/// does.
pub fn say(error: &(dyn Error + 'static), tongue: Tongue) -> String {
    if let Some(error) = error.downcast_ref::<BackupError>() {
        return error.say(tongue);
    }
    if tongue == Tongue::English {
        return error.to_string();
    }
    let store = || error.downcast_ref::<StoreError>().map(of_store);
    let copy = || error.downcast_ref::<CopyError>().map(of_copy);
    let purge = || error.downcast_ref::<PurgeError>().map(of_purge);
    let address = || error.downcast_ref::<AddressError>().map(of_address);
    store().or_else(copy).or_else(purge).or_else(address).unwrap_or_else(|| error.to_string())
}

fn of_store(error: &StoreError) -> String {
    use StoreError as E;
    match error {
        E::Busy => "quá nhiều đánh giá đang chờ ghi; thử lại sau vài giây".into(),
        E::Stopped(reason) => {
            format!("kho đã ngừng nhận đánh giá ({reason}); sửa đĩa rồi khởi động lại")
        }
        E::Away(reason) => format!(
            "lúc này không kết nối được hoặc không ghi được cơ sở dữ liệu ({reason}); thử lại sau vài giây"
        ),
        E::Write(_) => "không ghi được đánh giá vào cơ sở dữ liệu (xem đĩa và /healthz)".into(),
        E::Read(_) => "không đọc được cơ sở dữ liệu (xem đĩa, rồi chạy niemyet store check)".into(),
        E::Unreadable { id, column, found } => format!(
            "đánh giá {id} có cột {column} mà chương trình này không đọc được: {found:?}; sửa dòng đó \
             hoặc khôi phục bản sao lưu"
        ),
        E::Open { database, .. } => format!(
            "không mở được cơ sở dữ liệu {database} (xem địa chỉ hoặc thư mục có đúng và có quyền đọc, \
             ghi không)"
        ),
        E::Newer { database, found, known } => format!(
            "cơ sở dữ liệu {database} có định dạng {found}, chương trình này chỉ biết đến {known}; hãy \
             chạy bản niemyet mới hơn đã ghi nó, hoặc khôi phục bản sao lưu thời đó"
        ),
        E::OtherMigration { database, number } => format!(
            "bước {number} của cơ sở dữ liệu {database} không phải bước mà chương trình này có; nó do một \
             bản niemyet khác tạo nên không được động vào; hãy chạy bản đó, hoặc khôi phục bản sao lưu"
        ),
        E::Upkeep(_) => {
            "không làm xong việc trên cơ sở dữ liệu (phần đã làm vẫn còn; chạy lại lệnh này)".into()
        }
        E::InUse(folder) => format!(
            "thư mục dữ liệu {} đang được dùng; dừng serve và chương trình nào đang mở nó",
            folder.display()
        ),
        E::RestoreUnfinished(folder) => format!(
            "lần khôi phục vào {} bị ngắt giữa chừng; hãy chạy lại `niemyet store restore` trước khi \
             làm việc khác",
            folder.display()
        ),
        E::Folder { path, .. } => format!(
            "không chuẩn bị được {} (xem đĩa còn chỗ và có quyền ghi vào thư mục không)",
            path.display()
        ),
        E::Thread(_) => {
            "không khởi động được một luồng của kho (máy hết tài nguyên; dừng bớt chương \
             trình khác rồi khởi động lại)"
                .into()
        }
        E::Export(_) => "không ghi được đánh giá xuất ra (xem nơi ghi còn chỗ không)".into(),
    }
}

fn of_copy(error: &CopyError) -> String {
    match error {
        CopyError::Store(error) => of_store(error),
        CopyError::NotEmpty { place, table, rows } => format!(
            "{place} đã có {rows} dòng trong bảng {table}; chỉ sao chép vào nơi trống, hoặc thêm --resume \
             để tiếp lần sao chép bị ngắt"
        ),
        CopyError::Differs { table, from, to } => format!(
            "bảng {table} không giống: {from} dòng ở nơi đọc, {to} dòng ở nơi ghi, hoặc nội dung khác; \
             đừng dùng bản sao này, hãy sao chép lại vào nơi trống"
        ),
    }
}

fn of_purge(error: &PurgeError) -> String {
    match error {
        PurgeError::Store(error) => of_store(error),
        PurgeError::Clock { newest } => format!(
            "đánh giá mới nhất từ {newest}, quá 400 ngày: có thể đồng hồ máy sai nên chưa xóa gì; nếu \
             đồng hồ đúng: niemyet store purge --yes --trust-clock"
        ),
    }
}

fn of_address(error: &AddressError) -> String {
    match error {
        AddressError::Scheme => "địa chỉ cơ sở dữ liệu phải bắt đầu bằng postgres://".into(),
        AddressError::SslMode(mode) => format!(
            "sslmode không thể là {mode}; dùng disable, prefer, require, verify-ca hoặc verify-full"
        ),
        AddressError::Escape => {
            "sslrootcert có dấu % mà không có hai chữ số hex theo sau; viết % là %25".into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with letters that only Vietnamese has.
    fn is_vietnamese(words: &str) -> bool {
        words.chars().any(|sign| "ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư".contains(sign))
    }

    #[test]
    fn every_error_is_said_in_both_tongues_with_what_to_do() {
        let io = || std::io::Error::other("ENOSPC");
        let database = || "niemyet.db".to_owned();
        let errors: Vec<Box<dyn Error>> = vec![
            Box::new(StoreError::Busy),
            Box::new(StoreError::Stopped("EIO".into())),
            Box::new(StoreError::Away("refused".into())),
            Box::new(StoreError::Write(std::sync::Arc::new("x".into()))),
            Box::new(StoreError::Read("x".into())),
            Box::new(StoreError::Unreadable { id: "0".into(), column: "mode", found: "x".into() }),
            Box::new(StoreError::Open { database: database(), source: "x".into() }),
            Box::new(StoreError::Newer { database: database(), found: 9, known: 4 }),
            Box::new(StoreError::OtherMigration { database: database(), number: 2 }),
            Box::new(StoreError::Upkeep("x".into())),
            Box::new(StoreError::InUse("var".into())),
            Box::new(StoreError::RestoreUnfinished("var".into())),
            Box::new(StoreError::Folder { path: "var".into(), source: io() }),
            Box::new(StoreError::Thread(io())),
            Box::new(StoreError::Export(io())),
            Box::new(CopyError::Store(StoreError::Busy)),
            Box::new(CopyError::NotEmpty { place: "var".into(), table: "rating", rows: 8 }),
            Box::new(CopyError::Differs { table: "rating", from: 8, to: 9 }),
            Box::new(PurgeError::Store(StoreError::Busy)),
            Box::new(PurgeError::Clock { newest: "2026".into() }),
            Box::new(AddressError::Scheme),
            Box::new(AddressError::SslMode("maybe".into())),
            Box::new(AddressError::Escape),
            Box::new(BackupError::Store(StoreError::Busy)),
        ];
        for error in &errors {
            let [vi, en] = [Tongue::Vietnamese, Tongue::English].map(|one| say(&**error, one));
            assert!(is_vietnamese(&vi) && !is_vietnamese(&en), "{vi} / {en}");
            // What a diagnosis needs stands in both.
            for figure in ["niemyet.db", "var", "maybe", "2026", "EIO", "refused"] {
                assert_eq!(vi.contains(figure), en.contains(figure), "{vi} / {en}");
            }
            let to_do = |words: &str| words.contains([';', '(']);
            let none_needed = matches!(error.downcast_ref(), Some(BackupError::Store(_)));
            let plain = matches!(error.downcast_ref(), Some(AddressError::Scheme));
            assert!(none_needed || plain || (to_do(&vi) && to_do(&en)), "{vi} / {en}");
        }
        assert_eq!(say(&io(), Tongue::Vietnamese), "ENOSPC");
    }
}
