//! One change, and how it is said.

use super::{About, Aspect, Value, Weight};
use crate::diagnostic::Tongue;
use crate::text::{Language, Text};

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Of what kind of fact.
    pub aspect: Aspect,
    /// Said of what, from the outside in.
    pub about: Vec<About>,
    /// What was said; nothing where it was added.
    pub before: Vec<Value>,
    /// What is said now; nothing where it was dropped.
    pub after: Vec<Value>,
    /// Of substance, or of wording alone.
    pub weight: Weight,
}

impl Change {
    /// The change as one sentence without a full stop, such as
    /// `Phí, lệ phí (tại quầy): từ 8.000 đồng (lệ phí) thành 10.000 đồng (lệ phí)`.
    pub fn said(&self, tongue: Tongue) -> String {
        let about: Vec<_> = self.about.iter().map(|one| one.said(tongue)).collect();
        let place =
            if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        format!("{}{place}: {}", self.aspect.label(tongue), self.happened(tongue))
    }

    fn happened(&self, tongue: Tongue) -> String {
        let long = |values: &[Value]| values.iter().any(Value::is_long);
        let said = |values: &[Value]| {
            let said: Vec<_> = values.iter().map(|one| one.said(tongue)).collect();
            said.join("; ")
        };
        let changed = self.aspect == Aspect::StepOrder || long(&self.before) || long(&self.after);
        match (&self.before[..], &self.after[..], tongue) {
            ([], [_, ..], Tongue::Vietnamese) if changed => "có thêm".to_owned(),
            ([], [_, ..], Tongue::English) if changed => "added".to_owned(),
            ([_, ..], [], Tongue::Vietnamese) if changed => "đã bỏ".to_owned(),
            ([_, ..], [], Tongue::English) if changed => "dropped".to_owned(),
            (_, _, Tongue::Vietnamese) if changed => "có thay đổi".to_owned(),
            (_, _, Tongue::English) if changed => "changed".to_owned(),
            ([], after, Tongue::Vietnamese) => format!("thêm {}", said(after)),
            ([], after, Tongue::English) => format!("added {}", said(after)),
            (before, [], Tongue::Vietnamese) => format!("bỏ {}", said(before)),
            (before, [], Tongue::English) => format!("dropped {}", said(before)),
            // What differs is said in another language.
            (before, after, Tongue::Vietnamese) if said(before) == said(after) => {
                "chỉ sửa bản dịch".to_owned()
            }
            (before, after, Tongue::English) if said(before) == said(after) => {
                "only the words in another language changed".to_owned()
            }
            (before, after, Tongue::Vietnamese) => {
                format!("từ {} thành {}", said(before), said(after))
            }
            (before, after, Tongue::English) => {
                format!("from {} to {}", said(before), said(after))
            }
        }
    }

    /// The sentence as a text of the site: Vietnamese, with an English translation.
    pub fn text(&self) -> Text {
        let mut text = Text::new(self.said(Tongue::Vietnamese));
        text.translate(Language::EN, self.said(Tongue::English));
        text
    }
}
