//! The pages that a host makes at run time: each scene put into the theme's context of that kind.

use std::collections::BTreeMap;

use super::scene::{FormScene, Scene, SearchScene, ThanksScene, TicketWhy, Why};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::{Mode, QuestionKind, Reason, Rejection, Survey, field, form};
use crate::publication::{RatingDesk, RatingPlace};
use crate::text::Language;
use crate::theme::context::{
    AboutLine, After, Call, ChooseProcedure, ConfirmKey, Failure, Fault, Filled, FoundRow,
    HiddenField, Meta, Opening, Rating, Refusal, Refused, Search, SearchField, Thanks, TicketAsked,
    TicketRefused,
};
use crate::theme::{FrameFacts, Page, Theme, ThemeError, Voice, Words};

/// The pages of a theme.
pub(super) struct Pages {
    theme: Theme,
}

/// One page in the making.
pub(super) struct Making<'a> {
    theme: &'a Theme,
    pub(super) desk: &'a RatingDesk,
    pub(super) voice: Voice<'a>,
    pub(super) home: &'a str,
}

impl Pages {
    /// Pages of this theme.
    pub(super) fn new(theme: Theme) -> Self {
        Self { theme }
    }

    /// The content security policy of all pages of the site, for the header.
    pub(super) fn policy(&self, desk: &RatingDesk) -> String {
        self.theme.policy(desk.site.feedback.as_deref())
    }

    /// The content security policy of the officers' desk, for the header.
    pub(super) fn desk_policy(&self) -> String {
        self.theme.desk_policy()
    }

    /// A voice that speaks `language` about content written in `binding`.
    pub(super) fn voice(&self, language: Language, binding: Language) -> Voice<'_> {
        self.theme.voice(language, binding)
    }

    /// A page of the officers' desk as HTML.
    pub(super) fn desk_page<P: Page>(
        &self,
        desk: &RatingDesk,
        page: &P,
        language: Language,
        home: &str,
    ) -> Result<Vec<u8>, ThemeError> {
        let frame = self.theme.frame(&FrameFacts::at_run_time(&desk.site, language, home))?;
        let mut html = Vec::with_capacity(16 * 1024);
        self.theme.render(&frame, page, &mut html)?;
        Ok(html)
    }

    /// A page as HTML. `home` leads from it to the root of the site: `/`, or an absolute address.
    pub(super) fn page(
        &self,
        desk: &RatingDesk,
        scene: &Scene<'_>,
        language: Language,
        home: &str,
    ) -> Result<Vec<u8>, ThemeError> {
        let voice = self.theme.voice(language, desk.site.binding());
        Making { theme: &self.theme, desk, voice, home }.scene(scene)
    }
}

