//! What is never added up, counted or compared, and what is left of it.

use niemyet::feedback::Mode;
use niemyet::feedback::satisfaction::{
    Aggregate, Apart, Basis, Candidate, Decimal, Grade, GradeScale, Index, IndexError, Instrument,
    IntervalRule, Method, Placing, PointsIndex, Sheet, Standing, Way, Ways,
};
use niemyet::text::Slug;

use crate::ratings::{QR, instrument, sheet, slug, written};

const KIOSK: Way = Way { mode: Mode::Kiosk, verified: true };
const BASIS: Basis = Basis { method: Method::Top2, aggregate: Aggregate::CriteriaMean };

fn of_way(asked: &Instrument, ratings: &str, way: Way) -> Sheet {
    let counted = sheet(asked, written(ratings), true);
    let mut other = Sheet::new(asked.survey.clone(), asked.version, way);
    for (question, answers) in &counted.answers {
        for (answer, times) in answers {
            other.count(question, answer, *times);
        }
    }
    other.ratings = counted.ratings;
    other.pairs = counted.pairs;
    other
}

#[test]
fn ways_are_combined_only_when_asked_and_the_figures_say_so() {
    let asked = instrument(5, &[2]);
    let qr = of_way(&asked, "20x5 4;5x1 2", QR);
    let kiosk = of_way(&asked, "3x5 5;30x2 -", KIOSK);
    let mut sum = qr.clone();
    assert!(matches!(sum.add(&kiosk), Err(Apart::Ways(_, _))));
    assert_eq!(sum, qr, "nothing of it was added");
    let both = Sheet::combine([&qr, &kiosk]).unwrap();
    assert_eq!(
        (both.ratings, both.ways().to_string().as_str()),
        (58, "combined:qr/open+kiosk/verified")
    );
    let index = Index::of(&both, &asked, BASIS).unwrap();
    assert!(matches!(&index.ways, Ways::Combined(ways) if ways.len() == 2));
    assert_eq!(Index::of(&qr, &asked, BASIS).unwrap().ways, Ways::One(QR));
    // One alone that was combined still says so, and a sum of sums is as good as one of all.
    assert_eq!(Sheet::combine([&qr]).unwrap().ways().to_string(), "combined:qr/open");
    assert_eq!(Sheet::combine([]), Err(Apart::Nothing));
    let again = Sheet::combine([&both, &of_way(&asked, "", QR)]).unwrap();
    assert_eq!(again, both);
}

#[test]
fn other_versions_are_not_added_and_a_part_is_no_more_than_the_whole() {
    let asked = instrument(5, &[2]);
    let whole = of_way(&asked, "20x5 4;5x1 ?;4x3 -", QR);
    let part = of_way(&asked, "7x5 4;2x1 ?", QR);
    let rest = whole.without(&part).unwrap();
    let known = of_way(&asked, "13x5 4;3x1 ?;4x3 -", QR);
    let figures = |sheet| Index::of(sheet, &asked, BASIS).unwrap();
    assert_eq!(figures(&rest), figures(&known));
    let mut back = rest.clone();
    back.add(&part).unwrap();
    assert_eq!(back, whole);
    assert!(matches!(part.without(&whole), Err(Apart::PartAboveWhole(_))));
    let mut older = whole.clone();
    older.version = 7;
    assert!(matches!(older.add(&whole), Err(Apart::Survey(_, _))));
    assert!(matches!(Sheet::combine([&older, &whole]), Err(Apart::Survey(_, _))));
    assert!(matches!(Index::of(&older, &asked, BASIS), Err(IndexError::OtherSurvey { .. })));
}

#[test]
fn pairs_of_a_part_do_not_pass_for_those_of_the_whole() {
    let asked = instrument(5, &[2]);
    let linear = Basis { method: Method::Linear, ..BASIS };
    let known = of_way(&asked, "20x5 4;5x1 2", QR);
    let mut apart = known.clone();
    apart.pairs = None;
    let rule =
        |sheet: &Sheet| Index::of(sheet, &asked, linear).unwrap().whole.unwrap().interval.rule;
    assert_eq!(
        (rule(&known), rule(&apart)),
        (IntervalRule::WilsonEffective, IntervalRule::WilsonBound)
    );
    for (one, other) in [(&known, &apart), (&apart, &known)] {
        let mut sum = one.clone();
        sum.add(other).unwrap();
        assert_eq!((rule(&sum), sum.ratings), (IntervalRule::WilsonBound, 50));
    }
    // An empty sheet takes over what the other knows.
    let mut empty = Sheet::new(asked.survey.clone(), asked.version, QR);
    empty.add(&known).unwrap();
    assert_eq!(rule(&empty), IntervalRule::WilsonEffective);
}

