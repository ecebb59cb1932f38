//! Changes made by hand to the invented publication, one at a time, each with what must be reported of it.

use std::sync::Arc;

use crate::catalogue::procedure::{
    Channel, ChannelKind, EditionMark, HandIn, Limit, OnlineLevel, Paper, Price, Procedure,
    StartEvent, Step, TimeLimit,
};
use crate::catalogue::{Stated, Told};
use crate::publication::{Bodies, BodyError, EditionIndex, Publication};
use crate::text::{Hour, Language, Money, Text};
use crate::theme::invented::{date, publication, slug};

/// Bodies of which one was edited.
struct Edited {
    others: Arc<dyn Bodies>,
    edition: EditionIndex,
    body: Procedure,
}

impl Bodies for Edited {
    fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError> {
        if edition == self.edition { Ok(self.body.clone()) } else { self.others.body(edition) }
    }
}

/// The first edition of a marriage, which is in force on the day of the tests.
pub(super) const MARRIAGE: EditionIndex = EditionIndex(0);

/// A change made by hand.
pub(super) enum Edit {
    /// To the first edition of a marriage.
    Body(fn(&mut Procedure)),
    /// To anything.
    Whole(fn(&mut Publication)),
}

use Edit::{Body, Whole};

pub(super) fn edited(edit: &Edit) -> Publication {
    let mut one = publication();
    match edit {
        Whole(edit) => edit(&mut one),
        Body(edit) => edit_body(&mut one, MARRIAGE, *edit),
    }
    one
}

pub(super) fn edit_body(one: &mut Publication, edition: EditionIndex, edit: fn(&mut Procedure)) {
    let mut body = one.body(edition).unwrap();
    edit(&mut body);
    one.editions[edition.0].mark = EditionMark([9; 16]);
    one.bodies = Arc::new(Edited { others: Arc::clone(&one.bodies), edition, body });
}

pub(super) fn first_case(body: &mut Procedure) -> &mut Vec<Paper> {
    match body.cases.as_mut() {
        Some(Stated::Given(cases)) => &mut cases[0].papers,
        _ => panic!("a marriage asks for papers"),
    }
}

fn online(body: &mut Procedure) -> &mut Channel {
    body.channels.iter_mut().find(|one| one.kind == ChannelKind::Online).unwrap()
}

pub(super) fn fee(body: &mut Procedure) -> &mut crate::catalogue::procedure::Fee {
    match online(body).fees.as_mut() {
        Some(Stated::Given(fees)) => &mut fees[0],
        _ => panic!("online filing costs something"),
    }
}

pub(super) fn amount(text: &str) -> Price {
    Price::Amount(Money::parse(text).unwrap())
}

pub(super) fn limit(text: &str) -> TimeLimit {
    TimeLimit::parse(text).unwrap()
}

