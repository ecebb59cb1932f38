//! The satisfaction index against values that were worked outside, against truth in simulated ratings, and its
//! withholding of small cells against an attacker who reckons.
//!
//! The tables in `tests/satisfaction/` are made by `make_cases.py` beside them, whose head says how; here they are only read.

#[cfg(test)]
#[path = "satisfaction/attack.rs"]
mod attack;
#[cfg(test)]
#[path = "satisfaction/coverage.rs"]
mod coverage;
#[cfg(test)]
#[path = "satisfaction/province.rs"]
mod province;
#[cfg(test)]
#[path = "satisfaction/ratings.rs"]
mod ratings;
#[cfg(test)]
#[path = "satisfaction/reference.rs"]
mod reference;
#[cfg(test)]
#[path = "satisfaction/refusals.rs"]
mod refusals;
