//! Whether a change is one of substance or of wording alone.

use super::figures::figures;
use super::value::Value;
use crate::text::{Text, fold};

/// How much a change matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// What has to be brought, paid, waited for, where or to whom to go.
    Substance,
    /// The same said in other words, or translated.
    Wording,
}

impl Weight {
    /// How two values of one fact differ; none where they are the same.
    ///
    /// In prose only figures are substance: "02 bản" for "01 bản" is, "bản chụp" for "bản sao" is not. Words that are
    /// themselves the fact (a place, a body, a condition of a fee) are substance as soon as they differ by more than
    /// capitals, marks and signs.
    pub(super) fn of(before: &Value, after: &Value) -> Option<Self> {
        if before == after {
            return None;
        }
        let same = match (before, after) {
            (Value::Prose(one), Value::Prose(other)) => {
                figures(one.original()) == figures(other.original())
            }
            (Value::Words(one), Value::Words(other)) => alike(one, other),
            (Value::Quote(one), Value::Quote(other)) => bare(one) == bare(other),
            (Value::Fee(one), Value::Fee(other)) => one.is_like(other),
            (Value::Decision(one), Value::Decision(other)) => {
                (&one.number, one.issued) == (&other.number, other.issued)
            }
            _ => false,
        };
        Some(if same { Self::Wording } else { Self::Substance })
    }
}

/// Whether two texts say the same but for capitals, marks, signs and translations.
pub(super) fn alike(one: &Text, other: &Text) -> bool {
    bare(one.original()) == bare(other.original())
}

/// The letters and figures of a text, folded, with single spaces.
fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_weighs_by_its_figures_and_facts_by_their_words() {
        let prose = |text: &str| Value::Prose(Text::new(text));
        let words = |text: &str| Value::Words(Text::new(text));
        let weight = Weight::of;
        assert_eq!(weight(&prose("Nộp bản sao"), &prose("Nộp bản chụp")), Some(Weight::Wording));
        assert_eq!(weight(&prose("01 bản"), &prose("1 bản sao")), Some(Weight::Wording));
        assert_eq!(weight(&prose("01 bản"), &prose("02 bản")), Some(Weight::Substance));
        assert_eq!(weight(&words("12 Hoa Mai"), &words("12, hoa mai.")), Some(Weight::Wording));
        assert_eq!(weight(&words("Hoa Mai"), &words("Hoa Đào")), Some(Weight::Substance));
        assert_eq!(weight(&prose("a"), &prose("a")), None);
        assert_eq!(weight(&Value::Nothing, &words("a")), Some(Weight::Substance));
    }
}
