//! Invented pages for `theme check`: each kind twice, once with everything that may be there and
//! once with nothing that may be missing. Texts hold signs that must be escaped, and in the full
//! pages they are fallbacks, so that a phrase in a wrong place shows.

use tera::Value;

use super::pen::Pen;
#[allow(clippy::wildcard_imports, reason = "a sample of every context there is")]
use super::*;
use crate::theme::{Markup, Page};

/// The template of a page kind, with everything there, and with nothing that may be missing.
pub(in crate::theme) struct Sample {
    pub(in crate::theme) template: &'static str,
    pub(in crate::theme) full: Value,
    pub(in crate::theme) minimal: Value,
}

/// Both pages of a kind. What cannot be turned into a value would fail in every build as well.
pub(super) fn sample<P: Page>(make: impl Fn(Pen) -> P) -> Sample {
    let value = |full| Value::try_from_serializable(&make(Pen { full })).unwrap_or(Value::none());
    Sample { template: P::TEMPLATE, full: value(true), minimal: value(false) }
}

/// All page kinds.
pub(in crate::theme) fn samples() -> Vec<Sample> {
    let mut all = lists();
    all.extend(details());
    all.extend(answers());
    all.extend(desk_samples::desk());
    all.extend(desk_rating_samples::ratings());
    all
}

