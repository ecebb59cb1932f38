//! A publication in which one procedure has one edition alone, always in force: for comparing two editions as if one had
//! taken the place of the other overnight.

use std::sync::Arc;

use anyhow::{Context, bail};

use crate::catalogue::procedure::{Procedure, ProcedureCode};
use crate::diagnostic::Tongue;
use crate::publication::{Bodies, BodyError, EditionIndex, Publication};
use crate::text::Date;

/// The publication with one edition of `code`: the one of that day, or the first where none is named.
pub(super) fn one_edition(
    publication: &Publication,
    code: &ProcedureCode,
    from: Option<Date>,
    tongue: Tongue,
) -> anyhow::Result<Publication> {
    let own: Vec<_> = publication.editions_of(code).collect();
    let Some(first) = own.first() else {
        bail!(match tongue {
            Tongue::Vietnamese => format!("không có thủ tục `{code}`"),
            Tongue::English => format!("there is no procedure `{code}`"),
        });
    };
    let is_of = |index: &&EditionIndex| publication.edition(**index).from == from;
    let chosen = match from {
        None => Some(first),
        Some(_) => own.iter().find(is_of),
    };
    let days = own.iter().filter_map(|index| publication.edition(*index).from);
    let days: Vec<_> = days.map(|day| day.to_string()).collect();
    let chosen = chosen.copied().with_context(|| {
        let (day, days) = (from.map_or_else(String::new, |day| day.to_string()), days.join(", "));
        match tongue {
            Tongue::Vietnamese => format!("{code} không có bản từ {day}; có các bản: {days}"),
            Tongue::English => format!("{code} has no edition of {day}; it has those of {days}"),
        }
    })?;
    let mut one = publication.clone();
    let places: Vec<EditionIndex> = (0..publication.editions.len())
        .map(EditionIndex)
        .filter(|index| !own.contains(index) || *index == chosen)
        .collect();
    one.editions = places.iter().map(|index| publication.edition(*index).clone()).collect();
    for edition in one.editions.iter_mut().filter(|edition| edition.code == *code) {
        (edition.from, edition.to) = (None, None);
    }
    one.bodies = Arc::new(Moved { bodies: Arc::clone(&publication.bodies), places });
    Ok(one)
}

/// Bodies under other places.
struct Moved {
    bodies: Arc<dyn Bodies>,
    places: Vec<EditionIndex>,
}

impl Bodies for Moved {
    fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError> {
        let missing = || BodyError { edition: edition.0, reason: "not there".into() };
        self.bodies.body(*self.places.get(edition.0).ok_or_else(missing)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::between;
    use crate::theme::invented::{code, date, day, publication};

    #[test]
    fn two_editions_are_compared_as_if_one_followed_the_other_at_once() {
        let all = publication();
        let marriage = code("1.000894");
        let one = |from| one_edition(&all, &marriage, from, Tongue::English);
        let (first, second) = (one(None).unwrap(), one(Some(date("2027-03-01"))).unwrap());
        assert_eq!(first.editions.len(), all.editions.len() - 1);
        assert!(between(&first, &second, day()).unwrap().is_empty(), "they say the same");
        let last = EditionIndex(first.editions.len() - 1);
        assert_eq!(first.body(last).unwrap(), all.body(EditionIndex(3)).unwrap());
        let error = one(Some(date("2027-03-02"))).err().unwrap().to_string();
        assert!(error.contains("2020-09-04, 2027-03-01"), "{error}");
    }
}
