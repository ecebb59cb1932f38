//! Changes made by hand to agencies, to what they offer, and to the days of editions.

use super::made_changes::Edit::Whole;
use super::made_changes::{Row, amount, edit_body, fee, limit};
use crate::catalogue::agency::{OpeningHours, PetitionPath, Weekday};
use crate::publication::EditionIndex;
use crate::text::{Hour, Phone, Text};
use crate::theme::invented::{date, slug};

/// The changes.
pub(super) const ELSEWHERE: &[Row] = &[
    (
        "the agency moves",
        Whole(|p| p.agencies[0].place.address = Text::new("Số 9 đường Lan, phường Ví Dụ")),
        &[
            "phuong-vi-du = Địa chỉ: từ “Số 1 đường Thí Dụ, phường Ví Dụ, tỉnh Minh Họa” thành “Số 9 đường Lan, phường Ví Dụ”",
        ],
    ),
    (
        "open on Saturday mornings",
        Whole(|p| {
            p.agencies[0].hours.push(OpeningHours {
                days: vec![Weekday::Sat],
                from: Hour::parse("08:00").unwrap(),
                to: Hour::parse("11:30").unwrap(),
            });
        }),
        &[
            "phuong-vi-du = Giờ làm việc: từ Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu 7 giờ 30 – 11 giờ 30; Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu 13 giờ 30 – 17 giờ thành Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu 7 giờ 30 – 11 giờ 30; Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu 13 giờ 30 – 17 giờ; Thứ Bảy 8 giờ – 11 giờ 30",
        ],
    ),
    (
        "another hotline",
        Whole(|p| p.agencies[1].hotlines[0].phone = Phone::parse("0200 000 0099").unwrap()),
        &["tinh-minh-hoa = Đường dây nóng (Tổng đài 1022): từ 1022 thành 0200 000 0099"],
    ),
    (
        "another number for petitions",
        Whole(|p| {
            p.agencies[0].contacts.petitions.phone = Some(Phone::parse("0200 000 0022").unwrap());
        }),
        &[
            "phuong-vi-du = Liên hệ (tiếp nhận phản ánh, kiến nghị): từ 0200 000 0002 thành 0200 000 0022",
        ],
    ),
    (
        "petitions are taken here",
        Whole(|p| p.agencies[0].petitions = PetitionPath::Desk),
        &[
            "phuong-vi-du = Nơi gửi phản ánh, kiến nghị: từ theo hướng dẫn và địa chỉ chính thức thành ngay trên trang này",
        ],
    ),
    (
        "a counter is closed",
        Whole(|p| {
            p.counters.pop();
        }),
        &["phuong-vi-du = Quầy: bỏ “Quầy 3 – Đất đai”"],
    ),
    (
        "a counter on another floor",
        Whole(|p| p.counters[0].1.floor = Some(Text::new("Tầng 2"))),
        &["phuong-vi-du = Tầng, phòng (Quầy 1 – Hộ tịch): từ “Tầng 1” thành “Tầng 2”"],
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
        &["phuong-vi-du = Quầy nhận (Quầy 1 – Hộ tịch): thêm “Đất đai”"],
    ),
    (
        "an agency stops offering",
        Whole(|p| {
            p.offered.remove(1);
        }),
        &["phuong-vi-du = Thủ tục tại cơ quan: bỏ “Chứng thực bản sao từ bản chính”"],
    ),
    (
        "an agency’s own limit",
        Whole(|p| {
            let own = p.offered[1].differs.as_mut().unwrap();
            own.limits[0].1 = limit("1 working_days");
        }),
        &["phuong-vi-du/2.000815 = Thời hạn giải quyết (tại quầy): từ 4 giờ thành 1 ngày làm việc"],
    ),
    (
        "an agency’s own rule is dropped",
        Whole(|p| p.offered[1].differs = None),
        &[
            "phuong-vi-du/2.000815 = Phí, lệ phí (tại quầy): bỏ 5.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027)",
            "phuong-vi-du/2.000815 = Thời hạn giải quyết (tại quầy): bỏ 4 giờ",
            "phuong-vi-du/2.000815 ~ Ghi chú: bỏ “Phường nhận hồ sơ cả sáng Thứ Bảy.”",
        ],
    ),
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
        &[
            "1.000894 2027-03-01 = Phí, lệ phí (trực tuyến): từ 8.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027) thành 15.000 đồng/bản (lệ phí; Từ bản thứ hai; từ 15/08/2026; đến hết 28/02/2027)",
        ],
    ),
    (
        "a procedure ends",
        Whole(|p| p.editions[2].to = Some(date("2026-12-31"))),
        &["2.000815 2027-01-01 Ended"],
    ),
    (
        "a procedure begins next year",
        Whole(|p| p.editions[3].from = Some(date("2027-01-01"))),
        &["9.999999 Ended"],
    ),
    (
        "an agency is gone",
        Whole(|p| {
            p.agencies.pop();
            p.offered.truncate(2);
        }),
        &["tinh-minh-hoa Removed"],
    ),
];
