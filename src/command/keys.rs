//! The secret that signs stamps and receipts: made at first start, kept beside the database, each with
//! an id so that it can be changed without forgetting the old one.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, ensure};

use super::outside;
use crate::feedback::Secret;

/// The secret in use; made if there is none yet.
pub(super) fn secret(data: &Path) -> anyhow::Result<Secret> {
    let folder = data.join("keys");
    let current = folder.join("current");
    let id = match fs::read_to_string(&current) {
        Ok(id) => id.trim().to_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(&folder)?,
        Err(error) => return Err(error).with_context(|| format!("reading {}", current.display())),
    };
    let path = folder.join(format!("{id}.key"));
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let bytes = unhex(text.trim()).with_context(|| format!("{} is not a key", path.display()))?;
    Ok(Secret::new(bytes))
}

fn make(folder: &Path) -> anyhow::Result<String> {
    make_closed(folder).with_context(|| format!("making {}", folder.display()))?;
    let (mut id, mut key) = ([0; 4], [0; 32]);
    outside::random(&mut id)?;
    outside::random(&mut key)?;
    let id = hex(&id);
    write_closed(&folder.join(format!("{id}.key")), &hex(&key))?;
    write_closed(&folder.join("current"), &id)?;
    Ok(id)
}

/// Keeps a further key beside the others, in a file of its own.
pub(super) fn keep(path: &Path, key: &[u8; 32]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        make_closed(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    write_closed(path, &hex(key))
}

/// Makes a folder that only its owner may enter; one that was there with wider rights is closed.
fn make_closed(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        builder.mode(0o700).create(folder)?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
    #[cfg(not(unix))]
    builder.create(folder)
}

/// Writes a file that only its owner may read, whole or not at all.
fn write_closed(path: &Path, text: &str) -> anyhow::Result<()> {
    let new = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        let mut file = options.open(&new)?;
        writeln!(file, "{text}")?;
        file.sync_all()?;
        fs::rename(&new, path)
    };
    write().with_context(|| format!("writing {}", path.display()))
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

pub(super) fn unhex(text: &str) -> anyhow::Result<[u8; 32]> {
    ensure!(text.len() == 64 && text.is_ascii(), "a key is 64 hexadecimal digits");
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn only_its_owner_enters_the_folder_of_keys() {
        use std::os::unix::fs::PermissionsExt as _;
        let data = tempfile::tempdir().unwrap();
        let keys = data.path().join("keys");
        // As an older release made it.
        fs::create_dir(&keys).unwrap();
        fs::set_permissions(&keys, fs::Permissions::from_mode(0o755)).unwrap();
        secret(data.path()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&keys), 0o700);
        for file in fs::read_dir(&keys).unwrap() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
        }
    }
}
