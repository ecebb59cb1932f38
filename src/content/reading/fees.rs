//! Fee lines: shared by procedures and offerings.

use super::words_check::unique;
use crate::catalogue::procedure::{Fee, Price};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{FeeShape, FeeWords, WordMap};
use crate::content::translation::Words;
use crate::diagnostic::{Kind, Problem};
use crate::text::Unit;

/// A sum under this many đồng is what is left when a dot between thousands was taken for a decimal
/// point: in 1,094 published procedures all 87 such sums were, and none was honest. The rare honest
/// one says `exact: true`.
const SMALLEST_DONG: u64 = 1000;

/// The fee lines of one channel.
pub(super) fn fees(
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
            if amount.is_zero() && shape.note.as_deref().is_some_and(names_a_sum) {
                let note = shape.note.clone().unwrap_or_default();
                findings.error(file, at.key("note"), Problem::FreeWithAmount { note });
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
        kind: shape.kind.0,
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

/// Whether a note names a sum of money: a number of thousands, or one followed by đồng.
fn names_a_sum(note: &str) -> bool {
    let lower = note.to_lowercase();
    let mut rest = lower.as_str();
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let digits_end = rest[start..]
            .find(|sign: char| !(sign.is_ascii_digit() || sign == '.'))
            .map_or(rest.len(), |end| start + end);
        let number = rest[start..digits_end].trim_end_matches('.');
        let after = rest[digits_end..].trim_start();
        let counts_money = ["đồng", "đ/", "vnđ", "vnd", "nghìn", "ngàn", "triệu", "usd"]
            .iter()
            .any(|unit| after.starts_with(unit));
        // The sum itself is nought: "0 đồng" is free indeed.
        if counts_money && number.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
            return true;
        }
        rest = &rest[digits_end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_in_a_note_is_seen_and_a_date_or_nought_is_not() {
        for sum in ["20.000 đồng/tờ khai", "Thu 5000 đồng", "8.000đ/bản", "10 USD", "50 nghìn đồng"]
        {
            assert!(names_a_sum(sum), "{sum}");
        }
        for none in ["Miễn phí từ 01/01/2026", "0 đồng", "Theo Thông tư 281/2016/TT-BTC", ""]
        {
            assert!(!names_a_sum(none), "{none}");
        }
    }
}
