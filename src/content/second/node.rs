//! A file as a tree of nodes, each with its line and column.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::Found;
use crate::diagnostic::{Problem, Shape};

/// No content file nests deeper than a handful of levels.
const DEEPEST: usize = 32;

/// A value and where it stands; lines and columns from 1.
#[derive(Debug, Clone)]
pub(in crate::content) struct Node {
    pub line: u32,
    pub column: u32,
    pub value: NodeValue,
}

/// What stands there.
#[derive(Debug, Clone)]
pub(in crate::content) enum NodeValue {
    /// A scalar, and whether it was quoted or a block.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    /// Keys with their own place.
    Map(Vec<(String, Node, Node)>),
    /// An alias, which is refused elsewhere.
    Alias,
}

impl Node {
    /// What it is, for a message.
    pub(in crate::content) fn shape(&self) -> Shape {
        match &self.value {
            NodeValue::Scalar { .. } if self.is_null() => Shape::Nothing,
            NodeValue::Scalar { .. } | NodeValue::Alias => Shape::Text,
            NodeValue::List(_) => Shape::List,
            NodeValue::Map(_) => Shape::Map,
        }
    }

    /// Whether nothing stands there.
    pub(in crate::content) fn is_null(&self) -> bool {
        matches!(&self.value, NodeValue::Scalar { text, quoted: false }
            if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// The tree, as far as the file could be read, and what is wrong with the YAML itself.
pub(in crate::content) struct Outcome {
    pub root: Option<Node>,
    pub problems: Found,
}

/// Reads a whole file.
pub(in crate::content) fn read_nodes(text: &str) -> Outcome {
    let mut reader =
        Reader { parser: Parser::new_from_str(text), problems: Found::default(), depth: 0 };
    let root = reader.document();
    Outcome { root, problems: reader.problems }
}

struct Reader<'i> {
    parser: Parser<'i, StrInput<'i>>,
    problems: Found,
    depth: usize,
}

/// The reading of this file is over: what stands after the mistake cannot be trusted.
struct Over;

impl<'i> Reader<'i> {
    fn document(&mut self) -> Option<Node> {
        let mut root = None;
        loop {
            let (event, span) = self.next().ok()?;
            match event {
                Event::StreamStart | Event::DocumentEnd | Event::Nothing => {}
                Event::DocumentStart(_) if root.is_some() => {
                    self.report(span, Problem::ManyDocuments);
                    return root;
                }
                Event::DocumentStart(_) => {
                    let (event, span) = self.next().ok()?;
                    root = self.node(event, span).ok();
                    root.as_ref()?;
                }
                _ => return root,
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'i>, Span), Over> {
        match self.parser.next_event() {
            Some(Ok(found)) => Ok(found),
            Some(Err(error)) => {
                let (line, column) = place(*error.marker());
                let message = error.info().to_owned();
                // While looking for the end of a key the parser may meet its own limit before ours.
                let problem = if message.contains("recursion limit") {
                    Problem::TooDeep { limit: DEEPEST }
                } else if message.contains("unknown anchor") {
                    Problem::Alias
                } else {
                    Problem::Syntax { message }
                };
                self.problems.push(line, column, problem);
                Err(Over)
            }
            None => Err(Over),
        }
    }

    fn node(&mut self, event: Event<'i>, span: Span) -> Result<Node, Over> {
        let (line, column) = place(span.start);
        let value = match event {
            Event::Scalar(text, style, anchor, _) => {
                self.refuse_anchor(anchor, span);
                let quoted = !matches!(style, ScalarStyle::Plain);
                NodeValue::Scalar { text: text.into_owned(), quoted }
            }
            Event::SequenceStart(anchor, _) => {
                self.refuse_anchor(anchor, span);
                NodeValue::List(self.deeper(span, Self::list)?)
            }
            Event::MappingStart(anchor, _) => {
                self.refuse_anchor(anchor, span);
                NodeValue::Map(self.deeper(span, Self::map)?)
            }
            Event::Alias(_) => {
                self.report(span, Problem::Alias);
                NodeValue::Alias
            }
            _ => return Err(Over),
        };
        Ok(Node { line, column, value })
    }

    fn deeper<T>(&mut self, span: Span, read: fn(&mut Self) -> Result<T, Over>) -> Result<T, Over> {
        if self.depth == DEEPEST {
            self.report(span, Problem::TooDeep { limit: DEEPEST });
            return Err(Over);
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn list(&mut self) -> Result<Vec<Node>, Over> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(items),
                (event, span) => items.push(self.node(event, span)?),
            }
        }
    }

    fn map(&mut self) -> Result<Vec<(String, Node, Node)>, Over> {
        let mut entries: Vec<(String, Node, Node)> = Vec::new();
        let mut lines: HashMap<String, u32> = HashMap::new();
        loop {
            let mut key = match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (event, span) => self.node(event, span)?,
            };
            let (event, span) = self.next()?;
            let value = self.node(event, span)?;
            let NodeValue::Scalar { text, .. } = &mut key.value else {
                let problem = Problem::WrongShape { wanted: Shape::Text, found: key.shape() };
                self.problems.push(key.line, key.column, problem);
                continue;
            };
            let text = std::mem::take(text);
            if let Some(&first_line) = lines.get(&text) {
                let problem = Problem::DuplicateKey { key: text, first_line };
                self.problems.push(key.line, key.column, problem);
            } else {
                lines.insert(text.clone(), key.line);
                entries.push((text, key, value));
            }
        }
    }

    fn refuse_anchor(&mut self, anchor: usize, span: Span) {
        if anchor != 0 {
            self.report(span, Problem::Alias);
        }
    }

    fn report(&mut self, span: Span, problem: Problem) {
        let (line, column) = place(span.start);
        self.problems.push(line, column, problem);
    }
}

fn place(marker: saphyr_parser::Marker) -> (u32, u32) {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (count(marker.line()), count(marker.col()).saturating_add(1))
}
