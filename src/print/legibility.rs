//! Whether a printed symbol can be read: by the width of its modules, which is what printers and cameras resolve.
//!
//! A printer wants four dots to a module, a telephone three pixels from where people stand. Both follow from the width
//! of a module, none from the error level.

use crate::symbol::{QUIET_ZONE, Symbol};

/// Modules narrower than this are not printed, in millimetres: a common printer smears them.
const REFUSED: f64 = 0.5;

/// Modules narrower than this are printed with a warning, except in rows of a board.
const DOUBTFUL: f64 = 0.75;

/// Telephones see a module at this multiple of its width, with weak cameras.
const REACH: f64 = 300.0;

/// How a printed symbol reads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Legibility {
    /// Well.
    Good,
    /// Its modules are this wide in millimetres, which is little for common printers.
    Fine(f64),
    /// It reads from so many millimetres, and people stand farther away.
    Near(f64),
    /// Its modules are this wide in millimetres, which cannot be printed.
    Unprintable(f64),
}

impl Legibility {
    /// How a symbol reads that is `width` millimetres wide with its quiet zone, from `distance` millimetres. In a row
    /// of a board fine modules are expected, since people step up to it.
    pub fn of(symbol: &Symbol, width: f64, distance: f64, in_row: bool) -> Self {
        let modules = u32::try_from(symbol.width() + 2 * QUIET_ZONE).unwrap_or(u32::MAX);
        let module = width / f64::from(modules);
        if module < REFUSED {
            Self::Unprintable(module)
        } else if module < DOUBTFUL && !in_row {
            Self::Fine(module)
        } else if module * REACH < distance {
            Self::Near(module * REACH)
        } else {
            Self::Good
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Paper, SheetKind};
    use super::*;
    use crate::symbol::Level;

    const LINK: &str = "https://GOPY.PHUONGBENNGHE.GOV.VN/Q/7K3M9PQ";

    #[test]
    fn modules_are_judged_by_width_and_distance() {
        let symbol = Symbol::encode(LINK, Level::Q).unwrap(); // version 4: 41 modules with the zone
        let of = |width, distance, in_row| Legibility::of(&symbol, width, distance, in_row);
        assert_eq!(of(41.0, 300.0, false), Legibility::Good);
        assert_eq!(of(41.0, 301.0, false), Legibility::Near(300.0));
        assert!(matches!(of(28.7, 100.0, false), Legibility::Fine(module) if module < 0.75));
        assert_eq!(of(28.7, 100.0, true), Legibility::Good);
        assert!(matches!(of(20.0, 100.0, true), Legibility::Unprintable(_)));
    }

    #[test]
    fn no_sheet_of_ours_makes_a_common_address_unreadable() {
        for kind in SheetKind::ALL {
            let symbol = Symbol::encode(LINK, kind.level()).unwrap();
            assert_eq!(kind.legibility(Paper::A4, &symbol), Legibility::Good, "{kind:?}");
        }
        let long =
            "https://NIEMYET.MINHHOA.GOV.VN/thu-tuc/1.000894.html?chi-tiet=rat-dai-dong-day-dac";
        let symbol = Symbol::encode(long, Level::M).unwrap();
        assert_eq!(symbol.version(), 5);
        assert_eq!(SheetKind::Board.legibility(Paper::A4, &symbol), Legibility::Good);
    }
}
