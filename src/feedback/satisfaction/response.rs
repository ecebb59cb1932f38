//! How many of those who could have rated did. Only where the transactions of the period are known.

/// A response rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// How many ratings.
    pub ratings: u64,
    /// How many transactions in the same period at the same place.
    pub transactions: u64,
    /// In per cent. No interval goes with it: both numbers are counted, not estimated.
    pub percent: f64,
}

/// Why no rate is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoResponse {
    /// Nobody could have rated.
    #[error("no transactions")]
    NoTransactions,
    /// More ratings than transactions: either number is wrong, or people rated who had no transaction.
    #[error("{ratings} ratings of {transactions} transactions")]
    MoreRatings {
        /// Ratings.
        ratings: u64,
        /// Transactions.
        transactions: u64,
    },
}

impl Response {
    /// The rate of ratings to transactions.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn of(ratings: u64, transactions: u64) -> Result<Self, NoResponse> {
        if ratings > transactions {
            return Err(NoResponse::MoreRatings { ratings, transactions });
        }
        if transactions == 0 {
            return Err(NoResponse::NoTransactions);
        }
        let percent = 100.0 * ratings as f64 / transactions as f64;
        Ok(Self { ratings, transactions, percent })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_needs_transactions_and_no_more_ratings_than_those() {
        assert!((Response::of(39_765, 40_230).unwrap().percent - 98.844_146).abs() < 1e-6);
        assert_eq!(Response::of(0, 0), Err(NoResponse::NoTransactions));
        let more = NoResponse::MoreRatings { ratings: 3, transactions: 2 };
        assert_eq!(Response::of(3, 2), Err(more));
    }
}
