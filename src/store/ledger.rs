//! What a batch of orders changes, worked out from what the database holds: which ratings are new, which
//! are other than before, which tickets are spent, and how the tallies move. Pure, so that all databases
//! do the same; they only read what is wanted and write what is changed, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use super::matter_ledger::{MatterChanges, MatterLedger, MattersWanted};
use super::order::{Order, Outcome};
use super::rating_lists::{KeyIn, KeyedIn, SlipBatch, Word};
use super::{Amended, AuditEntry, Judged, Judgement, Kept, StoredRating, Tallies, Verdict};
use crate::feedback::{Amendment, Key, NotAmended, Submission, Ticket};
use crate::text::Slug;

/// What must be read before a batch can be worked out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Ratings by their keys.
    pub(super) keys: BTreeSet<(Slug, Key)>,
    /// Ratings by their ids.
    pub(super) ids: BTreeSet<(Slug, [u8; 16])>,
    /// Tickets that may be spent.
    pub(super) tickets: BTreeSet<(Slug, Ticket)>,
    /// Slips of paper that were collected together.
    pub(super) slips: BTreeSet<(Slug, [u8; 16])>,
    /// Matters and their logs.
    pub(super) matters: MattersWanted,
    /// How often tallies have been rebuilt, with the row locked.
    pub(super) turn: bool,
}

impl Wanted {
    /// What these orders are about.
    pub(super) fn by(orders: &[Order]) -> Self {
        let mut wanted = Self::default();
        for order in orders {
            match order {
                Order::Keep { submission, .. } => {
                    let agency = &submission.agency;
                    wanted.keys.insert((agency.clone(), submission.key));
                    let ticket = submission.ticket.map(|ticket| (agency.clone(), ticket));
                    wanted.tickets.extend(ticket);
                }
                Order::Amend(amendment) => {
                    let agency = &amendment.agency;
                    wanted.keys.insert((agency.clone(), amendment.key));
                    let ticket = amendment.ticket.map(|ticket| (agency.clone(), ticket));
                    wanted.tickets.extend(ticket);
                }
                Order::Judge { judgement, .. } => {
                    wanted.ids.insert((judgement.agency.clone(), judgement.rating));
                }
                Order::KeyIn { slip, .. } => {
                    let agency = &slip.submission.agency;
                    wanted.keys.insert((agency.clone(), slip.submission.key));
                    wanted.slips.insert((agency.clone(), slip.batch));
                }
                Order::Receive { matter, .. } => {
                    let tracked = (matter.agency.clone(), matter.tracking);
                    wanted.matters.tracked.insert(tracked);
                }
                Order::Append(entry) => {
                    wanted.matters.logged.insert((entry.agency.clone(), entry.matter));
                }
                Order::Adjust { .. } => wanted.turn = true,
            }
        }
        wanted
    }
}

/// What a batch changes.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Ratings to be added, by agency and key.
    pub(super) added: Vec<StoredRating>,
    /// Ratings that are other than before, by agency and key.
    pub(super) changed: Vec<StoredRating>,
    /// Tickets spent, with the rating that has them and the time, by agency and id.
    pub(super) spent: BTreeMap<(Slug, Ticket), (Key, i64)>,
    /// Judgements to be remembered under their ids.
    pub(super) judged: Vec<Word>,
    /// What the log of the desk says of slips that were keyed in.
    pub(super) keyed_in: Vec<AuditEntry>,
    /// What becomes of matters.
    pub(super) matters: MatterChanges,
    /// How the tallies move.
    pub(super) tallies: Tallies,
    /// How often they have been rebuilt now, if this batch does it.
    pub(super) turn: Option<i64>,
}

impl Changes {
    /// What the log of the desk says of it: all that officers did with matters and ratings.
    pub(super) fn audited(&self) -> Vec<AuditEntry> {
        let events = self.matters.logged.iter();
        let events =
            events.filter_map(|((agency, id), _, event)| AuditEntry::of_event(agency, id, event));
        let words = self.judged.iter().filter_map(Word::audited);
        events.chain(words).chain(self.keyed_in.iter().cloned()).collect()
    }
}

