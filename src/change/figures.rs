//! The figures in a text: what makes a change of prose one of substance.

/// The whole numbers of a text in their order, without leading zeros: `02 bản, mẫu 5a` gives 2 and 5. Points between
/// thousands belong to their number, so `20.000 đồng` is one figure.
pub(super) fn figures(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut own = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign.is_ascii_digit() {
            own.push(sign);
            continue;
        }
        let goes_on = signs.peek().is_some_and(char::is_ascii_digit);
        if own.is_empty() || (sign == '.' && goes_on) {
            continue;
        }
        all.push(bare(&own));
        own.clear();
    }
    if !own.is_empty() {
        all.push(bare(&own));
    }
    all
}

fn bare(digits: &str) -> String {
    let short = digits.trim_start_matches('0');
    if short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        assert_eq!(figures("02 bản, mẫu 5a"), ["2", "5"]);
        assert_eq!(figures("20.000 đồng"), ["20000"]);
        assert_eq!(figures("ngày 01/03/2027."), ["1", "3", "2027"]);
        assert_eq!(figures("00"), ["0"]);
        assert!(figures("không có").is_empty());
    }
}
