//! While the site is served: when another release comes into force in its folder, by a build beside it or by a
//! rollback, it is posted. Whoever is reading the old one finishes with the old one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle, sleep};
use std::time::Duration;

use anyhow::Context as _;

use super::build;
use super::flags::Common;
use crate::host::Board;
use crate::release::{Folder, ReleaseError};

/// How often the name of the release in force is read: a file of forty bytes.
const PAUSE: Duration = Duration::from_millis(200);

/// The thread that looks.
pub(super) struct Following {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Following {
    /// Begins.
    pub(super) fn start(common: &Common, board: Arc<Board>) -> anyhow::Result<Self> {
        let folder = Folder::new(build::release_folder(common));
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        let thread = Builder::new().name("following".into()).spawn(move || {
            let mut refused = None;
            while !told.load(Ordering::Relaxed) {
                sleep(PAUSE);
                let Ok(name) = folder.current() else { continue };
                if name == board.posted().name() || refused == Some(name) {
                    continue;
                }
                match look(&folder, &board) {
                    Ok(()) => refused = None,
                    Err(error) => {
                        // Told once; the last good release is served on.
                        refused = Some(name);
                        let cause = format!("{error:#}");
                        tracing::warn!(cause, "the release now in force cannot be posted");
                    }
                }
            }
        });
        Ok(Self { stop, thread: thread.context("starting a thread")? })
    }

    /// Ends it.
    pub(super) fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        // A panic has been told by itself.
        let _ = self.thread.join();
    }
}

/// Posts the release in force if it is not posted yet.
pub(super) fn look(folder: &Folder, board: &Board) -> anyhow::Result<()> {
    let release = match folder.open_current() {
        // The output folder was cleared away; a build will bring the next.
        Err(ReleaseError::NoRelease { .. }) => return Ok(()),
        opened => opened?,
    };
    let posted = board.posted();
    if release.name() != posted.name() {
        tracing::info!(release = %release.name(), "posted");
        board.post(posted.follow(release)?);
    }
    Ok(())
}