impl Making<'_> {
    fn scene(&self, scene: &Scene<'_>) -> Result<Vec<u8>, ThemeError> {
        let (desk, voice, home) = (self.desk, self.voice, self.home);
        match *scene {
            Scene::Form(ref form) => self.render(&self.form(form)),
            Scene::WithKey { place, fields } => {
                self.render(&ConfirmKey::new(desk, place, hidden(fields), None, voice))
            }
            Scene::Waiting { place, fields, seconds } => {
                self.render(&ConfirmKey::new(desk, place, hidden(fields), Some(seconds), voice))
            }
            Scene::Ticket { place, fields, ticket, why, kept } => {
                let message = self.why_ticket(why);
                let asked = TicketAsked { fields: hidden(fields), ticket, message, kept };
                self.render(&TicketRefused::new(desk, place, asked, voice))
            }
            Scene::ChooseProcedure { place } => {
                self.render(&ChooseProcedure::new(desk, place, voice, home))
            }
            Scene::Thanks(ref thanks) => self.render(&self.thanks(thanks)),
            Scene::Matter(ref matter) => self.matter(matter),
            Scene::Search(ref search) => self.render(&self.search(search)),
            Scene::UnknownCode { code } => {
                let reason = if code.is_some() { Refusal::Unknown } else { Refusal::Mistyped };
                self.render(&Refused::unknown(desk, reason, code, voice, home))
            }
            Scene::RetiredCode { place } => {
                self.render(&Refused::retired(desk, place, voice, home))
            }
            Scene::Failure { status, place } => self.render(&self.failure(status, place)),
        }
    }

    /// Why a one-time code is asked for, in words; empty if nothing went wrong.
    fn why_ticket(&self, why: TicketWhy) -> String {
        let words = self.voice.words;
        match why {
            TicketWhy::Asked => String::new(),
            TicketWhy::Refused(reason) => words.get(&format!("reason_{}", reason.key())).to_owned(),
            TicketWhy::Waits { seconds } => {
                let wait = words.count("seconds", usize::try_from(seconds).unwrap_or(usize::MAX));
                words.fill("ticket_wait", &[("wait", &wait)])
            }
            TicketWhy::NotKept => {
                format!("{}. {}", words.get("failure_503_title"), words.get("failure_503_text"))
            }
        }
    }

    fn form(&self, form: &FormScene<'_>) -> Rating {
        let FormScene { place, survey, part, rejection, why, .. } = *form;
        let words = self.voice.words;
        let filled = filled(rejection, survey, form.key, form.stamp);
        let notice = match why {
            Why::Fresh { ticket: Some(reason) } => {
                let why = words.get(&format!("reason_{}", reason.key())).to_owned();
                format!("{why} {}", words.get("ticket_open_instead"))
            }
            Why::Fresh { ticket: None } if !filled.ticket.is_empty() => {
                words.get("ticket_ready").to_owned()
            }
            _ => String::new(),
        };
        let about = self.about(place, rejection);
        let opening = Opening { part, filled: Some(&filled), about, notice };
        let mut page = Rating::new(self.desk, place, survey, self.voice, self.home, opening);
        if let Why::Returned(status) = why {
            page.faults = faults(rejection, &filled, status, words);
        }
        page
    }

    /// The procedure that a form is about, if the counter handles it.
    fn about(&self, place: &RatingPlace, rejection: &Rejection) -> Option<AboutLine> {
        let value = |name| form::value(&rejection.filled, name);
        let code = ProcedureCode::parse(value(field::PROCEDURE)?).ok()?;
        let listing = self.desk.listing(place, &code)?;
        Some(AboutLine {
            name: self.voice.phrase(&listing.name),
            procedure: code.as_str().to_owned(),
            edition: value(field::EDITION)?.to_owned(),
        })
    }

    fn thanks(&self, scene: &ThanksScene<'_>) -> Thanks {
        let ThanksScene { place, survey, rejection, .. } = *scene;
        let filled = rejection.map(|rejection| filled(rejection, survey, "", ""));
        let after = After {
            survey,
            receipt: scene.receipt,
            claim: scene.claim,
            chosen: scene.chosen,
            can_replace: scene.can_replace,
            next: scene.next,
            verify: scene.verify,
            note: scene.note,
            filled: filled.as_ref(),
        };
        let mut page = Thanks::new(self.desk, place, &after, self.voice, self.home);
        if let (Some(rejection), Some(filled), None) = (rejection, &filled, scene.note) {
            page.faults = faults(rejection, filled, 422, self.voice.words);
        }
        page
    }

    fn search(&self, scene: &SearchScene<'_>) -> Search {
        let (site, voice) = (&self.desk.site, self.voice);
        let mut field = SearchField::new(site, voice, self.home, scene.list.clone());
        scene.query.clone_into(&mut field.query);
        let row = |(code, (name, foreign)): &(&str, (String, bool))| FoundRow {
            name: Search::name(name, *foreign, voice.binding),
            href: format!("{}{code}.html", field.before),
            code: (*code).to_owned(),
        };
        let procedures = scene.shown.iter().map(row).collect();
        let count = voice.words.whole(scene.found);
        let key = match (scene.query.is_empty(), scene.found, scene.near) {
            (true, ..) => None,
            (_, 0, _) => Some("search_none"),
            (_, _, true) => Some("search_near"),
            (_, _, false) => Some("search_found"),
        };
        let status = key.map(|key| voice.words.fill(key, &[("n", &count)]));
        let status = status.unwrap_or_default();
        Search { status, procedures, ..Search::new(site, voice, self.home, field) }
    }

    fn failure(&self, status: u16, place: Option<&RatingPlace>) -> Failure {
        let words = self.voice.words;
        let title = own_or(words, &format!("failure_{status}_title"), "failure_title");
        let message = own_or(words, &format!("failure_{status}_text"), "failure_text");
        let meta = Meta::of_desk(self.desk, self.voice, &title);
        let phone = place.and_then(|place| place.help_phone.as_ref()).map(Call::to);
        Failure { meta, status, title, message, phone }
    }

    pub(super) fn render<P: Page>(&self, page: &P) -> Result<Vec<u8>, ThemeError> {
        let facts = FrameFacts::at_run_time(&self.desk.site, self.voice.language, self.home)
            .with_foot(self.theme, &self.desk.foot);
        let frame = self.theme.frame(&facts)?;
        let mut html = Vec::with_capacity(16 * 1024);
        self.theme.render(&frame, page, &mut html)?;
        Ok(html)
    }
}

