//! Invented pages about matters, for `theme check`.

use super::pen::Pen;
use super::{
    DemandBox, MatterForm, MatterGuide, MatterThanks, PostedLine, ReceptionLines, Tracked,
    TrackedLine, Tracking, TypedField, TypedMatter,
};

impl Pen {
    fn received(self) -> ReceptionLines {
        ReceptionLines {
            name: self.some(Self::text),
            place: self.text(),
            days: self.some(Self::text),
            phone: self.some(Self::call),
        }
    }

    pub(super) fn matter_guide(self) -> MatterGuide {
        MatterGuide {
            meta: self.meta(),
            agency: self.some(Self::link),
            agencies: "x.html".into(),
            procedure: self.some(Self::text),
            choices: self.many(Self::link),
            track: "x".into(),
            report: self.word(),
            official: self.some(Self::contact),
            complaints: self.some(Self::received),
            phone: self.some(Self::call),
        }
    }

    fn typed(self) -> TypedField {
        TypedField { value: self.word(), fault: self.word() }
    }

    pub(super) fn matter_form(self, kind: &str) -> MatterForm {
        MatterForm {
            meta: self.meta(),
            kind: kind.into(),
            title: "x".into(),
            agency: self.link(),
            action: "x".into(),
            language: "vi".into(),
            key: "0".repeat(32),
            stamp: "0".repeat(64),
            posted: self.some(|pen| PostedLine {
                name: pen.text(),
                procedure: "1.000894".into(),
                edition: "0".repeat(32),
                from: pen.word(),
            }),
            counter: self.some(Self::text),
            counter_id: self.word(),
            demands: self.many(|pen| DemandBox {
                value: "fee".into(),
                label: "x".into(),
                chosen: pen.full,
            }),
            typed: TypedMatter {
                words: self.typed(),
                demand: self.typed(),
                page: self.typed(),
                name: self.typed(),
                phone: self.typed(),
                email: self.typed(),
                address: self.typed(),
                consent: self.typed(),
            },
            notice: self.word(),
            faults: self.word(),
            fault_links: self.many(Self::link),
            most: 4_000,
            promise: "x".into(),
            consent: "x".into(),
            official: self.some(Self::contact),
            complaints: self.some(Self::received),
            guide: "x".into(),
            petition: "x".into(),
            track: "x".into(),
            phone: self.some(Self::call),
        }
    }

    pub(super) fn matter_thanks(self) -> MatterThanks {
        MatterThanks {
            meta: self.meta(),
            kind: if self.full { "report".into() } else { "petition".into() },
            agency: self.link(),
            code: self.word(),
            handled: "x".into(),
            answered: "x".into(),
            track: "x".into(),
            start: "x".into(),
            phone: self.some(Self::call),
        }
    }

    pub(super) fn tracking(self) -> Tracking {
        Tracking {
            meta: self.meta(),
            action: "x".into(),
            language: "vi".into(),
            code: self.word(),
            fault: self.word(),
            note: self.word(),
            found: self.some(|pen| Tracked {
                kind: "x".into(),
                agency: pen.some(Self::link),
                state: "x".into(),
                due: pen.word(),
                overdue: pen.full,
                words: pen.many(Self::word),
                language: if pen.full { "vi".into() } else { String::new() },
                log: pen.many(|pen| TrackedLine {
                    day: "x".into(),
                    text: "x".into(),
                    words: pen.many(Self::word),
                    language: if pen.full { "vi".into() } else { String::new() },
                }),
                reopen: pen.word(),
                reopen_words: pen.word(),
                reopen_fault: pen.word(),
                has_contact: pen.full,
                withdraws: pen.full,
                phone: pen.some(Self::call),
            }),
            guide: "x".into(),
        }
    }
}
