//! How much dirt and damage a symbol bears.
//!
//! A higher level bears a bigger blot and needs more modules; what limits the distance is the size of a module.
//! So a caller states the least level that it accepts, and the encoder raises it for free where the version allows.

use std::fmt;

/// An error correction level of ISO/IEC 18004, by the letter the standard gives it; ordered from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// About 7 % of the codewords can be restored.
    L,
    /// About 15 %: labels, notice-board rows.
    M,
    /// About 25 %: sheets that hang at a counter.
    Q,
    /// About 30 %.
    H,
}

impl Level {
    /// All levels, from weak to strong.
    pub const ALL: [Self; 4] = [Self::L, Self::M, Self::Q, Self::H];

    /// The same level as the encoder names it.
    pub(super) fn to_encoder(self) -> qrcode::EcLevel {
        match self {
            Self::L => qrcode::EcLevel::L,
            Self::M => qrcode::EcLevel::M,
            Self::Q => qrcode::EcLevel::Q,
            Self::H => qrcode::EcLevel::H,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::L => "L",
            Self::M => "M",
            Self::Q => "Q",
            Self::H => "H",
        })
    }
}
