//! Sheets added up from the tallies: answers from tally (d), by procedure from tally (a), pairs from tally (b). No rating is read. What is added up
//! is added up by the database, so what is read grows with the units and not with the days.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cells, Reading};
use super::snapshot::{Snapshot, Value};
use super::tally::ANY;
use super::{SheetGrain, SheetQuery, SheetUnit, StoreError, UnitSheet};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::Mode;
use crate::feedback::satisfaction::{PairSums, ReportingPeriod, Sheet, Way};
use crate::text::Slug;

/// What sheets are apart by, in their order.
type Cell = (SheetUnit, ReportingPeriod, Slug, u16, Way);

/// The columns that every row begins with: two of the unit, the month, survey, version, mode, verified.
const LEADING: usize = 7;

/// The sheets of a query.
pub(super) fn sheets(
    snapshot: &mut dyn Snapshot,
    query: &SheetQuery,
) -> Result<Vec<UnitSheet>, StoreError> {
    if query.agencies.as_ref().is_some_and(BTreeSet::is_empty) {
        return Ok(Vec::new());
    }
    let mut sheets: BTreeMap<Cell, Sheet> = BTreeMap::new();
    let answers = if query.by_procedure() {
        Statement::of(query, "tally_answer", "question, answer", &["n"])
    } else {
        Statement::of_periods(query)
    };
    answers.read(snapshot, &mut |row| {
        let cell = cell(row, query)?;
        let reading = Reading { row, whose: "in tally_answer".into() };
        let n = reading.small(LEADING + 2, "n")?;
        let answer = reading.parse(LEADING + 1, "answer", |word| Some(word.to_owned()))?;
        let sheet = sheets.entry(cell).or_insert_with_key(empty);
        let question = reading.parse(LEADING, "question", |id| match id {
            ANY => Some(None),
            id => Slug::parse(id).ok().map(Some),
        })?;
        match question {
            None => sheet.ratings += n,
            Some(question) => sheet.count(&question, &answer, n),
        }
        Ok(())
    })?;
    if query.has_pairs() {
        for sheet in sheets.values_mut() {
            sheet.pairs = Some(BTreeMap::new());
        }
        let sums = ["n", "sum_first", "sum_second", "sum_product"];
        let scores = Statement::of(query, "tally_score", "question, other", &sums);
        scores.read(snapshot, &mut |row| {
            let reading = Reading { row, whose: "in tally_score".into() };
            if reading.parse(LEADING, "question", |id| Some(id == ANY))? {
                return Ok(());
            }
            let (one, other) =
                (reading.slug(LEADING, "question")?, reading.slug(LEADING + 1, "other")?);
            let sums = PairSums {
                n: reading.small(LEADING + 2, "n")?,
                first: reading.small(LEADING + 3, "sum_first")?,
                second: reading.small(LEADING + 4, "sum_second")?,
                product: reading.small(LEADING + 5, "sum_product")?,
                top: None,
            };
            // Of ratings that tally (a) does not know there is nothing to say.
            if let Some(sheet) = sheets.get_mut(&cell(row, query)?) {
                sheet.pair(&one, &other, &sums);
            }
            Ok(())
        })?;
    }
    Ok(sheets
        .into_iter()
        .filter(|(_, sheet)| sheet.ratings > 0)
        .map(|((unit, period, ..), sheet)| UnitSheet { unit, period, sheet })
        .collect())
}

/// When ratings of an agency came, from tally (c): by month and hour of the day.
pub(super) fn hours(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    year: u16,
) -> Result<BTreeMap<(u32, u8), u64>, StoreError> {
    let sql = "SELECT month, hour, CAST(SUM(n) AS BIGINT) FROM tally_hour \
               WHERE agency = $1 AND held = 0 AND month >= $2 AND month <= $3 GROUP BY month, hour";
    let (first, last) = ReportingPeriod::Year(year).months();
    let values =
        [Value::Text(agency.as_str()), Value::Number(first.into()), Value::Number(last.into())];
    let mut hours = BTreeMap::new();
    snapshot.rows(sql, &values, &mut |row| {
        let cells = Reading { row, whose: "in tally_hour".into() };
        hours.insert((cells.small(0, "month")?, cells.small(1, "hour")?), cells.small(2, "n")?);
        Ok(())
    })?;
    Ok(hours)
}

