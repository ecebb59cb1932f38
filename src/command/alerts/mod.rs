//! `niemyet alerts`: who is told of what by mail or webhook, whether it works, and what waits; and the threads of
//! `serve` that do the telling.

pub(super) mod arguments;
mod listing;
mod planning;
mod ratings;
mod running;
mod sending;
mod settings;

use arguments::AlertsArguments;
pub(super) use running::Telling;

use std::sync::Arc;

use anyhow::{Context, ensure};
use arguments::{AddArguments, AlertsVerb, AudienceWord, MailArguments};
use sending::Sending;
use settings::Settings;

use super::done::Done;
use super::flags::Common;
use super::{build, database, keys, outside};
use crate::alert::{Hooks, MailServer, Told, written_secret};
use crate::diagnostic::Tongue;
use crate::feedback::alert::{AlertKind, Audience, END, Facts, Recipient, Target};
use crate::host::Posted;
use crate::release::Folder;
use crate::store::{AlertWork, By, Promise, Store, Work, Worked};
use crate::text::{Hour, Slug};

pub(super) fn run(common: &Common, arguments: &AlertsArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        AlertsVerb::Mail(one) => mail(common, one),
        AlertsVerb::Add(one) => add(common, one),
        AlertsVerb::Remove(one) => remove(common, &one.recipient),
        AlertsVerb::Secret(one) => secret(common, &one.recipient),
        AlertsVerb::List => listing::run(common, &*database::existing(common)?),
        AlertsVerb::Test(one) => test(common, one.recipient.as_deref()),
        AlertsVerb::Retry => retry(common),
    }
}

fn mail(common: &Common, arguments: &MailArguments) -> anyhow::Result<Done> {
    let store = database::open(common)?;
    let mut settings = Settings(store.alert_settings()?);
    let authority = match arguments.authority.as_deref() {
        None | Some("") => arguments.authority.clone(),
        Some(file) => {
            let read = std::fs::read_to_string(file);
            Some(read.with_context(|| format!("cannot read {file}"))?)
        }
    };
    let given = [
        (settings::AUTHORITY, &authority),
        (settings::SERVER, &arguments.server),
        (settings::FROM, &arguments.from),
        (settings::USER, &arguments.user),
        (settings::HOUR, &arguments.hour),
    ];
    let given = given.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
    let given: Vec<_> = given.collect();
    for (name, value) in &given {
        settings.0.remove(*name);
        if !value.is_empty() {
            settings.0.insert((*name).to_owned(), (*value).to_owned());
        }
    }
    // Looked at as a whole before anything is kept.
    if let Some(hour) = settings.0.get(settings::HOUR) {
        Hour::parse(hour)?;
    }
    if let Some(server) = settings.0.get(settings::SERVER) {
        let from = settings.0.get(settings::FROM).map_or("", String::as_str);
        let some = |name| settings.0.get(name).map(String::as_str);
        MailServer::parse(server, some(settings::USER), from, some(settings::AUTHORITY))?;
    }
    for (name, value) in given {
        let value = (!value.is_empty()).then(|| value.to_owned());
        set(&*store, AlertWork::Set { name: name.to_owned(), value, by: by() })?;
    }
    outside::say(&listing::settings(common, &settings));
    Ok(Done::Fine)
}

