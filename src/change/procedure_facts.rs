//! The facts of a procedure.

use super::fact::STATEMENT;
use super::{About, Aspect, Fact, FeeLine, Value};
use crate::catalogue::procedure::{
    Bodies, Channel, Edition, Fee, Limit, Outcome, Paper, PaperCase, Procedure, Step,
};
use crate::catalogue::{Stated, Told};
use crate::text::{Slug, Text};

/// The facts of an edition: of its head, only the field that it lies in.
pub fn procedure_facts(edition: &Edition, body: &Procedure) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.put("field", Aspect::Field, &[], Value::Plain(edition.field.as_str().into()));
    let Procedure {
        name,
        short_name,
        aliases,
        summary,
        level,
        kind,
        applicants,
        bodies,
        answerable,
        steps,
        channels,
        file_sets,
        cases,
        conditions,
        results,
        acts,
        decision,
        // When somebody compared it with its source changes nothing for a citizen.
        checked_on: _,
        guidance,
    } = body;
    facts.put("name", Aspect::Name, &[], Value::Prose(name.clone()));
    facts.maybe("short-name", Aspect::Name, &[], short_name.clone().map(Value::Prose));
    for alias in aliases {
        let key = format!("alias:{}", alias.original());
        facts.put(&key, Aspect::Name, &[], Value::Prose(alias.clone()));
    }
    facts.maybe("summary", Aspect::Summary, &[], summary.clone().map(Value::Prose));
    facts.put("level", Aspect::Level, &[], Value::Levels(level.clone()));
    facts.maybe("kind", Aspect::Kind, &[], kind.map(Value::Kind));
    facts.put("applicants", Aspect::Applicants, &[], Value::Applicants(applicants.clone()));
    facts.bodies(bodies);
    facts.maybe("answerable", Aspect::Answerable, &[], answerable.clone().map(Value::Words));
    facts.cases(cases.as_ref());
    let sets = file_sets.as_ref().map(|sets| stated(sets, |sets| Value::Sets(*sets)));
    facts.maybe("file-sets", Aspect::FileSets, &[], sets);
    for channel in channels {
        facts.channel(channel);
    }
    facts.steps(steps);
    facts.list("condition", Aspect::Condition, conditions.as_ref(), |facts, key, one| {
        facts.put(key, Aspect::Condition, &[], Value::Prose(one.text.clone()));
    });
    facts.list("outcome", Aspect::Outcome, results.as_ref(), Facts::outcome);
    for number in acts {
        let key = format!("act:{number}");
        facts.put(&key, Aspect::LegalBasis, &[], Value::Plain(number.clone()));
    }
    let decision = decision.clone().map(|one| Value::Decision(Box::new(one)));
    facts.maybe("decision", Aspect::Decision, &[], decision);
    facts.maybe("guidance", Aspect::Guidance, &[], guidance.clone().map(Value::Prose));
    facts.0
}

/// What is stated, as a value.
fn stated<T>(stated: &Stated<T>, given: impl Fn(&T) -> Value) -> Value {
    match stated {
        Stated::None => Value::Nothing,
        Stated::AsAnnounced(words) => Value::Quote(words.clone()),
        Stated::Given(value) => given(value),
    }
}

/// Facts as they are gathered.
#[derive(Default)]
pub(super) struct Facts(pub(super) Vec<Fact>);

/// An id with a key of its own below another.
pub(super) trait Identified {
    /// The id.
    fn id(&self) -> &Slug;
}

macro_rules! identified {
    ($($of:ty),*) => { $(impl Identified for $of { fn id(&self) -> &Slug { &self.id } })* };
}
identified!(crate::catalogue::procedure::Condition, Outcome, Fee);

impl Facts {
    pub(super) fn put(&mut self, key: &str, aspect: Aspect, about: &[About], value: Value) {
        self.0.push(Fact { key: key.to_owned(), aspect, about: about.to_vec(), value });
    }

    pub(super) fn maybe(
        &mut self,
        key: &str,
        aspect: Aspect,
        about: &[About],
        value: Option<Value>,
    ) {
        if let Some(value) = value {
            self.put(key, aspect, about, value);
        }
    }

    /// A list, or what is stated in its place.
    fn list<T: Identified>(
        &mut self,
        key: &str,
        aspect: Aspect,
        list: Option<&Stated<Vec<T>>>,
        each: impl Fn(&mut Self, &str, &T),
    ) {
        match list {
            None => {}
            Some(Stated::Given(all)) => {
                for one in all {
                    each(self, &format!("{key}/{}", one.id()), one);
                }
            }
            Some(other) => {
                let value = stated(other, |_| Value::Nothing);
                self.put(&format!("{key}{STATEMENT}"), aspect, &[], value);
            }
        }
    }

    fn bodies(&mut self, bodies: &Bodies) {
        let Bodies { decides, handles, coordinates, delegated } = bodies;
        let words = |body: &Stated<Text>| stated(body, |text| Value::Words(text.clone()));
        for (key, aspect, body) in [
            ("decides", Aspect::Decides, decides),
            ("handles", Aspect::Handles, handles),
            ("coordinates", Aspect::Coordinates, coordinates),
            ("delegated", Aspect::Delegated, delegated),
        ] {
            self.maybe(key, aspect, &[], body.as_ref().map(words));
        }
    }

    fn cases(&mut self, cases: Option<&Stated<Vec<PaperCase>>>) {
        match cases {
            None => {}
            Some(Stated::Given(cases)) => cases.iter().for_each(|case| self.case(case)),
            Some(other) => {
                let value = stated(other, |_| Value::Nothing);
                self.put(&format!("papers{STATEMENT}"), Aspect::Paper, &[], value);
            }
        }
    }

