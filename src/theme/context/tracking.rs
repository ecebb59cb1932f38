//! The page on which a matter is looked up: where it stands, by when it is answered, what was answered; and what whoever
//! brought it can still do.

use serde::Serialize;

use super::{Call, Link, MatterLinks, Meta};
use crate::feedback::matter::{Act, By, Event, Life, Matter, Settled};
use crate::publication::{MatterPlace, RatingDesk};
use crate::text::{Date, Language, in_vietnam};
use crate::theme::{Page, Voice};

/// A public line of the log.
#[derive(Debug, Clone, Serialize)]
pub struct TrackedLine {
    /// The day.
    pub day: String,
    /// What was done.
    pub text: String,
    /// What was said, line by line; none if nothing.
    pub words: Vec<String>,
    /// In which language, where that is not the page's; else empty.
    pub language: String,
}

/// A matter that was found.
#[derive(Debug, Clone, Serialize)]
pub struct Tracked {
    /// Its kind, in words.
    pub kind: String,
    /// The agency.
    pub agency: Option<Link>,
    /// Where it stands, in words.
    pub state: String,
    /// The day by which something is due, in words; empty where nothing is.
    pub due: String,
    /// Whether that day is over.
    pub overdue: bool,
    /// What was written, line by line.
    pub words: Vec<String>,
    /// In which language, where that is not the page's; else empty.
    pub language: String,
    /// The log, oldest first.
    pub log: Vec<TrackedLine>,
    /// The last day on which it can be reopened, in words; empty where it cannot.
    pub reopen: String,
    /// What was typed to reopen it.
    pub reopen_words: String,
    /// What is wrong with that; empty if nothing.
    pub reopen_fault: String,
    /// Whether there is a contact to delete.
    pub has_contact: bool,
    /// Whether deleting it takes the matter back.
    pub withdraws: bool,
    /// Whom to call.
    pub phone: Option<Call>,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Tracking {
    /// The head.
    pub meta: Meta,
    /// Where the forms go.
    pub action: String,
    /// The hidden field `lang`.
    pub language: String,
    /// The code as it was typed.
    pub code: String,
    /// What is wrong with the code; empty if nothing.
    pub fault: String,
    /// What became of the last thing that was sent; empty if nothing.
    pub note: String,
    /// The matter.
    pub found: Option<Tracked>,
    /// The ways to turn to an agency.
    pub guide: String,
}

/// A matter as the store has it, and the moment at which it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Looked<'a> {
    /// The matter.
    pub matter: &'a Matter,
    /// Its log.
    pub events: &'a [Event],
    /// What the log amounts to.
    pub life: &'a Life,
    /// Now, in milliseconds UTC.
    pub now: i64,
}

impl Tracking {
    /// The page with a code as it was typed, and nothing found. `home` leads to the root of the site.
    pub fn new(desk: &RatingDesk, code: &str, voice: Voice<'_>, home: &str) -> Self {
        let links = MatterLinks::new(desk, voice, home);
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get("track_title")),
            action: links.track(),
            language: voice.language.tag().into(),
            code: code.into(),
            fault: String::new(),
            note: String::new(),
            found: None,
            guide: links.guide(),
        }
    }

    /// The same with a matter.
    #[must_use]
    pub fn with(
        self,
        desk: &RatingDesk,
        place: Option<&MatterPlace>,
        looked: Looked<'_>,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let Looked { matter, events, life, now } = looked;
        let (words, links) = (voice.words, MatterLinks::new(desk, voice, home));
        let (today, _) = in_vietnam(now);
        let reopen = life.reopen_until.filter(|_| life.may_reopen(now));
        let due = life.due().map(|_| life.dues.answered);
        let found = Tracked {
            kind: words.get(&format!("kind_{}", matter.kind.word())).into(),
            agency: place.map(|place| links.agency(place, voice)),
            state: words.get(&format!("state_{}", life.state.word())).into(),
            due: due.map(|day| words.date(day)).unwrap_or_default(),
            overdue: life.is_overdue(today),
            words: lines(&matter.words),
            language: foreign(matter.language, voice),
            log: events.iter().filter_map(|event| line(event, matter.language, voice)).collect(),
            reopen: reopen.map(|day: Date| words.date(day)).unwrap_or_default(),
            reopen_words: String::new(),
            reopen_fault: String::new(),
            has_contact: matter.contact.is_some(),
            withdraws: matter.kind.needs_contact() && life.state.awaits_answer(),
            phone: place.and_then(|place| place.help_phone.as_ref()).map(Call::to),
        };
        Self { found: Some(found), ..self }
    }
}

/// The tag of a language, where it is not that of the page.
fn foreign(language: Language, voice: Voice<'_>) -> String {
    if language == voice.language { String::new() } else { language.tag().to_owned() }
}

/// What somebody wrote, line by line.
fn lines(said: &str) -> Vec<String> {
    said.lines().map(str::to_owned).collect()
}

/// An event as whoever brought the matter reads it; none where it is not for them.
fn line(event: &Event, written: Language, voice: Voice<'_>) -> Option<TrackedLine> {
    let words = voice.words;
    // Officers write in the language that binds.
    let language = if event.by == By::Citizen { written } else { voice.binding };
    let (key, places, said): (&str, Vec<(&str, &str)>, &str) = match &event.act {
        Act::Receive { .. } => ("act_receive", Vec::new(), ""),
        Act::Accept => ("act_accept", Vec::new(), ""),
        Act::PassOn { body, contact, .. } => ("act_pass_on", vec![("body", body)], contact),
        Act::Refuse { reason, .. } => ("act_refuse", Vec::new(), reason),
        Act::Answer { settled, words, .. } => {
            let fixed = *settled == Settled::Fixed;
            (if fixed { "act_fixed" } else { "act_explained" }, Vec::new(), words)
        }
        Act::Close => ("act_close", Vec::new(), ""),
        Act::Reopen { words, .. } => ("act_reopen", Vec::new(), words),
        Act::Withdraw => ("act_withdraw", Vec::new(), ""),
        Act::Forget => ("act_forget", Vec::new(), ""),
        Act::Register { number } => ("act_register", vec![("number", number)], ""),
        Act::Assign { .. } | Act::Note { .. } => return None,
    };
    let (day, _) = in_vietnam(event.at);
    Some(TrackedLine {
        day: words.date(day),
        text: words.fill(key, &places),
        words: lines(said),
        language: foreign(language, voice),
    })
}

impl Page for Tracking {
    const TEMPLATE: &'static str = "tracking.html";
}
