//! What was taken out of force by hand. After a rollback the folder remembers what the release left behind was made
//! from, so that a build of the same, or a new start of the host, does not put it back in force unseen.

use std::fs;
use std::io;

use super::{Folder, Mark, Publisher, ReleaseError};

/// The file that holds the marks, one a line.
const HELD: &str = "held-back";

/// What is not to come into force again by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hold {
    /// What the releases were made from that somebody went back from.
    pub made_from: Vec<Mark>,
}

impl Hold {
    /// Whether something made from this is held back.
    pub fn holds(&self, made_from: Mark) -> bool {
        self.made_from.contains(&made_from)
    }
}

impl Folder {
    /// What is held back; nothing, in most folders.
    ///
    /// Errors: [`ReleaseError::Io`].
    pub fn hold(&self) -> Result<Hold, ReleaseError> {
        let file = self.path().join(HELD);
        match fs::read_to_string(&file) {
            Ok(text) => Ok(Hold { made_from: text.lines().filter_map(Mark::parse).collect() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Hold::default()),
            Err(source) => Err(ReleaseError::io("read", &file)(source)),
        }
    }
}

impl Publisher {
    /// Holds back exactly this.
    pub fn set_hold(&self, hold: &Hold) -> Result<(), ReleaseError> {
        if *hold == self.folder().hold()? {
            return Ok(());
        }
        if hold.made_from.is_empty() {
            return self.remove(|file| file == HELD).map(|_| ());
        }
        let lines: Vec<String> = hold.made_from.iter().map(|mark| format!("{mark}\n")).collect();
        self.put(HELD, lines.concat().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::super::publisher::tests::publish;
    use super::*;

    #[test]
    fn what_is_held_back_is_remembered_until_it_is_let_go() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        publish(&folder, "a");
        assert_eq!(folder.hold().unwrap(), Hold::default());
        let hold = Hold { made_from: vec![Mark::of(b"1"), Mark::of(b"2")] };
        let mut publisher = folder.publisher().unwrap();
        publisher.set_hold(&hold).unwrap();
        publisher.prune(1).unwrap();
        assert_eq!(folder.hold().unwrap(), hold);
        assert!(hold.holds(Mark::of(b"2")) && !hold.holds(Mark::of(b"3")));
        publisher.set_hold(&Hold::default()).unwrap();
        assert_eq!(folder.hold().unwrap(), Hold::default());
    }
}
