//! The rating page that a printed code opens. It is built once as a static page, and rendered again
//! by a host when an answer is refused, with everything that was typed still there.

use serde::Serialize;

use super::{Alternate, Call, Filled, Link, MatterLinks, Meta, SurveyForm};
use crate::catalogue::PrintedCode;
use crate::feedback::matter::MatterKind;
use crate::feedback::{Mode, Part, Survey};
use crate::publication::{PageAddress, RatingDesk, RatingPlace};
use crate::text::Slug;
use crate::theme::{Page, Phrase, Voice};

/// The key of a page that serves everybody: a host writes over it, else the script does.
const EMPTY_KEY: &str = "00000000000000000000000000000000";

/// The stamp of such a page, of fixed width for the same reason.
const EMPTY_STAMP: &str = "0000000000000000000000000000000000000000000000000000000000000000";

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
    /// The hidden field `mode`: `qr`, `web` or `kiosk`.
    pub mode: String,
    /// The procedure that is rated, with its hidden fields `procedure` and `edition`.
    pub about: Option<AboutLine>,
    /// Where the procedure can be chosen; empty where there is nothing to choose.
    pub choose: String,
    /// The one-time code that was typed or came with the address.
    pub ticket: String,
    /// Whether somebody answers for somebody else.
    pub helped: bool,
    /// What is to be said before all else: a one-time code that proves nothing; empty if nothing.
    pub notice: String,
    /// The survey, or one page of it.
    pub survey: SurveyForm,
    /// How many answers are wrong, in words; empty on a first visit.
    pub faults: String,
    /// Where somebody reports what was asked for beyond the list; empty where no host answers.
    pub report: String,
}

/// A procedure that is rated, as the form sends it along.
#[derive(Debug, Clone, Serialize)]
pub struct AboutLine {
    /// Its name.
    pub name: Phrase,
    /// Its code.
    pub procedure: String,
    /// The mark of the edition that was shown; 32 hexadecimal digits.
    pub edition: String,
}

/// How a rating page is opened.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// The part of the survey.
    pub part: Part,
    /// A form that came back, or the key and the stamp of this visit.
    pub filled: Option<&'a Filled>,
    /// The procedure that is rated.
    pub about: Option<AboutLine>,
    /// What is to be said before all else; empty if nothing.
    pub notice: String,
}

impl Opening<'_> {
    /// The first page of a survey, as it is built for everybody.
    pub fn first(survey: &Survey) -> Self {
        Self { part: survey.first_part(), filled: None, about: None, notice: String::new() }
    }
}

/// Addresses that the pages of a printed code share.
pub(super) struct PlaceLinks {
    pub(super) agency: Link,
    pub(super) counter: String,
    pub(super) start: String,
}

impl Rating {
    /// The page of `place` with `survey`. `home` leads to the root of the site.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        survey: &Survey,
        voice: Voice<'_>,
        home: &str,
        opening: Opening<'_>,
    ) -> Self {
        let Opening { part, filled, about, notice } = opening;
        let faults = filled.map_or(0, |filled| filled.faults.len());
        let title =
            voice.words.fill("rating_title", &[("counter", voice.plain(&place.counter_name))]);
        let title = match faults {
            0 => title,
            _ => voice.words.fill("title_fault", &[("title", &title)]),
        };
        let mut meta = Meta::of_desk(desk, voice, &title);
        meta.alternates = alternates_of(desk, place.code, voice, home);
        let action = Self::action(desk, place, voice);
        let below = Self::below(desk, place, voice);
        let sent = |own: fn(&Filled) -> &String, otherwise: &str| {
            filled.map_or_else(|| otherwise.to_owned(), |filled| own(filled).clone())
        };
        let report = MatterLinks::new(desk, voice, home).bring(
            MatterKind::Report,
            place.agency.as_str(),
            &format!("/quay/{}", place.counter),
        );
        Self {
            meta,
            report: if desk.site.hosted { report } else { String::new() },
            counter: voice.phrase(&place.counter_name),
            agency: voice.phrase(&place.agency_name),
            code: place.code.grouped(),
            phone: place.help_phone.as_ref().map(Call::to),
            language: voice.language.tag().into(),
            key: sent(|filled| &filled.key, EMPTY_KEY),
            stamp: sent(|filled| &filled.stamp, EMPTY_STAMP),
            mode: sent(|filled| &filled.mode, Mode::Qr.word()),
            choose: if about.is_none() && !place.handles.is_empty() {
                format!("{below}/thu-tuc")
            } else {
                String::new()
            },
            about,
            ticket: sent(|filled| &filled.ticket, ""),
            helped: filled.is_some_and(|filled| filled.helped),
            notice,
            survey: SurveyForm::new(survey, part, voice, filled).with_parts(survey, &below),
            faults: if faults > 0 { voice.words.count("faults", faults) } else { String::new() },
            action,
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

    /// Where the pages of a printed code lie that a host makes at run time, in the language of the page.
    pub(super) fn below(desk: &RatingDesk, place: &RatingPlace, voice: Voice<'_>) -> String {
        let endpoint = desk.site.feedback.as_deref().unwrap_or_default();
        match other(voice) {
            None => format!("{endpoint}/Q/{}", place.code),
            Some(language) => format!("{endpoint}/Q/{}/{language}", place.code),
        }
    }

    /// The surveys that are offered besides `survey` at a place.
    pub fn others(
        desk: &RatingDesk,
        place: &RatingPlace,
        survey: &Slug,
        voice: Voice<'_>,
    ) -> Vec<Link> {
        let below = Self::below(desk, place, voice);
        let offered = desk.site.counter_survey.iter().chain(&desk.site.more_surveys);
        let others = offered.filter(|id| *id != survey);
        let others = others.filter_map(|id| desk.surveys.iter().find(|one| one.id == *id));
        let link = |one: &Survey| Link {
            name: voice.phrase(&one.name),
            href: format!("{below}/khao-sat/{}", one.id),
        };
        others.map(link).collect()
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
