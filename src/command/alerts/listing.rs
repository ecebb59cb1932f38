//! `niemyet alerts list`: settings, recipients, and where each message stands.

use super::settings::{Settings, password};
use super::{digits, recipient_digits, settings as names};
use crate::alert::Trouble;
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::outside;
use crate::diagnostic::Tongue;
use crate::feedback::alert::{Facts, Recipient};
use crate::store::{AlertState, Recipients, Store, StoredAlert, UnreadableRecipient};
use crate::text::in_vietnam;

/// How many messages of each state are shown.
const SHOWN: u32 = 50;

pub(super) fn run(common: &Common, store: &dyn Store) -> anyhow::Result<Done> {
    outside::say(&settings(common, &Settings(store.alert_settings()?)));
    let recipients = store.recipients()?;
    let Recipients { readable: recipients, unreadable } = recipients;
    for one in &recipients {
        outside::say(&recipient(one));
    }
    for one in &unreadable {
        outside::say(&unreadable_recipient(one, common.lang));
    }
    if recipients.is_empty() && unreadable.is_empty() {
        outside::note(nobody(common.lang));
    }
    for state in [AlertState::Failed, AlertState::Waiting, AlertState::Sent] {
        let alerts = store.alerts_in(state, SHOWN)?;
        outside::say(&format!("{}: {}", heading(state, common.lang), count(&alerts)));
        for one in &alerts {
            outside::say(&line(one, &recipients, common.lang));
        }
    }
    Ok(Done::Fine)
}

/// The settings in words, and whether there is a password.
pub(super) fn settings(common: &Common, settings: &Settings) -> String {
    let shown = |name| settings.0.get(name).map_or("–", String::as_str);
    let secret = match password(&common.data) {
        Ok(Some(_)) => "✓".to_owned(),
        Ok(None) => "–".to_owned(),
        Err(trouble) => trouble.say(common.lang),
    };
    let (server, from, user) = (shown(names::SERVER), shown(names::FROM), shown(names::USER));
    let (hour, authority) = (settings.hour(), settings.0.contains_key(names::AUTHORITY));
    let authority = if authority { "✓" } else { "–" };
    match common.lang {
        Tongue::Vietnamese => format!(
            "Máy chủ thư: {server}\tNgười gửi: {from}\tĐăng nhập: {user}\tMật khẩu: {secret}\tCA riêng: {authority}\tGiờ gửi tổng hợp: {hour}"
        ),
        Tongue::English => format!(
            "Mail server: {server}\tFrom: {from}\tUser: {user}\tPassword: {secret}\tOwn authority: {authority}\tHour of digests: {hour}"
        ),
    }
}

/// A recipient on a line.
pub(super) fn recipient(one: &Recipient) -> String {
    let kinds: Vec<_> = one.kinds.iter().map(|kind| kind.word()).collect();
    let tongues: Vec<_> = one.tongues.iter().map(|tongue| tongue.tag()).collect();
    let agency = one.agency.as_ref().map_or("*", |agency| agency.as_str());
    let (id, target, audience) = (recipient_digits(one), &one.target, one.audience.word());
    format!(
        "{}\t{target}\t{agency}\t{}\t{}\t{audience}",
        &id[..8],
        kinds.join(","),
        tongues.join(",")
    )
}

/// A recipient that is told nothing, since its row cannot be read.
fn unreadable_recipient(one: &UnreadableRecipient, tongue: Tongue) -> String {
    let (id, reason) = (digits(&one.id), &one.reason);
    let id = id.get(..8).unwrap_or(&id);
    match tongue {
        Tongue::Vietnamese => {
            format!(
                "{id}\tKHÔNG ĐỌC ĐƯỢC, không gửi gì: {reason}. Bỏ rồi thêm lại: niemyet alerts remove {id}"
            )
        }
        Tongue::English => {
            format!(
                "{id}\tUNREADABLE, told nothing: {reason}. Take it out and add it anew: niemyet alerts remove {id}"
            )
        }
    }
}

pub(super) fn nobody(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vietnamese => {
            "Chưa có nơi nhận nào. Thêm: niemyet alerts add --mail ĐỊA-CHỈ --agency MÃ-ĐƠN-VỊ"
        }
        Tongue::English => {
            "There is no recipient. Add one: niemyet alerts add --mail ADDRESS --agency ID"
        }
    }
}

fn heading(state: AlertState, tongue: Tongue) -> &'static str {
    match (tongue, state) {
        (Tongue::Vietnamese, AlertState::Failed) => "Đã thôi gửi",
        (Tongue::Vietnamese, AlertState::Waiting) => "Đang chờ",
        (Tongue::Vietnamese, AlertState::Sent) => "Đã gửi, mới nhất trước",
        (Tongue::English, AlertState::Failed) => "Given up",
        (Tongue::English, AlertState::Waiting) => "Waiting",
        (Tongue::English, AlertState::Sent) => "Sent, the latest first",
    }
}

fn count(alerts: &[StoredAlert]) -> String {
    let most = alerts.len() >= usize::try_from(SHOWN).unwrap_or(usize::MAX);
    format!("{}{}", alerts.len(), if most { "+" } else { "" })
}

/// A message on a line: when, what, to whom, how often it was tried, what it met, when it is tried next.
fn line(one: &StoredAlert, recipients: &[Recipient], tongue: Tongue) -> String {
    let to = recipients.iter().find(|known| known.id == one.recipient);
    let to = to.map_or("–", |known| known.target.address());
    let kind = serde_json::from_str::<Facts>(&one.facts);
    let kind = kind.map_or("?", |facts| facts.kind().word());
    let (agency, tries) = (&one.agency, one.tries);
    let mut line = format!("  {}\t{kind}\t{agency}\t{to}\t×{tries}", moment(one.created_at));
    if one.state == AlertState::Waiting && tries > 0 {
        let next = match tongue {
            Tongue::Vietnamese => format!("\tgửi lại lúc {}", moment(one.next_at)),
            Tongue::English => format!("\tnext try {}", moment(one.next_at)),
        };
        line.push_str(&next);
    }
    if let Some(trouble) = &one.trouble {
        line.push('\t');
        line.push_str(&Trouble::read(trouble).say(tongue));
    }
    line
}

fn moment(at: i64) -> String {
    let (day, hour) = in_vietnam(at);
    format!("{day} {hour}")
}
