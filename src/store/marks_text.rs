//! Marks as one text: their words with spaces between; empty for none.

use crate::feedback::Mark;

/// The words of marks.
pub(super) fn write(marks: &[Mark]) -> String {
    marks.iter().map(|mark| mark.word()).collect::<Vec<_>>().join(" ")
}

/// The marks of words; none if one of them is unknown.
pub(super) fn read(words: &str) -> Option<Vec<Mark>> {
    words.split_whitespace().map(Mark::parse).collect()
}
