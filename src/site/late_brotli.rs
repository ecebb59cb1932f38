//! Brotli for a release that is already served: it saves an eighth of what gzip leaves, but costs fifty times the
//! work, so nobody is made to wait for it. What lacks it is packed one entry after the other and published as a new
//! release, which carries everything else over: same entries, same tags, one more coding.
//!
//! Nothing is done twice. A batch is in force once its release is published, complete or not at all, so a machine that
//! loses power loses one batch; and the next build carries packed entries over like all others.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use super::packing;
use crate::release::{
    Body, CachePolicy, Coding, EntryView, Folder, IndexBuilder, IndexName, KEPT_RELEASES,
    OpenRelease, Publisher, ReleaseError,
};

/// So many bytes of packed bodies are held in memory before they are published.
const BATCH: usize = 2 * 1024 * 1024;

/// How long to wait for another publisher before looking again.
const PATIENCE: Duration = Duration::from_millis(200);

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packed {
    /// Every entry has what it should have; so many were packed.
    All(usize),
    /// It was asked to stop.
    Stopped,
    /// Another release has come into force meanwhile; the next start goes on from there.
    Overtaken,
}

/// Packs what lacks brotli in the release `name` and publishes it. `post` is given each new release; `stop` ends the
/// work after the entry in hand.
pub fn pack_late(
    folder: &Folder,
    name: IndexName,
    stop: &AtomicBool,
    mut post: impl FnMut(OpenRelease),
) -> Result<Packed, ReleaseError> {
    let mut release = match folder.open(name) {
        // Pruned away, so there are newer ones.
        Err(error) if error.is_missing_file() && folder.current()? != name => {
            return Ok(Packed::Overtaken);
        }
        opened => opened?,
    };
    let mut packed = 0;
    loop {
        let batch = batch(&release, stop)?;
        let stopped = stop.load(Ordering::Relaxed);
        if batch.is_empty() {
            return Ok(if stopped { Packed::Stopped } else { Packed::All(packed) });
        }
        // What is packed is published even when asked to stop, so that it need not be packed again.
        let Some(mut publisher) = publisher(folder, stop)? else { return Ok(Packed::Stopped) };
        // Under the lock the name cannot change any more.
        if folder.current()? != release.name() {
            return Ok(Packed::Overtaken);
        }
        packed += batch.len();
        let name = publish(&publisher, &release, &batch)?;
        // Opened before others may publish again; from here on it needs no name on the disk.
        release = folder.open(name)?;
        // What cannot be removed now is removed by the next who publishes.
        let _ = publisher.prune(KEPT_RELEASES);
        drop(publisher);
        post(release.clone());
    }
}

/// The number of an entry and its body, packed.
type Batch = Vec<(usize, Vec<u8>)>;

/// The next entries that lack brotli, as far as it came until it was asked to stop.
fn batch(release: &OpenRelease, stop: &AtomicBool) -> Result<Batch, ReleaseError> {
    let (mut batch, mut size) = (Vec::new(), 0);
    for (number, entry) in release.index().entries().enumerate() {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let Some(plain) = lacking(release, &entry) else { continue };
        // Kept even where it gains nothing: what is there is not tried again.
        let body = packing::brotli(&plain, packing::THOROUGH).map_err(|source| {
            let file = entry.path.into();
            ReleaseError::Io { action: "pack", file, source }
        })?;
        size += body.len();
        batch.push((number, body));
        if size >= BATCH {
            break;
        }
    }
    Ok(batch)
}

/// The plain body of an entry that should have brotli and has not.
fn lacking(release: &OpenRelease, entry: &EntryView<'_>) -> Option<bytes::Bytes> {
    let served = entry.media.is_compressible()
        && !entry.has_slots()
        && entry.cache != CachePolicy::Internal
        && entry.bodies.get(Coding::Brotli).is_none();
    let plain = entry.bodies.get(Coding::Identity).filter(|_| served)?;
    release.body(plain).filter(|plain| plain.len() >= packing::WORTH_BROTLI)
}

/// The right to publish, as soon as nobody else has it; none when asked to stop.
fn publisher(folder: &Folder, stop: &AtomicBool) -> Result<Option<Publisher>, ReleaseError> {
    loop {
        match folder.publisher() {
            Err(ReleaseError::Busy { .. }) if stop.load(Ordering::Relaxed) => return Ok(None),
            Err(ReleaseError::Busy { .. }) => sleep(PATIENCE),
            other => return other.map(Some),
        }
    }
}

fn publish(
    publisher: &Publisher,
    release: &OpenRelease,
    batch: &Batch,
) -> Result<IndexName, ReleaseError> {
    let index = release.index();
    let mut builder = IndexBuilder::new(index.site(), index.content());
    let mut draft = publisher.segment()?;
    let mut extents = Vec::with_capacity(batch.len());
    for (number, body) in batch {
        extents.push((*number, draft.append(body)?));
    }
    let segment = builder.segment(draft.keep()?)?;
    let mut extents = extents.into_iter().peekable();
    for (number, entry) in index.entries().enumerate() {
        match extents.next_if(|(packed, _)| *packed == number) {
            Some((_, extent)) => {
                builder.carry_with(index, &entry, Coding::Brotli, Body { segment, extent })?;
            }
            None => builder.carry(index, &entry)?,
        }
    }
    index.redirects().for_each(|(path, target)| builder.redirect(path, target));
    publisher.publish(builder)
}

#[cfg(test)]
#[path = "late_brotli_tests.rs"]
mod tests;
