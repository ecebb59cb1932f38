//! The tables, built by numbered steps, one text a dialect. Steps only expand: a table, a column, an
//! index more. One that has been released is never changed, only followed by another; its checksum is
//! kept in the database, so that a changed one is noticed.

use super::StoreError;

/// A step from one format to the next.
pub(super) struct Migration {
    pub(super) number: i64,
    pub(super) sqlite: &'static str,
    pub(super) postgres: &'static str,
}

macro_rules! migration {
    ($number:literal, $name:literal) => {
        Migration {
            number: $number,
            sqlite: include_str!(concat!("migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("migrations/", $name, ".postgres.sql")),
        }
    };
}

/// All steps, ascending.
pub(super) const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001-ratings"),
    migration!(2, "0002-tickets-amendments-quarantine"),
    migration!(3, "0003-tallies"),
    migration!(4, "0004-points-and-words"),
    migration!(5, "0005-matters"),
    migration!(6, "0006-officers"),
    migration!(7, "0007-alerts"),
    migration!(8, "0008-ratings-at-the-desk"),
    migration!(9, "0009-log-line-and-search"),
    migration!(10, "0010-tally-by-period"),
    migration!(11, "0011-remedies"),
    migration!(12, "0012-trigrams"),
    migration!(13, "0013-words-by-counter"),
];

/// The format from which on tallies are kept.
pub(super) const WITH_TALLIES: i64 = 3;

/// The newest format that this program knows.
pub(super) fn newest_known() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

/// The checksum of a step.
pub(super) fn checksum(sql: &str) -> String {
    blake3::hash(sql.as_bytes()).to_hex().to_string()
}

/// The steps that a database lacks, where it holds these numbers and checksums. A database of a newer
/// program is refused, and so is one made by steps that are not ours.
pub(super) fn missing(
    applied: &[(i64, String)],
    sql: impl Fn(&Migration) -> &'static str,
    database: &str,
) -> Result<Vec<&'static Migration>, StoreError> {
    let known = newest_known();
    if let Some(found) = applied.iter().map(|(number, _)| *number).max().filter(|max| *max > known)
    {
        return Err(StoreError::Newer { database: database.to_owned(), found, known });
    }
    let mut missing = Vec::new();
    for migration in MIGRATIONS {
        match applied.iter().find(|(number, _)| *number == migration.number) {
            Some((_, same)) if *same == checksum(sql(migration)) => {}
            Some((number, _)) => {
                let database = database.to_owned();
                return Err(StoreError::OtherMigration { database, number: *number });
            }
            None => missing.push(migration),
        }
    }
    Ok(missing)
}
