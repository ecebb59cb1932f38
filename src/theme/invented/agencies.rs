//! The two invented agencies: a ward with everything, a province with little.

use super::{both, code, date, slug};
use crate::catalogue::agency::{
    Agency, AgencyKind, AgencyLevel, AnnouncedList, Contact, Contacts, Hotline, OpeningHours,
    PetitionPath, Place, Reception, ServicePoint, Weekday,
};
use crate::text::{Hour, Phone, Text};

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

pub(super) fn ward() -> Agency {
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

pub(super) fn province() -> Agency {
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
