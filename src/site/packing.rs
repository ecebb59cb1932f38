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
    let parameters = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters)?;
    Ok(packed)
}
