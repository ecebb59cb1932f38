//! Writing a bulletin as a draft, and a person's signature under it. What is written reads back as the same bulletin.

use std::fmt::Write;
use std::io;
use std::path::Path;

use super::source::read_text;
use crate::feedback::SurveyStatus;
use crate::publication::results::{
    Bulletin, ContentHash, CorrectiveMeasure, PublishedCell, PublishedFigure, Signature,
    SurveyResults, Topic,
};
use crate::text::Slug;

const HEAD: &str = "\
# yaml-language-server: $schema=../.schema/bulletin.json
# Bản nháp do `niemyet results --publish` lập. Không sửa số liệu bằng tay. Có thể thêm `measures`, rồi ký:
#   niemyet results sign <tệp này> --by \"Họ tên, chức vụ\"
";

/// A bulletin as the text of its file, without a signature but with the hash of what it says, so that whoever
/// changes nothing can sign by filling in `signed_by` and `signed_on`.
pub fn write_bulletin(bulletin: &Bulletin) -> String {
    let mut out = String::from(HEAD);
    // Writing to a String cannot fail; here and below.
    let _ = write(&mut out, bulletin);
    let hash = ContentHash::of(&out);
    let _ = writeln!(out, "content_hash: \"{hash}\"");
    out
}

/// Signs a file of the content folder, or any other: its text with the signature. Everything else stays as it is.
pub fn sign_file(path: &Path, signature: &Signature) -> io::Result<()> {
    let mut buffer = Vec::new();
    let text = read_text(path, &mut buffer)
        .map_err(|problem| io::Error::other(format!("{}: {problem:?}", path.display())))?;
    put(path, &ContentHash::signed(&text, signature))
}

/// Writes a file so that it appears whole or not at all.
pub fn put(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let new = path.with_file_name(format!(".{name}.new"));
    std::fs::write(&new, text)?;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(new, path)
}

/// A text in double quotes, as YAML and JSON both read it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn write(out: &mut String, bulletin: &Bulletin) -> std::fmt::Result {
    let Bulletin { period, agency, drawn_on, threshold, target, units, surveys, measures, .. } =
        bulletin;
    writeln!(out, "period: {period}")?;
    if let Some(agency) = agency {
        writeln!(out, "agency: {agency}")?;
    }
    writeln!(out, "drawn_on: {drawn_on}")?;
    writeln!(out, "threshold: {threshold}")?;
    if let Some(target) = target {
        writeln!(out, "target: {target}")?;
    }
    list(out, "units", units.is_empty())?;
    for named in units {
        writeln!(out, "  - {{id: {}, name: {}}}", named.unit, quoted(named.name.original()))?;
    }
    list(out, "surveys", surveys.is_empty())?;
    surveys.iter().try_for_each(|results| survey(out, results))?;
    list(out, "measures", measures.is_empty())?;
    measures.iter().try_for_each(|one| measure(out, one))
}

fn list(out: &mut String, key: &str, empty: bool) -> std::fmt::Result {
    writeln!(out, "{key}:{}", if empty { " []" } else { "" })
}

fn survey(out: &mut String, results: &SurveyResults) -> std::fmt::Result {
    let status = match results.status {
        SurveyStatus::Official => "official",
        SurveyStatus::Reference => "reference",
        SurveyStatus::Local => "local",
    };
    writeln!(out, "  - survey: {}\n    version: {}", results.survey, results.version)?;
    writeln!(out, "    name: {}\n    status: {status}", quoted(results.name.original()))?;
    if let Some(citation) = &results.citation {
        writeln!(out, "    citation: {}", quoted(citation.original()))?;
    }
    let basis = results.basis;
    writeln!(out, "    method: {}\n    aggregate: {}", basis.method.id(), basis.aggregate.id())?;
    list(out, "    factors", results.factors.is_empty())?;
    for (id, name) in &results.factors {
        writeln!(out, "      - {{id: {id}, name: {}}}", quoted(name.original()))?;
    }
    list(out, "    questions", results.questions.is_empty())?;
    for question in &results.questions {
        let factor = question.factor.as_ref().map(|id| format!("factor: {id}, "));
        let (factor, ask) = (factor.unwrap_or_default(), quoted(question.ask.original()));
        writeln!(out, "      - {{id: {}, {factor}ask: {ask}}}", question.id)?;
    }
    list(out, "    cells", results.cells.is_empty())?;
    results.cells.iter().try_for_each(|one| cell(out, one))?;
    list(out, "    placings", results.placings.is_empty())?;
    for one in &results.placings {
        writeln!(out, "      - ways: {}\n        comparisons: {}", one.ways, one.comparisons)?;
        for (key, group) in [("higher", &one.higher), ("same", &one.same), ("lower", &one.lower)] {
            let ids: Vec<&str> = group.iter().map(Slug::as_str).collect();
            writeln!(out, "        {key}: [{}]", ids.join(", "))?;
        }
    }
    Ok(())
}

fn cell(out: &mut String, cell: &PublishedCell) -> std::fmt::Result {
    writeln!(out, "      - unit: {}\n        ways: {}", cell.unit, cell.ways)?;
    if let Some(ratings) = cell.ratings {
        writeln!(out, "        ratings: {ratings}")?;
    }
    list(out, "        figures", cell.figures.is_empty())?;
    cell.figures.iter().try_for_each(|one| figure(out, one))?;
    let topics: Vec<String> = cell.withheld.iter().map(ToString::to_string).collect();
    writeln!(out, "        withheld: [{}]", topics.join(", "))
}

fn figure(out: &mut String, figure: &PublishedFigure) -> std::fmt::Result {
    let PublishedFigure { of, percent, low, high, rule, n, least, answers, criteria, asked } =
        figure;
    let rule = rule.id();
    write!(
        out,
        "          - {{of: {of}, percent: {percent}, low: {low}, high: {high}, rule: {rule}, n: {n}"
    )?;
    if !matches!(of, Topic::Question(_)) {
        write!(out, ", least: {least}, answers: {answers}, criteria: {criteria}, asked: {asked}")?;
    }
    writeln!(out, "}}")
}

fn measure(out: &mut String, one: &CorrectiveMeasure) -> std::fmt::Result {
    let CorrectiveMeasure { id, unit, survey, criterion, until, .. } = one;
    writeln!(out, "  - id: {id}\n    unit: {unit}\n    survey: {survey}")?;
    writeln!(out, "    criterion: {criterion}")?;
    for (key, text) in
        [("cause", &one.cause), ("measure", &one.measure), ("answerable", &one.answerable)]
    {
        writeln!(out, "    {key}: {}", quoted(text.original()))?;
    }
    writeln!(out, "    until: {until}")?;
    for (key, text) in [("outcome", &one.outcome), ("quote", &one.quote)] {
        if let Some(text) = text {
            writeln!(out, "    {key}: {}", quoted(text.original()))?;
        }
    }
    Ok(())
}
