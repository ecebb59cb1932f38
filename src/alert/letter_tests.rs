//! What messages say, and what they never do.

use super::*;
use crate::feedback::alert::{Digest, MatterTally, New, falling, silence};
use crate::text::Date;

const BOTH: [Tongue; 2] = [Tongue::Vietnamese, Tongue::English];

fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

fn told(facts: Facts) -> Told {
    let agency = slug("phuong-vi-du");
    Told {
        id: [0xab; 16],
        agency,
        facts,
        at: 1_795_249_800_000,
        attempt: 1,
        may_be_repeated: false,
    }
}

fn letter(told: &Told, tongues: &[Tongue]) -> Letter {
    let name_of = |_: &Slug, counter: Option<&Slug>, tongue| {
        Some(match (counter.is_some(), tongue) {
            (false, Tongue::Vietnamese) => "Ủy ban nhân dân phường Ví Dụ".into(),
            (false, Tongue::English) => "Vi Du Ward".into(),
            (true, _) => "Quầy 1\r\nBcc: x@y.z".into(),
        })
    };
    let site = "Niêm yết".into();
    told.letter(&Names { site, base_url: "https://niemyet.vidu.vn", name_of: &name_of }, tongues)
}

fn tally(petitions: u64, reports: u64, page_errors: u64) -> MatterTally {
    MatterTally { petitions, reports, page_errors }
}

fn every_kind() -> Vec<Facts> {
    let day = Date::parse("2026-11-23").unwrap();
    let digest = Digest {
        from: day,
        until: day.plus_days(4),
        brought: tally(1, 2, 3),
        open: tally(4, 0, 0),
        overdue: tally(1, 0, 0),
        due: tally(2, 0, 0),
        ratings: 321,
        held: 17,
    };
    let row: Vec<bool> = (0..24).map(|day| day < 21).collect();
    let share = |satisfied, n| crate::feedback::alert::Satisfied { satisfied, n };
    vec![
        Facts::New(New { brought: tally(2, 1, 0), reopened: 4, held: 5 }),
        Facts::Due { until: day, due: tally(2, 0, 0) },
        Facts::Overdue { newly: tally(1, 0, 0), all: tally(7, 0, 0) },
        Facts::Silent { counter: slug("quay-1"), silence: silence(&row).unwrap() },
        Facts::Falling {
            counter: slug("quay-1"),
            fall: falling(share(270, 300), share(30, 50)).unwrap(),
        },
        Facts::Burst { counters: vec![(slug("quay-1"), 9), (slug("quay-2"), 3)] },
        Facts::Daily(digest),
        Facts::Weekly(Digest { held: 0, until: day, ..digest }),
        Facts::Test,
    ]
}

#[test]
fn a_message_of_new_work_counts_and_leads_to_the_desk() {
    let facts = Facts::New(New { brought: tally(2, 1, 0), reopened: 0, held: 0 });
    let vietnamese = letter(&told(facts.clone()), &BOTH[..1]);
    assert_eq!(vietnamese.subject, "[Niêm yết] Ủy ban nhân dân phường Ví Dụ: 3 việc mới");
    let lines: Vec<_> = vietnamese.text.lines().collect();
    assert_eq!(
        lines[..3],
        ["Ủy ban nhân dân phường Ví Dụ vừa nhận:", "- 2 phản ánh, kiến nghị", "- 1 báo tin"]
    );
    assert!(lines.contains(&"Bàn làm việc: https://niemyet.vidu.vn/desk/"));
    let both = letter(&told(facts), &BOTH);
    assert_eq!(both.subject, vietnamese.subject);
    assert!(both.text.starts_with(&vietnamese.text));
    assert!(both.text.contains("\n-----\n") && both.text.contains("/en/desk/"));
}

#[test]
fn every_message_is_said_in_both_tongues_on_lines_of_its_own() {
    for facts in every_kind() {
        for tongue in BOTH {
            let Letter { subject, text } = letter(&told(facts.clone()), &[tongue]);
            assert!(!subject.contains(char::is_control), "{subject:?}");
            assert!(text.contains("https://niemyet.vidu.vn/"), "{text}");
            // A name with a line end begins no line.
            assert!(!text.contains('\r') && !text.contains("\nBcc"), "{text:?}");
            assert!(!text.to_lowercase().contains(" bạn ") && !text.contains("Uỷ"), "{text}");
        }
    }
}

#[test]
fn a_repetition_says_so_and_a_first_time_does_not() {
    let first = told(Facts::Test);
    let again = Told { attempt: 2, may_be_repeated: true, ..first.clone() };
    for (tongue, words) in [
        (Tongue::Vietnamese, "có thể ông/bà đã nhận"),
        (Tongue::English, "have this message already"),
    ] {
        assert!(!letter(&first, &[tongue]).text.contains(words));
        assert!(letter(&again, &[tongue]).text.contains(words));
    }
}

#[test]
fn figures_of_ratings_are_said_with_what_they_rest_on() {
    let said = |facts: &Facts| letter(&told(facts.clone()), &[Tongue::English]).text;
    let all = every_kind();
    let silent = said(&all[3]);
    assert!(silent.contains("3 working days in a row") && silent.contains("20 of 20"), "{silent}");
    let fall = said(&all[4]);
    assert!(fall.contains("60 % of 50 answers") && fall.contains("90 % of 300 answers"), "{fall}");
    let digest = said(&all[6]);
    assert!(
        digest.contains("From 2026-11-23 to 2026-11-27") && digest.contains("17 in quarantine")
    );
    assert!(digest.contains("4 open, of which 1 overdue and 2 due soon"), "{digest}");
    assert!(said(&all[7]).contains("On 2026-11-23"));
}
