//! Whether words seem to hold what points at a person: an identity number (9 or 12 digits), a telephone
//! number, an e-mail address. Only a suspicion: the rating is kept and marked, never refused.

/// The fewest digits in a row, spaces and dots between them passed over, that may be somebody's number.
const DIGITS: usize = 9;

/// Whether there is something of the kind.
pub fn is_suspected(words: &str) -> bool {
    has_long_number(words) || words.split_whitespace().any(is_like_mail)
}

fn has_long_number(words: &str) -> bool {
    let mut digits = 0;
    for sign in words.chars() {
        match sign {
            '0'..='9' => digits += 1,
            ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{2011}' => {}
            _ => digits = 0,
        }
        if digits >= DIGITS {
            return true;
        }
    }
    false
}

fn is_like_mail(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    let host_parts = host.split_once('.').is_some_and(|(first, rest)| {
        !first.is_empty() && rest.starts_with(|sign: char| sign.is_ascii_alphanumeric())
    });
    !name.is_empty() && host_parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_mail_are_suspected() {
        for words in
            ["gọi 0912 345 678", "CCCD 001088001234", "0912.345.678", "viết lan@thu.example nhé"]
        {
            assert!(is_suspected(words), "{words}");
        }
        for words in [
            "chờ 45 phút, 3 lần",
            "Thông tư 01/2018/TT-VPCP",
            "21/11/2026 07:30",
            "@ lễ tân",
            "giá 8.000 đ",
        ] {
            assert!(!is_suspected(words), "{words}");
        }
    }
}
