//! Fees: the words of a cell → an amount, or a quote and a mark.

use super::{Keys, Marks, SILENT};
use crate::content::{Written, names_a_sum};
use crate::diagnostic::Doubt;
use crate::import::imported::ImportedFee;
use crate::import::named::id_of;
use crate::text::fold;

/// What the portal's column is called; quoted where it does not tell the two kinds apart.
const COLUMN: &str = "Phí, lệ phí";

/// What a cell says.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    Free,
    Silent,
    Amount(String),
    Unread,
}

/// The fees of a channel: none, a quote, or lines.
pub(super) fn fees(fees: &[ImportedFee], at: &str, marks: &mut Marks) -> Written {
    let cells: Vec<Cell> = fees.iter().map(Cell::of).collect();
    match cells.as_slice() {
        [] => return Written::as_announced(SILENT),
        [Cell { said: Said::Free, kind: None, note: None, .. }] => {
            return Written::Bare("none".into());
        }
        [Cell { said: Said::Silent, kind: None, note: None, .. }] => {
            return Written::as_announced(SILENT);
        }
        _ => {}
    }
    let each = cells.iter().enumerate();
    Written::List(each.map(|(index, cell)| cell.line(index, at, marks)).collect())
}

struct Cell {
    shown: String,
    kind: Option<&'static str>,
    said: Said,
    note: Option<String>,
}

impl Cell {
    fn of(fee: &ImportedFee) -> Self {
        let (kind, words) = kind_of(&fee.text);
        let kind = fee.kind.as_deref().and_then(|one| kind_of(&format!("{one}:")).0).or(kind);
        // A remark in brackets, where it is not given besides.
        let (words, bracketed) = match words.split_once('(') {
            Some((before, inside)) if words.ends_with(')') => {
                (before.trim(), Some(inside[..inside.len() - 1].trim().to_owned()))
            }
            _ => (words, None),
        };
        let mut said = said(words);
        if let (Said::Amount(amount), Some(source)) = (&said, &fee.amount)
            && !same_amount(amount, source)
        {
            said = Said::Unread;
        }
        Self { shown: fee.text.clone(), kind, said, note: fee.note.clone().or(bracketed) }
    }

    fn line(&self, index: usize, at: &str, marks: &mut Marks) -> Written {
        let at = format!("{at}.fees[{index}]");
        let mut keys = Keys::default();
        keys.bare("id", format!("muc-{}", index + 1));
        match self.kind {
            Some(kind) => keys.bare("kind", kind),
            None => keys.put("kind", Written::as_announced(COLUMN)),
        }
        let note = self.note.as_deref();
        match &self.said {
            Said::Free if note.is_some_and(names_a_sum) => {
                keys.words("as_announced", &self.shown);
                marks.add(format!("{at}.note"), note.unwrap_or_default(), Doubt::FreeWithSum);
            }
            Said::Free if note.is_some_and(speaks_of_a_rate) => {
                keys.words("as_announced", &self.shown);
                marks.add(format!("{at}.note"), note.unwrap_or_default(), Doubt::FreeWithNote);
            }
            Said::Free => keys.bare("amount", "0 VND"),
            Said::Silent => keys.words("as_announced", SILENT),
            Said::Amount(amount) if lost_its_thousands(amount) => {
                keys.words("as_announced", &self.shown);
                let found = note
                    .map_or_else(|| self.shown.clone(), |note| format!("{} · {note}", self.shown));
                marks.add(format!("{at}.amount"), found, Doubt::DroppedThousands);
            }
            Said::Amount(amount) => keys.bare("amount", amount),
            Said::Unread => {
                keys.words("as_announced", &self.shown);
                marks.add(&at, &self.shown, Doubt::UnreadAmount);
            }
        }
        if let Some(note) = note {
            keys.words("note", note);
        }
        keys.map()
    }
}

/// `Phí : …` and `Lệ phí : …`: the kind, and what follows.
fn kind_of(text: &str) -> (Option<&'static str>, &str) {
    let Some((before, after)) = text.split_once(':') else { return (None, text.trim()) };
    match id_of(before, 64).as_str() {
        "phi" => (Some("fee"), after.trim()),
        "le-phi" => (Some("charge"), after.trim()),
        _ => (None, text.trim()),
    }
}

