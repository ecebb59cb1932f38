//! What a batch changes in matters, as rows of values for a few statements: whichever database only carries them
//! out. The kinds of the values are `t` text, `b` bytes and `n` number.

use super::matter_ledger::{MatterChanges, MatterId, Standing};
use super::tally::day_number;
use super::trigrams::Trigrams;
use super::upkeep::Held;
use super::{StoreError, marks_text};
use crate::feedback::matter::{Contact, Demand, Event, TrackingHash};
use crate::text::{Slug, fold};

/// A statement that writes rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MatterStatement {
    /// What stands before the values of a row.
    pub(super) sql: &'static str,
    /// What stands in the place of the values: one row of `SQLite`, a batch of PostgreSQL.
    pub(super) kinds: &'static str,
    /// Whether every row must be written: fewer mean that somebody else wrote one at the same moment.
    pub(super) all: bool,
}

/// A new matter.
pub(super) const ADD: MatterStatement = MatterStatement {
    sql: "INSERT INTO matter (agency, id, tracking, kind, procedure, edition_from, edition, counter, page, \
          demands, words, folded, language, received_at, marks, state, due, handled_by, answered_by, events, \
          changed_at, assigned, number, held, trigrams_a, trigrams_b, trigrams_c, trigrams_d) ROWS",
    kinds: "tbbttnbttttttnttnnnnnttnnnnn",
    all: true,
};

/// A line of a log.
pub(super) const LOG: MatterStatement = MatterStatement {
    sql: "INSERT INTO matter_event (agency, matter, number, at, author, account, act) ROWS",
    kinds: "tbnnttt",
    all: true,
};

/// Who brought a matter.
pub(super) const CONTACT: MatterStatement = MatterStatement {
    sql: "INSERT INTO contact (agency, matter, name, phone, email, address) ROWS",
    kinds: "tbtttt",
    all: true,
};

/// What follows from a log that has grown.
pub(super) const CHANGE: MatterStatement = MatterStatement {
    sql: "UPDATE matter SET words = new.words, folded = new.folded, state = new.state, due = new.due, \
          handled_by = new.handled_by, answered_by = new.answered_by, events = new.events, \
          changed_at = new.changed_at, assigned = new.assigned, number = new.number, held = new.held, \
          trigrams_a = new.trigrams_a, trigrams_b = new.trigrams_b, trigrams_c = new.trigrams_c, \
          trigrams_d = new.trigrams_d \
          FROM ROWS AS new (agency, id, words, folded, state, due, handled_by, answered_by, events, changed_at, \
          assigned, number, held, trigrams_a, trigrams_b, trigrams_c, trigrams_d) \
          WHERE matter.agency = new.agency AND matter.id = new.id",
    kinds: "tbtttnnnnnttnnnnn",
    all: true,
};

/// A contact that is deleted.
pub(super) const FORGET: MatterStatement = MatterStatement {
    sql: "DELETE FROM contact WHERE (agency, matter) IN (ROWS)",
    kinds: "tb",
    all: false,
};

/// All statements, in the order in which they are carried out.
pub(super) const STATEMENTS: [MatterStatement; 5] = [ADD, LOG, CONTACT, CHANGE, FORGET];

impl MatterChanges {
    /// The rows of each of [`STATEMENTS`].
    pub(super) fn rows(&self) -> Result<[Vec<Vec<Held>>; 5], StoreError> {
        let logged = self.logged.iter().map(|(place, number, event)| log(place, *number, event));
        let contacts = self.added.iter().filter_map(|one| {
            let contact = one.matter.contact.as_ref()?;
            Some(contact_row(&one.matter.agency, one.id, contact))
        });
        Ok([
            self.added.iter().map(added).collect(),
            logged.collect::<Result<_, _>>()?,
            contacts.collect(),
            self.changed.iter().map(changed).collect(),
            self.forgotten.iter().map(|(agency, id)| vec![text(agency), bytes(id)]).collect(),
        ])
    }
}

fn added(one: &Standing) -> Vec<Held> {
    let matter = &one.matter;
    let posted = matter.posted.as_ref();
    let TrackingHash(tracking) = matter.tracking;
    let folded = fold(&matter.words);
    let trigrams = Trigrams::of(&folded);
    let demands = matter.demands.iter().map(|demand| demand.word()).collect::<Vec<_>>();
    let mut row = vec![
        text(&matter.agency),
        bytes(&one.id),
        bytes(&tracking),
        Held::Text(matter.kind.word().into()),
        some_text(posted.map(|posted| posted.procedure.as_str())),
        some_number(posted.and_then(|posted| posted.from).map(|day| i64::from(day_number(day)))),
        posted.map_or(Held::Null, |posted| bytes(&posted.edition.0)),
        some_text(matter.counter.as_ref().map(Slug::as_str)),
        some_text(matter.page.as_deref()),
        Held::Text(demands.join(" ")),
        Held::Text(matter.words.to_string()),
        Held::Text(folded),
        Held::Text(matter.language.tag().into()),
        Held::Number(matter.received_at),
        Held::Text(marks_text::write(&matter.marks)),
    ];
    row.extend(standing(one));
    row.extend(trigrams.0.map(Held::Number));
    row
}

fn changed(one: &Standing) -> Vec<Held> {
    let words = &one.matter.words;
    let folded = fold(words);
    let trigrams = Trigrams::of(&folded);
    let mut row = vec![
        text(&one.matter.agency),
        bytes(&one.id),
        Held::Text(words.to_string()),
        Held::Text(folded),
    ];
    row.extend(standing(one));
    row.extend(trigrams.0.map(Held::Number));
    row
}

/// What the log amounts to, as it is searched.
fn standing(one: &Standing) -> [Held; 9] {
    let life = &one.life;
    let day = |day| Held::Number(day_number(day).into());
    [
        Held::Text(life.state.word().into()),
        life.due().map_or(Held::Null, day),
        day(life.dues.handled),
        day(life.dues.answered),
        Held::Number(life.events.into()),
        Held::Number(life.changed_at),
        some_text(life.assigned.as_deref()),
        some_text(life.number.as_deref()),
        Held::Number(one.held().into()),
    ]
}

fn log((agency, id): &MatterId, number: u32, event: &Event) -> Result<Vec<Held>, StoreError> {
    let act = serde_json::to_string(&event.act);
    Ok(vec![
        text(agency),
        bytes(id),
        Held::Number(number.into()),
        Held::Number(event.at),
        Held::Text(event.by.word().into()),
        some_text(event.by.account()),
        Held::Text(act.map_err(|error| StoreError::Export(error.into()))?),
    ])
}

fn contact_row(agency: &Slug, id: [u8; 16], contact: &Contact) -> Vec<Held> {
    vec![
        text(agency),
        bytes(&id),
        Held::Text(contact.name.to_string()),
        some_text(contact.phone.as_deref()),
        some_text(contact.email.as_deref()),
        some_text(contact.address.as_deref()),
    ]
}

/// The demands of their words; none if one of them is unknown.
pub(super) fn demands(words: &str) -> Option<Vec<Demand>> {
    words.split_whitespace().map(Demand::parse).collect()
}

fn text(slug: &Slug) -> Held {
    Held::Text(slug.to_string())
}

fn some_text(text: Option<&str>) -> Held {
    text.map_or(Held::Null, |text| Held::Text(text.to_owned()))
}

fn some_number(number: Option<i64>) -> Held {
    number.map_or(Held::Null, Held::Number)
}

fn bytes(bytes: &[u8]) -> Held {
    Held::Bytes(bytes.to_vec())
}
