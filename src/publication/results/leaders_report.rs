//! The report for leaders: the results of a period on paper, as departments lay them before a meeting. Figures stand as the
//! bulletin has them, with what it withholds withheld; words and measures as officers chose and noted them.

use super::{Bulletin, PublishedCell, PublishedFigure, SurveyResults, Topic, Unit};
use crate::feedback::satisfaction::{ReportingPeriod, Way, Ways};
use crate::feedback::{Mode, SurveyStatus};
use crate::letter::{Block, Cell, Letter, Paragraph, PercentBar, Run, Table};
use crate::text::{Date, NumberStyle};

/// Weak criteria, chosen words and measures on the paper; more would take a second sheet.
const MOST: usize = 3;

/// The signs of a whole bar; each is five per cent.
const BAR: usize = 20;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct LeadersReport<'a> {
    /// The results.
    pub bulletin: &'a Bulletin,
    /// Those of the period before, if there are some.
    pub previous: Option<&'a Bulletin>,
    /// Of whom: the site, or an agency.
    pub unit: &'a Unit,
    /// Who reports.
    pub office: &'a str,
    /// Words of citizens, chosen and masked.
    pub quotes: &'a [String],
    /// The day; only its year is printed.
    pub today: Date,
}

impl LeadersReport<'_> {
    /// The period before a period, of the same length.
    pub fn period_before(period: ReportingPeriod) -> ReportingPeriod {
        match period {
            ReportingPeriod::Year(year) => ReportingPeriod::Year(year.saturating_sub(1)),
            ReportingPeriod::Quarter(year, 1) => {
                ReportingPeriod::Quarter(year.saturating_sub(1), 4)
            }
            ReportingPeriod::Quarter(year, quarter) => ReportingPeriod::Quarter(year, quarter - 1),
            ReportingPeriod::Month(year, 1) => ReportingPeriod::Month(year.saturating_sub(1), 12),
            ReportingPeriod::Month(year, month) => ReportingPeriod::Month(year, month - 1),
        }
    }

    /// The report, to be numbered, changed and signed.
    pub fn letter(&self) -> Letter {
        let mut body = Vec::new();
        for results in &self.bulletin.surveys {
            for cell in results.cells_of(self.unit) {
                self.cell(results, cell, &mut body);
            }
        }
        if body.is_empty() {
            body.push(Paragraph::text("Kỳ này chưa đủ lượt đánh giá để công bố kết quả.").into());
        }
        self.words(&mut body);
        self.measures(&mut body);
        let period = in_words(self.bulletin.period);
        Letter {
            name: format!("Báo cáo kết quả khảo sát {period}"),
            agency: self.office.to_owned(),
            year: self.today.year().unsigned_abs(),
            kind: "Báo cáo".into(),
            about: format!("Kết quả khảo sát mức độ hài lòng {period}"),
            body,
            copies: vec!["- Lãnh đạo cơ quan;".into(), "- Lưu: VT, ……".into()],
            ..Letter::default()
        }
    }

    /// The figures of one survey on one way.
    fn cell(&self, results: &SurveyResults, cell: &PublishedCell, body: &mut Vec<Block>) {
        let title = format!("{} ({})", results.name.original(), ways(&cell.ways));
        body.push(Paragraph::heading(2, title).into());
        let before = self.before(results, cell);
        let ratings = cell.ratings.map_or_else(|| "dưới ngưỡng công bố".into(), |n| n.to_string());
        let mut said = vec![format!("Số lượt đánh giá: {ratings}.")];
        let headline = results.headline();
        if let Some(figure) = headline.as_ref().and_then(|topic| cell.figure(topic)) {
            said.push(format!(
                "Mức độ hài lòng chung: {} % (khoảng tin cậy 95 %: {}–{} %).",
                percent(figure.percent),
                percent(figure.low),
                percent(figure.high)
            ));
            if let Some(target) = self.bulletin.target {
                let met = if figure.percent >= target { "đạt" } else { "chưa đạt" };
                said.push(format!("Mục tiêu nội bộ {} %: {met}.", percent(target)));
            }
            if let Some(old) = before.and_then(|cell| cell.figure(&figure.of)) {
                let moved = moved(old, figure);
                said.push(format!("Kỳ trước: {} % ({moved}).", percent(old.percent)));
            }
        }
        body.push(Paragraph::text(said.join(" ")).into());
        let figures: Vec<_> =
            cell.figures.iter().filter(|one| Some(&one.of) != headline.as_ref()).collect();
        let factors: Vec<_> =
            figures.iter().filter(|one| matches!(one.of, Topic::Factor(_))).copied().collect();
        let trips = figures.iter().filter(|one| one.of == Topic::ExtraTrips).copied();
        let factors: Vec<_> =
            if factors.is_empty() { factors } else { factors.into_iter().chain(trips).collect() };
        let rows = if factors.is_empty() { &figures } else { &factors };
        if !rows.is_empty() {
            body.push(table(results, rows, before).into());
        }
        let mut weak: Vec<_> =
            figures.iter().filter(|one| matches!(one.of, Topic::Question(_))).copied().collect();
        weak.sort_by_key(|figure| figure.percent);
        if weak.len() > MOST {
            let lines = weak.iter().take(MOST).map(|figure| {
                format!(
                    "{} ({} %, {} trả lời)",
                    name(results, &figure.of),
                    percent(figure.percent),
                    figure.n
                )
            });
            let lines = lines.collect::<Vec<_>>().join("; ");
            body.push(Paragraph::text(format!("Thấp nhất: {lines}.")).into());
        }
        if !cell.withheld.is_empty() {
            let line = format!(
                "{} mục chưa đủ {} trả lời, hoặc suy ra được từ mục chưa đủ, nên không nêu.",
                cell.withheld.len(),
                self.bulletin.threshold
            );
            body.push(Paragraph::text(line).into());
        }
        let whose = match results.status {
            SurveyStatus::Official => "bộ tiêu chí chính thức",
            SurveyStatus::Reference => "theo bộ tiêu chí tham khảo SIPAS",
            SurveyStatus::Local => "bộ câu hỏi của cơ quan",
        };
        let basis = results.basis;
        let method =
            format!("Cách tính: {}, {}; {whose}.", basis.method.id(), basis.aggregate.id());
        body.push(
            Paragraph { below: 6, ..Paragraph::of(Run::of(method).italic().sized(12)) }.into(),
        );
    }

    /// The same cell of the period before, if it was asked and reckoned in the same way.
    fn before(&self, results: &SurveyResults, cell: &PublishedCell) -> Option<&PublishedCell> {
        let same = |old: &&SurveyResults| {
            (&old.survey, old.version, old.basis)
                == (&results.survey, results.version, results.basis)
        };
        let old = self.previous?.surveys.iter().find(same)?;
        old.cells.iter().find(|old| old.unit == cell.unit && old.ways == cell.ways)
    }

    fn words(&self, body: &mut Vec<Block>) {
        if self.quotes.is_empty() {
            return;
        }
        body.push(Paragraph::heading(2, "Ý kiến người dân").into());
        let quotes = self.quotes.iter().take(MOST);
        body.extend(quotes.map(|quote| Paragraph::text(format!("“{quote}”")).into()));
    }

    fn measures(&self, body: &mut Vec<Block>) {
        let own = |unit: &Unit| unit == self.unit || unit.parent().as_ref() == Some(self.unit);
        let measures = self.bulletin.measures.iter().filter(|one| own(&one.unit));
        let measures: Vec<_> = measures.take(2 * MOST).collect();
        if measures.is_empty() {
            return;
        }
        body.push(Paragraph::heading(2, "Việc cơ quan làm").into());
        let cell = |words: &str| Cell::of(Paragraph::of(Run::of(words).sized(12)));
        let head = |words: &str| Cell::of(Paragraph::of(Run::of(words).bold().sized(12)));
        let mut rows =
            vec![["Nguyên nhân", "Việc làm", "Phụ trách, thời hạn", "Kết quả"].map(head).to_vec()];
        rows.extend(measures.into_iter().map(|one| {
            let by = format!("{}, {}", one.answerable.original(), one.until.vietnamese());
            let outcome = one.outcome.as_ref().map_or("đang làm", |outcome| outcome.original());
            vec![cell(one.cause.original()), cell(one.measure.original()), cell(&by), cell(outcome)]
        }));
        body.push(Table { widths: vec![45, 50, 35, 35], ruled: true, headed: true, rows }.into());
    }
}

