//! The results of the sample site: invented ratings of two quarters are kept in a store, and the program itself draws
//! bulletins and a register of apologies from them, as an office would. So the sample shows what the program writes.
//!
//! Written anew by `cargo test --test command_line the_sample_is_drawn_anew -- --ignored`, which needs a signature of
//! nobody: the names that sign are invented and say so.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use niemyet::catalogue::PrintedCode;
use niemyet::catalogue::procedure::ProcedureCode;
use niemyet::feedback::apology::{Apology, Failing, FileNumber};
use niemyet::feedback::{AnswerValue, Key, Mode, Receipt, Secret, Submission};
use niemyet::store::{By, DataFolder, Measure, Place, Remedy, Work, Worked};
use niemyet::text::{Date, Language, Slug};

use super::site::run;

/// 2026-04-01 00:00 in Vietnam, a Wednesday.
const APRIL: i64 = 1_774_976_400_000;
const DAY: i64 = 86_400_000;
/// The quarters: how many days after [`APRIL`] each begins, and how many it has.
const QUARTERS: [(&str, i64, u32); 2] = [("2026-q2", 0, 91), ("2026-q3", 91, 92)];

/// A counter, how many ratings it has in a quarter, and how many of a hundred people are content there.
const COUNTERS: [(&str, &str, &str, u32, u32); 10] = [
    ("phuong-vi-du", "quay-1", "5XWFRM7", 260, 88),
    ("phuong-vi-du", "quay-2", "MRPS62K", 190, 82),
    ("phuong-vi-du", "quay-3", "4W2Y6QC", 150, 61),
    ("phuong-vi-du", "quay-4", "MVKR6CT", 110, 84),
    ("so-nong-nghiep-moi-truong", "quay-c1", "VEFKSVY", 70, 79),
    ("so-nong-nghiep-moi-truong", "quay-c2", "SZPZBEA", 7, 80),
    ("xa-dong-mau", "quay-1", "MRP95HC", 150, 90),
    ("xa-dong-mau", "quay-2", "KG536T3", 90, 85),
    ("xa-dong-mau", "quay-3", "RZZ4ZC7", 80, 87),
    ("xa-dong-mau", "ban-mau-thuong", "NVBZMJF", 8, 90),
];

/// What is asked about, each with how much less content people are with it, in parts of a hundred.
const CRITERIA: [(&str, u32); 5] = [
    ("co-so-vat-chat", 6),
    ("thai-do", 0),
    ("chuyen-nghiep", 3),
    ("thoi-gian", 14),
    ("phi-le-phi", 2),
];

fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(sides)).unwrap()
    }

    /// A level of whoever is content or not.
    fn level(&mut self, is_content: bool) -> AnswerValue {
        let of = if is_content { [0, 0, 8, 45] } else { [14, 50, 85, 97] };
        let roll = self.roll(100);
        let below = of.iter().filter(|bound| roll >= **bound).count();
        AnswerValue::Level(u8::try_from(below + 1).unwrap())
    }

    /// In working hours of a working day of a quarter.
    fn moment(&mut self, first: i64, days: u32) -> i64 {
        loop {
            let day = first + i64::from(self.roll(days));
            if (day + 2) % 7 < 5 {
                let minute = 450 + i64::from(self.roll(8 * 60));
                return APRIL + day * DAY + minute * 60_000;
            }
        }
    }

    fn rating(&mut self, number: u32, counter: usize, quarter: usize) -> Submission {
        let (agency, id, code, _, content) = COUNTERS[counter];
        let (_, first, days) = QUARTERS[quarter];
        let mut key = Key([9; 16]);
        key.0[..4].copy_from_slice(&number.to_be_bytes());
        // Quầy 3 of the ward is better by its measure in the second quarter.
        let content = content + if counter == 2 && quarter == 1 { 9 } else { 0 };
        let person = self.roll(100);
        let long = self.roll(3) == 0;
        let mut answers = Vec::new();
        if long {
            answers.push((slug("chung"), self.level(person < content)));
            for (criterion, less) in CRITERIA {
                let answer = match self.roll(12) {
                    0 => AnswerValue::DontKnow,
                    _ => self.level(person + less < content),
                };
                answers.push((slug(criterion), answer));
            }
        } else {
            answers.push((slug("hai-long"), self.level(person < content)));
        }
        if self.roll(3) < 2 {
            let trips = [0, 0, 0, 0, 0, 0, 1, 1, 2, 3][self.roll(10) as usize];
            let option = ["khong", "mot", "hai", "ba-tro-len"][trips];
            answers.push((slug("di-lai"), AnswerValue::Choice(slug(option))));
        }
        let mode = match self.roll(20) {
            0..13 => Mode::Qr,
            13..18 => Mode::Kiosk,
            _ => Mode::Paper,
        };
        Submission {
            key,
            receipt: Receipt::of(&Secret::new([1; 32]), &key),
            survey: slug(if long { "nam-yeu-to" } else { "nhanh-5" }),
            version: if long { 1 } else { 2 },
            agency: slug(agency),
            point: None,
            counter: slug(id),
            code: PrintedCode::parse(code).unwrap(),
            about: None,
            language: Language::VI,
            mode,
            ticket: None,
            answers,
            received_at: self.moment(first, days),
            marks: Vec::new(),
        }
    }
}

