//! The rating page that a printed code opens. It is built once as a static page, and rendered again
//! by a host when an answer is refused, with everything that was typed still there.

use serde::Serialize;

use super::{Alternate, Call, Filled, FormGroup, FormQuestion, Link, Meta};
use crate::catalogue::PrintedCode;
use crate::feedback::{Question, Survey, SurveyStatus};
use crate::publication::{PageAddress, RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// The key of a page that serves everybody: a host writes over it, else the script does.
const EMPTY_KEY: &str = "00000000000000000000000000000000";

/// The stamp of such a page, of fixed width for the same reason.
const EMPTY_STAMP: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A survey as a form.
#[derive(Debug, Clone, Serialize)]
pub struct SurveyForm {
    /// Its id, sent along.
    pub id: String,
    /// Its version, sent along.
    pub version: u16,
    /// Its name.
    pub name: Phrase,
    /// What stands above the first question.
    pub intro: Option<Phrase>,
    /// Where it comes from: "Mẫu tham khảo theo …"; empty for the agency's own.
    pub source: Option<Phrase>,
    /// The questions by factor, in their order.
    pub groups: Vec<FormGroup>,
    /// The questions at the end that may all be left out, by factor; folded away.
    pub more: Vec<FormGroup>,
    /// Whether one of these has an answer or a fault, so that they must not be folded.
    pub more_open: bool,
    /// The questions with a fault, to go to.
    pub faults: Vec<Link>,
}

/// The rating page.
#[derive(Debug, Clone, Serialize)]
pub struct Rating {
    /// The head.
    pub meta: Meta,
    /// The counter.
    pub counter: Phrase,
    /// The agency.
    pub agency: Phrase,
    /// The printed code, grouped for reading.
    pub code: String,
    /// Whom to call.
    pub phone: Option<Call>,
    /// Where the form goes.
    pub action: String,
    /// The hidden field `lang`.
    pub language: String,
    /// The hidden field `key`: 32 signs.
    pub key: String,
    /// The hidden field `stamp`: 64 signs.
    pub stamp: String,
    /// The survey.
    pub survey: SurveyForm,
    /// How many answers are wrong, in words; empty on a first visit.
    pub faults: String,
}

/// Addresses that the pages of a printed code share.
pub(super) struct PlaceLinks {
    pub(super) agency: Link,
    pub(super) counter: String,
    pub(super) start: String,
}

impl Rating {
    /// The page of `place` with `survey`. `home` leads to the root of the site; `filled` is a form
    /// that came back.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        survey: &Survey,
        voice: Voice<'_>,
        home: &str,
        filled: Option<&Filled>,
    ) -> Self {
        let title =
            voice.words.fill("rating_title", &[("counter", voice.plain(&place.counter_name))]);
        let title = match filled {
            Some(_) => voice.words.fill("title_fault", &[("title", &title)]),
            None => title,
        };
        let mut meta = Meta::of_desk(desk, voice, &title);
        meta.alternates = alternates_of(desk, place.code, voice, home);
        let faults = filled.map_or(0, |filled| filled.faults.len());
        Self {
            meta,
            counter: voice.phrase(&place.counter_name),
            agency: voice.phrase(&place.agency_name),
            code: place.code.grouped(),
            phone: place.help_phone.as_ref().map(Call::to),
            action: Self::action(desk, place, voice),
            language: voice.language.tag().into(),
            key: filled.map_or_else(|| EMPTY_KEY.into(), |filled| filled.key.clone()),
            stamp: filled.map_or_else(|| EMPTY_STAMP.into(), |filled| filled.stamp.clone()),
            survey: SurveyForm::new(survey, voice, filled),
            faults: if faults > 0 { voice.words.count("faults", faults) } else { String::new() },
        }
    }

    /// Where the form of a place goes: the address names the language, so that even a form that cannot be
    /// read is answered in it.
    pub(super) fn action(desk: &RatingDesk, place: &RatingPlace, voice: Voice<'_>) -> String {
        let endpoint = desk.site.feedback.as_deref().unwrap_or_default();
        match other(voice) {
            None => format!("{endpoint}/Q/{}", place.code),
            Some(language) => format!("{endpoint}/Q/{}/{language}.html", place.code),
        }
    }

    /// The rating page of a code.
    pub(super) fn page_of(code: PrintedCode, voice: Voice<'_>, home: &str) -> String {
        format!("{home}{}", PageAddress::Rating { code }.path(other(voice)))
    }

    /// The list of agencies.
    pub(super) fn agencies(voice: Voice<'_>, home: &str) -> String {
        format!("{home}{}", PageAddress::Agencies { part: 1 }.path(other(voice)))
    }

    /// The pages around a place.
    pub(super) fn links(place: &RatingPlace, voice: Voice<'_>, home: &str) -> PlaceLinks {
        let to = |address: PageAddress<'_>| format!("{home}{}", address.path(other(voice)));
        let (agency, counter) = (place.agency.as_str(), place.counter.as_str());
        PlaceLinks {
            agency: Link {
                name: voice.phrase(&place.agency_name),
                href: to(PageAddress::Agency { agency, part: 1 }),
            },
            counter: to(PageAddress::Counter { agency, counter }),
            start: to(PageAddress::Home),
        }
    }
}

