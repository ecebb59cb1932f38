//! Words in another language for which the original has none: what it quotes, says to be `none`, or
//! leaves out. No page would ever show them, and their author would not know.

use super::words_check::WordsCheck;
use crate::catalogue::Stated;
use crate::content::keys::At;
use crate::content::shape::{
    AgencyFile, AgencyWords, BodiesShape, BodiesWords, ChannelShape, ChannelWords, ContactShape,
    ContactWords, ContactsShape, ContactsWords, CountersFile, CountersWords, FeeShape, FeeWords,
    OfferingFile, OfferingWords, ProcedureFile, ProcedureWords, StatedText, SurveyFile,
    SurveyWords, WordMap,
};
use crate::diagnostic::{Original, Problem};

/// A key of a words file, its words, and what the original has there.
type Line<'l, T> = (&'static str, &'l Option<String>, &'l Option<T>);

impl WordsCheck<'_> {
    /// Warns of the words of a procedure that no page shows.
    pub(super) fn procedure_shown(&mut self, shape: &ProcedureFile, words: &ProcedureWords) {
        let root = At::ROOT;
        self.texts(
            root,
            &[
                ("short_name", &words.short_name, &shape.short_name),
                ("summary", &words.summary, &shape.summary),
                ("answerable", &words.answerable, &shape.answerable),
            ],
        );
        if words.aliases.len() > shape.aliases.len() {
            let at = root.key("aliases");
            self.unseen(at.item(shape.aliases.len()), "aliases", Original::Missing);
        }
        self.bodies(root.key("bodies"), shape.bodies.as_ref(), &words.bodies);
        let at = root.key("steps");
        for step in shape.steps.iter().flatten() {
            let Some(words) = words.steps.get(step.id.0.as_str()) else { continue };
            let at = at.key(step.id.0.as_str());
            self.stated(at, "position", words.position.as_ref(), Some(&step.position));
        }
        let at = root.key("channels");
        for channel in shape.channels.iter().flatten() {
            let id = channel.id.0.as_str();
            if let Some(words) = words.channels.get(id) {
                self.channel(at.key(id), channel, words);
            }
        }
        let at = root.key("cases");
        let cases = shape.cases.as_ref().and_then(|listed| listed.0.given());
        for case in cases.into_iter().flatten() {
            let Some(words) = words.cases.get(case.id.0.as_str()) else { continue };
            let at = at.key(case.id.0.as_str());
            self.texts(at, &[("name", &words.name, &case.name)]);
            let at = at.key("papers");
            for paper in case.papers.listed() {
                let Some(words) = words.papers.get(paper.id.0.as_str()) else { continue };
                let at = at.key(paper.id.0.as_str());
                self.texts(at, &[("note", &words.note, &paper.note)]);
            }
        }
        let at = root.key("results");
        let results = shape.results.as_ref().and_then(|listed| listed.0.given());
        for result in results.into_iter().flatten() {
            let Some(words) = words.results.get(result.id.0.as_str()) else { continue };
            let at = at.key(result.id.0.as_str());
            self.stated(at, "validity", words.validity.as_ref(), result.validity.as_ref());
            self.texts(at, &[("returned", &words.returned, &result.returned)]);
        }
        let body = shape.decision.as_ref().map_or(&None, |decision| &decision.body);
        self.texts(root.key("decision"), &[("body", &words.decision.body, body)]);
    }

    fn bodies(&mut self, at: At<'_>, shape: Option<&BodiesShape>, words: &BodiesWords) {
        let of = |pick: fn(&BodiesShape) -> Option<&StatedText>| shape.and_then(pick);
        for (key, words, original) in [
            ("decides", &words.decides, shape.map(|one| &one.decides)),
            ("handles", &words.handles, of(|one| one.handles.as_ref())),
            ("coordinates", &words.coordinates, of(|one| one.coordinates.as_ref())),
            ("delegated", &words.delegated, of(|one| one.delegated.as_ref())),
        ] {
            self.stated(at, key, words.as_ref(), original);
        }
    }

    fn channel(&mut self, at: At<'_>, shape: &ChannelShape, words: &ChannelWords) {
        self.texts(at, &[("note", &words.note, &shape.note)]);
        let fees = shape.fees.as_ref().and_then(|listed| listed.0.given());
        self.fees(at.key("fees"), fees.map_or(&[], Vec::as_slice), &words.fees);
    }

    fn fees(&mut self, at: At<'_>, fees: &[FeeShape], words: &WordMap<FeeWords>) {
        for fee in fees {
            let Some(words) = words.get(fee.id.0.as_str()) else { continue };
            self.texts(
                at.key(fee.id.0.as_str()),
                &[
                    ("per", &words.per, &fee.per),
                    ("of", &words.of, &fee.of),
                    ("when", &words.when, &fee.when),
                    ("note", &words.note, &fee.note),
                ],
            );
        }
    }

    /// Warns of the words of an offering that no page shows.
    pub(super) fn offering_shown(&mut self, shape: &OfferingFile, words: &OfferingWords) {
        let root = At::ROOT;
        self.texts(
            root,
            &[("place", &words.place, &shape.place), ("note", &words.note, &shape.note)],
        );
        let at = root.key("fees");
        for (channel, list) in &shape.fees {
            if let (Some(words), Some(list)) = (words.fees.get(channel), list.0.given()) {
                self.fees(at.key(channel), list, words);
            }
        }
        let none = ContactsShape::default();
        let contacts = shape.contacts.as_ref().unwrap_or(&none);
        self.contacts(root.key("contacts"), contacts, &words.contacts);
    }

    /// Warns of the words of an agency that no page shows.
    pub(super) fn agency_shown(&mut self, shape: &AgencyFile, words: &AgencyWords) {
        let root = At::ROOT;
        self.texts(
            root,
            &[
                ("short_name", &words.short_name, &shape.short_name),
                ("one_stop", &words.one_stop, &shape.one_stop),
                ("one_stop_alias", &words.one_stop_alias, &shape.one_stop_alias),
            ],
        );
        self.texts(root.key("place"), &[("note", &words.place.note, &shape.place.note)]);
        self.contacts(root.key("contacts"), &shape.contacts, &words.contacts);
        let at = root.key("hotlines");
        for line in &shape.hotlines {
            let Some(words) = words.hotlines.get(line.id.0.as_str()) else { continue };
            self.texts(
                at.key(line.id.0.as_str()),
                &[("address", &words.address, &line.address), ("hours", &words.hours, &line.hours)],
            );
        }
        let at = root.key("points");
        for point in &shape.points {
            let Some(words) = words.points.get(point.id.0.as_str()) else { continue };
            let at = at.key(point.id.0.as_str());
            self.texts(at, &[("address", &words.address, &point.address)]);
        }
    }

    fn contacts(&mut self, at: At<'_>, shape: &ContactsShape, words: &ContactsWords) {
        self.contact(at.key("help"), shape.help.as_ref(), &words.help);
        self.contact(at.key("petitions"), shape.petitions.as_ref(), &words.petitions);
        let (at, words) = (at.key("complaints"), &words.complaints);
        let complaints = shape.complaints.as_ref();
        self.texts(
            at,
            &[
                ("name", &words.name, complaints.map_or(&None, |one| &one.name)),
                ("days", &words.days, complaints.map_or(&None, |one| &one.days)),
            ],
        );
        let place = complaints.map(|one| one.place.clone());
        self.texts(at, &[("place", &words.place, &place)]);
    }

    fn contact(&mut self, at: At<'_>, shape: Option<&ContactShape>, words: &ContactWords) {
        self.texts(
            at,
            &[
                ("name", &words.name, shape.map_or(&None, |one| &one.name)),
                ("address", &words.address, shape.map_or(&None, |one| &one.address)),
                ("hours", &words.hours, shape.map_or(&None, |one| &one.hours)),
            ],
        );
    }

    /// Warns of the words of counters that no page shows.
    pub(super) fn counters_shown(&mut self, shape: &CountersFile, words: &CountersWords) {
        let root = At::ROOT;
        let at = root.key("counters");
        for counter in &shape.counters {
            let Some(words) = words.counters.get(counter.id.0.as_str()) else { continue };
            let at = at.key(counter.id.0.as_str());
            self.texts(at, &[("floor", &words.floor, &counter.floor)]);
        }
    }

    /// Warns of the words of a survey that no page shows.
    pub(super) fn survey_shown(&mut self, shape: &SurveyFile, words: &SurveyWords) {
        let lines =
            [("intro", &words.intro, &shape.intro), ("citation", &words.citation, &shape.citation)];
        self.texts(At::ROOT, &lines);
    }

    /// Warns of each text that the original does not have.
    pub(super) fn texts<T>(&mut self, at: At<'_>, lines: &[Line<'_, T>]) {
        for (key, words, original) in lines {
            if words.is_some() && original.is_none() {
                self.unseen(at.key(key), key, Original::Missing);
            }
        }
    }

    fn stated(
        &mut self,
        at: At<'_>,
        key: &'static str,
        words: Option<&String>,
        original: Option<&StatedText>,
    ) {
        if words.is_none() {
            return;
        }
        let original = match original.map(|text| &text.0) {
            Some(Stated::Given(_)) => return,
            Some(Stated::AsAnnounced(_)) => Original::Quoted,
            Some(Stated::None) => Original::None,
            None => Original::Missing,
        };
        self.unseen(at.key(key), key, original);
    }

    fn unseen(&mut self, at: At<'_>, key: &str, original: Original) {
        let problem = Problem::WordsNotShown { key: key.to_owned(), original };
        self.findings.warning(self.file, at, problem);
    }
}