fn said(words: &str) -> Said {
    let folded = fold(words);
    let folded = folded.trim().trim_end_matches('.');
    match folded {
        "mien phi" | "khong dong" | "khong thu phi" | "khong thu" | "khong mat phi" => {
            return Said::Free;
        }
        "khong co thong tin" => return Said::Silent,
        _ => {}
    }
    let number: String = folded
        .chars()
        .take_while(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
        .collect();
    let unit = match folded[number.len()..].trim() {
        "dong" | "vnd" | "viet nam dong" | "d" => "VND",
        "usd" | "do la my" => "USD",
        "%" | "pct" => "%",
        _ => return Said::Unread,
    };
    match plain_number(&number, unit) {
        Some(number) if number.bytes().all(|sign| matches!(sign, b'0' | b'.')) => Said::Free,
        Some(number) => Said::Amount(format!("{number} {unit}")),
        None => Said::Unread,
    }
}

/// A number without signs between thousands, if there is only one way to read it.
fn plain_number(number: &str, unit: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    if digits(number) {
        return Some(number.to_owned());
    }
    let sign = number.chars().find(|sign| !sign.is_ascii_digit())?;
    let groups: Vec<&str> = number.split(sign).collect();
    let (first, rest) = groups.split_first()?;
    let thousands = digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3 && digits(group));
    match unit {
        // Đồng have no decimals.
        "VND" => thousands.then(|| groups.concat()),
        // `2.500 USD` could be either.
        _ if thousands && rest.len() > 1 => Some(groups.concat()),
        _ if rest.len() == 1 && digits(first) && digits(rest[0]) && rest[0].len() <= 2 => {
            Some(format!("{first}.{}", rest[0]))
        }
        _ => None,
    }
}

fn same_amount(ours: &str, source: &str) -> bool {
    let (number, unit) = ours.split_once(' ').unwrap_or((ours, ""));
    let (theirs, currency) = source.split_once(' ').unwrap_or((source, ""));
    let unit = if unit == "%" { "PCT" } else { unit };
    let value = |text: &str| text.parse::<f64>().ok().map(|value| (value * 10_000.0).round());
    value(number) == value(theirs) && (currency.is_empty() || currency == unit)
}

/// Under a thousand đồng, no fee is real.
fn lost_its_thousands(amount: &str) -> bool {
    amount.strip_suffix(" VND").is_some_and(|number| number.len() < 4)
}

/// Whether a note beside "free" speaks of what is to be paid.
fn speaks_of_a_rate(note: &str) -> bool {
    let note = fold(note);
    [
        "muc phi",
        "muc le phi",
        "muc thu",
        "hoi dong nhan dan",
        "hdnd",
        "phi cap",
        "phi tham dinh",
        "bieu phi",
    ]
    .iter()
    .any(|words| note.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_only_where_there_is_one_way() {
        for (words, amount) in [
            ("50,000 Việt Nam Đồng", "50000 VND"),
            ("2.000.000 Đồng", "2000000 VND"),
            ("20 VNĐ", "20 VND"),
            ("10 USD", "10 USD"),
            ("2.5 USD", "2.5 USD"),
            ("8000 đồng", "8000 VND"),
        ] {
            assert_eq!(said(words), Said::Amount(amount.into()), "{words}");
        }
        for free in ["Miễn phí", "0 Đồng", "Không Đồng", "0 VNĐ"] {
            assert_eq!(said(free), Said::Free, "{free}");
        }
        for unread in [
            "2.500 USD",
            "1,50 VNĐ",
            "File đính kèm: 1.pdf",
            "o Đồng",
            "1.00.000 đồng",
            "Đồng",
            "5",
        ] {
            assert_eq!(said(unread), Said::Unread, "{unread}");
        }
    }

    #[test]
    fn what_the_source_reads_itself_must_agree() {
        let cell = |amount: &str| {
            Cell::of(&ImportedFee {
                text: "Phí : 2.000.000 Đồng (lần đầu)".into(),
                amount: Some(amount.into()),
                ..ImportedFee::default()
            })
        };
        assert_eq!(cell("2000000 VND").said, Said::Amount("2000000 VND".into()));
        assert_eq!(cell("2000 VND").said, Said::Unread);
        let read = cell("2000000 VND");
        assert_eq!((read.kind, read.note.as_deref()), (Some("fee"), Some("lần đầu")));
    }
}
