//! The sockets that a host listens on, all taken before anything is served, so that a port in use is
//! known at once.

use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpListener};

use socket2::{Domain, Protocol, Socket, Type};

use super::HostError;

/// Takes every address. A machine without IPv6 does without the IPv6 ones, as long as one address is
/// left; port 0 becomes one free port for all where that is possible.
pub(super) fn take(addresses: &[SocketAddr]) -> Result<Vec<TcpListener>, HostError> {
    let mut taken: Vec<TcpListener> = Vec::new();
    let mut missing = None;
    for address in addresses {
        let port =
            taken.first().and_then(|first| first.local_addr().ok()).map(|first| first.port());
        match bind(*address, port) {
            Ok(listener) => taken.push(listener),
            Err(source) if address.is_ipv6() && is_unknown_family(&source) => {
                tracing::warn!(%address, "this machine has no such IPv6 address; going on without it");
                missing = Some(HostError::Listen { address: *address, source });
            }
            Err(source) => return Err(HostError::Listen { address: *address, source }),
        }
    }
    if taken.is_empty() { Err(missing.unwrap_or(HostError::NoAddress)) } else { Ok(taken) }
}

fn bind(address: SocketAddr, port: Option<u16>) -> io::Result<TcpListener> {
    if let (0, Some(port)) = (address.port(), port)
        && let Ok(listener) = open(SocketAddr::new(address.ip(), port))
    {
        return Ok(listener);
    }
    open(address)
}

/// How many connections may wait to be taken.
const BACKLOG: i32 = 1024;

/// An IPv6 socket takes IPv6 alone: `[::]` would otherwise claim IPv4 too, and meet `0.0.0.0` there.
fn open(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    if address.is_ipv6() {
        socket.set_only_v6(true)?;
    }
    // A server that was just stopped leaves connections behind; they must not keep the next one out.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

/// No such address here, or no such family at all (`EAFNOSUPPORT`, which has no kind of its own).
fn is_unknown_family(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::AddrNotAvailable | ErrorKind::Unsupported)
        || matches!(error.raw_os_error(), Some(97 | 47 | 10047))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_families_are_taken_on_one_port_everywhere_and_on_loopback() {
        for addresses in [["0.0.0.0:0", "[::]:0"], ["127.0.0.1:0", "[::1]:0"]] {
            let addresses = addresses.map(|address| address.parse().unwrap());
            let taken = take(&addresses).unwrap();
            let ports: Vec<u16> =
                taken.iter().map(|one| one.local_addr().unwrap().port()).collect();
            assert!(!ports.is_empty() && ports.iter().all(|port| *port == ports[0]), "{ports:?}");
        }
    }
}
