//! What a build wrote into a folder: a list of paths in a file of its own, so that the next build
//! removes what is no longer there and never touches a file that somebody else put beside it.

use std::collections::BTreeSet;
use std::path::{Component, Path};

/// The name of the list within the output folder.
pub(super) const MANIFEST: &str = ".niemyet-files";

/// The first line, which says what the file is.
const HEADING: &str = "# Files that niemyet wrote here. It removes these, and only these, when they are no longer made.";

/// The list as text.
pub(super) fn write(paths: &BTreeSet<String>) -> String {
    let mut text = String::from(HEADING);
    for path in paths {
        text.push('\n');
        text.push_str(path);
    }
    text.push('\n');
    text
}

/// The list of an earlier build. Lines that could lead out of the folder are passed over: the file
/// lies where others may write.
pub(super) fn read(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter(|line| is_inside(line)).map(str::to_owned).collect()
}

/// Whether a path stays within the folder it is joined to.
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains('\\')
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_back_without_ways_out() {
        let paths = BTreeSet::from(["a.html".to_owned(), "b/c.html".to_owned()]);
        assert_eq!(read(&write(&paths)), paths);
        assert!(read("../x\n/etc/passwd\n\na/../../b\n").is_empty());
    }
}
