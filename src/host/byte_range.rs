//! A single range of bytes (RFC 9110, 14.1.2), for resuming a long form or sheet. Several ranges at once
//! are ignored: they serve nobody here and have been used to exhaust servers.

/// What a `Range` field asks of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The whole body: nothing asked, or nothing that we answer.
    Whole,
    /// These bytes, first and last included.
    Part(usize, usize),
    /// Bytes that the body does not have.
    Beyond,
}

/// Reads a field against a body of `length` bytes.
pub(super) fn read(field: &str, length: usize) -> Asked {
    let Some(range) = field.trim().strip_prefix("bytes=") else { return Asked::Whole };
    let Some((first, last)) = range.split_once('-') else { return Asked::Whole };
    let (Some(first), Some(last)) = (number(first), number(last)) else { return Asked::Whole };
    match (first, last) {
        (None, None) => Asked::Whole,
        (None, Some(0)) => Asked::Beyond,
        (None, Some(_)) if length == 0 => Asked::Beyond,
        (None, Some(count)) => Asked::Part(length.saturating_sub(count), length - 1),
        (Some(first), Some(last)) if last < first => Asked::Whole,
        (Some(first), _) if first >= length => Asked::Beyond,
        (Some(first), last) => Asked::Part(first, last.unwrap_or(usize::MAX).min(length - 1)),
    }
}

/// A number, or nothing for an empty text; none for anything else.
#[allow(clippy::option_option, reason = "absent and unreadable differ here")]
fn number(text: &str) -> Option<Option<usize>> {
    if text.is_empty() {
        return Some(None);
    }
    let plain = text.len() <= 18 && text.bytes().all(|digit| digit.is_ascii_digit());
    if plain { text.parse().ok().map(Some) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_answered() {
        let table = [
            ("bytes=0-4", Asked::Part(0, 4)),
            ("bytes=5-", Asked::Part(5, 9)),
            ("bytes=5-99", Asked::Part(5, 9)),
            ("bytes=-3", Asked::Part(7, 9)),
            ("bytes=-99", Asked::Part(0, 9)),
            ("bytes=9-9", Asked::Part(9, 9)),
            ("bytes=10-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
        ];
        for (field, asked) in table {
            assert_eq!(read(field, 10), asked, "{field}");
        }
        let ignored = ["", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "items=0-4"];
        for field in ignored.into_iter().chain(["bytes=0-1,3-4", "bytes=0-0,-1", "bytes=+1-2"]) {
            assert_eq!(read(field, 10), Asked::Whole, "{field}");
        }
        assert_eq!(read("bytes=-5", 0), Asked::Beyond);
        assert_eq!(read("bytes=0-", 0), Asked::Beyond);
    }
}
