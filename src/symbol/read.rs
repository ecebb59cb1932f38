//! From a picture back to the text: the proof of every symbol, and of pictures in tests.
//!
//! `rqrr` shares no code with the encoder, and is the weakest of the decoders tried (see the printing notes): what
//! it reads, phones read.

use std::io::Cursor;

use super::{Raster, SymbolError};

/// The text of the one symbol in a gray picture.
///
/// Errors: [`SymbolError::Shape`], [`SymbolError::NotOneSymbol`], [`SymbolError::Damaged`].
pub fn decode(raster: &Raster) -> Result<String, SymbolError> {
    let Raster { width, pixels } = raster;
    if *width == 0 || pixels.is_empty() || !pixels.len().is_multiple_of(*width) {
        return Err(SymbolError::Shape { width: *width, pixels: pixels.len() });
    }
    let gray = |x: usize, y: usize| pixels.get(y * width + x).copied().unwrap_or(255);
    let height = pixels.len() / width;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(*width, height, gray);
    let found = picture.detect_grids();
    let [grid] = &found[..] else {
        return Err(SymbolError::NotOneSymbol(found.len()));
    };
    let (_, text) = grid.decode().map_err(|error| SymbolError::Damaged(error.to_string()))?;
    Ok(text)
}

/// The text of the one symbol in a PNG picture, gray or coloured; transparency is passed over.
///
/// Errors: [`SymbolError::PngRead`] and those of [`decode`].
pub fn decode_png(file: &[u8]) -> Result<String, SymbolError> {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let size = reader.output_buffer_size().ok_or(png::DecodingError::LimitsExceeded)?;
    let mut samples = vec![0; size];
    let frame = reader.next_frame(&mut samples)?;
    samples.truncate(frame.buffer_size());
    let channels = frame.color_type.samples();
    let colours = if channels >= 3 { 3 } else { 1 };
    let pixels = samples.chunks(channels).map(|pixel| gray(&pixel[..colours])).collect();
    decode(&Raster { width: frame.width as usize, pixels })
}

/// The mean of the colour samples of one pixel.
fn gray(colours: &[u8]) -> u8 {
    let sum: usize = colours.iter().copied().map(usize::from).sum();
    u8::try_from(sum / colours.len().max(1)).unwrap_or(255)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_without_a_symbol_says_so() {
        let blank = Raster { width: 60, pixels: vec![255; 3600] };
        assert!(matches!(decode(&blank), Err(SymbolError::NotOneSymbol(0))));
        let ragged = Raster { width: 7, pixels: vec![0; 50] };
        assert!(matches!(decode(&ragged), Err(SymbolError::Shape { .. })));
        assert!(matches!(decode_png(b"GIF89a"), Err(SymbolError::PngRead(_))));
    }
}
