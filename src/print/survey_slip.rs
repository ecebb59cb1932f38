//! A survey on paper (phiếu giấy), for people without a telephone: the questions of a survey as they stand on the site,
//! with the code of the counter, so that what is typed in later belongs to it.

use serde::Serialize;

use super::counter_facts::{PrintedSymbol, kind_key};
use super::{CounterSubject, Paper, PrintError, Said, Sheet, SheetKind};
use crate::feedback::{Question, QuestionKind, Survey};
use crate::symbol::Symbol;
use crate::text::{Language, Slug};

#[derive(Debug, Serialize)]
struct SlipFacts {
    kind: &'static str,
    code: String,
    address: String,
    survey: String,
    version: u16,
    symbol: PrintedSymbol,
    said: Vec<SlipWords>,
}

#[derive(Debug, Serialize)]
struct SlipWords {
    lang: String,
    kind: String,
    agency: Said,
    counter: Said,
    name: Said,
    intro: Option<Said>,
    source: Option<Said>,
    voluntary: String,
    no_phone: String,
    hand_in: String,
    date_line: String,
    code: String,
    guard: String,
    alt: String,
    steps: Vec<Said>,
    groups: Vec<SlipGroup>,
}

/// Questions of one factor.
#[derive(Debug, Serialize)]
struct SlipGroup {
    factor: Option<Said>,
    questions: Vec<SlipQuestion>,
}

#[derive(Debug, Serialize)]
struct SlipQuestion {
    /// Its number on the slip, from 1.
    number: usize,
    ask: Said,
    hint: Option<String>,
    /// Boxes to tick, each with its words.
    options: Vec<Said>,
    /// Lines to write on.
    lines: u8,
    /// Whether one short field is enough.
    short: bool,
}

/// A slip for a counter.
pub fn survey_slip(
    subject: CounterSubject<'_>,
    survey: &Survey,
    symbol: &Symbol,
) -> Result<Sheet, PrintError> {
    subject.check(symbol)?;
    let CounterSubject { publication, agency, counter, entry, origin, languages, .. } = subject;
    let facts = SlipFacts {
        kind: SheetKind::Survey.name(),
        code: entry.code.grouped(),
        address: format!("{}/Q/{}", origin.host().to_lowercase(), entry.code),
        survey: survey.id.to_string(),
        version: survey.version,
        symbol: PrintedSymbol::new(SheetKind::Survey, Paper::A5, symbol),
        said: languages.iter().map(|language| subject.slip(survey, *language)).collect(),
    };
    let agency = publication.agency(agency);
    let title = format!("{} – {}", counter.name.original(), agency.short_name.original());
    let subject = Some(counter.id.as_str());
    Ok(Sheet::new(SheetKind::Survey, &agency.id, subject, Some(entry.code), &title, &facts)?)
}

impl CounterSubject<'_> {
    fn slip(&self, survey: &Survey, language: Language) -> SlipWords {
        let speech = self.speech(language);
        let code = self.entry.code.grouped();
        let domain = self.origin.host().to_lowercase();
        let mut groups: Vec<(Option<&str>, SlipGroup)> = Vec::new();
        for (at, question) in survey.questions.iter().enumerate() {
            let factor = question.factor.as_ref().map(Slug::as_str);
            let asked = self.question(question, at + 1, language);
            match groups.last_mut() {
                Some((last, group)) if *last == factor => group.questions.push(asked),
                _ => {
                    let named = survey.factors.iter().find(|one| Some(one.id.as_str()) == factor);
                    let said = speech.maybe(named.map(|one| &one.name));
                    groups.push((factor, SlipGroup { factor: said, questions: vec![asked] }));
                }
            }
        }
        SlipWords {
            lang: language.tag().into(),
            kind: speech.word(kind_key(SheetKind::Survey)),
            agency: speech.say(&self.publication.agency(self.agency).name),
            counter: speech.say(&self.counter.name),
            name: speech.say(&survey.name),
            intro: speech.maybe(survey.intro.as_ref()),
            source: speech.maybe(survey.citation.as_ref()),
            voluntary: speech.word("card_free"),
            no_phone: speech.word("sheet_slip_phone"),
            hand_in: speech.word("sheet_slip_hand_in"),
            date_line: speech.word("sheet_slip_date"),
            code: speech.word("code"),
            guard: speech.fill("sheet_short_guard", &[("domain", &domain)]),
            alt: speech.fill("card_label", &[("code", &code)]),
            steps: self
                .publication
                .site
                .scan_instructions
                .iter()
                .map(|one| speech.say(one))
                .collect(),
            groups: groups.into_iter().map(|(_, group)| group).collect(),
        }
    }

    fn question(&self, question: &Question, number: usize, language: Language) -> SlipQuestion {
        let speech = self.speech(language);
        let mut asked = SlipQuestion {
            number,
            ask: speech.say(&question.ask),
            hint: None,
            options: Vec::new(),
            lines: 0,
            short: false,
        };
        match &question.kind {
            QuestionKind::Scale(scale) => {
                let stem = if scale.levels() == 5 { "level5" } else { "level3" };
                let levels = 1..=scale.levels();
                asked.options =
                    levels.map(|at| speech.word(&format!("{stem}_{at}")).into()).collect();
            }
            QuestionKind::Points(answers) | QuestionKind::Choice(answers) => {
                asked.options = answers.iter().map(|answer| speech.say(&answer.label)).collect();
            }
            QuestionKind::Choices(answers) => {
                asked.options = answers.iter().map(|answer| speech.say(&answer.label)).collect();
                asked.hint = Some(speech.word("sheet_slip_several"));
            }
            QuestionKind::Number { min, max } => {
                let (min, max) = (min.to_string(), max.to_string());
                asked.hint =
                    Some(speech.fill("sheet_slip_number", &[("min", &min), ("max", &max)]));
                asked.short = true;
            }
            QuestionKind::Text { .. } => asked.lines = 3,
        }
        if question.dont_know && !asked.options.is_empty() {
            asked.options.push(speech.word("dont_know").into());
        }
        asked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::PrintOrigin;
    use crate::symbol::Level;
    use crate::theme::Theme;
    use crate::theme::invented::publication;

    #[test]
    fn a_slip_asks_every_question_and_carries_the_code() {
        let (publication, theme) = (publication(), Theme::embedded());
        let origin = PrintOrigin::parse("https://niemyet.minhhoa.gov.vn").unwrap();
        let (agency, counter) = &publication.counters[0];
        let entry = &publication.ledger.entries[0];
        let symbol = Symbol::encode(&origin.address(&entry.code), Level::M).unwrap();
        let subject = CounterSubject {
            publication: &publication,
            theme: &theme,
            agency: *agency,
            counter,
            entry,
            origin: &origin,
            languages: &[Language::VI],
        };
        let survey = &publication.surveys[0];
        let sheet = survey_slip(subject, survey, &symbol).unwrap();
        let groups = sheet.facts["said"][0]["groups"].as_array().unwrap();
        let asked: Vec<_> =
            groups.iter().flat_map(|group| group["questions"].as_array().unwrap()).collect();
        assert_eq!(asked.len(), survey.questions.len());
        for (at, question) in asked.iter().enumerate() {
            assert_eq!(question["number"], at + 1);
            let ways = [
                !question["options"].as_array().unwrap().is_empty(),
                question["lines"] != 0,
                question["short"] == true,
            ];
            assert_eq!(ways.into_iter().filter(|way| *way).count(), 1, "{question}");
        }
        assert_eq!(sheet.facts["code"], entry.code.grouped());
    }
}
