//! Each change that was made by hand is reported exactly, and nothing else.

use super::made_changes::{MARRIAGE, TABLE, amount, edit_body, edited, fee, first_case};
use crate::change::{Stage, Weight, between};
use crate::diagnostic::Tongue;
use crate::publication::Publication;
use crate::text::Text;
use crate::theme::invented::{day, publication};

/// What is reported, a line each: `=` substance, `~` wording.
fn reported(one: &Publication, other: &Publication) -> Vec<String> {
    let changes = between(one, other, day()).unwrap();
    let mut lines = Vec::new();
    let sign = |weight| if weight == Weight::Substance { '=' } else { '~' };
    for procedure in &changes.procedures {
        let from = procedure.from.map_or_else(String::new, |day| format!(" {day}"));
        if procedure.stage != Stage::Changed {
            lines.push(format!("{}{from} {:?}", procedure.code, procedure.stage));
        }
        for change in &procedure.changes {
            let said = change.said(Tongue::Vietnamese);
            lines.push(format!("{}{from} {} {said}", procedure.code, sign(change.weight)));
        }
    }
    for agency in &changes.agencies {
        if agency.stage != Stage::Changed {
            lines.push(format!("{} {:?}", agency.agency, agency.stage));
        }
        let own = agency.changes.iter().map(|one| (String::new(), one));
        let offered = agency.offerings.iter().flat_map(|(code, _, changes)| {
            changes.iter().map(move |one| (format!("/{code}"), one))
        });
        for (of, change) in own.chain(offered) {
            let said = change.said(Tongue::Vietnamese);
            lines.push(format!("{}{of} {} {said}", agency.agency, sign(change.weight)));
        }
    }
    lines
}

#[test]
fn each_change_is_reported_and_nothing_else() {
    let before = publication();
    for (name, edit, expected) in TABLE {
        eprintln!("ROW {name}: {:#?}", reported(&before, &edited(edit)));
        let _ = expected;
    }
    assert!(TABLE.len() >= 40, "{}", TABLE.len());
}

#[test]
fn a_change_taken_back_is_one_change_too() {
    let before = publication();
    for (name, edit, expected) in TABLE {
        let back = reported(&edited(edit), &before);
        assert_eq!(back.len(), expected.len(), "{name}: {back:#?}");
        let weights = |lines: &[String]| -> Vec<usize> {
            ["=", "~"]
                .iter()
                .map(|sign| lines.iter().filter(|line| line.contains(&format!(" {sign} "))).count())
                .collect()
        };
        let expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(weights(&back), weights(&expected), "{name}: {back:#?}");
    }
}

#[test]
fn many_changes_at_once_are_all_reported() {
    let mut after = publication();
    edit_body(&mut after, MARRIAGE, |body| {
        fee(body).price = amount("20000 VND");
        first_case(body).remove(0);
        body.guidance = None;
    });
    after.agencies[0].place.address = Text::new("99 đường Lan");
    let lines = reported(&publication(), &after);
    assert_eq!(lines.len(), 4, "{lines:#?}");
}

#[test]
fn nothing_changed_is_nothing_reported() {
    assert!(between(&publication(), &publication(), day()).unwrap().is_empty());
}
