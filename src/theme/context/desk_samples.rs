//! Invented pages of the officers' desk for `theme check`.

use super::pen::Pen;
use super::sample::{Sample, sample};
#[allow(clippy::wildcard_imports, reason = "a sample of every context of the desk")]
use super::*;
use crate::theme::Markup;

/// All page kinds of the desk.
pub(super) fn desk() -> Vec<Sample> {
    vec![
        sample(|pen| DeskSignIn {
            desk: head(pen),
            action: "x".into(),
            account: pen.word(),
            kept: pen.many(|_| HiddenField { name: "x".into(), value: "x <b>".into() }),
        }),
        sample(|pen| DeskSetUp {
            desk: head(pen),
            action: "x".into(),
            account: "lan".into(),
            name: "Lan <b>".into(),
            shortest: 12,
        }),
        sample(|pen| DeskSecondFactor {
            desk: head(pen),
            action: "x".into(),
            is_set: !pen.full,
            symbol: Markup::vouched("<svg></svg>"),
            secret: "ABCD EFGH".into(),
            sealed: "00".into(),
        }),
        sample(|pen| DeskSessions {
            desk: head(pen),
            action: "x".into(),
            sessions: pen.many(|pen| SessionLine {
                id: "00".into(),
                started: "22/11/2026".into(),
                seen: "22/11/2026".into(),
                own: pen.full,
            }),
            second_factor: "x".into(),
        }),
        sample(|pen| DeskLog {
            desk: head(pen),
            rows: pen.many(|pen| LogLine {
                number: 1,
                at: "22/11/2026".into(),
                who: "lan".into(),
                deed: "x".into(),
                subject: pen.word(),
                detail: pen.word(),
                agency: pen.word(),
            }),
            older: pen.word(),
        }),
        sample(|pen| DeskResults {
            desk: head(pen),
            action: "x".into(),
            links: pen.many(|pen| DeskLink {
                name: "Quầy <b>".into(),
                href: "x".into(),
                current: pen.full,
            }),
            periods: pen.many(choice),
            surveys: pen.many(choice),
            ways: pen.many(choice),
            bases: pen.many(choice),
            nothing: if pen.full { String::new() } else { "x".into() },
            on_time: pen.word(),
            words: pen.many(|pen| WordsLine {
                question: "x".into(),
                words: "x".into(),
                reviewed: pen.full,
                pending: false,
            }),
            all_words: pen.word(),
            about: "x".into(),
            headline: pen.many(figure),
            charts: pen.many(|pen| BarChart {
                title: "x".into(),
                description: "x".into(),
                id: "c1".into(),
                rows_of: "x".into(),
                counts: !pen.full,
                height: 20,
                target: 370,
                target_words: pen.word(),
                bars: pen.many(|pen| Bar {
                    line: figure(pen),
                    number: 1,
                    y: 3,
                    drawn: pen.full,
                    width: 300,
                    low: 280,
                    high: 360,
                    below: pen.full,
                }),
            }),
            notes: pen.many(Pen::word),
        }),
        sample(|pen| DeskOfficers {
            desk: head(pen),
            officers: pen.many(|pen| OfficerLine {
                account: "lan".into(),
                name: "Lan <b>".into(),
                role: "x".into(),
                agency: pen.word(),
                state: "x".into(),
            }),
        }),
        sample(|pen| DeskInbox {
            desk: head(pen),
            action: "x".into(),
            words: pen.word(),
            piles: pen.many(choice),
            kinds: pen.many(choice),
            mine: pen.full,
            matters: pen.many(|pen| MatterRow {
                href: "x".into(),
                kind: "x".into(),
                about: "x <b>".into(),
                procedure: pen.word(),
                agency: pen.word(),
                state: "x".into(),
                due: pen.word(),
                late: pen.full,
                received: "x".into(),
                assigned: pen.word(),
                held: pen.full,
            }),
            next: pen.word(),
        }),
        sample(matter),
        sample(letter),
        sample(apologies),
        sample(|pen| DeskMeasures {
            desk: head(pen),
            action: "x".into(),
            agencies: pen.many(|pen| DeskLink {
                name: "x".into(),
                href: "x".into(),
                current: pen.full,
            }),
            period: "2026-q4".into(),
            measures: pen.many(|pen| MeasureLine {
                id: "00".into(),
                criterion: "x <b>".into(),
                cause: "x".into(),
                measure: "x".into(),
                answerable: "x".into(),
                outcome: pen.word(),
                quote: pen.word(),
                edit: "x".into(),
            }),
            quotes: pen.many(|_| QuoteLine { id: "00".into(), words: "x <b>".into() }),
            may_keep: pen.full,
            criteria: pen.many(choice),
            form: MeasureForm {
                open: pen.full,
                id: pen.word(),
                criterion: pen.word(),
                cause: pen.word(),
                measure: pen.word(),
                answerable: pen.word(),
                until: pen.word(),
                outcome: pen.word(),
                quote: pen.word(),
            },
            quote: pen.word(),
        }),
        sample(|pen| DeskApology {
            desk: head(pen),
            action: "x".into(),
            register: "x".into(),
            facts: pen.many(|_| Fact { name: "x".into(), value: "x <b>".into() }),
            late: pen.word(),
            matter: pen.word(),
            may_sign: pen.full,
            signer: pen.word(),
            may_drop: pen.full,
            letter: pen.word(),
            letter_pdf: pen.full,
            number: pen.word(),
            to: pen.word(),
        }),
        sample(|pen| DeskNotice {
            desk: head(pen),
            message: "x <b>".into(),
            link: pen.word(),
            href: pen.word(),
        }),
    ]
}

