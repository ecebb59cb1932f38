//! The page of a procedure, and of its past and coming editions.

use super::Subject;
use super::composer::Composer;
use super::offerer_lists::DETAILED;
use super::paging;
use super::plan::has_own_page;
use crate::catalogue::procedure::Procedure;
use crate::feedback::matter::MatterKind;
use crate::publication::{EditionIndex, Offered, PageAddress, Standing};
use crate::theme::context::{
    self, Call, EditionLink, EditionNotes, Link, OffererRow, Offerers, ProcedureOfferers,
};

/// How many of the latest editions tell what changed with them on the page of their procedure.
const HISTORY: usize = 3;

impl Composer<'_> {
    /// The page at the procedure's own address, for days on which `standing` holds.
    pub(super) fn procedure(
        &self,
        index: EditionIndex,
        body: &Procedure,
        standing: Standing,
        soon: bool,
    ) -> context::Procedure {
        let words = self.voice.words;
        let edition = self.publication.edition(index);
        let next = standing.coming.filter(|coming| *coming != index);
        let next_from = next.and_then(|next| self.publication.edition(next).from);
        let editions = EditionNotes {
            starts_on: (standing.coming == Some(index))
                .then_some(edition.from)
                .flatten()
                .map(|day| words.date(day)),
            ended_on: (standing == Standing::default())
                .then_some(edition.to)
                .flatten()
                .map(|day| words.date(day)),
            next_from: next_from.map(|day| words.date(day)),
            next_changes: next
                .filter(|_| soon && self.has_room(index))
                .and_then(|next| self.plan.turns.with(next))
                .map(|turn| self.turn_lines(turn))
                .unwrap_or_default(),
            next: next.and_then(|next| self.dated_href(next)),
            span: None,
            in_force: None,
            all: self.all_editions(index, false),
        };
        self.fill_procedure(index, body, editions)
    }

    /// The page of one edition at its date: what it says holds on every day.
    pub(super) fn dated_edition(
        &self,
        index: EditionIndex,
        body: &Procedure,
    ) -> context::Procedure {
        let code = self.publication.edition(index).code.as_str();
        let editions = EditionNotes {
            span: self.edition_span(index),
            in_force: Some(self.href(PageAddress::Procedure { code })),
            all: self.all_editions(index, true),
            ..EditionNotes::default()
        };
        let mut page = self.fill_procedure(index, body, editions);
        page.meta.canonical =
            self.absolute(Subject::Procedure { edition: index }, self.voice.language);
        page.meta.hidden = true;
        page.meta.facts = None;
        page
    }

    fn fill_procedure(
        &self,
        index: EditionIndex,
        body: &Procedure,
        editions: EditionNotes,
    ) -> context::Procedure {
        let title = self.voice.plain(body.display_name());
        let summary = body.summary.as_ref().map_or("", |text| self.voice.plain(text));
        let code = self.publication.edition(index).code.as_str();
        context::Procedure {
            // Which agency it was is asked there.
            report: self.bring_to(MatterKind::Report, "thu-tuc", &format!("/{code}")),
            meta: self.meta_with_facts(title, summary, &self.facts(index, body)),
            about: self.outlined(index, body, false),
            editions,
            offered: self.offerers(index),
            hotlines: self.site_hotlines(),
        }
    }

    fn all_editions(&self, shown: EditionIndex, dated: bool) -> Vec<EditionLink> {
        let all: Vec<_> = self.publication.editions_beside(shown).collect();
        if all.len() < 2 {
            return Vec::new();
        }
        let told = all.len().saturating_sub(HISTORY);
        let has_room = self.has_room(shown);
        let link = |(place, index): (usize, EditionIndex)| {
            let current = index == shown;
            let turn = self.plan.turns.with(index).filter(|_| has_room && place >= told);
            EditionLink {
                changes: turn.map(|turn| self.turn_lines(turn)).unwrap_or_default(),
                span: self
                    .edition_span(index)
                    .unwrap_or_else(|| self.voice.words.get("in_force_always").into()),
                href: self.dated_href(index).filter(|_| !(current && dated)),
                current,
            }
        };
        all.into_iter().enumerate().map(link).collect()
    }

    /// From when to when an edition is in force: to the day before the next, where it does not say so itself.
    fn edition_span(&self, index: EditionIndex) -> Option<String> {
        let edition = self.publication.edition(index);
        let next = self.publication.editions_beside(index).find(|other| *other > index);
        let next = next.and_then(|next| self.publication.edition(next).from);
        let to = edition.to.or(next.map(|day| day.plus_days(-1)));
        self.span("in_force_", edition.from, to)
    }

    /// Whether the page of an edition is light enough to tell what changed: nothing had to move to pages of its own.
    fn has_room(&self, index: EditionIndex) -> bool {
        self.publication.edition(index).apart.is_empty()
    }

    /// The page of an edition at its date, if it has one.
    fn dated_href(&self, index: EditionIndex) -> Option<String> {
        has_own_page(self.publication, index)
            .then(|| self.href_of(Subject::DatedEdition { edition: index }))
    }

    fn offerers(&self, index: EditionIndex) -> Offerers {
        let all = self.plan.register.offerers(self.publication, index);
        let (many, count) = (all.len() > DETAILED, all.len());
        let apart = self.plan.offerers_apart(index).then(|| self.offerers_subject(index, 1));
        let listed = if apart.is_some() { 0 } else { count };
        let all = all.take(listed);
        Offerers {
            count: self.voice.words.count("agencies_count", count),
            many,
            apart: apart.map(|subject| self.href_of(subject)),
            agencies: all.map(|(place, offered)| self.offerer(place, offered, !many)).collect(),
        }
    }

    /// The agencies of all editions of a procedure stand on the same pages.
    fn offerers_subject(&self, index: EditionIndex, part: u16) -> Subject {
        let register = &self.plan.register;
        Subject::Offerers { edition: register.shown[register.position_of(index)], part }
    }

    /// A page of the agencies that offer a procedure, where they stand apart.
    pub(super) fn offerers_page(&self, index: EditionIndex, part: u16) -> ProcedureOfferers {
        let words = self.voice.words;
        let register = &self.plan.register;
        let edition = self.publication.edition(index);
        let all: Vec<_> = register.offerers(self.publication, index).collect();
        let parts = self.lists().offerers.parts(register.position_of(index));
        let rows = paging::part_of(parts, part).iter().flat_map(|one| &all[one.rows.clone()]);
        let name = self.voice.plain(&edition.name);
        let title = self.part_title(&format!("{} – {name}", words.get("offered_at")), part);
        ProcedureOfferers {
            meta: self.meta(&title, ""),
            up: Link {
                name: self.voice.phrase(&edition.name),
                href: self.href_of(Subject::Procedure { edition: index }),
            },
            total: words.count("agencies_count", all.len()),
            agencies: rows.map(|(place, offered)| self.offerer(*place, offered, false)).collect(),
            parts: self.parts(part, |part| self.offerers_subject(index, part)),
        }
    }

    fn offerer(&self, place: usize, offered: &Offered, detailed: bool) -> OffererRow {
        let agency = self.publication.agency(offered.agency);
        let mut link = self.agency_link(offered.agency);
        let (id, code) = (agency.id.as_str(), offered.code.as_str());
        if offered.differs.is_some() {
            link.href = self.href(PageAddress::Offering { agency: id, code });
        }
        let phone = agency.contacts.help.phone.as_ref();
        OffererRow {
            agency: link,
            differs: offered.differs.is_some(),
            counters: if detailed { self.handling(place) } else { Vec::new() },
            phone: phone.filter(|_| detailed).map(Call::to),
        }
    }

    /// The counters that handle what an agency offers, by its place in the publication.
    pub(super) fn handling(&self, offered: usize) -> Vec<Link> {
        let counters = self.plan.register.handling(offered);
        counters
            .map(|place| Link {
                name: self.voice.phrase(&self.publication.counters[place].1.name),
                href: self.href_of(Subject::Counter { counter: place }),
            })
            .collect()
    }

    /// The first hotline of the highest agency, for pages that belong to no agency.
    pub(super) fn site_hotlines(&self) -> Vec<Call> {
        let top = self.publication.agencies.iter().filter(|agency| agency.parent.is_none());
        top.flat_map(|agency| &agency.hotlines).take(1).map(|line| self.call(line)).collect()
    }
}
