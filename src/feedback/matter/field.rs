//! The names of the fields on the forms with which matters are brought and looked up. A field that is not named here is
//! refused.

pub use crate::feedback::field::{EDITION, HONEYPOT, KEY, LANGUAGE, PROCEDURE, STAMP};

/// The day from which the posted edition is in force, `2026-07-01`; with [`PROCEDURE`] and [`EDITION`].
pub const FROM: &str = "from";
/// The id of a counter.
pub const COUNTER: &str = "counter";
/// The address of the page that is wrong.
pub const PAGE: &str = "page";
/// What was asked for beyond the list, by the word of [`super::Demand`]; any number of times.
pub const DEMAND: &str = "demand";
/// What is to be said.
pub const WORDS: &str = "words";
/// The name of whoever brings it.
pub const NAME: &str = "name";
/// A telephone number.
pub const PHONE: &str = "phone";
/// An e-mail address.
pub const EMAIL: &str = "email";
/// A postal address.
pub const ADDRESS: &str = "address";
/// The box of consent. Its value is `1`.
pub const CONSENT: &str = "consent";

/// The tracking code, where a matter is looked up.
pub const CODE: &str = "code";
/// What is to be done with a matter that was looked up: nothing, [`REOPEN`] or [`FORGET`].
pub const DO: &str = "do";
/// Ask once more.
pub const REOPEN: &str = "reopen";
/// Delete the contact, and withdraw what cannot be answered without it.
pub const FORGET: &str = "forget";

/// All fields with one value on a form that brings a matter.
pub(super) const ONCE: [&str; 14] = [
    KEY, STAMP, LANGUAGE, HONEYPOT, PROCEDURE, EDITION, FROM, COUNTER, PAGE, WORDS, NAME, PHONE,
    EMAIL, ADDRESS,
];
