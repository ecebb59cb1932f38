//! How many people to ask when a survey round is planned: n = N / (1 + N·e²), Yamane's formula, which the
//! Ministry of Home Affairs recommends. It holds for a random sample and one share; those who answer a printed
//! code are no such sample, so it is a help for planning and says nothing of results.

/// How far off a share may be, in thousandths: 50 is 5 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin(u16);

impl Margin {
    /// From 1 to 500 thousandths.
    pub fn per_mille(thousandths: u16) -> Option<Self> {
        (1..=500).contains(&thousandths).then_some(Self(thousandths))
    }

    /// How many of a population to ask, rounded up. Whole numbers throughout, since 1/(1 + N·e²) in floating
    /// point rounds exact answers up by one.
    pub fn sample_size(self, population: u64) -> u64 {
        let (population, margin) = (u128::from(population), u128::from(self.0));
        let size = (population * 1_000_000).div_ceil(1_000_000 + population * margin * margin);
        // No more than the population, so it fits.
        u64::try_from(size).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_ministry() {
        let five = Margin::per_mille(50).unwrap();
        let sizes = [(0, 0), (1, 1), (400, 200), (500, 223), (2_000, 334), (u64::MAX, 400)];
        for (population, size) in sizes {
            assert_eq!(five.sample_size(population), size, "{population}");
        }
        assert_eq!((Margin::per_mille(0), Margin::per_mille(501)), (None, None));
    }
}
