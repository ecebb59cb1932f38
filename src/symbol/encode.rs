//! From a text to the smallest symbol that carries it, and the proof that it does.
//!
//! A smaller version buys more reading distance than a higher level does, so the version comes first: the smallest
//! that fits the level asked for. Then the level is raised as long as the version stays the same. Versions above 6
//! are refused: on a label their modules are smaller than a phone at arm's length resolves.

use qrcode::bits::Bits;
use qrcode::optimize::{Optimizer, Parser, Segment};
use qrcode::types::Mode;
use qrcode::{Color, QrCode, Version};

use super::{Level, SymbolError, decode};

/// The largest version that is made.
const LARGEST: u8 = 6;

/// Pixels to a module when a symbol is read back to prove it.
const PROOF_SCALE: u32 = 4;

/// A QR symbol: a square of dark and light modules that carries one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    text: String,
    version: u8,
    level: Level,
    width: usize,
    dark: Vec<bool>,
}

impl Symbol {
    /// Encodes `text` at `floor` or better. Text beyond ASCII is stored as UTF-8, which phones guess well.
    ///
    /// Errors: [`SymbolError::Empty`], [`SymbolError::TooLong`].
    pub fn encode(text: &str, floor: Level) -> Result<Self, SymbolError> {
        if text.is_empty() {
            return Err(SymbolError::Empty);
        }
        let version = (1..=LARGEST).find(|version| fill(text, *version, floor).is_some());
        let version =
            version.ok_or_else(|| SymbolError::TooLong { text: text.to_owned(), level: floor })?;
        let (level, bits) = Level::ALL
            .into_iter()
            .rev()
            .take_while(|level| *level >= floor)
            .find_map(|level| fill(text, version, level).map(|bits| (level, bits)))
            .ok_or_else(|| SymbolError::TooLong { text: text.to_owned(), level: floor })?;
        let code = QrCode::with_bits(bits, level.to_encoder()).map_err(|refusal| {
            SymbolError::Unreadable { text: text.to_owned(), reason: refusal.to_string() }
        })?;
        let width = code.width();
        let dark = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { text: text.to_owned(), version, level, width, dark })
    }

    /// Encodes `text`, draws it, reads the drawing with an independent decoder and compares: the only way to get
    /// a symbol that is to be printed or published.
    ///
    /// Errors: those of [`Symbol::encode`], and [`SymbolError::Unreadable`] where the text does not come back.
    pub fn proved(text: &str, floor: Level) -> Result<Self, SymbolError> {
        let symbol = Self::encode(text, floor)?;
        let reason = match decode(&symbol.raster(PROOF_SCALE)?) {
            Ok(read) if read == text => return Ok(symbol),
            Ok(read) => format!("it reads {read:?}"),
            Err(error) => error.to_string(),
        };
        Err(SymbolError::Unreadable { text: text.to_owned(), reason })
    }

    /// The text that it carries.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The version, 1 to 6.
    pub fn version(&self) -> u8 {
        self.version
    }

    /// The level it was made at: the floor asked for, or better.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Modules to a side, without the quiet zone: 21 for version 1, 4 more for each next one.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether the module in column `x` of row `y`, from the top left, is dark; outside the symbol all is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.width && self.dark.get(y * self.width + x).copied().unwrap_or(false)
    }

    /// The horizontal runs of dark modules as (x, y, length), row by row.
    pub(super) fn runs(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.dark.chunks(self.width.max(1)).enumerate().flat_map(|(y, row)| {
            let mut x = 0;
            row.chunk_by(|left, right| left == right).filter_map(move |run| {
                let start = x;
                x += run.len();
                run.first().is_some_and(|dark| *dark).then_some((start, y, run.len()))
            })
        })
    }
}

/// The bits of `text` in a symbol of this version and level, or none where they do not fit.
fn fill(text: &str, version: u8, level: Level) -> Option<Bits> {
    let version = Version::Normal(i16::from(version));
    let mut bits = Bits::new(version);
    bits.push_segments(text.as_bytes(), segments(text, version)).ok()?;
    bits.push_terminator(level.to_encoder()).ok()?;
    Some(bits)
}

