//! A segment: a file of bodies, written once, from front to back, and named by the hash of all of it.

use std::io::{self, Write};

use super::row::Reader;
use super::{Extent, FORMAT_VERSION, FormatError, Mark, SegmentName};

/// The first bytes of a segment file.
const MAGIC: [u8; 8] = *b"nmsegmt\n";

/// Bytes before the first body: magic, format version, four of zero.
pub(super) const HEADER: u64 = 16;

/// The first length that an index can no longer address.
const TOO_LONG: u64 = 1 << 48;

/// A finished segment: its name, and the length of its file in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The name, which is the mark of the whole file.
    pub name: SegmentName,
    /// Bytes of the file, header included.
    pub len: u64,
}

/// Writes bodies one after the other and hashes as it goes; holds no body in memory.
#[derive(Debug)]
pub struct SegmentWriter<W> {
    sink: W,
    hasher: blake3::Hasher,
    len: u64,
}

impl<W: Write> SegmentWriter<W> {
    /// Starts a segment: writes its header.
    pub fn new(sink: W) -> io::Result<Self> {
        let mut writer = Self { sink, hasher: blake3::Hasher::new(), len: 0 };
        writer.write(&MAGIC)?;
        writer.write(&FORMAT_VERSION.to_le_bytes())?;
        writer.write(&[0; 4])?;
        Ok(writer)
    }

    /// Writes one body and says where it lies. An error leaves the segment unusable.
    pub fn append(&mut self, body: &[u8]) -> io::Result<Extent> {
        let too_long = || io::Error::new(io::ErrorKind::FileTooLarge, "the body is too long");
        let len = u32::try_from(body.len()).map_err(|_| too_long())?;
        if self.len + u64::from(len) >= TOO_LONG {
            return Err(too_long());
        }
        let offset = self.len;
        self.write(body)?;
        Ok(Extent { offset, len })
    }

    /// Bytes written so far, header included.
    pub fn written(&self) -> u64 {
        self.len
    }

    /// Flushes the sink and gives it back with the name and length of what was written.
    pub fn finish(mut self) -> io::Result<(Segment, W)> {
        self.sink.flush()?;
        let name = SegmentName(Mark::from_hash(&self.hasher.finalize()));
        Ok((Segment { name, len: self.len }, self.sink))
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sink.write_all(bytes)?;
        self.hasher.update(bytes);
        self.len += bytes.len() as u64;
        Ok(())
    }
}

/// Whether these bytes start as a segment of this version does.
pub(super) fn check_header(bytes: &[u8]) -> Result<(), FormatError> {
    let mut header = Reader(bytes);
    if header.array() != Some(MAGIC) {
        return Err(FormatError::Foreign("segment"));
    }
    match header.u32().zip(header.u32()) {
        Some((FORMAT_VERSION, 0)) => Ok(()),
        Some((version, _)) => Err(FormatError::Version(version)),
        None => Err(FormatError::Foreign("segment")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_lie_where_it_says_under_the_name_of_the_whole() {
        let mut writer = SegmentWriter::new(Vec::new()).unwrap();
        let bodies: [&[u8]; 3] = [b"<!doctype html>", b"", "phiếu".as_bytes()];
        let extents = bodies.map(|body| writer.append(body).unwrap());
        let (segment, file) = writer.finish().unwrap();
        for (body, extent) in bodies.iter().zip(extents) {
            let start = usize::try_from(extent.offset).unwrap();
            assert_eq!(&file[start..start + extent.len as usize], *body);
        }
        assert_eq!(segment, Segment { name: SegmentName(Mark::of(&file)), len: file.len() as u64 });
        assert_eq!(check_header(&file), Ok(()));
        assert_eq!(check_header(&file[..15]), Err(FormatError::Foreign("segment")));
    }
}
