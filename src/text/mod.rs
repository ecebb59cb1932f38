//! What is written: languages, texts and their translations, dates, hours, money, numbers, phones.
//!
//! The ground floor: plain values and pure functions that know nothing of procedures or agencies.
//! A value here cannot be wrong: its `parse` is the only way in, and what it refuses it names.

mod date;
mod fold;
mod hour;
mod language;
mod likeness;
mod local_time;
mod money;
mod normal;
mod number;
mod phone;
mod scale;
mod slug;
mod syllable;
mod table;
mod wording;
mod words;
mod xml;

pub use date::{Date, DateError};
pub use fold::{fold, sort_key};
pub use hour::{Hour, HourError};
pub use language::{Language, LanguageError};
pub use likeness::Likeness;
pub use local_time::in_vietnam;
pub use money::{Money, MoneyError, Unit};
pub use normal::nfc;
pub use number::NumberStyle;
pub use phone::{Phone, PhoneError};
pub use scale::{HEAVIEST_PAGE, Scale};
pub use slug::{Slug, SlugError};
pub use syllable::Syllable;
pub use table::{TableCell, separator, table_cells};
use wording::Wording;
pub use words::{Text, Worded};
pub use xml::xml_text;
