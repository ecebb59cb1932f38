//! A file that is there whole or not at all: written beside its place under another name, put on the
//! disk, then given its name. Whoever reads the place sees what was there before or all of the new.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that has no name yet. Dropped before [`NewFile::place`], it leaves nothing behind.
#[derive(Debug)]
pub struct NewFile {
    file: File,
    beside: PathBuf,
    place: PathBuf,
    placed: bool,
}

impl NewFile {
    /// A file for `place`, closed to all but its owner. Refused if somebody else is writing it, or if it
    /// was left behind by a program that was killed.
    pub fn beside(place: &Path) -> io::Result<Self> {
        let beside = neighbour(place, "new");
        // What a killed program left is worth nothing: it never got its name.
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&beside)?;
        Ok(Self { file, beside, place: place.to_owned(), placed: false })
    }

    /// Where it lies until it is placed.
    pub fn path(&self) -> &Path {
        &self.beside
    }

    /// The open file.
    pub fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Puts it on the disk and gives it its name, in place of what had it.
    pub fn place(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.beside, &self.place)?;
        self.placed = true;
        sync_folder_of(&self.place)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.placed {
            // Nothing more can be done about a file that cannot be removed; it has no name anybody uses.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// `folder/name` as `folder/.name.ending`.
pub(super) fn neighbour(place: &Path, ending: &str) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.{ending}"))
}

/// Has the names in the folder of `path` on the disk.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

/// Has the names in a folder on the disk. Windows keeps names by itself and opens no folders.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("a.csv");
        fs::write(&place, "old").unwrap();
        let mut given_up = NewFile::beside(&place).unwrap();
        given_up.write_all(b"half").unwrap();
        drop(given_up);
        assert_eq!(fs::read_to_string(&place).unwrap(), "old");
        let mut whole = NewFile::beside(&place).unwrap();
        whole.write_all(b"new").unwrap();
        whole.place().unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "new");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
