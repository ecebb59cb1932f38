//! What exports promise: nothing that runs, nothing personal unreviewed, everything explained.

use std::io::Cursor;

use proptest::prelude::*;

use super::column::{Column, KINDS, kind, rows};
use super::formula::TRIGGERS;
use super::masking::Shown;
use super::*;
use crate::diagnostic::Tongue;
use crate::feedback::sample::{self, key, option, slug};
use crate::feedback::secrecy::WordsReview;
use crate::feedback::{Answer, AnswerValue, Mark, Question, QuestionKind, Submission, Survey};
use crate::store::StoredRating;
use crate::text::Text;

fn rating(words: &str, marks: Vec<Mark>, held: bool) -> StoredRating {
    let submission = Submission { marks, ..sample::rating_with(key(1), words) };
    StoredRating {
        id: [9; 16],
        submission,
        amended_at: None,
        held,
        judged_at: None,
        reviews: Vec::new(),
    }
}

fn csv(ratings: &[StoredRating], masking: Masking, bom: bool) -> String {
    let mut out = Vec::new();
    let mut table = CsvTable::start(&mut out, masking, bom).unwrap();
    for rating in ratings {
        table.add(rating).unwrap();
    }
    table.finish().unwrap();
    String::from_utf8(out).unwrap()
}

fn json(ratings: &[StoredRating], masking: Masking) -> String {
    let mut out = Vec::new();
    let mut lines = JsonLines::start(&mut out, masking);
    for rating in ratings {
        lines.add(rating).unwrap();
    }
    lines.finish().unwrap();
    String::from_utf8(out).unwrap()
}

/// The parts of a workbook, unpacked, by name.
fn xlsx(ratings: &[StoredRating], masking: Masking, longest: u32) -> Vec<(String, String)> {
    let dir = tempfile::tempdir().unwrap();
    let mut book = XlsxBook::with_sheets_of(dir.path(), masking, longest).unwrap();
    for rating in ratings {
        book.add(rating).unwrap();
    }
    let mut out = Cursor::new(Vec::new());
    book.finish(&Dictionary::new(&[survey()], Tongue::Vietnamese), &mut out).unwrap();
    unzip(&out.into_inner())
}

/// Enough of the zip format to read what our own library wrote: the central directory, deflate or stored.
pub(super) fn unzip(bytes: &[u8]) -> Vec<(String, String)> {
    use std::io::Read;
    let u16_at = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let u32_at = |at: usize| {
        usize::try_from(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())).unwrap()
    };
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06").unwrap();
    let mut at = u32_at(end + 16);
    let mut parts = Vec::new();
    for _ in 0..u16_at(end + 10) {
        let (method, size, local) = (u16_at(at + 10), u32_at(at + 20), u32_at(at + 42));
        let name = String::from_utf8(bytes[at + 46..at + 46 + u16_at(at + 28)].to_vec()).unwrap();
        let from = local + 30 + u16_at(local + 26) + u16_at(local + 28);
        let packed = &bytes[from..from + size];
        let mut text = String::new();
        if method == 8 {
            flate2::read::DeflateDecoder::new(packed).read_to_string(&mut text).unwrap();
        } else {
            text.push_str(std::str::from_utf8(packed).unwrap());
        }
        parts.push((name, text));
        at += 46 + u16_at(at + 28) + u16_at(at + 30) + u16_at(at + 32);
    }
    parts
}

fn survey() -> Survey {
    let label = Text::new("=Đúng | hẹn");
    let on_time = Answer { label, ..option("dung", Some(2)) };
    let question = |id, kind, dont_know| Question {
        ask: Text::new("Đúng hẹn?"),
        dont_know,
        ..sample::question(id, kind)
    };
    let questions = vec![
        question("dung-hen", QuestionKind::Points(vec![on_time]), true),
        question("so-lan", QuestionKind::Number { min: 0, max: 3 }, false),
    ];
    Survey { version: 3, ..sample::survey("nhanh-5", questions) }
}

#[test]
fn marked_words_are_masked_unless_reviewed() {
    let secret = "gọi 0912 345 678";
    // The second was written before its pattern was known, so it has no mark.
    for rating in
        [rating("tên tôi là A", vec![Mark::Personal], false), rating(secret, vec![], false)]
    {
        let AnswerValue::Text(words) = &rating.submission.answers[1].1 else { panic!() };
        let one = std::slice::from_ref(&rating);
        for text in [csv(one, Masking::Masked, true), json(one, Masking::Masked)] {
            assert!(!text.contains(words.as_str()) && text.contains("masked"), "{text}");
        }
        for (name, text) in xlsx(one, Masking::Masked, 100) {
            assert!(!text.contains(words.as_str()), "{name}");
        }
        for text in [csv(one, Masking::Reviewed, true), json(one, Masking::Reviewed)] {
            assert!(text.contains(words.as_str()) && !text.contains("masked"), "{text}");
        }
    }
    let harmless = csv(&[rating("Chờ lâu", vec![Mark::Stale], false)], Masking::Masked, true);
    assert!(harmless.contains("Chờ lâu"));
}

