//! Curly quotation marks where YAML wants straight ones: a word processor turns the one into the
//! other, and the marks then belong to the text, or make it no number at all.

/// The places, in lines and columns from 1, of curly marks that stand where a quoted value begins.
pub(super) fn curly_quotes(text: &str) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    if !text.contains('“') {
        return found;
    }
    for (line, words) in (1..).zip(text.lines()) {
        for (at, _) in words.match_indices('“') {
            if begins_value(&words[..at]) {
                let column = u32::try_from(words[..at].chars().count() + 1).unwrap_or(u32::MAX);
                found.push((line, column));
            }
        }
    }
    found
}

/// Whether a value begins after these words of its line.
fn begins_value(before: &str) -> bool {
    // Inside straight quotes, or in a remark, a curly mark is a mark like others.
    if before.matches('"').count() % 2 == 1 || before.contains('#') {
        return false;
    }
    let before = before.trim_end_matches(' ');
    let in_list = |open, close| before.matches(open).count() > before.matches(close).count();
    if before.ends_with(['[', ',']) {
        return in_list('[', ']') || in_list('{', '}');
    }
    if before.trim_start() == "-" {
        return true;
    }
    let Some(before) = before.strip_suffix(':') else { return false };
    let key = before.rsplit(['{', ',', ' ']).next().unwrap_or_default();
    let is_key =
        !key.is_empty() && key.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_');
    let rest = before[..before.len() - key.len()].trim_end();
    is_key && (rest.trim_start_matches([' ', '-']).is_empty() || rest.ends_with(['{', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_quote_a_value_are_told_and_others_are_not() {
        for (text, column) in [
            ("name: “Kết hôn”", 7),
            ("  - “a”", 5),
            ("acts: [“60/2014”]", 8),
            ("  - {id: a, phone: “0200”}", 20),
            ("    - name: “x”", 13),
        ] {
            assert_eq!(curly_quotes(text), [(1, column)], "{text}");
        }
        for text in [
            "name: \"Mẫu “A”\"",
            "note: Nộp tờ khai, “bản gốc”",
            "name: Mẫu “A”",
            "# name: “a”",
            "note: \"Lưu ý: “a”\"",
        ] {
            assert_eq!(curly_quotes(text), [], "{text}");
        }
    }
}
