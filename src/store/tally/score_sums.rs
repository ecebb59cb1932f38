//! Sums from which means, shares and their 95 % intervals follow, for one question, for a group of them
//! and for the whole, also where ratings pass over some questions.

use std::fmt;
use std::ops::AddAssign;

/// Sums over the ratings that scored both questions of a pair. Where a pair is one question taken twice,
/// `first` and `second` are its sum and `product` is its sum of squares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScoreSums {
    /// How many ratings scored both.
    pub n: i64,
    /// The sum of the scores of the first question.
    pub first: i64,
    /// The sum of the scores of the second question.
    pub second: i64,
    /// The sum of the products of the two scores.
    pub product: i64,
}

impl ScoreSums {
    /// Whether it adds nothing.
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

impl AddAssign for ScoreSums {
    fn add_assign(&mut self, other: Self) {
        self.n += other.n;
        self.first += other.first;
        self.second += other.second;
        self.product += other.product;
    }
}

impl fmt::Display for ScoreSums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { n, first, second, product } = self;
        write!(f, "n {n:+}, sums {first:+} and {second:+}, product {product:+}")
    }
}
