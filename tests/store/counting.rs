//! Tallies: they always fit the ratings, and can be made to.

use std::collections::BTreeMap;

use niemyet::feedback::satisfaction::ReportingPeriod;
use niemyet::feedback::{Amendment, How, Submission};
use niemyet::store::{ScoreSums, SheetGrain, SheetQuery, Table, TallySpan};

use crate::place::{Place, added_up, all, equal, fits, keep, keep_all, make_older};
use crate::sample::{Dice, NOON, level, rating, slug, ticket};

const DAY: i64 = 86_400_000;

pub(crate) fn tallies_fit_whatever_was_written(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(11);
    let mut sent: Vec<Submission> = Vec::new();
    for round in 0..30 {
        let fresh: Vec<_> = (0..12).map(|at| dice.rating(round * 12 + at)).collect();
        let keeping: Vec<_> = fresh.iter().cloned().map(|one| store.keep(one)).collect();
        let amending: Vec<_> = (0..8)
            .filter_map(|_| {
                let count = u32::try_from(sent.len()).ok().filter(|count| *count > 0)?;
                let one = &sent[dice.roll(count) as usize];
                Some(store.amend(Amendment {
                    agency: one.agency.clone(),
                    key: one.key,
                    survey: one.survey.clone(),
                    version: one.version,
                    how: if dice.roll(2) == 0 { How::Replace } else { How::Add },
                    answers: dice.answers(),
                    // Some were spent before, for this rating or another.
                    ticket: (dice.roll(3) == 0).then(|| ticket(dice.roll(60))),
                    code: one.code,
                    marks: Vec::new(),
                    at: one.received_at + i64::from(dice.roll(40)) * 60_000,
                }))
            })
            .collect();
        assert!(all(keeping).iter().all(Result::is_ok) && all(amending).iter().all(Result::is_ok));
        sent.extend(fresh);
    }
    equal(&store.tallies(&TallySpan::all()).unwrap(), &added_up(&*store));
    fits(&*store);
}

pub(crate) fn tallies_hold_what_intervals_need(place: &impl Place) {
    let store = place.open().unwrap();
    // The second question is passed over by one of three.
    let pairs = [(4, Some(2)), (5, Some(4)), (1, None)];
    let ratings = pairs.iter().zip(0..).map(|((one, other), number)| Submission {
        answers: [("a", Some(*one)), ("b", *other)]
            .into_iter()
            .filter_map(|(question, score)| Some(level(question, score?)))
            .collect(),
        ..rating(number, "")
    });
    keep_all(&*store, ratings.collect());
    let tallies = store.tallies(&TallySpan::all()).unwrap();
    let sums: BTreeMap<_, _> =
        tallies.scores.iter().map(|(cell, sums)| (cell.pair.clone(), *sums)).collect();
    let sum = |n, first, second, product| ScoreSums { n, first, second, product };
    let (a, b) = (slug("a"), slug("b"));
    assert_eq!(sums[&None].n, 3);
    assert_eq!(sums[&Some((a.clone(), a.clone()))], sum(3, 10, 10, 42));
    assert_eq!(sums[&Some((b.clone(), b.clone()))], sum(2, 6, 6, 20));
    assert_eq!(sums[&Some((a, b))], sum(2, 9, 6, 28));
    let day = tallies.answers.keys().next().unwrap().day;
    let hour = tallies.hours.iter().next().unwrap();
    assert_eq!(
        (day, hour.0.month, hour.0.weekday, hour.0.hour, *hour.1),
        (20_261_121, 202_611, 6, 15, 3)
    );
}

pub(crate) fn a_span_is_what_was_asked_for(place: &impl Place) {
    let store = place.open().unwrap();
    for (number, agency, days) in [(1, "xa-a", 0), (2, "xa-a", 1), (3, "xa-b", 0), (4, "xa-a", 40)]
    {
        keep(
            &*store,
            Submission {
                agency: slug(agency),
                received_at: NOON + days * DAY,
                ..rating(number, "")
            },
        );
    }
    let count = |agency: Option<&str>, from, until| -> i64 {
        let span = TallySpan { agency: agency.map(slug), from, until };
        let tallies = store.tallies(&span).unwrap();
        tallies.answers.iter().filter(|(cell, _)| cell.question.is_none()).map(|(_, n)| n).sum()
    };
    assert_eq!(count(None, 0, 99_999_999), 4);
    assert_eq!(count(Some("xa-a"), 20_261_121, 20_261_122), 2);
    assert_eq!(count(Some("xa-a"), 20_261_121, 20_261_121), 1);
    assert_eq!(count(Some("xa-b"), 20_261_122, 20_271_231), 0);
    let month = store.tallies(&TallySpan::month(Some(slug("xa-a")), 202_612)).unwrap();
    assert_eq!(month.hours.values().sum::<i64>(), 1);
}

