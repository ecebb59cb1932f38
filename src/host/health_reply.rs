//! How the host is, for whoever watches it: a short answer for a load balancer, figures for a graph.
//! Neither holds anything about a person.

use std::fmt::Write;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Serialize;

use super::reply::{NO_STORE, Reply};
use super::tally::family;
use super::visit::Visit;
use crate::store::AlertState;

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
            // Others learn that it is so, not what: an error may name a server.
            trouble: health.trouble.filter(|_| may_be_read(visit)),
            waiting: health.waiting,
        },
    };
    let body = serde_json::to_vec(&state).unwrap_or_default();
    Reply::new(status, "application/json", NO_STORE, body)
}

/// Whether whoever asks may read the metrics. They hold nothing about a person, but how much comes in when, and how
/// near a host is to its bounds, is nobody's business but the operator's.
pub(super) fn may_be_read(visit: Visit<'_>) -> bool {
    let is_watcher = |client| visit.reception.watchers.iter().any(|one| one.holds(client));
    visit.is_from_this_machine() || visit.client().is_some_and(is_watcher)
}

/// The counts of the tally and the state of the store, in the text format of Prometheus.
pub(super) async fn metrics(visit: Visit<'_>) -> Reply {
    let mut text = String::with_capacity(2048);
    visit.reception.tally.write(&mut text);
    let health = visit.reception.store.health();
    let up = (visit.now - visit.reception.since) / 1_000;
    let gauge = |text: &mut String, name: &str, help: &str, value: i64| {
        family(text, name, "gauge", help);
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name} {value}");
    };
    let waiting = i64::try_from(health.waiting).unwrap_or(i64::MAX);
    let accepting = i64::from(health.accepting);
    gauge(&mut text, "niemyet_ratings_waiting", "Orders that wait for the disk", waiting);
    gauge(&mut text, "niemyet_store_accepting", "1 while ratings are taken, else 0", accepting);
    let sound = i64::from(health.is_sound());
    gauge(&mut text, "niemyet_store_sound", "1 while the store has no trouble, else 0", sound);
    let store = Arc::clone(&visit.reception.store);
    // Where the store cannot say it, the figures are left out: none is not nought.
    if let Ok(Ok(counts)) = web::block(move || store.alert_counts()).await {
        for (state, n) in counts {
            let (name, help) = match state {
                AlertState::Waiting => ("waiting", "Alerts that are to be sent"),
                AlertState::Failed => ("given_up", "Alerts that were given up in the last 30 days"),
                AlertState::Sent => continue,
            };
            let n = i64::try_from(n).unwrap_or(i64::MAX);
            gauge(&mut text, &format!("niemyet_alerts_{name}"), help, n);
        }
    }
    gauge(&mut text, "niemyet_uptime_seconds", "Since the host was started", up);
    let end = visit.reception.certificate.as_ref().and_then(|one| one.good_until());
    if let Some(end) = end {
        let name = "niemyet_certificate_end_timestamp_seconds";
        gauge(&mut text, name, "When the certificate in use ends", end / 1_000);
    }
    family(&mut text, "niemyet_release_info", "gauge", "The release that is posted");
    let _ = writeln!(text, "niemyet_release_info{{mark=\"{}\"}} 1", release_mark(visit));
    family(&mut text, "niemyet_build_info", "gauge", "The version of the program");
    let version = env!("CARGO_PKG_VERSION");
    let _ = writeln!(text, "niemyet_build_info{{version=\"{version}\"}} 1");
    Reply::new(StatusCode::OK, "text/plain; version=0.0.4; charset=utf-8", NO_STORE, text)
}

fn release_mark(visit: Visit<'_>) -> String {
    visit.posted.release.name().0.to_string()
}