fn add(common: &Common, arguments: &AddArguments) -> anyhow::Result<Done> {
    let target = match (&arguments.to.mail, &arguments.to.hook) {
        (Some(mail), _) => Target::mail(mail)?,
        (None, hook) => Target::hook(hook.as_deref().unwrap_or_default())?,
    };
    let agency = match &arguments.of.agency {
        None => None,
        Some(agency) => Some(known_agency(common, agency)?),
    };
    let mut id = [0; 16];
    outside::random(&mut id)?;
    let kinds = &arguments.kinds;
    let mut kinds = if kinds.is_empty() { AlertKind::USUAL.to_vec() } else { kinds.clone() };
    kinds.sort_unstable();
    kinds.dedup();
    let mut tongues = arguments.languages.clone();
    tongues.dedup();
    let recipient = Recipient {
        id,
        agency,
        target,
        tongues,
        kinds,
        audience: match arguments.audience {
            AudienceWord::Leader => Audience::Leader,
            AudienceWord::Officers => Audience::Officers,
        },
        created_at: outside::moment(),
    };
    let store = database::open(common)?;
    set(&*store, AlertWork::Add { recipient: Box::new(recipient.clone()), by: by() })?;
    outside::say(&listing::recipient(&recipient));
    if matches!(recipient.target, Target::Hook(_)) {
        show_secret(common, &recipient)?;
    }
    let next = recipient_digits(&recipient);
    outside::note(&match common.lang {
        Tongue::Vietnamese => format!("Thử: niemyet alerts test {}", &next[..8]),
        Tongue::English => format!("Try it: niemyet alerts test {}", &next[..8]),
    });
    Ok(Done::Fine)
}

fn remove(common: &Common, named: &str) -> anyhow::Result<Done> {
    let store = database::existing(common)?;
    // One that cannot be read has no address to be called by.
    for one in store.recipients()?.unreadable {
        if named.len() >= 4 && digits(&one.id).starts_with(named) {
            let recipient = one.id.as_slice().try_into().context("the id is damaged too")?;
            set(&*store, AlertWork::Remove { recipient, by: by() })?;
            outside::say(&digits(&one.id));
            return Ok(Done::Fine);
        }
    }
    let recipient = find(common, &*store, named)?;
    set(&*store, AlertWork::Remove { recipient: recipient.id, by: by() })?;
    outside::say(&match common.lang {
        Tongue::Vietnamese => {
            format!("Đã bỏ {}; thông báo đang chờ gửi tới đó cũng bỏ.", recipient.target)
        }
        Tongue::English => {
            format!("{} is taken out, with all that waited for it.", recipient.target)
        }
    });
    Ok(Done::Fine)
}

fn secret(common: &Common, named: &str) -> anyhow::Result<Done> {
    let (_, recipient) = existing(common, named)?;
    ensure!(
        matches!(recipient.target, Target::Hook(_)),
        match common.lang {
            Tongue::Vietnamese => "chỉ webhook mới có khóa ký",
            Tongue::English => "only webhooks are signed",
        }
    );
    show_secret(common, &recipient)?;
    Ok(Done::Fine)
}

/// Prints the secret: on standard output alone, so that it can be piped to where it belongs.
fn show_secret(common: &Common, recipient: &Recipient) -> anyhow::Result<()> {
    let key = keys::secret(&common.data)?.webhook_key(&recipient.id);
    outside::note(match common.lang {
        Tongue::Vietnamese => "Khóa ký, chỉ đưa cho nơi nhận webhook (Standard Webhooks):",
        Tongue::English => "The secret, for the receiver of the webhook only (Standard Webhooks):",
    });
    outside::say(&written_secret(&key));
    Ok(())
}

fn test(common: &Common, named: Option<&str>) -> anyhow::Result<Done> {
    let store = database::existing(common)?;
    let recipients = match named {
        Some(named) => vec![find(common, &*store, named)?],
        None => store.recipients()?.readable,
    };
    if recipients.is_empty() {
        outside::say(listing::nobody(common.lang));
        return Ok(Done::Problems);
    }
    let settings = Settings(store.alert_settings()?);
    let posted = posted(common)?;
    let (desk, secret, hooks) = (posted.desk(), keys::secret(&common.data)?, Hooks::new());
    let sending = Sending { desk, data: &common.data, secret: &secret, hooks: &hooks };
    let mut done = Done::Fine;
    for recipient in recipients {
        let mut id = [0; 16];
        outside::random(&mut id)?;
        let common_place = desk.matters.common.clone();
        let agency = recipient.agency.clone().or(common_place);
        let Some(agency) = agency else { continue };
        let at = outside::moment();
        let told = Told { id, agency, facts: Facts::Test, at, attempt: 1, may_be_repeated: false };
        let met = sending.tell(&settings, &recipient, &told, at);
        let target = &recipient.target;
        outside::say(&match (&met, common.lang) {
            (Ok(()), Tongue::Vietnamese) => format!("{target}: bên kia đã nhận"),
            (Ok(()), Tongue::English) => format!("{target}: taken by the other side"),
            (Err(trouble), tongue) => format!("{target}: {}", trouble.say(tongue)),
        });
        if met.is_err() {
            done = Done::Problems;
        }
    }
    Ok(done)
}

