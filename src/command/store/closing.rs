//! What `serve` closes once a day: matters that nobody can reopen any more. Each is closed by an event in its log, so
//! several hosts on one database close each of them once.

use anyhow::Context;

use crate::diagnostic::Tongue;
use crate::store::{Store, close_ended};

/// Closes them; says how many, or why it could not be done.
pub(super) fn said(tongue: Tongue, store: &dyn Store, now: i64) -> anyhow::Result<Option<String>> {
    let closed = close_ended(store, now).context(match tongue {
        Tongue::Vietnamese => "không đóng được phản ánh, tin báo đã hết hạn đề nghị xem lại",
        Tongue::English => "cannot close matters that can no longer be reopened",
    })?;
    Ok((closed > 0).then(|| match tongue {
        Tongue::Vietnamese => {
            format!("Hết hạn đề nghị xem lại, đã đóng: {closed} phản ánh, tin báo")
        }
        Tongue::English => {
            format!("Can no longer be reopened, closed: {closed} petitions and reports")
        }
    }))
}
