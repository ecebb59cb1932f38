//! Which trigrams a text holds, in so few bits that an index can hold them. A long list is searched by passing over what
//! cannot hold the words that are looked for; what is left is read and compared. Superimposed coding, as it has been
//! done since there are punched cards: plain numbers and `|`, which every database understands.

/// 256 bits, one or more for each trigram; different trigrams may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trigrams(pub(super) [i64; 4]);

impl Trigrams {
    /// Those of a folded text. The bits are kept in databases: another way to choose them needs another step of the
    /// format.
    pub(super) fn of(folded: &str) -> Self {
        let mut bits = [0_i64; 4];
        let mut last = [0_u64; 3];
        for (at, sign) in folded.chars().enumerate() {
            last = [last[1], last[2], u64::from(u32::from(sign))];
            if at < 2 {
                continue;
            }
            // A sign has at most 21 bits. The multiplier is that of Fibonacci hashing: 2⁶⁴ over the golden ratio.
            let trigram = last[0] << 42 | last[1] << 21 | last[2];
            let bit = trigram.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56;
            bits[usize::try_from(bit / 64).unwrap_or_default()] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    /// Whether a text with these trigrams may hold one with those.
    #[cfg(test)]
    fn may_hold(self, sought: Self) -> bool {
        self.0.iter().zip(sought.0).all(|(bits, sought)| bits | !sought == -1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_part_of_a_text_is_never_passed_over(text in "[a-z ,]{0,80}", more in ".{0,9}", from in 0..80_usize, until in 0..80_usize) {
            let signs: Vec<char> = format!("{text}{more}").chars().collect();
            let (from, until) = (from.min(until).min(signs.len()), from.max(until).min(signs.len()));
            let part: String = signs[from..until].iter().collect();
            let whole: String = signs.into_iter().collect();
            prop_assert!(Trigrams::of(&whole).may_hold(Trigrams::of(&part)));
        }
    }

    #[test]
    fn most_of_what_a_text_does_not_hold_is_passed_over() {
        let text = "toi den bo phan mot cua tu sang, cho gan hai gio moi duoc nhan ho so; can bo huong dan phai photo them";
        let held = Trigrams::of(text);
        for part in ["mot cua", "photo", "cho gan hai gio", "ho", ""] {
            assert!(held.may_hold(Trigrams::of(part)), "{part}");
        }
        for other in
            ["khong co o dau", "mat so do", "le phi", "dien thoai", "thai do cua nhan vien"]
        {
            assert!(!held.may_hold(Trigrams::of(other)), "{other}");
        }
        // Whoever changes the bits makes rows unfindable that are there already.
        let first = Trigrams::of("mot cua").0;
        assert_eq!(first, [4_194_304, 288_230_410_511_450_112, 0, 36_028_865_738_440_704]);
    }
}
