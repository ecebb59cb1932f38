//! The samples are what sheets of the invented publication say, and a broken file is found by them.

use serde_json::{Value, json};

use super::*;
use crate::feedback::{OneTimeCode, Secret};
use crate::letter::{ApologyFacts, Failed};
use crate::print::{
    BoardSubject, CounterSubject, LabelSheet, NoticeSubject, Paper, ProcedureSubject, Setting,
    Sheet, SheetKind, SlipSubject, board_codes, board_sheet, counter_sheet, document,
    letter_document, notice_sheet, procedure_sheet, receipt_slips, survey_slip,
};
use crate::publication::{AgencyIndex, PrintOrigin, Publication};
use crate::symbol::{Level, Symbol};
use crate::text::Language;
use crate::theme::invented::{code, day, publication};

const LANGUAGES: [Language; 2] = [Language::VI, Language::EN];

/// What stands for every symbol.
const SYMBOL: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><path d=\"M0 0h1v1h-1z\"/></svg>";

fn sheet(kind: SheetKind, publication: &Publication, theme: &Theme) -> Sheet {
    let (agency, domain, languages) = (AgencyIndex(0), "niemyet.minhhoa.gov.vn", &LANGUAGES[..]);
    let origin = PrintOrigin::parse("https://niemyet.minhhoa.gov.vn").unwrap();
    let page = Symbol::encode("https://NIEMYET.MINHHOA.GOV.VN/a.html", Level::M).unwrap();
    let counter = &publication.counters[0].1;
    let entry = &publication.ledger.entries[0];
    let own =
        CounterSubject { publication, theme, agency, counter, entry, origin: &origin, languages };
    let of_counter = Symbol::encode(&origin.address(&entry.code), Level::Q).unwrap();
    match kind {
        SheetKind::Poster | SheetKind::Tent | SheetKind::Labels => {
            counter_sheet(kind, Paper::A4, own, &of_counter).unwrap()
        }
        SheetKind::Survey => survey_slip(own, &publication.surveys[0], &of_counter).unwrap(),
        SheetKind::Notice => {
            let subject = NoticeSubject { publication, theme, agency, domain, languages };
            notice_sheet(Paper::A4, subject, &page).unwrap()
        }
        SheetKind::Procedure => {
            let code = code("1.000894");
            let (code, day) = (&code, day());
            let subject =
                ProcedureSubject { publication, theme, agency, code, domain, languages, day };
            procedure_sheet(Paper::A4, subject, &page).unwrap().unwrap()
        }
        SheetKind::Board => {
            let (counter, day) = (None, day());
            let subject =
                BoardSubject { publication, theme, agency, counter, domain, languages, day };
            let symbols = vec![(String::new(), 23.0); board_codes(subject).len()];
            board_sheet(subject, &symbols).unwrap()
        }
        SheetKind::Slips => {
            let subject = SlipSubject { counter: own, last_day: day() };
            let made = |serial| {
                let day = day().day_number();
                let secret = Secret::new([7; 32]);
                let code = OneTimeCode::issue(&secret, &entry.code, [0, 0, serial], day);
                (code, Symbol::encode(&subject.address(&code), Level::M).unwrap())
            };
            receipt_slips(subject, &[made(1), made(2)]).unwrap()
        }
    }
}

/// With one small drawing in place of every symbol.
fn drawn_small(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if key == "svg" { *value = SYMBOL.into() } else { drawn_small(value) }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(drawn_small),
        _ => {}
    }
}

fn samples() -> Value {
    let (publication, theme) = (publication(), Theme::embedded());
    let mut all = Vec::new();
    for kind in SheetKind::ALL {
        let sheet = sheet(kind, &publication, &theme);
        let cover = [&sheet];
        let papers: &[Paper] =
            if kind == SheetKind::Slips { &[Paper::A4, Paper::Roll80] } else { &[Paper::A4] };
        for paper in papers {
            let setting = Setting {
                theme: &theme,
                binding: Language::VI,
                languages: &LANGUAGES,
                paper: *paper,
                date: day(),
                trial: true,
                cover: if kind == SheetKind::Poster { &cover } else { &[] },
                labels: (kind == SheetKind::Labels).then(labels),
            };
            all.push(json!([format!("{}.typ", kind.name()), document(kind, &[&sheet], setting)]));
        }
    }
    let letter = ApologyFacts {
        agency: "UBND phường Ví Dụ",
        to: None,
        file: "000.••.••12",
        procedure: "Đăng ký khai sinh",
        failed: Failed::Late,
        reason: "phải xác minh thêm",
        due: Some(day()),
        new_due: Some(day()),
        today: day(),
        signer: "",
    };
    all.push(json!(["letter.typ", letter_document(&letter.letter(), day())]));
    let mut all = Value::Array(all);
    drawn_small(&mut all);
    all
}

fn labels() -> LabelSheet {
    LabelSheet {
        width: 63.5,
        height: 38.1,
        columns: 3,
        rows: 7,
        left: 7.2,
        top: 15.1,
        gap_x: 2.5,
        gap_y: 0.0,
        skip: 19,
        offset_x: 0.0,
        offset_y: 0.0,
        outline: false,
    }
}

#[test]
fn samples_say_what_sheets_say() {
    let now = serde_json::to_string_pretty(&samples()).unwrap();
    if now.trim() != SAMPLES.trim() {
        std::fs::write("target/print-samples.json", now + "\n").unwrap();
        panic!(
            "sheets say something else now: copy target/print-samples.json to src/print/pdf/samples.json"
        );
    }
}

#[test]
fn our_own_theme_is_sound_and_a_broken_file_is_named_once() {
    assert_eq!(check(&Theme::embedded(), Letters::own()), BTreeSet::new());
    let folder = tempfile::tempdir().unwrap();
    let print = folder.path().join("print");
    std::fs::create_dir(&print).unwrap();
    let theme = Theme::embedded();
    let (_, own) = theme.print_files().find(|(name, _)| *name == "sheet.typ").unwrap();
    std::fs::write(print.join("sheet.typ"), format!("#let broken = (1\n{own}")).unwrap();
    let slips = "#let it = json(\"document.json\")\n#it.nothing-of-the-kind\n";
    std::fs::write(print.join("slips.typ"), slips).unwrap();
    let broken = Theme::with_overrides(folder.path()).unwrap();
    let found: Vec<_> = check(&broken, Letters::own()).into_iter().collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("print/sheet.typ:1:"), "{found:?}");
    assert!(found[1].starts_with("print/slips.typ:2:5: "), "{found:?}");
}