fn empty((_, _, survey, version, way): &Cell) -> Sheet {
    Sheet::new(survey.clone(), *version, *way)
}

/// The cell of a row, from its leading columns.
fn cell(row: &dyn Cells, query: &SheetQuery) -> Result<Cell, StoreError> {
    let cells = Reading { row, whose: "in a tally".into() };
    let unit = match query.grain {
        SheetGrain::Whole => SheetUnit::Whole,
        SheetGrain::Agency => SheetUnit::Agency(cells.slug(0, "agency")?),
        SheetGrain::Counter => SheetUnit::Counter {
            agency: cells.slug(0, "agency")?,
            counter: cells.slug(1, "counter")?,
        },
        SheetGrain::Procedure => {
            let procedure = cells.parse(0, "procedure", |code| match code {
                "" => Some(None),
                code => ProcedureCode::parse(code).ok().map(Some),
            })?;
            SheetUnit::Procedure(procedure)
        }
    };
    let period = if query.by_month {
        let month: u32 = cells.small(2, "month")?;
        let parts = (u16::try_from(month / 100), u8::try_from(month % 100));
        let (Ok(year), Ok(of)) = parts else {
            return Err(cells.refuse("month", month.to_string()));
        };
        ReportingPeriod::Month(year, of)
    } else {
        query.period
    };
    let way = Way {
        mode: cells.parse(5, "mode", Mode::parse)?,
        verified: cells.number(6, "verified")? != 0,
    };
    Ok((unit, period, cells.slug(3, "survey")?, cells.small(4, "version")?, way))
}

/// A statement and its values, which are numbered in their order.
struct Statement<'a> {
    sql: String,
    values: Vec<Value<'a>>,
}

impl<'a> Statement<'a> {
    /// Adds up `sums` of a table, apart by unit, month, survey, version, way and the columns of `inner`.
    fn of(query: &'a SheetQuery, table: &str, inner: &str, sums: &[&str]) -> Self {
        let by_day = table == "tally_answer";
        let unit = match query.grain {
            SheetGrain::Whole => ["", ""],
            SheetGrain::Agency => ["agency", ""],
            SheetGrain::Counter => ["agency", "counter"],
            SheetGrain::Procedure => ["procedure", ""],
        };
        let month = match (query.by_month, by_day) {
            (false, _) => "",
            (true, true) => "day / 100",
            (true, false) => "month",
        };
        // Where there is no unit or month a constant keeps the place.
        let shown = [unit[0], unit[1], month].map(|one| if one.is_empty() { "0" } else { one });
        let way = "survey, version, mode, verified";
        let groups = unit.into_iter().chain([month, way, inner]);
        let groups: Vec<&str> = groups.filter(|one| !one.is_empty()).collect();
        let totals: Vec<String> =
            sums.iter().map(|sum| format!("CAST(SUM({sum}) AS BIGINT)")).collect();
        let sql = format!(
            "SELECT {}, {way}, {inner}, {} FROM {table} WHERE held = 0",
            shown.join(", "),
            totals.join(", ")
        );
        let mut statement = Self { sql, values: Vec::new() };
        let (first, last) = query.period.months();
        let (column, first, last) =
            if by_day { ("day", first * 100, last * 100 + 99) } else { ("month", first, last) };
        statement.add(&format!(" AND {column} >= ?"), Value::Number(first.into()));
        statement.add(&format!(" AND {column} <= ?"), Value::Number(last.into()));
        if let Some(agencies) = &query.agencies {
            statement
                .any_of(" AND agency IN", agencies.iter().map(|one| Value::Text(one.as_str())));
        }
        if let Some(counter) = &query.counter {
            statement.add(" AND counter = ?", Value::Text(counter.as_str()));
        }
        if let Some(procedure) = &query.procedure {
            statement.add(" AND procedure = ?", Value::Text(procedure.as_str()));
        }
        statement.ways(query);
        if query.ratings_only {
            statement.add(" AND question = ?", Value::Text(ANY));
        }
        let grouped = format!(" GROUP BY {} HAVING SUM(n) <> 0", groups.join(", "));
        statement.sql.push_str(&grouped);
        statement
    }

