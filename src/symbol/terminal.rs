//! A symbol drawn in a terminal, so that a phone can open the site that `serve` has just started.
//!
//! No colours are asked for: pipes, logs and old consoles show the same. Instead the *light* modules are drawn as
//! blocks and the dark ones are left empty, which on a terminal with light letters on a dark ground (nearly all
//! of them) gives dark on light, the only way that every phone reads. Two rows share one line by half blocks.

use super::Symbol;

/// The border in modules. Two are enough on a screen seen from near, and keep the drawing within 24 lines.
const BORDER: usize = 2;

impl Symbol {
    /// The symbol as lines of half blocks, each ended by a newline, for a terminal with a dark ground.
    pub fn terminal(&self) -> String {
        let side = self.width() + 2 * BORDER;
        // A block is three bytes in UTF-8.
        let mut lines = String::with_capacity((3 * side + 1) * side.div_ceil(2));
        for y in (0..side).step_by(2) {
            for x in 0..side {
                lines.push(match (self.is_lit(x, y), self.is_lit(x, y + 1)) {
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
        let within = y < self.width() + 2 * BORDER;
        let dark = x >= BORDER && y >= BORDER && self.is_dark(x - BORDER, y - BORDER);
        within && !dark
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Level, Raster, decode};
    use super::*;

    #[test]
    fn reads_back_on_a_dark_ground() {
        let link = "http://192.168.1.20:8080/";
        let drawing = Symbol::proved(link, Level::L).unwrap().terminal();
        let lines: Vec<Vec<char>> = drawing.lines().map(|line| line.chars().collect()).collect();
        let (scale, side) = (4, lines[0].len());
        assert!(lines.len() == side.div_ceil(2) && lines.len() <= 24);
        let lit = |x: usize, y: usize| match lines[y / 2][x] {
            '█' => true,
            '▀' => y.is_multiple_of(2),
            '▄' => !y.is_multiple_of(2),
            _ => false,
        };
        let width = side * scale;
        let pixels = (0..width * width)
            .map(|at| if lit(at % width / scale, at / width / scale) { 255 } else { 0 })
            .collect();
        assert_eq!(decode(&Raster { width, pixels }).unwrap(), link);
    }
}
