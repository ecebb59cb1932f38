//! A form about a matter that was sent after its session had ended: what was typed waits in hidden fields of the sign-in
//! page and comes back filled in. It is never carried out by signing in: the officer sends it again, with the token of
//! the new session. No address travels with it, only an agency and an id, so it leads nowhere else.

use super::way::{Way, digits, sixteen};
use super::{Fields, value};
use crate::text::Slug;
use crate::theme::context::{HiddenField, Typed};

/// The most letters that are kept: the longest answer, and the short fields beside it.
const LONGEST: usize = 6_000;

/// A form that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeptForm {
    pub(super) agency: Slug,
    pub(super) id: [u8; 16],
    pub(super) typed: Typed,
}

impl KeptForm {
    /// What was sent too late; none where there is nothing that somebody would have to type again.
    pub(super) fn of_late(way: &Way, fields: &Fields) -> Option<Self> {
        let Way::Matter { agency, id } = way else { return None };
        let of = |name| value(fields, name).to_owned();
        let typed = Typed {
            form: of("viec"),
            words: of("words"),
            body: of("body"),
            contact: of("contact"),
            number: of("number"),
        };
        Self { agency: agency.clone(), id: *id, typed }.sound()
    }

    /// What the sign-in page has carried along.
    pub(super) fn of_sign_in(fields: &Fields) -> Option<Self> {
        let of = |name| value(fields, name).to_owned();
        let typed = Typed {
            form: of("giu-viec"),
            words: of("giu-words"),
            body: of("giu-body"),
            contact: of("giu-contact"),
            number: of("giu-number"),
        };
        let agency = Slug::parse(value(fields, "giu-agency")).ok()?;
        Self { agency, id: sixteen(value(fields, "giu-id"))?, typed }.sound()
    }

    /// The hidden fields of the sign-in page.
    pub(super) fn hidden(&self) -> Vec<HiddenField> {
        let Typed { form, words, body, contact, number } = &self.typed;
        let (agency, id) = (self.agency.to_string(), digits(&self.id));
        let all = [
            ("giu-agency", &agency),
            ("giu-id", &id),
            ("giu-viec", form),
            ("giu-words", words),
            ("giu-body", body),
            ("giu-contact", contact),
            ("giu-number", number),
        ];
        let filled = all.into_iter().filter(|(_, value)| !value.is_empty());
        filled
            .map(|(name, value)| HiddenField { name: name.into(), value: value.clone() })
            .collect()
    }

    /// Itself, if there is something typed in it and not more than a form of ours can hold.
    fn sound(self) -> Option<Self> {
        let Typed { form, words, body, contact, number } = &self.typed;
        let typed = [words, body, contact, number];
        let letters: usize = typed.iter().map(|text| text.chars().count()).sum();
        let known = ["answer", "note", "pass_on", "refuse", "register"].contains(&form.as_str());
        (known && (1..=LONGEST).contains(&letters)).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_was_typed_comes_through_the_sign_in_page_unchanged() {
        let way = Way::Matter { agency: Slug::parse("phuong-vi-du").unwrap(), id: [0x0a; 16] };
        let sent =
            fields(&[("token", "x"), ("viec", "answer"), ("words", "Xin lỗi\n<b>"), ("body", "")]);
        let late = KeptForm::of_late(&way, &sent).unwrap();
        let hidden: Vec<_> =
            late.hidden().into_iter().map(|field| (field.name, field.value)).collect();
        assert_eq!(KeptForm::of_sign_in(&hidden), Some(late));
    }

    #[test]
    fn only_what_a_form_of_ours_can_hold_is_kept() {
        let way = Way::Matter { agency: Slug::parse("phuong-vi-du").unwrap(), id: [1; 16] };
        let long = "ư".repeat(LONGEST + 1);
        for pairs in [
            &[("viec", "answer")][..],
            &[("viec", "accept"), ("words", "x")],
            &[("words", "x")],
            &[("viec", "answer"), ("words", &long)],
        ] {
            assert_eq!(KeptForm::of_late(&way, &fields(pairs)), None);
        }
        let full = fields(&[("viec", "answer"), ("words", "x")]);
        assert!(KeptForm::of_late(&way, &full).is_some());
        assert_eq!(KeptForm::of_late(&Way::Sessions, &full), None);
        for (agency, id) in [("../x", "01"), ("a", "https://xau.example"), ("", "")] {
            let odd =
                [("giu-agency", agency), ("giu-id", id), ("giu-viec", "note"), ("giu-words", "x")];
            assert_eq!(KeptForm::of_sign_in(&fields(&odd)), None);
        }
    }
}
