//! The publication itself.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::results::Results;
use super::{Bodies, BodyError, FormFile, FreePage, Offered, Posting, Site, Standing};
use crate::catalogue::agency::{Agency, ProcedureSet};
use crate::catalogue::law::{Act, Calendar};
use crate::catalogue::procedure::{Edition, Procedure, ProcedureCode};
use crate::catalogue::{Counter, Field, Ledger, PrintedSheet};
use crate::feedback::{Survey, SurveyVersion};
use crate::text::Date;

/// An agency's place in [`Publication::agencies`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct AgencyIndex(pub usize);

/// An edition's place in [`Publication::editions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionIndex(pub usize);

/// All that the site says.
#[derive(Clone)]
pub struct Publication {
    /// The site as a whole.
    pub site: Site,
    /// Fields, in the order of `fields.yaml`.
    pub fields: Vec<Field>,
    /// Acts, in order of number.
    pub acts: Vec<Act>,
    /// The working calendar.
    pub calendar: Calendar,
    /// Bundles of procedures, in order of id.
    pub sets: Vec<ProcedureSet>,
    /// Agencies, in order of id.
    pub agencies: Vec<Agency>,
    /// Counters with their agency, in order of agency and then as written.
    pub counters: Vec<(AgencyIndex, Counter)>,
    /// Editions, in order of code and then of the day they take force.
    pub editions: Vec<Edition>,
    /// Who offers what, in order of agency and code.
    pub offered: Vec<Offered>,
    /// Surveys, in order of id.
    pub surveys: Vec<Survey>,
    /// The versions of surveys that were recorded, as written.
    pub survey_versions: Vec<SurveyVersion>,
    /// What is published back: bulletins, official indices, performance, dialogues.
    pub results: Results,
    /// Free pages, in order of id.
    pub pages: Vec<FreePage>,
    /// Files to download, in order of name.
    pub forms: Vec<FormFile>,
    /// The ledger of printed codes.
    pub ledger: Ledger,
    /// What was printed and hangs, in the order of printing.
    pub printed: Vec<PrintedSheet>,
    /// The source of the bodies.
    pub bodies: Arc<dyn Bodies>,
    /// The hash of all content, for telling one publication from another.
    pub mark: [u8; 16],
}

impl Publication {
    /// The body of an edition.
    pub fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError> {
        self.bodies.body(edition)
    }

    /// The head of an edition.
    pub fn edition(&self, edition: EditionIndex) -> &Edition {
        &self.editions[edition.0]
    }

    /// The agency at an index.
    pub fn agency(&self, agency: AgencyIndex) -> &Agency {
        &self.agencies[agency.0]
    }

    /// The agency of that id.
    pub fn agency_by_id(&self, id: &str) -> Option<AgencyIndex> {
        self.agencies.binary_search_by(|agency| agency.id.as_str().cmp(id)).ok().map(AgencyIndex)
    }

    /// All editions of a procedure, oldest first.
    pub fn editions_of(&self, code: &ProcedureCode) -> impl Iterator<Item = EditionIndex> + use<> {
        let found = self.editions.binary_search_by(|edition| edition.code.cmp(code));
        let range = found.map_or(0..0, |at| self.editions_around(at));
        range.map(EditionIndex)
    }

    /// All editions of the procedure that an edition belongs to, oldest first.
    pub fn editions_beside(&self, one: EditionIndex) -> impl Iterator<Item = EditionIndex> + use<> {
        self.editions_around(one.0).map(EditionIndex)
    }

    /// The run of editions with the code of the one at a place: neighbours, so none is searched for.
    fn editions_around(&self, at: usize) -> Range<usize> {
        let code = &self.editions[at].code;
        let own = |edition: &&Edition| edition.code == *code;
        let before = self.editions[..at].iter().rev().take_while(own).count();
        let after = self.editions[at..].iter().take_while(own).count();
        at - before..at + after
    }

    /// Which edition of a procedure is in force on a day, and which comes next; any edition of the
    /// procedure will do to ask by.
    pub fn standing(&self, one: EditionIndex, day: Date) -> Standing {
        let mut standing = Standing::default();
        for index in self.editions_beside(one) {
            let edition = self.edition(index);
            if edition.from.is_some_and(|from| from > day) {
                standing.coming = standing.coming.or(Some(index));
            } else if edition.to.is_none_or(|to| to >= day) {
                standing.in_force = Some(index);
            }
        }
        standing
    }

    /// The edition shown at a procedure's own address on a day: the one in force, else the next to
    /// come, else the last that was. Each procedure once, in order of code.
    pub fn shown(&self, day: Date) -> Vec<EditionIndex> {
        let mut shown = Vec::new();
        let mut start = 0;
        while start < self.editions.len() {
            let end = self.editions_around(start).end;
            let standing = self.standing(EditionIndex(start), day);
            let last = EditionIndex(end - 1);
            shown.push(standing.in_force.or(standing.coming).unwrap_or(last));
            start = end;
        }
        shown
    }

    /// What an agency offers, in order of code.
    pub fn offered_by(&self, agency: AgencyIndex) -> &[Offered] {
        &self.offered[self.offered_range(agency)]
    }

    /// Where what an agency offers lies in [`Publication::offered`].
    pub fn offered_range(&self, agency: AgencyIndex) -> Range<usize> {
        let start = self.offered.partition_point(|offered| offered.agency < agency);
        let end = start + self.offered[start..].partition_point(|one| one.agency == agency);
        start..end
    }

    /// The counters of an agency, as written.
    pub fn counters_of(&self, agency: AgencyIndex) -> impl Iterator<Item = &Counter> {
        self.counters.iter().filter(move |(at, _)| *at == agency).map(|(_, counter)| counter)
    }

    /// How an agency's posting stands against its announced list; `None` without such a list.
    pub fn posting(&self, agency: AgencyIndex) -> Option<Posting> {
        let announced = self.agency(agency).announced.as_ref()?;
        let offered = self.offered_by(agency);
        let has = |code: &ProcedureCode| offered.binary_search_by(|one| one.code.cmp(code)).is_ok();
        let missing: Vec<_> = announced.codes.iter().filter(|code| !has(code)).cloned().collect();
        let listed: std::collections::BTreeSet<&ProcedureCode> = announced.codes.iter().collect();
        let surplus = offered.iter().map(|one| &one.code);
        let surplus = surplus.filter(|code| !listed.contains(code)).cloned().collect();
        Some(Posting {
            announced: announced.codes.len(),
            posted: announced.codes.len() - missing.len(),
            missing,
            surplus,
        })
    }

    /// The survey of that id.
    pub fn survey(&self, id: &str) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.id.as_str() == id)
    }

    /// The field of that id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id.as_str() == id)
    }
}
