//! Forms as a browser without script fills and sends them: only what the page itself holds.

use super::stand::Stand;
use crate::store::StoredRating;

/// A form of a page: where it goes and its hidden fields, in order.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) action: String,
    pub(super) hidden: Vec<(String, String)>,
    /// The markup of the form.
    pub(super) html: String,
}

/// All forms of a page, in order.
pub(super) fn forms(page: &str) -> Vec<Form> {
    let pieces = page.split("<form ").skip(1);
    pieces.map(|piece| form(piece.split("</form>").next().unwrap())).collect()
}

fn form(html: &str) -> Form {
    let inputs = html.split("<input type=\"hidden\" ").skip(1);
    let hidden = inputs.map(|input| (attribute(input, "name"), attribute(input, "value")));
    Form { action: attribute(html, "action"), hidden: hidden.collect(), html: html.to_owned() }
}

/// The value of the first attribute of that name.
fn attribute(html: &str, name: &str) -> String {
    let opening = format!("{name}=\"");
    let from = html.find(&opening).unwrap_or_else(|| panic!("{name} in {html}")) + opening.len();
    html[from..].split('"').next().unwrap().to_owned()
}

impl Form {
    /// The body with these answers.
    pub(super) fn with(&self, answers: &[(&str, &str)]) -> String {
        let own = self.hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let pairs = own.chain(answers.iter().copied());
        let pairs = pairs.map(|(name, value)| format!("{}={}", escape(name), escape(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The value of a hidden field.
    pub(super) fn value(&self, name: &str) -> &str {
        let found = self.hidden.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// As forms are sent.
pub(super) fn escape(text: &str) -> String {
    text.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"))
}

/// The value of a hidden field of a page.
pub(super) fn hidden(page: &str, name: &str) -> String {
    let forms = forms(page);
    let found = forms.iter().flat_map(|form| &form.hidden).find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("{name} in {page}")).1.clone()
}

/// A key that no other test visit has.
pub(super) fn key(number: u8) -> String {
    format!("{number:02x}").repeat(16)
}

/// Everything that the store of a stand holds.
pub(super) fn stored(stand: &Stand) -> Vec<StoredRating> {
    let mut all = Vec::new();
    stand
        .store
        .export(&mut |rating| {
            all.push(rating);
            Ok(())
        })
        .unwrap();
    all
}