/// The state of a batch being worked out.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    ratings: BTreeMap<(Slug, Key), Entry>,
    keys: BTreeMap<(Slug, [u8; 16]), Key>,
    tickets: BTreeMap<(Slug, Ticket), Key>,
    spent: BTreeMap<(Slug, Ticket), (Key, i64)>,
    judged: Vec<Word>,
    slips: BTreeMap<(Slug, [u8; 16]), SlipBatch>,
    keyed_in: Vec<AuditEntry>,
    /// Matters, which no rating knows of.
    pub(super) matters: MatterLedger,
    turn: Option<i64>,
    turned: bool,
    adjusted: Tallies,
}

#[derive(Debug)]
struct Entry {
    /// As the database has it; none if it is new.
    before: Option<StoredRating>,
    now: StoredRating,
}

impl Ledger {
    /// Takes in a rating that the database has.
    pub(super) fn found_rating(&mut self, rating: StoredRating) {
        let (agency, key) = (rating.submission.agency.clone(), rating.submission.key);
        self.keys.insert((agency.clone(), rating.id), key);
        let entry = Entry { before: Some(rating.clone()), now: rating };
        self.ratings.insert((agency, key), entry);
    }

    /// Takes in a ticket that was spent for the rating with this key.
    pub(super) fn found_ticket(&mut self, agency: Slug, ticket: Ticket, key: Key) {
        self.tickets.insert((agency, ticket), key);
    }

    /// Takes in slips that were collected together.
    pub(super) fn found_slips(&mut self, batch: SlipBatch) {
        self.slips.insert((batch.agency.clone(), batch.id), batch);
    }

    /// Takes in how often tallies have been rebuilt.
    pub(super) fn found_turn(&mut self, turn: i64) {
        self.turn = Some(turn);
    }

    /// Carries out the orders one after the other.
    pub(super) fn settle(mut self, orders: &[Order]) -> (Vec<Outcome>, Changes) {
        let outcomes = orders.iter().map(|order| match order {
            Order::Keep { id, submission } => Outcome::Kept(self.keep(*id, submission)),
            Order::Amend(amendment) => Outcome::Amended(self.amend(amendment)),
            Order::Judge { id, judgement } => Outcome::Judged(self.judge(*id, judgement)),
            Order::KeyIn { id, slip } => Outcome::KeyedIn(self.key_in(*id, slip)),
            Order::Receive { id, matter } => Outcome::Received(self.matters.receive(*id, matter)),
            Order::Append(entry) => Outcome::Appended(self.matters.append(entry)),
            Order::Adjust { turn, lacking } => Outcome::Adjusted(self.adjust(*turn, lacking)),
        });
        let outcomes = outcomes.collect();
        (outcomes, self.changes())
    }

    fn keep(&mut self, id: [u8; 16], sent: &Submission) -> Kept {
        let place = (sent.agency.clone(), sent.key);
        if let Some(entry) = self.ratings.get(&place) {
            return Kept::Already(entry.now.submission.receipt);
        }
        if let Some(ticket) = sent.ticket {
            let ticket = (sent.agency.clone(), ticket);
            match self.tickets.get(&ticket) {
                // The rating that had it has been purged since.
                Some(key) if *key == sent.key => return Kept::Already(sent.receipt),
                Some(_) => return Kept::Spent,
                None => {}
            }
            self.tickets.insert(ticket.clone(), sent.key);
            self.spent.insert(ticket, (sent.key, sent.received_at));
        }
        let held = sent.quarantined();
        let now = StoredRating {
            id,
            submission: sent.clone(),
            amended_at: None,
            held,
            judged_at: None,
            reviews: Vec::new(),
        };
        self.keys.insert((sent.agency.clone(), id), sent.key);
        self.ratings.insert(place, Entry { before: None, now });
        Kept::New(sent.receipt)
    }

