//! Why a host could not start, said to the operator.

use std::io;
use std::net::SocketAddr;

use crate::theme::ThemeError;

/// An error of the host.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    /// No address to listen on was given.
    #[error("there is no address to listen on; give at least one, such as 127.0.0.1:8080")]
    NoAddress,
    /// An address is taken or not ours.
    #[error(
        "cannot listen on {address}; another program may hold it: stop it or choose another port"
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The release was built without something that a host needs.
    #[error("the release holds no {entry}; build it again with this niemyet")]
    NoEntry {
        /// The internal entry.
        entry: &'static str,
    },
    /// The desk of the release cannot be read.
    #[error("the {entry} of the release cannot be read; build it again with this niemyet")]
    Desk {
        /// The internal entry.
        entry: &'static str,
        /// Why.
        source: postcard::Error,
    },
    /// The theme of the release cannot be read.
    #[error("the theme of the release cannot be used; build it again with this niemyet")]
    Theme(#[from] ThemeError),
    /// The theme's policy cannot stand in a header.
    #[error("the theme's content security policy cannot stand in a header")]
    Policy,
    /// The thread or the runtime could not be started.
    #[error("cannot start the server")]
    Start(#[source] io::Error),
    /// The server ended by itself.
    #[error("the server has ended by itself")]
    Ended(#[source] io::Error),
    /// The thread of the server panicked.
    #[error("the server's thread has panicked; the log says where")]
    Panicked,
}
