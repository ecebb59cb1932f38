//! What a form may say, and what is refused beside which field.

use super::*;
use crate::catalogue::law::Calendar;
use crate::feedback::Secret;
use crate::feedback::matter::{TimeLimits, WorkingTime};
use crate::feedback::sample::{RECEIVED, secret, slug};

const KEY: &str = "11111111111111111111111111111111";

fn read_as(kind: MatterKind, pairs: &[(&str, &str)]) -> Result<SentMatter, Rejection> {
    let pairs: Vec<(String, String)> =
        pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let calendar = Calendar { weekend: vec![6, 7], ..Calendar::default() };
    let (agency, secret, limits) = (slug("xa-a"), secret(), TimeLimits::default());
    let asked = AskedMatter {
        kind,
        agency: &agency,
        languages: &[Language::VI, Language::EN],
        secret: &secret,
        limits: &limits,
        time: WorkingTime { calendar: &calendar, cutoff: None },
        now: RECEIVED,
    };
    read(&pairs, &asked)
}

/// A petition with these fields in the place of its own; an empty one is left out.
fn petition(changed: &[(&str, &str)]) -> Result<SentMatter, Rejection> {
    let own = [
        ("key", KEY),
        ("lang", "vi"),
        ("website", ""),
        ("words", "Phiếu hẹn ghi sai ngày trả kết quả."),
        ("name", "Trần Thị Mẫu"),
        ("phone", "0900 000 000"),
        ("consent", "1"),
    ];
    let kept = own.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    let changed = changed.iter().filter(|(_, value)| !value.is_empty());
    read_as(MatterKind::Petition, &kept.chain(changed).copied().collect::<Vec<_>>())
}

fn wrong(read: Result<SentMatter, Rejection>) -> Vec<(String, Reason)> {
    read.map_or_else(|rejection| rejection.fields, |_| Vec::new())
}

#[test]
fn a_petition_is_read_whole() {
    let sent = petition(&[("procedure", "1.000894"), ("edition", KEY), ("from", "2026-07-01")]);
    let SentMatter { key, code, matter } = sent.unwrap();
    assert_eq!(key, Key([0x11; 16]));
    assert_eq!(matter.tracking, code.hash(&secret()));
    assert_ne!(matter.tracking, code.hash(&Secret::new([2; 32])));
    let posted = matter.posted.unwrap();
    assert_eq!(posted.from.unwrap().to_string(), "2026-07-01");
    assert_eq!(matter.contact.unwrap().phone.as_deref(), Some("0900 000 000"));
    // Received on a Saturday: Monday 23 | Mon 30 after five working days, and five more.
    assert_eq!(matter.dues.handled.to_string(), "2026-11-30");
    assert_eq!(matter.dues.answered.to_string(), "2026-12-07");
    assert_eq!(matter.marks, [Mark::NoStamp]);
}

#[test]
fn what_is_wrong_is_said_beside_its_field() {
    let long = "a".repeat(4_001);
    for (changed, field, reason) in [
        (("words", ""), "words", Reason::Missing),
        (("words", "Chờ"), "words", Reason::TooShort { min: 10 }),
        (("words", &*long), "words", Reason::TooLong { max: 4_000, given: 4_001 }),
        (("name", ""), "name", Reason::Missing),
        (("name", "Lan 001 088 001 234"), "name", Reason::IdentityNumber),
        (("address", "CCCD 001088001234"), "address", Reason::IdentityNumber),
        (("phone", ""), "phone", Reason::NoWayToAnswer),
        (("phone", "001088001234"), "phone", Reason::IdentityNumber),
        (("phone", "272123456"), "phone", Reason::IdentityNumber),
        (("phone", "không có"), "phone", Reason::NotAPhone),
        (("phone", "1022"), "phone", Reason::NotAPhone),
        (("email", "lan tại thư"), "email", Reason::NotAnEmail),
        (("email", "lan@thu"), "email", Reason::NotAnEmail),
        (("email", "a@b@c.example"), "email", Reason::NotAnEmail),
        (("consent", ""), "consent", Reason::NoConsent),
        (("consent", "0"), "consent", Reason::NoConsent),
        (("lang", "fr"), "lang", Reason::UnknownOption),
        (("key", "xyz"), "key", Reason::Damaged),
        (("procedure", "1.000894"), "edition", Reason::Damaged),
        (("edition", KEY), "procedure", Reason::Damaged),
        (("counter", "Quầy 1"), "counter", Reason::Damaged),
        (("cccd", "1"), "cccd", Reason::UnknownField),
        (("demand", "fee"), "demand", Reason::UnknownField),
    ] {
        let found = wrong(petition(&[changed]));
        assert_eq!(found, [(field.to_owned(), reason)], "{changed:?}");
    }
    let twice = wrong(petition(&[("name", "Lan"), ("name", "Mai")]));
    assert_eq!(twice, [("name".to_owned(), Reason::Repeated)]);
}