pub(super) fn choice(pen: Pen) -> Choice {
    Choice { value: "x".into(), name: "x <b>".into(), chosen: pen.full }
}

fn figure(pen: Pen) -> FigureLine {
    FigureLine {
        name: "x <b>".into(),
        href: pen.word(),
        n: pen.word(),
        value: "90,0 %".into(),
        interval: pen.word(),
        rule: pen.word(),
        standing: pen.word(),
        note: pen.word(),
    }
}

fn matter(pen: Pen) -> DeskMatter {
    let fact = |_: Pen| Fact { name: "x".into(), value: "x <b>".into() };
    let forms = ["accept", "answer", "assign", "note", "pass_on", "refuse", "register", "close"];
    DeskMatter {
        desk: head(pen),
        action: "x".into(),
        expected: 1,
        facts: pen.many(fact),
        late: pen.full,
        demands: pen.many(|_| "x <b>".into()),
        words: pen.word(),
        masked: pen.full,
        listing: pen.word(),
        listing_href: pen.word(),
        current_href: pen.word(),
        posted: pen
            .many(|pen| PostedPart { name: pen.word(), lines: pen.many(|_| "x <b>".into()) }),
        posted_gone: pen.full,
        page_href: pen.word(),
        contact: pen.many(fact),
        may_open: pen.full,
        letter: pen.word(),
        letter_opens: pen.full,
        letter_pdf: pen.full,
        apology: pen.word(),
        may: if pen.full { forms.map(str::to_owned).to_vec() } else { Vec::new() },
        replies: pen.many(|pen| DeskLink {
            name: "x <b>".into(),
            href: "x".into(),
            current: pen.full,
        }),
        officers: pen.many(choice),
        typed: Typed {
            form: if pen.full { "answer".into() } else { String::new() },
            words: pen.word(),
            body: pen.word(),
            contact: pen.word(),
            number: pen.word(),
        },
        events: pen.many(|pen| EventLine {
            at: "x".into(),
            who: "x".into(),
            what: "x".into(),
            words: pen.word(),
            own: pen.full,
        }),
    }
}

fn apologies(pen: Pen) -> DeskApologies {
    DeskApologies {
        desk: head(pen),
        action: "x".into(),
        agencies: pen.many(|pen| DeskLink {
            name: "x".into(),
            href: "x".into(),
            current: pen.full,
        }),
        agency: "x".into(),
        months: pen.many(|pen| OwedLine {
            month: "11/2026".into(),
            overdue: "12".into(),
            apologised: "9".into(),
            left: "3".into(),
            source: "x".into(),
            odd: pen.full,
        }),
        flagged: pen.many(|pen| LateFileLine {
            file: "H29.•••12".into(),
            procedure: pen.word(),
            said: "x <b>".into(),
            late: pen.full,
            draft: pen.word(),
        }),
        register: pen.many(|pen| ApologyLine {
            href: "x".into(),
            file: "H29.•••12".into(),
            failing: "x".into(),
            days: pen.word(),
            state: pen.word(),
            draft: pen.full,
        }),
        rule: "x".into(),
        may_draft: pen.full,
        form: ApologyForm {
            open: pen.full,
            file: pen.word(),
            masked: pen.word(),
            procedure: pen.word(),
            failings: pen.many(choice),
            reason: pen.word(),
            due: pen.word(),
            new_due: pen.word(),
            matter: pen.word(),
        },
        faults: pen.many(|_| "x <b>".into()),
        month: "2026-11".into(),
        overdue: pen.word(),
        table: pen.word(),
    }
}

fn letter(pen: Pen) -> LetterSheet {
    let paragraph = |pen: Pen| SheetParagraph {
        classes: pen.word(),
        heading: u8::from(pen.full),
        runs: pen.many(|pen| SheetRun {
            lines: vec!["x <b>".into()],
            classes: pen.word(),
            bar: pen.some(|_| Markup::vouched("<svg></svg>")),
        }),
    };
    let table = |pen: Pen| SheetTable {
        ruled: pen.full,
        headed: pen.full,
        widths: vec![100],
        rows: vec![vec![SheetCell {
            paragraphs: vec![paragraph(pen)],
            over: 1 + u8::from(pen.full),
            shaded: pen.full,
        }]],
    };
    LetterSheet {
        title: "Thư <1>".into(),
        blocks: vec![
            SheetBlock { paragraph: Some(paragraph(pen)), table: None },
            SheetBlock { paragraph: None, table: Some(table(pen)) },
        ],
    }
}

pub(super) fn head(pen: Pen) -> DeskHead {
    DeskHead {
        title: "Tên <trang>".into(),
        officer: pen.word(),
        menu: pen.many(|pen| DeskLink { name: "x".into(), href: "x".into(), current: pen.full }),
        languages: pen.meta().alternates,
        token: pen.word(),
        sign_out: pen.word(),
        fault: pen.word(),
        note: pen.word(),
    }
}
