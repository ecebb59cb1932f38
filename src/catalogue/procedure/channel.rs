//! A way to file (cách thức thực hiện), with its own time limit and its own fees.

use serde::{Deserialize, Serialize};

use super::{Fee, Limit};
use crate::catalogue::{Stated, Told};
use crate::text::{Hour, Slug, Text};

/// How a file is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChannelKind {
    /// At the counter.
    Counter,
    /// Online ("Nộp trực tuyến").
    Online,
    /// By post.
    Post,
}

/// How much of it can be done online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OnlineLevel {
    /// Toàn trình.
    Full,
    /// Một phần.
    Partial,
}

/// What starts the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StartEvent {
    /// The day of receipt.
    Receipt,
    /// Receipt of a complete and valid file.
    CompleteFile,
    /// Payment of what is due.
    Payment,
}

/// Another limit in some situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitCase {
    /// Its id.
    pub id: Slug,
    /// The situation.
    pub when: Text,
    /// The limit then.
    pub limit: Limit,
}

/// A way to file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// Its id, the same from edition to edition.
    pub id: Slug,
    /// Its kind.
    pub kind: ChannelKind,
    /// For online channels: how much can be done there.
    pub level: Option<Told<OnlineLevel>>,
    /// For online channels: where to file; none where there is no address on the web.
    pub address: Option<Stated<Box<str>>>,
    /// Its time limit.
    pub limit: Option<Limit>,
    /// What starts the clock.
    pub starts: Option<StartEvent>,
    /// Files received after this hour count from the next working day.
    pub cutoff: Option<Hour>,
    /// Limits in other situations.
    pub limit_cases: Vec<LimitCase>,
    /// What it costs; `Stated::None` is a statement, and nothing at all is silence, never "free". On
    /// a page of a long table an empty list stands for fees that follow on the next.
    pub fees: Option<Stated<Vec<Fee>>>,
    /// What else must be known.
    pub note: Option<Text>,
}

impl Channel {
    /// Its fee lines; none where it costs nothing, where they are quoted, or not said.
    pub fn given_fees(&self) -> &[Fee] {
        self.fees.as_ref().and_then(Stated::given).map_or(&[], Vec::as_slice)
    }

    /// What lists show of it: its kind, and how much can be done online where that is told.
    pub fn outline(&self) -> (ChannelKind, Option<OnlineLevel>) {
        (self.kind, self.level.as_ref().and_then(Told::clearly))
    }
}