    fn case(&mut self, case: &PaperCase) {
        let PaperCase { id, name, papers } = case;
        let key = format!("papers/{id}");
        self.maybe(&key, Aspect::Case, &[], name.clone().map(Value::Prose));
        let about: Vec<About> = name.iter().cloned().map(About::Named).collect();
        for paper in papers {
            self.paper(&key, &about, paper);
        }
    }

    fn paper(&mut self, case: &str, about: &[About], paper: &Paper) {
        let Paper { id, name, originals, copies, hand_in, form, note } = paper;
        let key = format!("{case}/{id}");
        self.put(&key, Aspect::Paper, about, Value::Prose(name.clone()));
        let about = [about, &[About::Named(name.clone())]].concat();
        let mut put = |part: &str, aspect, value| {
            self.maybe(&format!("{key}/{part}"), aspect, &about, value);
        };
        put("copies", Aspect::PaperCopies, Some(Value::Copies(*originals, *copies)));
        put("hand-in", Aspect::PaperHandIn, Some(Value::HandIn(*hand_in)));
        put("form", Aspect::PaperForm, form.clone().map(Value::Plain));
        put("note", Aspect::Note, note.clone().map(Value::Prose));
    }

    fn channel(&mut self, channel: &Channel) {
        let Channel { id, kind, level, address, limit, starts, cutoff, limit_cases, fees, note } =
            channel;
        let key = format!("channel/{id}");
        self.put(&key, Aspect::Channel, &[], Value::Channel(*kind));
        let about = [About::Channel(*kind)];
        let level = level.as_ref().map(|level| match level {
            Told::Clearly(level) => Value::Online(*level),
            Told::AsAnnounced(words) => Value::Quote(words.clone()),
        });
        let address = address.as_ref();
        let address = address.map(|one| stated(one, |at| Value::Plain(at.clone())));
        let mut put = |part: &str, aspect, value| {
            self.maybe(&format!("{key}/{part}"), aspect, &about, value);
        };
        put("level", Aspect::OnlineLevel, level);
        put("address", Aspect::OnlineAddress, address);
        put("limit", Aspect::TimeLimit, limit.as_ref().map(limit_value));
        put("starts", Aspect::LimitStart, starts.map(Value::Starts));
        put("cutoff", Aspect::Cutoff, cutoff.map(Value::Hour));
        put("note", Aspect::Note, note.clone().map(Value::Prose));
        for case in limit_cases {
            let own = [about[0].clone(), About::Named(case.when.clone())];
            let (key, limit) = (format!("{key}/limit-case/{}", case.id), limit_value(&case.limit));
            self.put(&key, Aspect::TimeLimit, &own, limit);
            let when = Value::Words(case.when.clone());
            self.put(&format!("{key}/when"), Aspect::TimeLimit, &about, when);
        }
        self.fees(&key, &about, fees.as_ref());
    }

    /// What a way to file costs.
    pub(super) fn fees(&mut self, key: &str, about: &[About], fees: Option<&Stated<Vec<Fee>>>) {
        match fees {
            None => {}
            Some(Stated::Given(fees)) => {
                for fee in fees {
                    let key = format!("{key}/fee/{}", fee.id);
                    let line = Value::Fee(Box::new(FeeLine::of(fee)));
                    self.put(&key, Aspect::Fee, about, line);
                    let act = fee.act.clone().map(Value::Plain);
                    self.maybe(&format!("{key}/act"), Aspect::LegalBasis, about, act);
                    let note = fee.note.clone().map(Value::Prose);
                    self.maybe(&format!("{key}/note"), Aspect::Note, about, note);
                }
            }
            Some(other) => {
                let value = stated(other, |_| Value::Nothing);
                self.put(&format!("{key}/fee{STATEMENT}"), Aspect::Fee, about, value);
            }
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        let order = steps.iter().map(|step| step.id.clone()).collect();
        self.put("steps", Aspect::StepOrder, &[], Value::Order(order));
        for (number, step) in (1..).zip(steps) {
            let Step { id, position, action, time } = step;
            let key = format!("step/{id}");
            self.put(&key, Aspect::Step, &[], Value::Prose(action.clone()));
            let position = stated(position, |who| Value::Words(who.clone()));
            let mut name = Text::new(format!("bước {number}"));
            name.translate(crate::text::Language::EN, format!("step {number}"));
            let about = [About::Named(name)];
            self.put(&format!("{key}/position"), Aspect::StepPosition, &about, position);
            self.maybe(&format!("{key}/time"), Aspect::StepTime, &about, time.map(Value::Limit));
        }
    }

    fn outcome(&mut self, key: &str, outcome: &Outcome) {
        let Outcome { id: _, name, validity, returned } = outcome;
        self.put(key, Aspect::Outcome, &[], Value::Prose(name.clone()));
        let about = [About::Named(name.clone())];
        let validity = validity.as_ref();
        let validity = validity.map(|one| stated(one, |text| Value::Words(text.clone())));
        self.maybe(&format!("{key}/validity"), Aspect::OutcomeValidity, &about, validity);
        let returned = returned.clone().map(Value::Prose);
        self.maybe(&format!("{key}/returned"), Aspect::Note, &about, returned);
    }
}

fn limit_value(limit: &Limit) -> Value {
    match limit {
        Limit::Known(limit) => Value::Limit(*limit),
        Limit::AsAnnounced(text) => Value::Words(text.clone()),
    }
}