/// What was done, the change, and the lines that report it.
pub(super) type Row = (&'static str, Edit, &'static [&'static str]);

/// Changes of one procedure.
pub(super) const OF_A_PROCEDURE: &[Row] = &[
    (
        "a paper is added",
        Body(|b| {
            let mut new = first_case(b)[1].clone();
            (new.id, new.name) = (slug("khai-sinh"), Text::new("Bản sao giấy khai sinh"));
            first_case(b).push(new);
        }),
        &["1.000894 = Giấy tờ (Hai bên đều ở trong nước): thêm “Bản sao giấy khai sinh”"],
    ),
    (
        "a paper is dropped",
        Body(|b| {
            first_case(b).remove(1);
        }),
        &["1.000894 = Giấy tờ (Hai bên đều ở trong nước): bỏ “Căn cước”"],
    ),
    (
        "a paper is to be copied twice",
        Body(|b| first_case(b)[0].copies = 2),
        &[
            "1.000894 = Số bản phải nộp (Hai bên đều ở trong nước, Tờ khai đăng ký kết hôn theo mẫu): từ 1 bản chính, 1 bản sao thành 1 bản chính, 2 bản sao",
        ],
    ),
    (
        "a paper is shown, not handed in",
        Body(|b| first_case(b)[0].hand_in = HandIn::Show),
        &[
            "1.000894 = Nộp hay xuất trình (Hai bên đều ở trong nước, Tờ khai đăng ký kết hôn theo mẫu): từ nộp thành xuất trình",
        ],
    ),
    (
        "a paper gets another form",
        Body(|b| first_case(b)[0].form = Some("mau-2.txt".into())),
        &[
            "1.000894 = Biểu mẫu (Hai bên đều ở trong nước, Tờ khai đăng ký kết hôn theo mẫu): từ to-khai-dang-ky-ket-hon.txt thành mau-2.txt",
        ],
    ),
    (
        "a paper is called otherwise",
        Body(|b| first_case(b)[1].name = Text::new("Thẻ căn cước")),
        &["1.000894 ~ Giấy tờ (Hai bên đều ở trong nước): từ “Căn cước” thành “Thẻ căn cước”"],
    ),
    (
        "a remark on a paper is reworded",
        Body(|b| {
            first_case(b)[0].note = Some(Text::new("Hai bên khai chung một tờ cũng được."));
        }),
        &[
            "1.000894 ~ Ghi chú (Hai bên đều ở trong nước, Tờ khai đăng ký kết hôn theo mẫu): từ “Cả hai bên có thể khai chung một tờ.” thành “Hai bên khai chung một tờ cũng được.”",
        ],
    ),
    (
        "a situation is dropped",
        Body(|b| {
            if let Some(Stated::Given(cases)) = b.cases.as_mut() {
                cases.pop();
            }
        }),
        &["1.000894 = Trường hợp: bỏ “Một bên ở nước ngoài”"],
    ),
    (
        "no paper is asked for any more",
        Body(|b| b.cases = Some(Stated::None)),
        &[
            "1.000894 = Giấy tờ: từ “Hai bên đều ở trong nước”; “Một bên ở nước ngoài” thành không có",
        ],
    ),
    (
        "two sets",
        Body(|b| b.file_sets = Some(Stated::Given(2))),
        &["1.000894 = Số bộ hồ sơ: từ 1 bộ thành 2 bộ"],
    ),
    (
        "another fee",
        Body(|b| fee(b).price = amount("20000 VND")),
        &[
            "1.000894 = Phí, lệ phí (trực tuyến): từ 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027) thành 20.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027)",
        ],
    ),
    (
        "a fee ends later",
        Body(|b| fee(b).to = Some(date("2027-12-31"))),
        &[
            "1.000894 = Phí, lệ phí (trực tuyến): từ 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027) thành 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 31/12/2027)",
        ],
    ),
    (
        "a fee is charged for each page",
        Body(|b| fee(b).per = Some(Text::new("trang"))),
        &[
            "1.000894 = Phí, lệ phí (trực tuyến): từ 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027) thành 8.000 đồng/trang (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027)",
        ],
    ),
    (
        "a fee’s condition in other signs",
        Body(|b| {
            fee(b).when.as_mut().unwrap().translate(Language::EN, "From the second copy on");
        }),
        &["1.000894 ~ Phí, lệ phí (trực tuyến): chỉ sửa bản dịch"],
    ),
    (
        "a fee rests on another act",
        Body(|b| fee(b).act = Some("85/2019/TT-BTC".into())),
        &["1.000894 = Căn cứ pháp lý (trực tuyến): từ 60/2014/QH13 thành 85/2019/TT-BTC"],
    ),
    (
        "it is free",
        Body(|b| online(b).fees = Some(Stated::None)),
        &[
            "1.000894 = Phí, lệ phí (trực tuyến): từ 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027) thành không có",
        ],
    ),
    (
        "it costs something now",
        Body(|b| {
            b.channels[0].fees = online(b).fees.clone();
        }),
        &[
            "1.000894 = Phí, lệ phí (tại quầy): từ không có thành 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027)",
        ],
    ),
    (
        "a fee has another id and amount",
        Body(|b| {
            fee(b).id = slug("phi-moi");
            fee(b).price = amount("9000 VND");
        }),
        &[
            "1.000894 = Phí, lệ phí (trực tuyến): từ 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027) thành 9.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027)",
        ],
    ),
    (
        "a longer time limit",
        Body(|b| online(b).limit = Some(Limit::Known(limit("3 working_days")))),
        &[
            "1.000894 = Thời hạn giải quyết (trực tuyến): từ trong ngày làm việc thành 3 ngày làm việc",
        ],
    ),
    (
        "a time limit in other situations",
        Body(|b| {
            b.channels[0].limit_cases[0].limit = Limit::Known(limit("8 working_days"));
        }),
        &[
            "1.000894 = Thời hạn giải quyết (tại quầy, Khi phải xác minh điều kiện kết hôn): từ 5 ngày làm việc thành 8 ngày làm việc",
        ],
    ),
    (
        "the clock starts at receipt",
        Body(|b| online(b).starts = Some(StartEvent::Receipt)),
        &[
            "1.000894 = Thời điểm tính thời hạn (trực tuyến): từ khi nhận đủ hồ sơ hợp lệ thành ngày tiếp nhận hồ sơ",
        ],
    ),
    (
        "files are taken later",
        Body(|b| online(b).cutoff = Some(Hour::parse("16:30").unwrap())),
        &["1.000894 = Giờ nhận hồ sơ trong ngày (trực tuyến): từ 15 giờ thành 16 giờ 30"],
    ),
    (
        "a way to file is closed",
        Body(|b| b.channels.truncate(1)),
        &["1.000894 = Cách nộp: bỏ trực tuyến"],
    ),
    (
        "a way to file is opened",
        Body(|b| {
            let mut post = b.channels[0].clone();
            (post.id, post.kind) = (slug("buu-chinh"), ChannelKind::Post);
            b.channels.push(post);
        }),
        &["1.000894 = Cách nộp: thêm qua bưu chính"],
    ),
    (
        "less can be done online",
        Body(|b| online(b).level = Some(Told::Clearly(OnlineLevel::Partial))),
        &["1.000894 = Mức độ dịch vụ trực tuyến (trực tuyến): từ toàn trình thành một phần"],
    ),
    (
        "another address online",
        Body(|b| {
            online(b).address = Some(Stated::Given("https://dichvucong.example/moi".into()));
        }),
        &[
            "1.000894 = Địa chỉ nộp trực tuyến (trực tuyến): từ https://dichvucong.example/nop/1.000894 thành https://dichvucong.example/moi",
        ],
    ),
    (
        "a step is reworded",
        Body(|b| b.steps[1].action = Text::new("Kiểm tra hồ sơ, ghi sổ.")),
        &[
            "1.000894 ~ Bước thực hiện: từ “Kiểm tra giấy tờ, ghi vào Sổ đăng ký kết hôn.” thành “Kiểm tra hồ sơ, ghi sổ.”",
        ],
    ),
    (
        "a step takes longer",
        Body(|b| b.steps[1].time = Some(limit("2 working_days"))),
        &["1.000894 = Thời gian của bước (bước 2): từ 1 ngày làm việc thành 2 ngày làm việc"],
    ),
    (
        "a step is another’s",
        Body(|b| {
            b.steps[1].position = Stated::Given(Text::new("Công chức Trung tâm"));
        }),
        &[
            "1.000894 = Người thực hiện bước (bước 2): từ “Công chức tư pháp - hộ tịch” thành “Công chức Trung tâm”",
        ],
    ),
    (
        "a step is added",
        Body(|b| {
            b.steps.push(Step {
                id: slug("trao"),
                position: Stated::None,
                action: Text::new("Trao giấy chứng nhận."),
                time: None,
            });
        }),
        &["1.000894 = Bước thực hiện: thêm “Trao giấy chứng nhận.”"],
    ),
    (
        "the steps change places",
        Body(|b| b.steps.swap(0, 1)),
        &["1.000894 = Thứ tự các bước: có thay đổi"],
    ),
    (
        "another age",
        Body(|b| {
            if let Some(Stated::Given(all)) = b.conditions.as_mut() {
                all[0].text = Text::new("Nam từ đủ 20 tuổi, nữ từ đủ 20 tuổi.");
            }
        }),
        &[
            "1.000894 = Yêu cầu, điều kiện: từ “Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi.” thành “Nam từ đủ 20 tuổi, nữ từ đủ 20 tuổi.”",
        ],
    ),
    (
        "another body decides",
        Body(|b| {
            b.bodies.decides = Some(Stated::Given(Text::new("Ủy ban nhân dân cấp tỉnh")));
        }),
        &[
            "1.000894 = Cơ quan có thẩm quyền: từ “Ủy ban nhân dân cấp xã” thành “Ủy ban nhân dân cấp tỉnh”",
        ],
    ),
    (
        "the legal basis changes",
        Body(|b| b.acts[1] = "120/2025/NĐ-CP".into()),
        &[
            "1.000894 = Căn cứ pháp lý: bỏ 123/2015/NĐ-CP",
            "1.000894 = Căn cứ pháp lý: thêm 120/2025/NĐ-CP",
        ],
    ),
    (
        "another decision announces it",
        Body(|b| {
            b.decision.as_mut().unwrap().number = "2100/QĐ-BTP".into();
        }),
        &[
            "1.000894 = Quyết định công bố: từ 1872/QĐ-BTP ngày 04/09/2020 (Bộ Tư pháp) thành 2100/QĐ-BTP ngày 04/09/2020 (Bộ Tư pháp)",
        ],
    ),
    (
        "the result is valid for a year",
        Body(|b| {
            if let Some(Stated::Given(all)) = b.results.as_mut() {
                all[0].validity = Some(Stated::Given(Text::new("1 năm")));
            }
        }),
        &[
            "1.000894 = Kết quả có giá trị (Giấy chứng nhận kết hôn (bản chính)): từ không có thành “1 năm”",
        ],
    ),
    (
        "foreigners may apply",
        Body(|b| {
            b.applicants.push(crate::catalogue::procedure::Applicant::Foreigner);
        }),
        &[
            "1.000894 = Đối tượng thực hiện: từ công dân Việt Nam thành công dân Việt Nam, người nước ngoài",
        ],
    ),
    (
        "guidance is rewritten",
        Body(|b| b.guidance = Some(Text::new("# Lưu ý\n\nĐến sớm."))),
        &[
            "1.000894 = Hướng dẫn thêm: từ “# Lưu ý Xin đến *trước giờ*. <script>alert(1)</script>” thành “# Lưu ý Đến sớm.”",
        ],
    ),
    (
        "only the English name changes",
        Body(|b| b.name.translate(Language::EN, "Marriage")),
        &["1.000894 ~ Tên: chỉ sửa bản dịch"],
    ),
    (
        "it was compared with its source again",
        Body(|b| b.checked_on = Some(date("2026-11-22"))),
        &[],
    ),
];
