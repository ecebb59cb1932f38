//! Sheets: what tallies hold of a unit, as figures need it. Each is held against the ratings themselves.

use std::collections::{BTreeMap, BTreeSet};

use niemyet::feedback::satisfaction::{PairSums, ReportingPeriod, Sheet, Way};
use niemyet::feedback::{AnswerValue, Mode, Submission};
use niemyet::store::{SheetGrain, SheetQuery, SheetUnit, Store, StoredRating, Tallies, UnitSheet};
use niemyet::text::Slug;

use crate::place::{Place, exported, keep_all};
use crate::sample::{Dice, NOON, level, rating, slug};

const DAY: i64 = 86_400_000;

fn november() -> ReportingPeriod {
    ReportingPeriod::Month(2026, 11)
}

fn way(rating: &Submission) -> Way {
    Way { mode: rating.mode, verified: rating.ticket.is_some() }
}

/// The sheet of these ratings, one by one and in another manner than the store's.
fn counted(ratings: &[&StoredRating], pairs: bool) -> Sheet {
    let first = &ratings[0].submission;
    let mut sheet = Sheet::new(first.survey.clone(), first.version, way(first));
    sheet.pairs = pairs.then(BTreeMap::new);
    for one in ratings.iter().map(|one| &one.submission) {
        sheet.ratings += 1;
        for (question, answer) in &one.answers {
            let words = match answer {
                AnswerValue::Level(level) => vec![level.to_string()],
                AnswerValue::Points { option, .. } | AnswerValue::Choice(option) => {
                    vec![option.to_string()]
                }
                AnswerValue::Choices(options) => {
                    options.iter().map(ToString::to_string).chain(["*".to_owned()]).collect()
                }
                AnswerValue::Number(number) => vec![number.to_string()],
                AnswerValue::Text(_) | AnswerValue::ErasedText => vec!["*".into()],
                AnswerValue::DontKnow => vec!["?".into()],
            };
            for word in words {
                sheet.count(question, &word, 1);
            }
            for (other, value) in one.answers.iter().filter(|(other, _)| pairs && other >= question)
            {
                let scores = (answer.score(), value.score());
                if let (Some(first), Some(second)) = scores {
                    let (first, second) = (u64::from(first), u64::from(second));
                    let sums = PairSums { n: 1, first, second, product: first * second, top: None };
                    sheet.pair(question, other, &sums);
                }
            }
        }
    }
    sheet
}

/// What a query should find, by a name for each unit.
fn expected(
    ratings: &[StoredRating],
    query: &SheetQuery,
    unit: impl Fn(&Submission) -> Option<SheetUnit>,
) -> Vec<UnitSheet> {
    let mut groups: BTreeMap<_, Vec<&StoredRating>> = BTreeMap::new();
    let (first, last) = query.period.months();
    for one in ratings.iter().filter(|one| !one.held) {
        let sent = &one.submission;
        let mut tallies = Tallies::default();
        tallies.add(one);
        let month = tallies.hours.keys().next().unwrap().month;
        let within = query.ways.as_ref().is_none_or(|ways| ways.contains(&way(sent)));
        if !(first..=last).contains(&month) || !within {
            continue;
        }
        let period = if query.by_month {
            ReportingPeriod::parse(&format!("{}-{:02}", month / 100, month % 100)).unwrap()
        } else {
            query.period
        };
        if let Some(unit) = unit(sent) {
            let key = (unit, period, sent.survey.clone(), sent.version, way(sent));
            groups.entry(key).or_default().push(one);
        }
    }
    let pairs = query.grain != SheetGrain::Procedure && query.procedure.is_none();
    groups
        .into_iter()
        .map(|((unit, period, ..), of)| UnitSheet { unit, period, sheet: counted(&of, pairs) })
        .collect()
}

fn agree(
    store: &dyn Store,
    query: &SheetQuery,
    unit: impl Fn(&Submission) -> Option<SheetUnit>,
) -> usize {
    let found = store.sheets(query).unwrap();
    let expected = expected(&exported(store), query, unit);
    assert_eq!(found.len(), expected.len(), "{query:?}");
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "{query:?}");
    }
    found.len()
}

fn counter(of: &Submission) -> SheetUnit {
    SheetUnit::Counter { agency: of.agency.clone(), counter: of.counter.clone() }
}

fn procedure(of: &Submission) -> SheetUnit {
    SheetUnit::Procedure(of.about.as_ref().map(|about| about.procedure.clone()))
}

pub(crate) fn sheets_hold_what_the_ratings_add_up_to(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(23);
    keep_all(&*store, (0..400).map(|number| dice.rating(number)).collect());
    let store = &*store;
    let quarter = ReportingPeriod::Quarter(2026, 4);
    for period in [november(), quarter, ReportingPeriod::Year(2026), ReportingPeriod::Year(2027)] {
        for by_month in [false, true] {
            let of = |grain| SheetQuery { by_month, ..SheetQuery::new(grain, period) };
            let mut found = agree(store, &of(SheetGrain::Whole), |_| Some(SheetUnit::Whole));
            found += agree(store, &of(SheetGrain::Agency), |one| {
                Some(SheetUnit::Agency(one.agency.clone()))
            });
            found += agree(store, &of(SheetGrain::Counter), |one| Some(counter(one)));
            found += agree(store, &of(SheetGrain::Procedure), |one| Some(procedure(one)));
            assert!(found > 20, "{period}: {found}");
        }
    }
}

