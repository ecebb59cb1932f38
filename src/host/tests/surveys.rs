//! Three surveys: one that a tap begins, one with every kind of question, one of many pages.

use crate::feedback::sample::{option, question, slug};
use crate::feedback::{Factor, Question, QuestionKind, Scale, Survey, sample};
use crate::text::Text;

pub(super) fn all() -> Vec<Survey> {
    vec![every_kind(), quick(), many_pages()]
}

fn survey(id: &str, factors: &[&str], questions: Vec<Question>) -> Survey {
    let factor = |id: &&str| Factor { id: slug(id), name: Text::new(*id) };
    Survey { factors: factors.iter().map(factor).collect(), ..sample::survey(id, questions) }
}

fn quick() -> Survey {
    let reasons = QuestionKind::Choices(vec![option("nhanh-gon", None), option("cho-lau", None)]);
    let first = QuestionKind::Scale(Scale::Faces5);
    survey(
        "nhanh-5",
        &[],
        vec![
            Question { required: true, ..question("hai-long", first) },
            question("ly-do", reasons),
            question("gop-y", QuestionKind::Text { max: 500 }),
        ],
    )
}

fn every_kind() -> Survey {
    let two = || vec![option("co", None), option("khong", None)];
    let points = vec![option("som", Some(2)), option("dung", Some(1)), option("muon", Some(0))];
    let kinds = [
        ("mat", QuestionKind::Scale(Scale::Faces5)),
        ("nam-muc", QuestionKind::Scale(Scale::Levels5)),
        ("ba-muc", QuestionKind::Scale(Scale::Levels3)),
        ("diem", QuestionKind::Points(points)),
        ("mot", QuestionKind::Choice(two())),
        ("nhieu", QuestionKind::Choices(two())),
        ("so", QuestionKind::Number { min: 0, max: 20 }),
        ("chu", QuestionKind::Text { max: 50 }),
    ];
    let questions = kinds.into_iter().map(|(id, kind)| Question {
        dont_know: true,
        factor: Some(slug("tat-ca")),
        ..question(id, kind)
    });
    survey("moi-loai", &["tat-ca"], questions.collect())
}

fn many_pages() -> Survey {
    let questions = [("a", 4), ("b", 3), ("c", 3)].into_iter().flat_map(|(factor, count)| {
        (1..=count).map(move |number| Question {
            factor: Some(slug(factor)),
            required: factor == "b" && number == 1,
            ..question(&format!("{factor}-{number}"), QuestionKind::Scale(Scale::Levels5))
        })
    });
    survey("nhieu-phan", &["a", "b", "c"], questions.collect())
}
