//! Invented pages for `theme check`: each kind twice, once with everything that may be there and
//! once with nothing that may be missing. Texts hold signs that must be escaped, and in the full
//! pages they are fallbacks, so that a phrase in a wrong place shows.

use serde::Serialize;
use tera::Value;

#[allow(clippy::wildcard_imports, reason = "a sample of every context there is")]
use super::*;
use crate::text::Language;
use crate::theme::{Markup, Page, Phrase};

/// A page kind with its two invented pages.
pub(in crate::theme) struct Sample {
    /// The template.
    pub(in crate::theme) template: &'static str,
    /// Everything is there.
    pub(in crate::theme) full: Value,
    /// Nothing that may be missing is there.
    pub(in crate::theme) minimal: Value,
}

/// What a sample writes: full or minimal.
#[derive(Clone, Copy)]
struct Pen {
    full: bool,
}

impl Pen {
    fn text(self) -> Phrase {
        if self.full {
            Phrase::foreign("Chữ <mẫu> & \"dấu\"", Language::VI)
        } else {
            Phrase::plain("x")
        }
    }

    fn some<T>(self, make: impl FnOnce(Self) -> T) -> Option<T> {
        self.full.then(|| make(self))
    }

    fn many<T>(self, make: impl Fn(Self) -> T) -> Vec<T> {
        if self.full { vec![make(self), make(self)] } else { Vec::new() }
    }

    fn word(self) -> String {
        if self.full { "a <b> \"c\"".into() } else { String::new() }
    }

