//! While the site is served, what has no brotli yet gets it: on one thread that gives way to everything else. Each
//! new release is posted without a pause and kept for the next start.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle, sleep};
use std::time::Duration;

use anyhow::Context;

use super::flags::Common;
use super::{build, following, outside, release_key};
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
        let common = common.clone();
        let thread = Builder::new().name("late brotli".into()).spawn(move || {
            outside::give_way();
            pack_all(&common, &folder, &board, &told);
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

/// How often it looks whether another release came into force.
const PAUSE: Duration = Duration::from_millis(300);

/// Packs what is posted, and whatever is posted after it.
fn pack_all(common: &Common, folder: &Folder, board: &Board, stop: &AtomicBool) {
    let mut done = None;
    while !stop.load(Ordering::Relaxed) {
        let name = board.posted().name();
        if done != Some(name) && pack(common, folder, board, stop) {
            done = Some(name);
        }
        sleep(PAUSE);
    }
}

/// Packs what is posted; whether nothing is left to do for it. What goes wrong here is no reason to stop serving: gzip is
/// there.
fn pack(common: &Common, folder: &Folder, board: &Board, stop: &AtomicBool) -> bool {
    let post = |release: OpenRelease| {
        if let Err(error) = release_key::sign_again(folder, release.name(), common) {
            let cause = format!("{error:#}");
            tracing::warn!(cause, "a release with brotli cannot be signed");
        }
        // What is in force is posted, which may be a newer one already.
        if let Err(error) = following::look(folder, board) {
            let cause = format!("{error:#}");
            tracing::warn!(cause, "a release with brotli cannot be posted");
        }
    };
    match pack_late(folder, board.posted().name(), stop, post) {
        Ok(Packed::All(packed)) => {
            tracing::info!(packed, "every page has brotli");
            packed == 0
        }
        Ok(Packed::Stopped | Packed::Overtaken) => false,
        Err(error) => {
            tracing::warn!(cause = %error, "brotli was given up; gzip is served");
            true
        }
    }
}
