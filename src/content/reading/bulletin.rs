//! `bulletins/<period>.yaml`: read, and held to what a bulletin drawn by the program can say.

use super::results::{Known, sound};
use super::signed::Signed;
use super::words_check::{WordsCheck, unique};
use super::{Reader, words_by_file};
use crate::content::check::figures;
use crate::content::keys::At;
use crate::content::shape::{
    BulletinFile, BulletinWords, CellShape, FigureShape, MeasureShape, SurveyResultsShape,
};
use crate::content::translation::Words;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Kind, Problem};
use crate::feedback::satisfaction::{Basis, ReportingPeriod};
use crate::publication::results::{
    AskedQuestion, Bulletin, CorrectiveMeasure, NamedUnit, PlacedAgencies, PublishedCell,
    PublishedFigure, Signature, SurveyResults, Unit,
};
use crate::text::{Language, Slug, Text};

/// A bulletin; none if nothing of it may be shown.
pub(super) fn bulletin(
    reader: &mut Reader,
    file: &ContentFile,
    stem: &str,
    words_files: &[&ContentFile],
    known: &Known<'_>,
) -> Option<Bulletin> {
    sound(reader, file, |reader| {
        let text = reader.text(&file.path, &file.name)?;
        let shape = reader.shape_of_text::<BulletinFile>(file, &text)?;
        let each: Vec<(Language, BulletinWords)> = reader.words(words_files);
        let root = At::ROOT;
        let ids: Vec<&str> = shape.measures.iter().map(|one| one.id.0.as_str()).collect();
        for (words, file) in words_by_file(&each, words_files) {
            let mut check = WordsCheck { file: &file.name, findings: &mut reader.findings };
            check.map(root.key("measures"), Kind::Measure, &words.measures, &ids);
        }
        let at = root.key("measures");
        unique(&file.name, at, Kind::Measure, &ids, &mut reader.findings);
        name(reader, file, stem, &shape);
        let signed = Signed {
            by: shape.signed_by.as_deref(),
            on: shape.signed_on.as_ref().map(|on| on.0),
            hash: shape.content_hash.as_deref(),
        };
        let unsigned = Problem::BulletinNotSigned { period: shape.period.0.to_string() };
        let changed = |signed_by| Problem::BulletinChanged { signed_by };
        let signature = signed.read(reader, file, &text, changed, unsigned);
        let bulletin = meaning(shape, &Words::new(&each), signature, known);
        figures::check(&file.name, &bulletin, known.publication, known.today, &mut reader.findings);
        for (index, unit) in bulletin.units.iter().enumerate() {
            if let Unit::Agency(id) = &unit.unit {
                let at = root.key("units");
                known.agency(reader, &file.name, at.item(index).key("id"), id);
            }
        }
        Some(bulletin)
    })
}

/// Whether the file is named after what it holds.
fn name(reader: &mut Reader, file: &ContentFile, stem: &str, shape: &BulletinFile) {
    let agency = shape.agency.as_ref().map(|agency| &agency.0);
    let written = Bulletin::stem(shape.period.0, agency);
    if written != stem {
        let key = if ReportingPeriod::parse(stem.split('@').next().unwrap_or(stem))
            == Some(shape.period.0)
            && shape.agency.is_some()
        {
            "agency"
        } else {
            "period"
        };
        let problem = Problem::NamedOtherwise { named: stem.to_owned(), written };
        reader.findings.error(&file.name, At::ROOT.key(key), problem);
    }
}

