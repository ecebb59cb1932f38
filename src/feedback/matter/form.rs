//! A posted form made into a [`Matter`], or refused with reasons: a strict whitelist, like the form of a
//! rating. Personal data are asked for only where an answer needs them, and an identity number never.

use super::{
    AskedMatter, Contact, Demand, Matter, MatterKind, Posted, SentMatter, TrackingCode, field,
};
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::gathered::Gathered;
use crate::feedback::{Key, Mark, Reason, Rejection, Stamp, StampError, hex, personal, typed_text};
use crate::text::{Date, Language, Phone, Slug};

/// The most characters that say what is meant.
pub const MOST_WORDS: u16 = 4_000;

/// The fewest that can say it, where words are needed.
pub const LEAST_WORDS: u16 = 10;

/// The most characters of a name, of an address and of the other short fields.
pub const MOST_LINE: u16 = 200;

/// The longest honest body, in bytes: each letter may take three bytes and each byte three signs.
pub const LONGEST: usize = 9 * (MOST_WORDS as usize + 5 * MOST_LINE as usize) + 4_096;

/// Sooner than this after the page was handed out, in milliseconds, nobody has written anything.
const TOO_FAST: i64 = 3_000;

/// From this age on, in milliseconds, a page has lain open over night.
const STALE: i64 = 24 * 60 * 60 * 1_000;

/// The most digits of a telephone number without a plus sign: identity numbers have twelve.
const MOST_DIGITS: usize = 11;

/// Reads the fields of a form, in the order in which they were sent, decoded.
pub fn read(pairs: &[(String, String)], asked: &AskedMatter<'_>) -> Result<SentMatter, Rejection> {
    let often: &[&str] = if asked.kind == MatterKind::Report {
        &[field::DEMAND, field::CONSENT]
    } else {
        &[field::CONSENT]
    };
    let mut fields = Gathered::of_fixed(pairs, &field::ONCE, often);
    let key = fields.read(field::KEY, Reason::Damaged, Key::parse).unwrap_or(Key::BLANK);
    let language = fields.read(field::LANGUAGE, Reason::UnknownOption, |tag| {
        let known = Language::parse(tag).ok()?;
        asked.languages.contains(&known).then_some(known)
    });
    let posted = read_posted(&mut fields);
    let slug = |id: &str| Slug::parse(id).ok();
    let counter = fields.read(field::COUNTER, Reason::Damaged, slug);
    let page = line(&mut fields, field::PAGE);
    let demands = read_demands(&mut fields);
    let words = read_words(&mut fields, asked.kind, &demands);
    let contact = read_contact(&mut fields, asked.kind);
    let marks = read_marks(&fields, asked, &key, &words);
    if !fields.wrong.is_empty() {
        return Err(Rejection { fields: fields.wrong, filled: pairs.to_vec() });
    }
    let code = TrackingCode::of(asked.secret, &key);
    let matter = Matter {
        agency: asked.agency.clone(),
        tracking: code.hash(asked.secret),
        kind: asked.kind,
        posted,
        counter,
        page: page.map(Into::into),
        demands,
        words: words.into(),
        contact,
        language: language.or(asked.languages.first().copied()).unwrap_or(Language::VI),
        received_at: asked.now,
        dues: asked.limits.dues(asked.kind, &asked.time, asked.now),
        marks,
    };
    Ok(SentMatter { key, code, matter })
}

/// A procedure and its edition stand together or not at all; the day may be missing.
fn read_posted(fields: &mut Gathered<'_>) -> Option<Posted> {
    let code = |code: &str| ProcedureCode::parse(code).ok();
    let procedure = fields.read(field::PROCEDURE, Reason::Damaged, code);
    let edition = fields.read(field::EDITION, Reason::Damaged, hex::read);
    let from = fields.read(field::FROM, Reason::Damaged, |day| Date::parse(day).ok());
    match (procedure, edition) {
        (Some(procedure), Some(edition)) => {
            Some(Posted { procedure, from, edition: EditionMark(edition) })
        }
        (None, None) => None,
        (procedure, _) => {
            let missing = if procedure.is_some() { field::EDITION } else { field::PROCEDURE };
            fields.refuse(missing, Reason::Damaged);
            None
        }
    }
}

fn read_demands(fields: &mut Gathered<'_>) -> Vec<Demand> {
    let mut demands = Vec::new();
    for word in fields.all(field::DEMAND) {
        match Demand::parse(word) {
            Some(demand) => demands.push(demand),
            None => fields.refuse(field::DEMAND, Reason::UnknownOption),
        }
    }
    demands.sort_unstable();
    demands.dedup();
    demands
}