fn lists() -> Vec<Sample> {
    vec![
        sample(|pen| Home {
            meta: pen.meta(),
            changes: pen.word(),
            name: pen.text(),
            owner: pen.text(),
            search: pen.search(),
            procedures: "2 thủ tục".into(),
            agency_count: "2 đơn vị".into(),
            fields: pen.many(Pen::counted),
            widely_offered: pen.many(Pen::link),
            agencies: pen.many(Pen::agency_row),
            all_agencies: "x.html".into(),
            all_procedures: "x.html".into(),
            results: "x.html".into(),
        }),
        sample(|pen| AtoZ {
            meta: pen.meta(),
            total: "2".into(),
            letters: pen.many(|_| Letter { letter: "A".into(), href: "#a".into() }),
            groups: pen.many(|pen| LetterGroup {
                letter: "A".into(),
                anchor: "a".into(),
                procedures: pen.many(Pen::row),
            }),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| Fields {
            meta: pen.meta(),
            search: pen.search(),
            fields: pen.many(Pen::counted),
        }),
        sample(Pen::found),
        sample(|pen| Field {
            feed: pen.word(),
            meta: pen.meta(),
            name: pen.text(),
            up: pen.link(),
            total: "2".into(),
            procedures: pen.many(Pen::row),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| Agencies {
            meta: pen.meta(),
            apologies: pen.word(),
            total: "2".into(),
            groups: pen.many(|pen| AgencyGroup {
                level: "Cấp xã".into(),
                agencies: pen.many(Pen::agency_row),
            }),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| Apologies {
            meta: pen.meta(),
            rule: pen.text(),
            groups: pen.many(|pen| ApologyGroup {
                agency: pen.link(),
                period: "11/2026".into(),
                owed: pen.word(),
                signed: pen.text(),
                entries: pen.many(|pen| PublicApology {
                    file: "H29.•••12".into(),
                    procedure: pen.some(Pen::link),
                    failing: "x".into(),
                    reason: pen.text(),
                    days: pen.word(),
                    signed: pen.text(),
                }),
            }),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| Changes {
            meta: pen.meta(),
            feed: "thay-doi.xml".into(),
            days: pen.many(|pen| ChangeDay {
                day: "01/03/2027".into(),
                rows: pen.many(|pen| ChangeRow {
                    name: pen.text(),
                    href: "x.html".into(),
                    code: "1.000894".into(),
                    lines: pen.many(Pen::text),
                }),
            }),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| NotFound {
            meta: pen.meta(),
            search: pen.search(),
            fields: pen.many(Pen::counted),
        }),
        sample(results_samples::results),
        sample(|pen| Free {
            meta: pen.meta(),
            title: pen.text(),
            body: Markup::vouched("<p>x</p>"),
            body_language: if pen.full { "vi".into() } else { String::new() },
        }),
    ]
}

fn details() -> Vec<Sample> {
    vec![
        sample(|pen| ProcedureSection {
            meta: pen.meta(),
            about: pen.about(),
            up: "x.html".into(),
            cases: pen.many(|pen| CaseLink {
                name: pen.text(),
                href: "x.html".into(),
                count: "2 giấy tờ".into(),
                current: pen.full,
            }),
            hotlines: pen.many(Pen::call),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| ProcedureOfferers {
            meta: pen.meta(),
            up: pen.link(),
            total: "300 đơn vị".into(),
            agencies: pen.many(|pen| OffererRow {
                agency: pen.link(),
                differs: pen.full,
                counters: Vec::new(),
                phone: None,
            }),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| Procedure {
            meta: pen.meta(),
            report: "x".into(),
            about: pen.about(),
            editions: pen.editions(),
            offered: Offerers {
                count: "2 đơn vị".into(),
                many: false,
                apart: pen.some(|_| "x.html".into()),
                agencies: pen.many(|pen| OffererRow {
                    agency: pen.link(),
                    differs: pen.full,
                    counters: pen.many(Pen::link),
                    phone: pen.some(Pen::call),
                }),
            },
            hotlines: pen.many(Pen::call),
        }),
        sample(|pen| Offering {
            meta: pen.meta(),
            report: "x".into(),
            about: pen.about(),
            agency: pen.link(),
            common: "x.html".into(),
            note: pen.some(Pen::text),
            place: pen.some(Pen::text),
            decision: pen.some(Pen::text),
            checked_on: pen.some(Pen::word),
            counters: pen.many(Pen::link),
            door: pen.door(),
            contacts: pen.contacts(),
            hotlines: pen.many(Pen::call),
        }),
        sample(agency),
        sample(|pen| Counter {
            meta: pen.meta(),
            report: "x".into(),
            results: pen.some(Pen::link),
            name: pen.text(),
            agency: pen.link(),
            floor: pen.some(Pen::text),
            point: pen.some(Pen::text),
            door: pen.door(),
            contacts: pen.contacts(),
            rate: pen.some(Pen::rate),
            surveys: pen.many(Pen::link),
            total: "2".into(),
            procedures: pen.many(Pen::row),
            fields: pen.many(Pen::counted),
        }),
        sample(|pen| CounterCard {
            title: "Tờ".into(),
            parent: pen.some(Pen::text),
            agency: pen.text(),
            counter: pen.text(),
            size: "long",
            floor: pen.some(Pen::text),
            steps: pen.many(Pen::text),
            symbol: Markup::vouched("<svg></svg>"),
            address: "a.vn/Q/K7F3ABM".into(),
            domain: "a.vn".into(),
            code: "K7F‑3ABM".into(),
            hotlines: pen.many(Pen::call),
            desk: pen.some(Pen::text),
            trial: pen.full,
            since: "21/11/2026".into(),
        }),
    ]
}

fn agency(pen: Pen) -> Agency {
    Agency {
        meta: pen.meta(),
        feed: pen.word(),
        report: "x".into(),
        petition: "x".into(),
        results: pen.some(Pen::link),
        name: pen.text(),
        parent: pen.some(Pen::link),
        first: pen.full,
        door: pen.door(),
        contacts: pen.contacts(),
        hotlines: pen.many(|pen| HotlineLines {
            call: pen.call(),
            email: pen.some(|_| "a@b.example".into()),
            address: pen.some(Pen::text),
            hours: pen.some(Pen::text),
        }),
        points: pen.many(|pen| PointLines {
            name: pen.text(),
            address: pen.some(Pen::text),
            hours: pen.many(Pen::hours),
            receives_for: pen.many(Pen::link),
        }),
        counters: pen.many(|pen| CounterRow {
            name: pen.text(),
            href: "x.html".into(),
            floor: pen.some(Pen::text),
            fields: pen.some(Pen::text),
            rate: pen.some(Pen::rate),
        }),
        posting: pen.some(|pen| PostingLines {
            line: "Đã niêm yết 2/3".into(),
            complete: false,
            decision: "(1)".into(),
            missing: pen.many(|_| "1.000894".into()),
            surplus: pen.many(Pen::link),
        }),
        total: "2".into(),
        groups: pen.many(|pen| FieldGroup {
            name: pen.text(),
            anchor: "ho-tich".into(),
            procedures: pen.many(Pen::row),
        }),
        parts: pen.many(Pen::part),
    }
}

fn answers() -> Vec<Sample> {
    vec![
        sample(|pen| rating(pen, true)),
        sample(|pen| rating(pen, false)),
        sample(thanks),
        sample(|pen| TicketRefused {
            meta: pen.meta(),
            message: pen.word(),
            is_kept: pen.full,
            action: "/Q/K7F3ABM".into(),
            counter: pen.text(),
            agency: pen.text(),
            fields: pen.many(|pen| HiddenField { name: "q-a".into(), value: pen.word() }),
            ticket: pen.word(),
            phone: pen.some(Pen::call),
        }),
        sample(|pen| ChooseProcedure {
            meta: pen.meta(),
            counter: pen.text(),
            agency: pen.text(),
            procedures: pen.many(Pen::link),
            back: "x.html".into(),
        }),
        sample(|pen| ConfirmKey {
            meta: pen.meta(),
            action: "/Q/K7F3ABM".into(),
            phone: pen.some(Pen::call),
            counter: pen.text(),
            agency: pen.text(),
            wait: pen.word(),
            fields: pen.many(|pen| HiddenField { name: "q-a".into(), value: pen.word() }),
        }),
        sample(|pen| Refused {
            meta: pen.meta(),
            reason: if pen.full { Refusal::Retired } else { Refusal::Unknown },
            code: pen.word(),
            counter: pen.some(Pen::text),
            agency: pen.some(Pen::link),
            went: pen.some(Pen::text),
            successor: pen.some(Pen::link),
            phone: pen.some(Pen::call),
            agencies: "x.html".into(),
        }),
        sample(|pen| Failure {
            meta: pen.meta(),
            status: 500,
            title: "x".into(),
            message: "y".into(),
            phone: pen.some(Pen::call),
        }),
        sample(Pen::matter_guide),
        sample(|pen| pen.matter_form("petition")),
        sample(|pen| pen.matter_form("report")),
        sample(|pen| pen.matter_form("page_error")),
        sample(Pen::matter_thanks),
        sample(Pen::tracking),
    ]
}

fn rating(pen: Pen, tap: bool) -> Rating {
    Rating {
        meta: pen.meta(),
        report: "x".into(),
        counter: pen.text(),
        agency: pen.text(),
        code: "K7F‑3ABM".into(),
        phone: pen.some(Pen::call),
        action: "/Q/K7F3ABM".into(),
        language: "vi".into(),
        key: "0".repeat(32),
        stamp: "0".repeat(64),
        mode: "qr".into(),
        about: pen.some(|pen| AboutLine {
            name: pen.text(),
            procedure: "1.000894".into(),
            edition: "0".repeat(32),
        }),
        choose: pen.word(),
        ticket: pen.word(),
        helped: pen.full,
        notice: pen.word(),
        survey: pen.survey(tap),
        faults: pen.word(),
    }
}

fn thanks(pen: Pen) -> Thanks {
    Thanks {
        meta: pen.meta(),
        receipt: "ABCD".into(),
        phone: pen.some(Pen::call),
        counter: pen.text(),
        agency: pen.link(),
        counter_href: "x.html".into(),
        start: "x.html".into(),
        action: "/Q/K7F3ABM".into(),
        language: "vi".into(),
        claim: "0".repeat(86),
        survey_id: "nhanh-5".into(),
        version: 1,
        chosen: pen.some(Pen::text),
        again: pen.some(|pen| pen.question("faces")),
        more: pen.some(|pen| pen.survey(false)),
        is_under_way: pen.full,
        verify: pen.word(),
        note: pen.some(|_| ThanksNote::Added),
        faults: pen.word(),
        others: pen.many(Pen::link),
        anew: "x.html".into(),
    }
}
