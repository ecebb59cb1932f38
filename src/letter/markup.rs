//! Blocks as `WordprocessingML` (ECMA-376, part 1, 17). Elements stand in the order that the schema asks for; Word refuses a
//! file in which they do not.

use std::fmt::Write;

use super::{Align, Block, Cell, Paragraph, Run, Table};

/// Lengths are written in twentieths of a point.
const TWENTIETHS: u32 = 20;

/// How many of them make the tenth of a millimetre.
fn millimetres(length: u32) -> u32 {
    // 1 mm is 56.69 twentieths of a point.
    (length * 5_669 + 50) / 100
}

/// All blocks one below the other. The last of a page must be a paragraph, so one follows a table.
pub(super) fn body(blocks: &[Block]) -> String {
    let mut out = String::with_capacity(8 * 1024);
    for block in blocks {
        match block {
            Block::Paragraph(one) => paragraph(one, &mut out),
            Block::Table(one) => {
                table(one, &mut out);
                // Two tables without anything between them would be read as one.
                out.push_str(
                    "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>\
                     </w:pPr></w:p>",
                );
            }
        }
    }
    out
}

fn paragraph(paragraph: &Paragraph, out: &mut String) {
    out.push_str("<w:p><w:pPr>");
    if let Some(level) = paragraph.heading {
        // Writing to a String cannot fail, here and below.
        let _ = write!(out, "<w:pStyle w:val=\"Heading{}\"/>", level.clamp(1, 3));
    }
    if paragraph.kept_with_next {
        out.push_str("<w:keepNext/>");
    }
    let (above, below) =
        (u32::from(paragraph.above) * TWENTIETHS, u32::from(paragraph.below) * TWENTIETHS);
    // A rule has the room below it.
    let own_below = if paragraph.rule.is_some() { 0 } else { below };
    let _ = write!(out, "<w:spacing w:before=\"{above}\" w:after=\"{own_below}\"/>");
    if paragraph.indented {
        let _ = write!(out, "<w:ind w:firstLine=\"{}\"/>", millimetres(10));
    }
    let align = match paragraph.align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Both => "both",
    };
    let _ = write!(out, "<w:jc w:val=\"{align}\"/></w:pPr>");
    paragraph.runs.iter().for_each(|one| run(one, out));
    out.push_str("</w:p>");
    if let Some(inset) = paragraph.rule {
        rule(millimetres(inset.into()), below, out);
    }
}

/// A line as a paragraph of its own: as a border of the words it would force them within its ends.
fn rule(inset: u32, below: u32, out: &mut String) {
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"40\" w:after=\"{below}\" w:line=\"40\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"{inset}\" w:right=\"{inset}\"/></w:pPr></w:p>"
    );
}

fn run(run: &Run, out: &mut String) {
    if run.words.is_empty() {
        return;
    }
    out.push_str("<w:r><w:rPr>");
    if run.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if run.italic {
        out.push_str("<w:i/><w:iCs/>");
    }
    if let Some(points) = run.size {
        // Sizes are written in half points.
        let size = u32::from(points) * 2;
        let _ = write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    }
    out.push_str("</w:rPr>");
    for (at, line) in run.words.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        escape(line, out);
        out.push_str("</w:t>");
    }
    out.push_str("</w:r>");
}

fn table(table: &Table, out: &mut String) {
    let widths: Vec<u32> = table.widths.iter().map(|width| millimetres((*width).into())).collect();
    let whole: u32 = widths.iter().sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
    );
    if table.ruled {
        out.push_str("<w:tblBorders>");
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            let _ = write!(
                out,
                "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            );
        }
        out.push_str("</w:tblBorders>");
    }
    out.push_str("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in &widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    for (at, row) in table.rows.iter().enumerate() {
        let header = if table.headed && at == 0 { "<w:tblHeader/>" } else { "" };
        let _ = write!(out, "<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>");
        let mut column = 0;
        for one in row {
            let over = usize::from(one.over.max(1));
            let width: u32 = widths.iter().skip(column).take(over).sum();
            column += over;
            cell(one, width, out);
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

fn cell(cell: &Cell, width: u32, out: &mut String) {
    let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if cell.over > 1 {
        let _ = write!(out, "<w:gridSpan w:val=\"{}\"/>", cell.over);
    }
    if let Some(ground) = cell.ground {
        let _ = write!(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground}\"/>");
    }
    out.push_str("</w:tcPr>");
    cell.paragraphs.iter().for_each(|one| paragraph(one, out));
    if cell.paragraphs.is_empty() {
        out.push_str("<w:p/>");
    }
    out.push_str("</w:tc>");
}

/// Words as XML text; signs that XML cannot hold are left out.
pub(super) fn escape(words: &str, out: &mut String) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
}
