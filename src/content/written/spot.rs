//! A text of YAML as a tree of places: which bytes each value takes up.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

/// A node with its bytes.
pub(super) struct Spot {
    pub span: Range<usize>,
    pub value: SpotValue,
}

/// What stands there.
pub(super) enum SpotValue {
    Scalar,
    /// Items, and whether it stands in brackets.
    List(Vec<Spot>, bool),
    /// Keys, their bytes and values, and whether it stands in braces.
    Map(Vec<(String, Range<usize>, Spot)>, bool),
}

/// The tree of a text with the bytes of each node.
pub(super) fn spots(text: &str) -> Option<Spot> {
    // Places count characters; edits count bytes.
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut reader = SpotReader { text, parser: Parser::new_from_str(text), bytes };
    loop {
        let (event, span) = reader.parser.next_event()?.ok()?;
        match event {
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
            event => return reader.spot(&event, span),
        }
    }
}

/// How many bytes a quoted scalar has, both quotes included.
fn end_of_quote(text: &str, quote: char) -> usize {
    let mut signs = text.char_indices().skip(1).peekable();
    while let Some((at, sign)) = signs.next() {
        if quote == '"' && sign == '\\' {
            signs.next();
        } else if sign == quote {
            // Two single quotes stand for one.
            if quote == '\'' && signs.next_if(|(_, next)| *next == quote).is_some() {
                continue;
            }
            return at + 1;
        }
    }
    text.len()
}

struct SpotReader<'i> {
    text: &'i str,
    parser: Parser<'i, StrInput<'i>>,
    bytes: Vec<usize>,
}

impl SpotReader<'_> {
    fn byte(&self, index: usize) -> usize {
        self.bytes.get(index).copied().unwrap_or_else(|| self.bytes.last().copied().unwrap_or(0))
    }

    fn spot(&mut self, event: &Event<'_>, span: Span) -> Option<Spot> {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index());
        // Brackets are a sign long; a block begins with nothing.
        let in_brackets = end > start;
        match event {
            Event::Scalar(_, style, ..) => {
                // The parser counts the blanks and the remark behind a quoted scalar to it.
                let end = match style {
                    ScalarStyle::DoubleQuoted => start + end_of_quote(&self.text[start..end], '"'),
                    ScalarStyle::SingleQuoted => start + end_of_quote(&self.text[start..end], '\''),
                    _ => end,
                };
                Some(Spot { span: start..end, value: SpotValue::Scalar })
            }
            Event::SequenceStart(..) => {
                let mut items: Vec<Spot> = Vec::new();
                loop {
                    let (event, span) = self.parser.next_event()?.ok()?;
                    if matches!(event, Event::SequenceEnd) {
                        let end = self.end(
                            in_brackets,
                            span,
                            items.last().map(|one| one.span.end),
                            start,
                        );
                        return Some(Spot {
                            span: start..end,
                            value: SpotValue::List(items, in_brackets),
                        });
                    }
                    items.push(self.spot(&event, span)?);
                }
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<(String, Range<usize>, Spot)> = Vec::new();
                loop {
                    let (event, span) = self.parser.next_event()?.ok()?;
                    let Event::Scalar(key, ..) = &event else {
                        let last = entries.last().map(|(_, at, one)| one.span.end.max(at.end));
                        let end = self.end(in_brackets, span, last, start);
                        let whole = matches!(event, Event::MappingEnd);
                        let value = SpotValue::Map(entries, in_brackets);
                        return whole.then_some(Spot { span: start..end, value });
                    };
                    let at_key = self.byte(span.start.index())..self.byte(span.end.index());
                    let key = key.to_string();
                    let (event, span) = self.parser.next_event()?.ok()?;
                    entries.push((key, at_key, self.spot(&event, span)?));
                }
            }
            _ => None,
        }
    }

    /// Where a list or map ends: at its bracket, or with its last value.
    fn end(&self, in_brackets: bool, span: Span, last: Option<usize>, start: usize) -> usize {
        if in_brackets { self.byte(span.end.index()) } else { last.unwrap_or(start) }
    }
}
