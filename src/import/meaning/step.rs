//! The order of work: one text → steps, where the text itself numbers them.

use super::Keys;
use crate::content::Written;
use crate::text::fold;

/// The steps of a text: one for each of its lines that begin with "Bước 1", "Bước 2" … in order; else one in all.
pub(super) fn steps(text: &str) -> Written {
    let parts = numbered(text).unwrap_or_else(|| vec![text.to_owned()]);
    let each = parts.into_iter().enumerate().map(|(index, action)| {
        let mut keys = Keys::default();
        keys.bare("id", format!("buoc-{}", index + 1));
        // The source has no place for whoever takes the step.
        keys.bare("position", "none");
        keys.words("action", action);
        keys.map()
    });
    Written::List(each.collect())
}

fn numbered(text: &str) -> Option<Vec<String>> {
    let mut parts: Vec<String> = Vec::new();
    for line in text.lines() {
        match step_number(line) {
            Some(number) if number == parts.len() + 1 => parts.push(line.to_owned()),
            // A number out of order: the text counts more than one row of steps.
            Some(_) => return None,
            // Words before the first step belong to no step.
            None => {
                let last = parts.last_mut()?;
                last.push('\n');
                last.push_str(line);
            }
        }
    }
    (parts.len() > 1).then_some(parts)
}

/// The number of `Bước 2:`, `b) Bước 2.`, `- Bước 2`.
fn step_number(line: &str) -> Option<usize> {
    let line = fold(line);
    let line = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let rest = line.strip_prefix("buoc ").or_else(|| {
        line.split_once(") buoc ").filter(|(before, _)| before.len() <= 2).map(|(_, rest)| rest)
    })?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let after = rest[digits.len()..].chars().next();
    let ends = after.is_none_or(|sign| matches!(sign, ':' | '.' | ' ' | '-' | ')' | ','));
    digits.parse().ok().filter(|_| ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_lines_become_steps_and_nothing_is_lost() {
        let count = |text: &str| steps(text).items().len();
        assert_eq!(count("a) Bước 1: nộp\nhồ sơ\nb) Bước 2: nhận"), 2);
        assert_eq!(count("Bước 1: nộp\nBước 1: nhận"), 1);
        assert_eq!(count("Nộp.\nBước 1: xem\nBước 2: trả"), 1);
        assert_eq!(count("Bước 1: nộp. Bước 2: nhận"), 1);
        let two = steps("- Bước 1. a\nb\n- Bước 2. c");
        assert_eq!(two.items()[0].text("action"), Some("- Bước 1. a\nb"));
    }
}
