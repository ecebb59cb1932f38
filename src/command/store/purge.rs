//! `niemyet store purge`, and the same once a day inside `serve`, with what else is done there once a day.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use anyhow::Context;

use super::arguments::PurgeArguments;
use super::closing;
use crate::command::done::Done;
use crate::command::flags::{Common, ReadingArguments};
use crate::command::{database, outside};
use crate::content;
use crate::diagnostic::Tongue;
use crate::feedback::Retention;
use crate::store::{Place, PurgePlan, Purged, Store, StoreError};

/// How long `serve` waits between two purges.
const DAY: Duration = Duration::from_hours(24);

pub(super) fn run(common: &Common, arguments: &PurgeArguments) -> anyhow::Result<Done> {
    // Opened first, so that the database is of the newest format.
    let _store = database::existing(common)?;
    let reading_arguments = ReadingArguments { as_of: None, no_cache: false };
    let options = outside::reading(common, &reading_arguments, true)?;
    let reading = content::read(&common.site, &options);
    let Some(publication) = reading.publication.filter(|_| reading.report.errors() == 0) else {
        // Periods that cannot be read are not guessed: what is taken out does not come back.
        outside::say(&reading.report.human(common.lang, outside::wants_colour()));
        return Ok(Done::Problems);
    };
    let plan = PurgePlan::of(&publication.site.retention, outside::moment());
    let place = database::place(common)?;
    let purged = crate::store::purge(&place, &plan, !arguments.yes, arguments.trust_clock)
        .context(doing(common.lang))?;
    outside::say(&words(common.lang, &plan, &purged, arguments.yes));
    Ok(Done::Fine)
}

/// A thread that closes what is over and purges, when it starts and once a day.
pub(in crate::command) struct Daily {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Daily {
    /// Starts it for the data folder.
    pub(in crate::command) fn start(
        common: &Common,
        store: Arc<dyn Store>,
        retention: &Retention,
    ) -> anyhow::Result<Self> {
        let place = database::place(common)?;
        let (tongue, retention) = (common.lang, retention.clone());
        let (stop, stopped) = channel();
        let run = move || {
            loop {
                // First: a matter's time of keeping runs from its last act.
                close(tongue, &*store);
                log(tongue, &place, &retention);
                if stopped.recv_timeout(DAY) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let thread = Builder::new().name("purge".into()).spawn(run);
        Ok(Self { stop, thread: thread.map_err(StoreError::Thread)? })
    }

    /// Ends it; a batch under way is written first.
    pub(in crate::command) fn stop(self) {
        drop(self.stop);
        // A thread that panicked has said so itself.
        let _ = self.thread.join();
    }
}

/// Closes what nobody can reopen any more, and says so.
fn close(tongue: Tongue, store: &dyn Store) {
    match closing::said(tongue, store, outside::moment()) {
        Ok(said) => said.iter().for_each(|said| outside::note(said)),
        Err(error) => outside::note(&outside::in_words(&error, tongue)),
    }
}

/// Purges, and says what was taken out or why nothing could be.
fn log(tongue: Tongue, place: &Place, retention: &Retention) {
    let plan = PurgePlan::of(retention, outside::moment());
    match crate::store::purge(place, &plan, false, false) {
        Ok(purged) if purged.is_empty() => {}
        Ok(purged) => outside::note(&words(tongue, &plan, &purged, true)),
        Err(error) => {
            let error = anyhow::Error::new(error).context(doing(tongue));
            outside::note(&outside::in_words(&error, tongue));
        }
    }
}

fn doing(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vietnamese => "không dọn được dữ liệu hết hạn lưu",
        Tongue::English => "cannot purge",
    }
}

fn words(tongue: Tongue, plan: &PurgePlan, purged: &Purged, done: bool) -> String {
    let Purged { marked_words, words, ratings, contacts, matters, log, sealed } = purged;
    let (year, month) = (plan.ratings / 100, plan.ratings % 100);
    let agencies = sealed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut text = match (tongue, done) {
        (Tongue::Vietnamese, true) => format!(
            "Hết hạn lưu, đã xóa: {marked_words} lời viết có thể có dữ liệu cá nhân, {words} lời viết khác, \
             {ratings} lượt đánh giá trước tháng {month:02}/{year}"
        ),
        (Tongue::Vietnamese, false) => format!(
            "Hết hạn lưu, sẽ xóa: {marked_words} lời viết có thể có dữ liệu cá nhân, {words} lời viết khác, \
             {ratings} lượt đánh giá trước tháng {month:02}/{year}. Chưa xóa gì; xóa thật: thêm --yes"
        ),
        (Tongue::English, true) => format!(
            "Kept long enough, taken out: {marked_words} texts that may hold personal data, {words} other \
             texts, {ratings} ratings from before {year}-{month:02}"
        ),
        (Tongue::English, false) => format!(
            "Kept long enough, to be taken out: {marked_words} texts that may hold personal data, {words} \
             other texts, {ratings} ratings from before {year}-{month:02}. Nothing is taken out yet; add --yes"
        ),
    };
    if contacts + matters > 0 {
        let of_matters = match tongue {
            Tongue::Vietnamese => format!(
                "; {contacts} liên hệ của người gửi phản ánh, báo tin; {matters} phản ánh, tin báo với quá trình \
                 xử lý"
            ),
            Tongue::English => format!(
                "; {contacts} contacts of people who sent petitions or reports; {matters} petitions and reports \
                 with the record of their handling"
            ),
        };
        text.push_str(&of_matters);
    }
    if *log > 0 {
        let of_log = match tongue {
            Tongue::Vietnamese => format!("; {log} dòng nhật ký của bàn xử lý"),
            Tongue::English => format!("; {log} rows of the desk's log"),
        };
        text.push_str(&of_log);
    }
    if done && !sealed.is_empty() {
        text.push_str(match tongue {
            Tongue::Vietnamese => "; số tổng hợp các tháng trước đó được giữ và niêm phong: ",
            Tongue::English => "; the counts of earlier months stay and are sealed: ",
        });
        text.push_str(&agencies);
    }
    text
}
