//! What the wording tables share, whatever the tongue: which key holds which part of a procedure,
//! where a thing is declared, a line of YAML to copy, and what a sentence of another type means.

use super::{Contact, Kind, Shape};
use crate::text::{DateError, HourError, LanguageError, MoneyError, PhoneError, SlugError};

/// How many codes a message lists before it counts the rest.
pub(super) const CODES_SHOWN: usize = 8;

/// `` `a`, `b`, `c` ``.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    quoted.join(", ")
}

/// The first codes of a list, and how many are left.
pub(super) fn shortened(codes: &[String]) -> (String, usize) {
    let shown = codes.len().min(CODES_SHOWN);
    (listed(&codes[..shown]), codes.len() - shown)
}

/// A fact quoted from content, cut where it is longer than a person reads.
pub(super) fn excerpt(words: &str) -> String {
    const LONGEST: usize = 80;
    let words = words.trim();
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let start: String = words.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

/// The key that a key path ends in.
pub(super) fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// The number that was written without its unit, to be shown with one.
pub(super) fn figure(found: &str) -> &str {
    let found = found.trim();
    let sound = (1..5).contains(&found.len()) && found.bytes().all(|sign| sign.is_ascii_digit());
    if sound { found } else { "3" }
}

/// A part that the law asks for, found by the key that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Name,
    Steps,
    Channels,
    Papers,
    FileSets,
    Limit,
    Applicants,
    Bodies,
    Decides,
    Handles,
    Forms,
    Results,
    Conditions,
    Fees,
    Acts,
    Decision,
}

impl Part {
    /// The part that a key path ends in: `channels[1].fees` names the fees.
    pub(super) fn of(path: &str) -> Option<Self> {
        let key = last(path);
        Some(match key.split('[').next().unwrap_or(key) {
            "name" => Self::Name,
            "steps" => Self::Steps,
            "channels" => Self::Channels,
            "cases" | "papers" => Self::Papers,
            "file_sets" => Self::FileSets,
            "limit" | "limits" => Self::Limit,
            "applicants" => Self::Applicants,
            "bodies" => Self::Bodies,
            "decides" => Self::Decides,
            // Counters have a key `handles` too; only inside `bodies` it is a body.
            "handles" if path.contains("bodies") => Self::Handles,
            "forms" | "form" => Self::Forms,
            "results" => Self::Results,
            "conditions" => Self::Conditions,
            "fees" => Self::Fees,
            "acts" => Self::Acts,
            "decision" => Self::Decision,
            _ => return None,
        })
    }
}

/// The line that names the decision which announced a procedure.
pub(super) const DECISION_LINE: &str =
    r#"decision: {number: "1872/QĐ-BTP", issued: 2020-09-04, body: "Bộ Tư pháp"}"#;

/// A line of YAML that states a key, to be copied and changed; only for keys that mean the same
/// wherever they stand.
pub(super) fn example(path: &str) -> Option<&'static str> {
    Some(match last(path) {
        "short_name" => r#"short_name: "Đăng ký kết hôn""#,
        "aliases" => "aliases: []",
        "applicants" => "applicants: [citizen]",
        "bodies" => {
            r#"bodies: {decides: "Ủy ban nhân dân cấp xã", handles: "Ủy ban nhân dân cấp xã", coordinates: none, delegated: none}"#
        }
        "decides" => r#"decides: "Ủy ban nhân dân cấp xã""#,
        "coordinates" => "coordinates: none",
        "delegated" => "delegated: none",
        "answerable" => r#"answerable: "Chủ tịch Ủy ban nhân dân cấp xã""#,
        "steps" => {
            r#"steps: [{id: nop, position: "Người yêu cầu", action: "Nộp hồ sơ tại quầy."}]"#
        }
        "channels" => {
            "channels: [{id: tai-quay, kind: counter, limit: 3 working_days, fees: none}]"
        }
        "limit" => "limit: 3 working_days",
        "fees" => "fees: none",
        "file_sets" => "file_sets: 1",
        "cases" => {
            r#"cases: [{id: chung, papers: [{id: to-khai, name: "Tờ khai", originals: 1, copies: 0, hand_in: submit}]}]"#
        }
        "conditions" => "conditions: none",
        "results" => {
            r#"results: [{id: giay, name: "Giấy chứng nhận", validity: none, returned: "Trao tại quầy."}]"#
        }
        "effective_from" => "effective_from: 2026-07-01",
        "checked_on" => "checked_on: 2026-11-21",
        "hand_in" => "hand_in: submit",
        "originals" => "originals: 1",
        "copies" => "copies: 0",
        "base_url" => r#"base_url: "https://niemyet.minhhoa.example""#,
        "print_origin" => r#"print_origin: "https://niemyet.minhhoa.example""#,
        "languages" => "languages: [vi, en]",
        _ => return None,
    })
}

