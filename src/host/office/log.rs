//! The log of the desk: whole for those who belong to no agency, else what was done at the own one.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::seat::Seat;
use super::way::Way;
use crate::host::reply::Reply;
use crate::store::AuditRow;
use crate::theme::context::{DeskLog, LogLine};

/// Rows on a page.
const ROWS: u32 = 100;

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let agency = seat.role().agency().cloned();
    let before = asked.parameter("truoc").and_then(|number| number.parse().ok());
    let before = before.unwrap_or(i64::MAX);
    let rows = asked.look(move |store| store.audit(agency.as_ref(), before, ROWS)).await?;
    let last = rows.last().map_or(0, |row| row.number);
    let more = rows.len() == ROWS as usize && last > 1;
    let title = asked.words().get("desk_log_title").to_owned();
    let shown = DeskLog {
        desk: asked.head(title, Some(seat), Some(&Way::Log)),
        rows: rows.into_iter().map(|row| line(asked, row)).collect(),
        older: if more { format!("{}?truoc={last}", asked.href(&Way::Log)) } else { String::new() },
    };
    Ok(asked.page(StatusCode::OK, &shown))
}

fn line(asked: Asked<'_>, row: AuditRow) -> LogLine {
    let words = asked.words();
    let nobody = || words.get("desk_log_nobody").to_owned();
    LogLine {
        number: row.number,
        at: asked.moment(row.at),
        who: if row.account.is_empty() { nobody() } else { row.account },
        deed: words.get(&format!("deed_{}", row.deed)).to_owned(),
        subject: row.subject,
        detail: row.detail,
        agency: row.agency,
    }
}
