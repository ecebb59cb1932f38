//! What the log of a matter amounts to, and which event may come next. Nothing else keeps a state: what a database
//! has beside the log is only there to be searched.

use super::{Act, ActKind, By, Dues, Event, MatterKind, State};
use crate::text::{Date, in_vietnam};

/// What a log amounts to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// The kind of the matter.
    pub kind: MatterKind,
    /// Where its handling stands.
    pub state: State,
    /// How many events there are.
    pub events: u32,
    /// When it came in, in milliseconds UTC.
    pub received_at: i64,
    /// When something was last done with it, in milliseconds UTC; deleting the contact does not count, since periods
    /// of keeping run from here.
    pub changed_at: i64,
    /// By when it is due, since it came in or was reopened.
    pub dues: Dues,
    /// Whether it was reopened: it can be once.
    pub reopened: bool,
    /// The last day on which it can be reopened; none while nothing was decided.
    pub reopen_until: Option<Date>,
    /// The account that has taken it on.
    pub assigned: Option<Box<str>>,
    /// Its number in the national system.
    pub number: Option<Box<str>>,
    /// Whether the contact was deleted.
    pub forgotten: bool,
    /// Whether an officer has done anything with it.
    pub touched: bool,
}

/// Why an event may not come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// Not in this state.
    #[error("a matter that is {} cannot be changed so ({act:?})", state.word())]
    State {
        /// The state.
        state: State,
        /// What was to be done.
        act: ActKind,
    },
    /// Not by this one.
    #[error("this is not for them to do ({0:?})")]
    By(ActKind),
    /// It was reopened before.
    #[error("it was reopened before, and can be once")]
    ReopenedBefore,
    /// It could be reopened until that day.
    #[error("it could be reopened until {0}")]
    TooLate(Date),
    /// It may still be reopened, until that day, and is not closed before.
    #[error("it may be reopened until {0}, and is closed after that")]
    TooEarly(Date),
    /// The contact was deleted before.
    #[error("the contact was deleted before")]
    Forgotten,
}

/// A log that no program of this version writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event {number} of the log cannot follow those before it")]
pub struct Broken {
    /// Which event, from 1.
    pub number: u32,
}

impl Life {
    /// What a log amounts to; it begins with [`Act::Receive`].
    pub fn of(kind: MatterKind, events: &[Event]) -> Result<Self, Broken> {
        let broken = |at: usize| Broken { number: u32::try_from(at + 1).unwrap_or(u32::MAX) };
        let Some((first, rest)) = events.split_first() else { return Err(broken(0)) };
        let begun = Self::begin(kind, first).ok_or_else(|| broken(0))?;
        rest.iter()
            .enumerate()
            .try_fold(begun, |life, (at, event)| life.follow(event).map_err(|_| broken(at + 1)))
    }

    /// The life that begins with an event; none if no life begins so.
    pub fn begin(kind: MatterKind, event: &Event) -> Option<Self> {
        let Act::Receive { dues } = event.act else { return None };
        Some(Self {
            kind,
            state: State::Received,
            events: 1,
            received_at: event.at,
            changed_at: event.at,
            dues,
            reopened: false,
            reopen_until: None,
            assigned: None,
            number: None,
            forgotten: false,
            touched: matches!(event.by, By::Officer(_)),
        })
    }

    /// The life after one more event, or why it may not come next. This is the one place that says so.
    pub fn follow(&self, event: &Event) -> Result<Self, NotAllowed> {
        let (act, state) = (event.act.kind(), self.may_follow(event)?);
        let mut next = Self {
            state,
            events: self.events.saturating_add(1),
            changed_at: if act == ActKind::Forget { self.changed_at } else { event.at },
            touched: self.touched || matches!(event.by, By::Officer(_)),
            ..self.clone()
        };
        match &event.act {
            Act::PassOn { reopen_until, .. }
            | Act::Refuse { reopen_until, .. }
            | Act::Answer { reopen_until, .. } => next.reopen_until = Some(*reopen_until),
            Act::Reopen { dues, .. } => {
                (next.reopened, next.reopen_until, next.dues) = (true, None, *dues);
            }
            Act::Accept => next.reopen_until = None,
            Act::Withdraw | Act::Forget => next.forgotten = true,
            Act::Assign { to } => next.assigned.clone_from(to),
            Act::Register { number } => next.number = Some(number.clone()),
            Act::Receive { .. } | Act::Close | Act::Note { .. } => {}
        }
        Ok(next)
    }

