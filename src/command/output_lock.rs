//! One at a time in an output folder: whoever writes there holds a lock of the system, which ends with the process
//! however it ends, so nobody is ever in the way of a process that was killed. The file says who holds it.

use std::fs::{self, File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};

use anyhow::Context as _;

use super::flags::Common;
use crate::diagnostic::Tongue;

/// The file whose lock is held; what it says is for people only.
const FILE: &str = "lock";

/// The right to write into the output folder, until it is dropped.
pub(super) struct OutputLock {
    _file: File,
}

impl OutputLock {
    /// Takes it, or says who has it.
    pub(super) fn take(common: &Common) -> anyhow::Result<Self> {
        let path = common.output.join("cache").join(FILE);
        let cache = common.output.join("cache");
        fs::create_dir_all(&cache).with_context(|| format!("making {}", cache.display()))?;
        let open = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = open.with_context(|| format!("opening {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // It may be between taking the lock and saying so.
                let _ = file.read_to_string(&mut holder);
                anyhow::bail!(busy(common, holder.trim()));
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("locking {}", path.display()));
            }
        }
        // On a full disk the right holds all the same; only the number is missing.
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(std::process::id().to_string().as_bytes()));
        Ok(Self { _file: file })
    }
}

fn busy(common: &Common, holder: &str) -> String {
    let output = common.output.display();
    let known = !holder.is_empty() && holder.bytes().all(|sign| sign.is_ascii_digit());
    match (common.lang, known) {
        (Tongue::Vietnamese, true) => format!(
            "một lệnh niemyet khác (tiến trình {holder}) đang ghi vào {output}: chờ nó xong rồi chạy lại"
        ),
        (Tongue::Vietnamese, false) => {
            format!("một lệnh niemyet khác đang ghi vào {output}: chờ nó xong rồi chạy lại")
        }
        (Tongue::English, true) => format!(
            "another niemyet (process {holder}) is writing into {output}: let it finish, then run this again"
        ),
        (Tongue::English, false) => {
            format!("another niemyet is writing into {output}: let it finish, then run this again")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::regeneration::common_at;
    use super::*;

    #[test]
    fn the_other_one_is_named_and_a_dead_one_is_no_obstacle() {
        let place = tempfile::tempdir().unwrap();
        let common = common_at(place.path());
        let held = OutputLock::take(&common).unwrap();
        let said = OutputLock::take(&common).err().unwrap().to_string();
        assert!(said.contains(&std::process::id().to_string()), "{said}");
        drop(held);
        // As a killed process leaves it.
        fs::write(common.output.join("cache").join(FILE), "999999").unwrap();
        OutputLock::take(&common).unwrap();
    }
}
