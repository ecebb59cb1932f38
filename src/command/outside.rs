//! What comes from outside the program: the clock, randomness, the terminal, the program's own mark.
//! Everything below is handed these as plain values.

use std::io::{IsTerminal, Write};
use std::net::IpAddr;
use std::sync::Arc;

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use super::flags::{Common, ReadingArguments};
use super::want_of_room;
use crate::content::{CacheFolder, ReadingOptions};
use crate::diagnostic::{Report, Tongue};
use crate::publication::Publication;
use crate::release::Mark;
use crate::text::Date;

/// The zone whose midnight switches editions.
const ZONE: &str = "Asia/Ho_Chi_Minh";

/// Today in Vietnam.
#[allow(clippy::disallowed_methods, reason = "the one place that asks for the clock")]
pub(super) fn today() -> anyhow::Result<Date> {
    let zone = jiff::tz::TimeZone::get(ZONE).context("the time zone database has no Vietnam")?;
    let now = jiff::Timestamp::now().to_zoned(zone);
    let (year, month, day) = (now.year(), now.month(), now.day());
    Date::new(year, month.into(), day.into()).context("the clock of this machine is wrong")
}

/// The clock, as a host wants it: milliseconds UTC.
#[allow(clippy::disallowed_methods, reason = "the one place that asks for the clock")]
pub(super) fn clock() -> crate::host::Clock {
    Arc::new(|| jiff::Timestamp::now().as_millisecond())
}

/// A moment that the file system noted, as people in Vietnam read it.
pub(super) fn local_time(moment: std::time::SystemTime) -> anyhow::Result<String> {
    let zone = jiff::tz::TimeZone::get(ZONE).context("the time zone database has no Vietnam")?;
    let moment = jiff::Timestamp::try_from(moment).context("a file's time is out of range")?;
    Ok(moment.to_zoned(zone).strftime("%d/%m/%Y %H:%M").to_string())
}

/// Randomness, as a store and a host want it.
pub(super) fn randomness() -> crate::store::Randomness {
    // A system without randomness cannot keep secrets; nothing sensible can be done but stop.
    Arc::new(|bytes| {
        if let Err(error) = random(bytes) {
            panic!("{error}");
        }
    })
}

/// Whether this machine speaks IPv6 at all.
pub(super) fn has_ipv6() -> bool {
    std::net::TcpListener::bind((std::net::Ipv6Addr::LOCALHOST, 0)).is_ok()
}

/// The address of this machine on the local network: the one the system would send from. Connecting
/// a datagram socket sends nothing; the address asked about is one that is reserved for documents.
pub(super) fn lan_address() -> Option<IpAddr> {
    let asked =
        std::net::UdpSocket::bind((std::net::Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
            socket.connect((std::net::Ipv4Addr::new(192, 0, 2, 1), 9))?;
            socket.local_addr()
        });
    match asked {
        Ok(address) if !address.ip().is_loopback() && !address.ip().is_unspecified() => {
            Some(address.ip())
        }
        _ => lowest_address(),
    }
}

/// Without a route, any address of a local network: IPv4 first, since more phones speak it.
fn lowest_address() -> Option<IpAddr> {
    let mut found: Vec<IpAddr> = if_addrs::get_if_addrs()
        .ok()?
        .into_iter()
        .filter(|one| !one.is_loopback() && !one.is_link_local())
        .map(|one| one.ip())
        .collect();
    found.sort_by_key(|address| (address.is_ipv6(), *address));
    found.first().copied()
}

/// All addresses of this machine.
pub(super) fn own_addresses() -> Vec<IpAddr> {
    let found = if_addrs::get_if_addrs().unwrap_or_default();
    found.into_iter().map(|one| one.ip()).collect()
}

/// Fills a buffer with randomness of the operating system.
pub(super) fn random(bytes: &mut [u8]) -> anyhow::Result<()> {
    getrandom::fill(bytes)
        .map_err(|error| anyhow::anyhow!("no randomness from the system: {error}"))
}

/// The time, in milliseconds UTC.
#[allow(clippy::disallowed_methods, reason = "the one place that asks for the clock")]
pub(super) fn moment() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// A variable of the environment.
#[allow(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether somebody sits at a terminal and can be asked.
pub(super) fn can_ask() -> bool {
    std::io::stdin().is_terminal()
}

