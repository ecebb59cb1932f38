//! The number of an act inside the words that a source has for it.

/// The number and symbol, if the words hold exactly one that is certain: `Thông tư số 78/2020/TT-BQP` gives
/// `78/2020/TT-BQP`. `2026.55/2026/TT-BTC`, where a year is stuck to it, and `104` alone are not certain.
pub(super) fn act_number(words: &str) -> Option<String> {
    let words = words.replace("TTLT- ", "TTLT-");
    let mut found = words.split_whitespace().filter(|word| word.contains('/'));
    let (word, None) = (found.next()?, found.next()) else { return None };
    let number = word.trim_matches(|sign: char| matches!(sign, '(' | ')' | ',' | ';' | ':' | '.'));
    let (first, symbol) = number.split_once('/')?;
    let (whole, part) = first.split_once('.').unwrap_or((first, "0"));
    let digits = |text: &str, most| {
        (1..=most).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit())
    };
    // Decrees of the legislature are numbered 66.7; a year before the point belongs to what stood in front.
    let sound = digits(part, 2) && digits(whole, if first.contains('.') { 3 } else { 5 });
    let symbol = match symbol.split_once('/') {
        Some((year, symbol)) if digits(year, 4) && year.len() == 4 => symbol,
        Some(_) => return None,
        None => symbol,
    };
    let signs = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '/');
    let named = symbol.chars().all(signs)
        && symbol.starts_with(char::is_uppercase)
        && symbol.contains(|sign: char| sign == '-' || sign.is_ascii_digit());
    (sound && named).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_and_doubtful_ones_are_not() {
        for (words, number) in [
            ("60/2014/QH13", "60/2014/QH13"),
            ("Thông tư số 78/2020/TT-BQP", "78/2020/TT-BQP"),
            ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),
            ("01/VBHN-VPQH", "01/VBHN-VPQH"),
            ("05/2013/TTLT- BQP-BTC", "05/2013/TTLT-BQP-BTC"),
            ("05/2013/TTLT/BQP-BTC", "05/2013/TTLT/BQP-BTC"),
        ] {
            assert_eq!(act_number(words).as_deref(), Some(number), "{words}");
        }
        for words in [
            "104",
            "2026.55/2026/TT-BTC",
            "Luật Cư trú",
            "1/2/3",
            "100/2013/TT",
            "a 1/2020/NĐ-CP b 2/2020/NĐ-CP",
        ] {
            assert_eq!(act_number(words), None, "{words}");
        }
    }
}
