//! A built site as bytes: what `site` writes and a host serves.
//!
//! A release is an [`Index`] over immutable segments of bodies. Each answer has dates of validity, so one release
//! holds today's edition of a page and tomorrow's, and a host changes over by the clock alone. The reader borrows
//! from bytes and trusts none of them; [`Folder`] keeps releases on disk, where publishing is one rename.
//!
//! The room knows bytes, names, media and days; it knows nothing of HTML, of HTTP servers or of what a page says.
//! The format is written down in `docs/release-format.md`.

mod body;
mod builder;
mod cache_policy;
mod check;
mod day;
mod entry;
mod folder;
mod format_error;
mod history;
mod hold;
mod index;
mod layout;
mod map;
mod media;
mod merge;
mod name;
mod open_release;
mod position;
mod prune;
mod publisher;
mod release_error;
mod row;
mod segment;
mod segment_draft;
mod signature;
mod signature_file;
mod slot;
mod tables;

pub use body::{Bodies, Body, Coding, Extent, SegmentNumber};
pub use builder::IndexBuilder;
pub use cache_policy::CachePolicy;
pub use day::{Day, Validity};
pub use entry::{Entry, EntryView};
pub use folder::Folder;
pub use format_error::{Fault, FormatError};
pub use history::PastRelease;
pub use hold::Hold;
pub use index::Index;
pub use media::Media;
pub use name::{IndexName, Mark, SegmentName};
pub use open_release::OpenRelease;
pub use position::{read_at, write_at};
pub use prune::KEPT_RELEASES;
pub use publisher::Publisher;
pub use release_error::ReleaseError;
pub use segment::{Segment, SegmentWriter};
pub use segment_draft::SegmentDraft;
pub use signature::{PublicKey, Signature, SigningKey};
pub use slot::{Slot, SlotKind};

/// The version of the format that this program writes, and the only one that it reads.
pub const FORMAT_VERSION: u32 = 1;
