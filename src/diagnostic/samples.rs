//! One problem of each kind, for tests; the match below makes the list complete.

use super::{BookTrouble, CellTrouble, Doubt};
use super::{Contact, Kind, Original, Problem, Shape};
use crate::text::Date;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("1.{at:06}")).collect()
}

/// Every problem, in the order of the codes.
pub(super) fn samples() -> Vec<Problem> {
    let mut all = vec![Problem::Unreadable { reason: "Permission denied".into() }];
    while let Some(next) = all.last().and_then(after) {
        all.push(next);
    }
    all
}

/// The sample that follows a problem: a new variant does not compile until it has its place here.
fn after(problem: &Problem) -> Option<Problem> {
    let (code, agency) = ("1.000894".to_owned(), "phuong-vi-du".to_owned());
    let (ends, next_begins) = (day("2026-06-30"), day("2026-08-01"));
    let (part, citation) = ("fees".to_owned(), "Điều 8 Nghị định 63/2010/NĐ-CP".to_owned());
    let guess = Some("fees".to_owned());
    Some(match problem {
        Problem::Unreadable { .. } => Problem::NotUtf8 { byte: 1234 },
        Problem::NotUtf8 { .. } => Problem::TooLarge { bytes: 12_345_678, limit: 1_048_576 },
        Problem::TooLarge { .. } => {
            Problem::Syntax { message: "mapping values are not allowed in this context".into() }
        }
        Problem::Syntax { .. } => Problem::Alias,
        Problem::Alias => Problem::TooDeep { limit: 32 },
        Problem::TooDeep { .. } => Problem::LinkOutside { target: "../../secret".into() },
        Problem::LinkOutside { .. } => Problem::FolderLoop,
        Problem::FolderLoop => Problem::UnknownFile { suggestion: None },
        Problem::UnknownFile { .. } => {
            Problem::FileName { wanted: Shape::Date, found: "2027-3-1".into() }
        }
        Problem::FileName { .. } => Problem::EmptyFile,
        Problem::EmptyFile => Problem::ManyDocuments,
        Problem::ManyDocuments => Problem::NotAFile,
        Problem::NotAFile => Problem::ManyMore { count: 250 },
        Problem::ManyMore { .. } => Problem::Utf16,
        Problem::Utf16 => Problem::ControlSign { sign: 0 },
        Problem::ControlSign { .. } => Problem::UnknownKey {
            key: "fee".into(),
            suggestion: guess,
            known: vec!["id".into(), "fees".into()],
        },
        Problem::UnknownKey { .. } => Problem::DuplicateKey { key: "fees".into(), first_line: 3 },
        Problem::DuplicateKey { .. } => Problem::MissingKey { key: "steps[1].position".into() },
        Problem::MissingKey { .. } => {
            Problem::WrongShape { wanted: Shape::ListOrNone, found: Shape::Text }
        }
        Problem::WrongShape { .. } => Problem::NotOneOf {
            found: "charges".into(),
            allowed: vec!["fee".into(), "charge".into()],
            suggestion: Some("charge".into()),
        },
        Problem::NotOneOf { .. } => Problem::BadValue {
            wanted: Shape::Money,
            found: "8.000 VND".into(),
            reason: crate::text::MoneyError::DecimalDong.to_string(),
        },
        Problem::BadValue { .. } => Problem::LimitWithoutUnit { found: "5".into() },
        Problem::LimitWithoutUnit { .. } => Problem::EmptyText,
        Problem::EmptyText => Problem::CurlyQuotes,
        Problem::CurlyQuotes => Problem::CutText { lost: "#1".into() },
        Problem::CutText { .. } => Problem::UnknownReference {
            kind: Kind::Act,
            id: "123/2015/ND-CP".into(),
            suggestion: Some("123/2015/NĐ-CP".into()),
        },
        Problem::UnknownReference { .. } => {
            Problem::DuplicateId { kind: Kind::Paper, id: "to-khai".into() }
        }
        Problem::DuplicateId { .. } => {
            Problem::DuplicateProcedure { code, other: "procedures/a/1.000894.yaml".into() }
        }
        Problem::DuplicateProcedure { .. } => {
            Problem::WordsWithoutOriginal { kind: Kind::Step, id: "nop".into(), suggestion: None }
        }
        Problem::WordsWithoutOriginal { .. } => {
            Problem::WordsWithoutFile { original: "1.000894.yaml".into() }
        }
        Problem::WordsWithoutFile { .. } => {
            Problem::MissingForm { form: "to-khai.docx".into(), suggestion: None }
        }
        Problem::MissingForm { .. } => Problem::OfferedNowhere { code },
        Problem::OfferedNowhere { .. } => Problem::IdleCounter { counter: "quay-1".into() },
        Problem::IdleCounter { .. } => Problem::NoCounterFor { agency, codes: names(9) },
        Problem::NoCounterFor { .. } => Problem::ParentLoop { agency },
        Problem::ParentLoop { .. } => Problem::StrayOffering { agency, code },
        Problem::StrayOffering { .. } => Problem::UndeclaredLanguage { language: "fr".into() },
        Problem::UndeclaredLanguage { .. } => {
            Problem::EditionInOtherField { code, other: "procedures/a/1.000894.yaml".into() }
        }
        Problem::EditionInOtherField { .. } => {
            Problem::WordsNotShown { key: "validity".into(), original: Original::Quoted }
        }
        Problem::WordsNotShown { .. } => Problem::MissingPart { part: "steps".into(), citation },
        Problem::MissingPart { .. } => Problem::NoneNotStated { part, citation },
        Problem::NoneNotStated { .. } => Problem::MissingContact { contact: Contact::Petitions },
        Problem::MissingContact { .. } => Problem::NoHotline { agency },
        Problem::NoHotline { .. } => Problem::AnnouncedNotPosted { agency, codes: names(11) },
        Problem::AnnouncedNotPosted { .. } => {
            Problem::PostedNotAnnounced { agency, codes: names(1) }
        }
        Problem::PostedNotAnnounced { .. } => Problem::Expired { code, ended: ends },
        Problem::Expired { .. } => Problem::NotYetInForce { code, begins: next_begins },
        Problem::NotYetInForce { .. } => {
            Problem::EditionsOverlap { code, ends: next_begins, next_begins: ends }
        }
        Problem::EditionsOverlap { .. } => Problem::EditionGap { code, ends, next_begins },
        Problem::EditionGap { .. } => Problem::NoDecision { code },
        Problem::NoDecision { .. } => {
            Problem::AsAnnounced { part, words: "Không có thông tin".into() }
        }
        Problem::AsAnnounced { .. } => Problem::Abolished {
            found: "Ủy ban nhân dân huyện".into(),
            since: day("2025-07-01"),
            instead: "Ủy ban nhân dân cấp xã".into(),
        },
        Problem::Abolished { .. } => Problem::SurveyWithoutCitation { survey: "sipas".into() },
        Problem::SurveyWithoutCitation { .. } => {
            Problem::EndsBeforeBegins { from: next_begins, to: ends }
        }
        Problem::EndsBeforeBegins { .. } => {
            Problem::EditionsSameDay { code, day: ends, other: "procedures/a/1.000894.yaml".into() }
        }
        Problem::EditionsSameDay { .. } => {
            Problem::EditionBeforeFirst { code, dated: ends, first: next_begins }
        }
        Problem::EditionBeforeFirst { .. } => Problem::FromInDatedEdition { found: ends },
        Problem::FromInDatedEdition { .. } => {
            Problem::FreeWithAmount { note: "Thu 20.000 đồng".into() }
        }
        Problem::FreeWithAmount { .. } => Problem::DroppedThousands { amount: 20, meant: 20_000 },
        Problem::DroppedThousands { .. } => Problem::LongTitle { characters: 1094 },
        Problem::LongTitle { .. } => Problem::FeeOutsideEdition {
            fee: "le-phi".into(),
            from: Some(ends),
            to: Some(next_begins),
        },
        Problem::FeeOutsideEdition { .. } => {
            Problem::FeeExpired { fee: "le-phi".into(), ended: ends }
        }
        Problem::FeeExpired { .. } => Problem::PaperWithoutCount { paper: "luu-y".into() },
        Problem::PaperWithoutCount { .. } => {
            Problem::OnlineChannel { channel: "truc-tuyen".into(), missing: "level" }
        }
        Problem::OnlineChannel { .. } => Problem::UnnamedCase { case: "uy-quyen".into() },
        Problem::UnnamedCase { .. } => Problem::LongShortName { characters: 120 },
        Problem::LongShortName { .. } => Problem::AmountAndQuote { fee: "le-phi".into() },
        Problem::AmountAndQuote { .. } => {
            Problem::HoursReversed { from: "17:00".into(), to: "13:30".into() }
        }
        Problem::HoursReversed { .. } => Problem::OverHundredPercent { found: "150 %".into() },
        Problem::OverHundredPercent { .. } => Problem::NoSets,
        Problem::NoSets => Problem::HoursOverlap {
            day: "mon",
            first: 1,
            first_span: "07:30–11:30".into(),
            second: 2,
            second_span: "11:00–17:00".into(),
        },
        Problem::HoursOverlap { .. } => {
            Problem::SurveyChanged { survey: "nhanh-5".into(), version: 1, next: 2 }
        }
        Problem::SurveyChanged { .. } => {
            Problem::SurveyVersionBack { survey: "nhanh-5".into(), version: 1, newest: 2 }
        }
        Problem::SurveyVersionBack { .. } => {
            Problem::SurveyNotRecorded { survey: "nhanh-5".into(), version: 1 }
        }
        Problem::SurveyNotRecorded { .. } => Problem::SlowFirstQuestion { survey: "sipas".into() },
        Problem::SlowFirstQuestion { .. } => Problem::BoundsReversed { min: 9, max: 1 },
        Problem::BoundsReversed { .. } => Problem::CounterWithoutCode { counter: "quay-1".into() },
        Problem::CounterWithoutCode { .. } => Problem::CodeReused { code: "K7F3ABM".into() },
        Problem::CodeReused { .. } => {
            Problem::BadSuccessor { code: "K7F3ABM".into(), successor: "K7F3ABN".into() }
        }
        Problem::BadSuccessor { .. } => Problem::BadBaseUrl { found: "minhhoa.example".into() },
        Problem::BadBaseUrl { .. } => {
            Problem::PrintOriginMissing { base_url: "https://minhhoa.example/tthc".into() }
        }
        Problem::PrintOriginMissing { .. } => {
            Problem::BadPrintOrigin { found: "https://minhhoa.example/".into() }
        }
        Problem::BadPrintOrigin { .. } => Problem::SuccessorLoop { code: "K7F3ABM".into() },
        Problem::SuccessorLoop { .. } => Problem::RetiredBeforeSince {
            code: "K7F3ABM".into(),
            since: next_begins,
            retired: ends,
        },
        Problem::RetiredBeforeSince { .. } => {
            Problem::TwoLiveCodes { counter: "phuong-vi-du/quay-1".into(), codes: names(2) }
        }
        Problem::TwoLiveCodes { .. } => {
            Problem::InsecurePrintOrigin { found: "http://niemyet.minhhoa.example".into() }
        }
        Problem::InsecurePrintOrigin { .. } => Problem::PrintedHostLost {
            host: "niemyet.cu.example".into(),
            now: "niemyet.minhhoa.example".into(),
            sheets: names(2),
        },
        Problem::PrintedHostLost { .. } => {
            Problem::PrintedCodeLost { code: "K7F3ABM".into(), printed: ends }
        }
        Problem::PrintedCodeLost { .. } => Problem::NoSite { looked_in: "site-content".into() },
        Problem::NoSite { .. } => Problem::NoLanguages,
        Problem::NoLanguages => Problem::NoProcedures,
        Problem::NoProcedures => Problem::PageWithoutTitle,
        Problem::PageWithoutTitle => {
            Problem::LeftOut { what: "1.000894@2027-03-01".into(), kept: Some("1.000894".into()) }
        }
        Problem::LeftOut { .. } => {
            Problem::LawNotChecked { looked_in: "law/required-parts.yaml".into() }
        }
        Problem::LawNotChecked { .. } => Problem::BulletinNotSigned { period: "2026-q3".into() },
        Problem::BulletinNotSigned { .. } => {
            Problem::BulletinChanged { signed_by: "Trần Thị B, Chánh Văn phòng".into() }
        }
        Problem::BulletinChanged { .. } => {
            Problem::PeriodNotOver { period: "2026-q4".into(), ends: day("2026-12-31") }
        }
        Problem::PeriodNotOver { .. } => {
            Problem::NamedOtherwise { named: "2026-q3".into(), written: "2026-q2".into() }
        }
        Problem::NamedOtherwise { .. } => Problem::SmallFigureShown { n: 4, threshold: 10 },
        Problem::SmallFigureShown { .. } => Problem::ImpossibleFigure {
            percent: "95.00".into(),
            low: "60.00".into(),
            high: "70.00".into(),
            n: 40,
        },
        Problem::ImpossibleFigure { .. } => {
            Problem::PartsDisagree { of: "received".into(), parts: 118, total: 120 }
        }
        Problem::PartsDisagree { .. } => {
            Problem::WithheldFollows { unit: "phuong-vi-du/quay-1".into() }
        }
        Problem::WithheldFollows { .. } => {
            Problem::UnitRetired { unit: "phuong-vi-du/quay-9".into() }
        }
        Problem::UnitRetired { .. } => {
            Problem::MeasureWithoutOutcome { measure: "them-ghe".into(), until: ends }
        }
        Problem::MeasureWithoutOutcome { .. } => Problem::MissingColumns {
            missing: vec!["late".into()],
            found: vec!["Đơn vị".into(), "Tiếp nhận".into()],
        },
        Problem::MissingColumns { .. } => {
            Problem::NotACount { column: "received".into(), found: "12,5".into() }
        }
        Problem::NotACount { .. } => {
            Problem::NotADayOf { period: "2026-10".into(), found: "31/09/2026".into() }
        }
        Problem::NotADayOf { .. } => Problem::ApologiesNotSigned { agency: "phuong-vi-du".into() },
        Problem::ApologiesNotSigned { .. } => {
            Problem::ApologiesChanged { signed_by: "Trần Thị B, Chủ tịch".into() }
        }
        Problem::ApologiesChanged { .. } => Problem::FileNumberReadable,
        Problem::FileNumberReadable => Problem::ReasonNamesSomebody,
        Problem::ReasonNamesSomebody => {
            Problem::ApologyTwice { file: "H29.•••-••••12".into() }
        }
        Problem::ApologyTwice { .. } => Problem::ApologyDays { day: ends },
        Problem::ApologyDays { .. } => Problem::MoreApologies { overdue: 2, apologised: 3 },
        Problem::MoreApologies { .. } => Problem::ToDecide {
            at: "channels[0].limit".into(),
            found: "1".into(),
            doubt: Doubt::NoUnit,
        },
        Problem::ToDecide { .. } => Problem::RecordUnread { reason: "EOF".into() },
        Problem::RecordUnread { .. } => Problem::RecordTwice { code },
        Problem::RecordTwice { .. } => Problem::BookRefused { why: BookTrouble::Bomb },
        Problem::BookRefused { .. } => {
            Problem::SheetMissing { sheet: "Phí".into(), seen: names(2) }
        }
        Problem::SheetMissing { .. } => Problem::CellRefused {
            cell: "A2".into(),
            found: "1.0009".into(),
            why: CellTrouble::CodeAsNumber,
        },
        Problem::CellRefused { .. } => return None,
    })
}
