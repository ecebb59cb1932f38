//! `niemyet store copy`: from SQLite to PostgreSQL and back, compared table by table.

use anyhow::Context;

use super::arguments::CopyArguments;
use crate::command::arguments::Common;
use crate::command::{Done, outside};
use crate::diagnostic::Tongue;
use crate::store::{CopyError, DATABASE, DataFolder, Database, Place};

pub(super) fn run(common: &Common, arguments: &CopyArguments) -> anyhow::Result<Done> {
    let from = place(&arguments.from)?;
    if let Place::Folder(folder) = &from {
        let database = folder.path().join(DATABASE);
        anyhow::ensure!(
            database.is_file(),
            "there is no {}; has serve run yet?",
            database.display()
        );
    }
    let to = place(&arguments.to)?;
    let copied = crate::store::copy(&from, &to, arguments.resume, &outside::randomness());
    let copied = copied.map_err(|error| {
        let words = words(common, &error);
        match error {
            CopyError::Store(error) => anyhow::Error::new(error).context(words),
            _ => anyhow::anyhow!(words),
        }
    })?;
    for table in &copied {
        outside::say(&format!("{:<13} {:>12}  {}", table.table, table.rows, table.digest));
    }
    outside::say(&match common.lang {
        Tongue::Vietnamese => {
            format!(
                "Đã sao chép {from} sang {to}; mọi bảng giống nhau ở hai nơi. Khóa không nằm trong cơ sở dữ liệu: sao lưu riêng bằng store backup."
            )
        }
        Tongue::English => {
            format!(
                "Copied {from} to {to}; every table is equal in both. Keys are not in the database: back them up with store backup."
            )
        }
    });
    Ok(Done::Fine)
}

/// A data folder or a database.
fn place(address: &str) -> anyhow::Result<Place> {
    if address.contains("://") {
        return Ok(Place::Database(Box::new(Database::parse(address)?)));
    }
    let path = std::path::Path::new(address);
    let folder = DataFolder::prepare(path).with_context(|| format!("preparing {address}"))?;
    Ok(Place::Folder(folder))
}

fn words(common: &Common, error: &CopyError) -> String {
    match (common.lang, error) {
        (Tongue::Vietnamese, CopyError::Store(_)) => "không sao chép được".into(),
        (Tongue::Vietnamese, CopyError::NotEmpty { place, table, rows }) => format!(
            "{place} đã có {rows} dòng trong bảng {table}; chỉ sao chép vào nơi trống, \
             hoặc thêm --resume để tiếp lần sao chép bị ngắt"
        ),
        (Tongue::Vietnamese, CopyError::Differs { table, from, to }) => format!(
            "bảng {table} không giống: {from} dòng ở nơi đọc, {to} dòng ở nơi ghi, hoặc nội dung khác"
        ),
        (Tongue::English, CopyError::Store(_)) => "cannot copy".into(),
        (Tongue::English, CopyError::NotEmpty { .. }) => format!(
            "{error}; copy into an empty place, or add --resume to go on with a copying that was cut off"
        ),
        (Tongue::English, CopyError::Differs { .. }) => error.to_string(),
    }
}