pub(crate) fn tallies_that_were_damaged_are_found_and_rebuilt(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(5);
    keep_all(&*store, (0..60).map(|number| dice.rating(number)).collect());
    let whole = store.tallies(&TallySpan::all()).unwrap();
    place.alter("UPDATE tally_answer SET n = n + 3 WHERE answer = '5'");
    place.alter("DELETE FROM tally_score WHERE question = 'hai-long'");
    place.alter("DELETE FROM tally_hour WHERE agency = 'xa-c'");
    // Of a month without any rating.
    place.alter("INSERT INTO tally_hour (agency, held, month, weekday, hour, n) VALUES ('xa-c', 0, 203001, 1, 8, 9)");
    let found = store.compare_tallies().unwrap();
    let said = "xa-c 203001 hours: weekday 1 hour 8: -9";
    assert!(found.iter().any(|one| one.to_string() == said), "{found:?}");
    assert_eq!(store.rebuild_tallies().unwrap().len(), found.len());
    equal(&store.tallies(&TallySpan::all()).unwrap(), &whole);
    fits(&*store);
    assert_eq!(store.rebuild_tallies().unwrap(), []);
}

pub(crate) fn periods_follow_from_days_and_are_mended(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(31);
    keep_all(&*store, (0..80).map(|number| dice.rating(number)).collect());
    fits(&*store);
    let year = SheetQuery::new(SheetGrain::Agency, ReportingPeriod::Year(2026));
    let whole = store.sheets(&year).unwrap();
    place.alter("UPDATE tally_period SET n = n + 2 WHERE period = 2026 AND answer = '5'");
    place.alter("DELETE FROM tally_period WHERE scope = 'xa-c'");
    assert_ne!(store.sheets(&year).unwrap(), whole);
    let found = store.compare_tallies().unwrap();
    assert!(found.iter().any(|one| one.month == 2026), "{found:?}");
    assert!(found.iter().all(|one| one.table == Table::Periods), "{found:?}");
    // Of a sealed month too: tally (a) stands where the ratings are gone.
    place.alter("INSERT INTO purge_line (agency, month) VALUES ('xa-c', 209912)");
    place.alter("DELETE FROM rating WHERE agency = 'xa-c'");
    assert_eq!(store.rebuild_tallies().unwrap().len(), found.len());
    fits(&*store);
    assert_eq!(store.sheets(&year).unwrap(), whole);
}

pub(crate) fn sealed_months_are_left_alone(place: &impl Place) {
    let store = place.open().unwrap();
    for (number, days) in [(1, 0), (2, 15)] {
        keep(&*store, Submission { received_at: NOON + days * DAY, ..rating(number, "") });
    }
    let whole = store.tallies(&TallySpan::all()).unwrap();
    place.alter("INSERT INTO purge_line (agency, month) VALUES ('phuong-vi-du', 202612)");
    place.alter("DELETE FROM rating");
    let lost = store.rebuild_tallies().unwrap();
    assert!(!lost.is_empty() && lost.iter().all(|one| one.month == 202_612), "{lost:?}");
    let left = store.tallies(&TallySpan::all()).unwrap();
    equal(&left, &store.tallies(&TallySpan::month(None, 202_611)).unwrap());
    assert_eq!(left.hours.len() + 1, whole.hours.len());
}

pub(crate) fn rebuilding_does_not_mind_others_writing(place: &impl Place) {
    let stores = [place.open().unwrap(), place.open().unwrap()];
    let mut dice = Dice::new(8);
    keep_all(&*stores[0], (0..50).map(|number| dice.rating(number)).collect());
    for table in ["tally_answer", "tally_score", "tally_hour", "tally_period"] {
        place.alter(&format!("DELETE FROM {table}"));
    }
    let more: Vec<_> = (100..300).map(|number| dice.rating(number)).collect();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for one in more.chunks(20) {
                assert!(keep_all(&*stores[0], one.to_vec()).iter().all(Result::is_ok));
            }
        });
        // Two rebuild at once, and neither adds what the other has added.
        for store in &stores {
            scope.spawn(|| store.rebuild_tallies().unwrap());
        }
    });
    assert_eq!(stores[0].count().unwrap(), 250);
    fits(&*stores[0]);
}

pub(crate) fn an_older_database_gets_its_tallies(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(9);
    keep_all(&*store, (0..40).map(|number| dice.rating(number)).collect());
    let whole = store.tallies(&TallySpan::all()).unwrap();
    drop(store);
    make_older(place);
    for table in ["tally_answer", "tally_score", "tally_hour", "purge_line", "lock"] {
        place.alter(&format!("DROP TABLE {table}"));
    }
    place.alter("DELETE FROM migration WHERE number > 2");
    let store = place.open().unwrap();
    equal(&store.tallies(&TallySpan::all()).unwrap(), &whole);
}