    /// Adds up tally (d). Every column that its key begins with is given, so that the database finds the rows and reads
    /// no others.
    fn of_periods(query: &'a SheetQuery) -> Self {
        let by_counter = query.grain == SheetGrain::Counter || query.counter.is_some();
        let [agency, counter] = if by_counter { ["scope", "unit"] } else { ["unit", ""] };
        let unit = match query.grain {
            SheetGrain::Whole | SheetGrain::Procedure => ["", ""],
            SheetGrain::Agency => [agency, ""],
            SheetGrain::Counter => [agency, counter],
        };
        let month = if query.by_month { "period" } else { "" };
        let shown = [unit[0], unit[1], month].map(|one| if one.is_empty() { "0" } else { one });
        let way = "survey, version, mode, verified";
        let sql = format!(
            "SELECT {}, {way}, question, answer, CAST(SUM(n) AS BIGINT) FROM tally_period \
             WHERE period IN",
            shown.join(", ")
        );
        let mut statement = Self { sql, values: Vec::new() };
        // Years are counted of agencies only.
        let periods = match query.period {
            ReportingPeriod::Year(year) if !query.by_month && !by_counter => vec![u32::from(year)],
            period => period.each_month().map(|month| month.months().0).collect(),
        };
        statement.any_of("", periods.into_iter().map(|period| Value::Number(period.into())));
        let agencies = query.agencies.iter().flatten().map(|one| Value::Text(one.as_str()));
        match (&query.agencies, by_counter) {
            (None, true) => statement.sql.push_str(" AND scope <> ''"),
            (Some(_), true) => statement.any_of(" AND scope IN", agencies),
            (None, false) => statement.sql.push_str(" AND scope = ''"),
            (Some(_), false) => statement.any_of(" AND scope = '' AND unit IN", agencies),
        }
        if let Some(counter) = &query.counter {
            statement.add(" AND unit = ?", Value::Text(counter.as_str()));
        }
        let all = Mode::ALL.into_iter().flat_map(|mode| [(mode, false), (mode, true)]);
        let asked: Vec<(Mode, bool)> = match &query.ways {
            None => all.collect(),
            Some(ways) => ways.iter().map(|way| (way.mode, way.verified)).collect(),
        };
        let modes: BTreeSet<Mode> = asked.iter().map(|(mode, _)| *mode).collect();
        if !modes.is_empty() {
            let modes = modes.into_iter().map(|mode| Value::Text(mode.word()));
            statement.any_of(" AND mode IN", modes);
            let proven = asked.iter().map(|(_, verified)| i64::from(*verified));
            let proven: BTreeSet<i64> = proven.collect();
            statement.any_of(" AND verified IN", proven.into_iter().map(Value::Number));
        }
        statement.ways(query);
        if query.ratings_only {
            statement.add(" AND question = ?", Value::Text(ANY));
        }
        let groups = unit.into_iter().chain([month, way, "question, answer"]);
        let groups: Vec<&str> = groups.filter(|one| !one.is_empty()).collect();
        let grouped = format!(" GROUP BY {} HAVING SUM(n) <> 0", groups.join(", "));
        statement.sql.push_str(&grouped);
        statement
    }

    fn ways(&mut self, query: &'a SheetQuery) {
        let Some(ways) = &query.ways else { return };
        // No way at all is asked for by a condition that no row meets.
        self.sql.push_str(" AND (1 = 0");
        for way in ways {
            self.add(" OR (mode = ?", Value::Text(way.mode.word()));
            self.add(" AND verified = ?)", Value::Number(way.verified.into()));
        }
        self.sql.push(')');
    }

    fn add(&mut self, condition: &str, value: Value<'a>) {
        self.values.push(value);
        self.sql.push_str(&condition.replace('?', &format!("${}", self.values.len())));
    }

    fn any_of(&mut self, condition: &str, values: impl Iterator<Item = Value<'a>>) {
        self.sql.push_str(condition);
        for (at, value) in values.enumerate() {
            self.add(if at == 0 { " (?" } else { ", ?" }, value);
        }
        self.sql.push(')');
    }

    fn read(
        &self,
        snapshot: &mut dyn Snapshot,
        each: &mut dyn FnMut(&dyn Cells) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        snapshot.rows(&self.sql, &self.values, each)
    }
}
