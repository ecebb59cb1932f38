//! What can be done with a matter. Each act carries all that it says, so that the log stands for itself.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Dues;
use crate::text::Date;

/// An act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// It came in: always the first act, and never another.
    Receive {
        /// By when it is due.
        dues: Dues,
    },
    /// The agency will handle it.
    Accept,
    /// Another body will handle it.
    PassOn {
        /// That body.
        body: Box<str>,
        /// How to reach it.
        contact: Box<str>,
        /// The last day on which it can be reopened.
        #[serde(with = "written_day")]
        reopen_until: Date,
    },
    /// It will not be handled.
    Refuse {
        /// Why.
        reason: Box<str>,
        /// The last day on which it can be reopened.
        #[serde(with = "written_day")]
        reopen_until: Date,
    },
    /// It is answered.
    Answer {
        /// How it was settled.
        settled: Settled,
        /// The answer.
        words: Box<str>,
        /// The last day on which it can be reopened.
        #[serde(with = "written_day")]
        reopen_until: Date,
    },
    /// Nothing more will come of it.
    Close,
    /// Whoever brought it asks once more.
    Reopen {
        /// Why.
        words: Box<str>,
        /// By when it is due now.
        dues: Dues,
    },
    /// Whoever brought it takes it back; the contact is deleted.
    Withdraw,
    /// The contact is deleted; the record of handling stays.
    Forget,
    /// Somebody in the agency takes it on.
    Assign {
        /// The account; none puts it back for everybody.
        to: Option<Box<str>>,
    },
    /// A note for colleagues; whoever brought the matter does not see it.
    Note {
        /// The note.
        words: Box<str>,
    },
    /// It has a number in the national system.
    Register {
        /// That number.
        number: Box<str>,
    },
}

/// How a matter was settled. "Closed" is not "fixed", so each answer says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// What was wrong has been put right.
    Fixed,
    /// It stays as it is, and why is explained.
    Explained,
}

/// An act without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the act of the same name")]
pub enum ActKind {
    Receive,
    Accept,
    PassOn,
    Refuse,
    Answer,
    Close,
    Reopen,
    Withdraw,
    Forget,
    Assign,
    Note,
    Register,
}

impl Act {
    /// What is done.
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Receive { .. } => ActKind::Receive,
            Self::Accept => ActKind::Accept,
            Self::PassOn { .. } => ActKind::PassOn,
            Self::Refuse { .. } => ActKind::Refuse,
            Self::Answer { .. } => ActKind::Answer,
            Self::Close => ActKind::Close,
            Self::Reopen { .. } => ActKind::Reopen,
            Self::Withdraw => ActKind::Withdraw,
            Self::Forget => ActKind::Forget,
            Self::Assign { .. } => ActKind::Assign,
            Self::Note { .. } => ActKind::Note,
            Self::Register { .. } => ActKind::Register,
        }
    }
}

impl ActKind {
    /// All acts.
    pub const ALL: [Self; 12] = [
        Self::Receive,
        Self::Accept,
        Self::PassOn,
        Self::Refuse,
        Self::Answer,
        Self::Close,
        Self::Reopen,
        Self::Withdraw,
        Self::Forget,
        Self::Assign,
        Self::Note,
        Self::Register,
    ];

    /// Its word, as it is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::Accept => "accept",
            Self::PassOn => "pass_on",
            Self::Refuse => "refuse",
            Self::Answer => "answer",
            Self::Close => "close",
            Self::Reopen => "reopen",
            Self::Withdraw => "withdraw",
            Self::Forget => "forget",
            Self::Assign => "assign",
            Self::Note => "note",
            Self::Register => "register",
        }
    }

    /// Whether whoever brought the matter is told of it.
    pub fn is_public(self) -> bool {
        !matches!(self, Self::Assign | Self::Note)
    }
}

/// A day as it is written everywhere else: `2026-11-21`.
pub(super) mod written_day {
    use super::{Date, Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
    pub(in super::super) fn serialize<S: Serializer>(
        day: &Date,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_kept_in_a_form_that_stays() {
        let day = |text| Date::parse(text).unwrap();
        let dues = Dues { handled: day("2026-11-30"), answered: day("2026-12-07") };
        for (act, kept) in [
            (
                Act::Receive { dues },
                r#"{"receive":{"dues":{"handled":"2026-11-30","answered":"2026-12-07"}}}"#,
            ),
            (Act::Accept, r#""accept""#),
            (
                Act::Answer {
                    settled: Settled::Fixed,
                    words: "Đã sửa".into(),
                    reopen_until: day("2026-12-21"),
                },
                r#"{"answer":{"settled":"fixed","words":"Đã sửa","reopen_until":"2026-12-21"}}"#,
            ),
            (Act::Assign { to: None }, r#"{"assign":{"to":null}}"#),
        ] {
            assert_eq!(serde_json::to_string(&act).unwrap(), kept);
            assert!(kept.contains(&format!("\"{}\"", act.kind().word())), "{kept}");
            assert_eq!(serde_json::from_str::<Act>(kept).unwrap(), act);
        }
        assert!(serde_json::from_str::<Act>(r#"{"answer":{"words":"x"}}"#).is_err());
    }
}
