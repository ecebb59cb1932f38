//! Values in words, in both tongues.

use std::fmt::Write as _;

use super::about::words;
use super::{FeeLine, Value};
use crate::catalogue::Told;
use crate::catalogue::agency::{OpeningHours, PetitionPath, Weekday};
use crate::catalogue::procedure::{
    Applicant, ChannelKind, Decision, FeeKind, HandIn, OnlineLevel, Price, ProcedureKind,
    ProcedureLevel, StartEvent, TimeLimit, TimeUnit,
};
use crate::diagnostic::Tongue;
use crate::text::{Date, Hour, Money, NumberStyle, Unit};

/// Longer texts are not repeated in a sentence; it is said that they were changed.
const LONGEST: usize = 240;

impl Value {
    /// Whether it is too long to stand in a sentence.
    pub(super) fn is_long(&self) -> bool {
        match self {
            Self::Prose(text) | Self::Words(text) => text.original().chars().count() > LONGEST,
            Self::Quote(text) | Self::Plain(text) => text.chars().count() > LONGEST,
            _ => false,
        }
    }

    /// In words.
    pub fn said(&self, tongue: Tongue) -> String {
        let of = |pair: [&'static str; 2]| pick(tongue, pair).to_owned();
        match self {
            Self::Nothing => of(["không có", "none"]),
            Self::Quote(text) => quoted(text),
            Self::Prose(text) | Self::Words(text) => quoted(words(text, tongue)),
            Self::Plain(text) => text.to_string(),
            Self::Fee(fee) => fee.said(tongue),
            Self::Limit(limit) => limit_said(*limit, tongue),
            Self::Copies(originals, copies) => match tongue {
                Tongue::Vietnamese => format!("{originals} bản chính, {copies} bản sao"),
                Tongue::English => {
                    let originals = counted(*originals, "original");
                    format!("{originals}, {}", counted(*copies, "copy"))
                }
            },
            Self::Sets(sets) => match tongue {
                Tongue::Vietnamese => format!("{sets} bộ"),
                Tongue::English => counted(*sets, "set"),
            },
            Self::HandIn(hand_in) => of(match hand_in {
                HandIn::Submit => ["nộp", "hand in"],
                HandIn::Show => ["xuất trình", "show"],
                HandIn::OnlineRecord => {
                    ["không phải nộp, cơ quan tự tra cứu", "not needed, the agency looks it up"]
                }
            }),
            Self::Channel(kind) => of(match kind {
                ChannelKind::Counter => ["tại quầy", "at the counter"],
                ChannelKind::Online => ["trực tuyến", "online"],
                ChannelKind::Post => ["qua bưu chính", "by post"],
            }),
            Self::Online(level) => of(match level {
                OnlineLevel::Full => ["toàn trình", "fully online"],
                OnlineLevel::Partial => ["một phần", "partly online"],
            }),
            Self::Starts(event) => of(match event {
                StartEvent::Receipt => ["ngày tiếp nhận hồ sơ", "receipt of the file"],
                StartEvent::CompleteFile => {
                    ["khi nhận đủ hồ sơ hợp lệ", "receipt of a complete file"]
                }
                StartEvent::Payment => ["khi nộp tiền", "payment"],
            }),
            Self::Hour(hour) => hour_said(*hour, tongue),
            Self::Hours(hours) => hours_said(hours, tongue),
            Self::Applicants(all) => joined(all.iter().map(|one| pick(tongue, applicant(*one)))),
            Self::Levels(all) => joined(all.iter().map(|one| pick(tongue, level(*one)))),
            Self::Kind(kind) => of(kind_words(*kind)),
            Self::Decision(decision) => decision_said(decision, tongue),
            Self::Order(ids) => joined(ids.iter().map(crate::text::Slug::as_str)),
            Self::Petitions(PetitionPath::Link) => {
                of(["theo hướng dẫn và địa chỉ chính thức", "at the official address"])
            }
            Self::Petitions(PetitionPath::Desk) => of(["ngay trên trang này", "on this site"]),
        }
    }
}

impl FeeLine {
    fn said(&self, tongue: Tongue) -> String {
        let mut said = match &self.price {
            Price::Amount(money) => money_said(*money, tongue),
            Price::AsAnnounced(words) => quoted(words),
        };
        if let Some(per) = &self.per {
            let _ = write!(said, "/{}", words(per, tongue));
        }
        if let Some(of) = &self.of {
            let _ = write!(said, " {} {}", pick(tongue, ["của", "of"]), words(of, tongue));
        }
        let mut more = Vec::new();
        match &self.kind {
            Told::Clearly(FeeKind::Fee) => more.push(pick(tongue, ["phí", "fee"]).to_owned()),
            Told::Clearly(FeeKind::Charge) => {
                more.push(pick(tongue, ["lệ phí", "charge"]).to_owned());
            }
            Told::AsAnnounced(words) => more.push(quoted(words)),
        }
        more.extend(self.when.as_ref().map(|when| words(when, tongue).to_owned()));
        if let Some(from) = self.from {
            let day = date_said(from, tongue);
            more.push(format!("{} {day}", pick(tongue, ["từ", "from"])));
        }
        if let Some(to) = self.to {
            more.push(format!("{} {}", pick(tongue, ["đến hết", "until"]), date_said(to, tongue)));
        }
        said + " (" + &more.join("; ") + ")"
    }
}

/// A day as people write it.
pub(super) fn date_said(day: Date, tongue: Tongue) -> String {
    match tongue {
        Tongue::Vietnamese => day.vietnamese(),
        Tongue::English => day.to_string(),
    }
}

fn money_said(money: Money, tongue: Tongue) -> String {
    if money.is_zero() {
        return pick(tongue, ["miễn phí", "free"]).to_owned();
    }
    let style = match tongue {
        Tongue::Vietnamese => NumberStyle::VIETNAMESE,
        Tongue::English => NumberStyle::ENGLISH,
    };
    let number = style.ten_thousandths(money.ten_thousandths);
    match (money.unit, tongue) {
        (Unit::Vnd, Tongue::Vietnamese) => format!("{number} đồng"),
        (Unit::Vnd, Tongue::English) => format!("VND {number}"),
        (Unit::Usd, Tongue::Vietnamese) => format!("{number} đô la Mỹ"),
        (Unit::Usd, Tongue::English) => format!("USD {number}"),
        (Unit::Percent, _) => format!("{number}%"),
    }
}

fn limit_said(limit: TimeLimit, tongue: Tongue) -> String {
    let (number, unit) = match limit {
        TimeLimit::SameDay => {
            return pick(tongue, ["trong ngày làm việc", "within the working day"]).to_owned();
        }
        TimeLimit::Within(number, unit) => (number, unit),
    };
    let [vi, en] = match unit {
        TimeUnit::Minutes => ["phút", "minute"],
        TimeUnit::Hours => ["giờ", "hour"],
        TimeUnit::WorkingDays => ["ngày làm việc", "working day"],
        TimeUnit::Days => ["ngày", "day"],
        TimeUnit::Months => ["tháng", "month"],
    };
    match tongue {
        Tongue::Vietnamese => format!("{number} {vi}"),
        Tongue::English => counted(number, en),
    }
}

fn hour_said(hour: Hour, tongue: Tongue) -> String {
    let (hours, minutes) = (hour.minutes() / 60, hour.minutes() % 60);
    match (tongue, minutes) {
        (Tongue::Vietnamese, 0) => format!("{hours} giờ"),
        (Tongue::Vietnamese, _) => format!("{hours} giờ {minutes:02}"),
        (Tongue::English, _) => hour.to_string(),
    }
}

fn hours_said(hours: &[OpeningHours], tongue: Tongue) -> String {
    let line = |one: &OpeningHours| {
        let days = joined(one.days.iter().map(|day| pick(tongue, weekday(*day))));
        format!("{days} {} – {}", hour_said(one.from, tongue), hour_said(one.to, tongue))
    };
    hours.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn decision_said(decision: &Decision, tongue: Tongue) -> String {
    let mut said = decision.number.to_string();
    if let Some(day) = decision.issued {
        let of = pick(tongue, ["ngày", "of"]);
        let _ = write!(said, " {of} {}", date_said(day, tongue));
    }
    if let Some(body) = &decision.body {
        let _ = write!(said, " ({})", words(body, tongue));
    }
    said
}

fn weekday(day: Weekday) -> [&'static str; 2] {
    match day {
        Weekday::Mon => ["Thứ Hai", "Monday"],
        Weekday::Tue => ["Thứ Ba", "Tuesday"],
        Weekday::Wed => ["Thứ Tư", "Wednesday"],
        Weekday::Thu => ["Thứ Năm", "Thursday"],
        Weekday::Fri => ["Thứ Sáu", "Friday"],
        Weekday::Sat => ["Thứ Bảy", "Saturday"],
        Weekday::Sun => ["Chủ nhật", "Sunday"],
    }
}

fn applicant(one: Applicant) -> [&'static str; 2] {
    match one {
        Applicant::Citizen => ["công dân Việt Nam", "Vietnamese citizens"],
        Applicant::OverseasVietnamese => {
            ["người Việt Nam định cư ở nước ngoài", "Vietnamese residing abroad"]
        }
        Applicant::Foreigner => ["người nước ngoài", "foreigners"],
        Applicant::Enterprise => ["doanh nghiệp", "enterprises"],
        Applicant::ForeignEnterprise => {
            ["doanh nghiệp có vốn đầu tư nước ngoài", "foreign-invested enterprises"]
        }
        Applicant::Cooperative => ["hợp tác xã", "cooperatives"],
        Applicant::Organisation => ["tổ chức", "organisations"],
        Applicant::ForeignOrganisation => ["tổ chức nước ngoài", "foreign organisations"],
        Applicant::Official => ["cán bộ, công chức, viên chức", "officials and public employees"],
        Applicant::PartyMember => ["đảng viên", "Party members"],
        Applicant::PartyOrganisation => ["tổ chức đảng", "Party organisations"],
    }
}

fn level(one: ProcedureLevel) -> [&'static str; 2] {
    match one {
        ProcedureLevel::Province => ["cấp tỉnh", "province"],
        ProcedureLevel::Commune => ["cấp xã", "commune"],
        ProcedureLevel::Ministry => ["cấp bộ", "ministry"],
    }
}

fn kind_words(kind: ProcedureKind) -> [&'static str; 2] {
    match kind {
        ProcedureKind::DetailedByLaw => {
            ["được luật giao quy định chi tiết", "the law leaves its details to be regulated"]
        }
        ProcedureKind::NotDelegated => {
            ["không được luật giao cho địa phương", "not delegated to localities"]
        }
        ProcedureKind::Local => ["đặc thù của địa phương", "special to the locality"],
        ProcedureKind::Other => ["khác", "other"],
    }
}

fn pick(tongue: Tongue, [vi, en]: [&'static str; 2]) -> &'static str {
    if tongue == Tongue::Vietnamese { vi } else { en }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// A text on one line between quotation marks.
fn quoted(text: &str) -> String {
    format!("“{}”", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A number with its noun in English: `1 copy`, `2 copies`.
fn counted(number: impl Into<u32>, noun: &str) -> String {
    match (number.into(), noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (many, Some(stem)) if !noun.ends_with("ay") => format!("{many} {stem}ies"),
        (many, _) => format!("{many} {noun}s"),
    }
}
