//! The host through its sockets: a real release on disk, a real store, real requests.

mod abuse_table;
mod crowded;
mod crowded_more;
mod every_question;
mod exchange;
mod feigned_store;
mod forms;
mod matters;
mod more;
mod odd_requests;
mod office;
mod office_matters;
mod office_ratings;
mod office_slips;
mod office_stand;
mod payloads;
mod ratings;
mod refusals;
mod sample_release;
mod serving;
mod stand;
mod stopping;
mod surveys;
mod tickets;
mod watching;
