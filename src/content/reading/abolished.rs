//! Abolished bodies, papers and labels in the text of a procedure.
//!
//! One pass over the raw file tells whether any name of the list is in it at all, which it seldom
//! is; only then is the file read again to say where.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::catalogue::law::{AbolishedKind, AbolishedTerm};
use crate::content::findings::Finding;
use crate::content::second::{Node, NodeValue, read_nodes};
use crate::diagnostic::{Problem, Severity};

/// Finds the names of a list.
pub(in crate::content) struct AbolishedNames {
    finder: Option<AhoCorasick>,
    /// For each pattern, its term.
    owners: Vec<usize>,
    terms: Vec<AbolishedTerm>,
}

impl AbolishedNames {
    /// A finder for all names of the terms.
    pub(in crate::content) fn new(terms: Vec<AbolishedTerm>) -> Self {
        let names = || {
            terms.iter().enumerate().flat_map(|(at, term)| term.words.iter().map(move |w| (at, w)))
        };
        let owners = names().map(|(at, _)| at).collect();
        // Case matters little and Vietnamese capitals are not ASCII, so both spellings are given.
        let patterns = names().map(|(_, word)| word.as_bytes());
        let finder =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok();
        Self { finder, owners, terms }
    }

    /// What goes into a cache key: the same list, the same findings.
    pub(in crate::content) fn digest(&self, hasher: &mut blake3::Hasher) {
        for term in &self.terms {
            hasher.update(format!("{term:?}").as_bytes());
        }
    }

    /// Findings for one file.
    pub(super) fn find(&self, file: &str, text: &str) -> Vec<Finding> {
        let Some(finder) = &self.finder else { return Vec::new() };
        if self.owners.is_empty() || !finder.is_match(text) {
            return Vec::new();
        }
        let mut found = Vec::new();
        if let Some(root) = read_nodes(text).root {
            self.visit(finder, &root, false, &mut |line, column, problem| {
                found.push(Finding {
                    file: file.to_owned(),
                    path: String::new(),
                    position: Some((line, column)),
                    severity: Severity::Warning,
                    problem,
                });
            });
        }
        found
    }

    fn visit(
        &self,
        finder: &AhoCorasick,
        node: &Node,
        names_a_paper: bool,
        report: &mut impl FnMut(u32, u32, Problem),
    ) {
        match &node.value {
            NodeValue::Scalar { text, .. } => {
                for hit in finder.find_iter(text) {
                    let term = &self.terms[self.owners[hit.pattern().as_usize()]];
                    // An abolished paper may be spoken of; it may not be demanded.
                    if term.kind == AbolishedKind::Paper && !names_a_paper || !is_word(text, &hit) {
                        continue;
                    }
                    let found = text[hit.range()].to_owned();
                    let (since, instead) = (term.since, term.instead.to_string());
                    report(node.line, node.column, Problem::Abolished { found, since, instead });
                }
            }
            NodeValue::List(items) => {
                for item in items {
                    self.visit(finder, item, names_a_paper, report);
                }
            }
            NodeValue::Map(entries) => {
                for (key, _, value) in entries {
                    let names_a_paper = (names_a_paper && key == "name") || key == "papers";
                    self.visit(finder, value, names_a_paper, report);
                }
            }
            NodeValue::Alias => {}
        }
    }
}

/// Whether a hit is not the inside of a longer word.
fn is_word(text: &str, hit: &aho_corasick::Match) -> bool {
    let before = text[..hit.start()].chars().next_back();
    let after = text[hit.end()..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
