//! What `niemyet explain CODE` tells: why a problem matters, and how it is mended in general.

use std::fmt;

use super::screen::wrapped;
use super::{Code, Tongue, explain_en, explain_vi};

/// A page about one code. Shown plainly: the code and its title, the reason, then the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code that is explained.
    pub code: Code,
    /// What the problem is called, in a few words.
    pub title: &'static str,
    /// Why it is one: the rule or the trap behind it.
    pub why: &'static str,
    /// How it is mended, with an example.
    pub mend: &'static str,
}

impl Code {
    /// What stands behind this code.
    pub fn explain(self, tongue: Tongue) -> Explanation {
        match tongue {
            Tongue::Vietnamese => explain_vi::explain(self),
            Tongue::English => explain_en::explain(self),
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}  {}", self.code, self.title)?;
        for paragraph in [self.why, self.mend] {
            writeln!(f, "\n{}", wrapped(paragraph).join("\n"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_tongues() {
        let mut titles = std::collections::BTreeSet::new();
        for code in Code::all() {
            let (vi, en) = (code.explain(Tongue::Vietnamese), code.explain(Tongue::English));
            let pairs = [(vi.title, en.title), (vi.why, en.why), (vi.mend, en.mend)];
            for (vietnamese, english) in pairs {
                assert!(!vietnamese.is_empty() && !english.is_empty(), "{code}");
                assert_ne!(vietnamese, english, "{code}");
                assert_eq!(crate::text::nfc(vietnamese), vietnamese, "{code}");
            }
            assert!(titles.insert(vi.title) && titles.insert(en.title), "{code}: title used twice");
            for text in [vi.why, vi.mend, en.why, en.mend] {
                assert_eq!(text.matches('`').count() % 2, 0, "{code}: {text}");
                assert!(text.ends_with(['.', '?']), "{code}: {text}");
            }
        }
    }

    #[test]
    fn an_explanation_is_shown_plainly() {
        let shown = Code::DroppedThousands.explain(Tongue::Vietnamese).to_string();
        assert!(shown.starts_with("N402  Số tiền mất hàng nghìn\n\n"), "{shown}");
        assert_eq!(shown.matches("\n\n").count(), 2);
    }
}
