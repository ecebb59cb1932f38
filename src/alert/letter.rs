//! A message in words: a subject of one line, and a text.

use super::trouble::one_line;
use super::{Names, said_en, said_vi};
use crate::diagnostic::Tongue;
use crate::feedback::alert::Facts;
use crate::text::Slug;

/// What is to be told, of which agency, and how sure it is that it is told for the first time.
#[derive(Clone, Debug)]
pub struct Told {
    /// The id of the message, the same however often it is sent.
    pub id: [u8; 16],
    /// The agency.
    pub agency: Slug,
    /// What is told.
    pub facts: Facts,
    /// When it was queued, in milliseconds UTC.
    pub at: i64,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// Whether an earlier try may have arrived.
    pub may_be_repeated: bool,
}

/// A message in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, on one line.
    pub subject: String,
    /// The text, lines ended by `\n`.
    pub text: String,
}

/// A subject and the lines below it.
pub(super) struct Said {
    pub(super) subject: String,
    pub(super) lines: Vec<String>,
}

impl Told {
    /// The id in 32 hexadecimal digits.
    pub(super) fn id_digits(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.id))
    }

    /// In words, in each of these tongues one below the other; the subject is in the first.
    pub fn letter(&self, names: &Names<'_>, tongues: &[Tongue]) -> Letter {
        let mut subject = String::new();
        let mut text = String::new();
        for (at, tongue) in tongues.iter().enumerate() {
            let said = match tongue {
                Tongue::Vietnamese => said_vi::say(self, names),
                Tongue::English => said_en::say(self, names),
            };
            if at == 0 {
                subject = one_line(&format!("[{}] {}", names.site, said.subject));
            } else {
                text.push_str("\n-----\n\n");
            }
            // Names come from content; none of them may begin a line of its own.
            for line in said.lines {
                text.push_str(&line.replace(|sign: char| sign.is_control(), " "));
                text.push('\n');
            }
        }
        Letter { subject, text }
    }
}

#[cfg(test)]
#[path = "letter_tests.rs"]
mod tests;
