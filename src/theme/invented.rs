//! A small invented publication for the tests of the rooms that render: two agencies, three
//! procedures (one with 94 papers and a very long name, one with nothing that may be missing),
//! several editions, two languages, one counter with a printed code and one that lost its own.

use std::sync::Arc;

use crate::catalogue::agency::{
    Agency, AgencyKind, AgencyLevel, AnnouncedList, Contact, Contacts, Hotline, Offering,
    OpeningHours, PetitionPath, Place, Reception, ServicePoint, Weekday,
};
use crate::catalogue::law::{Act, Calendar};
use crate::catalogue::procedure::{
    Applicant, Bodies as Handlers, Channel, ChannelKind, Condition, Decision, Edition, EditionMark,
    Fee, FeeKind, HandIn, Limit, LimitCase, OnlineLevel, Outcome, Paper, PaperCase, Price,
    Procedure, ProcedureCode, ProcedureKind, ProcedureLevel, StartEvent, Step, TimeLimit,
};
use crate::catalogue::{Counter, Field, Handles, Ledger, LedgerEntry, PrintedCode, Stated};
use crate::feedback::{Answer, Factor, Question, QuestionKind, Scale, Survey, SurveyStatus};
use crate::publication::{
    AgencyIndex, Bodies, BodyError, EditionIndex, FreePage, Offered, Publication, Site,
};
use crate::text::{Date, Hour, Language, Money, Phone, Slug, Text};

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
        calendar: Calendar::default(),
        sets: Vec::new(),
        agencies: vec![ward(), province()],
        counters: vec![
            (AgencyIndex(0), counter("quay-1", "Quầy 1 – Hộ tịch", "Counter 1 – Civil status")),
            (AgencyIndex(0), counter("quay-3", "Quầy 3 – Đất đai", "Counter 3 – Land")),
        ],
        editions,
        offered,
        surveys: vec![survey()],
        pages: vec![FreePage {
            id: slug("gioi-thieu"),
            title: both("Giới thiệu", "About"),
            markdown: Text::new(
                "Trang **niêm yết**.\n\n## Ai làm\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            ),
        }],
        forms: Vec::new(),
        ledger: Ledger { entries: vec![entry(1, "quay-1", None), entry(2, "quay-9", Some(1))] },
        bodies: Arc::new(InMemory(bodies)),
        mark: [7; 16],
    }
}

