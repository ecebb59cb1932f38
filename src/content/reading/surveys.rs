//! `surveys/<id>.yaml`.

use super::site::slug_of_name;
use super::words_check::{WordsCheck, unique};
use super::{Reader, extra_trips, words_by_file};
use crate::content::findings::Findings;
use crate::content::keys::{At, nearest};
use crate::content::shape::{
    KindWord, OptionShape, QuestionShape, QuestionWords, SurveyFile, SurveyVersionsFile,
    SurveyWords, WordingWord,
};
use crate::content::translation::Words;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Kind, Problem, Shape};
use crate::feedback::{
    Answer, Factor, Question, QuestionKind, QuestionsMark, Survey, SurveyStatus, SurveyVersion,
};
use crate::text::Language;

/// The most characters of a text answer when the survey does not say.
const TEXT_CHARACTERS: u16 = 500;

/// A survey.
pub(super) fn survey(
    reader: &mut Reader,
    file: &ContentFile,
    id: &str,
    words_files: &[&ContentFile],
) -> Option<Survey> {
    let id = slug_of_name(reader, file, id)?;
    let shape = reader.shape::<SurveyFile>(file)?;
    let each: Vec<(Language, SurveyWords)> = reader.words(words_files);
    for (words, file) in words_by_file(&each, words_files) {
        check_words(&file.name, &shape, words, &mut reader.findings);
        WordsCheck { file: &file.name, findings: &mut reader.findings }.survey_shown(&shape, words);
    }
    check_survey(&file.name, &shape, &mut reader.findings);
    let words = Words::new(&each);
    let factor_words = words.inner(|words| &words.factors);
    let factors: Vec<Factor> = shape
        .factors
        .into_iter()
        .map(|factor| Factor {
            name: factor_words.of(factor.id.0.as_str()).whole(factor.name),
            id: factor.id.0,
        })
        .collect();
    let extra_trips = extra_trips::read(&file.name, &shape.questions, &mut reader.findings);
    let question_words = words.inner(|words| &words.questions);
    let root = At::ROOT;
    let at = root.key("questions");
    let questions = shape.questions.into_iter().enumerate();
    let questions = questions.filter_map(|(index, shape)| {
        let words = question_words.of(shape.id.0.as_str());
        question(&file.name, at.item(index), shape, &words, &mut reader.findings)
    });
    Some(Survey {
        id,
        version: shape.version,
        questions: questions.collect(),
        name: words.text(shape.name, |words| words.name.as_ref()),
        intro: words.text_of(shape.intro, |words| words.intro.as_ref()),
        status: shape.status.0,
        citation: words.text_of(shape.citation, |words| words.citation.as_ref()),
        lapsed_on: shape.lapsed_on.map(|date| date.0),
        factors,
        extra_trips,
    })
}

/// The ledger of versions.
pub(super) fn versions(reader: &mut Reader, file: &ContentFile) -> Vec<SurveyVersion> {
    let Some(shape) = reader.shape::<SurveyVersionsFile>(file) else { return Vec::new() };
    let root = At::ROOT;
    let at = root.key("versions");
    let mut versions = Vec::with_capacity(shape.versions.len());
    for (index, one) in shape.versions.into_iter().enumerate() {
        let Some(questions) = QuestionsMark::parse(&one.questions) else {
            let (wanted, found) = (Shape::Text, one.questions);
            let reason = "niemyet surveys record".to_owned();
            let problem = Problem::BadValue { wanted, found, reason };
            reader.findings.error(&file.name, at.item(index).key("questions"), problem);
            continue;
        };
        let (survey, since) = (one.survey.0, one.since.0);
        versions.push(SurveyVersion { survey, version: one.version, questions, since });
    }
    versions
}

