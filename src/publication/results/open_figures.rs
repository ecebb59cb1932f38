//! Bulletins as open data: a table and JSON, each with the words that say what its columns mean. Everything that pages
//! show is in it, and nothing that they withhold.

use serde_json::{Value, json};

use super::{Bulletin, PublishedCell, PublishedFigure, SurveyResults, Topic};
use crate::text::Language;

/// The columns of the table, each with what it means in Vietnamese and English. The meaning of a column never
/// changes; new ones are added at the end.
pub const COLUMNS: [(&str, &str, &str); 22] = [
    (
        "period",
        "Kỳ: tháng 2026-11, quý 2026-q4, năm 2026",
        "Period: month 2026-11, quarter 2026-q4, year 2026",
    ),
    (
        "unit",
        "Đơn vị: site là toàn trang; mã cơ quan; <cơ quan>/<quầy>",
        "Unit: site is all together; an agency; <agency>/<counter>",
    ),
    ("unit_name", "Tên đơn vị khi lập bản tin", "Name of the unit when the bulletin was drawn"),
    ("survey", "Mã phiếu khảo sát", "Survey"),
    (
        "version",
        "Phiên bản phiếu; khác phiên bản thì không so sánh",
        "Version of the survey; versions are not compared",
    ),
    (
        "ways",
        "Cách thu nhận: qr, web, kiosk, paper (phiếu giấy), helped (có người giúp); verified: có mã xác nhận lượt giao dịch; combined: gộp",
        "Ways: qr, web, kiosk, paper, helped; verified: a code proved the visit; combined: several added up",
    ),
    (
        "topic",
        "Chỉ tiêu: ratings (số lượt), whole (toàn bộ), factor/<mã>, question/<mã>, extra_trips (tỷ lệ phải đi lại thêm nhiều nhất một lần)",
        "Topic: ratings (how many), whole, factor/<id>, question/<id>, extra_trips (share with at most one extra trip)",
    ),
    ("topic_name", "Tên yếu tố hoặc câu hỏi", "Name of the factor, or the question"),
    (
        "status",
        "shown: hiển thị; withheld: không hiển thị do ít lượt",
        "shown, or withheld because of too few answers",
    ),
    ("percent", "Kết quả, %", "The figure, %"),
    ("low", "Cận dưới khoảng tin cậy 95 %", "Lower end of the 95 % interval"),
    ("high", "Cận trên khoảng tin cậy 95 %", "Upper end of the 95 % interval"),
    ("rule", "Cách tính khoảng tin cậy", "How the interval was made"),
    (
        "n",
        "Số lượt trả lời; ở chỉ tiêu ratings là số lượt đánh giá",
        "Ratings that answered; for the topic ratings, how many ratings",
    ),
    ("least", "Số lượt trả lời của tiêu chí ít nhất", "Answers to the criterion with fewest"),
    ("answers", "Tổng số câu trả lời", "Answers to all criteria together"),
    ("criteria", "Số tiêu chí có trả lời", "Criteria with answers"),
    ("asked", "Số tiêu chí được hỏi", "Criteria that were asked"),
    ("method", "Cách tính một câu trả lời", "How one answer counts"),
    ("aggregate", "Cách gộp các tiêu chí", "How criteria are summed up"),
    ("threshold", "Số lượt ít nhất để hiển thị", "The fewest answers of a shown figure"),
    ("signed_on", "Ngày ký công bố", "The day it was signed"),
];

