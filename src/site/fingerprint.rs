//! What a page is made of, in sixteen bytes: two builds that give a page the same fingerprint give it
//! the same bytes, so the second need not render it.
//!
//! Two kinds of page are told apart. The page of a procedure (of one of its editions, of an agency's
//! offering) says what its own editions say, who offers it, and what stands in the parts that are few:
//! the site, agencies, counters, acts, fields. Its fingerprint holds exactly these, so that a changed
//! procedure leaves the pages of all others alone. Every other page lists procedures: it holds the
//! head of each of them, and the day that decides which edition lists speak of.
//!
//! The parts are taken by name and in full, with no `..`: a field that is added to a publication or to
//! the head of an edition does not compile until somebody has said here which pages read it.

use serde::Serialize;

use super::{Plan, PlannedPage, SiteError, Subject};
use crate::catalogue::procedure::{ChannelKind, Edition, OnlineLevel, ProcedureLevel};
use crate::publication::{EditionIndex, Publication};
use crate::release::Mark;
use crate::text::{Date, Text};
use crate::theme::{Theme, ThemeError};

/// Makes the fingerprints of one build.
pub(super) struct Fingerprints<'a> {
    publication: &'a Publication,
    plan: &'a Plan,
    program: [u8; 16],
    /// The program, the theme and the few parts: what every page may read.
    ground: Mark,
    /// The ground and the heads of all procedures.
    lists: Mark,
}

impl<'a> Fingerprints<'a> {
    /// The fingerprints of a plan; `program` tells one build of the program from another.
    pub(super) fn new(
        publication: &'a Publication,
        theme: &Theme,
        plan: &'a Plan,
        program: [u8; 16],
    ) -> Result<Self, SiteError> {
        let Publication {
            site,
            fields,
            acts,
            calendar,
            // Resolved into what is offered; no page shows them.
            sets: _,
            agencies,
            counters,
            editions,
            offered,
            surveys,
            pages,
            forms,
            ledger,
            // A body is known by the mark in the head of its edition.
            bodies: _,
            // Checked, and shown on no page.
            survey_versions: _,
            results,
            printed: _,
            // Made from all the others.
            mark: _,
        } = publication;
        let theme = Mark::of(&theme.bundle().map_err(SiteError::Frame)?);
        let ground = mark_of(&(
            (program, theme.0),
            (site, fields, acts, calendar, agencies),
            (counters, surveys, pages, forms, ledger),
        ))?;
        let heads: Vec<_> = editions.iter().map(Head::of).collect();
        // Pages of procedures say nothing of results.
        let lists = mark_of(&(ground.0, plan.day, offered, heads, results.mark()))?;
        Ok(Self { publication, plan, program, ground, lists })
    }

    /// The fingerprint of a pack of content: of the program and of its editions with their marks.
    pub(super) fn of_pack(&self, editions: &[EditionIndex]) -> Result<Mark, SiteError> {
        let heads = editions.iter().map(|index| self.publication.edition(*index));
        mark_of(&(self.program, heads.collect::<Vec<_>>()))
    }

    /// The fingerprint of a page; none for pages that are made anew each time: a rating page has
    /// places that a host fills, and there are few.
    pub(super) fn of(&self, page: &PlannedPage, path: &str) -> Result<Option<Mark>, SiteError> {
        let (kind, edition, place) = match page.subject {
            Subject::Rating { .. } => return Ok(None),
            Subject::Procedure { edition } => (0_u8, edition, None),
            Subject::DatedEdition { edition } => (1, edition, None),
            // Which section, which part and of which edition is said by the path.
            Subject::Section { edition, .. } => (3, edition, None),
            Subject::Offering { offered } => match self.plan.register.edition_offered(offered) {
                Some(edition) => (2, edition, Some(offered)),
                None => return Ok(None),
            },
            // What changed is worked out from the bodies of all editions that have others beside them.
            Subject::Changes { .. } => {
                let editions = self.plan.turns.all.iter();
                let marks =
                    editions.flat_map(|turn| self.publication.editions_beside(turn.edition));
                let marks: Vec<_> = marks.map(|one| self.publication.edition(one).mark).collect();
                return mark_of(&(self.lists.0, path, marks)).map(Some);
            }
            _ => return mark_of(&(self.lists.0, path)).map(Some),
        };
        let publication = self.publication;
        let indices: Vec<_> = publication.editions_beside(edition).collect();
        let editions: Vec<_> = indices.iter().map(|one| publication.edition(*one)).collect();
        let offerers: Vec<_> = self
            .plan
            .register
            .offerers(publication, edition)
            .map(|(at, offered)| (offered, self.plan.register.handling(at).collect::<Vec<_>>()))
            .collect();
        // Places among all editions move when another procedure comes or goes; those among its own
        // do not.
        let among = |one: EditionIndex| indices.iter().position(|index| *index == one);
        let standing =
            (page.standing.in_force.and_then(among), page.standing.coming.and_then(among));
        let offering = place.map(|place| publication.offered[place].agency);
        let own = (kind, offering, among(edition), (standing, page.soon), page.language);
        mark_of(&(self.ground.0, path, own, editions, offerers)).map(Some)
    }
}

/// The head of an edition as lists see it: without the mark, which changes with every word of the
/// body.
#[derive(Serialize)]
struct Head<'e>(
    (&'e str, &'e str, bool),
    (Option<Date>, Option<Date>),
    (&'e Text, &'e Option<Text>, &'e [Text]),
    &'e [ProcedureLevel],
    &'e [(ChannelKind, Option<OnlineLevel>)],
);

impl<'e> Head<'e> {
    fn of(edition: &'e Edition) -> Self {
        let Edition {
            code,
            field,
            from,
            to,
            dated,
            mark: _,
            name,
            official,
            aliases,
            level,
            channels,
            // Only pages of the procedure itself lead to its sections.
            apart: _,
        } = edition;
        Self(
            (code.as_str(), field.as_str(), *dated),
            (*from, *to),
            (name, official, aliases),
            level,
            channels,
        )
    }
}

fn mark_of(parts: &impl Serialize) -> Result<Mark, SiteError> {
    // What cannot be written down does not occur in these types.
    let bytes = postcard::to_stdvec(parts)
        .map_err(|error| SiteError::Frame(ThemeError::Bundle(error.to_string())))?;
    Ok(Mark::of(&bytes))
}
