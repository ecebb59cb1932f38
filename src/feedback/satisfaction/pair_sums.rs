//! What is known of two questions together, over the ratings that scored both. From it follows how much an
//! aggregate may be off: answers of one person are alike, so criteria do not err independently.

/// Sums over the ratings that scored both questions of a pair, in raw scores (levels or points).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairSums {
    /// How many ratings scored both.
    pub n: u64,
    /// The sum of the scores of the first question.
    pub first: u64,
    /// The sum of the scores of the second question.
    pub second: u64,
    /// The sum of the products of the two scores.
    pub product: u64,
    /// The same for the two best levels, where that was counted. The store does not count it yet.
    pub top: Option<TopSums>,
}

/// How often the two best levels were chosen, over the ratings that scored both questions of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopSums {
    /// In the first question.
    pub first: u64,
    /// In the second question.
    pub second: u64,
    /// In both.
    pub both: u64,
}

impl PairSums {
    /// Adds those of other ratings. What was counted of one part only is known of neither.
    pub(super) fn add(&mut self, other: &Self) {
        self.top = match (self.top, other.top) {
            (Some(one), Some(other)) => Some(TopSums {
                first: one.first + other.first,
                second: one.second + other.second,
                both: one.both + other.both,
            }),
            _ => None,
        };
        self.n += other.n;
        self.first += other.first;
        self.second += other.second;
        self.product += other.product;
    }

    /// Takes away those of a part; none if the part is more than the whole.
    pub(super) fn minus(&self, part: &Self) -> Option<Self> {
        let top = match (self.top, part.top) {
            (Some(all), Some(part)) => Some(TopSums {
                first: all.first.checked_sub(part.first)?,
                second: all.second.checked_sub(part.second)?,
                both: all.both.checked_sub(part.both)?,
            }),
            _ => None,
        };
        Some(Self {
            n: self.n.checked_sub(part.n)?,
            first: self.first.checked_sub(part.first)?,
            second: self.second.checked_sub(part.second)?,
            product: self.product.checked_sub(part.product)?,
            top,
        })
    }
}
