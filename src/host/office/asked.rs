//! One request to the desk, and what its answers have in common.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web;

use super::results_place::ResultsPlace;
use super::seat::Seat;
use super::way::Way;
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::matter::WorkingTime;
use crate::feedback::officer::{Action, Role, Target, may};
use crate::host::reply::{HTML, NO_STORE, Reply};
use crate::host::visit::Visit;
use crate::host::{address, local_day};
use crate::store::{Store, StoreError, Work, Worked};
use crate::text::{Date, Language, Slug};
use crate::theme::context::{Alternate, DeskHead, DeskLink, DeskNotice};
use crate::theme::{Page, Voice, Words};

/// Seconds until something that the store could not do is worth asking again.
const RETRY: &str = "5";

/// A request to the desk.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) visit: Visit<'a>,
    /// The language of the address; none for the one that binds.
    language: Option<Language>,
    /// Whether it came over https.
    pub(super) is_secure: bool,
    /// What is asked for in the place of what the address says.
    query: Option<&'a str>,
}

impl<'a> Asked<'a> {
    pub(super) fn new(visit: Visit<'a>, language: Option<Language>) -> Self {
        Self { visit, language, is_secure: visit.is_secure(), query: None }
    }

    /// The same, as if this had followed the address.
    pub(super) fn asking(self, query: &'a str) -> Self {
        Self { query: Some(query), ..self }
    }

    /// Whether what is typed here is read by nobody on the way: it came over https, or never left this machine.
    pub(super) fn is_private(self) -> bool {
        self.is_secure || self.visit.is_from_this_machine()
    }

    /// The language of the answer.
    pub(super) fn spoken(self) -> Language {
        self.language.unwrap_or(self.visit.binding())
    }

