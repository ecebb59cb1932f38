//! A symbol as gray pixels: what a camera would see of it at its best.
//!
//! It exists to be read back (see `read`), and to be written as PNG (see `picture`).

use super::{QUIET_ZONE, Symbol, SymbolError};

/// The most pixels to a module: 64 make a version 6 symbol 3 136 pixels wide.
const LARGEST_SCALE: u32 = 64;

/// A gray picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels to a row.
    pub width: usize,
    /// Row by row from the top left: 0 is black, 255 white.
    pub pixels: Vec<u8>,
}

impl Symbol {
    /// Paints the symbol with its quiet zone, each module `pixels_per_module` (1 to 64) wide and high.
    ///
    /// Errors: [`SymbolError::Scale`].
    pub fn raster(&self, pixels_per_module: u32) -> Result<Raster, SymbolError> {
        let scale = checked_scale(pixels_per_module)?;
        let width = (self.width() + 2 * QUIET_ZONE) * scale;
        let mut pixels = vec![255; width * width];
        for (x, y, length) in self.runs() {
            let (left, top) = ((x + QUIET_ZONE) * scale, (y + QUIET_ZONE) * scale);
            for row in pixels.chunks_mut(width).skip(top).take(scale) {
                row[left..left + length * scale].fill(0);
            }
        }
        Ok(Raster { width, pixels })
    }
}

/// The scale as a length in pixels, or [`SymbolError::Scale`].
fn checked_scale(pixels_per_module: u32) -> Result<usize, SymbolError> {
    if !(1..=LARGEST_SCALE).contains(&pixels_per_module) {
        return Err(SymbolError::Scale(pixels_per_module));
    }
    usize::try_from(pixels_per_module).map_err(|_| SymbolError::Scale(pixels_per_module))
}

#[cfg(test)]
mod tests {
    use super::super::Level;
    use super::*;

    #[test]
    fn modules_become_squares_inside_the_quiet_zone() {
        let symbol = Symbol::encode("A", Level::M).unwrap();
        let raster = symbol.raster(3).unwrap();
        assert_eq!((raster.width, raster.pixels.len()), (29 * 3, 29 * 3 * 29 * 3));
        for y in 0..raster.width {
            for x in 0..raster.width {
                let inside = x >= 12 && y >= 12;
                let dark = inside && symbol.is_dark(x / 3 - 4, y / 3 - 4);
                assert_eq!(raster.pixels[y * raster.width + x] == 0, dark);
            }
        }
    }

    #[test]
    fn odd_scales_are_refused() {
        let symbol = Symbol::encode("A", Level::M).unwrap();
        assert!(matches!(symbol.raster(0), Err(SymbolError::Scale(0))));
        assert!(matches!(symbol.png(65), Err(SymbolError::Scale(65))));
    }
}
