//! What a problem is called in words: one sentence that says what is wrong, one that says what to do.
//!
//! The words themselves stand in one table a tongue, and what these share in `vocabulary`.

use super::{Problem, wording_en, wording_vi};

/// A language in which problems are told. Content may be in any language; diagnostics are in these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// Vietnamese, the main one.
    #[default]
    Vietnamese,
    /// English.
    English,
}

/// Why a text is not a [`Tongue`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("problems are told in `vi` or `en`")]
pub struct TongueError;

impl Tongue {
    /// Reads `vi` or `en`.
    pub fn parse(tag: &str) -> Result<Self, TongueError> {
        match tag {
            "vi" => Ok(Self::Vietnamese),
            "en" => Ok(Self::English),
            _ => Err(TongueError),
        }
    }

    /// The language tag: `vi` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong, with the facts quoted.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// The problem in words.
    pub fn wording(&self, tongue: Tongue) -> Wording {
        let (message, remedy) = match tongue {
            Tongue::Vietnamese => wording_vi::words(self),
            Tongue::English => wording_en::words(self),
        };
        Wording { message, remedy }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::super::samples::samples;
    use super::*;

    const BOTH: [Tongue; 2] = [Tongue::Vietnamese, Tongue::English];

    #[test]
    fn the_samples_are_every_code_in_order() {
        assert!(samples().iter().map(Problem::code).eq(Code::all()));
    }

    #[test]
    fn every_problem_has_words_in_both_tongues() {
        for problem in samples() {
            let [vi, en] = BOTH.map(|tongue| problem.wording(tongue));
            for wording in [&vi, &en] {
                for words in [&wording.message, &wording.remedy] {
                    assert!(words.ends_with(['.', '?']), "{}: {words}", problem.code());
                    assert!(!words.contains("``") && !words.contains("  "), "{words}");
                    assert_eq!(words.matches('`').count() % 2, 0, "{words}");
                    assert_eq!(crate::text::nfc(words), words.as_str());
                }
            }
            assert_ne!(vi.message, en.message, "{}", problem.code());
            assert_ne!(vi.remedy, en.remedy, "{}", problem.code());
        }
    }

    #[test]
    fn facts_are_written_as_people_of_the_tongue_write_them() {
        let wording = |problem: Problem| BOTH.map(|tongue| problem.wording(tongue));
        let ended = crate::text::Date::parse("2026-06-30").unwrap();
        let [vi, en] = wording(Problem::FeeExpired { fee: "le-phi".into(), ended });
        assert!(vi.message.contains("30/06/2026") && vi.remedy.contains("`from: 2026-07-01`"));
        assert!(en.message.contains("2026-06-30"));
        let [vi, en] = wording(Problem::DroppedThousands { amount: 20, meant: 20_000 });
        assert_eq!(vi.message, "20 đồng? Có phải 20.000 đồng?");
        assert!(en.message.contains("20,000") && en.remedy.contains("`amount: 20000 VND`"));
        let codes: Vec<String> = (0..11).map(|at| format!("c{at}")).collect();
        let [vi, en] = wording(Problem::NoCounterFor { agency: "a".into(), codes });
        assert!(vi.message.ends_with("`c7` và 3 mã khác."), "{}", vi.message);
        assert!(en.message.ends_with("`c7` and 3 more codes."), "{}", en.message);
        let [vi, _] = wording(Problem::NoneNotStated {
            part: "channels[1].fees".into(),
            citation: String::new(),
        });
        assert!(vi.message.contains("`channels[1].fees` (phí, lệ phí)"), "{}", vi.message);
        assert!(vi.remedy.contains("`fees: none`"), "{}", vi.remedy);
    }

    #[test]
    fn tongues_are_read() {
        assert_eq!(Tongue::parse("vi"), Ok(Tongue::Vietnamese));
        assert_eq!(Tongue::parse("fr"), Err(TongueError));
        assert_eq!(Tongue::English.tag(), "en");
    }
}
