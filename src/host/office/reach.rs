//! What an officer reaches among matters: which agencies, and which matters of theirs.

use super::asked::Asked;
use super::seat::Seat;
use super::way::Way;
use crate::feedback::matter::{By, MatterKind};
use crate::feedback::officer::{Action, Role, Scope, Target, may};
use crate::host::visit::Visit;
use crate::store::MatterQuery;
use crate::text::Slug;
use crate::theme::context::DeskLink;

/// Whether matters of this kind are about papers, fees or attitude at a counter: then the leader and the parent body
/// see them first.
pub(super) fn is_delicate(kind: MatterKind) -> bool {
    kind == MatterKind::Report
}

/// Whether an officer may do this with a matter of this kind, given to this account.
pub(super) fn may_with(
    seat: &Seat,
    action: Action,
    agency: &Slug,
    kind: MatterKind,
    assigned: Option<&str>,
) -> bool {
    let own = assigned == Some(seat.officer().account.as_str());
    may(seat.role(), action, &Target::matter(agency, is_delicate(kind), own))
}

/// The officer as the log of a matter names one.
pub(super) fn author(seat: &Seat) -> By {
    By::Officer(seat.officer().account.as_str().into())
}

/// The same page for each agency that an officer reaches; nothing where there is but one.
pub(super) fn agency_links(
    asked: Asked<'_>,
    seat: &Seat,
    current: &Slug,
    way: impl Fn(Slug) -> Way,
) -> Vec<DeskLink> {
    let all = agencies(asked.visit, seat);
    if all.len() < 2 {
        return Vec::new();
    }
    let link = |one: Slug| DeskLink {
        name: asked.agency_name(&one),
        current: one == *current,
        href: asked.href(&way(one)),
    };
    all.into_iter().map(link).collect()
}

/// The agencies whose matters an officer sees.
pub(super) fn agencies(visit: Visit<'_>, seat: &Seat) -> Vec<Slug> {
    match seat.role().scope() {
        Scope::Agency(agency) => vec![agency.clone()],
        Scope::All => {
            let places = visit.posted.desk.matters.places.iter();
            places.map(|place| place.agency.clone()).collect()
        }
        Scope::Nothing => Vec::new(),
    }
}

/// The queries that together list what an officer sees of what is asked for: delicate matters reach an officer of the
/// agency only where they were given to that very account.
pub(super) fn within(seat: &Seat, asked: MatterQuery) -> Vec<MatterQuery> {
    if !matches!(seat.role(), Role::Officer(_)) {
        return vec![asked];
    }
    let account = seat.officer().account.as_str();
    if asked.assigned.as_deref() == Some(account) {
        return vec![asked];
    }
    let wanted = |delicate: bool| {
        let kinds = MatterKind::ALL.into_iter().filter(|kind| is_delicate(*kind) == delicate);
        let kinds = kinds.filter(|kind| asked.kinds.is_empty() || asked.kinds.contains(kind));
        kinds.collect::<Vec<_>>()
    };
    let open = MatterQuery { kinds: wanted(false), ..asked.clone() };
    let given =
        MatterQuery { kinds: wanted(true), assigned: Some(account.into()), ..asked.clone() };
    [open, given].into_iter().filter(|query| !query.kinds.is_empty()).collect()
}
