//! Abolished bodies, papers and labels in the text of a procedure.
//!
//! One pass over the raw file tells whether any telling word of the list is in it at all; then its
//! likeness (small letters, one spelling) whether a whole name is; only then is the file read again
//! to say where.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::catalogue::law::{AbolishedKind, AbolishedTerm};
use crate::content::findings::Finding;
use crate::content::second::{Node, NodeValue, read_nodes};
use crate::diagnostic::{Problem, Severity};
use crate::text::Likeness;

/// Finds the names of a list.
pub(in crate::content) struct AbolishedNames {
    /// Finds names in the likeness of a text.
    finder: Option<AhoCorasick>,
    /// Finds, in a raw text, the longest word of each name in the ways it is written.
    hints: Option<AhoCorasick>,
    /// For each pattern, its term.
    owners: Vec<usize>,
    terms: Vec<AbolishedTerm>,
}

impl AbolishedNames {
    /// A finder for all names of the terms.
    pub(in crate::content) fn new(terms: Vec<AbolishedTerm>) -> Self {
        let names = || {
            terms
                .iter()
                .enumerate()
                .flat_map(|(at, term)| term.words.iter().map(move |w| (at, &**w)))
        };
        let owners = names().map(|(at, _)| at).collect();
        let alike = |(_, word): (usize, &str)| Likeness::of(word).text;
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(names().map(alike))
            .ok();
        let hints = AhoCorasick::new(names().map(alike).flat_map(|name| ways_to_write(&name))).ok();
        Self { finder, hints, owners, terms }
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
        if !self.may_hold(text) || !finder.is_match(&Likeness::of(text).text) {
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

    /// Findings for a Markdown file, in which no paper is demanded.
    pub(super) fn find_in_prose(&self, file: &str, text: &str) -> Vec<Finding> {
        let Some(finder) = self.finder.as_ref().filter(|_| self.may_hold(text)) else {
            return Vec::new();
        };
        let found = self.hits(finder, text, false).into_iter().map(|(at, problem)| {
            let before = &text[..at];
            let count = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
            let line = count(before.matches('\n').count());
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
            Finding {
                file: file.to_owned(),
                path: String::new(),
                position: Some((line, count(column))),
                severity: Severity::Warning,
                problem,
            }
        });
        found.collect()
    }

    fn may_hold(&self, text: &str) -> bool {
        !self.owners.is_empty() && self.hints.as_ref().is_some_and(|hints| hints.is_match(text))
    }

    /// Each name in a text, with its place in bytes.
    fn hits(&self, finder: &AhoCorasick, text: &str, names_a_paper: bool) -> Vec<(usize, Problem)> {
        let alike = Likeness::of(text);
        let hits = finder.find_iter(&alike.text).filter(|hit| is_word(&alike.text, hit));
        let problems = hits.filter_map(|hit| {
            let term = &self.terms[self.owners[hit.pattern().as_usize()]];
            // An abolished paper may be spoken of; it may not be demanded.
            if term.kind == AbolishedKind::Paper && !names_a_paper {
                return None;
            }
            let range = alike.original(hit.range());
            let found = text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            let (since, instead) = (term.since, term.instead.to_string());
            Some((range.start, Problem::Abolished { found, since, instead }))
        });
        problems.collect()
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
                for (_, problem) in self.hits(finder, text, names_a_paper) {
                    report(node.line, node.column, problem);
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

/// The longest word of a name as people write it: small, with a capital, in capitals; in both
/// placements of the tone where it holds one that moves.
fn ways_to_write(name: &str) -> Vec<String> {
    let longest = name.split(' ').max_by_key(|word| word.chars().count()).unwrap_or(name);
    let movable =
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
    // Before a tone that moves there is most often enough of the word left to look for.
    let cut = movable.iter().filter_map(|pair| longest.find(pair)).min();
    let word = cut.map_or(longest, |at| &longest[..at]);
    let mut letters = word.chars();
    let capital: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    vec![word.to_owned(), capital, word.to_uppercase()]
}

/// Whether a hit is not the inside of a longer word.
fn is_word(text: &str, hit: &aho_corasick::Match) -> bool {
    let before = text[..hit.start()].chars().next_back();
    let after = text[hit.end()..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
