//! What the typesetter is handed: sheets of one kind, the paper, the day, and what stands around them.

use serde::Serialize;
use serde_json::{Value, json};

use super::counter_facts::kind_key;
use super::speech::Speech;
use super::{Paper, Sheet, SheetKind};
use crate::text::{Date, Language};
use crate::theme::Theme;

/// How a document is printed.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The theme, for its wording.
    pub theme: &'a Theme,
    /// The language of originals.
    pub binding: Language,
    /// The languages of the sheets, the main one first.
    pub languages: &'a [Language],
    /// The paper.
    pub paper: Paper,
    /// The day that is printed as the day of printing.
    pub date: Date,
    /// Whether it is only for a trial and says so loudly.
    pub trial: bool,
    /// The sheets that a page of advice on hanging and checking lists; without any there is no such page.
    pub cover: &'a [&'a Sheet],
    /// For labels: how they lie on the sheet.
    pub labels: Option<LabelSheet>,
}

/// How labels lie on a sheet, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct LabelSheet {
    /// The width of a label.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Labels in a row.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
    /// From the left edge of the paper to the first label.
    pub left: f64,
    /// From the top edge.
    pub top: f64,
    /// Between two labels in a row.
    pub gap_x: f64,
    /// Between two rows.
    pub gap_y: f64,
    /// How many labels are used up already.
    pub skip: u16,
    /// Moves everything to the right, for printers that pull paper askew.
    pub offset_x: f64,
    /// Moves everything down.
    pub offset_y: f64,
    /// Draws only the outlines, to be held against the labels.
    pub outline: bool,
}

/// What stands around sheets in one language.
#[derive(Debug, Serialize)]
struct Surroundings {
    lang: String,
    kind: String,
    mark: String,
    printed: String,
    page: String,
    check: String,
    trial: String,
}

/// The document of sheets, all of one kind, as the files of a theme read it.
pub fn document(kind: SheetKind, sheets: &[&Sheet], setting: Setting<'_>) -> Value {
    let (short, long) = setting.paper.sides();
    let around: Vec<_> =
        setting.languages.iter().map(|one| surroundings(kind, *one, setting)).collect();
    let main = setting.languages.first().copied().unwrap_or(setting.binding);
    let speech = Speech { voice: setting.theme.voice(main, setting.binding) };
    let title = match sheets {
        [only] => format!("{} – {}", speech.word(kind_key(kind)), only.title),
        _ => speech.word(kind_key(kind)),
    };
    let day = setting.date.to_string();
    let mut numbers = day.split('-').map(|part| part.parse::<u16>().unwrap_or_default());
    let (year, month, day) = (numbers.next(), numbers.next(), numbers.next());
    json!({
        "kind": kind.name(),
        "title": title,
        "lang": main.tag(),
        "date": {"year": year, "month": month, "day": day},
        "paper": {"name": setting.paper.name(), "short_mm": short, "long_mm": long},
        "trial": setting.trial,
        "around": around,
        "labels": setting.labels,
        "cover": (!setting.cover.is_empty()).then(|| cover(setting.cover, speech)),
        "sheets": sheets.iter().map(|sheet| &sheet.facts).collect::<Vec<_>>(),
    })
}

fn surroundings(kind: SheetKind, language: Language, setting: Setting<'_>) -> Surroundings {
    let speech = Speech { voice: setting.theme.voice(language, setting.binding) };
    let day = speech.voice.words.date(setting.date);
    Surroundings {
        lang: language.tag().into(),
        kind: speech.word(kind_key(kind)),
        mark: speech.word("sheet_mark"),
        printed: speech.fill("sheet_printed", &[("day", &day)]),
        page: speech.word("sheet_page"),
        check: speech.word("card_check"),
        trial: speech.word("card_trial"),
    }
}

/// Where and how to hang the sheets, and a list to tick while going round.
fn cover(sheets: &[&Sheet], speech: Speech<'_>) -> Value {
    let advice: Vec<String> = COVER.iter().map(|key| speech.word(key)).collect();
    let columns: Vec<String> = COLUMNS.iter().map(|key| speech.word(key)).collect();
    let rows = sheets.iter().map(|sheet| {
        let code = sheet.code.map(|code| code.grouped());
        json!({"title": sheet.title, "code": code, "mark": sheet.mark.as_str()})
    });
    json!({
        "title": speech.word("sheet_cover_title"),
        "advice": advice,
        "list": speech.word("sheet_cover_list"),
        "columns": columns,
        "rows": rows.collect::<Vec<_>>(),
    })
}

const COVER: [&str; 7] = [
    "sheet_cover_scale",
    "sheet_cover_height",
    "sheet_cover_place",
    "sheet_cover_door",
    "sheet_cover_light",
    "sheet_cover_sticker",
    "sheet_cover_old",
];

const COLUMNS: [&str; 5] = [
    "sheet_cover_sheet",
    "sheet_cover_code",
    "sheet_mark",
    "sheet_cover_where",
    "sheet_cover_checked",
];