impl Page for Rating {
    const TEMPLATE: &'static str = "rating.html";
}

impl SurveyForm {
    /// A survey with what was typed before.
    pub fn new(survey: &Survey, voice: Voice<'_>, filled: Option<&Filled>) -> Self {
        let needed = survey.questions.iter().rposition(|question| question.required);
        let first = needed.map_or(1, |at| at + 1).min(survey.questions.len());
        let (first, rest) = survey.questions.split_at(first);
        let groups = groups_of(first, survey, voice, filled);
        let more = groups_of(rest, survey, voice, filled);
        let faults = groups.iter().chain(&more).flat_map(|group| &group.questions);
        let faults = faults.filter(|question| !question.fault.is_empty()).map(|question| Link {
            name: question.ask.clone(),
            href: format!("#{}-o", question.name),
        });
        Self {
            faults: faults.collect(),
            more_open: more.iter().flat_map(|group| &group.questions).any(FormQuestion::is_touched),
            id: survey.id.as_str().into(),
            version: survey.version,
            name: voice.phrase(&survey.name),
            intro: voice.maybe(survey.intro.as_ref()),
            source: survey.citation.as_ref().filter(|_| survey.status != SurveyStatus::Local).map(
                |citation| {
                    let key = match survey.status {
                        SurveyStatus::Official => "survey_official",
                        _ => "survey_reference",
                    };
                    let kind = Phrase::plain(voice.words.get(key));
                    Phrase::joined(&[kind, voice.phrase(citation)], " ")
                },
            ),
            groups,
            more,
        }
    }
}

/// Questions by factor, in their order.
fn groups_of(
    questions: &[Question],
    survey: &Survey,
    voice: Voice<'_>,
    filled: Option<&Filled>,
) -> Vec<FormGroup> {
    let runs = questions.chunk_by(|one, next| one.factor == next.factor);
    let group = |run: &[Question]| {
        let factor = run[0].factor.as_ref().and_then(|id| {
            let factor = survey.factors.iter().find(|factor| factor.id == *id)?;
            Some(voice.phrase(&factor.name))
        });
        let questions = run.iter().map(|one| FormQuestion::new(one, voice, filled)).collect();
        FormGroup { factor, questions }
    };
    runs.map(group).collect()
}

impl Meta {
    /// The head of a page about ratings, which search engines leave out.
    pub fn of_desk(desk: &RatingDesk, voice: Voice<'_>, title: &str) -> Self {
        Self {
            title: format!("{title} – {}", voice.plain(&desk.site.short_name)),
            hidden: true,
            ..Self::default()
        }
    }
}

/// The rating page of a code in each language.
pub(super) fn alternates_of(
    desk: &RatingDesk,
    code: PrintedCode,
    voice: Voice<'_>,
    home: &str,
) -> Vec<Alternate> {
    let address = PageAddress::Rating { code };
    let languages = desk.site.languages.iter().filter(|_| desk.site.languages.len() > 1);
    languages
        .map(|language| {
            let path = address.path((*language != voice.binding).then_some(*language));
            Alternate {
                language: language.tag().into(),
                name: voice.theme.words(*language).get("language_name").into(),
                href: format!("{home}{path}"),
                absolute: format!("{}/{path}", desk.site.base_url),
                current: *language == voice.language,
            }
        })
        .collect()
}

/// The language in an address: none for the one that binds.
fn other(voice: Voice<'_>) -> Option<crate::text::Language> {
    (voice.language != voice.binding).then_some(voice.language)
}