/// Asks at the terminal for yes or no; anything else than yes (có) is no.
pub(super) fn ask(question: &str) -> anyhow::Result<bool> {
    note(question);
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).context("reading from the terminal")?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "c" | "có" | "co"))
}

/// Asks at the terminal for what must not be shown.
pub(super) fn ask_secretly(question: &str) -> anyhow::Result<String> {
    rpassword::prompt_password(format!("{question} ")).context("reading from the terminal")
}

/// Prints to standard output; a closed pipe is no error.
#[allow(clippy::print_stdout, reason = "the one place that prints")]
pub(super) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes());
    if !text.ends_with('\n') {
        let _ = out.write_all(b"\n");
    }
}

/// Prints to standard error.
pub(super) fn note(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = writeln!(out, "{}", text.trim_end());
}

/// Says why the program could not work: what was tried, on what.
pub(super) fn complain(error: &anyhow::Error, tongue: Tongue) {
    note(&format!("niemyet: {}", in_words(error, tongue)));
}

/// An error with its causes in one line, and below it what to do about a full disk if it comes of one; what
/// the store says is in the operator's tongue.
pub(super) fn in_words(error: &anyhow::Error, tongue: Tongue) -> String {
    let causes = error.chain().map(|cause| crate::store::say(cause, tongue));
    let said = causes.collect::<Vec<_>>().join(": ");
    match want_of_room::advice(tongue, error) {
        Some(advice) => format!("{said}\n{advice}"),
        None => said,
    }
}

/// Lets what happens while serving be seen on standard error, a JSON object a line: warnings, or what `NIEMYET_LOG`
/// asks for (`info` tells every request, without who made it).
#[allow(clippy::disallowed_methods, reason = "the one room that reads the environment")]
pub(super) fn start_log() {
    let asked = std::env::var("NIEMYET_LOG").ok().and_then(|asked| asked.parse().ok());
    let filter = asked.unwrap_or_else(|| EnvFilter::new("niemyet=warn"));
    // Only a second start in one process can fail, and then a log is there.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}

/// Makes this thread give way to all others.
pub(super) fn give_way() {
    // Without it the work is done all the same, only less politely.
    #[cfg(unix)]
    let _ = rustix::process::nice(19);
}

/// Whether standard output is a terminal that wants colours.
pub(super) fn wants_colour() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// The options of a reading.
pub(super) fn reading(
    common: &Common,
    arguments: &ReadingArguments,
    keep_going: bool,
) -> anyhow::Result<ReadingOptions> {
    let today = match arguments.as_of {
        Some(day) => day,
        None => today()?,
    };
    let path = common.output.join("cache");
    let cache = CacheFolder { path, program: program_mark(), anew: arguments.no_cache };
    Ok(ReadingOptions { today, keep_going, cache: Some(cache) })
}

/// The publication as it stands today, with the day; none where it has errors, which are then said.
pub(super) fn publication(common: &Common) -> anyhow::Result<Option<(Publication, Date)>> {
    let options = reading(common, &ReadingArguments { as_of: None, no_cache: false }, false)?;
    let read = crate::content::read(&common.site, &options);
    if read.publication.is_none() {
        refuse(common, &read.report);
    }
    Ok(read.publication.map(|publication| (publication, options.today)))
}

/// Says what in the content stopped a work that is not about the content itself; warnings only as a count.
pub(super) fn refuse(common: &Common, report: &Report) {
    say(&report.only_errors().human(common.lang, wants_colour()));
    match (common.lang, report.warnings()) {
        (_, 0) => {}
        (Tongue::Vietnamese, count) => {
            note(&format!("Còn {count} cảnh báo; xem bằng `niemyet check`."));
        }
        (Tongue::English, count) => {
            note(&format!("Besides, {count} warnings; see them with `niemyet check`."));
        }
    }
}

/// Tells one build of the program from another, so that no cache of another is read.
fn program_mark() -> [u8; 16] {
    let about = std::env::current_exe().and_then(std::fs::metadata).and_then(|found| {
        let changed = found.modified()?.duration_since(std::time::UNIX_EPOCH);
        Ok((found.len(), changed.map(|age| age.as_nanos()).unwrap_or_default()))
    });
    let about = format!("{}{:?}", env!("CARGO_PKG_VERSION"), about.ok());
    Mark::of(about.as_bytes()).0
}
