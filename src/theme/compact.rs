//! Style and script without comments and spare space, since both are inlined into every page.
//!
//! Deliberately modest: comments and runs of white space go, signs that need no space around lose
//! it. Nothing is renamed or reordered, so what a designer wrote is what a browser gets.

/// CSS without comments and spare space. Strings are left as they are.
pub(super) fn style(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(sign) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if matches!(sign, '"' | '\'') {
            let end = rest[1..].find(sign).map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if sign.is_whitespace() {
            rest = rest.trim_start();
            let tight = |sign: char| "{};,>".contains(sign);
            let before = out.chars().last().is_none_or(|last| tight(last) || last == ':');
            if !before && !rest.starts_with(tight) && !rest.is_empty() {
                out.push(' ');
            }
        } else {
            if sign == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(sign);
            rest = &rest[sign.len_utf8()..];
        }
    }
    out
}

/// A script without its comment lines, indentation, empty lines and the spaces around its signs. Line ends stay, so no
/// rule of the language about them can bite.
pub(super) fn script(js: &str) -> String {
    let lines = js.lines().map(str::trim);
    let kept: Vec<_> = lines.filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    let js = kept.join("\n");
    // What stands within `${}` is code again: too much to follow here.
    if js.contains('`') { js } else { tightened(&js) }
}

/// Without spaces beside signs that need none. Strings and regular expressions are left as they are.
fn tightened(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut rest = js;
    while let Some(sign) = rest.chars().next() {
        let literal = match sign {
            '"' | '\'' => literal(rest, sign),
            '/' if is_value_next(&out) => literal(rest, sign),
            _ => sign.len_utf8(),
        };
        let after = rest[literal..].chars().next().unwrap_or('\n');
        if sign != ' ' || !(ends_tight(&out) || (is_tight(after) && !out.ends_with('<'))) {
            out.push_str(&rest[..literal]);
        }
        rest = &rest[literal..];
    }
    out
}

/// How long the string or regular expression is that begins here and ends with this sign.
fn literal(text: &str, end: char) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => break,
            '[' if end == '/' => in_class = true,
            ']' => in_class = false,
            sign if sign == end && !in_class => return at + end.len_utf8(),
            _ => {}
        }
    }
    text.find('\n').unwrap_or(text.len())
}

/// Whether a value must follow, so that a slash begins a regular expression and divides nothing.
fn is_value_next(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(|last| "(,=:[!&|?{};<>+-*%".contains(last)) || before.ends_with("return")
}

/// Signs beside which a space says nothing. Not `+` and `-`, which two of make another, nor those of `<!--`.
fn is_tight(sign: char) -> bool {
    "=&|?:,;{}()*".contains(sign)
}

fn ends_tight(before: &str) -> bool {
    before.ends_with(is_tight) || before.ends_with("=>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_goes_where_nothing_needs_it() {
        let css = "/* a */\np > a, b :hover { color : red;\n  margin: calc(1px + 2px) 0; }\n\n\
                   q::before { content: \"a  /* b */\"; }\n@media (min-width: 1px) and (x) {i{}}";
        let small = "p>a,b :hover{color :red;margin:calc(1px + 2px) 0}\
                     q::before{content:\"a  /* b */\"}@media (min-width:1px) and (x){i{}}";
        assert_eq!(style(css), small);
    }

    #[test]
    fn comment_lines_leave_a_script() {
        assert_eq!(script("// why\nlet a = 1;\n\n  go(a);\n"), "let a=1;\ngo(a);");
        assert_eq!(
            script("a => b ? \"x : 'y\" + + c : /[/] = \" /.test(d) / 2"),
            "a=>b?\"x : 'y\" + + c:/[/] = \" /.test(d)/ 2"
        );
        assert_eq!(script("if (a < !b) return / = /g;"), "if(a < !b)return / = /g;");
        assert_eq!(script("a = `b ${ c }`;"), "a = `b ${ c }`;");
    }
}