/// Bulletins as CSV with headings, in UTF-8 with a byte order mark, without which spreadsheets garble Vietnamese.
pub fn csv<'a>(bulletins: impl IntoIterator<Item = &'a Bulletin>) -> String {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let mut rows = vec![COLUMNS.map(|(name, ..)| name.to_owned())];
    for bulletin in bulletins {
        each(bulletin, |results, cell, line| rows.push(row(bulletin, results, cell, line)));
    }
    for row in rows {
        // Writing to memory cannot fail.
        let _ = table.write_record(row);
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// What the columns mean, as CSV.
pub fn dictionary() -> String {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let _ = table.write_record(["column", "vi", "en"]);
    for (name, vi, en) in COLUMNS {
        let _ = table.write_record([name, vi, en]);
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A bulletin as JSON, a row for each figure, with the dictionary.
pub fn json(bulletin: &Bulletin) -> String {
    let mut rows = Vec::new();
    each(bulletin, |results, cell, line| {
        let row = row(bulletin, results, cell, line);
        let number = |text: &str| text.parse::<f64>().map_or(Value::Null, Value::from);
        let fields = COLUMNS.iter().zip(row).map(|((name, ..), text)| {
            let value = match *name {
                "percent" | "low" | "high" => number(&text),
                "version" | "n" | "least" | "answers" | "criteria" | "asked" | "threshold" => {
                    text.parse::<u64>().map_or(Value::Null, Value::from)
                }
                _ => Value::from(text),
            };
            ((*name).to_owned(), value)
        });
        rows.push(Value::Object(fields.collect()));
    });
    let placings: Vec<Value> = bulletin
        .surveys
        .iter()
        .flat_map(|results| results.placings.iter().map(move |one| (results, one)))
        .map(|(results, one)| {
            let ids = |list: &[crate::text::Slug]| -> Vec<String> {
                list.iter().map(ToString::to_string).collect()
            };
            json!({
                "survey": results.survey.as_str(),
                "ways": one.ways.to_string(),
                "comparisons": one.comparisons,
                "higher": ids(&one.higher),
                "not_different": ids(&one.same),
                "lower": ids(&one.lower),
            })
        })
        .collect();
    let dictionary: Vec<Value> = COLUMNS
        .iter()
        .map(|(name, vi, en)| json!({ "column": name, "vi": vi, "en": en }))
        .collect();
    let whole = json!({
        "period": bulletin.period.to_string(),
        "agency": bulletin.agency.as_ref().map(crate::text::Slug::as_str),
        "drawn_on": bulletin.drawn_on.to_string(),
        "target_percent": bulletin.target.map(super::Percent::value),
        "rows": rows,
        "placings": placings,
        "dictionary": dictionary,
    });
    let mut text = serde_json::to_string(&whole).unwrap_or_default();
    text.push('\n');
    text
}

/// A line of a cell.
#[derive(Clone, Copy)]
enum Line<'a> {
    Ratings(u64),
    Figure(&'a PublishedFigure),
    Withheld(&'a Topic),
}

fn each<'a>(
    bulletin: &'a Bulletin,
    mut take: impl FnMut(&'a SurveyResults, &'a PublishedCell, Line<'a>),
) {
    for results in &bulletin.surveys {
        for cell in &results.cells {
            if let Some(n) = cell.ratings {
                take(results, cell, Line::Ratings(n));
            }
            cell.figures.iter().for_each(|one| take(results, cell, Line::Figure(one)));
            cell.withheld.iter().for_each(|one| take(results, cell, Line::Withheld(one)));
        }
    }
}

fn row(
    bulletin: &Bulletin,
    results: &SurveyResults,
    cell: &PublishedCell,
    line: Line<'_>,
) -> [String; COLUMNS.len()] {
    let mut row: [String; COLUMNS.len()] = std::array::from_fn(|_| String::new());
    let mut set = |column: &str, text: String| {
        if let Some(at) = COLUMNS.iter().position(|(name, ..)| *name == column) {
            row[at] = text;
        }
    };
    let topic = match &line {
        Line::Ratings(_) => &Topic::Ratings,
        Line::Figure(figure) => &figure.of,
        Line::Withheld(topic) => topic,
    };
    let called = |text: &crate::text::Text| text.read(Language::VI, Language::VI).words.to_owned();
    set("period", bulletin.period.to_string());
    set("unit", cell.unit.to_string());
    set("unit_name", bulletin.name_of(&cell.unit).map(called).unwrap_or_default());
    set("survey", results.survey.to_string());
    set("version", results.version.to_string());
    set("ways", cell.ways.to_string());
    set("topic", topic.to_string());
    set("topic_name", results.topic_name(topic).map(called).unwrap_or_default());
    let withheld = matches!(line, Line::Withheld(_));
    set("status", if withheld { "withheld" } else { "shown" }.to_owned());
    match line {
        Line::Ratings(n) => set("n", n.to_string()),
        Line::Withheld(_) => {}
        Line::Figure(figure) => {
            set("percent", figure.percent.to_string());
            set("low", figure.low.to_string());
            set("high", figure.high.to_string());
            set("rule", figure.rule.id().to_owned());
            set("n", figure.n.to_string());
            set("least", figure.least.to_string());
            set("answers", figure.answers.to_string());
            set("criteria", figure.criteria.to_string());
            set("asked", figure.asked.to_string());
        }
    }
    set("method", results.basis.method.id().to_owned());
    set("aggregate", results.basis.aggregate.id().to_owned());
    set("threshold", bulletin.threshold.to_string());
    let signed = bulletin.signature.as_ref().map(|one| one.on.to_string());
    set("signed_on", signed.unwrap_or_default());
    row
}
