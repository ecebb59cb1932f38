//! The pen that writes invented parts of pages: full, or with nothing that may be missing.

use serde::Serialize;

#[allow(clippy::wildcard_imports, reason = "every part of every context")]
use super::*;
use crate::text::Language;
use crate::theme::{Markup, Phrase};

/// What a sample writes: full or minimal.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    /// Whether everything that may be there is there.
    pub(super) full: bool,
}

impl Pen {
    pub(super) fn text(self) -> Phrase {
        if self.full {
            Phrase::foreign("Chữ <mẫu> & \"dấu\"", Language::VI)
        } else {
            Phrase::plain("x")
        }
    }

    pub(super) fn said(self) -> Said {
        Said { text: self.text(), quoted: self.full }
    }

    pub(super) fn some<T>(self, make: impl FnOnce(Self) -> T) -> Option<T> {
        self.full.then(|| make(self))
    }

    pub(super) fn many<T>(self, make: impl Fn(Self) -> T) -> Vec<T> {
        if self.full { vec![make(self), make(self)] } else { Vec::new() }
    }

    pub(super) fn word(self) -> String {
        if self.full { "a <b> \"c\"".into() } else { String::new() }
    }

    pub(super) fn meta(self) -> Meta {
        Meta {
            title: "Tên <trang>".into(),
            description: self.word(),
            canonical: self.word(),
            alternates: self.many(|pen| Alternate {
                language: "en".into(),
                name: "English".into(),
                href: "en/index.html".into(),
                absolute: "https://a.example/en/".into(),
                current: pen.full,
            }),
            hidden: self.full,
            facts: self.some(|_| Markup::json("{}")),
        }
    }

    pub(super) fn found(self) -> Search {
        Search {
            meta: self.meta(),
            field: self.search(),
            status: self.word(),
            procedures: self.many(|pen| FoundRow {
                name: pen.text(),
                href: "x.html".into(),
                code: "1.000001".into(),
            }),
            ways_on: self.many(Self::link),
        }
    }

    pub(super) fn search(self) -> SearchField {
        SearchField {
            action: self.word(),
            list: "x.txt".into(),
            before: "thu-tuc/".into(),
            binding: "vi".into(),
            query: self.word(),
            longest: 100,
        }
    }

    pub(super) fn link(self) -> Link {
        Link { name: self.text(), href: "x.html".into() }
    }

    pub(super) fn counted(self) -> CountedLink {
        CountedLink { name: self.text(), href: "x.html".into(), count: "2 thủ tục".into() }
    }

    pub(super) fn call(self) -> Call {
        Call { name: self.some(Self::text), number: "1022".into(), tel: "1022".into() }
    }

    pub(super) fn row(self) -> ProcedureRow {
        let code = "1.000894".into();
        ProcedureRow { name: self.text(), href: "x.html".into(), code, online: self.full }
    }

    pub(super) fn part(self) -> PartLink {
        PartLink { number: 1, href: "x.html".into(), current: self.full }
    }

    pub(super) fn agency_row(self) -> AgencyRow {
        AgencyRow {
            name: self.text(),
            href: "x.html".into(),
            count: "2".into(),
            address: self.text(),
            phone: self.some(Self::call),
        }
    }

    pub(super) fn door(self) -> Door {
        Door {
            one_stop: self.some(Self::text),
            one_stop_alias: self.some(Self::text),
            address: self.text(),
            note: self.some(Self::text),
            hours: self.many(Self::hours),
            cutoff: self.some(Self::word),
        }
    }

    #[allow(clippy::unused_self, reason = "one of the pen's strokes")]
    pub(super) fn hours(self) -> HoursLine {
        HoursLine { days: "Thứ Hai".into(), spans: vec!["7 giờ".into(), "8 giờ".into()] }
    }

    pub(super) fn contact(self) -> ContactLines {
        ContactLines {
            name: self.some(Self::text),
            phone: self.some(Self::call),
            email: self.some(|_| "a@b.example".into()),
            address: self.some(Self::text),
            website: self.some(|_| "https://b.example".into()),
            hours: self.some(Self::text),
        }
    }

    pub(super) fn contacts(self) -> ContactTrio {
        ContactTrio {
            help: self.contact(),
            petitions: self.contact(),
            complaints: self.some(|pen| ReceptionLines {
                name: pen.some(Self::text),
                place: pen.text(),
                days: pen.some(Self::text),
                phone: pen.some(Self::call),
            }),
        }
    }

    #[allow(clippy::unused_self, reason = "one of the pen's strokes")]
    pub(super) fn rate(self) -> RateLink {
        RateLink { href: "x.html".into(), code: "K7F‑3ABM".into() }
    }

    pub(super) fn listing<T: Serialize>(self, make: impl Fn(Self) -> T) -> Listing<T> {
        Listing { none: self.full, quote: self.some(Self::text), items: self.many(make) }
    }

    pub(super) fn glance(self) -> Glance {
        let line = |pen: Self| GlanceLine {
            label: pen.some(Self::word),
            text: pen.text(),
            quoted: pen.full,
        };
        Glance {
            who: self.word(),
            handled_by: self.said(),
            ways: self.word(),
            time: self.many(line),
            cost: self.many(line),
            bring: self.said(),
        }
    }

