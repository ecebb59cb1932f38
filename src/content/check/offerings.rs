//! What an agency says differs, against the channels that the procedure has.

use std::collections::BTreeSet;

use crate::content::findings::Findings;
use crate::content::keys::{At, nearest};
use crate::content::reading::Sources;
use crate::diagnostic::{Kind, Problem};
use crate::publication::{Offered, Publication};
use crate::text::Slug;

/// Checks that fees and limits are said of channels that some edition has.
pub(super) fn check(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    for offered in &publication.offered {
        let Some(differs) = &offered.differs else { continue };
        // A channel may have gone with what could not be read.
        if sources.left_out.iter().any(|one| one.code == offered.code.as_str()) {
            continue;
        }
        let known = channels(publication, offered);
        let agency = &publication.agency(offered.agency).id;
        let file = format!("agencies/{agency}/offerings/{}.yaml", offered.code);
        let root = At::ROOT;
        let mut one = |part, id: &Slug| {
            if !known.contains(id) {
                let suggestion = nearest(id.as_str(), known.iter().map(Slug::as_str));
                let (kind, id) = (Kind::Channel, id.to_string());
                let at = root.key(part);
                let problem = Problem::UnknownReference { kind, id: id.clone(), suggestion };
                findings.error(&file, at.key(&id), problem);
            }
        };
        differs.fees.iter().for_each(|(id, _)| one("fees", id));
        differs.limits.iter().for_each(|(id, _)| one("limits", id));
    }
}

fn channels(publication: &Publication, offered: &Offered) -> BTreeSet<Slug> {
    let editions = publication.editions_of(&offered.code);
    let bodies = editions.filter_map(|edition| publication.bodies.body(edition).ok());
    bodies.flat_map(|body| body.channels.into_iter().map(|channel| channel.id)).collect()
}
