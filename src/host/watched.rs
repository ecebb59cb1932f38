//! For whoever is writing content: a page learns by itself that the site has changed, and shows what is wrong with the
//! content over what it shows. Only a host that was started so does any of this; a citizen never meets it.
//!
//! A page asks `/-/watched?seen=N` and is answered as soon as there is something newer than N, or after a while. The
//! script that asks is put into each page as it is sent and is allowed by its hash, there and nowhere else.

use std::sync::LazyLock;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderValue;
use tokio::sync::watch;

use super::reply::{NO_STORE, Reply};
use super::visit::Visit;
use crate::theme::script_source;

/// The path that pages ask.
pub(super) const PATH: &str = "-/watched";

/// How long a question waits for an answer; proxies cut off what waits for a minute.
const WAIT: Duration = Duration::from_secs(20);

/// What is put into a page, with the number of the state it was sent in.
const SCRIPT: &str = include_str!("watched.js");

/// Where the number goes: in the element, so that the script stays the same and its hash too.
const BEFORE: &str = "<script data-at=\"";

static SOURCE: LazyLock<String> = LazyLock::new(|| script_source(SCRIPT));

/// What pages are told.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
struct State {
    /// Rises with every change.
    seen: u64,
    /// What is wrong with the content now, for people; empty if nothing is.
    wrong: String,
    /// Nobody should wait any more: the host ends.
    #[serde(skip)]
    ended: bool,
}

/// The state of a site that somebody is writing.
#[derive(Debug)]
pub struct Watched {
    state: watch::Sender<State>,
}

impl Watched {
    /// A site of which nothing wrong is known. `first` is a number that no earlier host of this machine has come to, such
    /// as the time: a page that outlived one host must see that it speaks with another.
    pub fn new(first: u64) -> Self {
        Self { state: watch::Sender::new(State { seen: first, ..State::default() }) }
    }

    /// The site is another now, or what is wrong with it; pages hear it at once. `wrong` is empty if all is well.
    pub fn tell(&self, wrong: &str) {
        self.state.send_modify(|state| {
            state.seen += 1;
            wrong.clone_into(&mut state.wrong);
        });
    }

    /// What is wrong with the content now; empty if nothing is.
    #[cfg(test)]
    pub(crate) fn wrong(&self) -> String {
        self.state.borrow().wrong.clone()
    }

    /// Lets nobody wait any longer.
    pub fn end(&self) {
        self.state.send_modify(|state| state.ended = true);
    }

    /// The page as it is sent: with the script, and a policy of its own that allows it. `base` is the path of the site.
    pub(super) fn instrument(&self, page: &[u8], base: &str) -> Vec<u8> {
        let seen = self.state.borrow().seen;
        let page = String::from_utf8_lossy(page).replacen("script-src ", &allowed(), 1);
        let (before, after) = page.rsplit_once("</body>").unwrap_or((&page, ""));
        let facts = format!("{base}/{PATH}\" data-seen=\"{seen}\">");
        format!("{before}{BEFORE}{facts}{SCRIPT}</script></body>{after}").into_bytes()
    }

    async fn newer(&self, seen: u64) -> State {
        let mut told = self.state.subscribe();
        let newer = told.wait_for(|state| state.seen != seen || state.ended);
        match tokio::time::timeout(WAIT, newer).await {
            Ok(Ok(state)) => state.clone(),
            _ => self.state.borrow().clone(),
        }
    }
}

fn allowed() -> String {
    format!("script-src {} ", *SOURCE)
}

/// The policy of a header with the script allowed.
pub(super) fn policy(policy: &HeaderValue) -> HeaderValue {
    let text = policy.to_str().unwrap_or_default().replacen("script-src ", &allowed(), 1);
    HeaderValue::try_from(text).unwrap_or_else(|_| policy.clone())
}

/// Answers a page that asks.
pub(super) async fn reply(visit: Visit<'_>, watched: &Watched) -> Reply {
    let query = visit.request.query_string();
    let seen = query.strip_prefix("seen=").and_then(|seen| seen.parse().ok()).unwrap_or_default();
    let state = watched.newer(seen).await;
    let json = serde_json::to_vec(&state).unwrap_or_default();
    Reply::new(StatusCode::OK, "application/json", NO_STORE, json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_put_at_the_end_and_allowed_by_its_hash_alone() {
        let watched = Watched::new(7);
        let page = "<meta content=\"script-src 'sha256-x'; connect-src 'self'\"><body>Ủy ban</body></html>";
        let page = String::from_utf8(watched.instrument(page.as_bytes(), "/thu")).unwrap();
        assert!(page.contains(&format!("script-src {} 'sha256-x';", *SOURCE)), "{page}");
        assert!(
            page.contains("Ủy ban<script data-at=\"/thu/-/watched\" data-seen=\"7\">")
                && page.ends_with("</body></html>")
        );
        let header = policy(&HeaderValue::from_static("default-src 'none'; script-src 'sha256-x'"));
        assert!(header.to_str().unwrap().contains(&*SOURCE));
        assert!(!header.to_str().unwrap().contains("unsafe"));
    }

    #[test]
    fn who_waits_hears_of_the_next_state_and_of_the_end() {
        let watched = Watched::new(1);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let (state, ()) = tokio::join!(watched.newer(1), async { watched.tell("dòng 3") });
            assert_eq!((state.seen, state.wrong.as_str()), (2, "dòng 3"));
            assert_eq!(watched.newer(1).await.seen, 2, "at once");
            let (state, ()) = tokio::join!(watched.newer(2), async { watched.end() });
            assert_eq!(state.seen, 2);
        });
    }
}