    pub(super) fn words(self) -> &'a Words {
        self.voice().words
    }

    pub(super) fn voice(self) -> Voice<'a> {
        self.visit.posted.pages.voice(self.spoken(), self.visit.binding())
    }

    /// The address of a way, in this language.
    pub(super) fn href(self, way: &Way) -> String {
        self.href_in(self.language, way)
    }

    fn href_in(self, language: Option<Language>, way: &Way) -> String {
        let tag = language.map(|language| format!("{language}/")).unwrap_or_default();
        format!("{}/{tag}{}", self.visit.base(), way.path())
    }

    /// An id for what is kept now; those made later come after it in order.
    pub(super) fn new_id(self) -> [u8; 16] {
        let mut id = [0; 16];
        (self.visit.reception.random)(&mut id);
        id[..6].copy_from_slice(&self.visit.now.to_be_bytes()[2..]);
        id
    }

    /// A way on, after something was done.
    pub(super) fn go_to(self, way: &Way) -> Reply {
        Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &self.href(way))
    }

    /// A moment as people in Vietnam read it.
    pub(super) fn moment(self, millis: i64) -> String {
        let Ok(epoch) = Date::new(1970, 1, 1) else { return String::new() };
        let minutes = millis.saturating_add(7 * 3_600_000).div_euclid(60_000).rem_euclid(24 * 60);
        let day = self.words().date(epoch.plus_days(local_day::of(millis).0));
        format!("{day} {:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// What all pages of the desk have, for a page with this title that was asked for by `way`.
    pub(super) fn head(self, title: String, seat: Option<&Seat>, way: Option<&Way>) -> DeskHead {
        let languages = &self.visit.posted.desk.site.languages;
        let alternates = way.filter(|_| languages.len() > 1).map(|way| {
            let binding = self.visit.binding();
            let one = |language: &Language| {
                let href = self.href_in((*language != binding).then_some(*language), way);
                let words = self.visit.posted.pages.voice(*language, binding).words;
                Alternate {
                    language: language.to_string(),
                    name: words.get("language_name").to_owned(),
                    absolute: href.clone(),
                    href,
                    current: *language == self.spoken(),
                }
            };
            languages.iter().map(one).collect()
        });
        DeskHead {
            title,
            officer: seat.map(|seat| self.called(seat)).unwrap_or_default(),
            menu: seat.map(|seat| self.menu(seat, way)).unwrap_or_default(),
            languages: alternates.unwrap_or_default(),
            token: seat.map(|seat| seat.token.form_token()).unwrap_or_default(),
            sign_out: self.href(&Way::SignOut),
            ..DeskHead::default()
        }
    }

    fn called(self, seat: &Seat) -> String {
        let role = self.words().get(role_key(seat.role()));
        format!("{} · {role}", seat.officer().name)
    }

    /// The parts of the desk that an officer may open.
    fn menu(self, seat: &Seat, here: Option<&Way>) -> Vec<DeskLink> {
        let own = seat.role().agency().map_or(Target::WHOLE, Target::of);
        let sees_cases = seat.role() == &Role::Province || may(seat.role(), Action::SeeInbox, &own);
        let parts = [
            (sees_cases, Way::Inbox, "desk_inbox_title"),
            (sees_cases, Way::Ratings, "desk_ratings_title"),
            (
                ResultsPlace::All.is_open_to(seat.role()),
                Way::Results(ResultsPlace::All),
                "desk_results_title",
            ),
            (
                seat.role() == &Role::Province || may(seat.role(), Action::SeeApologies, &own),
                Way::ApologiesStart,
                "desk_apologies_title",
            ),
            (
                seat.role() == &Role::Province || may(seat.role(), Action::SeeApologies, &own),
                Way::MeasuresStart,
                "desk_measures_title",
            ),
            (
                may(seat.role(), Action::SeeOfficers, &Target::WHOLE),
                Way::Officers,
                "desk_officers_title",
            ),
            (may(seat.role(), Action::SeeAudit, &own), Way::Log, "desk_log_title"),
            (true, Way::Sessions, "desk_sessions_title"),
        ];
        let open = parts.into_iter().filter(|(open, ..)| *open && !seat.lacks_second_factor());
        open.map(|(_, way, key)| DeskLink {
            name: self.words().get(key).to_owned(),
            href: self.href(&way),
            current: here.is_some_and(|here| here.part() == way),
        })
        .collect()
    }

    /// A page as an answer; never kept by anybody.
    pub(super) fn page<P: Page>(self, status: StatusCode, page: &P) -> Reply {
        let posted = self.visit.posted;
        match posted.pages.desk_page(&posted.desk, page, self.spoken(), &self.visit.home()) {
            Ok(html) => Reply::new(status, HTML, NO_STORE, html),
            Err(error) => {
                let cause = error.to_string();
                tracing::error!(cause, "cannot render a page of the desk: the theme is at fault");
                Reply::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "text/plain; charset=utf-8",
                    NO_STORE,
                    "500\n",
                )
            }
        }
    }

    /// A page that only says something: the words `desk_<about>_title` and `desk_<about>`.
    pub(super) fn notice(self, status: StatusCode, about: &str, seat: Option<&Seat>) -> Reply {
        let title = self.words().get(&format!("desk_{about}_title")).to_owned();
        let message = self.words().get(&format!("desk_{about}")).to_owned();
        self.said(status, title, message, seat)
    }

    /// A page that only says this.
    pub(super) fn said(
        self,
        status: StatusCode,
        title: String,
        message: String,
        seat: Option<&Seat>,
    ) -> Reply {
        let notice = DeskNotice {
            desk: self.head(title, seat, None),
            message,
            link: self.words().get("desk_start").to_owned(),
            href: self.href(&Way::Inbox),
        };
        self.page(status, &notice)
    }

    /// Looks something up, on a thread that may wait.
    pub(super) async fn look<T: Send + 'static>(
        self,
        look: impl FnOnce(&dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Reply> {
        let store = Arc::clone(&self.visit.reception.store);
        match web::block(move || look(&*store)).await {
            Ok(Ok(found)) => Ok(found),
            Ok(Err(error)) => Err(self.trouble(&error)),
            Err(_) => Err(self.trouble(&StoreError::Busy)),
        }
    }

    /// Carries out a piece of work; it is on the disk when this returns.
    pub(super) async fn work(self, work: Work) -> Result<Worked, Reply> {
        let worked = self.visit.reception.store.work(work).await;
        worked.map_err(|error| self.trouble(&error))
    }

    /// The page for a store that did not do what was asked.
    pub(super) fn trouble(self, error: &StoreError) -> Reply {
        let first: &dyn std::error::Error = error;
        let causes = std::iter::successors(Some(first), |error| error.source());
        let cause = causes.map(ToString::to_string).collect::<Vec<_>>().join(": ");
        tracing::error!(
            cause,
            "the desk could not read or write; look at /healthz and at the disk"
        );
        self.notice(StatusCode::SERVICE_UNAVAILABLE, "trouble", None).retry_after(RETRY)
    }

    /// The value of a parameter of the address.
    pub(super) fn parameter(self, name: &str) -> Option<String> {
        let query = self.query.or(self.visit.request.uri().query())?;
        let pairs = crate::host::form_body::read(query.as_bytes()).ok()?;
        pairs.into_iter().find_map(|(known, value)| (known == name).then_some(value))
    }

    /// The language of the address where it is not the one that binds.
    pub(super) fn other_language(self) -> Option<Language> {
        self.language
    }

    /// Whether something is posted at a path of the site today.
    pub(super) fn is_posted(self, path: &str) -> bool {
        let day = local_day::of(self.visit.now);
        self.visit.posted.release.find(path, day).is_some()
    }

    /// The name of an agency; its id where nothing more is known.
    pub(super) fn agency_name(self, agency: &Slug) -> String {
        let place = self.visit.posted.desk.matters.place(agency.as_str());
        let name = place.map(|place| self.voice().plain(&place.name));
        name.map_or_else(|| agency.to_string(), str::to_owned)
    }

    /// The name of a procedure with its code.
    pub(super) fn procedure_name(self, code: &ProcedureCode) -> String {
        let listings = &self.visit.posted.desk.listings;
        let listing = listings.iter().find(|listing| listing.code == *code);
        let name = listing.map(|listing| self.voice().plain(&listing.name));
        name.map_or_else(|| code.to_string(), |name| format!("{name} ({code})"))
    }

    /// The last day on which what an agency decides now can be reopened.
    pub(super) fn reopen_until(self, agency: &Slug) -> Date {
        let desk = &self.visit.posted.desk;
        let cutoff = desk.matters.place(agency.as_str()).and_then(|place| place.cutoff);
        let time = WorkingTime { calendar: &desk.matters.calendar, cutoff };
        desk.site.time_limits.reopen_until(&time, self.visit.now)
    }

    /// The host of the site, for what a phone shows.
    pub(super) fn site_host(self) -> &'a str {
        address::host_of(&self.visit.posted.desk.site.base_url)
    }
}

/// The key of the words for a role.
pub(super) fn role_key(role: &Role) -> &'static str {
    match role {
        Role::Officer(_) => "role_officer",
        Role::Leader(_) => "role_leader",
        Role::Province => "role_province",
        Role::Administrator => "role_administrator",
    }
}