/// The text cut into runs of one mode each. The encoder takes some pairs of UTF-8 bytes for Shift JIS and would
/// store them as kanji, which reads back as other letters; so kanji becomes bytes.
fn segments(text: &str, version: Version) -> impl Iterator<Item = Segment> {
    let runs = Parser::new(text.as_bytes()).map(|segment| match segment.mode {
        Mode::Kanji => Segment { mode: Mode::Byte, ..segment },
        _ => segment,
    });
    Optimizer::new(runs, version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LINK: &str = "https://GOPY.PHUONGBENNGHE.GOV.VN/Q/7K3M9PQ";

    fn version(text: &str, floor: Level) -> u8 {
        Symbol::encode(text, floor).unwrap().version()
    }

    #[test]
    fn capitals_after_the_scheme_save_versions() {
        assert_eq!(Level::ALL.map(|level| version(LINK, level)), [3, 3, 4, 4]);
        assert_eq!(Level::ALL.map(|level| version(&LINK.to_lowercase(), level)), [3, 4, 4, 5]);
        assert_eq!(Level::ALL.map(|level| version(&LINK.to_uppercase(), level)), [2, 3, 3, 4]);
    }

    #[test]
    fn the_level_rises_while_the_version_stays() {
        let symbol = Symbol::encode("https://GOPY.VN/Q/7K3M9PQ", Level::L).unwrap();
        assert_eq!((symbol.version(), symbol.level(), symbol.width()), (2, Level::Q, 25));
        assert_eq!(Symbol::encode(LINK, Level::Q).unwrap().level(), Level::H);
    }

    #[test]
    fn a_long_host_is_refused_with_advice() {
        let text = format!("https://{}.GOV.VN/Q/7K3M9PQ", "A".repeat(200));
        let error = Symbol::encode(&text, Level::M).unwrap_err();
        assert!(error.to_string().ends_with("shorten the host"), "{error}");
        assert!(matches!(Symbol::encode("", Level::M), Err(SymbolError::Empty)));
    }

    #[test]
    fn runs_cover_the_dark_modules_and_no_others() {
        let symbol = Symbol::encode(LINK, Level::Q).unwrap();
        let mut drawn = vec![false; symbol.width() * symbol.width()];
        for (x, y, length) in symbol.runs() {
            assert!(!symbol.is_dark(x + length, y) && (x == 0 || !symbol.is_dark(x - 1, y)));
            drawn[y * symbol.width() + x..][..length].fill(true);
        }
        assert_eq!(drawn, symbol.dark);
        assert!(!symbol.is_dark(symbol.width(), 0) && !symbol.is_dark(0, symbol.width()));
    }

    #[test]
    fn vietnamese_text_is_not_taken_for_kanji() {
        for text in ["Phường Bến Nghé: quầy số 3", "ứng dụng phản ánh kiến nghị"]
        {
            assert_eq!(Symbol::proved(text, Level::M).unwrap().text(), text);
        }
    }

    fn any_level() -> impl Strategy<Value = Level> {
        (0..4_usize).prop_map(|at| Level::ALL[at])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_link_that_encodes_reads_back(
            host in "[A-Z0-9]([A-Z0-9-]{0,20}[A-Z0-9])?(\\.[A-Z]{2,12}){1,3}",
            code in "[2-9A-HJKMNP-TV-Z]{7}",
            small in any::<bool>(),
            floor in any_level(),
        ) {
            let link = format!("https://{host}/Q/{code}");
            let link = if small { link.to_lowercase() } else { link };
            match Symbol::proved(&link, floor) {
                Ok(symbol) => prop_assert!(symbol.level() >= floor),
                Err(error) => prop_assert!(matches!(error, SymbolError::TooLong { .. }), "{}", error),
            }
        }

        #[test]
        fn any_text_that_encodes_reads_back(text in "\\PC{1,40}", floor in any_level()) {
            let proved = Symbol::proved(&text, floor);
            prop_assert!(matches!(proved, Ok(_) | Err(SymbolError::TooLong { .. })), "{:?}", proved);
        }
    }
}
