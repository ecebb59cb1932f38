//! An invented page of results, for `theme check`.

use super::pen::Pen;
use super::{
    MeasureLines, QuestionLines, Results, ResultsCell, ResultsFact, ResultsRow, ResultsSection,
};
use crate::theme::Markup;

/// A page of results with everything, or with nothing that may be missing.
pub(super) fn results(pen: Pen) -> Results {
    Results {
        meta: pen.meta(),
        path: pen.many(Pen::link),
        title: pen.text(),
        lead: pen.text(),
        sections: pen.many(section),
        parts: pen.many(Pen::part),
        data: pen.many(Pen::link),
    }
}

fn section(pen: Pen) -> ResultsSection {
    let fact = |pen: Pen| ResultsFact { name: "Ngày lập".into(), text: pen.text() };
    ResultsSection {
        title: pen.text(),
        notes: pen.many(Pen::text),
        head: pen.many(|_| "Kết quả".into()),
        first: "Chỉ tiêu".into(),
        rows: pen.many(|pen| ResultsRow {
            name: pen.text(),
            href: if pen.full { "x.html".into() } else { String::new() },
            minor: pen.full,
            bar: pen.some(|_| Markup::vouched("<svg></svg>")),
            cells: pen.many(|pen| ResultsCell { head: "Kết quả".into(), text: pen.text() }),
        }),
        facts: pen.many(fact),
        links: pen.many(Pen::counted),
        measures: pen.many(|pen| MeasureLines {
            about: pen.text(),
            quote: pen.some(Pen::text),
            facts: pen.many(fact),
        }),
        questions: pen.many(|pen| QuestionLines {
            ask: pen.text(),
            answer: pen.some(Pen::text),
            by: pen.some(Pen::text),
        }),
    }
}
