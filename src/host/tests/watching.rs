//! What a host tells of itself, and what it does not.

use std::io::Write;
use std::sync::{Arc, Mutex};

use super::exchange::ask_from;
use super::sample_release::codes;
use super::stand::Stand;

#[test]
fn health_names_the_release_and_the_store() {
    let stand = Stand::new();
    let answer = stand.get("/healthz");
    let state: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!((answer.status, answer.field("content-type")), (200, "application/json"));
    assert_eq!(state["ok"], true);
    assert_eq!(state["release"].as_str(), Some(&*stand.board.posted().name().0.to_string()));
    assert_eq!(state["store"]["waiting"], 0);
}

#[test]
fn metrics_count_kinds_and_never_places_or_people() {
    let stand = Stand::new();
    stand.get("/");
    stand.get("/nowhere");
    let form = format!("key={}&q-hai-long=4", "12".repeat(16));
    stand.rate(&form);
    stand.rate(&form);
    stand.rate("q-hai-long=9");
    let text = stand.get("/metrics").text();
    for line in [
        "niemyet_requests_total{class=\"page\",status=\"200\"} 1",
        "niemyet_requests_total{class=\"page\",status=\"404\"} 1",
        "niemyet_requests_total{class=\"rating_post\",status=\"303\"} 2",
        "niemyet_ratings_total{outcome=\"kept\"} 1",
        "niemyet_ratings_total{outcome=\"duplicate\"} 1",
        "niemyet_rejections_total{reason=\"unknown_option\"} 1",
        "niemyet_ratings_waiting 0",
        "niemyet_store_accepting 1",
        "niemyet_alerts_waiting 0",
        "niemyet_alerts_given_up 0",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains(codes()[0].as_str()) && !text.contains("quay-1"));
}

#[test]
fn metrics_are_for_this_machine_and_for_whom_the_operator_names() {
    let stand = Stand::new();
    let status = |fields: &[&str]| stand.get_with("/metrics", fields).status;
    assert_eq!(status(&[]), 200);
    assert_eq!(status(&["Host: [::1]:8080"]), 200);
    // By the name of the site, or through a proxy that was not named, it may be anybody.
    assert_eq!(status(&["Host: niemyet.minhhoa.example"]), 404);
    assert_eq!(status(&["X-Forwarded-For: 127.0.0.1"]), 404);
    assert_eq!(status(&["Forwarded: for=127.0.0.9"]), 404);
    let from = |source: &str, fields: &[&str]| {
        ask_from(source, stand.address(), "GET", "/metrics", fields).status
    };
    let site = "Host: niemyet.minhhoa.example";
    assert_eq!(from("127.0.0.9", &[site]), 200);
    assert_eq!(from("127.0.0.8", &[site]), 404);
    // The proxy that was named vouches for whom it has seen.
    assert_eq!(from("127.0.0.2", &[site, "X-Forwarded-For: 127.0.0.9"]), 200);
    assert_eq!(from("127.0.0.2", &[site, "X-Forwarded-For: 203.0.113.7"]), 404);
    assert_eq!(from("127.0.0.8", &[site, "X-Forwarded-For: 127.0.0.9"]), 404);
}

#[test]
fn metrics_are_written_as_prometheus_reads_them() {
    let stand = Stand::new();
    stand.get("/");
    let text = stand.get("/metrics").text();
    let mut known = std::collections::BTreeMap::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').unwrap();
            assert!(known.insert(name, "").is_none() && help.len() > 15, "{line}");
        } else if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').unwrap();
            assert!(["counter", "gauge", "histogram"].contains(&kind), "{line}");
            *known.get_mut(name).unwrap() = kind;
        } else {
            let (series, value) = line.rsplit_once(' ').unwrap();
            let name = series.split('{').next().unwrap();
            let family = ["_bucket", "_sum", "_count"]
                .iter()
                .find_map(|end| name.strip_suffix(end))
                .filter(|family| known.get(family) == Some(&"histogram"))
                .unwrap_or(name);
            let kind = known.get(family).copied().unwrap_or_default();
            assert!(!kind.is_empty(), "{line} comes before its type");
            assert!(kind != "counter" || name.ends_with("_total"), "{line}");
            assert!(value.parse::<f64>().is_ok(), "{line}");
        }
    }
    for (line, why) in [
        ("niemyet_request_seconds_bucket{le=\"+Inf\"} 1", "all requests before this one"),
        ("niemyet_request_seconds_count 1", "the same"),
        ("niemyet_handshakes_failed_total 0", "none"),
    ] {
        assert!(
            text.contains(line),
            "{why}: {line}
{text}"
        );
    }
}

/// A log that can be read afterwards.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_log_names_nobody() {
    let log = Log::default();
    let sink = log.clone();
    tracing_subscriber::fmt().json().with_writer(move || sink.clone()).init();
    let stand = Stand::new();
    let told = [
        "User-Agent: Trinh-duyet-99",
        "Referer: http://localhost/tu-trang-nao",
        "X-Forwarded-For: 203.0.113.77",
        "Cookie: phien=77",
    ];
    stand.get_with("/index.html?hoi=bi-mat", &told);
    stand.rate(&format!("key={}&q-hai-long=4&q-gop-y=l%C3%B2ng-rieng", "77".repeat(16)));
    stand.stop();
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("\"class\":\"rating_post\",\"status\":303"), "{text}");
    let secret =
        ["99", "tu-trang", "203.0", "phien", "hoi=", "7777", "lòng-rieng", "127.0.0.1", "/Q/"];
    let lines = text.lines().filter(|line| line.contains("\"request\""));
    for line in lines {
        let fields = line.split_once("\"fields\"").map_or("", |(_, fields)| fields);
        assert!(!secret.iter().any(|word| fields.contains(word)), "{line}");
    }
}
