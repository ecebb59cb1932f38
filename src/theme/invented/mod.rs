//! A small invented publication for the tests of the rooms that render: two agencies, three
//! procedures (one with 94 papers and a very long name, one with nothing that may be missing),
//! several editions, two languages, one counter with a printed code and one that lost its own.

mod agencies;
mod heavy;
mod procedures;

use std::sync::Arc;

use agencies::{province, ward};
pub(crate) use heavy::{crowded, heavy};
use procedures::{editions, fee, marriage};

use crate::catalogue::agency::Offering;
use crate::catalogue::law::{Act, Calendar, Certainty, DayOff, DayOffKind};
use crate::catalogue::procedure::{Edition, Procedure, ProcedureCode, TimeLimit};
use crate::catalogue::{Counter, Field, Handles, Ledger, LedgerEntry, PrintedCode, Stated};
use crate::feedback::{Answer, Factor, Question, QuestionKind, Scale, Survey, SurveyStatus};
use crate::publication::{
    AgencyIndex, Bodies, BodyError, EditionIndex, FreePage, Offered, Publication, Site,
};
use crate::text::{Date, Language, Slug, Text};

/// Bodies that lie in memory.
struct InMemory(Vec<Procedure>);

impl Bodies for InMemory {
    fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError> {
        let missing = || BodyError { edition: edition.0, reason: "not there".into() };
        self.0.get(edition.0).cloned().ok_or_else(missing)
    }
}

/// The day of the tests.
pub(crate) fn day() -> Date {
    date("2026-11-21")
}

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(crate) fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

pub(crate) fn code(text: &str) -> ProcedureCode {
    ProcedureCode::parse(text).unwrap()
}

/// A text with English words.
pub(crate) fn both(vi: &str, en: &str) -> Text {
    let mut text = Text::new(vi);
    text.translate(Language::EN, en);
    text
}

/// A printed code, the same for the same seed.
pub(crate) fn printed(seed: u8) -> PrintedCode {
    let mut next = seed;
    PrintedCode::mint(move || {
        next = next.wrapping_mul(29).wrapping_add(17);
        next
    })
}