/// Fields to be carried along.
fn hidden(fields: &[(String, String)]) -> Vec<HiddenField> {
    let fields = fields.iter().cloned();
    fields.map(|(name, value)| HiddenField { name, value }).collect()
}

/// The words of a key, or of another if the theme does not have it.
fn own_or(words: &Words, key: &str, otherwise: &str) -> String {
    let own = words.get(key);
    if own == key { words.get(otherwise).to_owned() } else { own.to_owned() }
}

/// The form as the theme shows it again.
fn filled(rejection: &Rejection, survey: &Survey, key: &str, stamp: &str) -> Filled {
    let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in &rejection.filled {
        if let Some(id) = field::question_of(name) {
            values.entry(id.to_owned()).or_default().push(value.clone());
        }
    }
    let faults = survey.questions.iter().filter_map(|question| {
        let id = question.id.as_str();
        let reason = rejection.reason(&field::of_question(id))?;
        Some((id.to_owned(), fault(reason, &question.kind)))
    });
    let value = |name| form::value(&rejection.filled, name).unwrap_or_default();
    let mode = Mode::parse(value(field::MODE)).filter(|mode| mode.is_open()).unwrap_or(Mode::Qr);
    Filled {
        values,
        faults: faults.collect(),
        key: key.to_owned(),
        stamp: stamp.to_owned(),
        mode: mode.word().to_owned(),
        ticket: value(field::TICKET).to_owned(),
        helped: value(field::HELPED) == "1",
    }
}

fn fault(reason: Reason, kind: &QuestionKind) -> Fault {
    match (reason, kind) {
        (Reason::Missing, _) => Fault::Missing,
        (Reason::TooLong { max, .. }, _) => Fault::TooLong { max },
        (Reason::OutOfBounds { min, max }, _) => Fault::OutOfRange { min, max },
        (Reason::NotANumber, QuestionKind::Number { min, max }) => {
            Fault::OutOfRange { min: *min, max: *max }
        }
        _ => Fault::NotAnAnswer,
    }
}

/// What is wrong with the form as a whole, then how many answers are to be looked at again. If nothing
/// is, the status says why the form is there again.
fn faults(rejection: &Rejection, filled: &Filled, status: u16, words: &Words) -> String {
    let whole = rejection.beyond_questions().next();
    let whole = whole.map(|(_, reason)| format!("reason_{}", reason.key()));
    let questions = filled.faults.len();
    let mut lines = Vec::new();
    if let Some(key) = whole {
        lines.push(own_or(words, &key, "failure_title"));
    } else if questions == 0 {
        lines.push(own_or(words, &format!("failure_{status}_title"), "failure_title") + ".");
        lines.push(own_or(words, &format!("failure_{status}_text"), "failure_text"));
    }
    if questions > 0 {
        lines.push(words.count("faults", questions));
    }
    lines.join(" ")
}
