//! The program as it is run: a content folder, one command, what it prints, its exit code and what it wrote.
//!
//! Unit tests hold each rule; these hold what only the whole shows: that a build on a day says what that day
//! asks for, that a broken file harms nothing else, that the same content gives the same bytes, and that no folder
//! makes the program hang, crash or keep silent.

#[path = "command_line/editions.rs"]
mod editions;
#[path = "command_line/hostile.rs"]
mod hostile;
#[path = "command_line/keep_going.rs"]
mod keep_going;
#[path = "command_line/quotes.rs"]
mod quotes;
#[path = "command_line/same_bytes.rs"]
mod same_bytes;
#[path = "command_line/site.rs"]
mod site;
