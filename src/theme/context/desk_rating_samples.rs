//! Invented pages of the desk about ratings, for `theme check`.

use super::desk_samples::{choice, head};
use super::pen::Pen;
use super::sample::{Sample, sample};
#[allow(clippy::wildcard_imports, reason = "a sample of every context about ratings")]
use super::*;

/// All page kinds about ratings.
pub(super) fn ratings() -> Vec<Sample> {
    vec![
        sample(|pen| DeskRatings {
            desk: head(pen),
            parts: parts(pen),
            filter: filter(pen),
            until: "21/11/2026".into(),
            gatherings: pen.many(gathered),
            next: pen.word(),
            slips: pen.many(gathered),
            words: pen.many(|pen| WordsLine {
                question: "x <b>".into(),
                words: "x <b>".into(),
                reviewed: pen.full,
                pending: pen.full,
            }),
            more_words: pen.word(),
            review: pen.word(),
        }),
        sample(|pen| DeskQuarantine {
            desk: head(pen),
            parts: parts(pen),
            action: "x".into(),
            agency: "x".into(),
            agencies: pen.many(choice),
            until: "21/11/2026".into(),
            judges: pen.full,
            groups: pen.many(|_| HeldLine {
                counter: "x <b>".into(),
                counter_id: "x".into(),
                when: "x".into(),
                half_day: 1,
                why: vec!["x <b>".into(), "x".into()],
                marks: "burst".into(),
                n: 2,
                reason: "x <b>".into(),
            }),
            counts: pen.many(|_| HeldCountLine {
                counter: "x <b>".into(),
                waiting: 2,
                kept_out: 0,
            }),
        }),
        sample(|pen| DeskWords {
            desk: head(pen),
            parts: parts(pen),
            filter: filter(pen),
            action: "x".into(),
            waiting: 2,
            words: pen.many(|pen| PendingLine {
                name: "0".into(),
                question: "x <b>".into(),
                masked: "x <b>".into(),
                proposed: "x ••• <b>".into(),
                whole: pen.word(),
            }),
        }),
        sample(|pen| DeskSlipPiles {
            desk: head(pen),
            parts: parts(pen),
            action: "x".into(),
            agency: "x".into(),
            id: "0".into(),
            choose: filter(pen),
            from: "2026-11-21".into(),
            until: "2026-11-21".into(),
            oldest: "2025-11-21".into(),
            today: "2026-11-21".into(),
            piles: pen.many(|pen| PileLine {
                href: "x".into(),
                counter: "x <b>".into(),
                survey: "x <b>".into(),
                when: "x".into(),
                slips: 3,
                account: "lan".into(),
                done: pen.full,
            }),
        }),
        sample(slips),
        sample(|pen| DeskSlips { open: true, done: false, differs: false, ..slips(pen) }),
    ]
}

fn slips(pen: Pen) -> DeskSlips {
    DeskSlips {
        desk: head(pen),
        action: "x".into(),
        piles: "x".into(),
        about: "x <b>".into(),
        survey: pen.word(),
        when: "x".into(),
        slips: 3,
        open: pen.full,
        done: !pen.full,
        number: 4,
        corrects: !pen.full,
        next: 5,
        differs: pen.full,
        line: pen.word(),
        fields: pen.many(|pen| SlipField {
            name: if pen.full { "q-a".into() } else { "q-b".into() },
            ask: "x <b>".into(),
            value: pen.word(),
            max: 10,
        }),
        questions: pen.many(|pen| SlipQuestion {
            ask: "x <b>".into(),
            options: "1 – x <b>".into(),
            several: pen.full,
            unknown: pen.full,
        }),
        last: if pen.full { 3 } else { 0 },
        answers: pen.many(|_| Fact { name: "x <b>".into(), value: "x <b>".into() }),
        correct: "x".into(),
    }
}

fn parts(pen: Pen) -> Vec<DeskLink> {
    pen.many(|pen| DeskLink { name: "x".into(), href: "x".into(), current: pen.full })
}

fn filter(pen: Pen) -> RatingFilter {
    RatingFilter {
        action: "x".into(),
        agencies: pen.many(choice),
        counters: pen.many(choice),
        surveys: pen.many(choice),
        months: pen.many(choice),
    }
}

fn gathered(pen: Pen) -> GatheredLines {
    let line = |n, answers| AnswerLine { n, answers };
    let fact = |_: Pen| Fact { name: "x <b>".into(), value: "x <b>".into() };
    GatheredLines {
        when: "x".into(),
        n: 7,
        lines: vec![line(5, pen.many(fact)), line(1, vec![fact(pen)]), line(1, Vec::new())],
    }
}
