//! The report for leaders: what stands on it, and with what it is compared.

use super::{
    AskedQuestion, Bulletin, CorrectiveMeasure, LeadersReport, NamedUnit, Percent, PublishedCell,
    PublishedFigure, SurveyResults, Topic, Unit,
};
use crate::feedback::SurveyStatus;
use crate::feedback::satisfaction::{
    Aggregate, Basis, IntervalRule, Method, ReportingPeriod, Ways,
};
use crate::letter::{Block, Letter, Paragraph};
use crate::text::{Date, Slug, Text};

fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn figure(of: Topic, value: &str, low: &str, high: &str) -> PublishedFigure {
    PublishedFigure {
        of,
        percent: percent(value),
        low: percent(low),
        high: percent(high),
        rule: IntervalRule::Wilson,
        n: 90,
        least: 80,
        answers: 170,
        criteria: 2,
        asked: 2,
    }
}

fn bulletin(period: ReportingPeriod, whole: (&str, &str, &str)) -> Bulletin {
    let unit = Unit::Agency(slug("phuong-vi-du"));
    let (value, low, high) = whole;
    let questions = ["cho", "hieu", "than-thien", "ro"];
    let asked = |id: &str| AskedQuestion {
        id: slug(id),
        factor: Some(slug("thai-do")),
        ask: Text::new(format!("Câu {id}?")),
    };
    let mut figures = vec![
        figure(Topic::Whole, value, low, high),
        figure(Topic::Factor(slug("thai-do")), "61", "50", "71"),
    ];
    figures.extend((0_u8..).zip(questions).map(|(at, id)| {
        figure(Topic::Question(slug(id)), &format!("{}", 60 + 5 * at), "50", "90")
    }));
    let cell = PublishedCell {
        unit: unit.clone(),
        ways: Ways::parse("qr/open").unwrap(),
        ratings: Some(100),
        figures,
        withheld: vec![Topic::Question(slug("khac"))],
    };
    Bulletin {
        period,
        agency: Some(slug("phuong-vi-du")),
        drawn_on: Date::parse("2026-10-02").unwrap(),
        threshold: 10,
        target: Some(percent("85")),
        units: vec![NamedUnit { unit: unit.clone(), name: Text::new("Phường") }],
        surveys: vec![SurveyResults {
            survey: slug("sipas"),
            version: 1,
            name: Text::new("Khảo sát"),
            status: SurveyStatus::Reference,
            citation: None,
            basis: Basis { method: Method::Top2, aggregate: Aggregate::CriteriaMean },
            factors: vec![(slug("thai-do"), Text::new("Thái độ"))],
            questions: questions.map(asked).to_vec(),
            cells: vec![cell],
            placings: Vec::new(),
        }],
        measures: vec![CorrectiveMeasure {
            id: slug("viec-1"),
            unit,
            survey: slug("sipas"),
            criterion: slug("cho"),
            cause: Text::new("Thiếu người"),
            measure: Text::new("Thêm quầy"),
            answerable: Text::new("Chánh Văn phòng"),
            until: Date::parse("2026-12-31").unwrap(),
            outcome: None,
            quote: None,
        }],
        signature: None,
    }
}

fn text(letter: &Letter) -> String {
    let words = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.words(),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten().flat_map(|cell| &cell.paragraphs);
            cells.map(Paragraph::words).collect::<Vec<_>>().join("|")
        }
    };
    letter.body.iter().map(words).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_report_has_figures_comparison_weak_criteria_words_and_measures() {
    let now = bulletin(ReportingPeriod::Quarter(2026, 3), ("80", "75", "85"));
    let old = bulletin(ReportingPeriod::Quarter(2026, 2), ("60", "52", "68"));
    let unit = Unit::Agency(slug("phuong-vi-du"));
    let quotes = ["Chờ lâu".to_owned()];
    let report = LeadersReport {
        bulletin: &now,
        previous: Some(&old),
        unit: &unit,
        office: "UBND phường Ví Dụ",
        quotes: &quotes,
        today: Date::parse("2026-10-02").unwrap(),
    };
    let letter = report.letter();
    assert_eq!(letter.about, "Kết quả khảo sát mức độ hài lòng quý 3 năm 2026");
    let said = text(&letter);
    for part in [
        "Khảo sát (mã QR)",
        "Số lượt đánh giá: 100. Mức độ hài lòng chung: 80,00 % (khoảng tin cậy 95 %: 75,00–85,00 %).",
        "Mục tiêu nội bộ 85,00 %: chưa đạt. Kỳ trước: 60,00 % (cao hơn).",
        "Thái độ|61,00|50,00–71,00|90|61,00|■■■■■■■■■■■■",
        "Thấp nhất: Câu cho? (60,00 %, 90 trả lời); Câu hieu? (65,00 %, 90 trả lời); Câu than-thien?",
        "1 mục chưa đủ 10 trả lời",
        "theo bộ tiêu chí tham khảo SIPAS",
        "“Chờ lâu”",
        "Thiếu người|Thêm quầy|Chánh Văn phòng, 31/12/2026|đang làm",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("Câu ro?"), "the best is none of the weakest");
    // Without a comparable period nothing is compared, and an empty one says so.
    let mut changed = old.clone();
    changed.surveys[0].version = 2;
    let alone = LeadersReport { previous: Some(&changed), ..report }.letter();
    assert!(!text(&alone).contains("Kỳ trước: "));
    let site = LeadersReport { unit: &Unit::Site, quotes: &[], ..report }.letter();
    assert!(text(&site).contains("chưa đủ lượt đánh giá"));
}

#[test]
fn the_period_before_has_the_same_length() {
    for (period, before) in
        [("2026", "2025"), ("2026-q1", "2025-q4"), ("2026-q3", "2026-q2"), ("2026-01", "2025-12")]
    {
        let period = ReportingPeriod::parse(period).unwrap();
        assert_eq!(LeadersReport::period_before(period).to_string(), before);
    }
}
