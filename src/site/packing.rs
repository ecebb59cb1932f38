//! How bodies are packed for the way when it should be done well: gzip at its best, brotli at a quality that can be
//! chosen. What packs pages while somebody waits is the packer.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

/// The quality of brotli when nobody waits; the last step to 11 takes twice the time for a hundredth.
pub(super) const THOROUGH: u32 = 10;

/// The level of gzip that no other is smaller than.
pub(super) const BEST_GZIP: u32 = 9;

/// Below this size brotli gains nothing, in bytes.
pub(super) const WORTH_BROTLI: usize = 256;

/// The smallest and the largest window of brotli, as powers of two.
const WINDOW: (u32, u32) = (16, 22);

/// The bytes packed by gzip, as small as it can.
pub(super) fn gzip(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::new(BEST_GZIP));
    packer.write_all(plain)?;
    packer.finish()
}

/// The bytes packed by brotli, at a quality from 0 to 11.
pub(super) fn brotli(plain: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let quality = i32::try_from(quality).unwrap_or(11);
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: window(plain.len()),
        size_hint: plain.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// A window that holds the whole of a text, in bits. The tables of the packer grow with it: for the largest they take
/// some 40 MiB, cleared anew for every page of 20 KiB.
fn window(length: usize) -> i32 {
    // 16 bytes of a window are not for use.
    let bits = (length + 16).next_power_of_two().trailing_zeros();
    i32::try_from(bits.clamp(WINDOW.0, WINDOW.1)).unwrap_or(22)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_window_holds_the_whole_text_and_what_is_packed_comes_back() {
        assert_eq!([0, 65_520, 65_521, 1 << 21, 1 << 30].map(window), [16, 16, 17, 22, 22]);
        for length in [0, 300, 65_520, 65_521, 200_000] {
            let plain: Vec<u8> = (0..length).map(|at: u32| (at / 7).to_le_bytes()[0]).collect();
            let packed = brotli(&plain, 5).unwrap();
            let mut back = Vec::new();
            brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut back).unwrap();
            assert!(back == plain, "{length}");
        }
    }
}
