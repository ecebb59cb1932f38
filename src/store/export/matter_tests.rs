//! What exports of matters promise: nobody is named unless the operator says so, nothing runs, everything is explained.

use std::io::Cursor;

use super::event_column::EventColumn;
use super::matter_column::MatterColumn;
use super::tests::unzip;
use super::*;
use crate::diagnostic::Tongue;
use crate::feedback::matter::{
    Act, By, Contact, Demand, Dues, Event, Life, Matter, MatterKind, Settled, TrackingHash,
};
use crate::feedback::sample::slug;
use crate::store::StoredMatter;
use crate::text::{Date, Language};

const NOON: i64 = 1_795_249_800_000;

const SECRETS: [&str; 5] =
    ["Trần Thị Mẫu", "0912 345 678", "mau@vi-du.example", "Ngõ 7", "001099012345"];

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn matter(words: &str) -> StoredMatter {
    let dues = Dues { handled: day("2026-12-01"), answered: day("2026-12-08") };
    let matter = Matter {
        agency: slug("phuong-vi-du"),
        tracking: TrackingHash([0x5e; 32]),
        kind: MatterKind::Report,
        posted: None,
        counter: Some(slug("quay-1")),
        page: None,
        demands: vec![Demand::Paper, Demand::Fee],
        words: words.into(),
        contact: Some(Contact {
            name: SECRETS[0].into(),
            phone: Some(SECRETS[1].into()),
            email: Some(SECRETS[2].into()),
            address: Some(SECRETS[3].into()),
        }),
        language: Language::VI,
        received_at: NOON,
        dues,
        marks: Vec::new(),
    };
    let event = |minutes: i64, by: By, act: Act| Event { at: NOON + minutes * 60_000, by, act };
    let lan = || By::Officer("lan".into());
    let events = vec![
        event(0, By::Citizen, Act::Receive { dues }),
        event(1, lan(), Act::Note { words: format!("=gọi {}", SECRETS[1]).into() }),
        event(2, lan(), Act::Assign { to: Some("lan".into()) }),
        event(3, lan(), Act::Accept),
        event(
            4,
            lan(),
            Act::Answer {
                settled: Settled::Fixed,
                words: format!("@chào {}, số {}", SECRETS[0], SECRETS[4]).into(),
                reopen_until: day("2026-12-31"),
            },
        ),
    ];
    let life = Life::of(matter.kind, &events).unwrap();
    StoredMatter { id: [9; 16], matter, events, life }
}

fn csv(stored: &StoredMatter, table: MatterTable, masking: Masking) -> String {
    let mut out = Vec::new();
    let mut text = MatterText::csv(&mut out, table, masking, true).unwrap();
    text.add(stored).unwrap();
    text.finish().unwrap();
    String::from_utf8(out).unwrap()
}

