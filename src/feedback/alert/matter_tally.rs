//! How many matters of each kind.

use serde::{Deserialize, Serialize};

use super::Audience;
use crate::feedback::matter::MatterKind;

/// Counts by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterTally {
    /// Phản ánh, kiến nghị.
    pub petitions: u64,
    /// Báo tin: reports of what was asked for beyond the list.
    pub reports: u64,
    /// Pages that are wrong.
    pub page_errors: u64,
}

impl MatterTally {
    /// Adds so many of a kind.
    pub fn add(&mut self, kind: MatterKind, n: u64) {
        let of_kind = match kind {
            MatterKind::Petition => &mut self.petitions,
            MatterKind::Report => &mut self.reports,
            MatterKind::PageError => &mut self.page_errors,
        };
        *of_kind = of_kind.saturating_add(n);
    }

    /// All kinds together.
    pub fn total(&self) -> u64 {
        self.petitions.saturating_add(self.reports).saturating_add(self.page_errors)
    }

    /// What an audience may know of.
    #[must_use]
    pub fn as_read_by(self, audience: Audience) -> Self {
        match audience {
            Audience::Leader => self,
            Audience::Officers => Self { reports: 0, ..self },
        }
    }
}
