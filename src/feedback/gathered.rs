//! The fields of a form by name, each with all its values, and what is wrong with the names themselves.

use super::{Reason, Survey, field};

/// More fields than any survey has with all its boxes ticked.
const MOST_FIELDS: usize = 256;

/// The fields of a form.
pub(super) struct Gathered<'a> {
    pairs: &'a [(String, String)],
    /// What is wrong so far.
    pub(super) wrong: Vec<(String, Reason)>,
}

impl<'a> Gathered<'a> {
    /// Takes the fields in; names that are not on the form are noted as wrong.
    pub(super) fn new(pairs: &'a [(String, String)], survey: &Survey) -> Self {
        let mut gathered = Self { pairs, wrong: Vec::new() };
        if pairs.len() > MOST_FIELDS {
            gathered.refuse(field::SURVEY, Reason::TooManyFields);
            return gathered;
        }
        for (name, _) in pairs {
            let is_question = field::question_of(name)
                .is_some_and(|id| survey.questions.iter().any(|one| one.id.as_str() == id));
            if is_question {
                // How often a question may be answered is for its kind to say.
            } else if !field::FIXED.contains(&name.as_str()) {
                gathered.refuse(name, Reason::UnknownField);
            } else if gathered.all(name).len() > 1 {
                gathered.refuse(name, Reason::Repeated);
            }
        }
        gathered
    }

    /// Takes in the fields of a form that asks no survey: those of `once`, and those of `often` any number of times.
    pub(super) fn of_fixed(pairs: &'a [(String, String)], once: &[&str], often: &[&str]) -> Self {
        let mut gathered = Self { pairs, wrong: Vec::new() };
        if pairs.len() > MOST_FIELDS {
            gathered.refuse(once.first().copied().unwrap_or_default(), Reason::TooManyFields);
            return gathered;
        }
        for (name, _) in pairs {
            if often.contains(&name.as_str()) {
                // Each is checked where it is read.
            } else if !once.contains(&name.as_str()) {
                gathered.refuse(name, Reason::UnknownField);
            } else if gathered.all(name).len() > 1 {
                gathered.refuse(name, Reason::Repeated);
            }
        }
        gathered
    }

    /// Notes what is wrong with a field; the first reason stands.
    pub(super) fn refuse(&mut self, name: &str, reason: Reason) {
        if !self.wrong.iter().any(|(known, _)| known == name) {
            self.wrong.push((name.to_owned(), reason));
        }
    }

    /// All values of a field.
    pub(super) fn all(&self, name: &str) -> Vec<&'a str> {
        let named = self.pairs.iter().filter(|(known, _)| known == name);
        named.map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a field that is no question; none if it is absent or empty.
    pub(super) fn one(&self, name: &str) -> Option<&'a str> {
        self.all(name).first().copied().filter(|value| !value.is_empty())
    }

    /// The value of a field as `read` understands it; what it cannot read is refused for `reason`.
    pub(super) fn read<T>(
        &mut self,
        name: &str,
        reason: Reason,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(self.one(name)?);
        if value.is_none() {
            self.refuse(name, reason);
        }
        value
    }
}
