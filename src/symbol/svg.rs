//! A symbol as one SVG path, for pages and for printing.
//!
//! Each run of dark modules in a row is one move and one rectangle of the path: no hairline gaps inside a run, and
//! a third of the size of a rectangle for each module. The white ground includes the quiet zone.

use std::fmt::Write as _;

use super::{QUIET_ZONE, Symbol};
use crate::text::xml_text;

impl Symbol {
    /// The symbol as an `<svg>` element without width and height; one unit is one module, quiet zone included.
    ///
    /// `label` is what a screen reader says instead of the picture; it may be any text.
    pub fn svg(&self, label: &str) -> String {
        let side = self.width() + 2 * QUIET_ZONE;
        let mut path = String::with_capacity(16 * self.width() * self.width() / 4);
        for (x, y, length) in self.runs() {
            let (x, y) = (x + QUIET_ZONE, y + QUIET_ZONE);
            // Writing into a String cannot fail.
            let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" \
             shape-rendering=\"crispEdges\"><title>{}</title>\
             <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>",
            xml_text(label)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Level, Raster, decode};
    use super::*;

    const LINK: &str = "https://GOPY.PHUONGBENNGHE.GOV.VN/Q/7K3M9PQ";

    /// Paints the path of our own SVG: moves, runs, nothing else.
    fn paint(svg: &str, side: usize) -> Raster {
        let scale = 4;
        let mut pixels = vec![255; side * side * scale * scale];
        let path = svg.split("d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        for run in path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split([' ', 'h', 'v', '-', 'z']).filter_map(|n| n.parse().ok()).collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(length, back);
            for row in y * scale..(y + 1) * scale {
                pixels[row * side * scale + x * scale..][..length * scale].fill(0);
            }
        }
        Raster { width: side * scale, pixels }
    }

    #[test]
    fn the_drawing_reads_back() {
        let symbol = Symbol::proved(LINK, Level::M).unwrap();
        let svg = symbol.svg("Quầy 3");
        assert!(svg.contains("viewBox=\"0 0 37 37\""));
        assert_eq!(svg.matches("<path").count(), 1);
        assert!(svg.len() < 3_600, "{}", svg.len());
        assert_eq!(decode(&paint(&svg, 37)).unwrap(), LINK);
    }

    #[test]
    fn a_label_cannot_break_out() {
        let svg = Symbol::encode("A", Level::M).unwrap().svg("</title><script>\u{1}&\"");
        assert!(svg.contains("<title>&lt;/title&gt;&lt;script&gt; &amp;&quot;</title>"));
    }
}
