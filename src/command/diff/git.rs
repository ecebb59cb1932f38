//! The content folder as a revision of git has it: `git archive` gives a tar, which is unpacked beside the caches and
//! removed when it has been read.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, bail};

use crate::command::flags::Common;
use crate::content::{self, ReadingOptions};
use crate::publication::Publication;
use crate::text::Date;

/// Reads the content folder of a revision. What an earlier day had wrong is left out, since it cannot be mended there.
pub(super) fn read(common: &Common, revision: &str, day: Date) -> anyhow::Result<Publication> {
    if revision.is_empty() || revision.starts_with('-') {
        bail!("`git:{revision}` names no revision; write git:HEAD, git:HEAD~1 or git:TAG");
    }
    let archive = Command::new("git")
        .arg("-C")
        .arg(&common.site)
        .args(["archive", "--format=tar", revision])
        .output()
        .context("running git; is it installed?")?;
    if !archive.status.success() {
        let said = String::from_utf8_lossy(&archive.stderr);
        bail!("git archive {revision} in {}: {}", common.site.display(), said.trim());
    }
    let place = Unpacked::of(common, &archive.stdout)?;
    let options = ReadingOptions { today: day, keep_going: true, cache: None };
    let read = content::read(&place.0, &options);
    read.publication.with_context(|| format!("{revision} holds no content that can be read"))
}

/// A folder that is removed when it is no longer needed.
struct Unpacked(PathBuf);

impl Unpacked {
    fn of(common: &Common, tar: &[u8]) -> anyhow::Result<Self> {
        let name = format!("compared-{}", std::process::id());
        let place = common.output.join("cache").join(name);
        let _ = std::fs::remove_dir_all(&place);
        std::fs::create_dir_all(&place).with_context(|| format!("making {}", place.display()))?;
        let own = Self(place);
        let unpacked = tar::Archive::new(tar).unpack(&own.0);
        unpacked.with_context(|| format!("unpacking into {}", own.0.display()))?;
        Ok(own)
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        // What stays is only a cache.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
