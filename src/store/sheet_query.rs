//! Which results are asked for: of whom, apart by what, for which time. What comes back are the sheets from which
//! figures are reckoned.

use std::collections::BTreeSet;

use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::satisfaction::{ReportingPeriod, Sheet, Way};
use crate::text::Slug;

/// A question for sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetQuery {
    /// Ratings of these agencies; of all if none is told, of none if the set is empty. The store knows no parents:
    /// a province is its agency with those below it.
    pub agencies: Option<BTreeSet<Slug>>,
    /// Only those of this counter.
    pub counter: Option<Slug>,
    /// Only those about this procedure. Such sheets have no pairs.
    pub procedure: Option<ProcedureCode>,
    /// What makes a unit.
    pub grain: SheetGrain,
    /// The time.
    pub period: ReportingPeriod,
    /// Whether each month of the time has sheets of its own.
    pub by_month: bool,
    /// Whether pairs are read where they are counted. Without them intervals of aggregates are wider than need be, and
    /// many units are read faster.
    pub pairs: bool,
    /// Only these ways; all if none is told. They are apart in any case.
    pub ways: Option<BTreeSet<Way>>,
    /// Only how many ratings there are, without a single answer: what is withheld goes by that.
    pub ratings_only: bool,
}

/// What makes a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetGrain {
    /// All agencies asked for are one.
    Whole,
    /// An agency.
    Agency,
    /// A counter of an agency.
    Counter,
    /// A procedure, at whichever of the agencies and counters asked for. Such sheets have no pairs.
    Procedure,
}

/// Of whom a sheet is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetUnit {
    /// All agencies asked for.
    Whole,
    /// An agency.
    Agency(Slug),
    /// A counter of an agency.
    Counter {
        /// The agency.
        agency: Slug,
        /// The counter.
        counter: Slug,
    },
    /// A procedure; none for ratings that are about none.
    Procedure(Option<ProcedureCode>),
}

/// What was counted of a unit in a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSheet {
    /// The unit.
    pub unit: SheetUnit,
    /// The time: that of the query, or a month of it.
    pub period: ReportingPeriod,
    /// Of one version of one survey, by one way. A sheet without a rating is never there.
    pub sheet: Sheet,
}

impl SheetQuery {
    /// Everything of a period, apart by `grain`.
    pub fn new(grain: SheetGrain, period: ReportingPeriod) -> Self {
        Self {
            agencies: None,
            counter: None,
            procedure: None,
            grain,
            period,
            by_month: false,
            pairs: true,
            ways: None,
            ratings_only: false,
        }
    }

    /// The same of these agencies only.
    #[must_use]
    pub fn of(self, agencies: impl IntoIterator<Item = Slug>) -> Self {
        Self { agencies: Some(agencies.into_iter().collect()), ..self }
    }

    /// Whether pairs are read.
    pub(super) fn has_pairs(&self) -> bool {
        self.pairs && !self.by_procedure() && !self.ratings_only
    }

    /// Whether it takes the tally that knows procedures.
    pub(super) fn by_procedure(&self) -> bool {
        self.grain == SheetGrain::Procedure || self.procedure.is_some()
    }
}
