//! The system's word that something in some folders was changed: on Linux at once, by inotify; elsewhere there is none,
//! and it is looked more often. A hint says nothing of what was changed, so none can mislead; one that is lost only
//! makes it later.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use super::tree_state::is_passed_over;

/// How long it sleeps at most before it sees that it is to stop.
const NAP: Duration = Duration::from_millis(200);

/// Hints about some folders.
pub(super) struct Hints {
    #[cfg(target_os = "linux")]
    file: Option<std::os::fd::OwnedFd>,
}

impl Hints {
    /// No folder: nothing is ever said.
    pub(super) fn none() -> Self {
        Self::of(&[])
    }

    /// Of these folders themselves, not of those below.
    #[cfg(target_os = "linux")]
    pub(super) fn of(folders: &[PathBuf]) -> Self {
        use rustix::fs::inotify;
        let flags = inotify::CreateFlags::NONBLOCK | inotify::CreateFlags::CLOEXEC;
        let Ok(file) = inotify::init(flags) else { return Self { file: None } };
        let meant = inotify::WatchFlags::CLOSE_WRITE
            | inotify::WatchFlags::CREATE
            | inotify::WatchFlags::DELETE
            | inotify::WatchFlags::DELETE_SELF
            | inotify::WatchFlags::MOVE
            | inotify::WatchFlags::MOVE_SELF
            | inotify::WatchFlags::MODIFY;
        for folder in folders {
            // One that is gone by now, or one too many for the system, is looked at all the same, only later.
            let _ = inotify::add_watch(&file, folder, meant);
        }
        Self { file: Some(file) }
    }

    /// Of these folders.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn of(_: &[PathBuf]) -> Self {
        Self {}
    }

    /// Waits for a hint and then until it is quiet; at most `look` for the first and `longest` for quiet. Whether there
    /// was one.
    pub(super) fn wait(
        &mut self,
        look: Duration,
        quiet: Duration,
        longest: Duration,
        stop: &AtomicBool,
    ) -> bool {
        let until = Instant::now() + look;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if stop.load(Ordering::Relaxed) || left.is_zero() {
                return false;
            }
            if self.heard(left.min(NAP)) {
                break;
            }
        }
        let until = Instant::now() + longest;
        while Instant::now() < until && self.heard(quiet) {}
        true
    }

    /// Whether something is said within this time of a name that counts. All that was said is taken off.
    #[cfg(target_os = "linux")]
    fn heard(&mut self, within: Duration) -> bool {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        use rustix::fs::inotify;
        let Some(file) = &self.file else {
            std::thread::sleep(within);
            return false;
        };
        let time = Timespec::try_from(within).unwrap_or_default();
        let mut asked = [PollFd::new(file, PollFlags::IN)];
        if !poll(&mut asked, Some(&time)).is_ok_and(|ready| ready > 0) {
            return false;
        }
        let mut room = [std::mem::MaybeUninit::uninit(); 4096];
        let mut said = inotify::Reader::new(file, &mut room);
        let mut meant = false;
        // Ends when all was taken off.
        while let Ok(event) = said.next() {
            let name = event.file_name().map(|name| name.to_string_lossy().into_owned());
            meant |= name.is_none_or(|name| !is_passed_over(&name));
        }
        meant
    }

    #[cfg(not(target_os = "linux"))]
    fn heard(&mut self, within: Duration) -> bool {
        std::thread::sleep(within);
        false
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_save_is_heard_at_once_and_silence_is_none() {
        let place = tempfile::tempdir().unwrap();
        let stop = AtomicBool::new(false);
        let mut hints = Hints::of(&[place.path().to_path_buf()]);
        let (quiet, longest) = (Duration::from_millis(5), Duration::from_millis(50));
        assert!(!hints.wait(Duration::from_millis(30), quiet, longest, &stop));
        std::fs::write(place.path().join(".a.swp"), "1").unwrap();
        assert!(!hints.wait(Duration::from_millis(30), quiet, longest, &stop));
        std::fs::write(place.path().join("a"), "1").unwrap();
        let started = Instant::now();
        assert!(hints.wait(Duration::from_secs(30), quiet, longest, &stop));
        assert!(started.elapsed() < Duration::from_secs(5));
        assert!(!hints.wait(Duration::from_millis(30), quiet, longest, &stop), "told once");
        stop.store(true, Ordering::Relaxed);
        assert!(!hints.wait(Duration::from_secs(30), quiet, longest, &stop));
    }
}
