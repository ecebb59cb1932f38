//! Pages of results stay light however many agencies, counters, surveys and ways there are, and none is lost by cutting.

use super::light_pages::assert_light;
use crate::catalogue::Counter;
use crate::feedback::SurveyStatus;
use crate::feedback::satisfaction::{
    Aggregate, Basis, IntervalRule, Method, ReportingPeriod, Ways,
};
use crate::publication::Publication;
use crate::publication::results::{
    AskedQuestion, Bulletin, Dialogue, DialogueQuestion, FileCounts, NamedUnit, Percent,
    Performance, PerformanceRow, PlacedAgencies, PublishedCell, PublishedFigure, Results,
    Signature, SurveyResults, Topic, Unit,
};
use crate::text::{Slug, Text};
use crate::theme::invented::{crowded, date, slug};

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn figure(&mut self, of: Topic) -> PublishedFigure {
        let at = |percent: u64| Percent::share(percent, 10_000).unwrap();
        let (low, more, high) = (self.roll(5_000), self.roll(2_000), self.roll(2_000));
        PublishedFigure {
            of,
            percent: at(low + more),
            low: at(low),
            high: at(low + more + high),
            rule: IntervalRule::WilsonEffective,
            n: 10 + self.roll(9_000),
            least: 10,
            answers: 10,
            criteria: 1,
            asked: 1,
        }
    }
}

/// A survey of five factors with so many criteria each, answered on so many ways in all these units.
fn survey(id: &str, criteria: usize, ways: &[&str], units: &[NamedUnit]) -> SurveyResults {
    let mut dice = Dice(id.len() as u64);
    let factors: Vec<(Slug, Text)> = (0..5)
        .map(|at| (slug(&format!("yeu-to-{at}")), Text::new(format!("Yếu tố thứ {at} của phiếu"))))
        .collect();
    let question = |at: usize| AskedQuestion {
        id: slug(&format!("cau-{at}")),
        factor: Some(factors[at % 5].0.clone()),
        ask: Text::new(format!("Ông/bà thấy việc {} ở nơi tiếp nhận như thế nào?", at * at + 7)),
    };
    let questions: Vec<_> = (0..5 * criteria).map(question).collect();
    let topics: Vec<Topic> = std::iter::once(Topic::Whole)
        .chain(factors.iter().map(|(id, _)| Topic::Factor(id.clone())))
        .chain(questions.iter().map(|one| Topic::Question(one.id.clone())))
        .collect();
    let ways: Vec<Ways> = ways.iter().map(|way| Ways::parse(way).unwrap()).collect();
    let mut cells = Vec::new();
    for named in units {
        for way in &ways {
            cells.push(PublishedCell {
                unit: named.unit.clone(),
                ways: way.clone(),
                ratings: Some(dice.roll(9_000)),
                figures: topics.iter().map(|topic| dice.figure(topic.clone())).collect(),
                withheld: Vec::new(),
            });
        }
    }
    let agencies = units.iter().filter_map(|named| match &named.unit {
        Unit::Agency(id) => Some(id.clone()),
        _ => None,
    });
    let same: Vec<Slug> = agencies.collect();
    let placed = |ways: &Ways| PlacedAgencies {
        ways: ways.clone(),
        comparisons: same.len(),
        higher: Vec::new(),
        same: same.clone(),
        lower: Vec::new(),
    };
    SurveyResults {
        survey: slug(id),
        version: 1,
        name: Text::new(format!("Phiếu khảo sát {id} tại bộ phận một cửa")),
        status: SurveyStatus::Local,
        citation: None,
        basis: Basis { method: Method::Top2, aggregate: Aggregate::CriteriaMean },
        factors,
        questions,
        placings: ways.iter().map(placed).collect(),
        cells,
    }
}

