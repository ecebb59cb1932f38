//! `theme check` of what is printed: every kind of sheet, and a letter, set once with invented facts in two languages, before
//! a clerk meets the fault at the printer.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Letters, PdfError, Typesetter};
use crate::theme::Theme;

/// What is set, `[file, document]` each; a test holds it to what the sheets of an invented publication say.
const SAMPLES: &str = include_str!("samples.json");

/// All faults of a theme's files in `print/`, each as `print/poster.typ:12:5: reason`; none for a sound theme. Warnings of
/// the typesetter are not among them: a font that is not there is replaced.
pub fn check(theme: &Theme, letters: Letters) -> BTreeSet<String> {
    faults(theme, letters).unwrap_or_else(|error| BTreeSet::from([error.to_string()]))
}

fn faults(theme: &Theme, letters: Letters) -> Result<BTreeSet<String>, PdfError> {
    let typesetter = Typesetter::new(theme.print_files(), letters)?;
    let samples: Vec<(String, Value)> =
        serde_json::from_str(SAMPLES).map_err(|error| PdfError::Faults(vec![error.to_string()]))?;
    let mut found = BTreeSet::new();
    for (file, document) in samples {
        match typesetter.set(&file, &document) {
            Ok(_) => {}
            // A fault in the file that all share is met by each of them.
            Err(PdfError::Faults(faults)) => found.extend(faults),
            Err(error) => found.extend([error.to_string()]),
        }
    }
    Ok(found)
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
