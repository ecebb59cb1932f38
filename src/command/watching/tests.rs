//! What is watched is always what a build from nothing gives, and is never left behind by what happens to the folder.

use std::fs;
use std::time::{Duration, Instant};

use super::super::regeneration::{Checkout, EDITS};
use super::*;
use crate::host::Posted;

/// How long a state may take to be posted, on a busy machine and in a debug build.
const PATIENCE: Duration = Duration::from_mins(1);

/// A checkout that is watched.
struct Desk {
    checkout: Checkout,
    board: Arc<Board>,
    watching: Option<Watching>,
}

impl Desk {
    fn open() -> Self {
        let checkout = Checkout::new();
        let (common, building) = checkout.arguments(&checkout.output(), false, None);
        let seen = Seen::now(&common);
        build::build(&common, &building).unwrap();
        let release = Folder::new(build::release_folder(&common)).open_current().unwrap();
        let board = Board::new(Posted::open(release).unwrap());
        let watched = Arc::new(Watched::new(1));
        let watching =
            Watching::start(&common, &building, Arc::clone(&board), watched, seen).unwrap();
        Self { checkout, board, watching: Some(watching) }
    }

    fn says(&self, path: &str, words: &str) -> bool {
        let posted = self.board.posted();
        let text = posted.text_of(path);
        text.is_some_and(|text| text.contains(words))
    }

    /// What is posted is what a build from nothing gives.
    fn is_fresh(&self) -> bool {
        let fresh = tempfile::tempdir().unwrap();
        self.checkout.build(fresh.path(), true, Some(Parts::Release));
        let (kept, fresh) =
            (self.checkout.released(&self.checkout.output()), self.checkout.released(fresh.path()));
        kept == fresh
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(watching) = self.watching.take() {
            watching.ask_to_stop();
            watching.wait();
        }
    }
}

const PAGE: &str = "thu-tuc/2.002516.html";
const FILE: &str = "procedures/ho-tich/2.002516.yaml";

#[test]
fn what_is_saved_is_posted_and_what_is_broken_is_told_while_the_last_good_site_stays() {
    let desk = Desk::open();
    desk.checkout.swap(FILE, "amount: 8000 VND", "amount: 9000 VND");
    wait("an edit", || desk.says(PAGE, "9.000"));
    // As many editors save: another file takes the place of the old one.
    let path = desk.checkout.content().join(FILE);
    let text = fs::read_to_string(&path).unwrap();
    let new = path.with_extension("tmp~");
    fs::write(&new, text.replace("amount: 9000 VND", "amount: 7000 VND")).unwrap();
    fs::rename(&new, &path).unwrap();
    wait("a rename", || desk.says(PAGE, "7.000"));
    let good = fs::read_to_string(&path).unwrap();
    fs::write(&path, good.replace("amount: 7000 VND", "amount: bảy nghìn")).unwrap();
    let watched = Arc::clone(&desk.watching.as_ref().unwrap().watched);
    wait("what is wrong", || watched.wrong().contains("2.002516.yaml:"));
    assert!(desk.says(PAGE, "7.000"));
    fs::write(&path, good.replace("amount: 7000 VND", "amount: 6000 VND")).unwrap();
    wait("mended", || desk.says(PAGE, "6.000") && watched.wrong().is_empty());
}

#[test]
fn a_folder_that_goes_and_comes_back_is_no_reason_to_start_anew() {
    let desk = Desk::open();
    let content = desk.checkout.content();
    let aside = content.with_file_name("aside");
    fs::rename(&content, &aside).unwrap();
    let watched = Arc::clone(&desk.watching.as_ref().unwrap().watched);
    wait("no site", || watched.wrong().contains("site.yaml"));
    assert!(desk.says(PAGE, "8.000"));
    fs::rename(&aside, &content).unwrap();
    wait("back", || watched.wrong().is_empty());
    desk.checkout.swap(FILE, "amount: 8000 VND", "amount: 9000 VND");
    wait("an edit after that", || desk.says(PAGE, "9.000"));
}

#[test]
fn many_files_at_once_end_as_a_fresh_build() {
    let desk = Desk::open();
    for name in 0..200 {
        let text = fs::read_to_string(desk.checkout.content().join(FILE)).unwrap();
        let path = format!("procedures/ho-tich/3.{:06}.yaml", 100_000 + name);
        fs::write(desk.checkout.content().join(path), text).unwrap();
    }
    wait("all of them", || desk.says("thu-tuc/3.100199.html", "</html>"));
    desk.checkout.swap(FILE, "amount: 8000 VND", "amount: 9000 VND");
    wait("one after them", || desk.says(PAGE, "9.000"));
    assert!(desk.is_fresh());
}

/// A hundred edits in a row, some before the last is built; with `NIEMYET_LONG` a thousand.
#[test]
fn after_any_edits_what_is_posted_is_a_fresh_build() {
    let edits = if outside::variable("NIEMYET_LONG").is_some() { 1000 } else { 100 };
    let mut desk = Desk::open();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for at in 1..=edits {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let all = u64::try_from(EDITS.len()).unwrap();
        let (name, edit) = EDITS[usize::try_from(seed % all).unwrap()];
        // The watch goes by today's date, and lets be what lies in the folder for plain servers.
        if !["another day", "a stranger's hand in the output", "a page is deleted"].contains(&name)
        {
            edit(&mut desk.checkout);
        }
        std::thread::sleep(Duration::from_millis(seed >> 32 & 15));
        if at % (edits / 4) == 0 {
            wait("the edits", || desk.is_fresh());
        }
    }
}

fn wait(what: &str, done: impl Fn() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