/// Nine apologies of a month: the agency, the last digits of a file, its procedure, why, the days.
const APOLOGIES: [(&str, u32, &str, &str, [&str; 3]); 9] = [
    ("phuong-vi-du", 112, "1.012784", LAND, ["2026-10-06", "2026-10-05", "2026-10-13"]),
    ("phuong-vi-du", 118, "1.012784", LAND, ["2026-10-08", "2026-10-07", "2026-10-16"]),
    ("phuong-vi-du", 131, "1.012784", CHECK, ["2026-10-12", "2026-10-09", "2026-10-19"]),
    ("phuong-vi-du", 140, "1.001193", REGISTER, ["2026-10-14", "2026-10-13", "2026-10-16"]),
    ("phuong-vi-du", 157, "1.012784", LAND, ["2026-10-20", "2026-10-19", "2026-10-27"]),
    ("phuong-vi-du", 163, "1.001193", REGISTER, ["2026-10-22", "2026-10-21", "2026-10-23"]),
    ("phuong-vi-du", 171, "1.012784", CHECK, ["2026-10-27", "2026-10-26", "2026-11-03"]),
    ("phuong-vi-du", 180, "1.012784", LAND, ["2026-10-29", "2026-10-28", "2026-11-05"]),
    ("xa-dong-mau", 208, "1.001193", MISPRINT, ["", "2026-10-15", "2026-10-16"]),
];
const LAND: &str = "Phải chờ kết quả xác minh thực địa, lâu hơn dự kiến (số liệu mẫu).";
const CHECK: &str = "Hồ sơ địa chính cũ chưa được số hóa, phải tra sổ giấy (số liệu mẫu).";
const REGISTER: &str = "Phần mềm hộ tịch gián đoạn hai ngày (số liệu mẫu).";
const MISPRINT: &str = "Kết quả in sai năm sinh, phải in lại (số liệu mẫu).";

fn kept(data: &Path) {
    let folder = DataFolder::prepare(data).unwrap();
    let next = AtomicU64::new(1);
    let random: niemyet::store::Randomness = Arc::new(move |bytes: &mut [u8]| {
        let number = next.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(number.iter().cycle()).for_each(|(byte, chance)| *byte = *chance);
    });
    let store = Place::Folder(folder).open(random).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut dice = Dice(2026);
    let mut ratings = Vec::new();
    for quarter in 0..QUARTERS.len() {
        for (counter, (.., times, _)) in COUNTERS.iter().enumerate() {
            for _ in 0..*times {
                let number = u32::try_from(ratings.len()).unwrap();
                ratings.push(dice.rating(number, counter, quarter));
            }
        }
    }
    let keeping: Vec<_> = ratings.into_iter().map(|rating| store.keep(rating)).collect();
    for one in keeping {
        runtime.block_on(one).unwrap();
    }
    for (number, remedy, at) in remedies() {
        let by = By { account: "mau".into(), at };
        let work = Work::Remedy { remedy: Box::new(remedy), by };
        assert_eq!(runtime.block_on(store.work(work)).unwrap(), Worked::Done, "remedy {number}");
    }
}

