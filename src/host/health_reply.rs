//! How the host is, for whoever watches it: a short answer for a load balancer, figures for a graph.
//! Neither holds anything about a person.

use std::fmt::Write;

use actix_web::http::StatusCode;
use serde::Serialize;

use super::reply::{NO_STORE, Reply};
use super::visit::Visit;

#[derive(Serialize)]
struct State {
    ok: bool,
    release: String,
    store: StoreState,
}

#[derive(Serialize)]
struct StoreState {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
    waiting: usize,
}

/// `{"ok":true,…}`, or 503 when ratings cannot be kept any more. A store in trouble that still takes
/// ratings is reported, but no reason to send readers away.
pub(super) fn health(visit: Visit<'_>) -> Reply {
    let health = visit.reception.store.health();
    let status = if health.accepting { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let state = State {
        ok: health.accepting,
        release: release_mark(visit),
        store: StoreState {
            ok: health.is_sound(),
            trouble: health.trouble,
            waiting: health.waiting,
        },
    };
    let body = serde_json::to_vec(&state).unwrap_or_default();
    Reply::new(status, "application/json", NO_STORE, body)
}

/// The counts of the tally and the state of the store, in the text format of Prometheus.
pub(super) fn metrics(visit: Visit<'_>) -> Reply {
    let mut text = String::with_capacity(2048);
    visit.reception.tally.write(&mut text);
    let health = visit.reception.store.health();
    let up = (visit.now - visit.reception.since) / 1_000;
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "# TYPE niemyet_ratings_waiting gauge\nniemyet_ratings_waiting {}\n\
         # TYPE niemyet_store_accepting gauge\nniemyet_store_accepting {}\n\
         # TYPE niemyet_uptime_seconds gauge\nniemyet_uptime_seconds {up}\n\
         # TYPE niemyet_release_info gauge\nniemyet_release_info{{mark=\"{}\"}} 1\n",
        health.waiting,
        u8::from(health.accepting),
        release_mark(visit),
    );
    Reply::new(StatusCode::OK, "text/plain; version=0.0.4; charset=utf-8", NO_STORE, text)
}

fn release_mark(visit: Visit<'_>) -> String {
    visit.posted.release.name().0.to_string()
}
