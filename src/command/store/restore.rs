//! `niemyet store restore`: a backup put back, what was there kept aside.

use std::fmt::Write;

use super::arguments::RestoreArguments;
use super::backup::besides;
use super::phrase;
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::outside;
use crate::diagnostic::Tongue;
use crate::store::DataFolder;
use crate::store::backup::{self, Restored, Restoring};

pub(super) fn run(common: &Common, arguments: &RestoreArguments) -> anyhow::Result<Done> {
    anyhow::ensure!(
        common.database.is_none(),
        match common.lang {
            Tongue::Vietnamese =>
                "chỉ khôi phục được vào thư mục dữ liệu; sau đó chuyển bằng store copy",
            Tongue::English =>
                "a backup is restored into a data folder; then move it by store copy",
        }
    );
    let folder = DataFolder::prepare(&common.data)?;
    let from = &arguments.from;
    // A folder has its keys open beside it; nobody needs to be asked.
    let phrase = if from.is_dir() { None } else { phrase::given(common, &arguments.keys, false)? };
    let wish = Restoring {
        from,
        passphrase: phrase.as_ref(),
        without_keys: arguments.keys.without_keys,
        replace: arguments.replace,
        moment: outside::moment(),
    };
    let restored = backup::restore(&folder, &wish)?;
    outside::say(&words(common, &restored));
    Ok(Done::Fine)
}

fn words(common: &Common, restored: &Restored) -> String {
    let data = common.data.display();
    let Restored { holds, keys, .. } = restored;
    let (ratings, digest) = (holds.ratings, holds.digest());
    let mut text = match common.lang {
        Tongue::Vietnamese => {
            let made = restored.made_at.as_ref().map(|at| format!(" (bản sao lưu lúc {at})"));
            format!(
                "Đã khôi phục {ratings} đánh giá, {} và {keys} tệp khóa vào {data}{}\nSố kiểm: {digest}",
                besides(holds, common.lang),
                made.unwrap_or_default()
            )
        }
        Tongue::English => {
            let made = restored.made_at.as_ref().map(|at| format!(" (backup of {at})"));
            format!(
                "Restored {ratings} ratings, {} and {keys} key files into {data}{}\nDigest: {digest}",
                besides(holds, common.lang),
                made.unwrap_or_default()
            )
        }
    };
    if let Some(aside) = &restored.aside {
        let aside = aside.display();
        // Writing to a String cannot fail.
        let _ = match common.lang {
            Tongue::Vietnamese => write!(
                text,
                "\nDữ liệu cũ được giữ ở {aside}\nQuay lại như cũ: niemyet --data {data} store \
                 restore {aside} --replace"
            ),
            Tongue::English => write!(
                text,
                "\nThe old data is kept in {aside}\nThe way back: niemyet --data {data} store \
                 restore {aside} --replace"
            ),
        };
    }
    if !restored.has_keys {
        text.push_str(match common.lang {
            Tongue::Vietnamese => {
                "\nChưa có khóa: lần chạy serve tới sẽ tạo khóa mới; mã một lần và phiếu hẹn đã phát \
                 theo khóa cũ sẽ không còn được nhận."
            }
            Tongue::English => {
                "\nThere are no keys: serve will make new ones, and one-time codes handed out under \
                 the old ones will not be taken any more."
            }
        });
    }
    text
}
