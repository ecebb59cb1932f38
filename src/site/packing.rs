//! How bodies are packed for the way: gzip and brotli, at a level from quick to thorough.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

/// The quality of brotli when nobody waits; the last step to 11 takes twice the time for a hundredth.
pub(super) const THOROUGH: u32 = 10;

/// The bytes packed by gzip, at a level from 1 to 9.
pub(super) fn gzip(plain: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::new(level));
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
