//! A segment on its way to the disk.
//!
//! It is written under the name of a draft, since its own name is known only when its last byte is.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use super::{Extent, Publisher, ReleaseError, Segment, SegmentWriter};

/// How many bytes are collected before they are written.
const BUFFER: usize = 256 * 1024;

/// A segment that is being written; dropped, it stays a draft and is cleared away later.
#[derive(Debug)]
pub struct SegmentDraft<'a> {
    publisher: &'a Publisher,
    file: PathBuf,
    writer: SegmentWriter<BufWriter<File>>,
}

impl<'a> SegmentDraft<'a> {
    /// Starts a segment in a file of the publisher's folder.
    pub(super) fn create(publisher: &'a Publisher, file: PathBuf) -> Result<Self, ReleaseError> {
        let sink = File::create(&file).map_err(ReleaseError::io("create", &file))?;
        let writer = SegmentWriter::new(BufWriter::with_capacity(BUFFER, sink));
        let writer = writer.map_err(ReleaseError::io("write", &file))?;
        Ok(Self { publisher, file, writer })
    }

    /// Writes one body and says where it lies.
    pub fn append(&mut self, body: &[u8]) -> Result<Extent, ReleaseError> {
        self.writer.append(body).map_err(ReleaseError::io("write", &self.file))
    }

    /// Bytes written so far.
    pub fn written(&self) -> u64 {
        self.writer.written()
    }

    /// Puts the segment into the folder under its name; on disk when this returns.
    pub fn keep(self) -> Result<Segment, ReleaseError> {
        let (segment, sink) =
            self.writer.finish().map_err(ReleaseError::io("write", &self.file))?;
        let file = sink
            .into_inner()
            .map_err(|refusal| ReleaseError::io("write", &self.file)(refusal.into_error()))?;
        self.publisher.settle(file, &self.file, &segment.name.to_string())?;
        Ok(segment)
    }
}
