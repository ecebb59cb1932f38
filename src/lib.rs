//! niemyet posts administrative procedures in public and asks citizens how they were served.
//!
//! 1. `content` reads `site-content/` into one checked [`publication::Publication`] and a report of all problems.
//! 2. `site` renders it through a `theme` into pages: files in `output/` and a [`release`] that a host serves.
//! 3. `host` serves the release and receives ratings, which `store` keeps before the citizen is thanked.
//! 4. `command` is the only place where these crafts meet, and the only one that prints or asks for the clock.
//!
//! The storeys, from the ground up; a room imports only from storeys below it (held by `tests/house.rs`):
//! `text` < `diagnostic`, `letter`, `search`, `symbol` < `catalogue` < `feedback` < `publication` < `change`, `release`
//! < crafts (`content`, `import`, `theme`, `site`, `print`, `store`, `alert`) < `host` < `command`.

pub mod alert;
pub mod catalogue;
pub mod change;
pub mod command;
pub mod content;
pub mod diagnostic;
pub mod feedback;
pub mod host;
pub mod import;
pub mod letter;
pub mod print;
pub mod publication;
pub mod release;
pub mod search;
pub mod site;
pub mod store;
pub mod symbol;
pub mod text;
pub mod theme;
