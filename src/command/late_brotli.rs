//! While the site is served, what has no brotli yet gets it: on one thread that gives way to everything else. Each
//! new release is posted without a pause and kept for the next start.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle};

use anyhow::Context;

use super::flags::Common;
use super::{build, outside};
use crate::host::Board;
use crate::release::{Folder, OpenRelease};
use crate::site::{Packed, pack_late};

/// The thread at work.
pub(super) struct LateBrotli {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl LateBrotli {
    /// Begins with the release that is posted now.
    pub(super) fn start(common: &Common, board: Arc<Board>) -> anyhow::Result<Self> {
        let folder = Folder::new(build::release_folder(common));
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        let thread = Builder::new().name("late brotli".into()).spawn(move || {
            outside::give_way();
            pack(&folder, &board, &told);
        });
        Ok(Self { stop, thread: thread.context("starting a thread")? })
    }

    /// Asks it to end after the page in hand.
    pub(super) fn ask_to_stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Waits for its end.
    pub(super) fn wait(self) {
        // A panic has been told by itself, and the site was served all the same.
        let _ = self.thread.join();
    }
}

/// Nothing that goes wrong here is a reason to stop serving: gzip is there.
fn pack(folder: &Folder, board: &Board, stop: &AtomicBool) {
    let post = |release: OpenRelease| match board.posted().follow(release) {
        Ok(posted) => board.post(posted),
        Err(error) => tracing::warn!(cause = %error, "a release with brotli cannot be posted"),
    };
    match pack_late(folder, board.posted().name(), stop, post) {
        Ok(Packed::All(packed)) => tracing::info!(packed, "every page has brotli"),
        Ok(Packed::Stopped | Packed::Overtaken) => {}
        Err(error) => tracing::warn!(cause = %error, "brotli was given up; gzip is served"),
    }
}