fn question(
    file: &str,
    at: At<'_>,
    shape: QuestionShape,
    words: &Words<'_, QuestionWords>,
    findings: &mut Findings,
) -> Option<Question> {
    let needs = |key: &str| Problem::MissingKey { key: key.to_owned() };
    let has_options =
        matches!(shape.kind.0, KindWord::Points | KindWord::Choice | KindWord::Choices);
    if has_options && shape.options.is_empty() {
        findings.error(file, at, needs("options"));
        return None;
    }
    let option_words = words.inner(|words| &words.options);
    let options = shape.options.into_iter().map(|option| Answer {
        label: option_words.of(option.id.0.as_str()).whole(option.label),
        points: option.points,
        id: option.id.0,
    });
    let options: Vec<Answer> = options.collect();
    let kind = match shape.kind.0 {
        KindWord::Scale => {
            let Some(scale) = shape.scale else {
                findings.error(file, at, needs("scale"));
                return None;
            };
            QuestionKind::Scale(scale.0)
        }
        KindWord::Points => {
            if options.iter().any(|option| option.points.is_none_or(|points| points > 2)) {
                findings.error(file, at.key("options"), needs("points"));
            }
            QuestionKind::Points(options)
        }
        KindWord::Choice => QuestionKind::Choice(options),
        KindWord::Choices => QuestionKind::Choices(options),
        KindWord::Number => {
            let (min, max) = (shape.min.unwrap_or(0), shape.max.unwrap_or(u32::MAX));
            if min > max {
                findings.error(file, at.key("max"), Problem::BoundsReversed { min, max });
            }
            QuestionKind::Number { min, max }
        }
        KindWord::Text => {
            let max = shape.max.and_then(|max| u16::try_from(max).ok());
            QuestionKind::Text { max: max.unwrap_or(TEXT_CHARACTERS) }
        }
    };
    Some(Question {
        id: shape.id.0,
        ask: words.text(shape.ask, |words| words.ask.as_ref()),
        kind,
        factor: shape.factor.map(|factor| factor.0),
        required: shape.required,
        dont_know: shape.dont_know,
        wording_read: shape.wording.is_none_or(|wording| wording.0 == WordingWord::Read),
    })
}

fn check_survey(file: &str, shape: &SurveyFile, findings: &mut Findings) {
    let root = At::ROOT;
    if shape.status.0 != SurveyStatus::Local && shape.citation.is_none() {
        let survey = shape.name.clone();
        findings.error(file, root.key("status"), Problem::SurveyWithoutCitation { survey });
    }
    let factors: Vec<&str> = shape.factors.iter().map(|factor| factor.id.0.as_str()).collect();
    unique(file, root.key("factors"), Kind::Factor, &factors, findings);
    let at = root.key("questions");
    let questions: Vec<&str> = shape.questions.iter().map(|one| one.id.0.as_str()).collect();
    unique(file, at, Kind::Question, &questions, findings);
    for (index, question) in shape.questions.iter().enumerate() {
        let at = at.item(index);
        let options: Vec<&str> = option_ids(&question.options);
        unique(file, at.key("options"), Kind::Answer, &options, findings);
        let factor = question.factor.as_ref().map(|factor| factor.0.as_str());
        if let Some(id) = factor.filter(|id| !factors.contains(id)) {
            let suggestion = nearest(id, factors.iter().copied());
            let (kind, id) = (Kind::Factor, id.to_owned());
            let problem = Problem::UnknownReference { kind, id, suggestion };
            findings.error(file, at.key("factor"), problem);
        }
    }
}

fn option_ids(options: &[OptionShape]) -> Vec<&str> {
    options.iter().map(|option| option.id.0.as_str()).collect()
}

fn check_words(file: &str, shape: &SurveyFile, words: &SurveyWords, findings: &mut Findings) {
    let root = At::ROOT;
    let mut check = WordsCheck { file, findings };
    let factors: Vec<&str> = shape.factors.iter().map(|factor| factor.id.0.as_str()).collect();
    check.map(root.key("factors"), Kind::Factor, &words.factors, &factors);
    let questions: Vec<&str> = shape.questions.iter().map(|one| one.id.0.as_str()).collect();
    let at = root.key("questions");
    check.map(at, Kind::Question, &words.questions, &questions);
    for question in &shape.questions {
        let id = question.id.0.as_str();
        if let Some(words) = words.questions.get(id) {
            let options = option_ids(&question.options);
            check.map(at.key(id).key("options"), Kind::Answer, &words.options, &options);
        }
    }
}
