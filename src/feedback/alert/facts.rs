//! What a message says: numbers, days and ids. There is no place in it for words of citizens, for names of people or
//! for anything that leads to one of them.

use serde::{Deserialize, Serialize};

use super::{AlertKind, Audience, Fall, MatterTally, Silence};
use crate::text::{Date, Slug};

/// The content of an alert, as it waits in the queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Facts {
    /// What was brought since the last such message.
    New(New),
    /// What is due by the end of a working day.
    Due {
        /// That day.
        until: Date,
        /// How many.
        due: MatterTally,
    },
    /// What was not done in time.
    Overdue {
        /// What has become overdue since the last such message.
        newly: MatterTally,
        /// All that is overdue.
        all: MatterTally,
    },
    /// A counter that is rated no more.
    Silent {
        /// The counter.
        counter: Slug,
        /// Since when, and how usual that would be.
        silence: Silence,
    },
    /// A counter whose ratings have become worse.
    Falling {
        /// The counter.
        counter: Slug,
        /// By how much.
        fall: Fall,
    },
    /// Ratings that lie in quarantine since they came in a burst, by counter.
    Burst {
        /// Counters, each with how many.
        counters: Vec<(Slug, u64)>,
    },
    /// What happened since the last working day.
    Daily(Digest),
    /// What happened in the last week.
    Weekly(Digest),
    /// Nothing.
    Test,
}

/// What was brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct New {
    /// New matters by kind; reports that were reopened count as new.
    pub brought: MatterTally,
    /// Other matters that were reopened.
    pub reopened: u64,
    /// New matters that seem to come from a program, of whatever kind.
    pub held: u64,
}

/// A digest of some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// What was brought in these days.
    pub brought: MatterTally,
    /// What is open now.
    pub open: MatterTally,
    /// What is overdue now.
    pub overdue: MatterTally,
    /// What is due by the end of the next working day.
    pub due: MatterTally,
    /// Ratings of these days, without those in quarantine.
    pub ratings: u64,
    /// Ratings of these days that lie in quarantine.
    pub held: u64,
}

impl Facts {
    /// Of which kind this is.
    pub fn kind(&self) -> AlertKind {
        match self {
            Self::New(_) => AlertKind::New,
            Self::Due { .. } => AlertKind::Due,
            Self::Overdue { .. } => AlertKind::Overdue,
            Self::Silent { .. } => AlertKind::Silent,
            Self::Falling { .. } => AlertKind::Falling,
            Self::Burst { .. } => AlertKind::Burst,
            Self::Daily(_) => AlertKind::Daily,
            Self::Weekly(_) => AlertKind::Weekly,
            Self::Test => AlertKind::Test,
        }
    }

    /// What of it an audience may know; none where nothing is left to say.
    pub fn as_read_by(&self, audience: Audience) -> Option<Self> {
        let of = |tally: MatterTally| tally.as_read_by(audience);
        let facts = match self {
            Self::New(new) => {
                let new = New { brought: of(new.brought), ..*new };
                // Of what seems to come from a program nobody knows the kind without a look.
                let held = if audience == Audience::Leader { new.held } else { 0 };
                let new = New { held, ..new };
                (new.brought.total() + new.reopened + new.held > 0).then_some(Self::New(new))?
            }
            Self::Due { until, due } => {
                let due = of(*due);
                (due.total() > 0).then_some(Self::Due { until: *until, due })?
            }
            Self::Overdue { newly, all } => {
                let (newly, all) = (of(*newly), of(*all));
                (newly.total() > 0).then_some(Self::Overdue { newly, all })?
            }
            Self::Daily(digest) => Self::Daily(digest.as_read_by(audience)),
            Self::Weekly(digest) => Self::Weekly(digest.as_read_by(audience)),
            Self::Silent { .. } | Self::Falling { .. } | Self::Burst { .. } | Self::Test => {
                self.clone()
            }
        };
        Some(facts)
    }
}

impl Digest {
    fn as_read_by(&self, audience: Audience) -> Self {
        let of = |tally: MatterTally| tally.as_read_by(audience);
        Self {
            brought: of(self.brought),
            open: of(self.open),
            overdue: of(self.overdue),
            due: of(self.due),
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn officers_are_told_nothing_of_reports_about_themselves() {
        let reports = MatterTally { reports: 2, ..MatterTally::default() };
        let new = |brought, held| Facts::New(New { brought, reopened: 0, held });
        assert_eq!(new(reports, 1).as_read_by(Audience::Officers), None);
        assert_eq!(new(reports, 1).as_read_by(Audience::Leader), Some(new(reports, 1)));
        let mixed = MatterTally { petitions: 1, ..reports };
        let petition = MatterTally { petitions: 1, ..MatterTally::default() };
        assert_eq!(new(mixed, 1).as_read_by(Audience::Officers), Some(new(petition, 0)));
        let day = Date::parse("2026-11-23").unwrap();
        let due = |due| Facts::Due { until: day, due };
        assert_eq!(due(reports).as_read_by(Audience::Officers), None);
        assert_eq!(due(mixed).as_read_by(Audience::Officers), Some(due(petition)));
        let overdue = |newly, all| Facts::Overdue { newly, all };
        assert_eq!(overdue(reports, mixed).as_read_by(Audience::Officers), None);
        let digest = Digest {
            from: day,
            until: day,
            brought: mixed,
            open: mixed,
            overdue: mixed,
            due: mixed,
            ratings: 7,
            held: 1,
        };
        let Some(Facts::Weekly(read)) = Facts::Weekly(digest).as_read_by(Audience::Officers) else {
            panic!("a digest is always told");
        };
        assert_eq!([read.brought, read.open, read.overdue, read.due], [petition; 4]);
        assert_eq!((read.ratings, read.held), (7, 1));
    }

    #[test]
    fn facts_are_kept_in_a_form_that_stays() {
        let day = Date::parse("2026-11-23").unwrap();
        for (facts, kept) in [
            (
                Facts::New(New { reopened: 1, ..New::default() }),
                r#"{"new":{"brought":{"petitions":0,"reports":0,"page_errors":0},"reopened":1,"held":0}}"#,
            ),
            (
                Facts::Burst { counters: vec![(Slug::parse("quay-1").unwrap(), 9)] },
                r#"{"burst":{"counters":[["quay-1",9]]}}"#,
            ),
            (Facts::Test, r#""test""#),
        ] {
            assert_eq!(serde_json::to_string(&facts).unwrap(), kept);
            assert_eq!(serde_json::from_str::<Facts>(kept).unwrap(), facts);
        }
        let due = Facts::Due { until: day, due: MatterTally::default() };
        let kept = serde_json::to_string(&due).unwrap();
        assert_eq!(serde_json::from_str::<Facts>(&kept).unwrap(), due);
    }
}