/// Figures with their intervals, a bar each, and what they were before.
fn table(
    results: &SurveyResults,
    figures: &[&PublishedFigure],
    before: Option<&PublishedCell>,
) -> Table {
    let cell = |words: &str| Cell::of(Paragraph::of(Run::of(words).sized(12)));
    let head = |words: &str| Cell::of(Paragraph::of(Run::of(words).bold().sized(12)));
    let mut rows =
        vec![["Nội dung", "%", "Khoảng 95 %", "Trả lời", "Kỳ trước", "Biểu đồ"].map(head).to_vec()];
    rows.extend(figures.iter().map(|figure| {
        let old = before.and_then(|cell| cell.figure(&figure.of));
        let filled = usize::from((figure.percent.hundredths() + 250) / 500).min(BAR);
        let [value, low, high] =
            [figure.percent, figure.low, figure.high].map(super::Percent::hundredths);
        let bar = Run::of("■".repeat(filled)).sized(8).drawn(PercentBar { value, low, high });
        vec![
            cell(name(results, &figure.of)),
            cell(&percent(figure.percent)),
            cell(&format!("{}–{}", percent(figure.low), percent(figure.high))),
            cell(&figure.n.to_string()),
            cell(&old.map_or_else(|| "–".into(), |old| percent(old.percent))),
            Cell::of(Paragraph::of(bar)),
        ]
    }));
    Table { widths: vec![52, 16, 27, 16, 16, 38], ruled: true, headed: true, rows }
}