pub(crate) fn sheets_are_those_of_the_scope_that_was_asked_for(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(29);
    keep_all(&*store, (0..300).map(|number| dice.rating(number)).collect());
    let store = &*store;
    let quarter = ReportingPeriod::Quarter(2026, 4);
    let two = [slug("phuong-a"), slug("xa-c")];
    let among = |one: &Submission| two.contains(&one.agency);
    // A province: its agency with those below it, as one and apart.
    let whole = SheetQuery::new(SheetGrain::Whole, quarter).of(two.clone());
    assert!(agree(store, &whole, |one| among(one).then_some(SheetUnit::Whole)) > 0);
    let apart = SheetQuery { grain: SheetGrain::Agency, ..whole.clone() };
    let agency = |one: &Submission| SheetUnit::Agency(one.agency.clone());
    assert!(agree(store, &apart, |one| among(one).then(|| agency(one))) > 0);
    let at = SheetQuery {
        counter: Some(slug("quay-2")),
        grain: SheetGrain::Procedure,
        ..SheetQuery::new(SheetGrain::Whole, quarter).of([slug("phuong-b")])
    };
    let here = |one: &Submission| one.agency == slug("phuong-b") && one.counter == slug("quay-2");
    assert!(agree(store, &at, |one| here(one).then(|| procedure(one))) > 0);
    // About one procedure, by counter: no pairs, since they are not counted by procedure.
    let code = rating(1, "").about.unwrap().procedure;
    let about = SheetQuery {
        procedure: Some(code.clone()),
        ..SheetQuery::new(SheetGrain::Counter, quarter)
    };
    let told = |one: &Submission| one.about.as_ref().is_some_and(|about| about.procedure == code);
    assert!(agree(store, &about, |one| told(one).then(|| counter(one))) > 0);
    assert!(store.sheets(&about).unwrap().iter().all(|one| one.sheet.pairs.is_none()));
    let ways: BTreeSet<Way> =
        [Way { mode: Mode::Qr, verified: false }, Way { mode: Mode::Kiosk, verified: true }].into();
    let ways = SheetQuery { ways: Some(ways), ..SheetQuery::new(SheetGrain::Whole, quarter) };
    assert!(agree(store, &ways, |_| Some(SheetUnit::Whole)) > 0);
    for nothing in [
        SheetQuery::new(SheetGrain::Agency, quarter).of([]),
        SheetQuery::new(SheetGrain::Agency, quarter).of([slug("xa-khac")]),
        SheetQuery::new(SheetGrain::Agency, ReportingPeriod::Year(2019)),
        SheetQuery { ways: Some(BTreeSet::new()), ..SheetQuery::new(SheetGrain::Agency, quarter) },
    ] {
        assert_eq!(store.sheets(&nothing).unwrap(), [], "{nothing:?}");
    }
}

pub(crate) fn sheets_of_many_units_take_no_question_each(place: &impl Place) {
    let store = place.open().unwrap();
    let ratings = (0..1_000).map(|number: u32| Submission {
        agency: slug(&format!("xa-{}", number % 166)),
        counter: slug(&format!("quay-{}", number / 166)),
        answers: vec![level("hai-long", 4)],
        received_at: NOON - i64::from(number % 20) * DAY,
        ..rating(number, "")
    });
    keep_all(&*store, ratings.collect());
    let agencies: Vec<Slug> = (0..166).map(|number| slug(&format!("xa-{number}"))).collect();
    let query = SheetQuery::new(SheetGrain::Counter, november()).of(agencies);
    let found = store.sheets(&query).unwrap();
    assert_eq!(found.len(), 1_000);
    let whole = store.sheets(&SheetQuery { grain: SheetGrain::Whole, ..query }).unwrap();
    let mut added = found[0].sheet.clone();
    for one in &found[1..] {
        added.add(&one.sheet).unwrap();
    }
    assert_eq!((whole.len(), &whole[0].sheet), (1, &added));
    assert_eq!(added.ratings, 1_000);
}

pub(crate) fn a_tally_edited_by_hand_is_named(place: &impl Place) {
    let store = place.open().unwrap();
    keep_all(&*store, vec![rating(1, "")]);
    let query = SheetQuery::new(SheetGrain::Agency, november());
    assert_eq!(store.sheets(&query).unwrap().len(), 1);
    place.alter("UPDATE tally_period SET n = -4");
    let refused = store.sheets(&query).unwrap_err().to_string();
    assert!(refused.contains("-4"), "{refused}");
}

pub(crate) fn hours_are_those_of_the_ratings(place: &impl Place) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(41);
    keep_all(&*store, (0..200).map(|number| dice.rating(number)).collect());
    let found = store.hours(&slug("phuong-a"), 2026).unwrap();
    let mut expected = BTreeMap::new();
    for one in exported(&*store).iter().filter(|one| !one.held) {
        let mut tallies = Tallies::default();
        tallies.add(one);
        let cell = tallies.hours.keys().next().unwrap();
        if cell.agency == slug("phuong-a") && cell.month / 100 == 2026 {
            *expected.entry((cell.month, cell.hour)).or_insert(0) += 1;
        }
    }
    assert!(!expected.is_empty());
    assert_eq!(found, expected);
}
