//! What an agency still owes: late files against apologies.

/// Files overdue, and how many of them were apologised for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// Files overdue.
    pub overdue: u64,
    /// Signed apologies for late files.
    pub apologised: u64,
}

impl Owed {
    /// How many are left; none where more were apologised for than the total knows.
    pub fn left(self) -> u64 {
        self.overdue.saturating_sub(self.apologised)
    }

    /// Whether there are more apologies than late files: one of the two figures is wrong.
    pub fn disagrees(self) -> bool {
        self.apologised > self.overdue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_overdue_nine_apologised_leave_three() {
        assert_eq!(Owed { overdue: 12, apologised: 9 }.left(), 3);
        let odd = Owed { overdue: 2, apologised: 3 };
        assert!(odd.disagrees() && odd.left() == 0);
    }
}
