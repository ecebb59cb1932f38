//! One file that holds all that must not be lost: the database as of one moment, and the keys behind a pass
//! phrase. Made while the server runs, read back before it gets its name, put back without losing what
//! was there.

mod backup_error;
mod backup_file;
mod key_files;
mod manifest;
mod passphrase;
mod restoring;
mod sealed_keys;
mod wording;

#[cfg(test)]
mod tests;

pub use backup_error::BackupError;
pub use backup_file::make;
pub use key_files::KeyFiles;
pub use manifest::{DatabasePart, KeysPart, Manifest};
pub use passphrase::Passphrase;
pub use restoring::{Restored, Restoring, restore, verify};

/// What becomes of the keys.
#[derive(Clone, Copy, Debug)]
pub enum KeysAs<'a> {
    /// They are put in, sealed behind a pass phrase.
    Sealed(&'a Passphrase),
    /// They are left out.
    LeftOut,
}

/// The name that a backup of this time (milliseconds UTC) gets in a folder: names sort by time.
pub fn name_of(moment: i64) -> String {
    format!("niemyet-{}.backup", compact_time(moment))
}

/// A time as it may stand in a name: `20261122T031500000Z`.
fn compact_time(moment: i64) -> String {
    super::utc::written(moment).chars().filter(|sign| !"-:.".contains(*sign)).collect()
}
