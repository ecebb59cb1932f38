//! Serves a release and receives ratings and what else citizens bring: the one room that speaks HTTP.
//!
//! Every request comes to one service (`door`): it is looked at by the guard, sent to its route, and its
//! answer leaves with the same safety headers whatever it is. Pages are looked up by path in the posted
//! release, so no request ever names a file; forms are read by `feedback`, kept by `store`, and answered
//! with pages that the theme makes. The host never builds and never asks for the time: both come from
//! `command`.
//!
//! Nothing here keeps or logs who asked: no address, no browser, no page that somebody came from. The bounds on how
//! much comes from one place (`crowd`) know a hash whose key is forgotten every night.

mod accepted_coding;
mod address;
mod allowance;
mod board;
mod bounds;
mod byte_range;
mod certificate;
mod class;
mod crowd;
mod door;
mod entry_reply;
mod etag;
mod form_body;
mod forwarded;
mod found;
mod good_until;
mod guard;
mod health_reply;
mod host_error;
mod line;
mod listeners;
mod local_day;
mod matter_page;
mod matter_pages;
mod matter_post;
mod matter_scene;
mod network;
mod office;
mod origin;
mod pages;
mod rating_more;
mod rating_page;
mod rating_post;
mod rating_way;
mod reception;
mod reply;
mod request_body;
mod route;
mod running;
mod safety;
mod said;
mod scene;
mod scene_reply;
mod search_page;
mod seldom;
mod sent_form;
mod sent_on;
mod settings;
mod tally;
mod thanks;
mod tracking;
mod visit;
mod watched;
mod wire;

#[cfg(test)]
mod tests;

pub use board::{Board, DESK_ENTRY, Posted, THEME_ENTRY};
pub use certificate::{Certificate, CertificateError, CertificateInUse};
pub use host_error::HostError;
pub use network::{Network, NotANetwork};
pub use running::{Running, Stopper, start};
pub use settings::{Clock, Encryption, HostSettings, LetterSetter};
pub use watched::Watched;
