//! How a theme says things in one language: texts with their fallback marked, numbers, dates, sums,
//! time limits, opening hours. All wording comes from the theme's words, none from code.

use super::{Phrase, Theme, Words};
use crate::catalogue::agency::{OpeningHours, Weekday};
use crate::catalogue::procedure::{Applicant, TimeLimit, TimeUnit};
use crate::text::{Date, Hour, Language, Money, Text, Unit};

/// A language to speak in, with its words.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The theme, which knows the words of other languages too.
    pub theme: &'a Theme,
    /// The theme's words in the language of the page.
    pub words: &'a Words,
    /// The language of the page.
    pub language: Language,
    /// The language that binds, in which originals are written.
    pub binding: Language,
}

impl Voice<'_> {
    /// A text of the publication.
    pub fn phrase(&self, text: &Text) -> Phrase {
        Phrase::worded(text.read(self.language, self.binding), self.binding)
    }

    /// A text of the publication that may be absent.
    pub fn maybe(&self, text: Option<&Text>) -> Option<Phrase> {
        text.map(|text| self.phrase(text))
    }

    /// A text of the publication where no tag can stand: titles, descriptions.
    pub fn plain<'t>(&self, text: &'t Text) -> &'t str {
        text.read(self.language, self.binding).words
    }

    /// Words that exist only in the binding language: quotations, official numbers.
    pub fn original(&self, text: &str) -> Phrase {
        if self.language == self.binding {
            Phrase::plain(text)
        } else {
            Phrase::foreign(text, self.binding)
        }
    }

    /// The words of a key with phrases in its `{name}` places.
    pub fn compose(&self, key: &str, places: &[(&str, &Phrase)]) -> Phrase {
        Phrase::composed(self.words.get(key), places)
    }

    /// Several texts as one.
    pub fn list<'t>(&self, texts: impl IntoIterator<Item = &'t Text>, between: &str) -> Phrase {
        let parts: Vec<_> = texts.into_iter().map(|text| self.phrase(text)).collect();
        Phrase::joined(&parts, between)
    }
}

impl Words {
    /// A whole number.
    pub fn whole(&self, number: usize) -> String {
        self.number_style().whole(number as u64)
    }

    /// How many papers there are to bring; for none, in words.
    pub fn papers(&self, papers: usize) -> String {
        match papers {
            0 => self.get("glance_nothing").to_owned(),
            some => self.count("papers_count", some),
        }
    }

    /// Who may apply.
    pub fn applicant(&self, applicant: Applicant) -> &str {
        self.get(match applicant {
            Applicant::Citizen => "applicant_citizen",
            Applicant::OverseasVietnamese => "applicant_overseas_vietnamese",
            Applicant::Foreigner => "applicant_foreigner",
            Applicant::Enterprise => "applicant_enterprise",
            Applicant::ForeignEnterprise => "applicant_foreign_enterprise",
            Applicant::Cooperative => "applicant_cooperative",
            Applicant::Organisation => "applicant_organisation",
            Applicant::ForeignOrganisation => "applicant_foreign_organisation",
            Applicant::Official => "applicant_official",
            Applicant::PartyMember => "applicant_party_member",
            Applicant::PartyOrganisation => "applicant_party_organisation",
        })
    }

    /// A day, `21/11/2026` or `21 November 2026`.
    pub fn date(&self, day: Date) -> String {
        let written = day.to_string();
        let mut parts = written.split('-');
        let mut next = || parts.next().unwrap_or_default();
        let (year, month, day) = (next(), next(), next());
        let place = month.parse::<usize>().unwrap_or(1).saturating_sub(1);
        let name = self.get("date_months").split(' ').nth(place).unwrap_or(month);
        let bare = day.trim_start_matches('0');
        let places = [("year", year), ("month", month), ("day", day), ("name", name), ("d", bare)];
        self.fill("date", &places)
    }