/// The line that states a contact in `agency.yaml`.
pub(super) fn contact_line(contact: Contact) -> &'static str {
    match contact {
        Contact::Help => r#"help: {name: "Quầy hướng dẫn", phone: "0200 000 0001"}"#,
        Contact::Petitions => {
            r#"petitions: {name: "Văn phòng Ủy ban nhân dân", phone: "0200 000 0002", address: "Số 1 đường Thí Dụ"}"#
        }
        Contact::Complaints => {
            r#"complaints: {name: "Ban Tiếp công dân", place: "Phòng 101", days: "Thứ Năm hằng tuần"}"#
        }
    }
}

/// The file or key where a thing is declared.
pub(super) fn home(kind: Kind) -> &'static str {
    match kind {
        Kind::Procedure => "procedures/",
        Kind::Field => "fields.yaml",
        Kind::Agency => "agencies/<id>/agency.yaml",
        Kind::Counter => "agencies/<id>/counters.yaml",
        Kind::Point => "points",
        Kind::Set => "sets/<id>.yaml",
        Kind::Act => "law/acts.yaml",
        Kind::Survey => "surveys/<id>.yaml",
        Kind::Factor => "factors",
        Kind::Question => "questions",
        Kind::Answer => "options",
        Kind::Step => "steps",
        Kind::Channel => "channels",
        Kind::Fee => "fees",
        Kind::LimitCase => "limit_cases",
        Kind::PaperCase => "cases",
        Kind::Paper => "papers",
        Kind::Condition => "conditions",
        Kind::Outcome => "results",
        Kind::Hotline => "hotlines",
        Kind::Term => "law/abolished.yaml",
        Kind::PrintedCode => "printed-codes.yaml",
        Kind::ResultUnit => "units",
        Kind::Measure => "measures",
        Kind::Method => "methods",
        Kind::Target => "targets",
    }
}

/// A value of a shape, as it is written; `None` where no one value can stand for all.
pub(super) fn sample(shape: Shape) -> Option<&'static str> {
    Some(match shape {
        Shape::Map => r#"{name: "…"}"#,
        Shape::List => "[citizen]",
        Shape::Text => r#""Tờ khai""#,
        Shape::Number => "1",
        Shape::YesNo => "true",
        Shape::Date => "2026-11-21",
        Shape::Hour => r#""07:30""#,
        Shape::Money => "8000 VND",
        Shape::TimeLimit => "3 working_days",
        Shape::Phone => r#""0203 123 4567""#,
        Shape::Email => r#""mot-cua@minhhoa.example""#,
        Shape::WebAddress => r#""https://dichvucong.example""#,
        Shape::Slug => "ho-tich",
        Shape::ProcedureCode => "1.000894",
        Shape::Language => "vi",
        Shape::Period => "2026-q4",
        Shape::Percent => "82.66",
        Shape::Unit => "phuong-vi-du/quay-1",
        Shape::Ways => "qr/open",
        Shape::Topic => "question/hai-long",
        Shape::ListOrNone | Shape::TextOrNone => "none",
        Shape::PrintedCode | Shape::FileName | Shape::Nothing => return None,
    })
}

/// A reason given by a type of `text`, recognised by its sentence, so that it can be said in
/// another tongue. What is not recognised is shown as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    NotADate,
    NoSuchDay,
    NotAnHour,
    NotAnAmount,
    NoCurrency,
    DecimalDong,
    NotAPhone,
    NotAnId,
    NotALanguage,
    NotALimit,
    HalfAnHour,
    NotAProcedureCode,
    ForeignSign,
    CodeLength,
    CheckSign,
    NumberInQuotes,
    NotWrittenSo,
}

