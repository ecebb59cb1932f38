//! What is read, in SQL that all databases understand. The order of the columns is that in which `cells`
//! reads them.

/// A rating.
pub(super) const RATING: &str = "SELECT agency, id, key, receipt, counter, code, procedure, edition, \
     survey, version, language, mode, received_at, marks, answers, ticket, amended_at, held, point \
     FROM rating";

/// The order of an export.
pub(super) const BY_TIME: &str = "ORDER BY agency, received_at, id";

/// Ratings of an agency from one moment until before another.
pub(super) const OF_PERIOD: &str = "WHERE agency = $1 AND received_at >= $2 AND received_at < $3";

/// How many ratings there are.
pub(super) const COUNT: &str = "SELECT count(*) FROM rating";

/// The next agency that has ratings, and the moment of its first. Asked again and again it finds all agencies
/// without reading all ratings.
pub(super) const NEXT_FIRST: &str = "SELECT agency, received_at FROM rating WHERE agency > $1 \
     ORDER BY agency, received_at LIMIT 1";

/// The moment of an agency's last rating.
pub(super) const LAST: &str = "SELECT agency, received_at FROM rating WHERE agency = $1 \
     ORDER BY received_at DESC LIMIT 1";

/// By which rules words were judged when all of them were last looked at.
pub(super) const WORDS_RULES: &str = "SELECT turn FROM lock WHERE name = 'words'";

/// Agencies and months of which tallies are kept.
pub(super) const TALLY_MONTHS: &str = "SELECT agency, month FROM tally_score GROUP BY agency, month \
     UNION SELECT agency, month FROM tally_hour GROUP BY agency, month \
     UNION SELECT agency, day / 100 FROM tally_answer GROUP BY agency, day / 100";

/// Tally (a) of days, and perhaps of one agency.
pub(super) const ANSWERS: &str = "SELECT agency, held, day, counter, procedure, survey, version, mode, \
     verified, question, answer, n FROM tally_answer WHERE held IN (0, 1) AND day >= $1 AND day <= $2";

/// Tally (b) of months, and perhaps of one agency.
pub(super) const SCORES: &str = "SELECT agency, held, month, counter, survey, version, mode, verified, \
     question, other, n, sum_first, sum_second, sum_product FROM tally_score \
     WHERE held IN (0, 1) AND month >= $1 AND month <= $2";

/// Tally (c) of months, and perhaps of one agency.
pub(super) const HOURS: &str = "SELECT agency, held, month, weekday, hour, n FROM tally_hour \
     WHERE held IN (0, 1) AND month >= $1 AND month <= $2";

/// Tally (d) of an agency and its counters.
pub(super) const PERIODS: &str = "SELECT scope, period, mode, verified, unit, survey, version, question, \
     answer, n FROM tally_period WHERE scope = $1 \
     UNION ALL SELECT scope, period, mode, verified, unit, survey, version, question, answer, n \
     FROM tally_period WHERE scope = '' AND unit = $2";

/// Agencies of which there is tally (a) or (d).
pub(super) const TALLIED_AGENCIES: &str = "SELECT agency FROM tally_answer GROUP BY agency \
     UNION SELECT unit FROM tally_period WHERE scope = '' GROUP BY unit \
     UNION SELECT scope FROM tally_period WHERE scope <> '' GROUP BY scope";

/// What narrows a tally to one agency.
pub(super) const OF_AGENCY: &str = "AND agency = $3";

/// The month of each agency before which nothing is rebuilt.
pub(super) const PURGE_LINES: &str = "SELECT agency, month FROM purge_line";

/// How often tallies have been rebuilt.
pub(super) const REBUILD_TURN: &str = "SELECT turn FROM lock WHERE name = 'rebuild'";
