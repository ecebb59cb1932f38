//! Pages about what citizens bring, made of scenes.

use super::matter_scene::{MatterFormScene, MatterScene, MatterWhy, TrackingNote, TrackingScene};
use super::pages::Making;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::matter::{Demand, MatterKind, field};
use crate::feedback::{Reason, Rejection, form, written_edition};
use crate::publication::{Listing, RatingPlace};
use crate::theme::ThemeError;
use crate::theme::context::{
    Link, Looked, MatterForm, MatterGuide, MatterLinks, MatterOpening, MatterThanks, PostedLine,
    Tracking, TypedField, TypedMatter,
};

/// The most agencies that are offered to choose from; beyond it the list of all is better.
const MOST_CHOICES: usize = 60;

impl Making<'_> {
    /// A page about what citizens bring.
    pub(super) fn matter(&self, scene: &MatterScene<'_>) -> Result<Vec<u8>, ThemeError> {
        let (desk, voice, home) = (self.desk, self.voice, self.home);
        match scene {
            MatterScene::Guide { place, choose } => {
                let mut guide = MatterGuide::new(desk, *place, voice, home);
                guide.choices = choose.map(|listing| self.choices(listing)).unwrap_or_default();
                guide.procedure = choose.map(|listing| voice.phrase(&listing.name));
                self.render(&guide)
            }
            MatterScene::Form(form) => {
                self.render(&MatterForm::new(desk, self.opening(form), voice, home))
            }
            MatterScene::Thanks { place, kind, dues, code } => {
                let about = (*kind, *dues);
                self.render(&MatterThanks::new(desk, place, about, code.clone(), voice, home))
            }
            MatterScene::Tracking(tracking) => self.render(&self.tracking(tracking)),
        }
    }

    /// The agencies with a counter for a procedure, each with the way to report about it.
    fn choices(&self, listing: &Listing) -> Vec<Link> {
        let links = MatterLinks::new(self.desk, self.voice, self.home);
        let handles = |place: &&RatingPlace| {
            self.desk.listings_of(place).any(|handled| handled.code == listing.code)
        };
        let mut agencies: Vec<_> =
            self.desk.places.iter().filter(|place| !place.retired).filter(handles).collect();
        agencies.sort_by(|one, other| one.agency.cmp(&other.agency));
        agencies.dedup_by(|one, other| one.agency == other.agency);
        let below = format!("/thu-tuc/{}", listing.code.as_str());
        let link = |place: &RatingPlace| Link {
            name: self.voice.phrase(&place.agency_name),
            href: links.bring(MatterKind::Report, place.agency.as_str(), &below),
        };
        agencies.into_iter().take(MOST_CHOICES).map(link).collect()
    }

    fn opening<'f>(&self, form: &MatterFormScene<'f>) -> MatterOpening<'f> {
        let MatterFormScene { kind, place, rejection, key, stamp, why } = *form;
        let value = |name| form::value(&rejection.filled, name).unwrap_or_default();
        let ticked = rejection.filled.iter().filter(|(name, _)| name == field::DEMAND);
        let counter = self.desk.counter(&place.agency, value(field::COUNTER));
        MatterOpening {
            kind,
            place,
            posted: self.posted(rejection),
            counter: counter.map(|counter| {
                (counter.counter.to_string(), self.voice.phrase(&counter.counter_name))
            }),
            key,
            stamp,
            demands: ticked.filter_map(|(_, word)| Demand::parse(word)).collect(),
            typed: self.typed(rejection),
            notice: self.notice(rejection, why),
        }
    }

    /// The listing that a form is about, if it is posted.
    fn posted(&self, rejection: &Rejection) -> Option<PostedLine> {
        let value = |name| form::value(&rejection.filled, name);
        let code = ProcedureCode::parse(value(field::PROCEDURE)?).ok()?;
        let listing = self.desk.posted(&code)?;
        let mark = value(field::EDITION)?;
        let own = |edition: EditionMark| written_edition(edition) == mark;
        let edition = listing.editions.iter().find(|one| own(one.mark))?;
        Some(PostedLine {
            name: self.voice.phrase(&listing.name),
            procedure: code.as_str().to_owned(),
            edition: mark.to_owned(),
            from: edition.from_day().map(|day| day.to_string()).unwrap_or_default(),
        })
    }

    fn typed(&self, rejection: &Rejection) -> TypedMatter {
        let typed = |name: &str| TypedField {
            value: form::value(&rejection.filled, name).unwrap_or_default().to_owned(),
            fault: rejection.reason(name).map(|reason| self.why(reason)).unwrap_or_default(),
        };
        TypedMatter {
            words: typed(field::WORDS),
            demand: typed(field::DEMAND),
            page: typed(field::PAGE),
            name: typed(field::NAME),
            phone: typed(field::PHONE),
            email: typed(field::EMAIL),
            address: typed(field::ADDRESS),
            consent: typed(field::CONSENT),
        }
    }

    /// Why the form is there again, or what is wrong with fields that nobody fills.
    fn notice(&self, rejection: &Rejection, why: MatterWhy) -> String {
        let words = self.voice.words;
        match why {
            MatterWhy::Fresh => String::new(),
            MatterWhy::WithoutKey => words.get("matter_key").to_owned(),
            MatterWhy::Foreign => words.get("matter_foreign").to_owned(),
            MatterWhy::NotKept => words.get("matter_not_kept").to_owned(),
            MatterWhy::Waits(seconds) => self.wait("matter_wait", seconds),
            MatterWhy::Rejected => {
                const SHOWN: [&str; 8] = [
                    field::WORDS,
                    field::DEMAND,
                    field::PAGE,
                    field::NAME,
                    field::PHONE,
                    field::EMAIL,
                    field::ADDRESS,
                    field::CONSENT,
                ];
                let hidden = rejection.fields.iter().find(|(name, _)| !SHOWN.contains(&&**name));
                hidden.map(|(_, reason)| self.why(*reason)).unwrap_or_default()
            }
        }
    }

    /// A reason in words, with its figures.
    fn why(&self, reason: Reason) -> String {
        let words = self.voice.words;
        let key = format!("reason_{}", reason.key());
        let figures: Vec<(&str, String)> = reason
            .figures()
            .into_iter()
            .map(|(name, figure)| (name, words.whole(figure.try_into().unwrap_or(usize::MAX))))
            .collect();
        let places: Vec<(&str, &str)> =
            figures.iter().map(|(name, figure)| (*name, figure.as_str())).collect();
        words.fill(&key, &places)
    }

    fn wait(&self, key: &str, seconds: u64) -> String {
        let words = self.voice.words;
        let wait = words.count("seconds", usize::try_from(seconds).unwrap_or(usize::MAX));
        words.fill(key, &[("wait", &wait)])
    }

    fn tracking(&self, scene: &TrackingScene<'_>) -> Tracking {
        let (desk, voice, home) = (self.desk, self.voice, self.home);
        let mut page = Tracking::new(desk, scene.code, voice, home);
        if let Some(found) = scene.found {
            let place = desk.matters.place(found.matter.agency.as_str());
            let looked = Looked {
                matter: &found.matter,
                events: &found.events,
                life: &found.life,
                now: scene.now,
            };
            page = page.with(desk, place, looked, voice, home);
        }
        page.fault = match (scene.wait, scene.fault) {
            (Some(seconds), _) => self.wait("track_wait", seconds),
            (None, Some(reason)) => self.why(reason),
            (None, None) => String::new(),
        };
        let note = scene.note.map(|note| match note {
            TrackingNote::Reopened => "reopen_done",
            TrackingNote::Withdrawn => "withdraw_done",
            TrackingNote::Forgotten => "forget_done",
            TrackingNote::Changed => "track_changed",
            TrackingNote::NotKept => "matter_not_kept",
        });
        page.note = note.map(|key| voice.words.get(key).to_owned()).unwrap_or_default();
        if let (Some((typed, reason)), Some(found)) = (scene.reopening, page.found.as_mut()) {
            typed.clone_into(&mut found.reopen_words);
            found.reopen_fault = self.why(reason);
        }
        page
    }
}
