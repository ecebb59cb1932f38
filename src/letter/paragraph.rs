//! A paragraph and how it stands.

use super::PercentBar;

/// Where lines stand between the margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
    /// At both sides.
    Both,
}

/// Some words in one hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words; a line break is `\n`.
    pub words: String,
    /// In bold.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
    /// The size in points; none for that of the text.
    pub size: Option<u8>,
    /// What a browser draws in place of the words.
    pub bar: Option<PercentBar>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words.
    pub runs: Vec<Run>,
    /// Where its lines stand.
    pub align: Align,
    /// Whether its first line begins a centimetre to the right.
    pub indented: bool,
    /// Room above, in points.
    pub above: u8,
    /// Room below, in points.
    pub below: u8,
    /// Whether it stays on the page of what follows.
    pub kept_with_next: bool,
    /// The level of a heading, from 1.
    pub heading: Option<u8>,
    /// A line below it, this many millimetres in from both sides.
    pub rule: Option<u8>,
}

impl Run {
    /// Plain words.
    pub fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in italics.
    #[must_use]
    pub fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The same, drawn where it can be.
    #[must_use]
    pub fn drawn(self, bar: PercentBar) -> Self {
        Self { bar: Some(bar), ..self }
    }

    /// The same in a size, in points.
    #[must_use]
    pub fn sized(self, size: u8) -> Self {
        Self { size: Some(size), ..self }
    }
}

impl Paragraph {
    /// A paragraph of a running text: both margins, the first line indented.
    pub fn text(words: impl Into<String>) -> Self {
        Self {
            runs: vec![Run::of(words)],
            align: Align::Both,
            indented: true,
            below: 6,
            ..Self::default()
        }
    }

    /// A paragraph of one run.
    pub fn of(run: Run) -> Self {
        Self { runs: vec![run], ..Self::default() }
    }

    /// A heading of a level, from 1.
    pub fn heading(level: u8, words: impl Into<String>) -> Self {
        let run = Run::of(words).bold();
        let (above, below) = (12, 6);
        Self { above, below, kept_with_next: true, heading: Some(level), ..Self::of(run) }
    }

    /// The same in the middle.
    #[must_use]
    pub fn centred(self) -> Self {
        Self { align: Align::Centre, ..self }
    }

    /// Its words without their hand.
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }
}
