//! Text inside XML: feeds, drawings, letters.

/// The text as XML has it, in elements and in quoted attributes. Signs that XML 1.0 cannot hold, and line breaks and
/// tabs with them, become spaces.
pub fn xml_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => safe.push(' '),
            control if control.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_taken_for_xml() {
        assert_eq!(xml_text("a<b> & \"c\"\n\u{1}d\u{ffff}"), "a&lt;b&gt; &amp; &quot;c&quot;  d ");
    }
}
