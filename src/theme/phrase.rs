//! Texts as templates receive them: escaped, and marked where they fall back to the original.
//!
//! A [`Phrase`] prints itself: `{{ page.name }}` is escaped text, and on an English page a text that
//! has no English words comes out as `<span lang="vi">…</span>`, so that a screen reader changes its
//! voice. Two things a theme designer must know: inside an attribute or a `<title>` write
//! `{{ page.name | plain }}` (no tag may stand there), and never cut or recase a phrase by filters.
//! [`super::Theme::check`] reports a phrase that was put into an attribute without `plain`.

use serde::{Serialize, Serializer};
use tera::Value;

use super::escape::escape_into;
use crate::text::{Language, Worded};

/// A text that prints itself safely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase(Value);

impl Phrase {
    /// A text in the language of the page.
    pub fn plain(text: &str) -> Self {
        Self(Value::normal_string(text))
    }

    /// A text in another language than the page's.
    pub fn foreign(text: &str, language: Language) -> Self {
        let mut html = String::with_capacity(text.len() + 32);
        html.push_str("<span lang=\"");
        html.push_str(language.tag());
        html.push_str("\">");
        escape_into(text, &mut html);
        html.push_str("</span>");
        Self(Value::safe_string(&html))
    }

    /// A text as it was found in a publication; `binding` is the language of originals.
    pub fn worded(text: Worded<'_>, binding: Language) -> Self {
        if text.fallback { Self::foreign(text.words, binding) } else { Self::plain(text.words) }
    }

    /// Several phrases as one, with `between` in between.
    pub fn joined(parts: &[Self], between: &str) -> Self {
        let mut html = String::new();
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                escape_into(between, &mut html);
            }
            part.write_html(&mut html);
        }
        Self(Value::safe_string(&html))
    }

    /// `words` with phrases in its `{name}` places; a place that is not named stays as it is.
    pub(super) fn composed(words: &str, places: &[(&str, &Self)]) -> Self {
        let mut html = String::with_capacity(words.len() + 48);
        let mut rest = words;
        while let Some(open) = rest.find('{') {
            escape_into(&rest[..open], &mut html);
            let tail = &rest[open..];
            let close = tail.find('}').unwrap_or(tail.len() - 1);
            match places.iter().find(|(name, _)| Some(*name) == tail.get(1..close)) {
                Some((_, phrase)) => phrase.write_html(&mut html),
                None => escape_into(&tail[..=close], &mut html),
            }
            rest = &tail[close + 1..];
        }
        escape_into(rest, &mut html);
        Self(Value::safe_string(&html))
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.as_str().is_none_or(str::is_empty)
    }

    /// Appends the phrase as HTML.
    fn write_html(&self, out: &mut String) {
        let text = self.0.as_str().unwrap_or_default();
        if self.0.is_safe() { out.push_str(text) } else { escape_into(text, out) }
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// HTML (or JSON for a script element) that is already safe and is printed as it is: rendered
/// Markdown, a drawn symbol, structured facts. Only code makes it, never content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markup(Value);

impl Markup {
    /// Takes HTML that the caller vouches for.
    pub fn vouched(html: &str) -> Self {
        Self(Value::safe_string(html))
    }

    /// JSON fit for a `<script>` element: no `<` can end the element early.
    pub fn json(json: &str) -> Self {
        if json.contains('<') {
            Self(Value::safe_string(&json.replace('<', "\\u003c")))
        } else {
            Self(Value::safe_string(json))
        }
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl Serialize for Markup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fallback_is_marked_and_everything_is_escaped() {
        let original = Worded { words: "Sổ <đỏ> & \"hồng\"", fallback: true };
        let marked = Phrase::worded(original, Language::VI);
        let mut html = String::new();
        marked.write_html(&mut html);
        assert_eq!(html, "<span lang=\"vi\">Sổ &lt;đỏ&gt; &amp; &quot;hồng&quot;</span>");
        let both = Phrase::joined(&[Phrase::plain("a<b"), marked], " · ");
        let mut html = String::new();
        both.write_html(&mut html);
        assert!(html.starts_with("a&lt;b · <span"), "{html}");
    }

    #[test]
    fn json_cannot_end_its_script() {
        assert_eq!(Markup::json("\"</script>\"").as_str(), "\"\\u003c/script>\"");
    }
}