fn name<'r>(results: &'r SurveyResults, topic: &Topic) -> &'r str {
    match topic {
        Topic::ExtraTrips => "Phải đi lại thêm nhiều nhất một lần",
        _ => results.topic_name(topic).map_or("Chung", |name| name.original()),
    }
}

fn percent(percent: super::Percent) -> String {
    percent.written(NumberStyle::VIETNAMESE)
}

/// Whether two intervals lie apart; less would be read as a change that may be chance.
fn moved(old: &PublishedFigure, new: &PublishedFigure) -> &'static str {
    if new.low > old.high {
        "cao hơn"
    } else if new.high < old.low {
        "thấp hơn"
    } else {
        "chưa khác biệt rõ"
    }
}

/// A period within a sentence.
fn in_words(period: ReportingPeriod) -> String {
    match period {
        ReportingPeriod::Year(year) => format!("năm {year}"),
        ReportingPeriod::Quarter(year, quarter) => format!("quý {quarter} năm {year}"),
        ReportingPeriod::Month(year, month) => format!("tháng {month} năm {year}"),
    }
}

fn ways(ways: &Ways) -> String {
    let words = |way: Way| {
        let mode = match way.mode {
            Mode::Qr => "mã QR",
            Mode::Web => "trang web",
            Mode::Kiosk => "máy tại quầy",
            Mode::Paper => "phiếu giấy",
            Mode::Helped => "có người giúp",
        };
        if way.verified { format!("{mode}, có mã xác thực") } else { mode.to_owned() }
    };
    let all: Vec<String> = ways.list().into_iter().map(words).collect();
    all.join(" + ")
}
