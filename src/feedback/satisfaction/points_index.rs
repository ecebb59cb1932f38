//! The 0/1/2 score of one index as the rules on it reckon: the points of all files divided by the number of files,
//! rounded to so many decimals. Whole numbers throughout, so that 3.45 is rounded as on paper.

use std::fmt;

use super::{Criterion, IndexError, Method, Sheet, scored::Scored};

/// Points per file, rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointsIndex {
    /// The points, in the smallest unit that is shown.
    pub points: Decimal,
    /// How many answers are behind it.
    pub n: u64,
}

/// A number with a fixed count of decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal {
    /// The number without its point: 35 for 3.5.
    pub digits: u64,
    /// How many of the digits stand behind the point.
    pub decimals: u8,
}

impl Decimal {
    /// The quotient rounded to so many decimals, halves up; none of nothing.
    pub fn quotient(sum: u64, n: u64, decimals: u8) -> Option<Self> {
        let unit = 10_u128.checked_pow(u32::from(decimals))?;
        let (sum, n) = (u128::from(sum), u128::from(n));
        let digits = sum.checked_mul(unit)?.checked_mul(2)?.checked_add(n)?.checked_div(2 * n)?;
        Some(Self { digits: u64::try_from(digits).ok()?, decimals })
    }
}

impl fmt::Display for Decimal {
    /// `3.5`; the comma of Vietnamese is put by whoever shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.saturating_pow(u32::from(self.decimals));
        write!(f, "{}", self.digits / unit)?;
        if self.decimals == 0 {
            return Ok(());
        }
        write!(f, ".{:0width$}", self.digits % unit, width = usize::from(self.decimals))
    }
}

impl PointsIndex {
    /// The index of a criterion with points; none where nobody answered.
    pub fn of(
        sheet: &Sheet,
        criterion: &Criterion,
        decimals: u8,
    ) -> Result<Option<Self>, IndexError> {
        let scored = Scored::read(sheet, criterion, Method::Points012)?;
        let answers = sheet.answers.get(&criterion.question).into_iter().flatten();
        let points = answers.filter_map(|(answer, times)| {
            Some(u64::from(criterion.scoring.score(answer)?) * times)
        });
        let rounded = Decimal::quotient(points.sum(), scored.n, decimals);
        Ok(rounded.map(|points| Self { points, n: scored.n }))
    }
}
