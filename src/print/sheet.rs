//! A sheet: what it says as plain facts, and a mark by which one edition of it is told from another.

use serde::Serialize;
use serde_json::{Value, json};

use super::SheetKind;
use crate::catalogue::PrintedCode;
use crate::text::Slug;

/// The signs of a mark: those of printed codes, so that it can be read aloud.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many signs a mark has.
const LENGTH: usize = 6;

/// The edition of a sheet: a short hash of all that it says, but not of the day on which it is printed. Two sheets with
/// one mark say the same; where the mark of a new sheet differs from the log, the one that hangs is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetMark([u8; LENGTH]);

impl SheetMark {
    /// The mark of what a sheet says, as JSON.
    pub fn of(facts: &str) -> Self {
        let hash = blake3::hash(facts.as_bytes());
        let mut signs = [0; LENGTH];
        for (sign, byte) in signs.iter_mut().zip(hash.as_bytes()) {
            *sign = SIGNS[usize::from(*byte) % SIGNS.len()];
        }
        Self(signs)
    }

    /// The mark as it is printed, `7K3M9P`.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Display for SheetMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its kind.
    pub kind: SheetKind,
    /// Whose it is.
    pub agency: Slug,
    /// What it is of, within the agency: a counter, a procedure's code, or nothing.
    pub subject: Option<String>,
    /// The printed code on it, if it carries one.
    pub code: Option<PrintedCode>,
    /// What it is called in lists, in the binding language.
    pub title: String,
    /// Its edition.
    pub mark: SheetMark,
    /// What it says.
    pub facts: Value,
}

impl Sheet {
    /// A sheet that says `facts`.
    ///
    /// # Errors
    /// Only where facts are no JSON, which no facts of this room are.
    pub fn new(
        kind: SheetKind,
        agency: &Slug,
        subject: Option<&str>,
        code: Option<PrintedCode>,
        title: &str,
        facts: &impl Serialize,
    ) -> Result<Self, serde_json::Error> {
        // Of the text, since a value may keep its keys in another order.
        let mark = SheetMark::of(&serde_json::to_string(facts)?);
        let mut facts = serde_json::to_value(facts)?;
        facts["mark"] = json!(mark.as_str());
        let (agency, subject) = (agency.clone(), subject.map(Into::into));
        Ok(Self { kind, agency, subject, code, title: title.into(), mark, facts })
    }

    /// The name of a file for it alone, without folder and ending.
    pub fn file_stem(&self) -> String {
        match &self.subject {
            Some(subject) => format!("{}-{subject}", self.agency),
            None => self.agency.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_changes_with_what_is_said_and_with_nothing_else() {
        let agency = Slug::parse("phuong-vi-du").unwrap();
        let sheet = |facts: Value| {
            Sheet::new(SheetKind::Poster, &agency, Some("quay-1"), None, "Quầy 1", &facts).unwrap()
        };
        let one = sheet(json!({"a": 1}));
        assert_eq!(one.mark, sheet(json!({"a": 1})).mark);
        assert_ne!(one.mark, sheet(json!({"a": 2})).mark);
        assert_eq!(one.facts["mark"], one.mark.as_str());
        assert_eq!((one.mark.as_str().len(), one.file_stem().as_str()), (6, "phuong-vi-du-quay-1"));
    }
}
