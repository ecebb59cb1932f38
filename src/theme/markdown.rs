//! Markdown as safe HTML: guidance and free pages are content, and content never decides what runs.
//!
//! Raw HTML becomes text. Links keep only schemes that can do no harm, pictures only those of the
//! site itself. Headings move down, since the page has its `<h1>` already and perhaps an `<h2>`. A table gets a
//! box of its own that scrolls, so that a wide one never makes the whole page wider than a phone.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::escape::escape;

/// Schemes that a link may have; none at all is a link within the site.
const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// The HTML of a Markdown text with its headings `deeper` levels down; `scroll_label` names the box of a wide table to screen readers.
pub(super) fn html(text: &str, deeper: usize, scroll_label: &str) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let open = format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">",
        escape(scroll_label)
    );
    let mut tamer = Tamer { deeper, kept: Vec::new() };
    // Gathered first: handed on one by one through adapters, each event would be moved many times.
    let mut events = Vec::with_capacity(text.len() / 16);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Table(_)) => {
                events.extend([Event::Html(open.clone().into()), event]);
            }
            Event::End(TagEnd::Table) => events.extend([event, Event::Html("</div>\n".into())]),
            other => events.extend(tamer.tame(other)),
        }
    }
    html::push_html(&mut out, events.into_iter());
    out
}

/// Keeps track of links and pictures whose start was dropped, so that their end is dropped too.
struct Tamer {
    deeper: usize,
    kept: Vec<bool>,
}

impl Tamer {
    fn tame<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
            Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                Some(Event::Start(Tag::Heading { level: self.lower(level), id, classes, attrs }))
            }
            Event::End(TagEnd::Heading(level)) => {
                Some(Event::End(TagEnd::Heading(self.lower(level))))
            }
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                let keep = is_harmless(dest_url);
                self.kept.push(keep);
                keep.then_some(event)
            }
            Event::Start(Tag::Image { ref dest_url, .. }) => {
                let keep = !has_scheme(dest_url) && !dest_url.starts_with("//");
                self.kept.push(keep);
                keep.then_some(event)
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.kept.pop().unwrap_or(false).then_some(event)
            }
            other => Some(other),
        }
    }

    /// Further down; what would be below the sixth level is the sixth.
    fn lower(&self, level: HeadingLevel) -> HeadingLevel {
        HeadingLevel::try_from(level as usize + self.deeper).unwrap_or(HeadingLevel::H6)
    }
}

fn is_harmless(address: &CowStr<'_>) -> bool {
    let small = address.trim().to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| small.starts_with(scheme)) || !has_scheme(address)
}

/// Whether something stands before a colon that comes before any path, query or fragment. Signs
/// that browsers skip (tabs, line ends) count as a scheme, so that nothing hides behind them.
fn has_scheme(address: &CowStr<'_>) -> bool {
    let head = address.split(['/', '?', '#']).next().unwrap_or_default();
    head.contains(':') || address.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_becomes_text() {
        let out = html("<script>alert(1)</script>\n\nChữ <b onclick=x>đậm</b>", 1, "");
        assert!(!out.contains("<script") && !out.contains("<b "), "{out}");
        assert!(out.contains("&lt;script&gt;"), "{out}");
    }

    #[test]
    fn dangerous_links_lose_their_link_and_keep_their_words() {
        for odd in [
            "javascript:alert(1)",
            "JaVaScript:x",
            "data:text/html,x",
            "vbscript:x",
            "&#9;javascript:x",
        ] {
            let out = html(&format!("[bấm]({odd})"), 1, "");
            assert_eq!(out, "<p>bấm</p>\n", "{odd}");
        }
        let out = html("[a](https://a.vn) [b](../x.html#c:d) [c](tel:1022)", 1, "");
        assert_eq!(out.matches("<a href").count(), 3, "{out}");
        assert_eq!(html("![ảnh](https://xa.example/a.png)", 1, ""), "<p>ảnh</p>\n");
    }

    #[test]
    fn headings_move_down_and_tables_scroll() {
        let out = html("# Một\n\n###### Sáu\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", 1, "Bảng");
        assert!(out.contains("<h2>Một</h2>") && out.contains("<h6>Sáu</h6>"), "{out}");
        assert!(out.contains("aria-label=\"Bảng\"") && out.contains("</table>\n</div>"), "{out}");
    }
}