fn json(stored: &StoredMatter, table: MatterTable, masking: Masking) -> Vec<serde_json::Value> {
    let mut out = Vec::new();
    let mut text = MatterText::json(&mut out, table, masking);
    text.add(stored).unwrap();
    text.finish().unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn xlsx(stored: &StoredMatter, masking: Masking) -> Vec<(String, String)> {
    let dir = tempfile::tempdir().unwrap();
    let mut book = MatterBook::start(dir.path(), masking).unwrap();
    book.add(stored).unwrap();
    let mut out = Cursor::new(Vec::new());
    book.finish(&Dictionary::new(&[], Tongue::English), &mut out).unwrap();
    unzip(&out.into_inner())
}

/// Words with all that could point at somebody.
fn telling() -> StoredMatter {
    matter(&format!("Tôi là {}, {}, {}, {}", SECRETS[0], SECRETS[1], SECRETS[2], SECRETS[4]))
}

#[test]
fn nobody_is_named_unless_it_is_asked_for() {
    let stored = telling();
    let mut texts = Vec::new();
    for table in MatterTable::ALL {
        texts.push(csv(&stored, table, Masking::Masked));
        texts.push(format!("{:?}", json(&stored, table, Masking::Masked)));
    }
    texts.extend(xlsx(&stored, Masking::Masked).into_iter().map(|(_, text)| text));
    for text in &texts {
        let told = SECRETS.iter().find(|secret| text.contains(*secret));
        assert_eq!(told, None, "{text}");
        // What the tracking code is found by is nobody's business, not even asked for.
        assert!(!text.contains("5e5e5e"), "{text}");
    }
    let whole = csv(&stored, MatterTable::Matters, Masking::Reviewed);
    assert!(SECRETS.iter().all(|secret| whole.contains(secret)), "{whole}");
    let sheets = xlsx(&stored, Masking::Reviewed);
    assert!(sheets.iter().any(|(_, text)| text.contains(SECRETS[3])));
    let deleted = StoredMatter {
        matter: Matter { contact: None, ..stored.matter.clone() },
        life: Life { forgotten: true, ..stored.life.clone() },
        ..stored
    };
    assert_eq!(json(&deleted, MatterTable::Matters, Masking::Reviewed)[0]["contact"], "deleted");
}

#[test]
fn a_row_says_what_became_of_it() {
    let row = &json(&matter("Chờ lâu"), MatterTable::Matters, Masking::Masked)[0];
    for (column, value) in [
        ("matter", "09090909090909090909090909090909"),
        ("received_at", "2026-11-21T08:30:00.000Z"),
        ("kind", "report"),
        ("demands", "paper fee"),
        ("words", "Chờ lâu"),
        ("state", "answered"),
        ("handled_by", "2026-12-01"),
        ("handled_at", "2026-11-21T08:33:00.000Z"),
        ("decided_at", "2026-11-21T08:34:00.000Z"),
        ("settled", "fixed"),
        ("answer", "@chào •••, số •••"),
        ("reopen_until", "2026-12-31"),
        ("assigned", "lan"),
        ("contact", "given"),
    ] {
        assert_eq!(row[column], value, "{column}");
    }
    assert_eq!(
        (&row["events"], &row["reopened"], &row["day"]),
        (&5.into(), &0.into(), &20_261_121.into())
    );
    // What there is nothing to say of is left out, and so is what must not be said.
    for absent in ["due", "procedure", "page", "name", "phone", "email", "address", "number"] {
        assert!(row.get(absent).is_none(), "{absent}");
    }
    let log = json(&matter(""), MatterTable::Log, Masking::Masked);
    let acts: Vec<_> = log.iter().map(|event| event["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["receive", "note", "assign", "accept", "answer"]);
    assert_eq!((&log[0]["answered_by"], &log[2]["to"]), (&"2026-12-08".into(), &"lan".into()));
    assert_eq!((&log[4]["account"], &log[4]["number"]), (&"lan".into(), &5.into()));
}

#[test]
fn nothing_that_a_citizen_writes_runs_in_a_spreadsheet() {
    for words in
        ["=HYPERLINK(\"http://a\",\"b\")", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"]
    {
        let mut stored = matter(words);
        stored.matter.page = Some(words.into());
        let contact = stored.matter.contact.as_mut().unwrap();
        contact.name = words.into();
        contact.address = Some(words.into());
        for masking in [Masking::Masked, Masking::Reviewed] {
            for table in MatterTable::ALL {
                let text = csv(&stored, table, masking);
                let text = text.strip_prefix('\u{feff}').unwrap();
                let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
                for cell in reader
                    .records()
                    .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                {
                    let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '＝']);
                    assert!(!begins, "{words:?}: {cell:?}");
                }
            }
            for (name, text) in xlsx(&stored, masking) {
                assert!(!text.contains("<f>"), "{name}");
            }
        }
    }
}

#[test]
fn every_column_and_every_word_is_explained() {
    for tongue in [Tongue::Vietnamese, Tongue::English] {
        let rows: Vec<[String; 5]> = Dictionary::new(&[], tongue).table().collect();
        let explained = |what: &str, within: &str, name: &str| {
            let found =
                rows.iter().find(|row| row[0] == what && row[1] == within && row[2] == name);
            assert!(found.is_some_and(|row| !row[4].is_empty()), "{what} {within} {name}");
        };
        for column in MatterColumn::ALL {
            explained("column", "matters", column.name());
            column.words().iter().for_each(|word| {
                explained("word", &format!("matters {}", column.name()), word);
            });
        }
        for column in EventColumn::ALL {
            explained("column", "log", column.name());
            column.words().iter().for_each(|word| {
                explained("word", &format!("log {}", column.name()), word);
            });
        }
    }
}