/// What is to be said: needed, save where a demand says it already.
fn read_words(fields: &mut Gathered<'_>, kind: MatterKind, demands: &[Demand]) -> String {
    let words = typed_text::clean(fields.one(field::WORDS).unwrap_or_default());
    let length = words.chars().count();
    let said_already =
        kind == MatterKind::Report && demands.iter().any(|demand| *demand != Demand::Other);
    if length > usize::from(MOST_WORDS) {
        let given = u32::try_from(length).unwrap_or(u32::MAX);
        fields.refuse(field::WORDS, Reason::TooLong { max: MOST_WORDS, given });
    } else if length == 0 && !said_already {
        fields.refuse(field::WORDS, Reason::Missing);
    } else if length < usize::from(LEAST_WORDS) && !said_already {
        fields.refuse(field::WORDS, Reason::TooShort { min: LEAST_WORDS });
    }
    words
}

/// Who brings it. A petition needs a name and a way to answer; nothing else needs anything, but whatever is given
/// needs consent.
fn read_contact(fields: &mut Gathered<'_>, kind: MatterKind) -> Option<Contact> {
    let name = line(fields, field::NAME);
    let phone = line(fields, field::PHONE);
    let email = line(fields, field::EMAIL);
    let address = line(fields, field::ADDRESS);
    for (field, value) in [(field::NAME, &name), (field::ADDRESS, &address)] {
        if value.as_deref().is_some_and(holds_identity_number) {
            fields.refuse(field, Reason::IdentityNumber);
        }
    }
    if let Some(reason) = phone.as_deref().and_then(wrong_phone) {
        fields.refuse(field::PHONE, reason);
    }
    if email.as_deref().is_some_and(|email| !is_email(email)) {
        fields.refuse(field::EMAIL, Reason::NotAnEmail);
    }
    let can_answer = phone.is_some() || email.is_some() || address.is_some();
    if kind.needs_contact() {
        if name.is_none() {
            fields.refuse(field::NAME, Reason::Missing);
        }
        if !can_answer {
            fields.refuse(field::PHONE, Reason::NoWayToAnswer);
        }
    }
    if !can_answer && name.is_none() {
        return None;
    }
    let consents = fields.all(field::CONSENT);
    if consents != ["1"] {
        fields.refuse(field::CONSENT, Reason::NoConsent);
    }
    let boxed = |value: Option<String>| value.map(String::into_boxed_str);
    Some(Contact {
        name: name.unwrap_or_default().into(),
        phone: boxed(phone),
        email: boxed(email),
        address: boxed(address),
    })
}

/// A short field without line breaks; none if it is empty.
fn line(fields: &mut Gathered<'_>, name: &str) -> Option<String> {
    let typed = typed_text::clean(fields.one(name)?).replace('\n', " ");
    let length = typed.chars().count();
    if length > usize::from(MOST_LINE) {
        let given = u32::try_from(length).unwrap_or(u32::MAX);
        fields.refuse(name, Reason::TooLong { max: MOST_LINE, given });
    }
    Some(typed).filter(|typed| !typed.is_empty())
}

/// Whether words hold a number as long as those on identity cards. A telephone number has a field of its own.
fn holds_identity_number(words: &str) -> bool {
    personal::spans(words).iter().any(|span| !words[span.clone()].contains('@'))
}

/// What is wrong with a telephone number, if anything.
fn wrong_phone(typed: &str) -> Option<Reason> {
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    match Phone::parse(typed) {
        Ok(_) if typed.trim_start().starts_with('+') => None,
        Ok(_) if digits > MOST_DIGITS => Some(Reason::IdentityNumber),
        // Numbers of nine digits that do not begin with a nought stand on older cards.
        Ok(_) if digits == 9 && !typed.trim_start().starts_with(['0', '(']) => {
            Some(Reason::IdentityNumber)
        }
        Ok(_) if digits >= 8 => None,
        Ok(_) | Err(_) => Some(Reason::NotAPhone),
    }
}

/// Whether mail can be sent there, by its shape: one `@`, a host with a dot, no gaps.
fn is_email(typed: &str) -> bool {
    let Some((name, host)) = typed.split_once('@') else { return false };
    let labels: Vec<&str> = host.split('.').collect();
    !name.is_empty()
        && labels.len() > 1
        && labels.iter().all(|label| !label.is_empty())
        && typed.chars().all(|sign| !sign.is_whitespace() && !"<>(),;:\\\"".contains(sign))
        && !host.contains('@')
}

fn read_marks(fields: &Gathered<'_>, asked: &AskedMatter<'_>, key: &Key, words: &str) -> Vec<Mark> {
    let stamp = fields.one(field::STAMP).unwrap_or_default();
    let subject = (asked.kind, asked.agency);
    let on_time = match Stamp::age_for_matter(stamp, asked.secret, subject, key, asked.now) {
        Ok(age) if age < TOO_FAST => Some(Mark::TooFast),
        Ok(age) if age >= STALE => Some(Mark::Stale),
        Ok(_) => None,
        Err(StampError::Blank) => Some(Mark::NoStamp),
        Err(StampError::Forged) => Some(Mark::ForgedStamp),
    };
    let trapped = fields.all(field::HONEYPOT).iter().any(|value| !value.is_empty());
    let honeypot = trapped.then_some(Mark::Honeypot);
    let personal = personal::is_suspected(words).then_some(Mark::Personal);
    on_time.into_iter().chain(honeypot).chain(personal).collect()
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