/// Very many agencies with one counter each in bulletins of twelve months, with two surveys on four ways.
fn province(agencies: usize, criteria: usize) -> Publication {
    let mut publication = crowded(3, 100, agencies);
    let mut units = vec![NamedUnit { unit: Unit::Site, name: Text::new("Tỉnh Minh Họa") }];
    for agency in &publication.agencies {
        let unit = Unit::Agency(agency.id.clone());
        units.push(NamedUnit { unit, name: agency.name.clone() });
    }
    let first = publication.agencies[0].id.clone();
    let counters: Vec<&Counter> = publication.counters.iter().map(|(_, counter)| counter).collect();
    for at in 0..40 {
        let unit = Unit::Counter(first.clone(), slug(&format!("quay-{at}")));
        let name = counters[at % counters.len()].name.original();
        units.push(NamedUnit { unit, name: Text::new(format!("{name} – bàn số {at}")) });
    }
    let ways = ["qr/open", "qr/verified", "kiosk/open", "paper/open"];
    let bulletin = |month| Bulletin {
        period: ReportingPeriod::Month(2026, month),
        agency: None,
        drawn_on: date("2026-11-01"),
        threshold: 10,
        target: Percent::parse("90").ok(),
        surveys: vec![
            survey("nhanh", 1, &ways, &units),
            survey("day-du", criteria, &ways, &units[..1]),
        ],
        units: units.clone(),
        measures: Vec::new(),
        signature: Some(Signature { by: "A".into(), on: date("2026-11-02") }),
    };
    let text = |long: usize| Text::new("việc này đã được xem xét và trả lời ".repeat(long));
    let dialogue = |at: usize| Dialogue {
        id: slug(&format!("doi-thoai-{at}")),
        date: date("2026-10-15"),
        hour: None,
        agency: first.clone(),
        place: text(2),
        topic: Text::new(format!("Đối thoại lần {at}")),
        chair: None,
        questions: (0..6)
            .map(|question| DialogueQuestion {
                id: slug(&format!("hoi-{question}")),
                ask: Text::new(format!("Câu hỏi {at}.{question}")),
                answer: Some(Text::new(format!("{at}-{question} {}", text(8).original()))),
                answered_by: Some(text(1)),
                answered_on: Some(date("2026-10-20")),
            })
            .collect(),
    };
    let row = |(at, agency): (usize, &crate::catalogue::agency::Agency)| PerformanceRow {
        agency: agency.id.clone(),
        field: None,
        counts: FileCounts {
            received: 900 + at as u64,
            early: 700,
            on_time: 200,
            ..FileCounts::default()
        },
    };
    publication.results = Results {
        bulletins: (1..=6).map(bulletin).collect(),
        dialogues: (0..80).map(dialogue).collect(),
        performance: vec![Performance {
            period: ReportingPeriod::Month(2026, 6),
            source: None,
            rows: publication.agencies.iter().enumerate().map(row).collect(),
        }],
        ..Results::default()
    };
    publication
}

#[test]
fn results_of_a_province_are_light_and_whole() {
    let publication = province(120, 5);
    let pages = assert_light(&publication);
    let text = |start: &str| -> String {
        let own = pages.iter().filter(|((path, _), _)| path.starts_with(start));
        own.map(|(_, kept)| kept.html.as_str()).collect()
    };
    let bulletin = text("ket-qua/2026-06");
    for agency in &publication.agencies {
        let link = format!("2026-06/{}.html", agency.id);
        assert!(bulletin.contains(&link), "{link}");
    }
    assert!(pages.contains_key(&("ket-qua/2026-06.2.html".into(), None)));
    let counters = text(&format!("ket-qua/2026-06/{}", publication.agencies[0].id));
    assert!((0..40).all(|at| counters.contains(&format!("bàn số {at}<"))));
    let dialogues = text("ket-qua/doi-thoai");
    assert!((0..80).all(|at| dialogues.contains(&format!("Đối thoại lần {at}<"))));
    assert!(pages.contains_key(&("ket-qua/doi-thoai.2.html".into(), None)));
}
