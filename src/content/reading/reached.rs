//! How an agency is reached: addresses that a citizen may click, hours at which somebody is there.

use super::channel::is_web_address;
use crate::catalogue::agency::Weekday;
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{AgencyFile, ContactShape, ContactsShape, HoursShape, Word};
use crate::diagnostic::{Problem, Shape};

/// The check of one file.
pub(super) struct Reached<'r> {
    pub file: &'r str,
    pub findings: &'r mut Findings,
}

impl Reached<'_> {
    /// Checks an agency.
    pub(super) fn agency(&mut self, shape: &AgencyFile) {
        let root = At::ROOT;
        self.contacts(root.key("contacts"), &shape.contacts);
        self.hours(root.key("hours"), &shape.hours);
        let points = root.key("points");
        for (index, point) in shape.points.iter().enumerate() {
            self.hours(points.item(index).key("hours"), &point.hours);
        }
        let hotlines = root.key("hotlines");
        for (index, hotline) in shape.hotlines.iter().enumerate() {
            self.email(hotlines.item(index).key("email"), hotline.email.as_deref());
        }
    }

    /// Checks contacts, of an agency or of an offering.
    pub(super) fn contacts(&mut self, at: At<'_>, contacts: &ContactsShape) {
        for (key, contact) in [("help", &contacts.help), ("petitions", &contacts.petitions)] {
            if let Some(contact) = contact {
                self.contact(at.key(key), contact);
            }
        }
    }

    fn contact(&mut self, at: At<'_>, contact: &ContactShape) {
        self.email(at.key("email"), contact.email.as_deref());
        if let Some(found) = contact.website.as_deref().filter(|one| !is_web_address(one)) {
            let (found, reason) = (found.to_owned(), "https://…".to_owned());
            let problem = Problem::BadValue { wanted: Shape::WebAddress, found, reason };
            self.findings.error(self.file, at.key("website"), problem);
        }
    }

    fn email(&mut self, at: At<'_>, address: Option<&str>) {
        if let Some(found) = address.filter(|one| !is_email(one)) {
            let (found, reason) = (found.to_owned(), "ten@minhhoa.example".to_owned());
            let problem = Problem::BadValue { wanted: Shape::Email, found, reason };
            self.findings.error(self.file, at, problem);
        }
    }

    fn hours(&mut self, at: At<'_>, hours: &[HoursShape]) {
        for (index, one) in hours.iter().enumerate() {
            if one.to.0 <= one.from.0 {
                let (from, to) = (one.from.0.to_string(), one.to.0.to_string());
                let problem = Problem::HoursReversed { from, to };
                self.findings.error(self.file, at.item(index).key("to"), problem);
                continue;
            }
            let shares = |other: &(usize, &HoursShape)| {
                other.1.from.0 < one.to.0
                    && one.from.0 < other.1.to.0
                    && shared_day(other.1, one).is_some()
            };
            if let Some((before, other)) = hours[..index].iter().enumerate().find(shares) {
                let problem = Problem::HoursOverlap {
                    day: shared_day(other, one).unwrap_or_default(),
                    first: before + 1,
                    first_span: span(other),
                    second: index + 1,
                    second_span: span(one),
                };
                self.findings.error(self.file, at.item(index).key("from"), problem);
            }
        }
    }
}

/// A day, as it is written, on which both hold.
fn shared_day(one: &HoursShape, other: &HoursShape) -> Option<&'static str> {
    let holds = |hours: &HoursShape, day| hours.days.iter().any(|own| own.0 == day);
    let both = |(_, day): &&(_, _)| holds(one, *day) && holds(other, *day);
    Weekday::WORDS.iter().find(both).map(|(word, _)| *word)
}

fn span(hours: &HoursShape) -> String {
    format!("{}–{}", hours.from.0, hours.to.0)
}

/// An address that a mail program takes: one `@`, a host with a dot, nothing that ends a link.
fn is_email(address: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|sign| sign.is_ascii_alphanumeric() || b".-_+".contains(&sign))
    };
    address.split_once('@').is_some_and(|(name, host)| {
        sound(name)
            && sound(host)
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_mail() {
        assert!(is_email("mot-cua@minhhoa.example"));
        for odd in ["", "a", "a@b", "a b@c.d", "a@b@c.d", "a@.b", "a@b.c?subject=x", "mailto:a@b.c"]
        {
            assert!(!is_email(odd), "{odd}");
        }
    }
}
