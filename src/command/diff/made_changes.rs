//! Changes made by hand to the invented publication, one at a time, each with what must be reported of it.

use std::sync::Arc;

use crate::catalogue::agency::{OpeningHours, PetitionPath, Weekday};
use crate::catalogue::procedure::{
    Channel, ChannelKind, EditionMark, HandIn, Limit, OnlineLevel, Paper, Price, Procedure,
    StartEvent, Step, TimeLimit,
};
use crate::catalogue::{Stated, Told};
use crate::publication::{Bodies, BodyError, EditionIndex, Publication};
use crate::text::{Hour, Language, Money, Phone, Text};
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

fn limit(text: &str) -> TimeLimit {
    TimeLimit::parse(text).unwrap()
}

/// What was done, the change, and the lines that report it.
pub(super) const TABLE: &[(&str, Edit, &[&str])] = &[
    (
        "a paper is added",
        Body(|b| {
            let mut new = first_case(b)[1].clone();
            (new.id, new.name) = (slug("khai-sinh"), Text::new("Bản sao giấy khai sinh"));
            first_case(b).push(new);
        }),
        &[],
    ),
    (
        "a paper is dropped",
        Body(|b| {
            first_case(b).remove(1);
        }),
        &[],
    ),
    ("a paper is to be copied twice", Body(|b| first_case(b)[0].copies = 2), &[]),
    ("a paper is shown, not handed in", Body(|b| first_case(b)[0].hand_in = HandIn::Show), &[]),
    ("a paper gets another form", Body(|b| first_case(b)[0].form = Some("mau-2.txt".into())), &[]),
    (
        "a paper is called otherwise",
        Body(|b| first_case(b)[1].name = Text::new("Thẻ căn cước")),
        &[],
    ),
    (
        "a remark on a paper is reworded",
        Body(|b| {
            first_case(b)[0].note = Some(Text::new("Hai bên khai chung một tờ cũng được."));
        }),
        &[],
    ),
    (
        "a situation is dropped",
        Body(|b| {
            if let Some(Stated::Given(cases)) = b.cases.as_mut() {
                cases.pop();
            }
        }),
        &[],
    ),
    ("no paper is asked for any more", Body(|b| b.cases = Some(Stated::None)), &[]),
    ("two sets", Body(|b| b.file_sets = Some(Stated::Given(2))), &[]),
    ("another fee", Body(|b| fee(b).price = amount("20000 VND")), &[]),
    ("a fee ends later", Body(|b| fee(b).to = Some(date("2027-12-31"))), &[]),
    ("a fee is charged for each page", Body(|b| fee(b).per = Some(Text::new("trang"))), &[]),
    (
        "a fee’s condition in other signs",
        Body(|b| {
            fee(b).when.as_mut().unwrap().translate(Language::EN, "From the second copy on");
        }),
        &[],
    ),
    ("a fee rests on another act", Body(|b| fee(b).act = Some("85/2019/TT-BTC".into())), &[]),
    ("it is free", Body(|b| online(b).fees = Some(Stated::None)), &[]),
    (
        "it costs something now",
        Body(|b| {
            b.channels[0].fees = online(b).fees.clone();
        }),
        &[],
    ),
    (
        "a fee has another id and amount",
        Body(|b| {
            fee(b).id = slug("phi-moi");
            fee(b).price = amount("9000 VND");
        }),
        &[],
    ),
    (
        "a longer time limit",
        Body(|b| online(b).limit = Some(Limit::Known(limit("3 working_days")))),
        &[],
    ),
    (
        "a time limit in other situations",
        Body(|b| {
            b.channels[0].limit_cases[0].limit = Limit::Known(limit("8 working_days"));
        }),
        &[],
    ),
    ("the clock starts at receipt", Body(|b| online(b).starts = Some(StartEvent::Receipt)), &[]),
    (
        "files are taken later",
        Body(|b| online(b).cutoff = Some(Hour::parse("16:30").unwrap())),
        &[],
    ),
    ("a way to file is closed", Body(|b| b.channels.truncate(1)), &[]),
    (
        "a way to file is opened",
        Body(|b| {
            let mut post = b.channels[0].clone();
            (post.id, post.kind) = (slug("buu-chinh"), ChannelKind::Post);
            b.channels.push(post);
        }),
        &[],
    ),
    (
        "less can be done online",
        Body(|b| online(b).level = Some(Told::Clearly(OnlineLevel::Partial))),
        &[],
    ),
    (
        "another address online",
        Body(|b| {
            online(b).address = Some(Stated::Given("https://dichvucong.example/moi".into()));
        }),
        &[],
    ),
    ("a step is reworded", Body(|b| b.steps[1].action = Text::new("Kiểm tra hồ sơ, ghi sổ.")), &[]),
    ("a step takes longer", Body(|b| b.steps[1].time = Some(limit("2 working_days"))), &[]),
    (
        "a step is another’s",
        Body(|b| {
            b.steps[1].position = Stated::Given(Text::new("Công chức Trung tâm"));
        }),
        &[],
    ),
    (
        "a step is added",
        Body(|b| {
            b.steps.push(Step {
                id: slug("trao"),
                position: Stated::None,
                action: Text::new("Trao giấy chứng nhận."),
                time: None,
            })
        }),
        &[],
    ),
    ("the steps change places", Body(|b| b.steps.swap(0, 1)), &[]),
    (
        "another age",
        Body(|b| {
            if let Some(Stated::Given(all)) = b.conditions.as_mut() {
                all[0].text = Text::new("Nam từ đủ 20 tuổi, nữ từ đủ 20 tuổi.");
            }
        }),
        &[],
    ),
    (
        "another body decides",
        Body(|b| {
            b.bodies.decides = Some(Stated::Given(Text::new("Ủy ban nhân dân cấp tỉnh")));
        }),
        &[],
    ),
    ("the legal basis changes", Body(|b| b.acts[1] = "120/2025/NĐ-CP".into()), &[]),
    (
        "another decision announces it",
        Body(|b| {
            b.decision.as_mut().unwrap().number = "2100/QĐ-BTP".into();
        }),
        &[],
    ),
    (
        "the result is valid for a year",
        Body(|b| {
            if let Some(Stated::Given(all)) = b.results.as_mut() {
                all[0].validity = Some(Stated::Given(Text::new("1 năm")));
            }
        }),
        &[],
    ),
    (
        "foreigners may apply",
        Body(|b| {
            b.applicants.push(crate::catalogue::procedure::Applicant::Foreigner);
        }),
        &[],
    ),
    ("guidance is rewritten", Body(|b| b.guidance = Some(Text::new("# Lưu ý\n\nĐến sớm."))), &[]),
    ("only the English name changes", Body(|b| b.name.translate(Language::EN, "Marriage")), &[]),
    (
        "it was compared with its source again",
        Body(|b| b.checked_on = Some(date("2026-11-22"))),
        &[],
    ),
    (
        "the agency moves",
        Whole(|p| p.agencies[0].place.address = Text::new("Số 9 đường Lan, phường Ví Dụ")),
        &[],
    ),
    (
        "open on Saturday mornings",
        Whole(|p| {
            p.agencies[0].hours.push(OpeningHours {
                days: vec![Weekday::Sat],
                from: Hour::parse("08:00").unwrap(),
                to: Hour::parse("11:30").unwrap(),
            })
        }),
        &[],
    ),
    (
        "another hotline",
        Whole(|p| p.agencies[1].hotlines[0].phone = Phone::parse("1900 9000").unwrap()),
        &[],
    ),
    (
        "another number for petitions",
        Whole(|p| {
            p.agencies[0].contacts.petitions.phone = Some(Phone::parse("0200 000 0022").unwrap());
        }),
        &[],
    ),
    ("petitions are taken here", Whole(|p| p.agencies[0].petitions = PetitionPath::Desk), &[]),
    (
        "a counter is closed",
        Whole(|p| {
            p.counters.pop();
        }),
        &[],
    ),
    (
        "a counter on another floor",
        Whole(|p| p.counters[0].1.floor = Some(Text::new("Tầng 2"))),
        &[],
    ),
    (
        "a counter takes one field more",
        Whole(|p| {
            p.counters[0].1.handles = crate::catalogue::Handles::new(
                vec![slug("ho-tich"), slug("dat-dai")],
                Vec::new(),
                Vec::new(),
            );
        }),
        &[],
    ),
    (
        "an agency stops offering",
        Whole(|p| {
            p.offered.remove(1);
        }),
        &[],
    ),
    (
        "an agency’s own limit",
        Whole(|p| {
            let own = p.offered[1].differs.as_mut().unwrap();
            own.limits[0].1 = limit("1 working_days");
        }),
        &[],
    ),
    ("an agency’s own rule is dropped", Whole(|p| p.offered[1].differs = None), &[]),
    (
        "a coming edition comes later",
        Whole(|p| {
            p.editions[0].to = Some(date("2027-03-31"));
            p.editions[1].from = Some(date("2027-04-01"));
        }),
        &[],
    ),
    (
        "a coming edition changes a fee",
        Whole(|p| {
            edit_body(p, EditionIndex(1), |b| fee(b).price = amount("15000 VND"));
        }),
        &[],
    ),
    ("a procedure ends", Whole(|p| p.editions[2].to = Some(date("2026-12-31"))), &[]),
    ("a procedure begins next year", Whole(|p| p.editions[3].from = Some(date("2027-01-01"))), &[]),
    (
        "an agency is gone",
        Whole(|p| {
            p.agencies.pop();
            p.offered.truncate(2);
        }),
        &[],
    ),
];