    /// A sum, `8.000 đồng`; nothing to pay is said in words.
    pub fn money(&self, money: Money) -> String {
        if money.is_zero() {
            return self.get("money_free").to_owned();
        }
        let number = self.number_style().ten_thousandths(money.ten_thousandths);
        let key = match money.unit {
            Unit::Vnd => "money_vnd",
            Unit::Usd => "money_usd",
            Unit::Percent => "money_percent",
        };
        self.fill(key, &[("n", &number)])
    }

    /// A time limit, `3 ngày làm việc`.
    pub fn limit(&self, limit: TimeLimit) -> String {
        match limit {
            TimeLimit::SameDay => self.get("limit_same_day").to_owned(),
            TimeLimit::Within(number, unit) => {
                let key = match unit {
                    TimeUnit::Minutes => "limit_minutes",
                    TimeUnit::Hours => "limit_hours",
                    TimeUnit::WorkingDays => "limit_working_days",
                    TimeUnit::Days => "limit_days",
                    TimeUnit::Months => "limit_months",
                };
                self.count(key, usize::from(number))
            }
        }
    }

    /// An hour of the day, `7 giờ 30`.
    pub fn hour(&self, hour: Hour) -> String {
        let written = hour.to_string();
        let (hours, minutes) = written.split_once(':').unwrap_or((&written, "00"));
        let bare = if hours == "00" { "0" } else { hours.trim_start_matches('0') };
        let key = if minutes == "00" { "hour_full" } else { "hour" };
        self.fill(key, &[("hour", hours), ("h", bare), ("minute", minutes)])
    }

    /// Days of the week, runs shortened: `Thứ Hai – Thứ Sáu`.
    pub fn days(&self, days: &[Weekday]) -> String {
        let name = |day: Weekday| self.get(DAY_KEYS[day as usize - 1]);
        let mut said = Vec::new();
        for run in days.chunk_by(|one, next| *next as u8 == *one as u8 + 1) {
            match run {
                [first, .., last] if run.len() > 2 => {
                    said.push(format!("{} – {}", name(*first), name(*last)));
                }
                short => said.extend(short.iter().map(|day| name(*day).to_owned())),
            }
        }
        said.join(", ")
    }

    /// From one hour to another.
    pub fn span(&self, hours: &OpeningHours) -> String {
        format!("{} – {}", self.hour(hours.from), self.hour(hours.to))
    }
}

/// The keys of the days of the week, Monday first.
const DAY_KEYS: [&str; 7] =
    ["day_mon", "day_tue", "day_wed", "day_thu", "day_fri", "day_sat", "day_sun"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;

    #[test]
    fn vietnamese_and_english_say_the_same_facts() {
        use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
        let theme = Theme::embedded();
        let (vi, en) = (theme.words(Language::VI), theme.words(Language::EN));
        let day = Date::parse("2026-03-01").unwrap();
        assert_eq!((vi.date(day), en.date(day)), ("01/03/2026".into(), "1 March 2026".into()));
        let fee = Money::parse("8000 VND").unwrap();
        assert_eq!((vi.money(fee), en.money(fee)), ("8.000 đồng".into(), "VND 8,000".into()));
        assert_eq!(vi.money(Money::parse("0 VND").unwrap()), "Miễn phí");
        let limit = TimeLimit::parse("3 working_days").unwrap();
        assert_eq!(
            (vi.limit(limit), en.limit(limit)),
            ("3 ngày làm việc".into(), "3 working days".into())
        );
        assert_eq!(en.limit(TimeLimit::parse("1 working_days").unwrap()), "1 working day");
        assert_eq!(vi.limit(TimeLimit::SameDay), "Trong ngày làm việc");
        assert_eq!(vi.days(&[Mon, Tue, Wed, Thu, Fri]), "Thứ Hai – Thứ Sáu");
        assert_eq!(en.days(&[Mon, Sat]), "Monday, Saturday");
        assert_eq!(vi.hour(Hour::parse("07:30").unwrap()), "7 giờ 30");
        assert_eq!(vi.hour(Hour::parse("17:00").unwrap()), "17 giờ");
    }
}
