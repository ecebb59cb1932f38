//! What pages of results say with the same words everywhere: periods, ways, percentages, files in time.

use super::composer::Composer;
use super::results_page::cells_under;
use crate::feedback::Mode;
use crate::feedback::satisfaction::{Basis, ReportingPeriod, Way, Ways};
use crate::publication::results::{FileCounts, Percent, PublishedFigure};
use crate::text::Slug;
use crate::theme::context::{ResultsRow, ResultsSection};
use crate::theme::{Bar, Markup, Phrase};

impl Composer<'_> {
    /// "Quý 3/2026".
    pub(super) fn period(&self, period: ReportingPeriod) -> String {
        let (key, number, year) = match period {
            ReportingPeriod::Year(year) => ("results_period_year", 0, year),
            ReportingPeriod::Quarter(year, quarter) => ("results_period_quarter", quarter, year),
            ReportingPeriod::Month(year, month) => ("results_period_month", month, year),
        };
        self.voice.words.fill(key, &[("n", &number.to_string()), ("year", &year.to_string())])
    }

    /// "87,50 %".
    pub(super) fn percent(&self, percent: Percent) -> String {
        let words = self.voice.words;
        words.fill("results_percent", &[("n", &percent.written(words.number_style()))])
    }

    /// "81,20 – 91,30 %".
    pub(super) fn interval(&self, low: Percent, high: Percent) -> String {
        let words = self.voice.words;
        let style = words.number_style();
        words.fill("results_span", &[("low", &low.written(style)), ("high", &high.written(style))])
    }

    /// On which ways, in words.
    pub(super) fn ways(&self, ways: &Ways) -> String {
        let words = self.voice.words;
        let one = |way: &Way| {
            let mode = words.get(match way.mode {
                Mode::Qr => "results_way_qr",
                Mode::Web => "results_way_web",
                Mode::Kiosk => "results_way_kiosk",
                Mode::Paper => "results_way_paper",
                Mode::Helped => "results_way_helped",
            });
            if way.verified {
                words.fill("results_way_verified", &[("way", mode)])
            } else {
                mode.to_owned()
            }
        };
        match ways {
            Ways::One(way) => one(way),
            Ways::Combined(all) => {
                let all: Vec<String> = all.iter().map(one).collect();
                words.fill("results_way_combined", &[("ways", &all.join(", "))])
            }
        }
    }

    /// The formulas, in words and by their ids.
    pub(super) fn formulas(&self, basis: Basis) -> String {
        let words = self.voice.words;
        let method = format!("results_method_{}", basis.method.id());
        let aggregate = format!("results_aggregate_{}", basis.aggregate.id());
        let (method, aggregate) = (words.get(&method).to_owned(), words.get(&aggregate).to_owned());
        format!("{method}; {aggregate} ({basis})")
    }

    /// The drawing of a figure with its interval.
    pub(super) fn bar(&self, figure: &PublishedFigure, target: Option<Percent>) -> Markup {
        let (value, interval) =
            (self.percent(figure.percent), self.interval(figure.low, figure.high));
        let mut places = vec![("figure", value.as_str()), ("interval", interval.as_str())];
        let target_text = target.map(|target| self.percent(target));
        let key = match &target_text {
            Some(target) => {
                places.push(("target", target));
                "results_bar_target"
            }
            None => "results_bar",
        };
        let title = self.voice.words.fill(key, &places);
        Bar {
            title: &title,
            value: figure.percent.value(),
            interval: Some((figure.low.value(), figure.high.value())),
            target: target.map(Percent::value),
        }
        .drawn()
    }

    /// The drawing of a figure that has no interval.
    pub(super) fn plain_bar(&self, value: Percent, target: Option<f64>) -> Markup {
        let title = self.percent(value);
        Bar { title: &title, value: value.value(), interval: None, target }.drawn()
    }

    /// An agency by its short name, or by its id where the content has it no more.
    pub(super) fn agency_named(&self, id: &Slug) -> Phrase {
        match self.publication.agency_by_id(id.as_str()) {
            Some(at) => self.voice.phrase(&self.publication.agency(at).short_name),
            None => Phrase::plain(id.as_str()),
        }
    }

    /// What the share of files in time is, and its target.
    pub(super) fn on_time_lead(&self) -> Phrase {
        let target = FileCounts::TARGET.to_string();
        Phrase::plain(&self.voice.words.fill("results_on_time_lead", &[("n", &target)]))
    }

    /// The heads of a table of files in time.
    pub(super) fn on_time_head(&self, section: &mut ResultsSection) {
        let words = self.voice.words;
        words.get("results_unit").clone_into(&mut section.first);
        section.head = ["results_in_time", "results_early", "results_received", "results_past_due"]
            .map(|key| words.get(key).to_owned())
            .to_vec();
    }

    /// A row of files in time.
    pub(super) fn on_time_row(
        &self,
        name: Phrase,
        counts: &FileCounts,
        minor: bool,
        section: &ResultsSection,
    ) -> ResultsRow {
        let whole = |number| Phrase::plain(&self.voice.words.number_style().whole(number));
        let share = |share: Option<Percent>| match share {
            Some(share) => Phrase::plain(&self.percent(share)),
            None => self.said("results_no_returned"),
        };
        let target = f64::from(u32::try_from(FileCounts::TARGET).unwrap_or(u32::MAX));
        let cells = [
            share(counts.in_time()),
            share(counts.early_share()),
            whole(counts.received),
            whole(counts.past_due()),
        ];
        ResultsRow {
            name,
            href: String::new(),
            minor,
            bar: counts.in_time().map(|share| self.plain_bar(share, Some(target))),
            cells: cells_under(&section.head, cells),
        }
    }
}
