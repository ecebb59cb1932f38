//! The names of the fields on a rating form: the contract between the page, which theme writes, and
//! [`super::form::read`]. A field that is not named here, nor a question of the survey, is refused.

use super::hex;
use crate::catalogue::procedure::EditionMark;

/// The key of the visit; 32 hexadecimal digits, filled by the host or the page's script.
pub const KEY: &str = "key";
/// The signed time; 64 hexadecimal digits, filled by the host.
pub const STAMP: &str = "stamp";
/// The id of the survey.
pub const SURVEY: &str = "survey";
/// The version of the survey.
pub const VERSION: &str = "version";
/// The language of the page, by its tag.
pub const LANGUAGE: &str = "lang";
/// The way on which the rating comes, by the word of [`super::Mode`]; without it, the printed symbol.
pub const MODE: &str = "mode";
/// A box to tick: "I answer for somebody else". Its value is `1`.
pub const HELPED: &str = "helped";
/// The code of a procedure, if the page is about one; only together with [`EDITION`].
pub const PROCEDURE: &str = "procedure";
/// The mark of the procedure's edition; 32 hexadecimal digits.
pub const EDITION: &str = "edition";
/// A field that people do not see and programs fill.
pub const HONEYPOT: &str = "website";
/// The button of the one-button page that gives a key to a form that had none; its value is ignored.
pub const CONFIRMED: &str = "confirmed";
/// Which part of the survey the form shows, as [`super::Part`] is written; without it, the whole.
pub const PART: &str = "part";
/// The one-time code of a slip, as it was typed.
pub const TICKET: &str = "ticket";
/// The button that sends a rating openly although its one-time code proves nothing. Its value is `1`.
pub const OPENLY: &str = "openly";
/// The claim on a rating that is kept: the form changes it or adds to it, and makes no new one.
pub const CLAIM: &str = "claim";
/// With a claim: the answers take the place of those that are kept. Its value is `1`.
pub const REPLACE: &str = "replace";

/// The value of "Không biết / không sử dụng", where a question offers it.
pub const DONT_KNOW: &str = "dont-know";

/// What stands before the id of a question in the name of its field.
const QUESTION: &str = "q-";

/// All fields that are no question.
pub(super) const FIXED: [&str; 16] = [
    KEY, STAMP, SURVEY, VERSION, LANGUAGE, MODE, HELPED, PROCEDURE, EDITION, HONEYPOT, CONFIRMED,
    PART, TICKET, OPENLY, CLAIM, REPLACE,
];

/// The field of a question: `q-<id>`.
pub fn of_question(id: &str) -> String {
    format!("{QUESTION}{id}")
}

/// The mark of an edition as the field [`EDITION`] has it.
pub fn written_edition(mark: EditionMark) -> String {
    let mut digits = String::with_capacity(32);
    // Writing to a String cannot fail.
    let _ = hex::write(&mark.0, &mut digits);
    digits
}

/// The question of a field, if it is one's.
pub fn question_of(field: &str) -> Option<&str> {
    field.strip_prefix(QUESTION)
}
