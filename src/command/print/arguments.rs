//! What can be typed after `niemyet print`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[cfg(feature = "pdf")]
use crate::print::LabelSheet;
use crate::print::{Paper, SheetKind};
use crate::text::{Date, Language};

/// What is printed, and how.
#[derive(Debug, Args)]
pub(in crate::command) struct PrintArguments {
    /// Which sheets.
    #[arg(value_enum, default_value = "all")]
    pub what: What,
    /// Only of this agency, such as phuong-vi-du.
    #[arg(long)]
    pub agency: Option<String>,
    /// Only of this counter, such as phuong-vi-du/quay-1; a board then lists what that counter handles.
    #[arg(long)]
    pub counter: Option<String>,
    /// Only of this procedure, such as 1.000894.
    #[arg(long)]
    pub procedure: Option<String>,
    /// The survey on slips; the one behind the printed codes if left out.
    #[arg(long)]
    pub survey: Option<String>,
    /// The paper of posters, boards, procedures and notices.
    #[arg(long, value_enum, default_value = "a4")]
    pub size: Size,
    /// The language: vi, en, or both, the site's first in large letters.
    #[arg(long, default_value = "vi")]
    pub language: Languages,
    /// How labels lie on their sheet.
    #[arg(long, value_enum, default_value = "l21")]
    pub preset: Preset,
    /// How many labels of the first sheet are used up already.
    #[arg(long, default_value_t = 0)]
    pub skip: u16,
    /// Moves labels by so many millimetres to the right and down, such as 1.5,-0.5.
    #[arg(long, default_value = "0,0", allow_hyphen_values = true, value_parser = offset)]
    pub offset: (f64, f64),
    /// Draws only the outlines of labels, to be held against a sheet of them.
    #[arg(long)]
    pub outline: bool,
    /// How many slips with one-time codes.
    #[arg(long, short, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub n: u16,
    /// For how many days after today the codes on slips are good.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(i32).range(0..=200))]
    pub days: i32,
    /// Sets slips for a receipt printer with 80 mm paper, rather than eight on an A4 sheet.
    #[arg(long)]
    pub roll: bool,
    /// Leaves out the page of advice on hanging and checking.
    #[arg(long)]
    pub no_cover: bool,
    /// Writes the posters as HTML, to be printed by a browser, and nothing else.
    #[arg(long)]
    pub html: bool,
    /// Also writes what the theme's files read, as JSON beside each PDF: for whoever draws sheets.
    #[arg(long)]
    pub facts: bool,
    /// Tells each warning, such as a symbol that is hard to read from afar, and not only how many there are.
    #[arg(long)]
    pub warnings: bool,
    /// Only sheets that differ from what the log says was printed last.
    #[arg(long)]
    pub stale: bool,
    /// Writes into printed-sheets.yaml that these sheets are now printed and hang.
    #[arg(long)]
    pub record: bool,
    /// Print although the site's address is not one that print may carry; every sheet says so.
    #[arg(long)]
    pub trial: bool,
    /// One PDF for all, where it ends in .pdf; else a folder with one for each. `sheets` in the output folder
    /// if left out.
    #[arg(long, short)]
    pub out: Option<PathBuf>,
    /// The day to print, such as 2027-03-01; today if left out.
    #[arg(long, value_parser = crate::command::flags::date)]
    pub as_of: Option<Date>,
}

/// Which sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum What {
    /// A poster for each counter.
    Posters,
    /// A folded sheet for each counter's desk.
    Tents,
    /// Labels with a counter's code.
    Labels,
    /// What hangs on the notice board: all procedures of an agency, or of a counter.
    Board,
    /// One procedure in full.
    Procedure,
    /// A survey on paper for each counter.
    Survey,
    /// Where petitions are received, for each agency.
    Notice,
    /// Slips with one-time codes of a counter, handed out with receipts: `--counter`, `-n`, and a file.
    Slips,
    /// All of these but labels, procedures and slips.
    All,
}

impl What {
    pub(super) fn kinds(self) -> Vec<SheetKind> {
        match self {
            Self::Posters => vec![SheetKind::Poster],
            Self::Tents => vec![SheetKind::Tent],
            Self::Labels => vec![SheetKind::Labels],
            Self::Board => vec![SheetKind::Board],
            Self::Procedure => vec![SheetKind::Procedure],
            Self::Survey => vec![SheetKind::Survey],
            Self::Notice => vec![SheetKind::Notice],
            Self::Slips => vec![SheetKind::Slips],
            Self::All => vec![
                SheetKind::Poster,
                SheetKind::Tent,
                SheetKind::Board,
                SheetKind::Survey,
                SheetKind::Notice,
            ],
        }
    }
}

/// The paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum Size {
    A4,
    A3,
}

impl Size {
    /// The paper of a kind of sheet: some are always printed on A4.
    pub(super) fn paper(self, kind: SheetKind) -> Paper {
        match kind {
            SheetKind::Poster | SheetKind::Board | SheetKind::Procedure | SheetKind::Notice
                if self == Self::A3 =>
            {
                Paper::A3
            }
            _ => Paper::A4,
        }
    }
}

/// The languages of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::command) enum Languages {
    /// One.
    One(Language),
    /// The site's first two.
    Both,
}

impl std::str::FromStr for Languages {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "both" => Ok(Self::Both),
            tag => Language::parse(tag).map(Self::One).map_err(|error| error.to_string()),
        }
    }
}

/// Sheets of labels that are sold everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum Preset {
    /// 21 on A4, 63.5 × 38.1 mm.
    L21,
    /// 14 on A4, 99.1 × 38.1 mm.
    L14,
    /// 8 on A4, 99.1 × 67.7 mm.
    L8,
}

impl PrintArguments {
    /// Every kind of sheet of everything, in a language, on A4.
    pub(super) fn for_comparing(language: Languages) -> Self {
        Self {
            what: What::All,
            agency: None,
            counter: None,
            procedure: None,
            survey: None,
            size: Size::A4,
            language,
            preset: Preset::L21,
            skip: 0,
            offset: (0.0, 0.0),
            outline: false,
            n: 1,
            days: 30,
            roll: false,
            no_cover: true,
            html: false,
            facts: false,
            warnings: false,
            stale: false,
            record: false,
            trial: false,
            out: None,
            as_of: None,
        }
    }

    /// How labels lie on their sheet.
    #[cfg(feature = "pdf")]
    pub(super) fn label_sheet(&self) -> LabelSheet {
        let (width, height, columns, rows, left, top, gap_x) = match self.preset {
            Preset::L21 => (63.5, 38.1, 3, 7, 7.2, 15.1, 2.5),
            Preset::L14 => (99.1, 38.1, 2, 7, 4.7, 15.1, 2.5),
            Preset::L8 => (99.1, 67.7, 2, 4, 4.7, 13.1, 2.5),
        };
        LabelSheet {
            width,
            height,
            columns,
            rows,
            left,
            top,
            gap_x,
            gap_y: 0.0,
            skip: self.skip,
            offset_x: self.offset.0,
            offset_y: self.offset.1,
            outline: self.outline,
        }
    }
}

fn offset(text: &str) -> Result<(f64, f64), String> {
    let parse = |part: &str| part.trim().parse::<f64>().ok().filter(|one| one.abs() <= 20.0);
    let parts = text.split_once(',').and_then(|(x, y)| Some((parse(x)?, parse(y)?)));
    parts.ok_or_else(|| "two numbers of at most 20 millimetres, such as 1.5,-0.5".into())
}
