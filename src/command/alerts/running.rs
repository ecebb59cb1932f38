//! The threads of `serve` that tell: one makes plans, one sends mails, one sends webhooks. None of them is in the way
//! of a request, and a server that hangs keeps only its own kind waiting.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle, sleep};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::planning::Round;
use super::sending::Sending;
use super::settings::Settings;
use super::wait;
use crate::alert::Hooks;
use crate::command::flags::Common;
use crate::command::{keys, outside};
use crate::feedback::Secret;
use crate::host::Board;
use crate::store::{AlertWork, Store, Work};

/// Between two looks at the queue.
const PAUSE: Duration = Duration::from_secs(2);

/// How long a stop waits for an exchange under way. One that takes longer is left: its lease ends, and the next try
/// says that it may be a repetition.
const PARTING: Duration = Duration::from_secs(5);

/// For how long it is kept that a message was sent or given up, in milliseconds.
const KEPT: i64 = 30 * 24 * 60 * 60 * 1_000;

/// The threads at work.
pub(in crate::command) struct Telling {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

/// What each of them has.
#[derive(Clone)]
struct Hand {
    store: Arc<dyn Store>,
    board: Arc<Board>,
    data: PathBuf,
    secret: Secret,
    stop: Arc<AtomicBool>,
}

impl Telling {
    /// Starts them.
    pub(in crate::command) fn start(
        common: &Common,
        store: &Arc<dyn Store>,
        board: &Arc<Board>,
    ) -> anyhow::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let hand = Hand {
            store: Arc::clone(store),
            board: Arc::clone(board),
            data: common.data.clone(),
            secret: keys::secret(&common.data)?,
            stop: Arc::clone(&stop),
        };
        let mut threads = Vec::new();
        let mut start = |name: &str, run: fn(&Hand)| {
            let hand = hand.clone();
            let thread = Builder::new().name(name.into()).spawn(move || run(&hand));
            threads.push(thread.context("starting a thread")?);
            anyhow::Ok(())
        };
        start("alerts", plan)?;
        start("mails", |hand| send(hand, "mail"))?;
        start("webhooks", |hand| send(hand, "hook"))?;
        Ok(Self { stop, threads })
    }

    /// Ends them; what is under way may end too, for a moment.
    pub(in crate::command) fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        let end = Instant::now() + PARTING;
        for thread in self.threads {
            while !thread.is_finished() && Instant::now() < end {
                sleep(Duration::from_millis(10));
            }
            if thread.is_finished() {
                // A thread that panicked has said so itself.
                let _ = thread.join();
            }
        }
    }
}

impl Hand {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Does something again and again. What goes wrong is told when it begins, not every time.
    fn again(&self, doing: &str, mut act: impl FnMut() -> anyhow::Result<()>) {
        let mut well = true;
        while !self.stopped() {
            let done = act();
            if let Err(error) = &done
                && well
            {
                tracing::warn!(cause = format!("{error:#}"), "{doing}");
            }
            well = done.is_ok();
            let next = Instant::now() + PAUSE;
            while !self.stopped() && Instant::now() < next {
                sleep(Duration::from_millis(50));
            }
        }
    }
}

fn plan(hand: &Hand) {
    let (random, mut swept, mut known) = (outside::randomness(), None, Vec::new());
    hand.again("alerts cannot be queued", || {
        let (now, store) = (outside::moment(), &*hand.store);
        if swept.is_none_or(|at| now - at > KEPT / 30) {
            wait(store.work(Work::Alerts(AlertWork::Sweep { before: now - KEPT })))?;
            swept = Some(now);
        }
        let unreadable = store.recipients()?.unreadable;
        for one in unreadable.iter().filter(|one| !known.contains(*one)) {
            tracing::error!(
                cause = one.reason,
                "a recipient of alerts cannot be read and is told nothing; see: niemyet alerts list"
            );
        }
        known = unreadable;
        let posted = hand.board.posted();
        let hour = Settings(store.alert_settings()?).hour();
        for plan in Round::begin(store, posted.desk(), &random, now, hour)?.plans()? {
            wait(store.work(plan))?;
        }
        Ok(())
    });
}

fn send(hand: &Hand, way: &str) {
    let hooks = Hooks::new();
    hand.again("alerts cannot be sent", || {
        let posted = hand.board.posted();
        let (desk, data, secret) = (posted.desk(), &hand.data, &hand.secret);
        let sending = Sending { desk, data, secret, hooks: &hooks };
        sending.send_due(&*hand.store, way, &outside::moment, &|| hand.stopped())
    });
}
