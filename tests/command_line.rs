//! The program as it is run: a content folder, one command, what it prints, its exit code and what it wrote.
//!
//! Unit tests hold each rule; these hold what only the whole shows: that a build on a day says what that day
//! asks for, that a broken file harms nothing else, that the same content gives the same bytes, and that no folder
//! makes the program hang, crash or keep silent.

#[cfg(test)]
#[path = "command_line/certificates.rs"]
mod certificates;
#[cfg(test)]
#[path = "command_line/changes.rs"]
mod changes;
#[cfg(test)]
#[path = "command_line/codes.rs"]
mod codes;
#[cfg(test)]
#[path = "command_line/editions.rs"]
mod editions;
#[cfg(test)]
#[path = "command_line/export_matters.rs"]
mod export_matters;
#[cfg(test)]
#[path = "command_line/hostile.rs"]
mod hostile;
#[cfg(test)]
#[path = "command_line/import.rs"]
mod import;
#[cfg(test)]
#[path = "command_line/keep_going.rs"]
mod keep_going;
#[cfg(test)]
#[path = "command_line/killed.rs"]
mod killed;
#[cfg(test)]
#[path = "command_line/new.rs"]
mod new;
#[cfg(test)]
#[path = "command_line/print.rs"]
mod print;
#[cfg(test)]
#[path = "command_line/quotes.rs"]
mod quotes;
#[cfg(test)]
#[path = "command_line/releases.rs"]
mod releases;
#[cfg(test)]
#[path = "command_line/results.rs"]
mod results;
#[cfg(test)]
#[path = "command_line/same_bytes.rs"]
mod same_bytes;
#[cfg(test)]
#[path = "command_line/sample_results.rs"]
mod sample_results;
#[cfg(test)]
#[path = "command_line/schemas.rs"]
mod schemas;
#[cfg(test)]
#[path = "command_line/site.rs"]
mod site;
#[cfg(test)]
#[path = "command_line/store_errors.rs"]
mod store_errors;
