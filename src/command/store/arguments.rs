//! What `niemyet store` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Args)]
pub(in crate::command) struct StoreArguments {
    #[command(subcommand)]
    pub verb: StoreVerb,
}

#[derive(Debug, Subcommand)]
pub(in crate::command) enum StoreVerb {
    /// Writes all ratings, or all petitions and reports, as a table or as JSON lines.
    Export(ExportArguments),
    /// What each column of an export holds, which words stand in it, what the surveys ask.
    Dictionary(DictionaryArguments),
    /// How many ratings are kept: open, verified, in quarantine.
    Count,
    /// Looks for what is wrong with database, keys and rights; or with a backup, if one is named.
    Check(CheckArguments),
    /// Compares the tallies with the ratings; ends with 1 if they differ.
    Compare,
    /// Makes the tallies fit the ratings, save for months that have been purged.
    RebuildTallies,
    /// Takes out what has been kept long enough, by the periods in site.yaml; without --yes it only counts.
    Purge(PurgeArguments),
    /// Copies a store to another place and compares them: a data folder, or postgres://….
    Copy(CopyArguments),
    /// Backs up database and keys in one file, while serve runs.
    Backup(BackupArguments),
    /// Puts a backup back; what is there is kept aside.
    Restore(RestoreArguments),
}

#[derive(Debug, Args)]
pub(in crate::command) struct ExportArguments {
    /// What to write.
    #[arg(long, value_enum, default_value = "ratings")]
    pub of: Exported,
    /// The form of the export.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: RatingsFormat,
    /// The file to write; else standard output. It is there whole or not at all.
    #[arg(long)]
    pub to: Option<PathBuf>,
    /// Write CSV without a byte order mark, for programs that stumble over it.
    #[arg(long)]
    pub no_bom: bool,
    /// Show words of ratings that may hold personal data, after somebody who may has reviewed them.
    #[arg(long)]
    pub with_marked: bool,
    /// Show who brought petitions and reports, and all that was written. It is noted in the log of the desk.
    #[arg(long)]
    pub with_personal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum Exported {
    /// Ratings, one row an answer.
    Ratings,
    /// Petitions, reports and wrong pages, one row each; as a workbook with what was done with them.
    Matters,
    /// What was done with them, one row an event.
    MatterLog,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum RatingsFormat {
    /// A table for spreadsheets.
    Csv,
    /// A workbook, with quarantine apart and the dictionary in it.
    Xlsx,
    /// One JSON object a line.
    Json,
}

#[derive(Debug, Args)]
pub(in crate::command) struct DictionaryArguments {
    /// The form of the dictionary.
    #[arg(long, value_enum, default_value = "markdown")]
    pub format: DictionaryFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum DictionaryFormat {
    /// A table to read.
    Markdown,
    /// A table for spreadsheets.
    Csv,
    /// For programs.
    Json,
}

#[derive(Debug, Args)]
pub(in crate::command) struct BackupArguments {
    /// The file to make, or a folder, in which it is named by the time.
    pub file: PathBuf,
    #[command(flatten)]
    pub keys: KeysArguments,
}

#[derive(Debug, Args)]
pub(in crate::command) struct CheckArguments {
    /// A backup to read from end to end instead; with its pass phrase, its keys too.
    pub backup: Option<PathBuf>,
    #[command(flatten)]
    pub keys: KeysArguments,
}

#[derive(Debug, Args)]
pub(in crate::command) struct PurgeArguments {
    /// Take it out; without this, it is only counted.
    #[arg(long)]
    pub yes: bool,
    /// Believe the clock although the newest rating is more than 400 days old.
    #[arg(long)]
    pub trust_clock: bool,
}

#[derive(Debug, Args)]
pub(in crate::command) struct CopyArguments {
    /// What to copy: a data folder, or the address of a database.
    #[arg(long)]
    pub from: String,
    /// Where to: an empty data folder, or the address of an empty database.
    #[arg(long)]
    pub to: String,
    /// Go on with a copying that was cut off.
    #[arg(long)]
    pub resume: bool,
}

#[derive(Debug, Args)]
pub(in crate::command) struct RestoreArguments {
    /// A backup; or a data folder, such as the one that an earlier restore put aside; or a database.
    pub from: PathBuf,
    /// Put the backup in the place of ratings and keys that are there; they are kept aside.
    #[arg(long)]
    pub replace: bool,
    #[command(flatten)]
    pub keys: KeysArguments,
}

/// How keys are sealed: the pass phrase stands in the variable `NIEMYET_BACKUP_PASSPHRASE` or in a file, or is
/// asked for. It is never an argument, since arguments are seen by everyone on the machine.
#[derive(Debug, Args)]
pub(in crate::command) struct KeysArguments {
    /// Leave the keys out.
    #[arg(long)]
    pub without_keys: bool,
    /// A file that holds the pass phrase of the keys; without it the variable, else it is asked for.
    #[arg(long, conflicts_with = "without_keys")]
    pub passphrase_file: Option<PathBuf>,
}