    pub(super) fn channel(self) -> Channel {
        Channel {
            kind: "Tại quầy".into(),
            level: self.some(Self::said),
            address: self.some(|_| "https://b.example".into()),
            no_address: self.some(Self::said),
            limits: self.many(|pen| LimitLine {
                when: pen.some(Self::text),
                text: pen.text(),
                quoted: pen.full,
            }),
            starts: self.some(Self::word),
            rule: self.some(|_| FilingRule { limit: "3w".into(), cutoff: "900".into() }),
            cutoff: self.some(Self::word),
            fees: FeeList {
                told: self.some(Self::word),
                quote: self.some(Self::text),
                lines: self.many(|pen| FeeLine {
                    kind: pen.said(),
                    price: pen.text(),
                    quoted: pen.full,
                    per: pen.some(Self::text),
                    of: pen.some(Self::text),
                    when: pen.some(Self::text),
                    validity: pen.some(Self::word),
                    act: pen.some(|pen| ActLink {
                        number: "1/2026".into(),
                        title: pen.some(Self::text),
                    }),
                    note: pen.some(Self::text),
                }),
            },
            note: self.some(Self::text),
        }
    }

    pub(super) fn case(self) -> Case {
        Case {
            anchor: "chung".into(),
            href: "#chung".into(),
            name: self.some(Self::text),
            count: "2 giấy tờ".into(),
            papers: self.many(|pen| PaperLine {
                name: pen.text(),
                hand_in: "Nộp".into(),
                form: pen.some(|_| "mau.txt".into()),
                note: pen.some(Self::text),
            }),
        }
    }

    pub(super) fn about(self) -> Particulars {
        Particulars {
            code: "1.000894".into(),
            name: self.text(),
            full_name: self.some(Self::text),
            field: self.link(),
            aliases: self.some(Self::text),
            summary: self.some(Self::text),
            glance: self.glance(),
            online: self.some(|pen| OnlineButton {
                href: "https://b.example".into(),
                level: pen.some(Self::word),
            }),
            cases: self.some(|pen| pen.listing(Self::case)),
            cases_apart: false,
            apart: self.many(Self::link),
            start: 1 + usize::from(self.full),
            file_sets: self.some(Self::said),
            channels: self.many(Self::channel),
            days: self.some(|_| DayTable {
                off: "20454".into(),
                guessed: "20454".into(),
                worked: String::new(),
                weekend: "67".into(),
                until: 20_453,
            }),
            steps: self.many(|pen| StepLine {
                position: pen.some(Self::said),
                action: pen.text(),
                time: pen.some(Self::word),
            }),
            conditions: self.some(|pen| pen.listing(Self::text)),
            results: self.some(|pen| {
                pen.listing(|pen| OutcomeLine {
                    name: pen.text(),
                    validity: pen.some(Self::said),
                    returned: pen.some(Self::text),
                })
            }),
            bodies: self.many(|pen| BodyLine { role: "Quyết định".into(), name: pen.said() }),
            answerable: self.some(Self::text),
            level: self.word(),
            kind: self.some(Self::word),
            acts: self.many(|pen| ActLine {
                number: "1/2026".into(),
                title: pen.some(Self::text),
                issuer: pen.some(Self::text),
                issued: pen.some(Self::word),
            }),
            guidance: self.some(|_| Markup::vouched("<p>x</p>")),
            decision: self.some(Self::text),
            in_force: self.some(Self::word),
            checked_on: self.some(Self::word),
        }
    }

    pub(super) fn editions(self) -> EditionNotes {
        EditionNotes {
            starts_on: self.some(Self::word),
            ended_on: self.some(Self::word),
            next_from: self.some(Self::word),
            next: self.some(|_| "x.html".into()),
            in_force: self.some(|_| "x.html".into()),
            next_changes: self.many(Self::text),
            span: self.some(|_| "từ 01/03/2027".into()),
            all: self.many(|pen| EditionLink {
                changes: pen.many(Self::text),
                span: "x".into(),
                href: pen.some(|_| "x.html".into()),
                current: pen.full,
            }),
        }
    }

    pub(super) fn question(self, kind: &'static str) -> FormQuestion {
        let chosen = self.full;
        let option = |face| FormOption { value: "1".into(), label: self.text(), chosen, face };
        let closed = !matches!(kind, "number" | "text");
        let options: Vec<_> = match kind {
            "faces" => (1..=5).map(option).collect(),
            _ => vec![option(0)],
        };
        FormQuestion {
            name: "q-a".into(),
            ask: self.text(),
            kind,
            options: if closed { options } else { Vec::new() },
            dont_know: (self.full && !closed).then(|| option(0)),
            required: self.full,
            value: self.word(),
            min: 0,
            max: 20,
            fault: self.word(),
        }
    }

    pub(super) fn survey(self, tap: bool) -> SurveyForm {
        let kinds = ["faces", "levels", "choice", "choices", "number", "text"];
        SurveyForm {
            id: "nhanh".into(),
            version: 1,
            name: self.text(),
            intro: self.some(Self::text),
            source: self.some(Self::text),
            part: "1".into(),
            progress: self.word(),
            has_next: self.full,
            parts: self.many(Self::part),
            tap: tap.then(|| self.question("faces")),
            groups: vec![FormGroup {
                factor: self.some(Self::text),
                questions: kinds.map(|kind| self.question(kind)).into(),
            }],
            faults: self.many(Self::link),
        }
    }
}
