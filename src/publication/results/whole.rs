//! All that is published back, and all that was prepared to be.

use super::{ApologyRegister, Bulletin, Dialogue, OfficialIndex, Performance};

/// Everything of bulletins, official indices, performance and dialogues.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Signed bulletins, by period, the oldest first. Pages are made of these alone.
    pub bulletins: Vec<Bulletin>,
    /// Bulletins that nobody signed yet. No page shows them, but what they say counts as said when it is decided what
    /// may be shown.
    pub drafts: Vec<Bulletin>,
    /// Official indices, in order of id.
    pub official: Vec<OfficialIndex>,
    /// Files in time, by period, the oldest first.
    pub performance: Vec<Performance>,
    /// Dialogues, the oldest first.
    pub dialogues: Vec<Dialogue>,
    /// Signed registers of apologies, by period and agency, the oldest first.
    pub apologies: Vec<ApologyRegister>,
}

impl Results {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.bulletins.is_empty()
            && self.official.is_empty()
            && self.performance.is_empty()
            && self.dialogues.is_empty()
    }

    /// The hash of all that pages show of it.
    pub fn mark(&self) -> [u8; 16] {
        let shown = (
            (&self.bulletins, &self.official, &self.performance, &self.dialogues),
            &self.apologies,
        );
        let mut mark = [0; 16];
        // What these types show of themselves holds every field, in an order that never changes.
        let hash = blake3::hash(format!("{shown:?}").as_bytes());
        mark.copy_from_slice(&hash.as_bytes()[..16]);
        mark
    }
}