#[test]
fn a_sheet_that_disagrees_with_itself_gives_no_figure() {
    let asked = instrument(5, &[2]);
    let first: Slug = asked.factors[0].criteria[0].question.clone();
    let sound = of_way(&asked, "20x5 4;5x1 2", QR);
    let linear = Basis { method: Method::Linear, ..BASIS };
    let error = |sheet: &Sheet, basis| Index::of(sheet, &asked, basis).unwrap_err();

    let mut unknown = sound.clone();
    unknown.count(&first, "6", 1);
    assert!(
        matches!(error(&unknown, BASIS), IndexError::UnknownAnswer { answer, .. } if answer == "6")
    );

    let mut moved = sound.clone();
    moved.count(&first, "4", 1);
    moved.ratings += 1;
    assert!(
        matches!(error(&moved, BASIS), IndexError::Disagrees { question } if question == first)
    );

    let mut few = sound.clone();
    few.ratings = 24;
    assert!(matches!(
        error(&few, BASIS),
        IndexError::TooManyAnswers { answers: 25, ratings: 24, .. }
    ));

    let points = Basis { method: Method::Points012, ..BASIS };
    assert!(matches!(error(&sound, points), IndexError::Unfit { method: "points012", .. }));
    let three = instrument(3, &[2]);
    let mean5 = Basis { method: Method::Mean5, ..BASIS };
    let of_three = of_way(&three, "3x3 2", QR);
    assert!(matches!(Index::of(&of_three, &three, mean5), Err(IndexError::Unfit { .. })));
    assert!(Index::of(&of_three, &three, linear).is_ok());
}

#[test]
fn the_overall_question_stands_beside_the_whole() {
    let mut asked = instrument(5, &[1, 1]);
    asked.overall = Some(asked.factors.remove(0).criteria.remove(0));
    let counted = sheet_of(&asked, &[("5", "1"), ("5", "2"), ("4", "1"), ("1", "5")]);
    let index = Index::of(&counted, &asked, BASIS).unwrap();
    let overall = index.overall.as_ref().unwrap().figure.as_ref().unwrap();
    assert!((overall.percent - 75.0).abs() < 1e-9);
    assert!((index.headline().unwrap().percent - 25.0).abs() < 1e-9);
    // A survey of the one question has it as its headline.
    asked.factors.clear();
    let index = Index::of(&counted, &asked, BASIS).unwrap();
    assert!(index.whole.is_none());
    assert!((index.headline().unwrap().percent - 75.0).abs() < 1e-9);
}

/// Ratings of the overall question and one criterion.
fn sheet_of(asked: &Instrument, ratings: &[(&str, &str)]) -> Sheet {
    let mut counted = Sheet::new(asked.survey.clone(), asked.version, QR);
    let overall = &asked.overall.as_ref().unwrap().question;
    let criterion = &asked.criteria().next().unwrap().question;
    for (first, second) in ratings {
        counted.ratings += 1;
        counted.count(overall, first, 1);
        counted.count(criterion, second, 1);
    }
    counted
}