    fn amend(&mut self, amendment: &Amendment) -> Amended {
        let place = (amendment.agency.clone(), amendment.key);
        let Some(Entry { now, .. }) = self.ratings.get_mut(&place) else { return Amended::Unknown };
        let suspect_before = now.submission.quarantined();
        let receipt = now.submission.receipt;
        let ticket = amendment.new_ticket(&now.submission);
        let ticket = ticket.map(|ticket| (amendment.agency.clone(), ticket));
        let spent_for = ticket.as_ref().and_then(|ticket| self.tickets.get(ticket));
        if spent_for.is_some_and(|key| *key != amendment.key) {
            return Amended::Spent(receipt);
        }
        match amendment.apply(&mut now.submission) {
            Ok(false) => Amended::Done(receipt),
            Ok(true) => {
                now.amended_at = Some(amendment.at);
                // A person who let it out did not see the new mark.
                now.held |= !suspect_before && now.submission.quarantined();
                if let Some(ticket) = ticket.filter(|_| spent_for.is_none()) {
                    self.tickets.insert(ticket.clone(), amendment.key);
                    self.spent.insert(ticket, (amendment.key, amendment.at));
                }
                Amended::Done(receipt)
            }
            Err(NotAmended::TooLate) => Amended::TooLate(receipt),
            Err(NotAmended::OtherSurvey | NotAmended::OtherCounter) => Amended::Unknown,
        }
    }

    fn judge(&mut self, id: [u8; 16], judgement: &Judgement) -> Judged {
        let key = self.keys.get(&(judgement.agency.clone(), judgement.rating));
        let place = key.map(|key| (judgement.agency.clone(), *key));
        let Some(entry) = place.and_then(|place| self.ratings.get_mut(&place)) else {
            return Judged::Unknown;
        };
        let held = judgement.verdict == Verdict::Hold;
        // To leave it where a program put it is a word too, once.
        if entry.now.held != held || (held && entry.now.judged_at.is_none()) {
            entry.now.held = held;
            entry.now.judged_at = Some(judgement.at);
            self.judged.push(Word::on(id, judgement, &entry.now.submission));
        }
        Judged::Done
    }

    fn key_in(&mut self, id: [u8; 16], slip: &KeyIn) -> KeyedIn {
        let sent = &slip.submission;
        let Some(batch) = self.slips.get(&(sent.agency.clone(), slip.batch)) else {
            return KeyedIn::Unknown;
        };
        if batch.closed_at.is_some() {
            return KeyedIn::Closed;
        }
        let place = (sent.agency.clone(), sent.key);
        let keyed_in = match self.ratings.get_mut(&place) {
            Some(entry) if entry.now.submission.answers == sent.answers => return KeyedIn::Again,
            Some(_) if !slip.correct => return KeyedIn::Differs,
            Some(entry) => {
                entry.now.submission.answers.clone_from(&sent.answers);
                entry.now.submission.marks.clone_from(&sent.marks);
                entry.now.amended_at = Some(slip.at);
                KeyedIn::Corrected
            }
            None => {
                let submission = sent.clone();
                let now = StoredRating {
                    id,
                    submission,
                    amended_at: None,
                    held: false,
                    judged_at: None,
                    reviews: Vec::new(),
                };
                self.keys.insert((sent.agency.clone(), id), sent.key);
                self.ratings.insert(place, Entry { before: None, now });
                KeyedIn::New
            }
        };
        self.keyed_in.push(slip.audited(keyed_in));
        keyed_in
    }

    fn adjust(&mut self, turn: i64, lacking: &Tallies) -> bool {
        let mine = self.turn == Some(turn);
        if mine {
            self.turn = Some(turn + 1);
            self.turned = true;
            self.adjusted.merge(lacking);
        }
        mine
    }

    fn changes(self) -> Changes {
        let mut changes = Changes {
            spent: self.spent,
            judged: self.judged,
            keyed_in: self.keyed_in,
            matters: self.matters.changes(),
            tallies: self.adjusted,
            turn: self.turn.filter(|_| self.turned),
            ..Changes::default()
        };
        for Entry { before, now } in self.ratings.into_values() {
            match before {
                Some(before) if before == now => {}
                Some(before) => {
                    changes.tallies.take_away(&before);
                    changes.tallies.add(&now);
                    changes.changed.push(now);
                }
                None => {
                    changes.tallies.add(&now);
                    changes.added.push(now);
                }
            }
        }
        changes.tallies.drop_zeros();
        changes
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
