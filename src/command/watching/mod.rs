//! While somebody writes content (`serve --watch`): what was saved is built and posted, and pages that are open hear of
//! it. What is wrong is shown in them, and the last good site is served on.
//!
//! The system's hints say when to look; what is there is known by looking. Between hints it looks by itself every so
//! often, so that nothing is missed: a folder that went and came back, a thousand files at once, hints that were lost.

mod hints;
mod tree_state;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use anyhow::Context as _;

use super::arguments::{BuildArguments, Parts};
use super::flags::Common;
use super::{build, following, outside, release};
use crate::diagnostic::Tongue;
use crate::host::{Board, Watched};
use crate::release::Folder;
use crate::text::Date;
use hints::Hints;
use tree_state::TreeState;

/// How long nothing may be said by the system before it is looked nevertheless.
const LOOK: Duration = Duration::from_secs(2);

/// How often it looks while there is no site to serve.
const PAUSE: Duration = Duration::from_millis(200);

/// How long it must be quiet after a hint: an editor writes, renames and sets rights within a moment.
const QUIET: Duration = Duration::from_millis(8);

/// After so long it is built although hints keep coming.
const LONGEST: Duration = Duration::from_millis(300);

/// The thread that watches.
pub(super) struct Watching {
    stop: Arc<AtomicBool>,
    watched: Arc<Watched>,
    thread: JoinHandle<()>,
}

impl Watching {
    /// Begins. `wrong` is what the first build found.
    pub(super) fn start(
        common: &Common,
        building: &BuildArguments,
        board: Arc<Board>,
        watched: Arc<Watched>,
        seen: Seen,
    ) -> anyhow::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let watch = Watch {
            common: common.clone(),
            // The folder for plain web servers is brought up to date by the next build or start.
            building: BuildArguments { only: Some(Parts::Release), ..building.clone() },
            folder: Folder::new(build::release_folder(common)),
            board,
            watched: Arc::clone(&watched),
            seen,
            wrong: String::new(),
        };
        let told = Arc::clone(&stop);
        let thread = Builder::new().name("watching".into()).spawn(move || watch.run(&told));
        Ok(Self { stop, watched, thread: thread.context("starting a thread")? })
    }

    /// Ends it, and lets no page wait any longer.
    pub(super) fn ask_to_stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        self.watched.end();
    }

    /// Waits for its end.
    pub(super) fn wait(self) {
        // A panic has been told by itself.
        let _ = self.thread.join();
    }
}

/// What a build was made of, as far as looking tells: the files, and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    state: TreeState,
    day: Option<Date>,
}

impl Seen {
    /// What is there now.
    pub(super) fn now(common: &Common) -> Self {
        let state = TreeState::of(&[&common.site, &common.themes]);
        Self { state, day: outside::today().ok() }
    }
}

/// Waits until something is another than before, and yields it: where not even the first build came to a site.
pub(super) fn another(common: &Common, before: &Seen) -> Seen {
    loop {
        std::thread::sleep(PAUSE);
        let now = Seen::now(common);
        if now != *before {
            return now;
        }
    }
}

struct Watch {
    common: Common,
    building: BuildArguments,
    folder: Folder,
    board: Arc<Board>,
    watched: Arc<Watched>,
    seen: Seen,
    wrong: String,
}

impl Watch {
    fn run(mut self, stop: &AtomicBool) {
        let mut hints = Hints::none();
        let mut folders = Vec::new();
        loop {
            if self.seen.state.folders() != folders {
                folders = self.seen.state.folders().to_vec();
                hints = Hints::of(&folders);
                // Between the last look and these watches something may have been saved.
                self.look(false);
            }
            let hinted = hints.wait(LOOK, QUIET, LONGEST, stop);
            if stop.load(Ordering::Relaxed) {
                return;
            }
            self.look(hinted);
        }
    }

    /// Builds if something was changed. With a hint it is built though all looks as before: two saves within one tick of
    /// the clock look alike.
    fn look(&mut self, hinted: bool) {
        let now = Seen::now(&self.common);
        if now == self.seen && !hinted {
            return;
        }
        // Noted before the build reads: what is saved meanwhile is another state.
        self.seen = now;
        let before = self.board.posted().name();
        let wrong = self.build();
        let posted = self.board.posted().name();
        if posted != before || wrong != self.wrong {
            if wrong != self.wrong && !wrong.is_empty() {
                outside::note(&wrong);
            }
            self.watched.tell(&wrong);
            self.wrong = wrong;
        }
    }

    /// Builds and posts; yields what is wrong, if something is.
    fn build(&self) -> String {
        let tongue = self.common.lang;
        let built = match build::build(&self.common, &self.building) {
            Ok(built) => built,
            Err(error) => return outside::in_words(&error, tongue),
        };
        let Some(site) = built.site else { return built.report.human(tongue, false) };
        if site.is_still_back() {
            return release::still_back(tongue).to_owned();
        }
        if let Err(error) = following::look(&self.folder, &self.board) {
            return outside::in_words(&error, tongue);
        }
        outside::note(&match tongue {
            Tongue::Vietnamese => format!("Đã dựng lại: {:.2} giây", site.seconds()),
            Tongue::English => format!("Built again: {:.2} s", site.seconds()),
        });
        // With --keep-going a site is built though something is broken.
        if built.report.errors() > 0 { built.report.human(tongue, false) } else { String::new() }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
