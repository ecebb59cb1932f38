//! The socket of one connection, plain or encrypted, and how it was come by: what is answered may depend on it.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::rt::{net::TcpStream, time};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use super::CertificateInUse;

/// How long a client may take to shake hands.
const HANDSHAKE: Duration = Duration::from_secs(5);

/// What is spoken at a listener.
#[derive(Clone)]
pub(super) enum Speech {
    /// Plain http: on loopback, or behind a proxy that speaks https.
    Plain,
    /// Plain http, only to be sent on to https at this port.
    SentOn(u16),
    /// https.
    Encrypted(Arc<CertificateInUse>),
}

/// How a request reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Unencrypted, at least on its last stretch.
    Plain,
    /// Unencrypted, where only https is answered: at this port.
    SentOn(u16),
    /// Encrypted up to this very program.
    Encrypted,
}

impl Speech {
    /// How requests at such a listener reach us.
    pub(super) fn way(&self) -> Way {
        match self {
            Self::Plain => Way::Plain,
            Self::SentOn(port) => Way::SentOn(*port),
            Self::Encrypted(_) => Way::Encrypted,
        }
    }

    /// Takes a connection.
    pub(super) async fn take(&self, socket: TcpStream) -> io::Result<Line> {
        let Self::Encrypted(certificate) = self else { return Ok(Line::Plain(socket)) };
        let acceptor = TlsAcceptor::from(certificate.now().config());
        let shaken = time::timeout(HANDSHAKE, acceptor.accept(socket)).await;
        let shaken = shaken.map_err(|_| io::ErrorKind::TimedOut)??;
        Ok(Line::Encrypted(Box::new(shaken)))
    }
}

/// A socket.
pub(super) enum Line {
    Plain(TcpStream),
    /// Boxed: what encryption keeps is large, and most hosts have none.
    Encrypted(Box<TlsStream<TcpStream>>),
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut *self {
            Self::Plain(socket) => Pin::new(socket).poll_write(cx, bytes),
            Self::Encrypted(stream) => Pin::new(stream).poll_write(cx, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut *self {
            Self::Plain(socket) => Pin::new(socket).poll_flush(cx),
            Self::Encrypted(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut *self {
            Self::Plain(socket) => Pin::new(socket).poll_shutdown(cx),
            Self::Encrypted(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut *self {
            Self::Plain(socket) => Pin::new(socket).poll_read(cx, into),
            Self::Encrypted(stream) => Pin::new(stream).poll_read(cx, into),
        }
    }
}
