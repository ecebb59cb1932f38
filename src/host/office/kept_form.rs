//! A form that was sent after its session had ended: what was typed waits in hidden fields of the sign-in page and comes back
//! filled in. It is never carried out by signing in: the officer sends it again, with the token of the new session. What
//! travels with it is a way of the desk, which is read anew like any address, and leads nowhere else.

use super::Fields;
use super::way::Way;
use crate::theme::context::HiddenField;

/// What stands before the name of a field that waits.
const KEPT: &str = "giu-";

/// The way that the form was sent to, and what stood behind it in the address.
const WAY: &str = "giu:duong";
const QUERY: &str = "giu:hoi";

/// The most bytes that are kept, as a browser sends them: with the fields of the page around them they fit into what
/// is taken of a form.
const LARGEST: usize = 60 * 1024;

/// The most fields: more than a slip has questions.
const MOST: usize = 200;

/// A form that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeptForm {
    pub(super) way: Way,
    /// What followed the address.
    pub(super) query: String,
    /// The fields that were filled, but for the token of the session.
    pub(super) fields: Vec<(String, String)>,
}

impl KeptForm {
    /// What was sent too late; none where there is nothing that somebody would have to type again.
    pub(super) fn of_late(way: &Way, query: &str, fields: &Fields) -> Option<Self> {
        let fields = fields.iter().filter(|(name, value)| name != "token" && !value.is_empty());
        let fields = fields.cloned().collect();
        Self { way: way.clone(), query: query.to_owned(), fields }.sound()
    }

    /// What the sign-in page has carried along.
    pub(super) fn of_sign_in(fields: &Fields) -> Option<Self> {
        let way = Way::of(super::value(fields, WAY).strip_prefix("desk/")?)?;
        let query = super::value(fields, QUERY).to_owned();
        let kept = fields
            .iter()
            .filter_map(|(name, value)| Some((name.strip_prefix(KEPT)?.to_owned(), value.clone())));
        Self { way, query, fields: kept.collect() }.sound()
    }

    /// The hidden fields of the sign-in page.
    pub(super) fn hidden(&self) -> Vec<HiddenField> {
        let field = |name: String, value: &str| HiddenField { name, value: value.to_owned() };
        let mut all = vec![field(WAY.into(), &self.way.path())];
        if !self.query.is_empty() {
            all.push(field(QUERY.into(), &self.query));
        }
        let kept = self.fields.iter().map(|(name, value)| field(format!("{KEPT}{name}"), value));
        all.extend(kept);
        all
    }

    /// Itself, if it is a form of ours with something typed in it and not more than can be sent on.
    fn sound(self) -> Option<Self> {
        let bytes: usize =
            self.fields.iter().map(|(name, value)| sent(name) + sent(value) + 8).sum();
        let fits = self.fields.len() <= MOST && bytes + sent(&self.query) <= LARGEST;
        let is_typed = self
            .fields
            .iter()
            .any(|(name, value)| !value.trim().is_empty() && is_typed(&self.way, name));
        (fits && is_typed && self.is_known()).then_some(self)
    }

    /// Of a matter several forms are buttons alone.
    fn is_known(&self) -> bool {
        let form = super::value(&self.fields, "viec");
        !matches!(self.way, Way::Matter { .. })
            || ["answer", "note", "pass_on", "refuse", "register"].contains(&form)
    }
}

/// Whether a field is one that somebody has typed into, and not chosen or found there.
fn is_typed(way: &Way, name: &str) -> bool {
    let typed: &[&str] = match way {
        Way::Matter { .. } => &["words", "body", "contact", "number"],
        Way::Apologies { .. } => &["so", "ly-do", "qua-han", "bang"],
        Way::Apology { .. } => &["ten"],
        Way::ApologyLetter { .. } => &["so", "nguoi"],
        Way::Measures { .. } => &["nguyen-nhan", "viec-lam", "phu-trach", "ket-qua", "y-kien"],
        Way::Slips { .. } => return name == "line" || name.starts_with("q-"),
        Way::SlipPiles => &["from", "until"],
        Way::Words => &["proposed"],
        Way::Quarantine => &["reason"],
        _ => &[],
    };
    typed.contains(&name)
}

/// How many bytes a text has in a form.
fn sent(text: &str) -> usize {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { 1 } else { 3 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Slug;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn agency() -> Slug {
        Slug::parse("phuong-vi-du").unwrap()
    }

    #[test]
    fn what_was_typed_comes_through_the_sign_in_page_unchanged() {
        let matter = Way::Matter { agency: agency(), id: [0x0a; 16] };
        let slips = Way::Slips { agency: agency(), id: [0x0b; 16] };
        let answer = [("token", "x"), ("viec", "answer"), ("words", "Xin lỗi\n<b>"), ("body", "")];
        let slip = [
            ("token", "x"),
            ("viec", "key_in"),
            ("number", "3"),
            ("line", "54-?"),
            ("q-gop-y", "Tốt"),
        ];
        let reason = [("reason", "Cùng một máy"), ("agency", "phuong-vi-du")];
        let words = [("viec", "mask"), ("proposed", "Cô •••"), ("words-of", "0a")];
        for (way, query, sent) in [
            (matter, "", &answer[..]),
            (slips, "", &slip),
            (Way::Quarantine, "", &reason),
            (Way::Words, "don-vi=phuong-vi-du&quay=quay-1", &words),
        ] {
            let late = KeptForm::of_late(&way, query, &fields(sent)).unwrap();
            let hidden: Vec<_> =
                late.hidden().into_iter().map(|field| (field.name, field.value)).collect();
            assert!(!hidden.iter().any(|(name, _)| name.contains("token")));
            assert_eq!(KeptForm::of_sign_in(&hidden), Some(late));
        }
    }

    #[test]
    fn only_what_a_form_of_ours_can_hold_is_kept() {
        let way = Way::Matter { agency: agency(), id: [1; 16] };
        let long = "ư".repeat(LARGEST / 6 + 1);
        for pairs in [
            &[("viec", "answer")][..],
            &[("viec", "answer"), ("words", " ")],
            &[("viec", "accept"), ("words", "x")],
            &[("words", "x")],
            &[("viec", "answer"), ("words", &long)],
        ] {
            assert_eq!(KeptForm::of_late(&way, "", &fields(pairs)), None);
        }
        let many: Vec<_> =
            (0..=MOST).map(|number| (format!("q-{number}"), "x".to_owned())).collect();
        let slips = Way::Slips { agency: agency(), id: [1; 16] };
        assert_eq!(KeptForm::of_late(&slips, "", &many), None);
        let full = fields(&[("viec", "answer"), ("words", "x")]);
        assert!(KeptForm::of_late(&way, "", &full).is_some());
        for other in
            [Way::Sessions, Way::SecondFactor, Way::SignIn, Way::SetUp(None), Way::Officers]
        {
            assert_eq!(KeptForm::of_late(&other, "", &full), None);
        }
        for way in ["../x", "desk/../x", "https://xau.example", "//xau.example", "", "desk/viec/a"]
        {
            let odd = [(WAY, way), ("giu-viec", "note"), ("giu-words", "x")];
            assert_eq!(KeptForm::of_sign_in(&fields(&odd)), None, "{way}");
        }
    }
}
