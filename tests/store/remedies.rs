//! What an agency makes good, on both stores: apologies, late files, totals, measures, chosen words.

use niemyet::catalogue::procedure::ProcedureCode;
use niemyet::feedback::Secret;
use niemyet::feedback::apology::{Apology, Failing, FileNumber, LateFile};
use niemyet::store::{By, ChosenQuote, Measure, Remedy, Store, Work, Worked};
use niemyet::text::Date;

use crate::place::{Place, all};
use crate::sample::{NOON, slug};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn remedy(store: &dyn Store, remedy: Remedy, at: i64) -> Worked {
    let by = By { account: "minh".into(), at };
    let work = Work::Remedy { remedy: Box::new(remedy), by };
    all([store.work(work)]).remove(0).unwrap()
}

fn apology(number: &str, agency: &str) -> Apology {
    let file = FileNumber::parse(number).unwrap();
    Apology {
        agency: slug(agency),
        file: file.masked(),
        hash: file.hash(&Secret::new([7; 32])),
        procedure: ProcedureCode::parse("1.001193").ok(),
        failing: Failing::Late,
        reason: "Phải xác minh".into(),
        due: Some(day("2026-11-20")),
        new_due: Some(day("2026-11-27")),
        matter: Some([4; 16]),
    }
}

fn draft(id: u8, number: &str, agency: &str) -> Remedy {
    Remedy::Draft { id: [id; 16], apology: Box::new(apology(number, agency)) }
}

pub(crate) fn a_file_is_apologised_for_once_and_what_is_signed_stays(place: &impl Place) {
    let store = place.open().unwrap();
    let (own, other) = (slug("phuong-vi-du"), slug("xa-dong-mau"));
    let number = "H29.113-261122-0012";
    assert_eq!(remedy(&*store, draft(1, number, "phuong-vi-du"), NOON), Worked::Done);
    assert_eq!(remedy(&*store, draft(2, number, "phuong-vi-du"), NOON), Worked::Taken);
    assert_eq!(remedy(&*store, draft(3, number, "xa-dong-mau"), NOON), Worked::Taken);
    let there = store.apology(&own, &[1; 16]).unwrap().unwrap();
    assert_eq!(there.apology, apology(number, "phuong-vi-du"));
    assert_eq!((there.drafted_by.as_str(), there.drafted_at, &there.signed), ("minh", NOON, &None));
    assert!(store.apology(&other, &[1; 16]).unwrap().is_none(), "of another agency");
    let sign = |agency: &_, id| Remedy::Sign {
        agency: Clone::clone(agency),
        id: [id; 16],
        name: "Nguyễn Thị Lan, Chủ tịch".into(),
    };
    assert_eq!(remedy(&*store, sign(&other, 1), NOON + 5), Worked::Gone);
    assert_eq!(remedy(&*store, sign(&own, 1), NOON + 5), Worked::Done);
    assert_eq!(remedy(&*store, sign(&own, 1), NOON + 6), Worked::Gone, "once");
    let drop_it = |id| Remedy::Drop { agency: own.clone(), id: [id; 16] };
    assert_eq!(remedy(&*store, drop_it(1), NOON), Worked::Gone, "what is signed stays");
    let signed = store.apology(&own, &[1; 16]).unwrap().unwrap().signed.unwrap();
    assert_eq!((signed.account.as_str(), signed.at), ("minh", NOON + 5));
    assert_eq!(signed.name, "Nguyễn Thị Lan, Chủ tịch");
    // A draft that was dropped leaves its file free.
    let second = "H29.113-261122-0013";
    assert_eq!(remedy(&*store, draft(4, second, "phuong-vi-du"), NOON + 9), Worked::Done);
    let ids = |since, most| {
        let found = store.apologies(&own, since, most).unwrap();
        found.iter().map(|one| one.id[0]).collect::<Vec<_>>()
    };
    assert_eq!((ids(0, 10), ids(0, 1), ids(NOON + 9, 10)), (vec![4, 1], vec![4], vec![4]));
    assert_eq!(remedy(&*store, drop_it(4), NOON), Worked::Done);
    assert_eq!(remedy(&*store, draft(5, second, "xa-dong-mau"), NOON), Worked::Done);
    let log = store.audit(Some(&own), i64::MAX, 10).unwrap();
    let deeds: Vec<_> = log.iter().rev().map(|row| (row.deed.as_str(), &*row.detail)).collect();
    let (first, second) = ("H29.•••-••••••-••12", "H29.•••-••••••-••13");
    assert_eq!(
        deeds,
        [
            ("apology_drafted", first),
            ("apology_signed", ""),
            ("apology_drafted", second),
            ("apology_dropped", ""),
        ]
    );
    assert!(place.audit_head().unwrap().is_ok());
}