#[test]
fn what_was_decided_of_words_holds_in_every_export() {
    let secret = "gọi 0912 345 678, cô Lan chậm";
    let decided = |review| {
        let mut rating = rating(secret, vec![Mark::Personal], false);
        rating.reviews = vec![(rating.submission.answers[1].0.clone(), review)];
        [rating]
    };
    for masking in [Masking::Masked, Masking::Reviewed] {
        let withheld = decided(WordsReview::Withheld);
        let quotable = decided(WordsReview::Quotable("gọi •••, cô ••• chậm".into()));
        for text in [csv(&withheld, masking, true), json(&withheld, masking)] {
            assert!(text.contains("masked") && !text.contains("chậm"), "{text}");
        }
        for text in [csv(&quotable, masking, true), json(&quotable, masking)] {
            assert!(text.contains("gọi •••, cô ••• chậm"), "{text}");
            assert!(!text.contains("0912") && !text.contains("Lan"), "{text}");
        }
        for (name, text) in
            xlsx(&withheld, masking, 100).iter().chain(&xlsx(&quotable, masking, 100))
        {
            assert!(!text.contains("0912") && !text.contains("Lan"), "{name}");
        }
    }
    // What stores are compared by holds the words themselves.
    let hashed = |one: &[StoredRating; 1]| everything(&one[0]).unwrap();
    assert_eq!(
        hashed(&decided(WordsReview::Withheld)),
        hashed(&[rating(secret, vec![Mark::Personal], false)])
    );
}

#[test]
fn quarantine_is_told_in_tables_and_apart_in_workbooks() {
    let ratings = [rating("tốt", vec![], false), rating("lạ", vec![Mark::Honeypot], true)];
    let table = csv(&ratings, Masking::Masked, false);
    assert!(table.starts_with("\"rating\",\"received_at\",\"day\""), "no mark of byte order");
    assert_eq!(table.lines().filter(|line| line.contains("\"counted\"")).count(), 2);
    assert_eq!(table.lines().filter(|line| line.contains("\"quarantined\"")).count(), 2);
    assert_eq!(json(&ratings, Masking::Masked).matches(r#""state":"quarantined""#).count(), 1);
    let parts = xlsx(&ratings, Masking::Masked, 100);
    let part = |name: &str| &parts.iter().find(|(found, _)| found.ends_with(name)).unwrap().1;
    let names: Vec<&str> = part("workbook.xml")
        .split("sheet name=\"")
        .skip(1)
        .map(|at| at.split('"').next().unwrap())
        .collect();
    assert_eq!(names, ["counted", "quarantined", "dictionary"]);
    assert!(part("sheet1.xml").contains("tốt") && !part("sheet1.xml").contains("lạ"));
    assert!(part("sheet2.xml").contains("lạ") && part("sheet3.xml").contains("Đúng hẹn?"));
}

#[test]
fn a_full_sheet_is_followed_by_another() {
    let ratings: Vec<_> = (0..5).map(|at| rating(&format!("lượt {at}"), vec![], false)).collect();
    let parts = xlsx(&ratings, Masking::Masked, 4);
    let rows = |name: &str| {
        let part = parts.iter().find(|(found, _)| found.ends_with(name)).unwrap();
        part.1.matches("<row ").count()
    };
    // A heading and four rows, two to a rating.
    assert_eq!([rows("sheet1.xml"), rows("sheet2.xml"), rows("sheet3.xml")], [5, 5, 3]);
}

#[test]
fn the_dictionary_explains_every_column_word_and_question() {
    for tongue in [Tongue::Vietnamese, Tongue::English] {
        let dictionary = Dictionary::new(&[survey()], tongue);
        assert!(
            dictionary
                .table()
                .skip(1)
                .all(|[_, _, name, _, meaning]| { !name.is_empty() && !meaning.is_empty() })
        );
        let text = dictionary.markdown();
        for column in Column::ALL {
            assert!(text.contains(&format!("| column |  | {} |", column.name())), "{text}");
        }
        assert!(text.contains("| question | nhanh-5 3 | dung-hen | points 0–2, dont_know |"));
        assert!(text.contains("| option | nhanh-5 3 dung-hen | dung | 2 | =Đúng \\| hẹn |"));
        assert!(dictionary.csv().contains("\"'=Đúng | hẹn\""));
    }
    let mut columns = Column::ALL.to_vec();
    columns.dedup();
    assert_eq!(columns.len(), Column::ALL.len());
}

#[test]
fn every_kind_of_answer_has_a_word_in_the_dictionary() {
    let answers = [
        AnswerValue::Level(1),
        AnswerValue::Points { option: slug("a"), points: 0 },
        AnswerValue::Choice(slug("a")),
        AnswerValue::Choices(vec![slug("a")]),
        AnswerValue::Number(1),
        AnswerValue::Text("a".into()),
        AnswerValue::DontKnow,
        AnswerValue::ErasedText,
    ];
    let shown = answers.iter().map(Shown::Whole).chain([Shown::Masked]);
    let mut kinds: Vec<&str> = shown.map(kind).collect();
    kinds.sort_unstable();
    let mut known = KINDS.to_vec();
    known.sort_unstable();
    assert_eq!(kinds, known);
}

proptest! {
    #[test]
    fn no_exported_cell_begins_with_a_trigger(
        words in "[=+@\\-\t\r\n ＝＋－＠\u{200b}]{0,3}.{0,12}",
    ) {
        let rating = rating(&words, vec![], false);
        let table = csv(std::slice::from_ref(&rating), Masking::Reviewed, false);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        let mut cells = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                prop_assert!(!cell.starts_with(TRIGGERS), "{cell:?}");
                cells += 1;
            }
        }
        prop_assert_eq!(cells, 3 * Column::ALL.len());
        // What a workbook is given is the same text.
        for row in rows(&rating, Masking::Reviewed) {
            for column in Column::ALL {
                prop_assert!(!column.cell(&row).text().starts_with(TRIGGERS));
            }
        }
    }
}
