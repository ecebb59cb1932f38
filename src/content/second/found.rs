//! What one reading of a file found, bounded: a hundred problems are told, the rest is counted.

use crate::diagnostic::Problem;

/// Nobody reads more problems of one file than this, and each costs memory.
pub(in crate::content) const MOST: usize = 100;

/// Problems with their line and column.
#[derive(Debug, Default)]
pub(in crate::content) struct Found {
    /// The first of them.
    pub list: Vec<(u32, u32, Problem)>,
    /// How many there were besides.
    pub more: usize,
}

impl Found {
    /// Adds a problem, or counts it when there are enough.
    pub(super) fn push(&mut self, line: u32, column: u32, problem: Problem) {
        self.push_with(line, column, || problem);
    }

    /// The same for a problem that costs something to make.
    pub(super) fn push_with(&mut self, line: u32, column: u32, problem: impl FnOnce() -> Problem) {
        if self.list.len() < MOST {
            self.list.push((line, column, problem()));
        } else {
            self.more += 1;
        }
    }
}
