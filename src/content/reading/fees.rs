//! Fee lines: shared by procedures and offerings.

use super::procedure::say_none_if_empty;
use super::quotes::{quote, told};
use super::words_check::unique;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{Fee, Price};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{FeeShape, FeeWords, Listed, WordMap};
use crate::content::translation::Words;
use crate::diagnostic::{Kind, Problem};
use crate::text::Unit;

/// A sum under this many đồng is what is left when a dot between thousands was taken for a decimal
/// point: in 1,094 published procedures all 87 such sums were, and none was honest. The rare honest
/// one says `exact: true`.
const SMALLEST_DONG: u64 = 1000;

/// What one channel costs: none, a quote, or lines, of which there must be one.
pub(super) fn stated_fees(
    file: &str,
    at: At<'_>,
    written: Listed<FeeShape>,
    words: &Words<'_, WordMap<FeeWords>>,
    findings: &mut Findings,
) -> Stated<Vec<Fee>> {
    match written.0 {
        Stated::None => Stated::None,
        Stated::AsAnnounced(words) => Stated::AsAnnounced(quote(file, at, words, findings)),
        Stated::Given(list) => {
            say_none_if_empty(file, at, "fees", &list, findings);
            Stated::Given(fees(file, at, list, words, findings))
        }
    }
}

/// The fee lines of one channel.
fn fees(
    file: &str,
    at: At<'_>,
    list: Vec<FeeShape>,
    words: &Words<'_, WordMap<FeeWords>>,
    findings: &mut Findings,
) -> Vec<Fee> {
    let ids: Vec<&str> = list.iter().map(|fee| fee.id.0.as_str()).collect();
    unique(file, at, Kind::Fee, &ids, findings);
    let each = list.into_iter().enumerate();
    each.map(|(index, shape)| fee(file, at.item(index), shape, words, findings)).collect()
}

fn fee(
    file: &str,
    at: At<'_>,
    shape: FeeShape,
    words: &Words<'_, WordMap<FeeWords>>,
    findings: &mut Findings,
) -> Fee {
    let words = words.of(shape.id.0.as_str());
    let price = match (shape.amount, shape.as_announced) {
        (Some(amount), quote) => {
            let amount = amount.0;
            let whole = amount.whole();
            if amount.unit == Unit::Percent && amount.ten_thousandths > 1_000_000 {
                let problem = Problem::OverHundredPercent { found: amount.to_string() };
                findings.error(file, at.key("amount"), problem);
            }
            if quote.is_some() {
                let fee = shape.id.0.to_string();
                findings.error(file, at.key("as_announced"), Problem::AmountAndQuote { fee });
            }
            if amount.unit == Unit::Vnd && whole > 0 && whole < SMALLEST_DONG && !shape.exact {
                let problem = Problem::DroppedThousands { amount: whole, meant: whole * 1000 };
                findings.error(file, at.key("amount"), problem);
            }
            for (key, words) in [("note", &shape.note), ("when", &shape.when)] {
                if let Some(words) =
                    words.clone().filter(|one| amount.is_zero() && names_a_sum(one))
                {
                    findings.error(file, at.key(key), Problem::FreeWithAmount { note: words });
                }
            }
            Price::Amount(amount)
        }
        (None, Some(words)) => {
            let problem = Problem::AsAnnounced { part: "fees".into(), words: words.clone().into() };
            findings.warning(file, at.key("as_announced"), problem);
            Price::AsAnnounced(words)
        }
        (None, None) => {
            findings.error(file, at, Problem::MissingKey { key: "amount".into() });
            Price::AsAnnounced("".into())
        }
    };
    if let (Some(from), Some(to)) = (&shape.from, &shape.to)
        && to.0 < from.0
    {
        let problem = Problem::EndsBeforeBegins { from: from.0, to: to.0 };
        findings.error(file, at.key("to"), problem);
    }
    Fee {
        id: shape.id.0,
        kind: told(file, at.key("kind"), shape.kind, findings),
        price,
        per: words.text_of(shape.per, |words| words.per.as_ref()),
        of: words.text_of(shape.of, |words| words.of.as_ref()),
        when: words.text_of(shape.when, |words| words.when.as_ref()),
        from: shape.from.map(|date| date.0),
        to: shape.to.map(|date| date.0),
        act: shape.act,
        note: words.text_of(shape.note, |words| words.note.as_ref()),
    }
}

/// Whether a note names a sum to be paid: a number followed by đồng (or by its abbreviations), and a
/// sign that it is a price, not the size of a capital: "each", "a copy", a word for fee in front.
pub fn names_a_sum(note: &str) -> bool {
    let lower = note.to_lowercase();
    let mut rest = lower.as_str();
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let number_end = end_of_number(&rest[start..]) + start;
        let number = &rest[start..number_end];
        let before = &lower[..lower.len() - rest.len() + start];
        let after = rest[number_end..].trim_start();
        // The sum itself is nought: "0 đồng" is free indeed.
        let is_sum = number.bytes().any(|digit| matches!(digit, b'1'..=b'9'))
            && currency(after).is_some_and(|left| is_price(before, left));
        if is_sum {
            return true;
        }
        rest = &rest[number_end..];
    }
    false
}

/// Where a number ends whose thousands may be set apart by dots, commas or spaces.
fn end_of_number(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    while let Some(group) = text[end..].strip_prefix(['.', ',', ' ', '\u{a0}']) {
        if digits(group) == 0 || (digits(group) != 3 && text[end..].starts_with([' ', '\u{a0}'])) {
            break;
        }
        end = text.len() - group.len() + digits(group);
    }
    end
}

/// What follows the currency, if there is one: "đ" only where no longer word begins with it.
fn currency(after: &str) -> Option<&str> {
    const WORDS: [&str; 7] = ["đồng", "vnđ", "vnd", "nghìn", "ngàn", "triệu", "usd"];
    if let Some(left) = WORDS.iter().find_map(|word| after.strip_prefix(word)) {
        return Some(left);
    }
    after.strip_prefix('đ').filter(|left| !left.starts_with(char::is_alphanumeric))
}

/// Capital, turnover and fines are sums too; what is paid is said "a copy", or begins with a word for fee.
fn is_price(before: &str, after: &str) -> bool {
    const NOT_PAID: [&str; 8] =
        ["vốn", "doanh thu", "giá trị", "phạt", "thu nhập", "tổng mức", "quy mô", "trị giá"];
    // Only the clause in which the sum stands.
    let clause = before.rsplit([';', '.', '\n', ':']).find(|part| !part.trim().is_empty());
    let clause = clause.unwrap_or_default();
    !NOT_PAID.iter().any(|word| clause.contains(word)) || after.trim_start().starts_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_in_a_note_is_seen_and_a_date_or_nought_is_not() {
        for sum in [
            "20.000 đồng/tờ khai",
            "Thu 5000 đồng",
            "8.000đ/bản",
            "10 USD",
            "50 nghìn đồng",
            "20.000 đ",
            "20,000 đồng",
            "200 000 đồng",
            "20.000đ.",
            "Lệ phí 20.000đ, nộp tại quầy",
        ] {
            assert!(names_a_sum(sum), "{sum}");
        }
        for none in [
            "Miễn phí từ 01/01/2026",
            "0 đồng",
            "Theo Thông tư 281/2016/TT-BTC",
            "",
            "Vốn từ 5 triệu đồng",
            "Áp dụng với dự án có tổng mức đầu tư dưới 15 tỷ, giá trị 20 triệu đồng",
            "Điều 5 đã sửa đổi",
        ] {
            assert!(!names_a_sum(none), "{none}");
        }
    }
}
