//! The socket of one connection, seen from the server beneath. That server answers by itself what never becomes a
//! request (a head that cannot be read, is too long, or too slow) with a bare status line that nothing of ours sees.
//! So those answers are completed here, on their way out: no answer leaves without the safety fields.
//!
//! Everything else passes through untouched, after a look at its last four bytes.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::http::StatusCode;
use memchr::memmem;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::class::Class;
use super::line::Line;
use super::reception::Reception;
use super::safety;

/// The end of a head.
const END: &[u8] = b"\r\n\r\n";

/// No bare answer is longer; ours all are.
const LONGEST_BARE: usize = 256;

/// A socket that completes bare answers.
pub(super) struct Wire {
    socket: Line,
    reception: Arc<Reception>,
    /// What is still to be written of the fields added to a bare answer, once its own are out.
    added: Option<usize>,
}

impl Wire {
    pub(super) fn new(socket: Line, reception: Arc<Reception>) -> Self {
        Self { socket, reception, added: None }
    }

    /// Writes the added fields, then the line that ends the head.
    fn poll_added(&mut self, cx: &mut Context<'_>, mut done: usize) -> Poll<io::Result<usize>> {
        let fields = safety::of_bare_answers();
        while let Some(rest) = fields.get(done..).filter(|rest| !rest.is_empty()) {
            match Pin::new(&mut self.socket).poll_write(cx, rest)? {
                Poll::Ready(0) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                Poll::Ready(written) => done += written,
                Poll::Pending => {
                    self.added = Some(done);
                    return Poll::Pending;
                }
            }
        }
        self.added = None;
        // The empty line was part of what we were given and is now written as the end of the added fields.
        Poll::Ready(Ok(2))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if bytes == b"\r\n"
            && let Some(done) = self.added
        {
            return self.poll_added(cx, done);
        }
        let Some(status) = bare_answer(bytes).filter(|_| self.added.is_none()) else {
            // Up to its last line, a bare answer whose head was begun goes out as it is.
            let most = if self.added.is_some() { bytes.len() - 2 } else { bytes.len() };
            return Pin::new(&mut self.socket).poll_write(cx, &bytes[..most]);
        };
        self.reception.tally.request(Class::Stopped, status);
        self.added = Some(0);
        let most = bytes.len() - 2;
        Pin::new(&mut self.socket).poll_write(cx, &bytes[..most])
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(cx)
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(cx, into)
    }
}

/// The status of the answer with which these bytes end, if it is one that the server beneath has made by itself: an
/// error without a body and without our fields. It is always the last on its connection.
fn bare_answer(bytes: &[u8]) -> Option<StatusCode> {
    if !bytes.ends_with(END) {
        return None;
    }
    let tail = &bytes[bytes.len().saturating_sub(LONGEST_BARE)..];
    // Asked of every answer without a body: there is hardly an `H` in a head but the first.
    let mut starts = memchr::memrchr_iter(b'H', tail);
    let head = &tail[starts.find(|start| tail[*start..].starts_with(b"HTTP/1."))?..];
    let status = head.get(9..12).and_then(|digits| StatusCode::from_bytes(digits).ok())?;
    let whole = memmem::find(head, END) == Some(head.len() - END.len());
    let empty = memmem::find(head, b"content-length: 0\r\n").is_some();
    let ours = memmem::find(head, b"nosniff").is_some();
    let error = status.is_client_error() || status.is_server_error();
    (whole && empty && error && !ours).then_some(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_bare_errors_of_the_server_beneath_are_completed() {
        let bare = |head: &str| bare_answer(head.as_bytes()).map(|status| status.as_u16());
        let date = "date: Sun, 22 Nov 2026 02:12:04 GMT\r\n\r\n";
        let error =
            format!("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n{date}");
        assert_eq!(bare(&error), Some(400));
        assert_eq!(
            bare(&format!("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc{error}")),
            Some(400)
        );
        for other in [
            "",
            "\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n",
            &format!("HTTP/1.1 304 Not Modified\r\n{date}"),
            &format!("HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n{date}"),
            &format!(
                "HTTP/1.1 404 Not Found\r\nx-content-type-options: nosniff\r\ncontent-length: 0\r\n{date}"
            ),
            &format!("{error}x"),
            &format!("HTTP/1.1 400 a\r\ncontent-length: 0\r\n\r\nb{}\r\n\r\n", "c".repeat(300)),
        ] {
            assert_eq!(bare(other), None, "{other}");
        }
    }
}
