//! Everything a page says about a procedure, from the body of one edition.

use super::composer::Composer;
use crate::catalogue::procedure::{
    Bodies, ChannelKind, Decision, HandIn, Outcome, Paper, PaperCase, Procedure, ProcedureKind,
    ProcedureLevel, Step,
};
use crate::catalogue::{Stated, Told};
use crate::publication::EditionIndex;
use crate::text::{Date, Text};
use crate::theme::context::web_address;
use crate::theme::context::{
    ActLine, BodyLine, Case, Listing, OnlineButton, OutcomeLine, PaperLine, Particulars, Said,
    StepLine,
};
use crate::theme::{Markup, Phrase};

impl Composer<'_> {
    pub(super) fn particulars(&self, index: EditionIndex, body: &Procedure) -> Particulars {
        let edition = self.publication.edition(index);
        let (voice, words) = (self.voice, self.voice.words);
        let cutoff = self.cutoff_at(index);
        Particulars {
            code: edition.code.as_str().into(),
            name: voice.phrase(body.display_name()),
            full_name: body.short_name.as_ref().map(|_| voice.phrase(&body.name)),
            field: self.field_link(edition.field.as_str()),
            aliases: (!body.aliases.is_empty()).then(|| voice.list(&body.aliases, ", ")),
            summary: voice.maybe(body.summary.as_ref()),
            glance: self.glance(body),
            online: self.online(body),
            cases: body.cases.as_ref().map(|cases| self.listing(cases, |case| self.case(case))),
            cases_apart: false,
            apart: Vec::new(),
            start: 1,
            file_sets: body.file_sets.as_ref().map(|sets| self.file_sets(sets)),
            channels: body.channels.iter().map(|channel| self.channel(channel, cutoff)).collect(),
            days: self.day_table(&body.channels),
            steps: body.steps.iter().map(|step| self.step(step)).collect(),
            conditions: body.conditions.as_ref().map(|conditions| {
                self.listing(conditions, |condition| voice.phrase(&condition.text))
            }),
            results: body
                .results
                .as_ref()
                .map(|results| self.listing(results, |result| self.outcome(result))),
            bodies: self.bodies(&body.bodies),
            answerable: voice.maybe(body.answerable.as_ref()),
            level: self.level(&body.level),
            kind: body.kind.map(|kind| words.get(kind_key(kind)).into()),
            acts: body.acts.iter().map(|number| self.act(number)).collect(),
            guidance: body.guidance.as_ref().map(|text| self.guidance(text)),
            decision: body.decision.as_ref().map(|decision| self.decision(decision)),
            in_force: self.span("in_force_", edition.from, edition.to),
            checked_on: body.checked_on.map(|day| words.date(day)),
        }
    }

    /// "từ … đến hết …" by the keys that begin with `stem`; none where neither day is known.
    pub(super) fn span(&self, stem: &str, from: Option<Date>, to: Option<Date>) -> Option<String> {
        let words = self.voice.words;
        let said = |day: Option<Date>| day.map(|day| words.date(day)).unwrap_or_default();
        let end = match (from, to) {
            (Some(_), Some(_)) => "from_to",
            (Some(_), None) => "from",
            (None, Some(_)) => "to",
            (None, None) => return None,
        };
        Some(words.fill(&format!("{stem}{end}"), &[("from", &said(from)), ("to", &said(to))]))
    }

    pub(super) fn online(&self, body: &Procedure) -> Option<OnlineButton> {
        let mut online = body.channels.iter().filter(|one| one.kind == ChannelKind::Online);
        online.find_map(|channel| {
            Some(OnlineButton {
                href: web_address(channel.address.as_ref()?.given()?)?,
                level: channel
                    .level
                    .as_ref()
                    .and_then(Told::clearly)
                    .map(|level| self.online_level(level)),
            })
        })
    }

    fn case(&self, case: &PaperCase) -> Case {
        Case {
            anchor: format!("ca-{}", case.id),
            href: format!("#ca-{}", case.id),
            name: self.voice.maybe(case.name.as_ref()),
            count: self.voice.words.papers(case.papers.len()),
            papers: case.papers.iter().map(|paper| self.paper(paper)).collect(),
        }
    }

    fn paper(&self, paper: &Paper) -> PaperLine {
        let words = self.voice.words;
        let mut said = vec![
            words
                .get(match paper.hand_in {
                    HandIn::Submit => "hand_in_submit",
                    HandIn::Show => "hand_in_show",
                    HandIn::OnlineRecord => "hand_in_record",
                })
                .to_owned(),
        ];
        for (key, number) in [("originals", paper.originals), ("copies", paper.copies)] {
            if number > 0 && paper.hand_in != HandIn::OnlineRecord {
                said.push(words.count(key, usize::from(number)));
            }
        }
        PaperLine {
            name: self.voice.phrase(&paper.name),
            hand_in: said.join(" · "),
            form: paper.form.as_deref().map(Into::into),
            note: self.voice.maybe(paper.note.as_ref()),
        }
    }

    fn step(&self, step: &Step) -> StepLine {
        let words = self.voice.words;
        StepLine {
            // "None" says that the decision names nobody: then there is nothing to show.
            position: (step.position != Stated::None)
                .then(|| self.stated(&step.position, "not_said")),
            action: self.voice.phrase(&step.action),
            time: step.time.map(|time| words.fill("step_time", &[("limit", &words.limit(time))])),
        }
    }

    fn outcome(&self, outcome: &Outcome) -> OutcomeLine {
        let validity = outcome.validity.as_ref();
        OutcomeLine {
            name: self.voice.phrase(&outcome.name),
            validity: validity.map(|one| self.stated(one, "validity_none")),
            returned: self.voice.maybe(outcome.returned.as_ref()),
        }
    }

    fn listing<T, L: serde::Serialize>(
        &self,
        stated: &Stated<Vec<T>>,
        line: impl Fn(&T) -> L,
    ) -> Listing<L> {
        let empty = Listing { none: false, quote: None, items: Vec::new() };
        match stated {
            Stated::None => Listing { none: true, ..empty },
            Stated::AsAnnounced(words) => {
                Listing { quote: Some(self.voice.original(words)), ..empty }
            }
            Stated::Given(all) => Listing { items: all.iter().map(line).collect(), ..empty },
        }
    }

    fn bodies(&self, bodies: &Bodies) -> Vec<BodyLine> {
        let parts = [
            ("body_decides", &bodies.decides),
            ("body_handles", &bodies.handles),
            ("body_coordinates", &bodies.coordinates),
            ("body_delegated", &bodies.delegated),
        ];
        let said = parts.into_iter().filter_map(|(role, body)| Some((role, body.as_ref()?)));
        said.map(|(role, body)| BodyLine {
            role: self.voice.words.get(role).into(),
            name: self.stated(body, "body_none"),
        })
        .collect()
    }

    /// A text, "none" in the words of a key, or the decision's own words.
    pub(super) fn stated(&self, stated: &Stated<Text>, none: &str) -> Said {
        match stated {
            Stated::None => Said::own(Phrase::plain(self.voice.words.get(none))),
            Stated::AsAnnounced(quote) => Said::quoted(self.voice.original(quote)),
            Stated::Given(text) => Said::own(self.voice.phrase(text)),
        }
    }

    fn file_sets(&self, sets: &Stated<u8>) -> Said {
        let words = self.voice.words;
        match sets {
            Stated::None => Said::own(Phrase::plain(words.get("sets_none"))),
            Stated::AsAnnounced(quote) => Said::quoted(self.voice.original(quote)),
            Stated::Given(sets) => {
                Said::own(Phrase::plain(&words.count("sets", usize::from(*sets))))
            }
        }
    }

    fn level(&self, levels: &[ProcedureLevel]) -> String {
        let words = levels.iter().map(|level| {
            self.voice.words.get(match level {
                ProcedureLevel::Province => "procedure_level_province",
                ProcedureLevel::Commune => "procedure_level_commune",
                ProcedureLevel::Ministry => "procedure_level_ministry",
            })
        });
        words.collect::<Vec<_>>().join(", ")
    }

    fn act(&self, number: &str) -> ActLine {
        let act = self.plan.register.act(self.publication, number);
        let issued = act.and_then(|act| act.issued);
        ActLine {
            number: number.into(),
            title: act.and_then(|act| self.voice.maybe(act.title.as_ref())),
            issuer: act.and_then(|act| self.voice.maybe(act.issuer.as_ref())),
            issued: issued.map(|day| self.voice.words.date(day)),
        }
    }

    /// Markdown as HTML; marked as a whole where it falls back.
    pub(super) fn guidance(&self, text: &Text) -> Markup {
        let found = text.read(self.voice.language, self.voice.binding);
        let html = self.theme.markdown(found.words, 2, self.voice.language);
        if found.fallback {
            let language = self.voice.binding;
            Markup::vouched(&format!("<div lang=\"{language}\">\n{html}</div>"))
        } else {
            Markup::vouched(&html)
        }
    }

    /// "Quyết định số 1872/QĐ-BTP ngày 04/09/2020 của Bộ Tư pháp".
    pub(super) fn decision(&self, decision: &Decision) -> Phrase {
        let words = self.voice.words;
        let number = &*decision.number;
        let said = match decision.issued {
            Some(day) => {
                words.fill("decision_dated", &[("number", number), ("day", &words.date(day))])
            }
            None => words.fill("decision", &[("number", number)]),
        };
        let said = Phrase::plain(&said);
        match &decision.body {
            Some(body) => {
                let body = self.voice.phrase(body);
                let by = self.voice.compose("decision_by", &[("body", &body)]);
                Phrase::joined(&[said, by], " ")
            }
            None => said,
        }
    }
}

fn kind_key(kind: ProcedureKind) -> &'static str {
    match kind {
        ProcedureKind::DetailedByLaw => "kind_detailed_by_law",
        ProcedureKind::NotDelegated => "kind_not_delegated",
        ProcedureKind::Local => "kind_local",
        ProcedureKind::Other => "kind_other",
    }
}
