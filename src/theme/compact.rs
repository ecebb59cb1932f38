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

/// A script without its comment lines, indentation and empty lines. Line ends stay, so no rule of
/// the language about them can bite.
pub(super) fn script(js: &str) -> String {
    let lines = js.lines().map(str::trim);
    let kept: Vec<_> = lines.filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    kept.join("\n")
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
        assert_eq!(script("// why\nlet a = 1;\n\n  go(a);\n"), "let a = 1;\ngo(a);");
    }
}
