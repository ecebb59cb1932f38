//! What every request finds in place: the board, the store, the clock, and the tally that is kept of
//! answers.

use std::sync::Arc;

use super::crowd::Crowd;
use super::office::Office;
use super::seldom::Seldom;
use super::tally::Tally;
use super::{Board, CertificateInUse, Clock, LetterSetter, Network, Watched};
use crate::feedback::{Key, Secret};
use crate::store::{Randomness, Store};

/// Shared by all workers.
pub(super) struct Reception {
    pub(super) board: Arc<Board>,
    pub(super) store: Arc<dyn Store>,
    pub(super) secret: Secret,
    pub(super) clock: Clock,
    pub(super) random: Randomness,
    pub(super) letter_setter: Option<LetterSetter>,
    pub(super) tally: Tally,
    pub(super) crowd: Crowd,
    /// That something was not kept.
    pub(super) lost: Seldom,
    pub(super) office: Office,
    /// Proxies that are believed.
    pub(super) proxies: Vec<Network>,
    /// Names by which the host may be called, besides those of the site.
    pub(super) names: Vec<String>,
    /// From where the metrics may be read besides this machine.
    pub(super) watchers: Vec<Network>,
    /// The certificate in use, if https is spoken.
    pub(super) certificate: Option<Arc<CertificateInUse>>,
    /// What pages are told of a site that somebody is writing.
    pub(super) watched: Option<Arc<Watched>>,
    /// The value of `Strict-Transport-Security`.
    pub(super) https: String,
    /// When the host was started, in milliseconds UTC.
    pub(super) since: i64,
}

impl Reception {
    /// A fresh key for one visit.
    pub(super) fn draw_key(&self) -> Key {
        Key::draw(|bytes| (self.random)(bytes))
    }
}