pub(crate) fn late_files_and_totals_are_replaced_by_newer_ones(place: &impl Place) {
    let store = place.open().unwrap();
    let own = slug("phuong-vi-du");
    let file = |number: &str, due: &str, returned: Option<&str>| LateFile {
        file: FileNumber::parse(number).unwrap().masked(),
        procedure: None,
        due: day(due),
        returned: returned.map(day),
    };
    let files = |files: Vec<LateFile>| Remedy::Files { agency: own.clone(), files };
    let (one, two) = ("H29.113-261122-0012", "H29.113-261122-0013");
    let first = vec![file(one, "2026-11-20", None), file(two, "2026-11-18", None)];
    assert_eq!(remedy(&*store, files(first.clone()), NOON), Worked::Done);
    assert_eq!(store.late_files(&own, day("2026-01-01"), 10).unwrap(), first);
    let again = vec![file(one, "2026-11-20", Some("2026-11-25"))];
    assert_eq!(remedy(&*store, files(again.clone()), NOON), Worked::Done);
    assert_eq!(store.late_files(&own, day("2026-11-19"), 10).unwrap(), again);
    assert_eq!(remedy(&*store, files(Vec::new()), NOON), Worked::Gone);
    let overdue = |month, overdue| Remedy::Overdue { agency: own.clone(), month, overdue };
    for (month, number) in [(202_610, 4), (202_611, 12), (202_611, 11)] {
        assert_eq!(remedy(&*store, overdue(month, number), NOON), Worked::Done);
    }
    let totals = store.overdue_totals(&own, 10).unwrap();
    let totals: Vec<_> = totals.iter().map(|one| (one.month, one.overdue)).collect();
    assert_eq!(totals, [(202_611, 11), (202_610, 4)]);
    assert!(store.overdue_totals(&slug("xa-dong-mau"), 10).unwrap().is_empty());
}

pub(crate) fn measures_and_chosen_words_are_kept_for_their_period(place: &impl Place) {
    let store = place.open().unwrap();
    let own = slug("phuong-vi-du");
    let measure = Measure {
        id: [1; 16],
        agency: own.clone(),
        period: "2026-q4".into(),
        counter: Some(slug("quay-1")),
        survey: slug("danh-gia"),
        criterion: slug("thoi-gian"),
        cause: "Thiếu người".into(),
        measure: "Thêm một quầy".into(),
        answerable: "Chánh Văn phòng".into(),
        until: day("2026-12-31"),
        outcome: None,
        quote: Some("Chờ lâu".into()),
    };
    let keep = |measure: &Measure| Remedy::Measure(Box::new(measure.clone()));
    assert_eq!(remedy(&*store, keep(&measure), NOON), Worked::Done);
    let done = Measure { outcome: Some("Đã thêm".into()), quote: None, ..measure };
    assert_eq!(remedy(&*store, keep(&done), NOON), Worked::Done);
    assert_eq!(store.measures(&own, "2026-q4").unwrap(), [done]);
    assert!(store.measures(&own, "2026-q3").unwrap().is_empty());
    let quote = ChosenQuote {
        id: [2; 16],
        agency: own.clone(),
        period: "2026-q4".into(),
        counter: None,
        words: "Phục vụ tốt".into(),
    };
    assert_eq!(remedy(&*store, Remedy::Quote(Box::new(quote.clone())), NOON), Worked::Done);
    assert_eq!(store.quotes(&own, "2026-q4").unwrap(), [quote]);
    let (agency, id) = (own.clone(), [2; 16]);
    assert_eq!(remedy(&*store, Remedy::DropQuote { agency, id }, NOON), Worked::Done);
    let (agency, id) = (own.clone(), [1; 16]);
    assert_eq!(remedy(&*store, Remedy::DropMeasure { agency, id }, NOON), Worked::Done);
    let (agency, id) = (own.clone(), [1; 16]);
    assert_eq!(remedy(&*store, Remedy::DropMeasure { agency, id }, NOON), Worked::Gone);
    assert!(store.measures(&own, "2026-q4").unwrap().is_empty());
}
