//! A symbol as a PNG file, for those who paste it into Zalo or a Word document.
//!
//! One bit a pixel: a symbol has no gray, and the file stays near a kilobyte. A module is a whole number of pixels,
//! so nothing blurs; ask for 10 or more, since what is pasted is also stretched.

use super::{Symbol, SymbolError};

impl Symbol {
    /// The symbol with its quiet zone as the bytes of a PNG file, `pixels_per_module` from 1 to 64.
    ///
    /// The same symbol and scale give the same bytes. Errors: [`SymbolError::Scale`], [`SymbolError::PngWrite`].
    pub fn png(&self, pixels_per_module: u32) -> Result<Vec<u8>, SymbolError> {
        let raster = self.raster(pixels_per_module)?;
        let side =
            u32::try_from(raster.width).map_err(|_| SymbolError::Scale(pixels_per_module))?;
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header()?;
        let rows = raster.pixels.chunks(raster.width);
        writer.write_image_data(&rows.flat_map(pack).collect::<Vec<u8>>())?;
        writer.finish()?;
        Ok(file)
    }
}

/// One row at a bit a pixel, the first pixel in the highest bit, white set; the last byte is filled up with black.
fn pack(row: &[u8]) -> impl Iterator<Item = u8> {
    row.chunks(8).map(|eight| {
        eight.iter().enumerate().fold(0, |byte, (at, gray)| byte | ((gray >> 7) << (7 - at)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Level, decode_png};
    use super::*;

    #[test]
    fn a_file_reads_back_and_is_the_same_each_time() {
        let link = "https://GOPY.PHUONGBENNGHE.GOV.VN/Q/7K3M9PQ";
        let symbol = Symbol::proved(link, Level::Q).unwrap();
        for scale in [3, 10] {
            let file = symbol.png(scale).unwrap();
            assert_eq!(decode_png(&file).unwrap(), link);
            assert_eq!(file, symbol.png(scale).unwrap());
            assert!(file.len() < 4_000, "{}", file.len());
        }
    }
}
