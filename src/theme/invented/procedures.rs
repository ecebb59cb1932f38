//! The three invented procedures: an everyday one with two editions, an endless one, a bare one.

use super::{both, code, date, slug};
use crate::catalogue::procedure::{
    Applicant, Bodies, Channel, ChannelKind, Condition, Decision, Edition, EditionMark, Fee,
    FeeKind, HandIn, Limit, LimitCase, OnlineLevel, Outcome, Paper, PaperCase, Price, Procedure,
    ProcedureKind, ProcedureLevel, StartEvent, Step, TimeLimit, outline,
};
use crate::catalogue::{Stated, Told};
use crate::text::{Hour, Language, Money, Text};

pub(super) fn fee(amount: &str, per: &str) -> Fee {
    Fee {
        id: slug("le-phi"),
        kind: Told::Clearly(FeeKind::Charge),
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

/// Editions in order of code and day, with their bodies.
pub(super) fn editions() -> (Vec<Edition>, Vec<Procedure>) {
    let marriage = marriage();
    let edition = |of: &str, field: &str, body: &Procedure, from: Option<&str>, dated| Edition {
        code: code(of),
        field: slug(field),
        from: from.map(date),
        to: None,
        dated,
        mark: EditionMark([1; 16]),
        name: body.display_name().clone(),
        official: body.short_name.as_ref().map(|_| body.name.clone()),
        aliases: body.aliases.clone(),
        level: body.level.clone(),
        channels: body.channels.iter().map(Channel::outline).collect(),
        apart: outline(body),
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
            limit: Limit::Known(TimeLimit::parse("5 working_days").unwrap()),
        }],
        fees: Some(Stated::None),
        note: None,
    }
}

fn paper(id: &str, name: &str, hand_in: HandIn) -> Paper {
    let (originals, copies) = (1, u8::from(hand_in == HandIn::Submit));
    let (id, name) = (slug(id), Text::new(name));
    Paper { id, name, originals, copies, hand_in, form: None, note: None }
}

pub(super) fn marriage() -> Procedure {
    let mut online = channel("truc-tuyen", ChannelKind::Online);
    online.level = Some(Told::Clearly(OnlineLevel::Full));
    online.address = Some(Stated::Given("https://dichvucong.example/nop/1.000894".into()));
    online.fees = Some(Stated::Given(vec![fee("8000 VND", "bản")]));
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
        position: Stated::Given(Text::new(position)),
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
        bodies: Bodies {
            decides: Some(Stated::Given(both(
                "Ủy ban nhân dân cấp xã",
                "Commune People’s Committee",
            ))),
            handles: Some(Stated::Given(both(
                "Ủy ban nhân dân cấp xã",
                "Commune People’s Committee",
            ))),
            coordinates: Some(Stated::None),
            delegated: Some(Stated::AsAnnounced("Không có thông tin".into())),
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
        file_sets: Some(Stated::Given(1)),
        cases: Some(Stated::Given(vec![
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
        ])),
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
        cases: Some(Stated::Given(vec![PaperCase {
            id: slug("chung"),
            name: None,
            papers: papers.collect(),
        }])),
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
        bodies: Bodies { decides: Some(Stated::AsAnnounced("Sở".into())), ..Bodies::default() },
        answerable: None,
        steps: Vec::new(),
        channels: Vec::new(),
        file_sets: None,
        cases: None,
        conditions: None,
        results: None,
        acts: Vec::new(),
        decision: None,
        checked_on: None,
        guidance: None,
    }
}