/// Sentences of types that stand above this room, by how they begin; a test in `content` holds them
/// to what those types say.
const SENTENCES: [(&str, Reason); 8] = [
    ("it is not written so", Reason::NotWrittenSo),
    ("a time limit is written", Reason::NotALimit),
    ("a time limit is a whole number", Reason::HalfAnHour),
    ("a procedure code has letters", Reason::NotAProcedureCode),
    ("'", Reason::ForeignSign),
    ("a printed code has 7 signs", Reason::CodeLength),
    ("the signs do not fit together", Reason::CheckSign),
    ("a number is written without quotes", Reason::NumberInQuotes),
];

impl Reason {
    /// The reason behind a sentence.
    pub(super) fn of(sentence: &str) -> Option<Self> {
        [
            (DateError::Shape.to_string(), Self::NotADate),
            (DateError::NoSuchDay.to_string(), Self::NoSuchDay),
            (HourError.to_string(), Self::NotAnHour),
            (MoneyError::Shape.to_string(), Self::NotAnAmount),
            (MoneyError::NoUnit.to_string(), Self::NoCurrency),
            (MoneyError::DecimalDong.to_string(), Self::DecimalDong),
            (PhoneError.to_string(), Self::NotAPhone),
            (SlugError.to_string(), Self::NotAnId),
            (LanguageError.to_string(), Self::NotALanguage),
        ]
        .into_iter()
        .find_map(|(known, reason)| (known == sentence).then_some(reason))
        .or_else(|| {
            let known = SENTENCES.iter().find(|(start, _)| sentence.starts_with(start));
            known.map(|(_, reason)| *reason)
        })
    }
}

/// What most likely broke the YAML, guessed from the reader's English sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    Tab,
    Colon,
    Quote,
    Bracket,
    Indent,
    NoSpace,
    ForeignSpace,
    Unknown,
}

impl Slip {
    /// The likeliest slip of the hand behind a sentence of the YAML reader.
    pub(super) fn of(sentence: &str) -> Self {
        let says = |word: &str| sentence.contains(word);
        if says("no space after") {
            Self::NoSpace
        } else if says("a space that is no space") {
            Self::ForeignSpace
        } else if says("a tab") || says("tab cannot") || says("tabs") {
            Self::Tab
        } else if says("mapping values are not allowed") || says("':'") {
            Self::Colon
        } else if says("quoted scalar") || says("double-quoted") || says("escape") {
            Self::Quote
        } else if says("flow") || says("bracket") {
            Self::Bracket
        } else if says("indent") || says("block") || says("simple key") || says("expected key") {
            Self::Indent
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Problem, Tongue};
    use super::*;

    #[test]
    fn reasons_of_the_text_types_are_told_in_vietnamese() {
        let error = DateError::NoSuchDay;
        let (wanted, found, reason) = (Shape::Date, "2026-02-30".into(), error.to_string());
        let problem = Problem::BadValue { wanted, found, reason };
        let message = problem.wording(Tongue::Vietnamese).message;
        assert_eq!(message, "`2026-02-30` không phải là ngày tháng: không có ngày này trong lịch.");
        assert_eq!(Reason::of("some other sentence"), None);
    }

    #[test]
    fn the_yaml_readers_sentences_are_understood() {
        let slips = [
            ("tabs disallowed in this context", Slip::Tab),
            ("while scanning a plain scalar, found a tab", Slip::Tab),
            ("mapping values are not allowed in this context", Slip::Colon),
            ("while scanning a quoted scalar, found unexpected end of stream", Slip::Quote),
            ("while parsing a flow mapping, did not find expected ',' or '}'", Slip::Bracket),
            ("while parsing a block mapping, did not find expected key", Slip::Indent),
            ("no space after a dash", Slip::NoSpace),
            ("a space that is no space", Slip::ForeignSpace),
            ("unexpected eof", Slip::Unknown),
        ];
        for (sentence, slip) in slips {
            assert_eq!(Slip::of(sentence), slip, "{sentence}");
        }
    }

    #[test]
    fn keys_name_their_parts() {
        assert_eq!(Part::of("channels[1].fees"), Some(Part::Fees));
        assert_eq!(Part::of("cases[0]"), Some(Part::Papers));
        assert_eq!(Part::of("bodies.handles"), Some(Part::Handles));
        assert_eq!(Part::of("counters[0].handles"), None);
    }

    #[test]
    fn long_facts_are_cut() {
        assert_eq!(excerpt(&"ă".repeat(200)).chars().count(), 80);
        assert_eq!((figure(" 5 "), figure("năm")), ("5", "3"));
    }
}
