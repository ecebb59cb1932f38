//! A percentage drawn: a bar, its interval as whiskers, the target as a dashed line. Forms differ and not colours
//! alone, and the numbers stand beside it in the same row of the table.

use std::fmt::Write;

use super::Markup;
use super::escape::escape_into;

/// What is drawn, in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar<'a> {
    /// What a reader who does not see it is told.
    pub title: &'a str,
    /// The figure.
    pub value: f64,
    /// The ends of its interval; none where there is none.
    pub interval: Option<(f64, f64)>,
    /// The target; none where there is none.
    pub target: Option<f64>,
}

impl Bar<'_> {
    /// The drawing as SVG, as wide as its place.
    pub fn drawn(self) -> Markup {
        let mut svg = String::from(
            "<svg viewBox=\"0 0 100 9\" width=\"100%\" height=\"18\" preserveAspectRatio=\"none\" role=\"img\"><title>",
        );
        escape_into(self.title, &mut svg);
        svg.push_str("</title><path d=\"M0 8.5H100\" stroke=\"currentColor\" stroke-opacity=\".4\" stroke-width=\".3\"/>");
        // Writing to a String cannot fail; here and below.
        let _ = write!(
            svg,
            "<path d=\"M0 2H{:.1}V7H0z\" fill=\"currentColor\" fill-opacity=\".3\"/>",
            self.value
        );
        if let Some((low, high)) = self.interval {
            let _ = write!(
                svg,
                "<path d=\"M{low:.1} 3V6M{low:.1} 4.5H{high:.1}M{high:.1} 3V6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" vector-effect=\"non-scaling-stroke\"/>"
            );
        }
        if let Some(target) = self.target {
            let _ = write!(
                svg,
                "<path d=\"M{target:.1} 0V9\" stroke=\"currentColor\" stroke-dasharray=\"3 2\" vector-effect=\"non-scaling-stroke\"/>"
            );
        }
        svg.push_str("</svg>");
        Markup::vouched(&svg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_says_what_it_shows_and_holds_no_style() {
        let bar = Bar {
            title: "87,5 % <b>",
            value: 87.5,
            interval: Some((80.0, 92.0)),
            target: Some(90.0),
        };
        let svg = bar.drawn();
        let svg = svg.as_str();
        assert!(svg.contains("<title>87,5 % &lt;b&gt;</title>"), "{svg}");
        assert!(svg.contains("M0 2H87.5V7") && svg.contains("stroke-dasharray"), "{svg}");
        // The policy of pages lets no style through but their own.
        assert!(!svg.contains("style"), "{svg}");
    }
}
