//! Where the pass phrase of a backup comes from.

use anyhow::{Context, ensure};

use super::arguments::KeysArguments;
use crate::command::flags::Common;
use crate::command::outside;
use crate::diagnostic::Tongue;
use crate::store::backup::Passphrase;

/// The variable that holds a pass phrase.
const VARIABLE: &str = "NIEMYET_BACKUP_PASSPHRASE";

/// The pass phrase, if keys are wanted and somebody gave one. Typed anew, it is asked for twice.
pub(super) fn given(
    common: &Common,
    arguments: &KeysArguments,
    anew: bool,
) -> anyhow::Result<Option<Passphrase>> {
    if arguments.without_keys {
        return Ok(None);
    }
    if let Some(path) = &arguments.passphrase_file {
        let reading = || match common.lang {
            Tongue::Vietnamese => format!("không đọc được tệp cụm mật khẩu {}", path.display()),
            Tongue::English => {
                format!("cannot read the file of the pass phrase {}", path.display())
            }
        };
        let words = std::fs::read_to_string(path).with_context(reading)?;
        return Ok(Some(Passphrase::typed(&words)));
    }
    if let Some(words) = outside::variable(VARIABLE) {
        return Ok(Some(Passphrase::typed(&words)));
    }
    if !outside::can_ask() {
        return Ok(None);
    }
    let (question, again, differ) = match common.lang {
        Tongue::Vietnamese => (
            "Cụm mật khẩu cho khóa trong bản sao lưu:",
            "Gõ lại lần nữa:",
            "hai lần gõ không giống nhau",
        ),
        Tongue::English => (
            "Pass phrase for the keys in the backup:",
            "Once more:",
            "what was typed twice is not the same",
        ),
    };
    let words = outside::ask_secretly(question)?;
    ensure!(!anew || outside::ask_secretly(again)? == words, differ);
    Ok(Some(Passphrase::typed(&words)))
}