#[test]
fn other_ways_to_be_answered_will_do() {
    for way in [
        ("phone", "+84 900 000 000"),
        ("phone", "(0200) 3 825 825"),
        ("phone", "02003825825"),
        ("email", "0912345678@thu.example"),
        ("address", "Số 12, đường 30 tháng 4, phường Ví Dụ"),
    ] {
        let changed = if way.0 == "phone" { vec![way] } else { vec![("phone", ""), way] };
        assert_eq!(wrong(petition(&changed)), [], "{way:?}");
    }
}

#[test]
fn a_report_needs_no_name_and_says_what_was_asked_for() {
    let report =
        |pairs: &[(&str, &str)]| read_as(MatterKind::Report, &[&[("key", KEY)], pairs].concat());
    let sent = report(&[("demand", "visit"), ("demand", "fee"), ("demand", "fee")]).unwrap();
    assert_eq!(sent.matter.demands, [Demand::Fee, Demand::Visit]);
    assert_eq!((sent.matter.contact, &*sent.matter.words), (None, ""));
    assert!(report(&[("words", "Bị yêu cầu photo thêm hộ khẩu")]).is_ok());
    let missing = [("words".to_owned(), Reason::Missing)];
    assert_eq!(wrong(report(&[])), missing);
    assert_eq!(wrong(report(&[("demand", "other")])), missing);
    let unknown = [("demand".to_owned(), Reason::UnknownOption)];
    assert_eq!(wrong(report(&[("demand", "fee"), ("demand", "bribe")])), unknown);
    // Whatever is given of a person needs consent.
    let consent = [("consent".to_owned(), Reason::NoConsent)];
    assert_eq!(wrong(report(&[("demand", "fee"), ("phone", "0900 000 000")])), consent);
    let with = report(&[("demand", "fee"), ("phone", "0900 000 000"), ("consent", "1")]).unwrap();
    assert_eq!(&*with.matter.contact.unwrap().name, "");
}

#[test]
fn what_looks_odd_is_marked_and_taken() {
    let marks = |changed: &[(&str, &str)]| petition(changed).unwrap().matter.marks;
    let words = "Gọi lại cho tôi số 0912 345 678 nhé";
    assert_eq!(marks(&[("words", words)]), [Mark::NoStamp, Mark::Personal]);
    assert_eq!(marks(&[("website", "x")]), [Mark::NoStamp, Mark::Honeypot]);
    let stamp = |age: i64| {
        let key = Key([0x11; 16]);
        let time = RECEIVED - age;
        let kind = MatterKind::Petition;
        Stamp::sign_for_matter(&secret(), kind, &slug("xa-a"), &key, time).to_string()
    };
    assert_eq!(marks(&[("stamp", &stamp(2_999))]), [Mark::TooFast]);
    assert_eq!(marks(&[("stamp", &stamp(3_000))]), []);
    assert_eq!(marks(&[("stamp", &stamp(86_400_000))]), [Mark::Stale]);
    assert_eq!(marks(&[("stamp", &"1".repeat(64))]), [Mark::ForgedStamp]);
}

#[test]
fn a_form_without_a_key_is_read_but_not_fit_to_keep() {
    assert!(petition(&[("key", "")]).unwrap().key.is_blank());
}

proptest::proptest! {
    #[test]
    fn anything_sent_is_read_or_refused(pairs in proptest::collection::vec(("[a-z]{0,8}", ".{0,30}"), 0..8)) {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
        for kind in MatterKind::ALL {
            let _ = read_as(kind, &pairs);
        }
    }
}
