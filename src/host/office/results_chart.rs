//! Figures as lines of tables and as bars with whiskers.

use super::asked::Asked;
use crate::feedback::satisfaction::{Figure, IntervalRule, Share};
use crate::theme::context::{Bar, BarChart, FigureLine};

/// Where bars begin, how long one of 100 % is, and how far one lies below the other.
const LEFT: f64 = 30.0;
const FULL: f64 = 360.0;
const STEP: u32 = 22;

/// What figures are shown with.
#[derive(Clone, Copy)]
pub(super) struct Draughtsman<'a> {
    pub(super) asked: Asked<'a>,
    /// The agency's own target, in per cent.
    pub(super) target: Option<f64>,
}

/// A figure that is to be shown, or why there is none.
pub(super) struct Row<'f> {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) figure: Option<&'f Figure>,
    /// Where there is no figure: whether too few are behind it, or nobody.
    pub(super) withheld: bool,
    pub(super) note: String,
}

impl Draughtsman<'_> {
    /// A line of a table.
    pub(super) fn line(self, row: Row<'_>) -> FigureLine {
        let words = self.asked.words();
        let Row { name, href, figure, withheld, note } = row;
        let Some(figure) = figure else {
            let key = if withheld { "desk_results_withheld" } else { "desk_results_none" };
            let value = words.get(key).to_owned();
            let [n, interval, rule, standing] = [const { String::new() }; 4];
            return FigureLine { name, href, n, value, interval, rule, standing, note };
        };
        let rule = match figure.interval.rule {
            IntervalRule::Wilson => "desk_rule_wilson",
            IntervalRule::WilsonEffective => "desk_rule_wilson_effective",
            IntervalRule::WilsonBound => "desk_rule_wilson_bound",
        };
        let counted = figure.counted;
        let n = words.whole(usize::try_from(counted.n).unwrap_or(usize::MAX));
        let n = if counted.least == counted.n {
            n
        } else {
            let least = words.whole(usize::try_from(counted.least).unwrap_or(usize::MAX));
            words.fill("desk_results_least", &[("n", &n), ("least", &least)])
        };
        FigureLine {
            name,
            href,
            n,
            value: format!("{} %", self.number(figure.percent)),
            interval: format!(
                "{}–{}",
                self.number(figure.interval.low),
                self.number(figure.interval.high)
            ),
            rule: words.get(rule).to_owned(),
            standing: self.standing(figure),
            note,
        }
    }

    /// A line for a share that is no satisfaction, and so has no target.
    pub(super) fn share(self, name: &str, share: &Share) -> FigureLine {
        let words = self.asked.words();
        let (low, high) = (share.interval.low, share.interval.high);
        FigureLine {
            name: name.to_owned(),
            href: String::new(),
            n: words.whole(usize::try_from(share.n).unwrap_or(usize::MAX)),
            value: format!("{} %", self.number(share.percent)),
            interval: format!("{}–{}", self.number(low), self.number(high)),
            rule: words.get("desk_rule_wilson").to_owned(),
            standing: String::new(),
            note: words.get("desk_results_trips_note").to_owned(),
        }
    }

    /// Bars of figures.
    pub(super) fn figures(self, id: &str, title: &str, of: &str, rows: Vec<Row<'_>>) -> BarChart {
        let mut bars = Vec::with_capacity(rows.len());
        for (number, row) in (1..).zip(rows) {
            let figure = row.figure;
            let at = |percent| x(percent);
            bars.push(Bar {
                number,
                y: top(number),
                drawn: figure.is_some(),
                width: figure.map_or(0, |figure| x(figure.percent) - x(0.0)),
                low: figure.map_or(0, |figure| at(figure.interval.low)),
                high: figure.map_or(0, |figure| at(figure.interval.high)),
                below: figure.is_some_and(|figure| self.is_below(figure)),
                line: self.line(row),
            });
        }
        let target = self.target.map(|target| self.number(target));
        let words = self.asked.words();
        let target_words =
            target.map(|target| words.fill("desk_results_target_line", &[("target", &target)]));
        BarChart {
            title: title.to_owned(),
            description: words.get("desk_results_drawing").to_owned(),
            id: id.to_owned(),
            rows_of: of.to_owned(),
            counts: false,
            height: top(bars.len() + 1),
            target: self.target.map_or(0, x),
            target_words: target_words.unwrap_or_default(),
            bars,
        }
    }

    /// Bars of counts; a count that is withheld has no bar.
    pub(super) fn counts(
        self,
        id: &str,
        title: &str,
        of: &str,
        rows: Vec<(String, Option<u64>)>,
    ) -> BarChart {
        let words = self.asked.words();
        let most = rows.iter().filter_map(|(_, n)| *n).max().unwrap_or(0).max(1);
        let bars = (1..).zip(rows).map(|(number, (name, n))| {
            let shown = n.map(|n| words.whole(usize::try_from(n).unwrap_or(usize::MAX)));
            let percent = n.map_or(0, |n| n.saturating_mul(100) / most);
            let [href, value, interval, rule, standing, note] = [const { String::new() }; 6];
            let n = shown.unwrap_or_else(|| words.get("desk_results_withheld").to_owned());
            Bar {
                drawn: percent > 0,
                number,
                y: top(number),
                width: x(f64::from(u32::try_from(percent).unwrap_or(100))) - x(0.0),
                low: 0,
                high: 0,
                below: false,
                line: FigureLine { name, href, n, value, interval, rule, standing, note },
            }
        });
        let bars: Vec<Bar> = bars.collect();
        BarChart {
            title: title.to_owned(),
            description: words.get("desk_results_drawing_counts").to_owned(),
            id: id.to_owned(),
            rows_of: of.to_owned(),
            counts: true,
            height: top(bars.len() + 1),
            target: 0,
            target_words: String::new(),
            bars,
        }
    }

    /// With one decimal, as the language writes it.
    pub(super) fn number(self, percent: f64) -> String {
        let decimal = self.asked.words().number_style().decimal;
        format!("{percent:.1}").replace('.', &decimal.to_string())
    }

    fn is_below(self, figure: &Figure) -> bool {
        self.target.is_some_and(|target| figure.interval.high < target)
    }

    /// How a figure stands to the target: said only as far as chance allows.
    fn standing(self, figure: &Figure) -> String {
        let Some(target) = self.target else { return String::new() };
        let key = if figure.interval.low >= target {
            "desk_standing_reached"
        } else if self.is_below(figure) {
            "desk_standing_below"
        } else {
            "desk_standing_open"
        };
        self.asked.words().get(key).to_owned()
    }
}

/// Where a bar begins from above.
fn top(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(1).saturating_sub(1) * STEP + 4
}

/// Where a percentage lies.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "30 to 390")]
fn x(percent: f64) -> u32 {
    (LEFT + FULL * percent.clamp(0.0, 100.0) / 100.0).round() as u32
}