    /// The state after one more event.
    fn may_follow(&self, event: &Event) -> Result<State, NotAllowed> {
        let act = event.act.kind();
        if !is_for(act, &event.by) {
            return Err(NotAllowed::By(act));
        }
        let next =
            self.state_after(act, &event.by).ok_or(NotAllowed::State { state: self.state, act })?;
        let (today, _) = in_vietnam(event.at);
        let over = self.reopen_until.filter(|until| today > *until);
        match act {
            ActKind::Reopen if self.reopened => Err(NotAllowed::ReopenedBefore),
            ActKind::Reopen => over.map_or(Ok(next), |until| Err(NotAllowed::TooLate(until))),
            ActKind::Close if !self.reopened && over.is_none() => {
                self.reopen_until.map_or(Ok(next), |until| Err(NotAllowed::TooEarly(until)))
            }
            ActKind::Forget if self.forgotten => Err(NotAllowed::Forgotten),
            _ => Ok(next),
        }
    }

    /// The state after an act, as far as the state alone decides.
    fn state_after(&self, act: ActKind, by: &By) -> Option<State> {
        use State as S;
        let state = self.state;
        match act {
            ActKind::Receive => None,
            ActKind::Accept => {
                matches!(state, S::Received | S::Reopened | S::PassedOn).then_some(S::Accepted)
            }
            ActKind::PassOn => state.is_open().then_some(S::PassedOn),
            ActKind::Refuse => matches!(state, S::Received | S::Reopened).then_some(S::Refused),
            ActKind::Answer => state.awaits_answer().then_some(S::Answered),
            ActKind::Close => is_decided(state).then_some(S::Closed),
            ActKind::Reopen => is_decided(state).then_some(S::Reopened),
            ActKind::Withdraw => state.awaits_answer().then_some(S::Withdrawn),
            // Without a contact nobody could answer a petition: that is withdrawing it, unless the period of
            // keeping is over.
            ActKind::Forget => {
                let needed = self.kind.needs_contact() && state.awaits_answer();
                let needed = needed && *by != By::System;
                (!needed && state != S::Withdrawn).then_some(state)
            }
            ActKind::Assign => (state.awaits_answer() || state == S::Answered).then_some(state),
            ActKind::Register => (state != S::Withdrawn).then_some(state),
            ActKind::Note => Some(state),
        }
    }

    /// The day by which the agency must do what comes next; none where nothing is left to do.
    pub fn due(&self) -> Option<Date> {
        match self.state {
            State::Received | State::Reopened => Some(self.dues.handled.min(self.dues.answered)),
            State::Accepted => Some(self.dues.answered),
            _ => None,
        }
    }

    /// Whether that day is over.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.due().is_some_and(|due| today > due)
    }

    /// Whether at a moment, in milliseconds UTC, the time is over in which it could be reopened, so that nothing is left
    /// but to close it. It is the same time for what was reopened before: until then people may still read the answer.
    pub fn is_over(&self, now: i64) -> bool {
        let (today, _) = in_vietnam(now);
        is_decided(self.state) && self.reopen_until.is_some_and(|until| today > until)
    }

    /// Whether whoever brought it may reopen it at a moment, in milliseconds UTC.
    pub fn may_reopen(&self, now: i64) -> bool {
        let (today, _) = in_vietnam(now);
        is_decided(self.state)
            && !self.reopened
            && self.reopen_until.is_none_or(|until| today <= until)
    }
}

/// Decided, and not closed.
fn is_decided(state: State) -> bool {
    matches!(state, State::PassedOn | State::Refused | State::Answered)
}

/// Who does what.
fn is_for(act: ActKind, by: &By) -> bool {
    match act {
        ActKind::Receive | ActKind::Forget => true,
        ActKind::Reopen | ActKind::Withdraw => *by == By::Citizen,
        ActKind::Close => *by != By::Citizen,
        ActKind::Accept
        | ActKind::PassOn
        | ActKind::Refuse
        | ActKind::Answer
        | ActKind::Assign
        | ActKind::Note
        | ActKind::Register => matches!(by, By::Officer(_)),
    }
}

#[cfg(test)]
#[path = "life_tests.rs"]
mod tests;
