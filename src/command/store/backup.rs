//! `niemyet store backup`: database and keys in one file, while serve runs.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::arguments::BackupArguments;
use super::phrase;
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::{database, outside};
use crate::diagnostic::Tongue;
use crate::store::backup::{self, BackupError, KeysAs, Manifest};
use crate::store::{DATABASE, DataFolder, Inventory, Place};

pub(super) fn run(common: &Common, arguments: &BackupArguments) -> anyhow::Result<Done> {
    // A mistyped folder must not be made.
    let database = common.data.join(DATABASE);
    if common.database.is_none() && !database.is_file() {
        return Err(BackupError::NoDatabase(database).into());
    }
    let folder = DataFolder::prepare(&common.data)?;
    let moment = outside::moment();
    let file = if arguments.file.is_dir() {
        arguments.file.join(backup::name_of(moment))
    } else {
        arguments.file.clone()
    };
    let phrase = phrase::given(common, &arguments.keys, true)?;
    let keys = match &phrase {
        Some(phrase) => KeysAs::Sealed(phrase),
        None if arguments.keys.without_keys => KeysAs::LeftOut,
        None => bail!(match common.lang {
            Tongue::Vietnamese =>
                "chưa có cụm mật khẩu cho khóa: đặt biến NIEMYET_BACKUP_PASSPHRASE, hoặc dùng \
                 --passphrase-file; không sao lưu khóa thì thêm --without-keys",
            Tongue::English =>
                "no pass phrase for the keys: set the variable NIEMYET_BACKUP_PASSPHRASE or use \
                 --passphrase-file; --without-keys leaves the keys out",
        }),
    };
    let random = outside::randomness();
    let write =
        |database: &DataFolder| backup::make(database, &folder, &file, keys, moment, &random);
    let made = match database::place(common)? {
        Place::Folder(folder) => write(&folder)?,
        place @ Place::Database(_) => {
            // A database that hosts share goes into a file of its own first, as of one moment.
            let beside = Beside::new(common, &file)?;
            let copy = Place::Folder(beside.folder()?);
            crate::store::copy(&place, &copy, false, &random)?;
            write(&beside.folder()?)?
        }
    };
    outside::say(&words(common, &file.display().to_string(), &made, arguments.keys.without_keys));
    Ok(Done::Fine)
}

/// A folder beside the backup for as long as it is made.
struct Beside(PathBuf);

impl Beside {
    fn new(common: &Common, file: &Path) -> anyhow::Result<Self> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = file.with_file_name(format!(".{name}.copy"));
        let left = path.display();
        anyhow::ensure!(
            !path.exists(),
            match common.lang {
                Tongue::Vietnamese =>
                    format!("{left} còn lại từ lần trước; hãy xóa nó rồi chạy lại"),
                Tongue::English => format!("{left} is left from before; remove it and run again"),
            }
        );
        Ok(Self(path))
    }

    fn folder(&self) -> anyhow::Result<DataFolder> {
        Ok(DataFolder::prepare(&self.0)?)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // What cannot be removed is named by the next backup.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn words(common: &Common, file: &str, made: &Manifest, left_out: bool) -> String {
    let held = &made.database.holds;
    let (ratings, answers, digest) = (held.ratings, held.answers, held.digest());
    let bytes = made.database.bytes;
    let database = match &common.database {
        None => common.data.join(DATABASE).display().to_string(),
        Some(_) => database::place(common).map(|place| place.to_string()).unwrap_or_default(),
    };
    match common.lang {
        Tongue::Vietnamese => {
            let keys = match &made.keys {
                Some(keys) => format!("{} tệp khóa, đã mã hóa", keys.files),
                None if left_out => "không kèm khóa".into(),
                None => "chưa có khóa nào để kèm".into(),
            };
            format!(
                "Đã sao lưu {database} vào {file}\n{ratings} đánh giá, {answers} câu trả lời, {}; \
                 {bytes} byte; {keys}; đã đọc lại và kiểm tra.\nSố kiểm: {digest}",
                besides(held, common.lang)
            )
        }
        Tongue::English => {
            let keys = match &made.keys {
                Some(keys) => format!("{} key files, sealed", keys.files),
                None if left_out => "keys left out".into(),
                None => "no keys yet to put in".into(),
            };
            format!(
                "Backed up {database} to {file}\n{ratings} ratings, {answers} answers, {}; {bytes} bytes; \
                 {keys}; read back and checked.\nDigest: {digest}",
                besides(held, common.lang)
            )
        }
    }
}

/// What a database holds besides ratings.
pub(super) fn besides(held: &Inventory, tongue: Tongue) -> String {
    let [matters, events, officers, log] =
        ["matter", "matter_event", "officer", "audit"].map(|table| held.rows(table));
    match tongue {
        Tongue::Vietnamese => format!(
            "{matters} phản ánh, tin báo với {events} bước xử lý, {officers} tài khoản cán bộ, {log} dòng nhật ký"
        ),
        Tongue::English => format!(
            "{matters} petitions and reports with {events} events, {officers} accounts of officers, {log} rows of the log"
        ),
    }
}
