//! The facts in which an agency's offering differs from the shared procedure.

use super::procedure_facts::Facts;
use super::{About, Aspect, Fact, Value};
use crate::catalogue::agency::Offering;
use crate::catalogue::procedure::{ChannelKind, Procedure};
use crate::text::Slug;

/// The facts of an offering; `shared` tells the kinds of its ways to file.
pub(super) fn offering_facts(offering: &Offering, shared: Option<&Procedure>) -> Vec<Fact> {
    let mut facts = Facts::default();
    let Offering { fees, limits, place, contacts, note, decision, checked_on: _ } = offering;
    let kind = |id: &Slug| {
        let own = shared?.channels.iter().find(|channel| channel.id == *id)?;
        Some(own.kind)
    };
    let about = |id: &Slug| [About::Channel(kind(id).unwrap_or(ChannelKind::Counter))];
    for (channel, own) in fees {
        facts.fees(&format!("channel/{channel}"), &about(channel), Some(own));
    }
    for (channel, limit) in limits {
        let key = format!("channel/{channel}/limit");
        facts.put(&key, Aspect::TimeLimit, &about(channel), Value::Limit(*limit));
    }
    facts.maybe("place", Aspect::Place, &[], place.clone().map(Value::Words));
    if let Some(contacts) = contacts {
        facts.contacts(contacts);
    }
    facts.maybe("note", Aspect::Note, &[], note.clone().map(Value::Prose));
    let decision = decision.clone().map(|one| Value::Decision(Box::new(one)));
    facts.maybe("decision", Aspect::Decision, &[], decision);
    facts.0
}
