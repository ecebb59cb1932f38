//! The kinds of sheets, and how large the symbols on each are.

use super::legibility::Legibility;
use crate::symbol::{Level, QUIET_ZONE, Symbol};

/// A kind of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// Hangs at a counter: the counter's symbol, large.
    Poster,
    /// Stands on a desk: a sheet folded across, the same on both faces.
    Tent,
    /// A sheet of labels to be stuck on papers and cards.
    Labels,
    /// The notice board: procedures of an agency, or of a counter, by field.
    Board,
    /// One procedure in full.
    Procedure,
    /// A survey on paper, for people without a telephone.
    Survey,
    /// Where petitions are received, on one page.
    Notice,
    /// Slips with one-time codes, handed out with receipts.
    Slips,
}

impl SheetKind {
    /// All kinds, in the order in which they are printed.
    pub const ALL: [Self; 8] = [
        Self::Poster,
        Self::Tent,
        Self::Labels,
        Self::Board,
        Self::Procedure,
        Self::Survey,
        Self::Notice,
        Self::Slips,
    ];

    /// The name: of its file in a theme, of its folder, and in the log of what was printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Tent => "tent",
            Self::Labels => "labels",
            Self::Board => "board",
            Self::Procedure => "procedure",
            Self::Survey => "survey",
            Self::Notice => "notice",
            Self::Slips => "slips",
        }
    }

    /// The kind of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether there is one for each counter.
    pub fn is_of_counter(self) -> bool {
        matches!(self, Self::Poster | Self::Tent | Self::Labels | Self::Survey | Self::Slips)
    }

    /// The level its symbols have at least. What hangs and stands for years gets dirty and is large enough for more.
    pub fn level(self) -> Level {
        match self {
            Self::Poster | Self::Tent => Level::Q,
            _ => Level::M,
        }
    }

    /// From how far its symbol is to be read, in millimetres.
    pub fn reading_distance(self, paper: Paper) -> f64 {
        match self {
            Self::Poster | Self::Notice if paper == Paper::A3 => 1_000.0,
            Self::Poster => 600.0,
            Self::Tent => 500.0,
            Self::Notice => 300.0,
            Self::Labels | Self::Survey | Self::Procedure | Self::Slips => 200.0,
            Self::Board => 150.0,
        }
    }

    /// How wide its symbol is printed, quiet zone included, in millimetres. A row of a board gives a larger symbol
    /// more room, since it must not be finer than printers and telephones resolve.
    pub fn symbol_width(self, paper: Paper, symbol: &Symbol) -> f64 {
        match self {
            Self::Poster if paper == Paper::A3 => 150.0,
            Self::Poster => 90.0,
            Self::Tent => 70.0,
            Self::Labels => 32.0,
            Self::Survey | Self::Procedure => 34.0,
            Self::Slips => 36.0,
            Self::Notice if paper == Paper::A3 => 64.0,
            Self::Notice => 45.0,
            Self::Board => {
                let modules = u32::try_from(symbol.width() + 2 * QUIET_ZONE).unwrap_or(u32::MAX);
                (f64::from(modules) * BOARD_MODULE).ceil().max(BOARD_SYMBOL)
            }
        }
    }

    /// How a symbol of this kind of sheet reads.
    pub fn legibility(self, paper: Paper, symbol: &Symbol) -> Legibility {
        Legibility::of(
            symbol,
            self.symbol_width(paper, symbol),
            self.reading_distance(paper),
            self == Self::Board,
        )
    }
}

/// A module in a row of a board, in millimetres: read at arm's length, so finer than elsewhere.
const BOARD_MODULE: f64 = 0.55;

/// The least width of a symbol in a row of a board, in millimetres.
const BOARD_SYMBOL: f64 = 22.0;

/// What is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names of paper sizes")]
pub enum Paper {
    A3,
    A4,
    A5,
    /// Receipt paper, 80 mm wide and as long as what stands on it.
    Roll80,
}

impl Paper {
    /// The short and the long side in millimetres.
    pub fn sides(self) -> (u16, u16) {
        match self {
            Self::A3 => (297, 420),
            Self::A4 => (210, 297),
            Self::A5 => (148, 210),
            Self::Roll80 => (80, 80),
        }
    }

    /// The name, as the typesetter and the log know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::Roll80 => "roll80",
        }
    }
}
