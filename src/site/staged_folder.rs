//! A folder on its way from one site to the next. Where nothing lay, all is written beside it and appears by one
//! rename; where a site lies already, new files wait in a folder of their own inside it and each takes its place by a
//! rename, when all of them are written. So no file is ever seen half, and a build that fails or is killed before that
//! leaves the old site as it was.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Where new files wait, inside the folder: the same file system, so that a rename is one step.
const WAITING: &str = ".niemyet-new";

/// How the name of a folder ends that is written beside.
const BESIDE: &str = "niemyet-new";

/// A folder that files are written into.
pub(super) struct StagedFolder {
    root: PathBuf,
    /// Where everything is written that is to appear at once; none if a site lies there already.
    beside: Option<PathBuf>,
    number: AtomicUsize,
    /// Paths of the files that wait, with the number that each waits under.
    waiting: Mutex<Vec<(String, usize)>>,
    done: bool,
}

impl StagedFolder {
    /// Takes a folder; clears away what a killed build left behind.
    pub(super) fn take(root: &Path) -> io::Result<Self> {
        let mut beside = root.as_os_str().to_owned();
        beside.push(format!(".{BESIDE}"));
        let beside = PathBuf::from(beside);
        clear(&beside)?;
        // A folder that is there, though empty, has an owner and rights that somebody gave it: it stays.
        let fresh = match fs::symlink_metadata(root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) => return Err(error),
            Ok(_) => false,
        };
        let beside = fresh.then_some(beside);
        if let Some(beside) = &beside {
            fs::create_dir_all(beside)?;
        } else {
            clear(&root.join(WAITING))?;
        }
        let (number, waiting) = (AtomicUsize::new(0), Mutex::default());
        Ok(Self { root: root.into(), beside, number, waiting, done: false })
    }

    /// Where files can be found now: the folder itself, or the one that will become it.
    pub(super) fn place(&self) -> &Path {
        self.beside.as_deref().unwrap_or(&self.root)
    }

    /// Whether all of it is new.
    pub(super) fn is_fresh(&self) -> bool {
        self.beside.is_some()
    }

    /// Whether the name is one that no page may have.
    pub(super) fn is_own(path: &str) -> bool {
        path == WAITING || path.split('/').next() == Some(WAITING)
    }

    /// Writes a file that will lie at `path`; yields what the system says of it.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<fs::Metadata> {
        if let Some(beside) = &self.beside {
            return written(File::create(beside.join(path))?, bytes);
        }
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let folder = self.root.join(WAITING);
        let name = folder.join(number.to_string());
        let file = match File::create(&name) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(&folder)?;
                File::create(&name)?
            }
            opened => opened?,
        };
        let facts = written(file, bytes)?;
        let mut waiting = self.waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        waiting.push((path.to_owned(), number));
        Ok(facts)
    }

    /// Lets every file that waits take its place.
    pub(super) fn settle(&self) -> io::Result<()> {
        let waiting = {
            let mut all = self.waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            std::mem::take(&mut *all)
        };
        for (path, number) in waiting {
            fs::rename(self.root.join(WAITING).join(number.to_string()), self.root.join(path))?;
        }
        Ok(())
    }

    /// Puts a small file in its place at once.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.write(name, bytes)?;
        self.settle()
    }

    /// Ends: a folder that was written beside appears.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.settle()?;
        match &self.beside {
            Some(beside) => fs::rename(beside, &self.root)?,
            None => clear(&self.root.join(WAITING))?,
        }
        self.done = true;
        Ok(())
    }
}

impl Drop for StagedFolder {
    /// A build that failed leaves nothing lying about; a disk that is full has its room back.
    fn drop(&mut self) {
        if !self.done {
            // What cannot be removed now is removed by the next build.
            let _ = clear(self.beside.as_ref().unwrap_or(&self.root.join(WAITING)));
        }
    }
}

fn written(mut file: File, bytes: &[u8]) -> io::Result<fs::Metadata> {
    file.write_all(bytes)?;
    file.metadata()
}

/// Removes a folder of ours with all that is in it; nothing is done where a link has its name.
fn clear(folder: &Path) -> io::Result<()> {
    match fs::symlink_metadata(folder) {
        Ok(facts) if facts.is_dir() => fs::remove_dir_all(folder),
        Ok(_) => fs::remove_file(folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}
