//! `niemyet store check`: what is wrong with what must not be lost. Exit code 1 if anything is.

use std::path::Path;

use super::arguments::CheckArguments;
use super::backup::besides;
use super::phrase;
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::{database, outside};
use crate::diagnostic::Tongue;
use crate::store::{DataFolder, backup};

pub(super) fn run(common: &Common, arguments: &CheckArguments) -> anyhow::Result<Done> {
    if let Some(file) = &arguments.backup {
        return backup(common, arguments, file);
    }
    if !common.data.is_dir() {
        let folder = common.data.display();
        anyhow::bail!(match common.lang {
            Tongue::Vietnamese => format!("không có thư mục dữ liệu {folder}"),
            Tongue::English => format!("there is no data folder {folder}"),
        });
    }
    let folder = DataFolder::prepare(&common.data)?;
    let place = database::place(common)?;
    let found = crate::store::check(&folder, &place, &outside::randomness());
    for one in &found {
        outside::say(&one.say(common.lang));
    }
    // Written down elsewhere, it shows later whether the log is still the same.
    if found.is_empty()
        && let Ok(head) = crate::store::audit_head(&place)?
        && head.number > 0
    {
        let (number, hash) = (head.number, head.hash);
        outside::say(&match common.lang {
            Tongue::Vietnamese => {
                format!("Nhật ký bàn xử lý: {number} dòng, liền mạch; mã dòng cuối: {hash}")
            }
            Tongue::English => {
                format!("Log of the desk: {number} rows, one chain; hash of the last: {hash}")
            }
        });
    }
    let data = common.data.display();
    outside::say(&match (common.lang, found.len()) {
        (Tongue::Vietnamese, 0) => {
            format!("{data}: cơ sở dữ liệu, khóa, quyền và chỗ trống đều tốt.")
        }
        (Tongue::Vietnamese, count) => format!("{data}: {count} điều cần sửa."),
        (Tongue::English, 0) => format!("{data}: database, keys, rights and room are fine."),
        (Tongue::English, count) => format!("{data}: {count} things to mend."),
    });
    Ok(if found.is_empty() { Done::Fine } else { Done::Problems })
}

fn backup(common: &Common, arguments: &CheckArguments, file: &Path) -> anyhow::Result<Done> {
    let phrase = phrase::given(common, &arguments.keys, false)?;
    // The database is unpacked beside the backup for a moment: where it lies, there is room for it.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = DataFolder::prepare(folder.unwrap_or(Path::new(".")))?;
    let (made_at, holds, keys) = backup::verify(file, phrase.as_ref(), &beside)?;
    let (file, made_at) = (file.display(), made_at.unwrap_or_default());
    let (ratings, digest) = (holds.ratings, holds.digest());
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!(
            "{file}: lành lặn; lúc {made_at}; {ratings} đánh giá, {}; mở được {keys} tệp khóa.\nSố kiểm: {digest}",
            besides(&holds, common.lang)
        ),
        Tongue::English => format!(
            "{file}: sound; of {made_at}; {ratings} ratings, {}; {keys} key files opened.\nDigest: {digest}",
            besides(&holds, common.lang)
        ),
    });
    Ok(Done::Fine)
}