#[test]
fn placing_goes_by_vietnamese_names_and_leaves_out_what_may_not_be_shown() {
    let asked = instrument(5, &[1]);
    let places = [
        ("d", "Đồng Lợi", "180x5;20x1"),
        ("z", "Dương Hòa", "180x5;20x1"),
        ("a", "Xuân Tân", "100x5;100x1"),
        ("b", "Ân Phú", "198x5;2x1"),
        ("c", "An Phú", "195x5;5x1"),
        ("e", "Bé Nhỏ", "3x5;1x1"),
        ("f", "Không Ai", ""),
    ];
    let sheets: Vec<Sheet> = places.iter().map(|(_, _, of)| of_way(&asked, of, QR)).collect();
    let candidates: Vec<Candidate<'_>> = places
        .iter()
        .zip(&sheets)
        .map(|((id, name, _), sheet)| Candidate {
            agency: slug(id),
            name,
            sheet,
            shown: sheet.ratings >= 10,
        })
        .collect();
    let placing = Placing::of(&candidates, &asked, BASIS).unwrap().unwrap();
    let order: Vec<(&str, Standing)> =
        placing.placed.iter().map(|one| (one.agency.as_str(), one.standing)).collect();
    assert_eq!(
        order,
        [
            ("c", Standing::Higher),
            ("b", Standing::Higher),
            ("z", Standing::NotDifferent),
            ("d", Standing::NotDifferent),
            ("a", Standing::Lower)
        ]
    );
    assert_eq!((placing.comparisons, Placing::ADJUSTMENT), (5, "holm"));
    assert_eq!(placing.not_compared, [slug("e"), slug("f")]);
    assert_eq!(placing.whole.counted.n, 1004, "the small one is in the province's figure");
    // Alone there is no rest, and of nobody there is no province.
    let alone = Placing::of(&candidates[..1], &asked, BASIS).unwrap().unwrap();
    assert_eq!((alone.comparisons, alone.not_compared.len()), (0, 1));
    assert_eq!(Placing::of(&candidates[6..], &asked, BASIS), Ok(None));
    assert_eq!(Placing::of(&[], &asked, BASIS), Ok(None));
}

/// The scales of TT 01/2018/TT-VPCP art. 12–15 as their content file is to hold them, in tenths of a point.
fn scale(id: &str, indices: usize, grades: &[(&str, u64)]) -> GradeScale {
    let indices = (0..indices).map(|at| slug(&format!("chi-so-{at}"))).collect();
    let grade = |(id, digits): &(&str, u64)| Grade {
        id: slug(id),
        from: Decimal { digits: *digits, decimals: 1 },
    };
    let grades = grades.iter().map(grade).collect();
    GradeScale::new(slug(id), "Thông tư 01/2018/TT-VPCP, Điều 12–15", None, 1, indices, grades)
        .unwrap()
}

#[test]
fn grades_begin_where_the_circular_says_after_rounding() {
    let agency = scale(
        "co-quan",
        9,
        &[("xuat-sac", 150), ("tot", 120), ("kha", 90), ("trung-binh", 60), ("yeu", 0)],
    );
    let officer = scale("can-bo", 5, &[("du", 50), ("tu-70", 35), ("duoi-70", 0)]);
    // Points of each index over 20 files; the last index carries the odd ones.
    let graded = |scale: &GradeScale, each: u64, last: u64| {
        let id = scale.indices().last().unwrap().clone();
        let index = |of: &Slug| {
            let points = Decimal::quotient(if *of == id { last } else { each }, 20, 1)?;
            Some(PointsIndex { points, n: 20 })
        };
        let graded = scale.grade(index).unwrap();
        format!("{} of {}: {}", graded.sum, graded.most, graded.grade)
    };
    for (each, last, known) in [
        (40, 40, "18.0 of 18.0: xuat-sac"),
        (34, 28, "15.0 of 18.0: xuat-sac"),
        // 1.35 is 1.4 on paper, which makes 15.0; 1.34 would be 1.3.
        (34, 27, "15.0 of 18.0: xuat-sac"),
        (34, 26, "14.9 of 18.0: tot"),
        (26, 32, "12.0 of 18.0: tot"),
        (26, 30, "11.9 of 18.0: kha"),
        (20, 20, "9.0 of 18.0: kha"),
        (20, 18, "8.9 of 18.0: trung-binh"),
        (14, 8, "6.0 of 18.0: trung-binh"),
        (14, 6, "5.9 of 18.0: yeu"),
        (0, 0, "0.0 of 18.0: yeu"),
    ] {
        assert_eq!(graded(&agency, each, last), known);
    }
    for (each, last, known) in [
        (40, 40, "10.0 of 10.0: du"),
        (20, 20, "5.0 of 10.0: du"),
        (20, 19, "5.0 of 10.0: du"),
        (20, 18, "4.9 of 10.0: tu-70"),
        (14, 14, "3.5 of 10.0: tu-70"),
        (14, 12, "3.4 of 10.0: duoi-70"),
    ] {
        assert_eq!(graded(&officer, each, last), known);
    }
}