fn meaning(
    shape: BulletinFile,
    words: &Words<'_, BulletinWords>,
    signature: Option<Signature>,
    known: &Known<'_>,
) -> Bulletin {
    let measure_words = words.inner(|words| &words.measures);
    let units = shape
        .units
        .into_iter()
        .map(|unit| NamedUnit { name: named_now(&unit.id.0, unit.name, known), unit: unit.id.0 });
    let measures = shape.measures.into_iter().map(|one: MeasureShape| {
        let words = measure_words.of(one.id.0.as_str());
        CorrectiveMeasure {
            unit: one.unit.0,
            survey: one.survey.0,
            criterion: one.criterion.0,
            cause: words.text(one.cause, |words| words.cause.as_ref()),
            measure: words.text(one.measure, |words| words.measure.as_ref()),
            answerable: words.text(one.answerable, |words| words.answerable.as_ref()),
            until: one.until.0,
            outcome: words.text_of(one.outcome, |words| words.outcome.as_ref()),
            quote: words.text_of(one.quote, |words| words.quote.as_ref()),
            id: one.id.0,
        }
    });
    Bulletin {
        period: shape.period.0,
        agency: shape.agency.map(|agency| agency.0),
        drawn_on: shape.drawn_on.0,
        threshold: shape.threshold,
        target: shape.target.map(|target| target.0),
        units: units.collect(),
        surveys: shape.surveys.into_iter().map(|one| survey_results(one, known)).collect(),
        measures: measures.collect(),
        signature,
    }
}

fn survey_results(shape: SurveyResultsShape, known: &Known<'_>) -> SurveyResults {
    let live = known.publication.survey(shape.survey.0.as_str());
    let factor_now = |id: &Slug| {
        let factor = live?.factors.iter().find(|factor| factor.id == *id)?;
        Some(&factor.name)
    };
    let question_now = |id: &Slug| {
        let question = live?.questions.iter().find(|question| question.id == *id)?;
        Some(&question.ask)
    };
    let factors = shape.factors.into_iter();
    let questions = shape.questions.into_iter().map(|question| AskedQuestion {
        ask: as_now(question.ask, question_now(&question.id.0)),
        factor: question.factor.map(|factor| factor.0),
        id: question.id.0,
    });
    let placings = shape.placings.into_iter().map(|one| {
        let list = |list: Vec<crate::content::shape::Scalar<Slug>>| {
            list.into_iter().map(|agency| agency.0).collect()
        };
        PlacedAgencies {
            ways: one.ways.0,
            comparisons: one.comparisons,
            higher: list(one.higher),
            same: list(one.same),
            lower: list(one.lower),
        }
    });
    SurveyResults {
        name: as_now(shape.name, live.map(|live| &live.name)),
        citation: shape
            .citation
            .map(|citation| as_now(citation, live.and_then(|live| live.citation.as_ref()))),
        factors: factors
            .map(|one| (as_now(one.name, factor_now(&one.id.0)), one.id.0))
            .map(|(name, id)| (id, name))
            .collect(),
        questions: questions.collect(),
        cells: shape.cells.into_iter().map(cell).collect(),
        placings: placings.collect(),
        basis: Basis { method: shape.method.0, aggregate: shape.aggregate.0 },
        survey: shape.survey.0,
        version: shape.version,
        status: shape.status.0,
    }
}

fn cell(shape: CellShape) -> PublishedCell {
    let figure = |one: FigureShape| PublishedFigure {
        of: one.of.0,
        percent: one.percent.0,
        low: one.low.0,
        high: one.high.0,
        rule: one.rule.0,
        n: one.n,
        least: one.least.unwrap_or(one.n),
        answers: one.answers.unwrap_or(one.n),
        criteria: one.criteria.unwrap_or(1),
        asked: one.asked.unwrap_or(1),
    };
    PublishedCell {
        unit: shape.unit.0,
        ways: shape.ways.0,
        ratings: shape.ratings,
        figures: shape.figures.into_iter().map(figure).collect(),
        withheld: shape.withheld.into_iter().map(|topic| topic.0).collect(),
    }
}

/// A text with the translations that it has where it stands now, if its words are still the same.
fn as_now(words: String, now: Option<&Text>) -> Text {
    match now {
        Some(now) if now.original() == words => now.clone(),
        _ => Text::new(words),
    }
}

fn named_now(unit: &Unit, words: String, known: &Known<'_>) -> Text {
    let publication = known.publication;
    let agency = unit.agency().and_then(|id| publication.agency_by_id(id.as_str()));
    let now = match (unit, agency) {
        (Unit::Site, _) => Some(&publication.site.name),
        (Unit::Agency(_), Some(at)) => Some(&publication.agency(at).short_name),
        (Unit::Counter(_, id), Some(at)) => publication
            .counters_of(at)
            .find(|counter| counter.id == *id)
            .map(|counter| &counter.name),
        _ => None,
    };
    as_now(words, now)
}