/// Measures against the weakest criterion, and the apologies of a month, drafted and signed.
fn remedies() -> Vec<(usize, Remedy, i64)> {
    let mut remedies = Vec::new();
    for (n, (period, until, outcome)) in [
        ("2026-q2", "2026-09-30", Some("Tỷ lệ hài lòng ở quầy tăng trong quý sau (số liệu mẫu).")),
        ("2026-q3", "2026-12-31", None),
    ]
    .into_iter()
    .enumerate()
    {
        let id = u8::try_from(n + 1).unwrap();
        let measure = Measure {
            id: [id; 16],
            agency: slug("phuong-vi-du"),
            period: period.into(),
            counter: Some(slug("quay-3")),
            survey: slug("nam-yeu-to"),
            criterion: slug("thoi-gian"),
            cause: "Hồ sơ đất đai phải chờ xác minh thực địa (số liệu mẫu).".into(),
            measure: "Cử thêm một công chức đi xác minh vào thứ Ba và thứ Năm hằng tuần.".into(),
            answerable: "Phó Giám đốc Trung tâm Phục vụ hành chính công".into(),
            until: Date::parse(until).unwrap(),
            outcome: outcome.map(Into::into),
            quote: Some("Hẹn lại hai lần mới xong.".into()),
        };
        remedies.push((n, Remedy::Measure(Box::new(measure)), APRIL));
    }
    for (n, (agency, file, procedure, reason, days)) in APOLOGIES.into_iter().enumerate() {
        let [due, apologised, new_due] = days.map(|day| Date::parse(day).ok());
        let id = [u8::try_from(n + 1).unwrap(); 16];
        let number = FileNumber::parse(&format!("H99.113-2610{:02}-0{file}", n + 1)).unwrap();
        let apology = Apology {
            agency: slug(agency),
            file: number.masked(),
            hash: number.hash(&Secret::new([7; 32])),
            procedure: ProcedureCode::parse(procedure).ok(),
            failing: if due.is_none() { Failing::Wrong } else { Failing::Late },
            reason: reason.into(),
            due,
            new_due,
            matter: None,
        };
        let nine_in_the_morning =
            i64::from(apologised.unwrap().day_number()) * DAY + 2 * 3_600 * 1_000;
        remedies.push((
            n,
            Remedy::Draft { id, apology: Box::new(apology) },
            nine_in_the_morning - 60_000,
        ));
        let name = match agency {
            "phuong-vi-du" => "Nguyễn Văn Mẫu, Chủ tịch Ủy ban nhân dân phường Ví Dụ",
            _ => "Lê Thị Mẫu, Chủ tịch Ủy ban nhân dân xã Đồng Mẫu",
        };
        let sign = Remedy::Sign { agency: slug(agency), id, name: name.into() };
        remedies.push((n, sign, nine_in_the_morning));
    }
    remedies
}

/// Says at the head of a draft that its figures are invented.
fn mark(file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    let said = "# Số liệu mẫu: chương trình lập từ lượt đánh giá do một đoạn mã sinh ra, không phải của cơ quan nào.\n";
    let text = match text.split_once('\n') {
        Some((schema, rest)) if schema.starts_with("# yaml-language-server") => {
            format!("{schema}\n{said}{rest}")
        }
        _ => format!("{said}{text}"),
    };
    fs::write(file, text).unwrap();
}

#[test]
#[ignore = "writes the results of the sample site anew"]
fn the_sample_is_drawn_anew() {
    let content = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("site-content");
    let place = tempfile::tempdir().unwrap();
    let output = place.path().join("output");
    kept(&output.with_file_name("var"));
    let done = |arguments: &[&str]| {
        let ran = run(&content, &output, arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
    };
    for folder in ["bulletins", "apologies"] {
        let _ = fs::remove_dir_all(content.join(folder));
    }
    let sign = |folder: &str, stem: &str, by: &str, on: &str| {
        let file = content.join(folder).join(format!("{stem}.yaml"));
        mark(&file);
        let verb = if folder == "bulletins" { "results" } else { "apologies" };
        done(&[verb, "sign", &file.display().to_string(), "--by", by, "--on", on]);
    };
    for (period, ..) in QUARTERS {
        done(&["results", "--period", period, "--target", "90", "--publish"]);
        sign("bulletins", period, "Trần Thị Mẫu, Chánh Văn phòng (số liệu mẫu)", "2026-10-06");
    }
    done(&["apologies", "--period", "2026-10", "--publish"]);
    for agency in ["phuong-vi-du", "xa-dong-mau"] {
        let by = "Trần Thị Mẫu, Chánh Văn phòng (số liệu mẫu)";
        sign("apologies", &format!("2026-10@{agency}"), by, "2026-11-05");
    }
    done(&["check"]);
}