fn retry(common: &Common) -> anyhow::Result<Done> {
    let store = database::existing(common)?;
    let now = outside::moment();
    let work = AlertWork::Retry { now, until: now + END };
    let any = wait(store.work(Work::Alerts(work)))? == Worked::Done;
    outside::say(match (common.lang, any) {
        (Tongue::Vietnamese, true) => {
            "Thông báo đang chờ hoặc đã thôi gửi sẽ được gửi lại ngay khi serve chạy."
        }
        (Tongue::Vietnamese, false) => "Không có thông báo nào chờ gửi.",
        (Tongue::English, true) => {
            "What waits or was given up is tried at once by a running serve."
        }
        (Tongue::English, false) => "Nothing waits.",
    });
    Ok(Done::Fine)
}

/// The id of an agency that the site has. Where nothing was built yet, whatever can be one.
fn known_agency(common: &Common, typed: &str) -> anyhow::Result<Slug> {
    let agency = Slug::parse(typed)?;
    if let Ok(posted) = posted(common) {
        ensure!(
            posted.desk().matters.place(typed).is_some(),
            match common.lang {
                Tongue::Vietnamese => format!("trang không có đơn vị {typed}"),
                Tongue::English => format!("the site has no agency {typed}"),
            }
        );
    }
    Ok(agency)
}

/// What was built last.
fn posted(common: &Common) -> anyhow::Result<Posted> {
    let release = Folder::new(build::release_folder(common)).open_current()?;
    Ok(Posted::open(release)?)
}

fn existing(common: &Common, named: &str) -> anyhow::Result<(Arc<dyn Store>, Recipient)> {
    let store = database::existing(common)?;
    let recipient = find(common, &*store, named)?;
    Ok((store, recipient))
}

/// The one recipient whose id begins so, or that has this address.
fn find(common: &Common, store: &dyn Store, named: &str) -> anyhow::Result<Recipient> {
    let mut found = store.recipients()?.readable;
    found.retain(|one| {
        one.target.address() == named
            || (named.len() >= 4 && recipient_digits(one).starts_with(named))
    });
    ensure!(
        found.len() == 1,
        match (common.lang, found.len()) {
            (Tongue::Vietnamese, 0) =>
                format!("không có nơi nhận {named}; xem: niemyet alerts list"),
            (Tongue::Vietnamese, n) => format!("{n} nơi nhận khớp {named}; ghi rõ mã hơn"),
            (Tongue::English, 0) => format!("no recipient is {named}; see: niemyet alerts list"),
            (Tongue::English, n) => format!("{n} recipients fit {named}; give more of the id"),
        }
    );
    Ok(found.remove(0))
}

fn recipient_digits(recipient: &Recipient) -> String {
    digits(&recipient.id)
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
}

/// Whoever sits at the machine, now: so the log names no account.
fn by() -> By {
    By { account: String::new(), at: outside::moment() }
}

fn set(store: &dyn Store, work: AlertWork) -> anyhow::Result<()> {
    wait(store.work(Work::Alerts(work))).map(drop)
}

fn wait<T>(promise: Promise<T>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(runtime.block_on(promise)?)
}
