//! Rust source cut into words, without its comments and literals.
//!
//! The rules of the house are about code, so a path in a doc comment or a word inside a string must not count. A full
//! parser would be one more dependency; the rules need only words, their lines, and whether they stand in test code.

/// One word or sign of code; `::` is one sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// The word or sign as written; `r#type` is `type`.
    pub(crate) text: String,
    /// The line it stands on, from 1.
    pub(crate) line: usize,
    /// Whether it stands in a module under `#[cfg(test)]`.
    pub(crate) in_test: bool,
    /// How many inline modules (`mod x { … }`) are open around it.
    pub(crate) inline_modules: usize,
}

impl Token {
    /// Whether the token is exactly this text.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether the token is a word rather than a sign or a number.
    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// Cuts `source` into tokens.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut found = cut(source);
    mark_modules(&mut found);
    found
}

fn cut(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut line = 1;
    let mut at = 0;
    while at < chars.len() {
        let end = piece_end(&chars, at);
        if let Some(text) = code_of(&chars[at..end]) {
            found.push(Token { text, line, in_test: false, inline_modules: 0 });
        }
        line += chars[at..end].iter().filter(|&&c| c == '\n').count();
        at = end;
    }
    found
}

/// The text of a piece if it is code: not blank, not a comment, not a literal.
fn code_of(piece: &[char]) -> Option<String> {
    let text: String = piece.iter().collect();
    let comment = text.starts_with("//") || text.starts_with("/*");
    let literal = text.contains('"') || text.starts_with('\'');
    if comment || literal || text.trim().is_empty() {
        return None;
    }
    Some(text.strip_prefix("r#").unwrap_or(&text).to_owned())
}

/// Where the piece that starts at `at` ends: a blank, a comment, a literal, a word or a sign.
fn piece_end(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1).copied().unwrap_or('\0');
    match chars[at] {
        '/' if next == '/' => find(chars, at, |c| c == '\n'),
        '/' if next == '*' => block_comment_end(chars, at),
        '"' => string_end(chars, at),
        '\'' => quote_end(chars, at),
        ':' if next == ':' => at + 2,
        c if is_word_char(c) => {
            let end = find(chars, at, |c| !is_word_char(c));
            let word: String = chars[at..end].iter().collect();
            match (word.as_str(), chars.get(end)) {
                ("r" | "br" | "cr", Some('"' | '#')) => raw_end(chars, end),
                ("b" | "c", Some('"')) => string_end(chars, end),
                ("b", Some('\'')) => quote_end(chars, end),
                _ => end,
            }
        }
        _ => at + 1,
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn find(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|&i| stop(chars[i])).unwrap_or(chars.len())
}

fn block_comment_end(chars: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut at = from;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at.min(chars.len())
}

fn string_end(chars: &[char], quote: usize) -> usize {
    let mut at = quote + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// The end of a raw string, or of the word in `r#word`, given where its hashes start.
fn raw_end(chars: &[char], hashes: usize) -> usize {
    let quote = find(chars, hashes, |c| c != '#');
    if chars.get(quote) != Some(&'"') {
        return find(chars, quote, |c| !is_word_char(c));
    }
    let count = quote - hashes;
    let closes = |i: usize| {
        chars[i] == '"'
            && chars.iter().skip(i + 1).take(count).filter(|&&c| c == '#').count() == count
    };
    (quote + 1..chars.len()).find(|&i| closes(i)).map_or(chars.len(), |i| i + 1 + count)
}

/// The end of a character literal, or of a lone `'` before a lifetime.
fn quote_end(chars: &[char], quote: usize) -> usize {
    match (chars.get(quote + 1), chars.get(quote + 2)) {
        (Some('\\'), _) => (find(chars, quote + 3, |c| c == '\'') + 1).min(chars.len()),
        (Some(_), Some('\'')) => quote + 3,
        _ => quote + 1,
    }
}

/// Tells each token which inline modules it stands in, and whether one of them is for tests.
fn mark_modules(found: &mut [Token]) {
    let mut open: Vec<Option<bool>> = Vec::new();
    for at in 0..found.len() {
        if found[at].is("}") {
            open.pop();
        }
        found[at].inline_modules = open.iter().flatten().count();
        found[at].in_test = open.contains(&Some(true));
        if found[at].is("{") {
            let module = at >= 2 && found[at - 2].is("mod");
            open.push(module.then(|| module && under_cfg_test(found, at - 2)));
        }
    }
}

/// Whether the `mod` at `at` has `#[cfg(test)]` right before it.
fn under_cfg_test(found: &[Token], at: usize) -> bool {
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    let words: Vec<&str> = found[..at].iter().map(|t| t.text.as_str()).collect();
    words.ends_with(&attribute)
}
