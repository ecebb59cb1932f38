//! What a host is started with. All that is not a pure value is handed in: the time, randomness, the
//! store and the release.

use std::net::SocketAddr;
use std::sync::Arc;

use super::{Board, CertificateInUse, Network, Watched};
use crate::feedback::Secret;
use crate::letter::Letter;
use crate::store::{Randomness, Store};
use crate::text::Date;

/// The time in milliseconds UTC.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Sets a letter as PDF, dated as a file by the day; or why it cannot, for the log. It takes its time and is called on a
/// thread that may wait.
pub type LetterSetter = Arc<dyn Fn(&Letter, Date) -> Result<Vec<u8>, String> + Send + Sync>;

/// How a host speaks https itself.
pub struct Encryption {
    /// With what it proves who it is; the caller keeps a handle and may exchange it at any time.
    pub certificate: Arc<CertificateInUse>,
    /// Further addresses, where plain http is spoken and everybody is sent on to https. Port 0 takes a free port.
    pub send_on: Vec<SocketAddr>,
}

/// The settings of a host.
pub struct HostSettings {
    /// Where to listen, for example `127.0.0.1:8080` and `[::1]:8080`. Port 0 takes a free port, the
    /// same one for all addresses where that is possible.
    pub listen: Vec<SocketAddr>,
    /// If https is spoken there; else plain http, for loopback or for a proxy in front.
    pub encryption: Option<Encryption>,
    /// What is posted; the caller keeps a handle and may post anew at any time.
    pub board: Arc<Board>,
    /// Where ratings are kept.
    pub store: Arc<dyn Store>,
    /// What signs stamps and receipts.
    pub secret: Secret,
    /// The time.
    pub clock: Clock,
    /// Randomness for the keys of visits.
    pub random: Randomness,
    /// What sets the desk's letters as PDF; none where the program was built without a typesetter.
    pub letter_setter: Option<LetterSetter>,
    /// The proxies in front: what they say of the client is believed, and of nobody else.
    pub proxies: Vec<Network>,
    /// Names and addresses, without a port, by which the host may be called besides those of the site and loopback.
    pub names: Vec<String>,
    /// From where the metrics may be read besides this machine.
    pub watchers: Vec<Network>,
    /// For how many days a browser that came over https is told to come so again; 0 takes it back.
    pub https_days: u32,
    /// How many people may rate at once from one address or at one counter; all bounds on what comes from one place
    /// follow from it. 50 in a usual hall.
    pub crowd: u32,
    /// The most connections that one thread holds at once; more wait in the kernel.
    pub connections: usize,
    /// What pages are told of a site that somebody is writing; none for a site that is served to citizens.
    pub watched: Option<Arc<Watched>>,
    /// How many threads serve; at least one.
    pub workers: usize,
}
