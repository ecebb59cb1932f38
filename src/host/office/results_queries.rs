//! What the store is asked for a page of results, and what comes back. Of an agency always the whole year by month, whatever
//! is shown: what is withheld goes by what any page of the year shows.

use super::asked::Asked;
use super::reach;
use super::results_choice::ResultsChoice;
use super::results_place::ResultsPlace;
use super::seat::Seat;
use crate::feedback::satisfaction::{IndexError, Overview, Portion, ReportingPeriod, View};
use crate::store::{SheetGrain, SheetQuery, SheetUnit, Store, StoreError, UnitSheet};
use crate::text::{Date, Slug};

/// The queries of a page.
pub(super) struct ResultsQueries {
    /// Apart by what the page sets side by side; with all months where the next two are none.
    units: SheetQuery,
    /// The whole by month. Procedures are counted by day, and to read every answer of a year would take too long.
    months: Option<SheetQuery>,
    /// How many ratings of each unit in each month of the year, where something may have to be withheld.
    counts: Option<SheetQuery>,
}

/// What was found.
pub(super) struct ResultsFound {
    units: Vec<UnitSheet>,
    months: Option<Vec<UnitSheet>>,
    counts: Option<Vec<UnitSheet>>,
}

impl ResultsQueries {
    /// What is asked for a place; `fewest` ratings may be shown.
    pub(super) fn of(
        asked: Asked<'_>,
        seat: &Seat,
        place: &ResultsPlace,
        choice: &ResultsChoice<'_>,
        fewest: u64,
    ) -> Self {
        let year = ReportingPeriod::Year(choice.period.year());
        let of_year = |grain, agency: &Slug| SheetQuery {
            by_month: true,
            ..SheetQuery::new(grain, year).of([agency.clone()])
        };
        let alone = |units| Self { units, months: None, counts: None };
        match place {
            ResultsPlace::All => alone(SheetQuery {
                ways: Some(choice.ways.clone()),
                pairs: false,
                ..SheetQuery::new(SheetGrain::Agency, choice.period)
                    .of(reach::agencies(asked.visit, seat))
            }),
            ResultsPlace::Agency(agency) | ResultsPlace::Counter(agency, _) => {
                alone(of_year(SheetGrain::Counter, agency))
            }
            ResultsPlace::Procedures(agency) => {
                let ways = Some(choice.ways.clone());
                let counts =
                    SheetQuery { ratings_only: true, ..of_year(SheetGrain::Procedure, agency) };
                Self {
                    units: SheetQuery {
                        ways: ways.clone(),
                        ..SheetQuery::new(SheetGrain::Procedure, choice.period).of([agency.clone()])
                    },
                    months: Some(SheetQuery { ways, ..of_year(SheetGrain::Agency, agency) }),
                    counts: (fewest > 1).then_some(counts),
                }
            }
        }
    }

    /// Asks the store.
    pub(super) fn read(&self, store: &dyn Store) -> Result<ResultsFound, StoreError> {
        let ask =
            |query: &Option<SheetQuery>| query.as_ref().map(|it| store.sheets(it)).transpose();
        Ok(ResultsFound {
            units: store.sheets(&self.units)?,
            months: ask(&self.months)?,
            counts: ask(&self.counts)?,
        })
    }
}

impl ResultsFound {
    /// What is shown of it, without months that are not over.
    pub(super) fn overview(self, until: Date, view: &View<'_>) -> Result<Overview, IndexError> {
        let units = portions(self.units, until);
        let Some(months) = self.months else { return Overview::of(&units, view) };
        let months = portions(months, until);
        let counts = self.counts.map(|counts| portions(counts, until)).unwrap_or_default();
        Overview::over(&units, &months, &counts, view)
    }
}

fn portions(found: Vec<UnitSheet>, until: Date) -> Vec<Portion> {
    let over =
        found.into_iter().filter(|one| one.period.last_day().is_some_and(|last| last <= until));
    over.map(|UnitSheet { unit, period, sheet }| {
        let unit = match unit {
            SheetUnit::Whole => String::new(),
            SheetUnit::Agency(id) | SheetUnit::Counter { counter: id, .. } => id.to_string(),
            SheetUnit::Procedure(code) => {
                code.as_ref().map_or_else(String::new, ToString::to_string)
            }
        };
        Portion { unit, period, sheet }
    })
    .collect()
}