fn site() -> Site {
    Site {
        name: both("Niêm yết thủ tục hành chính tỉnh Minh Họa", "Procedures of Minh Họa Province"),
        short_name: both("Niêm yết Minh Họa", "Minh Họa procedures"),
        owner: both("Ủy ban nhân dân tỉnh Minh Họa", "People’s Committee of Minh Họa Province"),
        base_url: "https://niemyet.minhhoa.example/tthc".into(),
        print_origin: "https://niemyet.minhhoa.example".into(),
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

fn hours() -> Vec<OpeningHours> {
    use Weekday::{Fri, Mon, Thu, Tue, Wed};
    let days = vec![Mon, Tue, Wed, Thu, Fri];
    let span = |from, to| OpeningHours {
        days: days.clone(),
        from: Hour::parse(from).unwrap(),
        to: Hour::parse(to).unwrap(),
    };
    vec![span("07:30", "11:30"), span("13:30", "17:00")]
}

fn phone(text: &str) -> Phone {
    Phone::parse(text).unwrap()
}

fn ward() -> Agency {
    let desk = |name: &str, number| Contact {
        name: Some(Text::new(name)),
        phone: Some(phone(number)),
        email: Some("quay@phuongvidu.example".into()),
        ..Contact::default()
    };
    Agency {
        id: slug("phuong-vi-du"),
        name: both("Ủy ban nhân dân phường Ví Dụ", "People’s Committee of Ví Dụ Ward"),
        short_name: both("Phường Ví Dụ", "Ví Dụ Ward"),
        level: AgencyLevel::Commune,
        kind: AgencyKind::Ward,
        parent: Some(slug("tinh-minh-hoa")),
        one_stop: Some(Text::new("Trung tâm Phục vụ hành chính công phường Ví Dụ")),
        one_stop_alias: Some(Text::new("Bộ phận Một cửa")),
        place: Place {
            address: Text::new("Số 1 đường Thí Dụ, phường Ví Dụ, tỉnh Minh Họa"),
            note: Some(Text::new("Cạnh chợ, có lối cho xe lăn")),
        },
        hours: hours(),
        cutoff: Some(Hour::parse("15:00").unwrap()),
        contacts: Contacts {
            help: desk("Quầy hướng dẫn", "0200 000 0001"),
            petitions: desk("Văn phòng tiếp nhận phản ánh, kiến nghị", "0200 000 0002"),
            complaints: Some(Reception {
                name: None,
                place: Text::new("Phòng Tiếp công dân, tầng 1"),
                days: Some(Text::new("Thứ Năm hằng tuần")),
                phone: Some(phone("0200 000 0003")),
            }),
        },
        hotlines: vec![hotline("Đường dây nóng phường", "0200 000 0009")],
        points: vec![ServicePoint {
            id: slug("trung-tam"),
            name: Text::new("Điểm trung tâm"),
            address: None,
            hours: Vec::new(),
            receives_for: vec![slug("tinh-minh-hoa")],
        }],
        announced: Some(AnnouncedList {
            decision: "12/QĐ-UBND".into(),
            date: Some(date("2026-10-01")),
            codes: vec![code("1.000894"), code("1.000001")],
        }),
        petitions: PetitionPath::Link,
    }
}

fn hotline(name: &str, number: &str) -> Hotline {
    let (id, name, phone) = (slug("dd"), Text::new(name), phone(number));
    Hotline { id, name, phone, email: None, address: None, hours: None }
}

fn province() -> Agency {
    Agency {
        id: slug("tinh-minh-hoa"),
        name: Text::new("Ủy ban nhân dân tỉnh Minh Họa"),
        short_name: both("Tỉnh Minh Họa", "Minh Họa Province"),
        level: AgencyLevel::Province,
        kind: AgencyKind::Province,
        parent: None,
        one_stop: None,
        one_stop_alias: None,
        hours: Vec::new(),
        cutoff: None,
        contacts: Contacts::default(),
        hotlines: vec![hotline("Tổng đài 1022", "1022")],
        points: Vec::new(),
        announced: None,
        ..ward()
    }
}

fn offered(agency: usize, of: &str, differs: Option<Offering>) -> Offered {
    Offered { agency: AgencyIndex(agency), code: code(of), differs: differs.map(Box::new) }
}

fn differs() -> Offering {
    Offering {
        fees: vec![(slug("tai-quay"), vec![fee("5000 VND", "bản")])],
        limits: vec![(slug("tai-quay"), TimeLimit::parse("4 hours").unwrap())],
        note: Some(both("Phường nhận hồ sơ cả sáng Thứ Bảy.", "Also on Saturday mornings.")),
        ..Offering::default()
    }
}

fn fee(amount: &str, per: &str) -> Fee {
    Fee {
        id: slug("le-phi"),
        kind: FeeKind::Charge,
        price: Price::Amount(Money::parse(amount).unwrap()),
        per: Some(Text::new(per)),
        of: None,
        when: Some(both("Từ bản thứ hai", "From the second copy")),
        from: Some(date("2026-08-15")),
        to: Some(date("2027-02-28")),
        act: Some("60/2014/QH13".into()),
        note: None,
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

/// Editions in order of code and day, with their bodies.
fn editions() -> (Vec<Edition>, Vec<Procedure>) {
    let marriage = marriage();
    let edition = |of: &str, field: &str, body: &Procedure, from: Option<&str>, dated| Edition {
        code: code(of),
        field: slug(field),
        from: from.map(date),
        to: None,
        dated,
        mark: EditionMark([1; 16]),
        name: body.display_name().clone(),
        aliases: body.aliases.clone(),
        level: body.level.clone(),
        channels: body.channels.iter().map(|one| (one.kind, one.level)).collect(),
    };
    let (long, minimal) = (long(), minimal());
    let mut first = edition("1.000894", "ho-tich", &marriage, Some("2020-09-04"), false);
    first.to = Some(date("2027-02-28"));
    (
        vec![
            first,
            edition("1.000894", "ho-tich", &marriage, Some("2027-03-01"), true),
            edition("2.000815", "ho-tich", &long, Some("2026-01-01"), false),
            edition("9.999999", "dat-dai", &minimal, None, false),
        ],
        vec![marriage.clone(), marriage, long, minimal],
    )
}

fn channel(id: &str, kind: ChannelKind) -> Channel {
    Channel {
        id: slug(id),
        kind,
        level: None,
        address: None,
        limit: Some(Limit::Known(TimeLimit::SameDay)),
        starts: Some(StartEvent::CompleteFile),
        cutoff: Some(Hour::parse("15:00").unwrap()),
        limit_cases: vec![LimitCase {
            id: slug("xac-minh"),
            when: both("Khi phải xác minh điều kiện kết hôn", "When conditions must be verified"),
            limit: TimeLimit::parse("5 working_days").unwrap(),
        }],
        fees: Stated::None,
        note: None,
    }
}

fn paper(id: &str, name: &str, hand_in: HandIn) -> Paper {
    let (originals, copies) = (1, u8::from(hand_in == HandIn::Submit));
    let (id, name) = (slug(id), Text::new(name));
    Paper { id, name, originals, copies, hand_in, form: None, note: None }
}

fn marriage() -> Procedure {
    let mut online = channel("truc-tuyen", ChannelKind::Online);
    online.level = Some(OnlineLevel::Full);
    online.address = Some("https://dichvucong.example/nop/1.000894".into());
    online.fees = Stated::Given(vec![fee("8000 VND", "bản")]);
    let mut form = paper("to-khai", "Tờ khai đăng ký kết hôn theo mẫu", HandIn::Submit);
    form.name.translate(Language::EN, "Marriage declaration");
    form.note = Some(Text::new("Cả hai bên có thể khai chung một tờ."));
    form.form = Some("to-khai-dang-ky-ket-hon.txt".into());
    let case = |id: &str, name: &str, papers| PaperCase {
        id: slug(id),
        name: Some(Text::new(name)),
        papers,
    };
    let step = |id: &str, position: &str, action: &str, time: Option<&str>| Step {
        id: slug(id),
        position: Text::new(position),
        action: Text::new(action),
        time: time.map(|time| TimeLimit::parse(time).unwrap()),
    };
    Procedure {
        name: both("Thủ tục đăng ký kết hôn", "Marriage registration"),
        short_name: Some(both("Đăng ký kết hôn", "Register a marriage")),
        aliases: vec![both("giấy kết hôn", "marriage certificate")],
        summary: Some(both(
            "Hai bên nam nữ cùng đến nơi cư trú của một bên để đăng ký kết hôn.",
            "Both partners come together to the place where one of them lives.",
        )),
        level: vec![ProcedureLevel::Commune],
        kind: Some(ProcedureKind::DetailedByLaw),
        applicants: vec![Applicant::Citizen],
        bodies: Handlers {
            decides: both("Ủy ban nhân dân cấp xã", "Commune People’s Committee"),
            handles: Some(both("Ủy ban nhân dân cấp xã", "Commune People’s Committee")),
            coordinates: Stated::None,
            delegated: Stated::AsAnnounced("Không có thông tin".into()),
        },
        answerable: Some(Text::new("Chủ tịch Ủy ban nhân dân cấp xã")),
        steps: vec![
            step(
                "nop",
                "Người yêu cầu",
                "Nộp tờ khai và giấy tờ tại quầy hoặc trên Cổng Dịch vụ công.",
                None,
            ),
            step(
                "kiem-tra",
                "Công chức tư pháp - hộ tịch",
                "Kiểm tra giấy tờ, ghi vào Sổ đăng ký kết hôn.",
                Some("1 working_days"),
            ),
        ],
        channels: vec![channel("tai-quay", ChannelKind::Counter), online],
        file_sets: Some(1),
        cases: vec![
            case(
                "chung",
                "Hai bên đều ở trong nước",
                vec![form.clone(), paper("cccd", "Căn cước", HandIn::Show)],
            ),
            case(
                "nuoc-ngoai",
                "Một bên ở nước ngoài",
                vec![
                    form,
                    paper("xn", "Giấy xác nhận tình trạng hôn nhân", HandIn::Submit),
                    paper("db", "Thông tin cư trú", HandIn::OnlineRecord),
                ],
            ),
        ],
        conditions: Some(Stated::Given(vec![Condition {
            id: slug("tuoi"),
            text: both(
                "Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi.",
                "Men aged 20 or over, women aged 18 or over.",
            ),
        }])),
        results: Some(Stated::Given(vec![Outcome {
            id: slug("giay"),
            name: Text::new("Giấy chứng nhận kết hôn (bản chính)"),
            validity: Some(Stated::None),
            returned: Some(Text::new("Trao tại quầy; hai bên cùng ký sổ.")),
        }])),
        acts: vec!["60/2014/QH13".into(), "123/2015/NĐ-CP".into()],
        decision: Some(Decision {
            number: "1872/QĐ-BTP".into(),
            issued: Some(date("2020-09-04")),
            body: Some(both("Bộ Tư pháp", "the Ministry of Justice")),
        }),
        checked_on: Some(date("2026-11-21")),
        guidance: Some(Text::new("# Lưu ý\n\nXin đến *trước giờ*.\n\n<script>alert(1)</script>\n")),
    }
}

/// 94 papers and a name of more than a thousand characters.
fn long() -> Procedure {
    let name = "Thủ tục cấp giấy phép trong trường hợp đặc biệt & rất dài ".repeat(19);
    let papers = (0..94).map(|n| {
        let name = format!("Giấy tờ thứ {n} do cơ quan có thẩm quyền cấp cho người nộp hồ sơ");
        paper(&format!("g{n}"), &name, HandIn::Submit)
    });
    let mut counter = channel("tai-quay", ChannelKind::Counter);
    counter.limit = Some(Limit::AsAnnounced(Text::new("Theo quy định của pháp luật chuyên ngành")));
    Procedure {
        name: Text::new(name.trim()),
        short_name: Some(Text::new("Chứng thực bản sao từ bản chính")),
        cases: vec![PaperCase { id: slug("chung"), name: None, papers: papers.collect() }],
        channels: vec![counter],
        conditions: Some(Stated::AsAnnounced("Không có thông tin".into())),
        guidance: None,
        ..marriage()
    }
}

/// Nothing that may be missing.
fn minimal() -> Procedure {
    Procedure {
        name: Text::new("Ấp ủ \"một\" <thủ tục> tối thiểu"),
        short_name: None,
        aliases: Vec::new(),
        summary: None,
        level: Vec::new(),
        kind: None,
        applicants: Vec::new(),
        bodies: Handlers {
            decides: Text::new("Sở"),
            handles: None,
            coordinates: Stated::None,
            delegated: Stated::None,
        },
        answerable: None,
        steps: Vec::new(),
        channels: Vec::new(),
        file_sets: None,
        cases: Vec::new(),
        conditions: None,
        results: None,
        acts: Vec::new(),
        decision: None,
        checked_on: None,
        guidance: None,
    }
}
