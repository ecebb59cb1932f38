//! What a host tells of itself, and what it does not.

use std::io::Write;
use std::sync::{Arc, Mutex};

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
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains(codes()[0].as_str()) && !text.contains("quay-1"));
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
