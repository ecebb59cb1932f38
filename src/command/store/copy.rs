//! `niemyet store copy`: from SQLite to PostgreSQL and back, compared table by table.

use std::path::Path;

use anyhow::Context;

use super::arguments::CopyArguments;
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::outside;
use crate::diagnostic::Tongue;
use crate::store::backup::BackupError;
use crate::store::{DATABASE, DataFolder, Database, Place};

pub(super) fn run(common: &Common, arguments: &CopyArguments) -> anyhow::Result<Done> {
    // A mistyped folder must not be made.
    let file = Path::new(&arguments.from).join(DATABASE);
    if !is_address(&arguments.from) && !file.is_file() {
        return Err(BackupError::NoDatabase(file).into());
    }
    let from = place(&arguments.from)?;
    let to = place(&arguments.to)?;
    let copied = crate::store::copy(&from, &to, arguments.resume, &outside::randomness());
    let copied = copied.context(match common.lang {
        Tongue::Vietnamese => "không sao chép được",
        Tongue::English => "cannot copy",
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
    if is_address(address) {
        return Ok(Place::Database(Box::new(Database::parse(address)?)));
    }
    Ok(Place::Folder(DataFolder::prepare(Path::new(address))?))
}

fn is_address(place: &str) -> bool {
    place.contains("://")
}
