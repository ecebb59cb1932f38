//! The page after a rating was kept: thanks, the receipt, a way to correct a slip of the finger, and what
//! else may be said, page by page.

use serde::Serialize;

use super::{Call, Filled, FormQuestion, Link, Meta, Rating, SurveyForm};
use crate::feedback::{Part, Survey};
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// What became of the last thing that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThanksNote {
    /// The first answer was exchanged for another.
    Replaced,
    /// The time for that has passed; the first answer stands.
    TooLateToReplace,
    /// More was added.
    Added,
    /// A one-time code proved the visit.
    Verified,
    /// The time for adding has passed; what was typed is still on the page.
    TooLateToAdd,
    /// What was typed could not be kept; the fault is ours.
    NotKept,
}

/// Where a visitor stands after a rating was kept.
#[derive(Debug, Clone, Copy)]
pub struct After<'a> {
    /// The survey that was answered.
    pub survey: &'a Survey,
    /// The receipt, grouped for reading.
    pub receipt: &'a str,
    /// What the next form carries to be added to the same rating.
    pub claim: &'a str,
    /// The first question's answer, as a place among its options from 1; 0 if it is not known.
    pub chosen: u8,
    /// Whether it can still be exchanged.
    pub can_replace: bool,
    /// The next page of the survey; none after the last, or when it is too late.
    pub next: Option<usize>,
    /// Where a one-time code for the rating can be typed; none if it needs none or it is too late.
    pub verify: Option<&'a str>,
    /// What became of the last thing that was sent.
    pub note: Option<ThanksNote>,
    /// A page that came back.
    pub filled: Option<&'a Filled>,
}

/// Thanks for a rating, with the receipt.
#[derive(Debug, Clone, Serialize)]
pub struct Thanks {
    /// The head.
    pub meta: Meta,
    /// The receipt code, grouped for reading.
    pub receipt: String,
    /// The counter.
    pub counter: Phrase,
    /// The agency.
    pub agency: Link,
    /// The counter's page.
    pub counter_href: String,
    /// The start page.
    pub start: String,
    /// Whom to call.
    pub phone: Option<Call>,
    /// Where the forms go.
    pub action: String,
    /// The hidden field `lang`.
    pub language: String,
    /// The hidden field `claim`.
    pub claim: String,
    /// The id of the survey, sent along.
    pub survey_id: String,
    /// Its version, sent along.
    pub version: u16,
    /// What was answered by the tap.
    pub chosen: Option<Phrase>,
    /// The question of the tap once more, while it can be answered anew.
    pub again: Option<FormQuestion>,
    /// The next page of the survey.
    pub more: Option<SurveyForm>,
    /// Whether a page of the survey came before, so that thanks are short.
    pub is_under_way: bool,
    /// Where a one-time code for the rating can be typed; empty if it needs none or it is too late.
    pub verify: String,
    /// What became of the last thing that was sent.
    pub note: Option<ThanksNote>,
    /// How many answers are wrong, in words; empty if none.
    pub faults: String,
    /// Other surveys of the same counter; only when this one is done.
    pub others: Vec<Link>,
    /// Where a new rating begins.
    pub anew: String,
}

impl Thanks {
    /// Thanks for a rating of `place`. `home` leads to the root of the site.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        after: &After<'_>,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let After { survey, filled, .. } = *after;
        let links = Rating::links(place, voice, home);
        let tap = survey.tap().map(|question| FormQuestion::new(question, voice, None));
        let chosen = tap.as_ref().and_then(|tap| {
            let at = usize::from(after.chosen).checked_sub(1)?;
            Some(tap.options.get(at)?.label.clone())
        });
        let more = after.next.map(|page| SurveyForm::new(survey, Part::Page(page), voice, filled));
        let others = match more {
            None => Rating::others(desk, place, &survey.id, voice),
            Some(_) => Vec::new(),
        };
        let faults = filled.map_or(0, |filled| filled.faults.len());
        let title = voice.words.get("thanks_title");
        let meta = match faults {
            0 => Meta::of_desk(desk, voice, title),
            _ => Meta::of_desk(desk, voice, &voice.words.fill("title_fault", &[("title", title)])),
        };
        let action = Rating::action(desk, place, voice);
        Self {
            meta,
            receipt: after.receipt.into(),
            phone: place.help_phone.as_ref().map(Call::to),
            counter: voice.phrase(&place.counter_name),
            agency: links.agency,
            counter_href: links.counter,
            start: links.start,
            language: voice.language.tag().into(),
            claim: after.claim.into(),
            survey_id: survey.id.as_str().into(),
            version: survey.version,
            chosen,
            again: tap.filter(|_| after.can_replace),
            is_under_way: after.next.is_some_and(|page| page > 1),
            more,
            verify: after.verify.unwrap_or_default().into(),
            note: after.note,
            faults: if faults > 0 { voice.words.count("faults", faults) } else { String::new() },
            others,
            anew: Rating::below(desk, place, voice),
            action,
        }
    }
}

impl Page for Thanks {
    const TEMPLATE: &'static str = "thanks.html";
}