    fn meta(self) -> Meta {
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

    fn link(self) -> Link {
        Link { name: self.text(), href: "x.html".into() }
    }

    fn counted(self) -> CountedLink {
        CountedLink { name: self.text(), href: "x.html".into(), count: "2 thủ tục".into() }
    }

    fn call(self) -> Call {
        Call { name: self.some(Self::text), number: "1022".into(), tel: "1022".into() }
    }

    fn row(self) -> ProcedureRow {
        let code = "1.000894".into();
        ProcedureRow { name: self.text(), href: "x.html".into(), code, online: self.full }
    }

    fn part(self) -> PartLink {
        PartLink { number: 1, href: "x.html".into(), current: self.full }
    }

    fn agency_row(self) -> AgencyRow {
        AgencyRow {
            name: self.text(),
            href: "x.html".into(),
            count: "2".into(),
            address: self.text(),
            phone: self.some(Self::call),
        }
    }

    fn door(self) -> Door {
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
    fn hours(self) -> HoursLine {
        HoursLine { days: "Thứ Hai".into(), spans: vec!["7 giờ".into(), "8 giờ".into()] }
    }

    fn contact(self) -> ContactLines {
        ContactLines {
            name: self.some(Self::text),
            phone: self.some(Self::call),
            email: self.some(|_| "a@b.example".into()),
            address: self.some(Self::text),
            website: self.some(|_| "https://b.example".into()),
            hours: self.some(Self::text),
        }
    }

    fn contacts(self) -> ContactTrio {
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
    fn rate(self) -> RateLink {
        RateLink { href: "x.html".into(), code: "K7F‑3ABM".into() }
    }

    fn listing<T: Serialize>(self, make: impl Fn(Self) -> T) -> Listing<T> {
        Listing { none: self.full, quote: self.some(Self::text), items: self.many(make) }
    }

    fn glance(self) -> Glance {
        let line = |pen: Self| GlanceLine { label: pen.some(Self::word), text: pen.text() };
        Glance {
            who: self.word(),
            handled_by: self.text(),
            ways: self.word(),
            time: self.many(line),
            cost: self.many(line),
            bring: "2 giấy tờ".into(),
        }
    }

    fn channel(self) -> Channel {
        Channel {
            kind: "Tại quầy".into(),
            level: self.some(Self::word),
            address: self.some(|_| "https://b.example".into()),
            limits: self.many(|pen| LimitLine {
                when: pen.some(Self::text),
                text: pen.text(),
                quoted: pen.full,
            }),
            starts: self.some(Self::word),
            cutoff: self.some(Self::word),
            fees: FeeList {
                none: self.full,
                quote: self.some(Self::text),
                lines: self.many(|pen| FeeLine {
                    kind: "Phí".into(),
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

    fn case(self) -> Case {
        Case {
            anchor: "chung".into(),
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

    fn about(self) -> Particulars {
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
            cases: self.many(Self::case),
            file_sets: self.some(Self::word),
            channels: self.many(Self::channel),
            steps: self.many(|pen| StepLine {
                position: pen.text(),
                action: pen.text(),
                time: pen.some(Self::word),
            }),
            conditions: self.some(|pen| pen.listing(Self::text)),
            results: self.some(|pen| {
                pen.listing(|pen| OutcomeLine {
                    name: pen.text(),
                    validity: pen.some(Self::text),
                    returned: pen.some(Self::text),
                })
            }),
            bodies: self.many(|pen| BodyLine { role: "Quyết định".into(), name: pen.text() }),
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

    fn editions(self) -> EditionNotes {
        EditionNotes {
            starts_on: self.some(Self::word),
            ended_on: self.some(Self::word),
            next_from: self.some(Self::word),
            next: self.some(|_| "x.html".into()),
            in_force: self.some(|_| "x.html".into()),
            all: self.many(|pen| EditionLink {
                span: "x".into(),
                href: pen.some(|_| "x.html".into()),
                current: pen.full,
            }),
        }
    }

    fn question(self, kind: &'static str) -> FormQuestion {
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
            required: self.full,
            value: self.word(),
            min: 0,
            max: 20,
            fault: self.word(),
        }
    }

    fn survey(self) -> SurveyForm {
        let kinds = ["faces", "levels", "choice", "choices", "number", "text"];
        SurveyForm {
            id: "nhanh".into(),
            version: 1,
            name: self.text(),
            intro: self.some(Self::text),
            source: self.some(Self::text),
            groups: vec![FormGroup {
                factor: self.some(Self::text),
                questions: kinds.map(|kind| self.question(kind)).into(),
            }],
        }
    }
}

/// Both pages of a kind. What cannot be turned into a value would fail in every build as well.
fn sample<P: Page>(make: impl Fn(Pen) -> P) -> Sample {
    let value = |full| Value::try_from_serializable(&make(Pen { full })).unwrap_or(Value::none());
    Sample { template: P::TEMPLATE, full: value(true), minimal: value(false) }
}

/// All page kinds.
pub(in crate::theme) fn samples() -> Vec<Sample> {
    let mut all = lists();
    all.extend(details());
    all.extend(answers());
    all
}

fn lists() -> Vec<Sample> {
    vec![
        sample(|pen| Home {
            meta: pen.meta(),
            name: pen.text(),
            owner: pen.text(),
            procedures: "2 thủ tục".into(),
            agency_count: "2 đơn vị".into(),
            fields: pen.many(Pen::counted),
            widely_offered: pen.many(Pen::link),
            agencies: pen.many(Pen::agency_row),
            all_agencies: "x.html".into(),
            all_procedures: "x.html".into(),
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
        sample(|pen| Fields { meta: pen.meta(), fields: pen.many(Pen::counted) }),
        sample(|pen| Field {
            meta: pen.meta(),
            name: pen.text(),
            up: pen.link(),
            total: "2".into(),
            procedures: pen.many(Pen::row),
            parts: pen.many(Pen::part),
        }),
        sample(|pen| Agencies {
            meta: pen.meta(),
            total: "2".into(),
            groups: pen.many(|pen| AgencyGroup {
                level: "Cấp xã".into(),
                agencies: pen.many(Pen::agency_row),
            }),
        }),
        sample(|pen| NotFound { meta: pen.meta(), fields: pen.many(Pen::counted) }),
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
        sample(|pen| Procedure {
            meta: pen.meta(),
            about: pen.about(),
            editions: pen.editions(),
            offered: Offerers {
                count: "2 đơn vị".into(),
                many: false,
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
            name: pen.text(),
            agency: pen.link(),
            floor: pen.some(Pen::text),
            point: pen.some(Pen::text),
            door: pen.door(),
            contacts: pen.contacts(),
            rate: pen.some(Pen::rate),
            total: "2".into(),
            procedures: pen.many(Pen::row),
            fields: pen.many(Pen::counted),
        }),
        sample(|pen| CounterCard {
            title: "Tờ".into(),
            parent: pen.some(Pen::text),
            agency: pen.text(),
            counter: pen.text(),
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
        sample(|pen| Rating {
            meta: pen.meta(),
            counter: pen.text(),
            agency: pen.text(),
            code: "K7F‑3ABM".into(),
            phone: pen.some(Pen::call),
            action: "/Q/K7F3ABM".into(),
            language: "vi".into(),
            key: "0".repeat(32),
            stamp: "0".repeat(64),
            survey: pen.survey(),
            faults: pen.word(),
        }),
        sample(|pen| Thanks {
            meta: pen.meta(),
            receipt: "ABCD".into(),
            counter: pen.text(),
            agency: pen.link(),
            counter_href: "x.html".into(),
            start: "x.html".into(),
        }),
        sample(|pen| ConfirmKey {
            meta: pen.meta(),
            action: "/Q/K7F3ABM".into(),
            counter: pen.text(),
            agency: pen.text(),
            fields: pen.many(|pen| HiddenField { name: "q-a".into(), value: pen.word() }),
        }),
        sample(|pen| Refused {
            meta: pen.meta(),
            reason: if pen.full { Refusal::Retired } else { Refusal::Unknown },
            code: pen.word(),
            counter: pen.some(Pen::text),
            agency: pen.some(Pen::link),
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
    ]
}
