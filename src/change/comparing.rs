//! Two lists of facts become the changes between them.

use std::collections::{HashMap, HashSet};

use super::{Aspect, Change, Fact, Value, Weight};
use crate::text::Slug;

/// The changes from one side to the other, in the order of [`Aspect`] and then as they stand.
///
/// What hangs on a fact that was added or dropped as a whole is not told apart from it. A statement ("none", a quote)
/// that takes the place of a list, or gives way to one, is one change with the whole list on the other side.
pub fn compared(before: &[Fact], after: &[Fact]) -> Vec<Change> {
    let old: HashMap<&str, &Fact> = before.iter().map(|fact| (&*fact.key, fact)).collect();
    let new: HashMap<&str, &Fact> = after.iter().map(|fact| (&*fact.key, fact)).collect();
    let mut changes = Vec::new();
    for fact in after {
        let Some(earlier) = old.get(&*fact.key) else { continue };
        if let Some(change) = altered(earlier, fact) {
            changes.push(change);
        }
    }
    let mut dropped = lone(before, &new);
    let mut added = lone(after, &old);
    changes.extend(given_way(&mut dropped, &mut added));
    changes.extend(fees_renamed(&mut dropped, &mut added));
    let of = |fact: &Fact, before: Vec<Value>, after: Vec<Value>| Change {
        aspect: fact.aspect,
        about: fact.about.clone(),
        before,
        after,
        weight: if fact.is_wording() { Weight::Wording } else { Weight::Substance },
    };
    changes.extend(dropped.iter().map(|fact| of(fact, vec![fact.value.clone()], Vec::new())));
    changes.extend(added.iter().map(|fact| of(fact, Vec::new(), vec![fact.value.clone()])));
    changes.sort_by_key(|change| change.aspect);
    changes
}

impl Fact {
    /// Whether it can come and go without changing what anybody has to do.
    fn is_wording(&self) -> bool {
        let words = match &self.value {
            Value::Prose(text) => text.original(),
            _ => return false,
        };
        matches!(self.aspect, Aspect::Name | Aspect::Summary | Aspect::Guidance | Aspect::Note)
            && super::figures::figures(words).is_empty()
    }
}

fn altered(before: &Fact, after: &Fact) -> Option<Change> {
    let weight = match (&before.value, &after.value) {
        (Value::Order(one), Value::Order(other)) => {
            (common(one, other) != common(other, one)).then_some(Weight::Substance)
        }
        (one, other) => Weight::of(one, other),
    }?;
    Some(Change {
        aspect: after.aspect,
        about: after.about.clone(),
        before: vec![before.value.clone()],
        after: vec![after.value.clone()],
        weight,
    })
}

/// The ids that both sides have, in the order of the first.
fn common(own: &[Slug], others: &[Slug]) -> Vec<Slug> {
    own.iter().filter(|id| others.contains(id)).cloned().collect()
}

/// The facts that the other side lacks, save those that hang on one of them.
fn lone<'f>(own: &'f [Fact], others: &HashMap<&str, &Fact>) -> Vec<&'f Fact> {
    let lone: Vec<&Fact> = own
        .iter()
        .filter(|fact| !others.contains_key(&*fact.key) && !matches!(fact.value, Value::Order(_)))
        .collect();
    let keys: HashSet<&str> = lone.iter().map(|fact| &*fact.key).collect();
    let hangs = |fact: &&Fact| {
        let mut parent = fact.parent();
        while !parent.is_empty() {
            if keys.contains(parent) {
                return true;
            }
            parent = parent.rsplit_once('/').map_or("", |(above, _)| above);
        }
        false
    };
    lone.iter().copied().filter(|fact| !hangs(fact)).collect()
}

/// Statements in place of lists, and lists in place of statements.
fn given_way<'f>(dropped: &mut Vec<&'f Fact>, added: &mut Vec<&'f Fact>) -> Vec<Change> {
    let mut changes = Vec::new();
    for statement_is_new in [true, false] {
        let (statements, lists) = if statement_is_new {
            (&mut *added, &mut *dropped)
        } else {
            (&mut *dropped, &mut *added)
        };
        statements.retain(|statement| {
            if !statement.is_statement() {
                return true;
            }
            let below = format!("{}/", statement.parent());
            let (list, rest): (Vec<&'f Fact>, Vec<&'f Fact>) =
                lists.iter().partition(|fact| fact.key.starts_with(&below));
            if list.is_empty() {
                return true;
            }
            *lists = rest;
            let stated = vec![statement.value.clone()];
            let listed = list.iter().map(|fact| fact.value.clone()).collect();
            let (before, after) =
                if statement_is_new { (listed, stated) } else { (stated, listed) };
            changes.push(Change {
                aspect: statement.aspect,
                about: statement.about.clone(),
                before,
                after,
                weight: Weight::Substance,
            });
            false
        });
    }
    changes
}

/// One fee line dropped and one added in the same place: a fee that was given another id is still that fee.
fn fees_renamed<'f>(dropped: &mut Vec<&'f Fact>, added: &mut Vec<&'f Fact>) -> Vec<Change> {
    let mut changes = Vec::new();
    let lines = |all: &[&Fact], parent: &str| {
        let own = all.iter().filter(|one| one.aspect == Aspect::Fee && one.parent() == parent);
        own.count()
    };
    let old = dropped.clone();
    for before in old.iter().filter(|fact| fact.aspect == Aspect::Fee) {
        let parent = before.parent();
        if lines(dropped, parent) != 1 || lines(added, parent) != 1 {
            continue;
        }
        let found =
            added.iter().position(|one| one.aspect == Aspect::Fee && one.parent() == parent);
        let Some(at) = found else { continue };
        let after = added.remove(at);
        dropped.retain(|one| one.key != before.key);
        changes.extend(altered(before, after));
    }
    changes
}