/// The publication.
pub(crate) fn publication() -> Publication {
    let (editions, bodies) = editions();
    let offered = vec![
        offered(0, "1.000894", None),
        offered(0, "2.000815", Some(differs())),
        offered(1, "1.000894", None),
        offered(1, "9.999999", None),
    ];
    Publication {
        site: site(),
        fields: vec![
            Field { id: slug("ho-tich"), name: both("Hộ tịch", "Civil status") },
            Field { id: slug("dat-dai"), name: Text::new("Đất đai") },
        ],
        acts: vec![Act {
            number: "60/2014/QH13".into(),
            title: Some(both("Luật Hộ tịch", "Law on Civil Status")),
            issuer: Some(Text::new("Quốc hội")),
            issued: Some(date("2014-11-20")),
            from: None,
            to: None,
        }],
        calendar: calendar(),
        sets: Vec::new(),
        agencies: vec![ward(), province()],
        counters: vec![
            (AgencyIndex(0), counter("quay-1", "Quầy 1 – Hộ tịch", "Counter 1 – Civil status")),
            (AgencyIndex(0), counter("quay-3", "Quầy 3 – Đất đai", "Counter 3 – Land")),
        ],
        editions,
        offered,
        surveys: vec![survey()],
        survey_versions: Vec::new(),
        results: crate::publication::results::Results::default(),
        pages: vec![FreePage {
            id: slug("gioi-thieu"),
            title: both("Giới thiệu", "About"),
            markdown: Text::new(
                "Trang **niêm yết**.\n\n## Ai làm\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            ),
        }],
        forms: Vec::new(),
        ledger: Ledger { entries: vec![entry(1, "quay-1", None), entry(2, "quay-9", Some(1))] },
        printed: Vec::new(),
        bodies: Arc::new(InMemory(bodies)),
        mark: [7; 16],
    }
}

/// Two years with as many days off as years have.
fn calendar() -> Calendar {
    let days = [
        "01-01", "02-16", "02-17", "02-18", "02-19", "04-27", "04-30", "08-31", "09-01", "09-02",
        "11-24",
    ];
    let off = |(year, day): (&str, &str)| DayOff {
        date: date(&format!("{year}-{day}")),
        name: Text::new("Ngày nghỉ"),
        kind: DayOffKind::Holiday,
        certainty: if year == "2026" { Certainty::Law } else { Certainty::Estimated },
    };
    let of_year = |year| days.map(|day| off((year, day)));
    Calendar {
        weekend: vec![6, 7],
        days_off: of_year("2026").into_iter().chain(of_year("2027")).collect(),
        make_up: Vec::new(),
    }
}

fn site() -> Site {
    Site {
        name: both("Niêm yết thủ tục hành chính tỉnh Minh Họa", "Procedures of Minh Họa Province"),
        short_name: both("Niêm yết Minh Họa", "Minh Họa procedures"),
        owner: both("Ủy ban nhân dân tỉnh Minh Họa", "People’s Committee of Minh Họa Province"),
        base_url: "https://niemyet.minhhoa.example/tthc".into(),
        print_origin: "https://niemyet.minhhoa.example".into(),
        redirects_from: Vec::new(),
        languages: vec![Language::VI, Language::EN],
        theme: "default".into(),
        sample: true,
        counter_survey: Some(slug("nhanh-5")),
        more_surveys: Vec::new(),
        scan_instructions: vec![
            both(
                "Mở Zalo hoặc máy ảnh, đưa vào mã",
                "Open Zalo or the camera and point at the code",
            ),
            both("Bấm vào dòng địa chỉ hiện ra", "Tap the address that appears"),
        ],
        feedback: None,
        hosted: true,
        retention: crate::feedback::Retention::default(),
        time_limits: crate::feedback::matter::TimeLimits::default(),
        satisfaction_target: None,
        apology_rule: crate::feedback::apology::ApologyRule::default(),
        replies: Vec::new(),
    }
}

fn entry(seed: u8, at: &str, successor: Option<u8>) -> LedgerEntry {
    LedgerEntry {
        code: printed(seed),
        agency: slug("phuong-vi-du"),
        counter: slug(at),
        since: date("2026-11-21"),
        retired: successor.map(|_| date("2026-11-30")),
        successor: successor.map(printed),
    }
}

fn counter(id: &str, vi: &str, en: &str) -> Counter {
    Counter {
        id: slug(id),
        name: both(vi, en),
        point: Some(slug("trung-tam")),
        floor: Some(both("Tầng 1", "Ground floor")),
        handles: Handles::new(vec![slug("ho-tich")], Vec::new(), Vec::new()),
    }
}

fn offered(agency: usize, of: &str, differs: Option<Offering>) -> Offered {
    Offered { agency: AgencyIndex(agency), code: code(of), differs: differs.map(Box::new) }
}

fn differs() -> Offering {
    Offering {
        fees: vec![(slug("tai-quay"), Stated::Given(vec![fee("5000 VND", "bản")]))],
        limits: vec![(slug("tai-quay"), TimeLimit::parse("4 hours").unwrap())],
        note: Some(both("Phường nhận hồ sơ cả sáng Thứ Bảy.", "Also on Saturday mornings.")),
        ..Offering::default()
    }
}

fn survey() -> Survey {
    let question = |id: &str, ask: &str, kind| Question {
        id: slug(id),
        ask: Text::new(ask),
        kind,
        factor: None,
        required: false,
        dont_know: false,
        wording_read: true,
    };
    let answer =
        |id: &str, label: &str| Answer { id: slug(id), label: Text::new(label), points: None };
    let quick = vec![answer("nhanh", "Nhanh"), answer("tan-tinh", "Tận tình")];
    let mut first = question(
        "hai-long",
        "Ông/bà hài lòng với lần phục vụ này ở mức nào?",
        QuestionKind::Scale(Scale::Faces5),
    );
    first.required = true;
    first.factor = Some(slug("chung"));
    first.ask.translate(Language::EN, "How satisfied are you with the service you just received?");
    let mut waiting = question("cho", "Thời gian chờ", QuestionKind::Scale(Scale::Levels3));
    waiting.dont_know = true;
    Survey {
        id: slug("nhanh-5"),
        version: 1,
        name: Text::new("Đánh giá nhanh"),
        intro: Some(both(
            "Một chạm là đủ. Không cần để lại tên.",
            "One tap is enough. No name needed.",
        )),
        status: SurveyStatus::Local,
        citation: None,
        extra_trips: None,
        lapsed_on: None,
        factors: vec![Factor { id: slug("chung"), name: Text::new("Chung") }],
        questions: vec![
            first,
            waiting,
            question("ly-do", "Điều gì làm ông/bà hài lòng?", QuestionKind::Choices(quick)),
            question("lan", "Ông/bà phải đến mấy lần?", QuestionKind::Number { min: 1, max: 20 }),
            question("gop-y", "Góp ý thêm", QuestionKind::Text { max: 500 }),
        ],
    }
}

/// The publication with as many procedures as asked for, all at one agency, in one language.
pub(crate) fn many(count: usize) -> Publication {
    let mut publication = publication();
    let head = publication.editions[0].clone();
    let body = marriage();
    publication.site.languages.truncate(1);
    publication.editions.clear();
    publication.agencies[0].announced = None;
    publication.offered.clear();
    for number in 0..count {
        let own = code(&format!("1.{number:06}"));
        let name = Text::new(format!("Đăng ký việc thứ {number}"));
        publication.offered.push(Offered {
            agency: AgencyIndex(0),
            code: own.clone(),
            differs: None,
        });
        publication.editions.push(Edition { code: own, name, to: None, ..head.clone() });
    }
    publication.bodies = Arc::new(InMemory(vec![body; count]));
    publication
}
