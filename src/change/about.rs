//! What a fact is said of.

use crate::catalogue::procedure::ChannelKind;
use crate::diagnostic::Tongue;
use crate::text::{Language, Text};

/// One of the three desks of an agency that the law keeps apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// Help with files.
    Help,
    /// Where phản ánh, kiến nghị are received.
    Petitions,
    /// Where citizens are received for khiếu nại, tố cáo.
    Complaints,
}

/// What a fact is said of.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// A way to file.
    Channel(ChannelKind),
    /// A desk of the agency.
    Desk(Desk),
    /// What has a name of its own: a paper, a situation, a counter.
    Named(Text),
}

impl About {
    /// In words.
    pub fn said(&self, tongue: Tongue) -> String {
        let [vi, en] = match self {
            Self::Channel(ChannelKind::Counter) => ["tại quầy", "at the counter"],
            Self::Channel(ChannelKind::Online) => ["trực tuyến", "online"],
            Self::Channel(ChannelKind::Post) => ["qua bưu chính", "by post"],
            Self::Desk(Desk::Help) => ["hướng dẫn hồ sơ", "help with files"],
            Self::Desk(Desk::Petitions) => ["tiếp nhận phản ánh, kiến nghị", "petitions"],
            Self::Desk(Desk::Complaints) => ["tiếp công dân", "complaints and denunciations"],
            Self::Named(name) => return words(name, tongue).to_owned(),
        };
        if tongue == Tongue::Vietnamese { vi.to_owned() } else { en.to_owned() }
    }
}

/// The words of a text in a tongue, or those that bind.
pub(super) fn words(text: &Text, tongue: Tongue) -> &str {
    match tongue {
        Tongue::Vietnamese => text.original(),
        Tongue::English => text.read(Language::EN, Language::VI).words,
    }
}
