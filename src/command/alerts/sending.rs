//! Takes messages that are due out of the queue, one by one, and hands them to the other side.

use std::path::Path;

use anyhow::Context;

use super::settings::{Settings, password};
use super::wait;
use crate::alert::{Hooks, Mailer, NameOf, Names, Told, Trouble};
use crate::diagnostic::Tongue;
use crate::feedback::Secret;
use crate::feedback::alert::{Facts, Recipient, Target, next_try};
use crate::publication::RatingDesk;
use crate::store::{AlertWork, Store, StoredAlert, Work, Worked};
use crate::text::{Language, Slug};

/// For how long a message is nobody else's, in milliseconds: longer than all steps of an exchange can take together.
const LEASE: i64 = 6 * 60 * 1_000;

/// How many messages are looked at in one go.
const AT_ONCE: u32 = 50;

/// What sending needs besides the queue.
pub(super) struct Sending<'a> {
    pub(super) desk: &'a RatingDesk,
    pub(super) data: &'a Path,
    pub(super) secret: &'a Secret,
    pub(super) hooks: &'a Hooks,
}

impl Sending<'_> {
    /// Sends what is due on one way (`mail`, `hook`) until nothing is left or `stopped` says so; the clock is asked
    /// before each message.
    pub(super) fn send_due(
        &self,
        store: &dyn Store,
        way: &str,
        clock: &dyn Fn() -> i64,
        stopped: &dyn Fn() -> bool,
    ) -> anyhow::Result<()> {
        let due = store.alerts_due(way, clock(), AT_ONCE)?;
        if due.is_empty() {
            return Ok(());
        }
        let (recipients, settings) = (store.recipients()?, Settings(store.alert_settings()?));
        let unreadable = |id: &[u8]| recipients.unreadable.iter().any(|one| one.id == id);
        for alert in due {
            if stopped() {
                return Ok(());
            }
            let now = clock();
            let (id, tries) = (alert.id, alert.tries);
            let claim = AlertWork::Claim { alert: id, tries, now, lease_until: now + LEASE };
            if wait(store.work(Work::Alerts(claim)))? != Worked::Done {
                continue;
            }
            let recipient = recipients.readable.iter().find(|one| one.id == alert.recipient);
            let met = if unreadable(&alert.recipient) {
                Err(Trouble::Unwritable("the row of the recipient cannot be read".into()))
            } else {
                self.send(&settings, recipient, &alert, now)
            };
            let settled = settle(&alert, &met, clock());
            wait(store.work(Work::Alerts(settled))).context("noting what came of an alert")?;
        }
        Ok(())
    }

    fn send(
        &self,
        settings: &Settings,
        recipient: Option<&Recipient>,
        alert: &StoredAlert,
        now: i64,
    ) -> Result<(), Trouble> {
        let gone = || Trouble::Unwritable("the recipient was taken out".into());
        let recipient = recipient.ok_or_else(gone)?;
        let facts: Facts = serde_json::from_str(&alert.facts)
            .map_err(|error| Trouble::Unwritable(error.to_string()))?;
        let told = Told {
            id: alert.id,
            agency: alert.agency.clone(),
            facts,
            at: alert.created_at,
            attempt: alert.tries + 1,
            // A lease that nobody gave back was held by somebody who died in the middle.
            may_be_repeated: alert.unsure || alert.lease_until > 0,
        };
        self.tell(settings, recipient, &told, now)
    }

    /// Sends one message to one recipient.
    pub(super) fn tell(
        &self,
        settings: &Settings,
        recipient: &Recipient,
        told: &Told,
        now: i64,
    ) -> Result<(), Trouble> {
        let name_of = |agency: &Slug, counter: Option<&Slug>, tongue| {
            name_of(self.desk, agency, counter, tongue)
        };
        match &recipient.target {
            Target::Mail(address) => {
                let letter = told.letter(&names(self.desk, &name_of), &recipient.tongues);
                let server = settings.server()?;
                let password = if server.user.is_some() { password(self.data)? } else { None };
                Mailer::new(&server, password.as_deref())?.send(address, told, &letter)
            }
            Target::Hook(address) => {
                let key = self.secret.webhook_key(&recipient.id);
                let desk = format!("{}/desk/", self.desk.site.base_url);
                self.hooks.send(address, &key, told, &desk, now)
            }
        }
    }
}

/// What is noted of a try.
fn settle(alert: &StoredAlert, met: &Result<(), Trouble>, at: i64) -> AlertWork {
    let Err(trouble) = met else { return AlertWork::Sent { alert: alert.id, at } };
    let tries = alert.tries + 1;
    let next_at = next_try(tries, at, alert.until);
    let said = trouble.say(Tongue::English);
    if next_at.is_none() {
        tracing::error!(tries, cause = said, "an alert was given up; see: niemyet alerts list");
    } else if tries == 1 || tries.is_multiple_of(10) {
        tracing::warn!(tries, cause = said, "an alert could not be sent yet");
    }
    AlertWork::NotSent {
        alert: alert.id,
        tries,
        next_at,
        unsure: alert.unsure || alert.lease_until > 0 || trouble.may_have_arrived(),
        trouble: trouble.written(),
        at,
    }
}

fn names<'a>(desk: &'a RatingDesk, name_of: &'a NameOf<'a>) -> Names<'a> {
    let site = desk.site.short_name.original().to_owned();
    Names { site, base_url: &desk.site.base_url, name_of }
}

fn name_of(
    desk: &RatingDesk,
    agency: &Slug,
    counter: Option<&Slug>,
    tongue: Tongue,
) -> Option<String> {
    let language = match tongue {
        Tongue::Vietnamese => Language::VI,
        Tongue::English => Language::EN,
    };
    let name = match counter {
        None => &desk.matters.place(agency.as_str())?.name,
        Some(counter) => &desk.counter(agency, counter.as_str())?.counter_name,
    };
    Some(name.read(language, desk.site.binding()).words.to_owned())
}
