//! What a posted page says of papers, time and fees, as lines: taken out of the page itself, by the names of its two
//! sections. So an officer reads what the citizen read, in whatever theme, and nothing but text comes out of a page.

use crate::theme::context::PostedPart;

/// The sections of a procedure's page that a report may contradict; addresses lead to them, so every theme has them.
const SECTIONS: [&str; 2] = ["giay-to", "cach-nop"];

/// No more lines than an officer reads at a glance; the page itself has the rest.
const MOST_LINES: usize = 60;

/// What the two sections of a page say; nothing of a section that the page does not have.
pub(super) fn parts(page: &str) -> Vec<PostedPart> {
    let mut reader = Reader::default();
    for section in SECTIONS {
        if let Some(inside) = section_of(page, section) {
            reader.read(inside);
        }
    }
    let mut left = MOST_LINES;
    reader.parts.retain_mut(|part| {
        part.lines.truncate(left);
        left -= part.lines.len();
        !part.lines.is_empty()
    });
    reader.parts
}

/// What lies in the section of this name.
fn section_of<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    let begin = page.find(&format!("<section id=\"{name}\""))?;
    let inside = &page[begin..];
    Some(&inside[inside.find('>')? + 1..inside.find("</section>")?])
}

/// Reads HTML of our own making, tag by tag.
#[derive(Default)]
struct Reader {
    parts: Vec<PostedPart>,
    line: String,
    /// What stands before the text of a cell: the head of its column.
    head: String,
    /// Whether the line is the name of a part.
    names: bool,
}

impl Reader {
    fn read(&mut self, html: &str) {
        let mut rest = html;
        while let Some(begin) = rest.find('<') {
            self.text(&rest[..begin]);
            let Some(end) = rest[begin..].find('>') else { return };
            let tag = &rest[begin + 1..begin + end];
            rest = &rest[begin + end + 1..];
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            match name {
                // What only leads elsewhere on the page, or is said again in the cells.
                "nav" | "caption" | "thead" => {
                    let close = format!("</{name}>");
                    rest = rest.find(&close).map_or("", |at| &rest[at + close.len()..]);
                }
                "h2" | "h3" | "th" => {
                    self.end_line();
                    self.names = true;
                }
                "td" => {
                    self.end_line();
                    self.head = attribute(tag, "data-head");
                }
                "li" | "p" | "tr" => self.end_line(),
                "br" => self.line.push_str(" · "),
                _ if matches!(tag, "/h2" | "/h3" | "/th" | "/td" | "/li" | "/p") => {
                    self.end_line();
                    if tag == "/td" {
                        self.head.clear();
                    }
                    self.names = false;
                }
                _ => {}
            }
        }
        self.text(rest);
        self.end_line();
    }

    /// Adds text; runs of white space are one space. A space that must not break stays what it is.
    fn text(&mut self, raw: &str) {
        for sign in unescape(raw).chars() {
            if !sign.is_ascii_whitespace() {
                self.line.push(sign);
            } else if !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_matches([' ', '·']).trim();
        if line.is_empty() {
            return;
        }
        if self.names {
            self.parts.push(PostedPart { name: line.to_owned(), lines: Vec::new() });
            return;
        }
        let said = match self.head.as_str() {
            "" => line.to_owned(),
            head => format!("{head}: {line}"),
        };
        match self.parts.last_mut() {
            Some(part) => part.lines.push(said),
            None => self.parts.push(PostedPart { name: String::new(), lines: vec![said] }),
        }
    }
}

/// The value of an attribute, unescaped; empty without it.
fn attribute(tag: &str, name: &str) -> String {
    let begin = format!("{name}=\"");
    let value = tag.split_once(&begin).and_then(|(_, rest)| rest.split('"').next());
    unescape(value.unwrap_or_default())
}

/// The five signs that our pages write as entities.
fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, lines: &[&str]) -> PostedPart {
        PostedPart { name: name.into(), lines: lines.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn papers_time_and_fees_are_lines() {
        let page = "<h1>Tên</h1><section id=\"giay-to\">\n<h2>Giấy tờ</h2>\n\
            <nav class=\"which\"><ul><li>bỏ</li></ul></nav>\n<h3 id=\"a\">Con dưới 14 tuổi</h3>\n<ol class=\"papers\">\n\
            <li>Tờ khai &amp; ảnh<br><small>1 bản chính · <a href=\"x\">Tải mẫu</a></small></li>\n<li><q class=\"as\">Thẻ \
            &lt;cũ&gt;</q> <small>nguyên văn</small></li>\n</ol><p>Số bộ: 1.</p></section><section id=\"khac\"><p>không</p></section>\
            <section id=\"cach-nop\">\n<h2>Cách nộp</h2><table><caption>bỏ</caption><thead><tr><th>bỏ</th></tr></thead>\
            <tbody><tr><th scope=\"row\">Tại quầy<br><small>ghi chú</small></th>\n<td data-head=\"Thời hạn\"><p><small>Khi đủ:</small> \
            3 ngày làm việc</p></td><td data-head=\"Phí\"><p>Lệ phí: <strong>8.000\u{a0}đồng</strong> / bản</p><p>Phí: miễn</p></td></tr>\
            </tbody></table></section>";
        assert_eq!(
            parts(page),
            [
                part(
                    "Con dưới 14 tuổi",
                    &["Tờ khai & ảnh · 1 bản chính · Tải mẫu", "Thẻ <cũ> nguyên văn", "Số bộ: 1."]
                ),
                part(
                    "Tại quầy · ghi chú",
                    &[
                        "Thời hạn: Khi đủ: 3 ngày làm việc",
                        "Phí: Lệ phí: 8.000\u{a0}đồng / bản",
                        "Phí: Phí: miễn"
                    ]
                ),
            ]
        );
    }

    #[test]
    fn a_page_that_says_nothing_or_is_cut_off_gives_nothing() {
        for page in [
            "",
            "<section id=\"giay-to\">",
            "<section id=\"giay-to\"",
            "<p>Giấy tờ</p>",
            "<section id=\"giay-to\"><p",
        ] {
            assert_eq!(parts(page), [], "{page}");
        }
        assert_eq!(parts("<section id=\"giay-to\"><h2>A</h2></section>"), []);
    }

    #[test]
    fn a_long_listing_is_cut() {
        let many = "<li>một</li>".repeat(200);
        let found = parts(&format!("<section id=\"giay-to\"><h2>A</h2>{many}</section>"));
        assert_eq!(found.iter().map(|part| part.lines.len()).sum::<usize>(), MOST_LINES);
    }
}
