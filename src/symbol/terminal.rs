//! A symbol drawn in a terminal, so that a phone can open the site that `serve` has just started.
//!
//! No colours are asked for: pipes, logs and old consoles show the same. A block has the colour of the letters, so
//! what is drawn as blocks depends on the ground: on a dark ground (nearly all terminals) the *light* modules are, on a
//! light ground the dark ones. Either way the symbol is dark on light, the only way that every phone reads. Two rows
//! share one line by half blocks.

use super::Symbol;

/// The border in modules. Two are enough on a screen seen from near, and keep the drawing within 24 lines.
const BORDER: usize = 2;

/// The ground of a terminal, on which its letters stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
}

impl Symbol {
    /// The symbol as lines of half blocks, each ended by a newline, for a terminal with this ground.
    pub fn terminal(&self, ground: Ground) -> String {
        let inked = |x, y| match ground {
            Ground::Dark => self.is_lit(x, y),
            Ground::Light => self.is_within(y) && !self.is_lit(x, y),
        };
        let side = self.width() + 2 * BORDER;
        // A block is three bytes in UTF-8.
        let mut lines = String::with_capacity((3 * side + 1) * side.div_ceil(2));
        for y in (0..side).step_by(2) {
            for x in 0..side {
                lines.push(match (inked(x, y), inked(x, y + 1)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                });
            }
            lines.push('\n');
        }
        lines
    }

    /// Whether a place of the drawing shines: light modules and the border do, what lies below the drawing not.
    fn is_lit(&self, x: usize, y: usize) -> bool {
        let dark = x >= BORDER && y >= BORDER && self.is_dark(x - BORDER, y - BORDER);
        self.is_within(y) && !dark
    }

    /// Whether a row belongs to the drawing: the last line of an odd number of rows is half empty.
    fn is_within(&self, y: usize) -> bool {
        y < self.width() + 2 * BORDER
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Level, Raster, decode};
    use super::*;

    #[test]
    fn reads_back_on_either_ground() {
        let link = "http://192.168.1.20:8080/";
        let symbol = Symbol::proved(link, Level::L).unwrap();
        assert_eq!(shown(&symbol.terminal(Ground::Dark), [0, 255]), link);
        assert_eq!(shown(&symbol.terminal(Ground::Light), [255, 0]), link);
    }

    /// What a phone reads from a drawing in these greys of the ground and the letters.
    fn shown(drawing: &str, greys: [u8; 2]) -> String {
        let lines: Vec<Vec<char>> = drawing.lines().map(|line| line.chars().collect()).collect();
        let (scale, side) = (4, lines[0].len());
        assert!(lines.len() == side.div_ceil(2) && lines.len() <= 24);
        let inked = |x: usize, y: usize| match lines[y / 2][x] {
            '█' => true,
            '▀' => y.is_multiple_of(2),
            '▄' => !y.is_multiple_of(2),
            _ => false,
        };
        let width = side * scale;
        let pixels = (0..width * width)
            .map(|at| greys[usize::from(inked(at % width / scale, at / width / scale))])
            .collect();
        decode(&Raster { width, pixels }).unwrap()
    }
}
